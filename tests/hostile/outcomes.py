"""What became of a hostile folder: refused with its places named, loaded because it is valid, or neither."""

from __future__ import annotations

import re
import tempfile
import time
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from bot.stories import Fault, KnowledgeError, Library, load_library
from bot.stories.printing import printable
from bot.stories.quotes import SHORTEST_QUOTE
from tests.hostile.folders import Hostile
from tests.hostile.valid import VALID

# What is wrong with a file or a folder as a whole has no line.
_OF_A_WHOLE = re.compile(
    r"The (?:file|article|link|name) (?:is|can't|leads|of this)\b|This is (?:a folder|no regular file)"
    r"|There (?:are no entries|is no story|is no such)|Two story folders"
)


_BREAK = re.compile(rb"\r\n|[\n\r]|\xc2\x85|\xe2\x80[\xa8\xa9]")


class Outcome(StrEnum):
    """What became of a folder."""

    REFUSED = "refused"
    LOADED = "loaded"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Judged:
    """An outcome, what was said or is wrong, how long the loading took, and the library if there is one."""

    outcome: Outcome
    told: str
    seconds: float
    library: Library | None = None


def warm_up() -> None:
    """Load some faulty folders, so that what is imported late has been when a loading is watched."""
    faulty = (b"titel: x\n", b'"\\e": x\n', b"title: [x]\n", b"a: &a b\n", b"\xff", b"title: \0")
    for story in faulty:
        with tempfile.TemporaryDirectory(prefix="hostile-") as place:
            outcome_of(Hostile({**VALID, "story.yaml": story}).write(Path(place)))


def outcome_of(knowledge: Path) -> Judged:
    """Load a folder, and say what became of it."""
    _lines_in.cache_clear()
    began = time.perf_counter()
    try:
        library = load_library(knowledge)
    except KnowledgeError as error:
        seconds = time.perf_counter() - began
        complaints = [complaint for fault in error.faults if (complaint := _complaint(fault, knowledge))]
        wrong = complaints[0] if complaints else "" if error.faults else "no fault at all"
        return Judged(Outcome.NEITHER if wrong else Outcome.REFUSED, wrong or str(error), seconds)
    except Exception as error:
        return Judged(Outcome.NEITHER, f"{type(error).__name__}: {error}", time.perf_counter() - began)
    seconds, wrong = time.perf_counter() - began, _unproved(library)
    return Judged(Outcome.NEITHER if wrong else Outcome.LOADED, wrong, seconds, library)


def _complaint(fault: Fault, knowledge: Path) -> str:
    """Say what a curator would miss in a fault; nothing if it is as it should be."""
    told = str(fault)
    if not fault.file.is_relative_to(knowledge) or not fault.problem or not fault.remedy:
        return f"no file, problem or remedy: {told}"
    if printable(told) != told or len(told) > 2_000:
        return f"not one printable line: {told!r}"
    if fault.line is None:
        return "" if _OF_A_WHOLE.match(fault.problem) else f"no line: {told}"
    lines = _lines_in(fault.file)
    return "" if 1 <= fault.line <= lines else f"no such line, of {lines}: {told}"


@lru_cache(maxsize=1)
def _lines_in(file: Path) -> int:
    data = file.read_bytes() if file.is_file() else b""
    return len(_BREAK.findall(data)) + 1


def _unproved(library: Library) -> str:
    """Return what a loaded library shows that is not an exact slice of its article; nothing if all is proved."""
    for story in library.stories:
        cited = [citation for entry in story.entries for citation in entry.citations]
        cited += [citation for dispute in story.disputes for citation in dispute.statements]
        for each in cited:
            paragraph = story.article.paragraph_at(each.start).number
            if each.quote != story.article.text[each.start : each.end] or each.paragraph != paragraph:
                return f"not a slice: {each}"
            if len(each.quote) < SHORTEST_QUOTE and each.quote.isascii():
                return f"too short: {each}"
        if not story.entries or any(entry.in_story and not entry.citations for entry in story.entries):
            return "an answer without a quote"
    return ""
