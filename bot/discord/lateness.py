"""How late interactions reach us: after three seconds Discord takes no answer, and working one out is of no use.

https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from discord.utils import snowflake_time

# So long Discord waits for the first response.
PATIENCE = 3.0
# Clocks drift by a fraction of a second in this time.
_SECONDS_OF_A_WINDOW = 3_600.0


class Lateness:
    """Tells how much later than others an interaction has come.

    Discord's clock and ours need not agree: the quickest interaction of the last hour or two is taken to have come at
    once. Our clock is one that nobody sets; while the machine sleeps it stands still, which makes nothing look late.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Use ``clock`` (seconds) to tell when something comes."""
        self._clock = clock
        self._since = -math.inf
        self._least = self._least_before = math.inf

    def of(self, number: int) -> float:
        """Return how many seconds later than the quickest the interaction with this id comes, which is now."""
        now = self._clock()
        if now - self._since >= _SECONDS_OF_A_WINDOW:
            follows = now - self._since < 2 * _SECONDS_OF_A_WINDOW
            self._least_before = self._least if follows else math.inf
            self._since, self._least = now, math.inf
        took = now - snowflake_time(number).timestamp()
        self._least = min(self._least, took)
        return took - min(self._least, self._least_before)
