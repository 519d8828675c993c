"""Warnings that need no engine: phrasings and follow-ups that stand under two entries, and topics that have no name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.checking.concerns import Concern, Kind
from bot.matching.words import asking_words
from bot.stories import Story


def shared_phrasings(story: Story) -> Iterator[Concern]:
    """Say which phrasings ask the same as one of another entry, but for fillers, capitals and marks."""
    owner: dict[str, str] = {}
    for entry in story.entries:
        for number, question in enumerate(entry.questions):
            key = " ".join(asking_words(question))
            first = owner.setdefault(key, entry.id)
            if first != entry.id:
                problem = f"“{question}” stands under {first} too."
                made = Concern.of_entry(Kind.SHARED, story, entry, problem, "Keep one of them.")
                yield replace(made.on_phrasing(entry, number), other=first)


def shared_follow_ups(story: Story) -> Iterator[Concern]:
    """Say which follow-ups stand under two entries after the same one."""
    owner: dict[tuple[str, str], str] = {}
    for entry in story.entries:
        for each in entry.follow_ups:
            first = owner.setdefault((each.after, " ".join(asking_words(each.question))), entry.id)
            if first != entry.id:
                problem = f"The follow-up “{each.question}” after {each.after} stands under {first} too."
                made = Concern.of_entry(Kind.SHARED, story, entry, problem, "Keep one of them.")
                yield replace(made, other=first, text=each.question)


def unnamed_topics(story: Story) -> Iterator[Concern]:
    """Say which topics of entries story.yaml has no name for, unless it names none at all."""
    named = set(story.topics)
    for entry in story.entries if named else ():
        if entry.topic not in named:
            named.add(entry.topic)
            problem = f"The topic {entry.topic} is not in story.yaml."
            remedy = f"Add `{entry.topic}: …` under `topics:`, or correct it."
            yield Concern.of_entry(Kind.TOPIC, story, entry, problem, remedy)
