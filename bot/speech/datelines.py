"""Where, by whom and on what day a report was filed, which stands before its first sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.calendar_names import MONTHS, SHORT_MONTHS, WEEKDAYS

_MONTHS, _SHORT = ("|".join(map(str.title, names)) for names in (MONTHS, SHORT_MONTHS[::-1]))
MONTH = rf"(?:{_MONTHS}|(?:{_SHORT})\.?)"
DAY = (
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}\s+\d{{4}}|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2})\b"
)
WEEKDAY = rf"(?:(?:{'|'.join(map(str.title, WEEKDAYS))}),?\s+)?"
# Before a dash a day needs no year: "HALVERN, 14 March — ".
_ANY_DAY = rf"(?:{DAY}|\b\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}(?!\w)|\b{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b)"
# "HALDVIK, Norway (Courier) — ", or a place in any letters with the day: "Haldvik, 3 May 2019 – ".
_AGENCY = r"(?: \([^()\n]{2,30}\))?"
_REGION = r"(?:, (?!\d)[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,2}){0,2}"
_PLACE = rf"[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){{0,3}}{_REGION}"
_NO_PLACE = r"(?!(?:The|On|In|By|At|Since|Until|From|After|Before|An?|Last|This|That|It)\b)"
_ANY_PLACE = rf"{_NO_PLACE}[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){{0,3}}{_REGION}"
_DATELINE = re.compile(rf"(?:{_PLACE}{_AGENCY}|{_ANY_PLACE}{_AGENCY},? {WEEKDAY}({_ANY_DAY}){_AGENCY}) (?:—|–|--?) ")


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
