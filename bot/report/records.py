"""What a report is made of that the knowledge itself does not tell: what readers asked in vain, and their votes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.errors import BotError
from bot.knowledge.unanswered import Group, by_meaning, by_words, grouped
from bot.matching import Meanings
from bot.records import RecordsError
from bot.records.reading import look_into


class ReportError(BotError):
    """A report that can't be written, and what to do."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of the bot's use.

    unanswered: the questions asked in vain, alike ones together, the most frequent first.
    votes: how often readers called an entry's answer wrong, by the ids of story and entry.
    missing: why nothing could be read, in a sentence; empty if it was.
    """

    unanswered: tuple[Group, ...] = ()
    votes: Mapping[tuple[str, str], int] = field(default_factory=dict)
    missing: str = ""


def read_kept(where: str | None, days: int, meanings: Meanings | None = None) -> Kept:
    """Return what the records ``where`` hold, which stay as they are; or what keeps them from being read."""
    if where is None:
        return Kept(missing="Nothing that readers ask is kept: RECORDS is off.")
    try:
        found = look_into(where, days)
    except RecordsError as error:
        return Kept(missing=str(error))
    if found is None:
        return Kept(missing="There are no records yet: the bot begins them when it runs on Discord.")
    groups = grouped(found.unanswered, by_meaning(meanings) if meanings else by_words)
    return Kept(tuple(groups), {(each.story, each.entry): each.count for each in found.called_wrong})
