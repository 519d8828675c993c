"""Watching what Python does while a folder is loaded: which files it opens, and whether it runs anything."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_RUNS = {"exec", "compile", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "subprocess.Popen"}
_RUNS |= {"socket.connect", "socket.bind", "import", "pickle.find_class", "code.__new__", "ctypes.dlopen"}
_seen: list[tuple[str, str]] | None = None
_hooked: list[bool] = []


def _hook(event: str, given: tuple[object, ...]) -> None:
    if _seen is None:
        return
    if event == "open" and isinstance(given[0], str | bytes | os.PathLike):
        _seen.append(("open", os.fsdecode(given[0])))
    elif event in _RUNS:
        _seen.append((event, repr(given[:1])[:200]))


@contextmanager
def watched() -> Iterator[list[tuple[str, str]]]:
    """Return what happens until the end: files that are opened, and what is run. An audit hook stays for ever."""
    global _seen  # noqa: PLW0603 - the hook can't be taken away, only told to look elsewhere
    if not _hooked:
        sys.addaudithook(_hook)
        _hooked.append(True)
    _seen = found = []
    try:
        yield found
    finally:
        _seen = None


def outside(seen: list[tuple[str, str]], folder: Path) -> list[tuple[str, str]]:
    """Return what was run, and what was opened that does not lie in a folder."""
    real = folder.resolve()
    return [
        (event, what)
        for event, what in seen
        if event != "open" or not Path(os.path.realpath(what)).is_relative_to(real)
    ]
