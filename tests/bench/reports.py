"""The invented reports of tests/data, with what people asked of each and whether it says so.

What stories seldom tell and the encoder were learnt from those in `reports`; the reader from those in `disputed` too,
which came later and tell of what is claimed and denied.

A report is a line "# headline", its sentences by number, and "+3 question", which sentence 3 answers, or "- question"
(with or without a sentence that it seems to be about), which none does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_QUESTION = re.compile(r"(?P<sign>[+-])(?P<sentences>[\d, ]*)\s(?P<question>.+)")


@dataclass(frozen=True, slots=True)
class Question:
    """A question, whether its report answers it, and the places of the sentences that do."""

    text: str
    told: bool
    answered_by: frozenset[int]


@dataclass(frozen=True, slots=True)
class Report:
    """The sentences of a report, what is asked of it, and the collection that it is from."""

    source: str
    sentences: tuple[str, ...]
    questions: tuple[Question, ...]


def read_reports(folder: Path, *parts: str) -> Iterator[Report]:
    """Yield the reports of parts of a folder, by default of `reports` alone, collection by collection."""
    for file in (file for part in parts or ("reports",) for file in sorted(folder.glob(f"{part}/*.txt"))):
        for block in file.read_text(encoding="utf-8").split("\n# "):
            # The headline, which may begin with a figure too, is no sentence.
            yield _report(block.splitlines()[1:], file.stem)


def _report(lines: list[str], source: str) -> Report:
    sentences = dict(line.split(" ", 1) for line in lines if line[:1].isdigit())
    places = {number: at for at, number in enumerate(sentences)}
    asked = (_question(found, places) for found in map(_QUESTION.fullmatch, lines) if found)
    return Report(source, tuple(sentences.values()), tuple(asked))


def _question(found: re.Match[str], places: dict[str, int]) -> Question:
    told = found["sign"] == "+"
    numbers = re.findall(r"\d+", found["sentences"]) if told else ()
    return Question(found["question"], told, frozenset(places[number] for number in numbers if number in places))
