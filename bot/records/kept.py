"""What is read out of the records."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CalledWrong:
    """An entry that readers called wrong: how often, and most often why, by the ids of story and entry."""

    story: str
    entry: str
    count: int
    reason: str


@dataclass(frozen=True, slots=True)
class AskedInVain:
    """A normalised question that was not answered.

    count: how often it was asked within the time that is kept; this_week and week_before: in the last seven days,
    and in the seven before. first, last: seconds since 1970. nearest: ids of the stories and entries that came nearest.
    """

    id: int
    text: str
    outcome: str
    count: int
    this_week: int
    week_before: int
    first: int
    last: int
    nearest: tuple[tuple[str, str], ...]
