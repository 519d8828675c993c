"""An event loop on which time runs fast, so that an outage of minutes is over in a second."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Mapping
from typing import Any


class _Hasty(selectors.BaseSelector):
    """A selector that waits only a fraction of the time that it is told to."""

    def __init__(self, speed: float) -> None:
        self._inner, self._speed = selectors.DefaultSelector(), speed

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        return self._inner.select(timeout if timeout is None or timeout <= 0 else timeout / self._speed)

    def register(self, fileobj: Any, events: int, data: Any = None) -> selectors.SelectorKey:
        return self._inner.register(fileobj, events, data)

    def unregister(self, fileobj: Any) -> selectors.SelectorKey:
        return self._inner.unregister(fileobj)

    def modify(self, fileobj: Any, events: int, data: Any = None) -> selectors.SelectorKey:
        return self._inner.modify(fileobj, events, data)

    def get_map(self) -> Mapping[Any, selectors.SelectorKey]:
        return self._inner.get_map()

    def close(self) -> None:
        self._inner.close()


class FastLoop(asyncio.SelectorEventLoop):
    """Sleeps, time-outs and the loop's clock run ``speed`` times as fast; sockets, threads and the wall clock don't."""

    def __init__(self, speed: float = 60.0) -> None:
        self.speed = speed
        super().__init__(_Hasty(speed))

    def time(self) -> float:
        """Seconds of this loop's own time."""
        return super().time() * self.speed
