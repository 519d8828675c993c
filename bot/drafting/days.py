"""The day on which an article was published, where a line above it prints one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    "|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?)"
)
_DAY = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\s+\d{{4}}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2})\b"
)
_WEEKDAY = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\\s+)?"
# A line that prints the day and no more: "Published on Monday, 3 May 2019, 10:15".
_LINE = re.compile(
    rf"(?:(?:first )?(?:published|posted|date|released)(?:\s+on)?:?\s+)?{_WEEKDAY}({_DAY.pattern})"
    r"(?:[\s,|·–-]*\d\d?[:.]\d\d.{0,12})?\.?",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:words |story |text |report |reporting )?by [A-Z]", re.IGNORECASE)
_LONGEST, _WITHIN = 120, 5
# Where and by whom a report was filed: "HALDVIK, Norway (Courier) — ", or a place in any letters with the day:
# "Haldvik, 3 May 2019 – ". It is no part of what is told.
_AGENCY = r"(?: \([^()\n]{2,30}\))?"
_PLACE = r"[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){0,3}(?:, [A-Z][\w.]{1,20})?"
_ANY_PLACE = r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,3}(?:, [A-Z][\w.]{1,20})?"
_DATELINE = re.compile(
    rf"(?:{_PLACE}{_AGENCY}|{_ANY_PLACE}{_AGENCY},? {_WEEKDAY}({_DAY.pattern}){_AGENCY}) (?:—|–|--?) "
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the first sentence of a report: where it ends, the part before its dash, and a day."""

    end: int
    shown: int
    day: str | None


def dateline_of(text: str, start: int = 0, end: int | None = None) -> Dateline | None:
    """Return the dateline with which a text begins."""
    found = _DATELINE.match(text, start, len(text) if end is None else end)
    if found is None:
        return None
    return Dateline(found.end(), found.start() + len(found.group().rstrip(" —–-")), found.group(1))


def is_day_line(text: str) -> bool:
    """Tell whether a paragraph is nothing but the day."""
    return _LINE.fullmatch(text) is not None


def printed_day(paragraphs: Sequence[str]) -> str | None:
    """Return the day that a byline, a dateline or a line of its own prints, as it stands there; none within a text."""
    for text in paragraphs[:_WITHIN]:
        if (dateline := dateline_of(text)) and dateline.day:
            return dateline.day
        day = _DAY.search(text)
        if day and (is_day_line(text) or (_BY.match(text) and len(text) <= _LONGEST)):
            return day.group()
    return None
