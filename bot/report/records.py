"""What a report is made of that the knowledge itself does not tell: what readers asked in vain, and their votes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.errors import BotError


class ReportError(BotError):
    """A report that can't be written, and what to do."""


@dataclass(frozen=True, slots=True)
class AskedInVain:
    """A question, or several alike, that got no answer: how often, from when to when, and the nearest entries by id."""

    question: str
    count: int
    first: date
    last: date
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of the bot's use.

    unanswered: the questions asked in vain, the most frequent first.
    votes: how often readers called an entry's answer wrong, by the ids of story and entry.
    """

    unanswered: tuple[AskedInVain, ...] = ()
    votes: Mapping[tuple[str, str], int] = field(default_factory=dict)
