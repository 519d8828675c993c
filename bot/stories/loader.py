"""From a folder of files to a verified story, or to all of its faults at once."""

from __future__ import annotations

import contextlib
import re
from array import array
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bot.stories.article import read_article
from bot.stories.citations import CitationReader
from bot.stories.disputes import read_disputes
from bot.stories.doubled import told_once
from bot.stories.faults import Fault
from bot.stories.files import ReadingError, read_inside
from bot.stories.follow_ups import check_follow_ups, follow_ups_of
from bot.stories.names import given_twice
from bot.stories.packed import Texts
from bot.stories.printing import named, printable
from bot.stories.quotes import QuoteFinder
from bot.stories.records import Article, Dispute, Entry, Lines, Speaker, Story, StoryDate
from bot.stories.schema import (
    CitationSource,
    DateSource,
    DisputeSource,
    EntrySource,
    SpeakerSource,
    StorySource,
    explain,
)
from bot.stories.shelf import Shelf, key_of
from bot.stories.validating import Format, FormatError, M
from bot.stories.yaml_source import MOST_BYTES, DuplicateKeysError, Source, SourceError, decode, read_yaml

# What a terminal obeys and Discord refuses; a page break is white space.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1b\x7f-\x84\x86-\x9f]")
# After so many of a file its other faults are left for the next time.
_MOST_FAULTS = 1_000
_MORE = "From here on the file may have more faults."

_STORY, _ENTRY, _CITATION = Format(StorySource), Format(EntrySource), Format(CitationSource)
_PARTS_OF_STORY = (StorySource, SpeakerSource, DateSource, DisputeSource, CitationSource)
_STORY_KEYS = frozenset(key for part in _PARTS_OF_STORY for key in part.__struct_fields__)
_ENTRY_KEYS = _ENTRY.keys | _CITATION.keys


@dataclass
class _Reading:
    """The reading of one story folder: what was made so far, and what is wrong with it."""

    folder: Path
    shelf: Shelf
    faults: list[Fault] = field(default_factory=list)
    parts: list[bytes] = field(default_factory=list)

    def fault(self, file: Path, line: int | None, problem: str, remedy: str, entry: str | None = None) -> None:
        self.faults.append(Fault(file, line, entry, problem, remedy))

    def citations(
        self, file: Path, source: Source, finder: QuoteFinder | None, head: StorySource | None
    ) -> CitationReader:
        return CitationReader(source, finder, head, lambda *fault: self.fault(file, *fault))

    def bytes_of(self, file: Path) -> bytes | None:
        """Read a regular file inside the folder; anything else is a fault."""
        try:
            data = read_inside(file, self.folder, MOST_BYTES)
        except ReadingError as error:
            self.fault(file, None, error.problem, error.remedy)
            return None
        self.parts.append(file.relative_to(self.folder).as_posix().encode() + b"\0" + data)
        return data

    def text(self, file: Path, data: bytes | None) -> str | None:
        try:
            return None if data is None else decode(data)
        except SourceError as error:
            self.fault(file, error.line, error.problem, error.remedy)
            return None

    def yaml(self, file: Path, data: bytes | None) -> Source | None:
        text = self.text(file, data)
        try:
            return None if text is None else read_yaml(text)
        except DuplicateKeysError as error:
            for path, each in told_once(error)[:_MOST_FAULTS]:
                self.fault(file, each.line, each.problem, each.remedy, _entry_id(error.source, path))
            return error.source
        except SourceError as error:
            self.fault(file, error.line, error.problem, error.remedy)
            return None


@dataclass(frozen=True)
class LoadedStory:
    """A story with the bytes it was made of, or none and its faults."""

    story: Story | None
    faults: tuple[Fault, ...]
    content: bytes


def load_story(folder: Path, shelf: Shelf | None = None) -> LoadedStory:
    """Read and verify one story folder; the files whose entries stand on the shelf are not read again."""
    reading = _Reading(folder, shelf or Shelf())
    if printable(folder.resolve().name) != folder.resolve().name:
        reading.fault(folder, None, "The name of this folder has a character that can't be shown.", "Rename it.")
        return LoadedStory(None, tuple(reading.faults), b"")
    source = reading.yaml(folder / "story.yaml", reading.bytes_of(folder / "story.yaml"))
    head = _read_head(reading, source) if source else None
    article = _read_article(reading)
    disputes = _read_disputes(reading, source, head, article) if source and head else ()
    entries = _read_entries(reading, article, head)
    if reading.faults or head is None or article is None:
        return LoadedStory(None, tuple(reading.faults), b"")
    story = _story(folder, head, article, entries, disputes)
    return LoadedStory(story, (), b"\0".join(reading.parts))


