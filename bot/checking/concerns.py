"""What a curator may want to look at: the knowledge is served, but readers may get less than they could."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from bot.stories import Entry, Library, Story


class Kind(StrEnum):
    """What a warning is about, in the order in which warnings are told."""

    FILE = "file"
    DRAFT = "draft"
    MISQUOTED = "misquoted"
    SPEAKER = "speaker"
    SPOKEN = "spoken"
    FIGURE = "figure"
    OPENING = "opening"
    UNATTRIBUTED = "unattributed"
    TOPIC = "topic"
    SHARED = "shared"
    PERSON = "person"
    UNREACHED = "unreached"
    UNCOVERED = "uncovered"
    OVERLAP = "overlap"


@dataclass(frozen=True, slots=True)
class Concern:
    """One warning: where it stands, what may be wrong, and what to do.

    other: the second entry that it is about, if there is one.
    text: the phrasing, the quote or the sentence that it is about.
    """

    kind: Kind
    story: str
    file: Path | None
    line: int | None
    entry: str | None
    problem: str
    remedy: str
    other: str | None = None
    text: str | None = None

    @classmethod
    def of_entry(cls, kind: Kind, story: Story, entry: Entry, problem: str, remedy: str) -> Concern:
        """Make a warning of an entry as a whole."""
        return cls(kind, story.id, entry.file, entry.lines.id if entry.lines else None, entry.id, problem, remedy)

    def on_phrasing(self, entry: Entry, number: int) -> Concern:
        """Return the same of one of the entry's phrasings."""
        line = entry.lines.questions[number] if entry.lines else None
        return replace(self, line=line, text=entry.questions[number])

    def __str__(self) -> str:
        """Give the warning in the form ``file:line: entry: problem remedy`` that editors can jump to."""
        return self.told(self.file)

    def told(self, named: Path | None) -> str:
        """Say the warning of a file that is named some other way."""
        file = named or self.story
        place = f"{file}:{self.line}" if self.line else str(file)
        entry = f" entry {self.entry}:" if self.entry else ""
        return f"{place}:{entry} {self.problem} {self.remedy}"


def unsettled(library: Library, found: Iterable[Concern]) -> Iterator[Concern]:
    """Leave out what a curator has looked at, and has said so in the entry."""
    settled = {(story.id, entry.id): entry.settled for story, entry in library.entries() if entry.settled}
    return (each for each in found if each.kind not in settled.get((each.story, each.entry or ""), ()))


def sentence(text: str) -> str:
    """Return a sentence with its full stop, unless it ends with words that have one."""
    return text if text.rstrip("”)").endswith((".", "!", "?", "…")) else f"{text}."
