"""The records as the rest of the program knows them: what to leave there, and what to read out of them.

Where they are kept, and the library for databases with it, is only read in where something is kept: it takes some
fifteen MiB.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.answering.feedback import Vote
from bot.answering.records import Answer
from bot.records.kept import AskedInVain, CalledWrong
from bot.records.problems import Problem


@dataclass(frozen=True, slots=True)
class Condition:
    """Whether anything is kept, what keeps it from being written, how much waits for that, and how much was lost."""

    is_kept: bool
    problem: Problem | None = None
    waiting: int = 0
    lost: int = 0
    days: int = 0


class Records:
    """Takes what readers asked in vain, what they voted, and what was reloaded; these keep nothing of it.

    Leaving something here never waits and never fails. Reading raises RecordsError while what is kept can't be read.
    """

    @property
    def condition(self) -> Condition:
        """How recording is going."""
        return Condition(is_kept=False)

    def take(self, vote: Vote) -> None:
        """Count a vote, without its note."""

    def asked(self, question: str, answer: Answer) -> None:
        """Count a question that was not answered, redacted and normalised."""

    def reloaded(self, act: str, before: str, after: str) -> None:
        """Note that a version came into use."""

    async def unanswered(self) -> list[AskedInVain]:
        """Return the questions that were not answered and not dismissed, the latest first."""
        return []

    async def called_wrong(self, most: int) -> list[CalledWrong]:
        """Return the entries that readers called wrong, those most often first."""
        return []

    def dismiss(self, numbers: Iterable[int]) -> None:
        """Show some questions no more, however often they are asked."""

    def settle(self, texts: Iterable[str]) -> None:
        """Forget questions that are answered now."""

    async def server_stories(self) -> dict[int, str]:
        """Return the story of each server that has set one."""
        return {}

    def set_story(self, server: int, story: str | None) -> None:
        """Set a server's story, or with None forget it."""

    def close(self) -> None:
        """Write what is left, if that can be done soon."""


def records_at(where: str | None, days: int) -> Records:
    """Return records that are kept for ``days`` in the database ``where``, a file or a URL; None keeps nothing.

    Raises RecordsError if ``where`` names no database.
    """
    if not where:
        return Records()
    from bot.records.store import Store  # reads in the library for databases

    return Store(where, days)
