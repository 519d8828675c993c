"""A curator's own labelled questions: YAML or JSON lines, checked like the knowledge, every fault with its line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from msgspec import Meta, Struct
from rapidfuzz import fuzz, process

from bot.errors import BotError
from bot.evaluation.systems import Target
from bot.stories import Fault, Library
from bot.stories.files import ReadingError, read_at_most
from bot.stories.schema import Question, ShortText, explain
from bot.stories.validating import Format, FormatError
from bot.stories.yaml_source import MOST_BYTES, Source, SourceError, decode, read_yaml

_NONE = "none"
# More are not read, only scrolled past.
_MOST_TOLD = 20


class QuestionsError(BotError):
    """A file of labelled questions that can't be used, with all of its faults at once."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults in the order of the lines."""
        self.faults = tuple(sorted(faults, key=lambda fault: fault.line or 0))
        more = len(self.faults) - _MOST_TOLD
        cut = [f"… and {more} more."] if more > 0 else []
        super().__init__("\n".join([*map(str, self.faults[:_MOST_TOLD]), *cut]))


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question and what counts as right: entries that answer it, or none because the story does not say.

    near: the ``in_story: false`` entry that a curator named, if it is one of those; no other figure rests on it.
    """

    question: str
    expected: tuple[Target, ...]
    line: int
    near: tuple[Target, ...] = ()


def _as_list(value: object) -> object:
    if isinstance(value, str) and value.strip():
        return [] if value.strip().casefold() == _NONE else [value.strip()]
    if isinstance(value, list) and value:
        return value
    raise ValueError("Write an entry id, a list of ids, or none.")


class QuestionSource(Struct, frozen=True, forbid_unknown_fields=True):
    """A labelled question as a curator writes it; ``expect: none`` is read as an empty list."""

    question: Question
    expect: Annotated[list[ShortText], Meta(extra={"before": _as_list})]
    story: ShortText | None = None


_QUESTION = Format(QuestionSource)


def read_questions(file: Path, library: Library) -> list[Labelled]:
    """Read labelled questions, JSON lines if the name ends in .jsonl; raise QuestionsError with all faults."""
    try:
        source = _source(file)
    except SourceError as error:
        raise QuestionsError([Fault(file, error.line, None, error.problem, error.remedy)]) from None
    if not isinstance(source.value, list) or not source.value:
        raise QuestionsError([Fault(file, 1, None, "The file must be a list.", "Begin each with `- question: …`.")])
    reading = _Reading(file, library, source)
    found = [reading.labelled(number, value) for number, value in enumerate(source.value)]
    if reading.is_of_other_knowledge:
        stories = ", ".join(story.id for story in library.stories)
        problem = f"None of the entries that are expected is in the knowledge that was asked ({stories})."
        raise QuestionsError([Fault(file, None, None, problem, "Name the folder that you mean with --knowledge.")])
    if reading.faults:
        raise QuestionsError(reading.faults)
    return [each for each in found if each is not None]


def _source(file: Path) -> Source:
    try:
        # A pipe may be meant here, as from another program's output; it is read as far as a file may be large.
        with file.open("rb") as opened:
            text = decode(read_at_most(opened.read, MOST_BYTES))
    except ReadingError as error:
        raise SourceError(None, error.problem, error.remedy) from None
    except OSError as error:
        raise SourceError(None, f"The file can't be read: {error.strerror}.", "Check its name.") from None
    return _json_lines(text) if file.suffix.casefold() == ".jsonl" else read_yaml(text)


def _json_lines(text: str) -> Source:
    """Read JSON lines into what the YAML reader gives, so that one validator serves both."""
    values: list[Any] = []
    lines: dict[tuple[str | int, ...], int] = {}
    # Not splitlines: a question may hold characters that it would split at.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            lines[(len(values),)] = number
            try:
                values.append(json.loads(line))
            except (ValueError, RecursionError):
                raise SourceError(number, "This line is not JSON.", 'Write {"question": …, "expect": …}.') from None
    return Source(values, lines)


class _Reading:
    """The checking of one file's questions against the library."""

    def __init__(self, file: Path, library: Library, source: Source) -> None:
        self.faults: list[Fault] = []
        self._file, self._source = file, source
        self._stories = {story.id for story in library.stories}
        self._where = ", ".join(sorted(self._stories))
        self._unknown, self._known = 0, 0
        self._owners: dict[str, list[Target]] = {}
        for story, entry in library.entries():
            self._owners.setdefault(entry.id, []).append(Target(story, entry))

    @property
    def is_of_other_knowledge(self) -> bool:
        """Whether entries are expected, and there is none of them."""
        return self._unknown > 1 and not self._known

    def labelled(self, number: int, value: Any) -> Labelled | None:
        try:
            made = _QUESTION.read(value)
        except FormatError as error:
            for inside, problem, remedy in explain(error, _QUESTION.keys):
                self._fault((number, *inside), problem, remedy)
            return None
        if made.story is not None and made.story not in self._stories:
            self._fault((number, "story"), f"There is no story {made.story}.", _nearest(made.story, self._stories))
            return None
        found = [self._target(name, made.story, number) for name in made.expect]
        return self._sorted(made, [target for target in found if target is not None], number)

    def _sorted(self, made: QuestionSource, targets: list[Target], number: int) -> Labelled:
        expected = tuple(target for target in targets if target.entry.in_story)
        near = tuple(target for target in targets if not target.entry.in_story)
        if expected and near:
            problem = f"The story answers {expected[0].entry.id}, but not {near[0].entry.id}."
            self._fault((number, "expect"), problem, "Expect either; both can't be right.")
        return Labelled(" ".join(made.question.split()), expected, self._source.line((number,)) or 0, near)

    def _target(self, name: str, story: str | None, number: int) -> Target | None:
        owners = [target for target in self._owners.get(name, ()) if story in (None, target.story.id)]
        self._known += bool(owners)
        self._unknown += not owners
        if len(owners) == 1:
            return owners[0]
        if owners:
            stories = ", ".join(target.story.id for target in owners)
            self._fault(
                (number, "expect"), f"The entry {name} stands in several stories: {stories}.", "Add `story: …`."
            )
        else:
            known = {i for i, all_of in self._owners.items() if any(story in (None, t.story.id) for t in all_of)}
            self._fault((number, "expect"), f"There is no entry {name} in {self._where}.", _nearest(name, known))
        return None

    def _fault(self, path: tuple[str | int, ...], problem: str, remedy: str) -> None:
        self.faults.append(Fault(self._file, self._source.line(path), None, problem, remedy))


def _nearest(name: str, known: Iterable[str]) -> str:
    near = process.extractOne(name, sorted(known), scorer=fuzz.ratio, score_cutoff=50)
    return f"Did you mean {near[0]}?" if near else "See the knowledge folder for those there are."
