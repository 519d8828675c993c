"""Figures in answers that none of their citations has: a slip of the fingers there is what readers would repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.checking.concerns import Concern, Kind
from bot.numerals import NUMERALS
from bot.stories import Entry, Story
from bot.stories.typography import fold

_TENS = {word: value for word, value in NUMERALS.items() if value >= 20}
_WORDS = {word: float(value) for word, value in NUMERALS.items()}
_WORDS |= {f"{ten}-{one}": float(n + m) for ten, n in _TENS.items() for one, m in NUMERALS.items() if 0 < m < 10}
_WORDS |= {"dozen": 12.0, "twice": 2.0}
_SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SCALES |= {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9}
# No letter and no hyphen before it: a Su-24 and a G7 are names.
_DIGITS = r"(?<![\w.,-])(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.\d+)?"
_NUMBER = re.compile(
    rf"(?:(?P<digits>{_DIGITS})|\b(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))})\b)"
    rf"(?:[ -]?(?P<scale>{'|'.join(sorted(_SCALES, key=len, reverse=True))})s?\b)?",
    re.IGNORECASE,
)
_MOST_COUNTED = 10


def unproved_figures(story: Story) -> Iterator[Concern]:
    """Say which answers have a number that stands in none of their citations.

    The whole article may have it where the story does not say, or where nothing is cited. A small number in letters may
    be what a curator has counted ("two passages"), unless the citations have another small one that the answer lacks.
    """
    known = set(_values(" ".join([story.title, story.date.known or "", story.date.note or ""])))
    article = set(_values(story.article.text))
    for entry in story.entries:
        answered = _values(entry.answer)
        cited = set(_values("\n".join(each.quote for each in entry.citations)))
        proved = known | (cited if entry.in_story and entry.citations else article)
        swapped = any(value <= _MOST_COUNTED for value in cited - set(answered))
        for value, written in answered.items():
            if value not in proved and (swapped or not _may_be_counted(written, value)):
                yield _concern(story, entry, written)


def _may_be_counted(written: str, value: float) -> bool:
    return written.isalpha() and value <= _MOST_COUNTED


def _values(text: str) -> dict[float, str]:
    """Return the numbers of a text, in digits or in words, each as it is first written."""
    found: dict[float, str] = {}
    for number in _NUMBER.finditer(fold(text)):
        digits, word, scale = number.group("digits", "word", "scale")
        value = float(re.sub(r"[, ]", "", digits)) if digits else _WORDS[word.casefold()]
        # "One" is mostly no number: "one of them", "no one".
        if not digits and not scale and value == 1:
            continue
        found.setdefault(value * _SCALES.get((scale or "").casefold(), 1.0), number.group().strip())
    return found


def _concern(story: Story, entry: Entry, written: str) -> Concern:
    problem = f"The answer has the number {written}, and none of its citations does."
    remedy = "Correct it, or cite the words that say so."
    made = Concern.of_entry(Kind.FIGURE, story, entry, problem, remedy)
    return replace(made, line=entry.lines.answer if entry.lines else None, text=written)
