"""Places where Discord did not let the bot answer, for the log and for ``/health``; bounded, and in memory only."""

from __future__ import annotations

import logging
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.discord.cooldown import Buckets

_log = logging.getLogger(__name__)
_MOST_KEPT = 50
_SECONDS_BETWEEN_LINES = 600.0


@dataclass(frozen=True, slots=True)
class Refusal:
    """A channel, the permissions that were missing there, and when that was noticed (seconds since 1970)."""

    guild: int | None
    channel: int
    missing: tuple[str, ...]
    at: float


class TurnedAway:
    """The last refusal of each channel."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        """Use ``clock`` for the time of a refusal."""
        self._clock = clock
        self._kept: OrderedDict[int, Refusal] = OrderedDict()
        self._lines = Buckets(1, _SECONDS_BETWEEN_LINES)

    def note(self, guild: int | None, channel: int, missing: Sequence[str]) -> None:
        """Remember a refusal; the log has a line of each channel at most every ten minutes."""
        self._kept[channel] = Refusal(guild, channel, tuple(missing), self._clock())
        self._kept.move_to_end(channel)
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        if not self._lines.take(channel):
            _log.warning("no permission to answer in channel %s: %s is missing", channel, ", ".join(missing))

    def of_guild(self, guild: int) -> list[Refusal]:
        """Return the refusals of one server, the latest first."""
        return [refusal for refusal in reversed(self._kept.values()) if refusal.guild == guild]
