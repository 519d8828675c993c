"""Disputed points: which there are, which one somebody means, and what each camp says on it."""

from __future__ import annotations

from collections.abc import Iterable

from bot.answering.picking import called
from bot.stories import Citation, Dispute, Library, Story

Point = tuple[Story, Dispute]


def points_of(library: Library) -> tuple[Point, ...]:
    """Return the disputed points of all stories, in the order the curators gave."""
    return tuple((story, dispute) for story in library.stories for dispute in story.disputes)


def points_like(typed: str, points: Iterable[Point]) -> list[Point]:
    """Return the points in which all that was typed stands, in any order; nothing typed means all."""
    return called(typed, points, lambda each: each[1].point)


def sides_of(story: Story, dispute: Dispute) -> dict[str, tuple[Citation, ...]]:
    """Return what each camp of a story says on a point, nothing where the story has no words of theirs."""
    camps = [(_camp(each, story), each) for each in dispute.statements]
    return {camp: tuple(each for its, each in camps if its == camp) for camp in story.camps}


def _camp(statement: Citation, story: Story) -> str | None:
    speaker = story.speaker(statement.speaker or "")
    return speaker.camp if speaker else None
