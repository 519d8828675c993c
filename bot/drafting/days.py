"""The day on which an article was published, where a line above it prints one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.speech.datelines import DAY, WEEKDAY, dateline_of

_DAY = re.compile(DAY)
# A line that prints the day and no more: "Published on Monday, 3 May 2019, 10:15".
_LINE = re.compile(
    rf"(?:(?:first )?(?:published|posted|date|released)(?:\s+on)?:?\s+)?{WEEKDAY}({_DAY.pattern})"
    r"(?:[\s,|·–-]*\d\d?[:.]\d\d.{0,12})?\.?",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:words |story |text |report |reporting )?by [A-Z]", re.IGNORECASE)
_LONGEST, _WITHIN = 120, 5


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
