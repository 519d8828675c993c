"""The quotes of all stories as a catalogue: each once, with whose words it is and what it is about."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from rapidfuzz import fuzz

from bot.answering.topics import Topic, topics_of
from bot.stories import Citation, Library, Story

T = TypeVar("T")
_OWNER = re.compile(r"\w+['’]s\b")
# A word of a name is less than the name.
_WORD = 0.85
# Among names that are as like as each other, the one that a story calls its bearer by comes first.
_FIRST_NAME = 3
# A name that is typed this much like one that is known means it.
_SAME_NAME = 75


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote, the story it stands in, and the keys of the topics it is about."""

    story: Story
    citation: Citation
    topics: tuple[str, ...] = ()

    def overlaps(self, other: Quoted) -> bool:
        """Tell whether two quotes share text."""
        mine, others = self.citation, other.citation
        return self.story.id == other.story.id and mine.start < others.end and others.start < mine.end


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker of a story and their words, in the order of the article, none a part of another."""

    story: Story
    name: str
    quotes: tuple[Quoted, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The name and everything else that means this speaker."""
        speaker = self.story.speaker(self.name)
        return speaker.names if speaker else (self.name,)


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic and the quotes of the entries filed under it, none a part of another."""

    topic: Topic
    quotes: tuple[Quoted, ...]


class Catalogue:
    """Every quote that the knowledge shows, for browsing."""

    def __init__(self, library: Library) -> None:
        """List the citations of all entries and disputes once."""
        self.quotes = tuple(_distinct(library))
        self.voices = tuple(_voices(self.quotes))
        self.subjects = tuple(_subjects(library, self.quotes))

    def voices_like(self, typed: str) -> list[Voice]:
        """Return the speakers whom a name may mean, best first; nothing typed means all, the most quoted first."""
        if not typed.strip():
            return sorted(self.voices, key=lambda voice: -len(voice.quotes))
        likely = [(_likeness(typed, voice.names), voice) for voice in self.voices]
        return [voice for likeness, voice in _ranked(likely) if likeness >= _SAME_NAME]

    def subjects_like(self, typed: str) -> list[Subject]:
        """Return the topics that a word may mean, best first; nothing typed means all, as the curators order them."""
        if not typed.strip():
            return list(self.subjects)
        likely = [(_likeness(typed, (each.topic.label, each.topic.key)), each) for each in self.subjects]
        return [subject for likeness, subject in _ranked(likely) if likeness >= _SAME_NAME]

    def any_quote(self, draw: random.Random) -> Quoted | None:
        """Return a quote by chance: spoken words, or what there is if nobody speaks."""
        spoken = [quoted for quoted in self.quotes if quoted.citation.kind == "quote"]
        whole = whole_quotes(spoken or [each for each in self.quotes if each.citation.speaker] or self.quotes)
        return draw.choice(whole) if whole else None


def whole_quotes(quotes: Iterable[Quoted]) -> tuple[Quoted, ...]:
    """Leave out quotes that are a part of another one in the same mouth."""
    whole: list[Quoted] = []
    reach: dict[tuple[str, str | None, str | None], int] = {}
    # What begins earlier or is longer comes first, so that how far it reaches tells what lies in it.
    for quoted in sorted(quotes, key=lambda each: (each.story.id, each.citation.start, -each.citation.end)):
        mouth = quoted.story.id, quoted.citation.speaker, quoted.citation.kind
        if quoted.citation.end > reach.get(mouth, 0):
            whole.append(quoted)
            reach[mouth] = quoted.citation.end
    return tuple(whole)


def _distinct(library: Library) -> Iterator[Quoted]:
    """Go through the slices that are cited, each once, in the order of the article."""
    for story in library.stories:
        found: dict[tuple[int, int], Quoted] = {}
        for citation, topic in _cited(story):
            place = citation.start, citation.end
            known = found.get(place)
            if known is None:
                found[place] = Quoted(story, citation, (topic,) if topic else ())
                continue
            topics = tuple(dict.fromkeys((*known.topics, topic))) if topic else known.topics
            # Curators need not write speaker and kind each time.
            found[place] = replace(known, citation=_fuller(known.citation, citation), topics=topics)
        yield from (found[place] for place in sorted(found))


def _cited(story: Story) -> Iterator[tuple[Citation, str | None]]:
    """Go through all citations; what an entry does not answer is only near its topic, not about it."""
    for entry in story.entries:
        yield from ((citation, entry.topic if entry.in_story else None) for citation in entry.citations)
    for dispute in story.disputes:
        yield from ((citation, None) for citation in dispute.statements)


def _fuller(one: Citation, other: Citation) -> Citation:
    return max((one, other), key=lambda each: (each.kind is not None) + (each.speaker is not None))


def _voices(quotes: tuple[Quoted, ...]) -> Iterator[Voice]:
    spoken: dict[tuple[str, str], list[Quoted]] = {}
    for quoted in quotes:
        if quoted.citation.speaker:
            spoken.setdefault((quoted.story.id, quoted.citation.speaker), []).append(quoted)
    return (Voice(said[0].story, name, whole_quotes(said)) for (_, name), said in spoken.items())


def _subjects(library: Library, quotes: tuple[Quoted, ...]) -> Iterator[Subject]:
    filed: dict[tuple[str, str], list[Quoted]] = {}
    for quoted in quotes:
        for key in quoted.topics:
            filed.setdefault((quoted.story.id, key), []).append(quoted)
    for topic in topics_of(library):
        if found := filed.get((topic.story.id, topic.key)):
            yield Subject(topic, whole_quotes(found))


def _likeness(typed: str, names: Iterable[str]) -> float:
    """Return 0 to 100: how much one of the names, or a word of it, is like what was typed."""
    wanted = " ".join(typed.casefold().split())
    first, *others = names
    return max(_like(wanted, first) + _FIRST_NAME, *(_like(wanted, name) for name in others), 0.0)


def _like(wanted: str, name: str) -> float:
    whole = name.casefold()
    words = (word for word in without_owners(whole).split() if len(word) > 3)
    return max(_like_form(wanted, whole), *(_WORD * _like_form(wanted, word) for word in words), 0.0)


def without_owners(name: str) -> str:
    """Leave out of a name who its bearer belongs to: "Putin's chief of staff" is not Putin."""
    return _OWNER.sub(" ", name)


def _like_form(wanted: str, form: str) -> float:
    return max(fuzz.ratio(wanted, form), _begun(wanted, form))


def _begun(wanted: str, form: str) -> float:
    """Count the beginning of a name as the name, the more of it the surer: people are still typing."""
    return 80 + 15 * len(wanted) / len(form) if form.startswith(wanted) else 0.0


def _ranked(likely: list[tuple[float, T]]) -> list[tuple[float, T]]:
    return sorted(likely, key=lambda each: -each[0])
