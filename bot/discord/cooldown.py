"""Who has asked how much lately: token buckets, in memory only, and never more of them than are worth keeping."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable

_MOST_KEYS = 10_000


class Buckets:
    """Lets each key act ``most`` times at once and as often again in ``seconds``; 0 means as often as it likes."""

    def __init__(self, most: int, seconds: float = 60.0, clock: Callable[[], float] = time.monotonic) -> None:
        """Use ``clock`` (seconds) to tell how much has been regained."""
        self._most, self._seconds, self._clock = most, seconds, clock
        # What was left of a bucket, and when; the one used longest ago comes first.
        self._kept: OrderedDict[Hashable, tuple[float, float]] = OrderedDict()

    def __len__(self) -> int:
        """Return how many keys are kept."""
        return len(self._kept)

    def take(self, key: Hashable) -> float:
        """Take one from the bucket of a key; return 0, or how many seconds it takes until there is one."""
        if not self._most:
            return 0.0
        now = self._clock()
        left = self._left(key, now)
        wait = max(0.0, (1 - left) * self._seconds / self._most)
        self._keep(key, left if wait else left - 1, now)
        return wait

    def _left(self, key: Hashable, now: float) -> float:
        left, since = self._kept.get(key, (float(self._most), now))
        return min(float(self._most), left + (now - since) * self._most / self._seconds)

    def _keep(self, key: Hashable, left: float, now: float) -> None:
        self._kept[key] = (left, now)
        self._kept.move_to_end(key)
        # Whoever has not asked for so long has a full bucket again: it need not be kept.
        while self._kept and (len(self._kept) > _MOST_KEYS or now - self._oldest() >= self._seconds):
            self._kept.popitem(last=False)

    def _oldest(self) -> float:
        return next(iter(self._kept.values()))[1]
