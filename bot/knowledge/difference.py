"""What differs between two libraries, in the terms in which a curator thinks of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum

from bot.stories import Entry, Library, Story

# Who owns an entry: the ids of its story and of itself.
Name = tuple[str, str]


class Part(StrEnum):
    """A part of an entry that changed."""

    QUESTIONS = "questions"
    FOLLOW_UPS = "follow-ups"
    ANSWER = "answer"
    QUOTES = "quotes"
    IN_STORY = "in-story"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Change:
    """An entry that is in both libraries and differs; ``questions_added`` and ``questions_gone`` say by which."""

    story: str
    entry: str
    question: str
    parts: tuple[Part, ...]
    questions_added: tuple[str, ...] = ()
    questions_gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """An entry as it is named to people: story, id, and canonical question."""

    story: str
    entry: str
    question: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What there is more, less and otherwise in a second library.

    stories_changed: stories whose article or story.yaml differs.
    quotes_added, quotes_gone: words of an article that no entry showed before, or that none shows any more.
    """

    stories_added: tuple[str, ...]
    stories_gone: tuple[str, ...]
    stories_changed: tuple[str, ...]
    added: tuple[Named, ...]
    gone: tuple[Named, ...]
    changed: tuple[Change, ...]
    quotes_added: tuple[str, ...]
    quotes_gone: tuple[str, ...]

    def __bool__(self) -> bool:
        """Tell whether anything differs that people could see."""
        return any(getattr(self, field.name) for field in fields(self))


def difference(before: Library, after: Library) -> Difference:
    """Compare two libraries."""
    old, new = _by_name(before), _by_name(after)
    stories = {story.id: story for story in before.stories}
    newer = {story.id: story for story in after.stories}
    return Difference(
        stories_added=tuple(name for name in newer if name not in stories),
        stories_gone=tuple(name for name in stories if name not in newer),
        stories_changed=tuple(
            name for name in newer if name in stories and _about(stories[name]) != _about(newer[name])
        ),
        added=tuple(_named(name, entry) for name, entry in new.items() if name not in old),
        gone=tuple(_named(name, entry) for name, entry in old.items() if name not in new),
        changed=tuple(
            change for name, entry in new.items() if name in old and (change := _change(name, old[name], entry))
        ),
        quotes_added=_quotes(after, _shown(before)),
        quotes_gone=_quotes(before, _shown(after)),
    )


def _by_name(library: Library) -> Mapping[Name, Entry]:
    return {(story.id, entry.id): entry for story, entry in library.entries()}


def _about(story: Story) -> Story:
    """Return everything of a story but its entries; the folder it was read from does not count."""
    return replace(story, entries=())


def _named(name: Name, entry: Entry) -> Named:
    return Named(*name, entry.question)


def _change(name: Name, old: Entry, new: Entry) -> Change | None:
    compared = {
        Part.QUESTIONS: old.questions != new.questions,
        Part.FOLLOW_UPS: old.follow_ups != new.follow_ups,
        Part.ANSWER: old.answer != new.answer,
        Part.QUOTES: _citations(old) != _citations(new),
        Part.IN_STORY: old.in_story != new.in_story,
        Part.TOPIC: old.topic != new.topic,
    }
    parts = tuple(part for part, differs in compared.items() if differs)
    if not parts:
        return None
    asked, was_asked = _asked(new), _asked(old)
    added = tuple(question for question in asked if question not in was_asked)
    gone = tuple(question for question in was_asked if question not in asked)
    return Change(*name, new.question, parts, added, gone)


def _asked(entry: Entry) -> tuple[str, ...]:
    return (*entry.questions, *(f"{each.after} → {each.question}" for each in entry.follow_ups))


def _citations(entry: Entry) -> list[tuple[str, str | None, str | None]]:
    # Not where they stand: words that a longer article has further down are the same words.
    return [(each.quote, each.speaker, each.kind) for each in entry.citations]


def _shown(library: Library) -> set[tuple[str, str]]:
    return {(story.id, each.quote) for story, entry in library.entries() for each in entry.citations}


def _quotes(library: Library, known: set[tuple[str, str]]) -> tuple[str, ...]:
    """Return the quotes of a library that are not known, each once."""
    every = ((story.id, each.quote) for story, entry in library.entries() for each in entry.citations)
    return tuple(dict.fromkeys(quote for story, quote in every if (story, quote) not in known))
