"""The records of a story: plain, frozen, and checked before they are made."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

SPOKEN = frozenset({"quote", "reported"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the article between blank lines; numbers count from 1, offsets count characters."""

    number: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """A story's text as published, never edited."""

    text: str
    paragraphs: tuple[Paragraph, ...]

    def paragraph_at(self, offset: int) -> Paragraph:
        """Return the paragraph that holds the character at ``offset``."""
        return self.paragraphs[bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start) - 1]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody whom the story names, most often for their words, and the names people use for them."""

    name: str
    role: str | None = None
    organisation: str | None = None
    aliases: tuple[str, ...] = ()
    camp: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The name and everything else that means this speaker."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Citation:
    """An exact slice of the article: ``quote == article.text[start:end]``."""

    quote: str
    start: int
    end: int
    paragraph: int
    speaker: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the parts of an entry stand in its file; lines count from 1.

    Those of the questions are an array: as objects they would take a MiB for every 25,000 phrasings.
    """

    id: int | None
    answer: int | None
    questions: array[int]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What somebody asks next, whom the entry ``after`` has just answered: "when was that?"."""

    after: str
    question: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One curated question and answer; the first question is the canonical one.

    Entries that differ only in ``lines`` are equal: a line added above an entry changes nothing of it.
    settled: the kinds of warnings that a curator has looked at; readers see nothing of them.
    """

    id: str
    questions: Sequence[str]
    answer: str
    citations: tuple[Citation, ...]
    in_story: bool = True
    topic: str = ""
    file: Path | None = None
    lines: Lines | None = field(default=None, compare=False, repr=False)
    follow_ups: Sequence[FollowUp] = ()
    settled: frozenset[str] = field(default=frozenset(), compare=False, repr=False)

    @property
    def question(self) -> str:
        """The question as it is shown to people."""
        return self.questions[0]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A point on which the story gives the words of several camps; each statement has a speaker with a camp."""

    id: str
    point: str
    statements: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class StoryDate:
    """What is known of the day of publication, and what is not."""

    known: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """One article with what is known of it and its entries."""

    id: str
    title: str
    article: Article
    entries: tuple[Entry, ...]
    kicker: str | None = None
    summary: str | None = None
    publisher: str | None = None
    url: str | None = None
    date: StoryDate = StoryDate()
    sources: tuple[str, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    people: tuple[Speaker, ...] = ()
    aliases: tuple[tuple[str, ...], ...] = ()
    topics: dict[str, str] = field(default_factory=dict)
    disputes: tuple[Dispute, ...] = ()
    folder: Path | None = field(default=None, compare=False, repr=False)

    @property
    def camps(self) -> tuple[str, ...]:
        """The camps of the speakers, each once, in the order of story.yaml."""
        return tuple(dict.fromkeys(speaker.camp for speaker in self.speakers if speaker.camp))

    @property
    def persons(self) -> tuple[Speaker, ...]:
        """Everybody with a role: speakers who are no organisation, and people whose words the story does not give."""
        return tuple(person for person in (*self.speakers, *self.people) if person.role)

    def cite(self, start: int, end: int, speaker: str | None = None, kind: str | None = None) -> Citation:
        """Return a slice of the article as a citation."""
        number = self.article.paragraph_at(start).number
        return Citation(self.article.text[start:end], start, end, number, speaker, kind)

    def speaker(self, name: str) -> Speaker | None:
        """Return the speaker of that name or alias."""
        folded = name.casefold()
        return next((s for s in self.speakers if folded in map(str.casefold, s.names)), None)