def _read_head(reading: _Reading, source: Source) -> StorySource | None:
    file = reading.folder / "story.yaml"
    if not isinstance(source.value, dict):
        reading.fault(file, 1, "story.yaml must be `key: value` lines.", "Begin with `title: …`.")
        return None
    head = _validated(reading, _STORY, file, source)
    for name, path, before in given_twice(head) if head else ():
        problem = f"The name {name} stands already at line {source.line(before)}."
        reading.fault(file, source.line(path), problem, "Keep it at one of them.")
    # The entries are not blamed for speakers that a faulty story.yaml may have lost.
    return None if reading.faults else head


def _read_disputes(
    reading: _Reading, source: Source, head: StorySource, article: Article | None
) -> tuple[Dispute, ...]:
    finder = QuoteFinder(article) if article and head.disputes else None
    return read_disputes(head, reading.citations(reading.folder / "story.yaml", source, finder, head))


def _read_article(reading: _Reading) -> Article | None:
    file = reading.folder / "article.txt"
    data = reading.bytes_of(file)
    try:
        # Not utf-8-sig and no newline folding: offsets count the characters of the text as published.
        text = None if data is None else data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1 if data else 1
        reading.fault(file, line, "The article is not UTF-8 text.", "Save it as UTF-8.")
        return None
    if text is None:
        return None
    if not text.strip():
        reading.fault(file, None, "The article is empty.", "Paste the story's text into it.")
        return None
    if unseen := _CONTROL.search(text):
        line = text.count("\n", 0, unseen.start()) + 1
        reading.fault(
            file,
            line,
            f"The article has the character U+{ord(unseen.group()):04X}, which can't be shown.",
            "Remove it.",
        )
        return None
    return read_article(text)


def _read_entries(reading: _Reading, article: Article | None, head: StorySource | None) -> list[Entry]:
    folder = reading.folder / "entries"
    every = sorted(file for pattern in ("*.yaml", "*.yml") for file in folder.glob(pattern))
    # What an editor or a system puts beside a file is hidden.
    files = [file for file in every if not file.name.startswith(".")]
    faults_before = len(reading.faults)
    frame = _Frame(reading, QuoteFinder(article) if article else None, head, key_of(*reading.parts))
    read = [(file, data, frame.entries(file, data)) for file in files if (data := reading.bytes_of(file)) is not None]
    entries = [entry for _, _, found in read for entry in found]
    # Nobody is blamed for following an entry that is only faulty.
    for file, data, found in read if len(reading.faults) == faults_before else ():
        if not frame.seen.keys() >= {each.after for entry in found for each in entry.follow_ups}:
            source = reading.yaml(file, data)
            if source is not None:
                check_follow_ups(source, frame.seen, partial(reading.fault, file))
    if not entries and len(reading.faults) == faults_before:
        reading.fault(folder, None, "There are no entries.", "Add entries/NAME.yaml with a list of entries.")
    return entries


@dataclass
class _Frame:
    """What the entries of a story are read with, and the ids that were seen; ``key`` is of the files before them."""

    reading: _Reading
    finder: QuoteFinder | None
    head: StorySource | None
    key: bytes
    seen: dict[str, str] = field(default_factory=dict)

    def entries(self, file: Path, data: bytes) -> tuple[Entry, ...]:
        """Return the entries of a file, from the shelf if it has not changed."""
        shelf, key, faults_before = self.reading.shelf, key_of(self.key, str(file).encode(), data), self.faults
        kept = shelf.find(key) if self.finder and self.head else None
        if kept is not None:
            for entry in kept:
                self.see(file, entry.lines.id if entry.lines else None, entry.id)
            return kept
        source = self.reading.yaml(file, data)
        found = tuple(_EntryFile(self, file, source).entries()) if source else ()
        if self.finder and self.head and self.faults == faults_before:
            shelf.put(key, found)
        return found

    @property
    def faults(self) -> int:
        """How many there are so far."""
        return len(self.reading.faults)

    def see(self, file: Path, line: int | None, name: str) -> None:
        """Note an id; that it stands in one place only is checked here."""
        if name in self.seen:
            self.reading.fault(file, line, f"The id stands already at {self.seen[name]}.", "Choose another.", name)
        self.seen.setdefault(name, f"{file.relative_to(self.reading.folder).as_posix()}:{line}")


