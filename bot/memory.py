"""Giving memory back: learning needs a lot of it for a second, and the allocator would keep it for ever."""

from __future__ import annotations

import ctypes
import ctypes.util
import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from typing import Any, TypeVar
from weakref import WeakMethod

T = TypeVar("T")
# glibc's name for how many heaps there may be, one of which each thread would have for itself and keep free memory in.
_M_ARENA_MAX, _ONE = -8, 1
# ... and for how much free memory at a heap's end is kept; left alone it grows with the largest piece that was freed.
_M_TRIM_THRESHOLD, _MOST_FREE = -1, 1 << 19
# How long one thread may compute before another gets its turn, while knowledge is learnt beside a running bot.
_SECONDS_A_TURN = 0.001


def share_heaps() -> None:
    """Let threads share one heap, where the allocator is glibc's: what one has freed, another can use.

    They hardly ever allocate at once, having one interpreter's lock between them.
    """
    mallopt = getattr(_c_library(), "mallopt", None)
    if mallopt is not None:
        mallopt(_M_ARENA_MAX, _ONE)
        mallopt(_M_TRIM_THRESHOLD, _MOST_FREE)


def settle() -> None:
    """Keep what lives out of the collector's way, and return free memory to the system where its allocator can."""
    gc.collect()
    gc.freeze()
    trim()


def trim() -> None:
    """Return free memory to the system where its allocator can."""
    malloc_trim = getattr(_c_library(), "malloc_trim", None)
    if malloc_trim is not None:
        malloc_trim(0)


@cache
def _c_library() -> ctypes.CDLL | None:
    name = ctypes.util.find_library("c")
    return ctypes.CDLL(name) if name else None


@contextmanager
def gently() -> Iterator[None]:
    """Load a lot on one thread while others go on answering: for one thread at a time.

    A collection over millions of new objects would stop every thread for a tenth of a second, so the collector waits
    until what was replaced has been freed; and threads take turns more often.
    """
    turn = sys.getswitchinterval()
    gc.disable()
    sys.setswitchinterval(min(turn, _SECONDS_A_TURN))
    try:
        yield
    finally:
        sys.setswitchinterval(turn)
        gc.enable()


def remembering(method: Callable[..., T], most: int) -> Callable[..., T]:
    """Return a method that remembers its last ``most`` results and does not keep its object alive.

    ``lru_cache`` around a bound method is a cycle when the object keeps it: only the collector would free the object.
    """
    weakly: WeakMethod[Any] = WeakMethod(method)

    @lru_cache(most)
    def remembered(*given: Any, **named: Any) -> T:
        found: T = weakly()(*given, **named)  # type: ignore[misc]
        return found

    return remembered
