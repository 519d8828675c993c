"""The day on which an article was published, where a line above it prints one."""

from __future__ import annotations

import re
from collections.abc import Sequence

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


def is_day_line(text: str) -> bool:
    """Tell whether a paragraph is nothing but the day."""
    return _LINE.fullmatch(text) is not None


def printed_day(paragraphs: Sequence[str]) -> str | None:
    """Return the day that the byline or a line of its own prints, as it stands there; a day within a text is none."""
    for text in paragraphs[:_WITHIN]:
        day = _DAY.search(text)
        if day and (is_day_line(text) or (_BY.match(text) and len(text) <= _LONGEST)):
            return day.group()
    return None
