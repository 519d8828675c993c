"""Warnings about quotation marks in answers: a reader takes what stands in them for the article's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.checking.concerns import Concern, Kind
from bot.stories import Entry, Story
from bot.stories.typography import fold

# After folding there is one kind of quotation mark.
_QUOTED = re.compile(r'"([^"]+)"')
_LEFT_OUT = re.compile(r"\.\.\.|\[[^\]]*\]")
_EDGES = " .,;:!?-'"
# One or two words in quotation marks may be a name, or a word that the story does not use.
_FEWEST_WORDS = 3


def misquoted(story: Story) -> Iterator[Concern]:
    """Say which answers put words in quotation marks that the article does not have."""
    article = _plain(story.article.text)
    for entry in story.entries:
        for quoted in _QUOTED.findall(fold(entry.answer)):
            if len(quoted.split()) >= _FEWEST_WORDS and not _stands_in(quoted, article):
                yield _concern(story, entry, quoted)


def _stands_in(quoted: str, article: str) -> bool:
    """Tell whether the article has the words, where some are left out the pieces."""
    return all(piece in article for piece in filter(None, map(_plain, _LEFT_OUT.split(quoted))))


def _plain(text: str) -> str:
    """Return a text as it is compared: case and what stands at its edges say nothing."""
    return fold(text).casefold().replace('"', "").strip(_EDGES)


def _concern(story: Story, entry: Entry, quoted: str) -> Concern:
    problem = f"The answer has “{quoted}” in quotation marks, and the article does not have these words."
    remedy = "Quote its very words, or leave the marks out."
    made = Concern.of_entry(Kind.MISQUOTED, story, entry, problem, remedy)
    return replace(made, line=entry.lines.answer if entry.lines else None, text=quoted)
