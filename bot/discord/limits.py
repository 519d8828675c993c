"""How much a person may ask and a channel may get, as the settings say."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from discord.utils import format_dt

from bot.config import Settings
from bot.discord.cooldown import Buckets

_NOTICE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Wait:
    """How long somebody has to wait."""

    seconds: float

    @property
    def when(self) -> str:
        """The moment at which it goes on, as Discord shows it to each reader."""
        return format_dt(datetime.now(UTC) + timedelta(seconds=max(1.0, self.seconds)), "R")


class Limits:
    """The buckets of people and channels."""

    def __init__(self, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        """Use ``clock`` (seconds) to tell how much has been regained."""
        self._people = Buckets(settings.questions_per_minute, clock=clock)
        self._channels = Buckets(settings.channel_answers_per_minute, clock=clock)
        self._notices = Buckets(1, _NOTICE_SECONDS, clock)

    def person(self, user: int) -> Wait | None:
        """Count a question; return how long the person has to wait, None if it may be answered."""
        return _wait(self._people.take(user))

    def channel(self, channel: int | None) -> Wait | None:
        """Count an answer that everybody sees; return how long the channel has to wait."""
        return _wait(self._channels.take(channel))

    def may_notify(self, who: tuple[int, int]) -> bool:
        """Tell whether it is time to tell somebody in public that they have to wait: once a minute at most."""
        return not self._notices.take(who)


def _wait(seconds: float) -> Wait | None:
    return Wait(seconds) if seconds else None
