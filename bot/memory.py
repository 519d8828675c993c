"""Giving memory back: learning needs a lot of it for a second, and the allocator would keep it for ever."""

from __future__ import annotations

import ctypes
import ctypes.util
import gc


def settle() -> None:
    """Keep what lives out of the collector's way, and return free memory to the system where its allocator can."""
    gc.collect()
    gc.freeze()
    library = ctypes.util.find_library("c")
    trim = getattr(ctypes.CDLL(library), "malloc_trim", None) if library else None
    if trim is not None:
        trim(0)