@dataclass
class _EntryFile:
    """One file of entries on its way to records."""

    frame: _Frame
    file: Path
    source: Source

    @property
    def reading(self) -> _Reading:
        """The reading of the story."""
        return self.frame.reading

    def entries(self) -> list[Entry]:
        if not isinstance(self.source.value, list):
            self.reading.fault(self.file, 1, "The file must be a list of entries.", "Begin each entry with `- id: …`.")
            return []
        made: list[Entry] = []
        most = len(self.reading.faults) + _MOST_FAULTS
        for number in range(len(self.source.value)):
            if len(self.reading.faults) >= most:
                self.reading.fault(self.file, self.source.line((number,)), _MORE, "Mend those above, and check again.")
                break
            if (entry := self._entry(number)) is not None:
                made.append(entry)
        return made

    def _entry(self, number: int) -> Entry | None:
        made = _validated(self.reading, _ENTRY, self.file, self.source, (number,))
        if made is None:
            self._check_quotes(number)
            return None
        self._check_entry(made, number)
        reader = self._reader()
        found = (reader.read(each, (number, "citations", at), made.id) for at, each in enumerate(made.citations))
        citations = tuple(filter(None, found))
        questions = Texts(" ".join(question.split()) for question in made.questions)
        topic, lines = made.topic or self.file.stem, self._lines(number, len(questions))
        about = (made.in_story, topic, self.file, lines, follow_ups_of(made), frozenset(made.settled))
        return Entry(made.id, questions, made.answer, citations, *about)

    def _lines(self, number: int, questions: int) -> Lines:
        line = self.source.line
        asked = array("I", (line((number, "questions", at)) or 0 for at in range(questions)))
        return Lines(line((number, "id")), line((number, "answer")), asked)

    def _check_quotes(self, number: int) -> None:
        """Check what can be of an entry with another fault, so that all of its faults come at once."""
        item = self.source.value[number]
        written = item.get("citations") if isinstance(item, dict) else None
        for at, each in enumerate(written if isinstance(written, list) else ()):
            with contextlib.suppress(FormatError):
                written_well = _CITATION.read(each)
                self._reader().read(written_well, (number, "citations", at), _entry_id(self.source, (number,)))

    def _reader(self) -> CitationReader:
        return self.reading.citations(self.file, self.source, self.frame.finder, self.frame.head)

    def _check_entry(self, made: EntrySource, number: int) -> None:
        line = self.source.line((number, "id"))
        self.frame.see(self.file, line, made.id)
        if made.in_story and not made.citations:
            self.reading.fault(
                self.file,
                line,
                "An answer needs at least one citation.",
                "Add citations, or `in_story: false` if the story does not say.",
                made.id,
            )


def _validated(reading: _Reading, form: Format[M], file: Path, source: Source, path: tuple[int, ...] = ()) -> M | None:
    value = source.value[path[0]] if path else source.value
    try:
        return form.read(value)
    except FormatError as error:
        entry = _entry_id(source, path)
        keys = _ENTRY_KEYS if path else _STORY_KEYS
        for inside, problem, remedy in explain(error, keys, _MOST_FAULTS):
            reading.fault(file, source.line(path + inside), problem, remedy, entry)
        return None


def _entry_id(source: Source, path: tuple[str | int, ...]) -> str | None:
    """Return the id of the entry that a path leads into, if it has one."""
    item = source.value[path[0]] if path and isinstance(path[0], int) else None
    written = item.get("id") if isinstance(item, dict) else None
    return named(written) if isinstance(written, str) else None


def _story(
    folder: Path, head: StorySource, article: Article, entries: list[Entry], disputes: tuple[Dispute, ...]
) -> Story:
    date = head.date
    return Story(
        id=folder.resolve().name,
        title=head.title,
        article=article,
        entries=tuple(entries),
        kicker=head.kicker,
        summary=head.summary,
        publisher=head.publisher,
        url=head.url,
        sources=tuple(head.sources),
        topics=dict(head.topics),
        date=StoryDate(date.known, date.note) if isinstance(date, DateSource) else StoryDate(date),
        speakers=_people(head.speakers),
        people=_people(head.people),
        aliases=tuple(map(tuple, head.aliases)),
        disputes=disputes,
        folder=folder,
    )


def _people(written: list[SpeakerSource]) -> tuple[Speaker, ...]:
    return tuple(Speaker(each.name, each.role, each.organisation, tuple(each.aliases), each.camp) for each in written)
