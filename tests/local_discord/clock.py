"""The clock that every id and timestamp of the local Discord comes from."""

from __future__ import annotations

import time
from datetime import UTC, datetime

DISCORD_EPOCH_MS = 1_420_070_400_000


class Clock:
    """Real time plus an offset that tests move, so that cooldowns and expiries need no waiting."""

    def __init__(self) -> None:
        self._offset = 0.0
        self._last_snowflake = 0

    def now(self) -> float:
        """Seconds since the Unix epoch."""
        return time.time() + self._offset

    def advance(self, seconds: float) -> None:
        """Move the clock forward."""
        self._offset += seconds

    def snowflake(self) -> int:
        """A new id; ids of one millisecond count up, so order of ids is order of creation."""
        stamp = int(self.now() * 1000 - DISCORD_EPOCH_MS) << 22
        self._last_snowflake = max(self._last_snowflake + 1, stamp)
        return self._last_snowflake


def timestamp(snowflake: int) -> str:
    """The ISO time at which an id was minted."""
    seconds = ((snowflake >> 22) + DISCORD_EPOCH_MS) / 1000
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def iso(seconds: float) -> str:
    """A Unix time in Discord's notation."""
    return datetime.fromtimestamp(seconds, UTC).isoformat()
