"""Reading what lies in a knowledge folder: regular files inside it and nothing else, and never more than has room.

Whoever writes a folder may put anything into it: a link to a secret, a pipe that never ends, a device, a terabyte.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

from bot.stories.printing import printable


class ReadingError(Exception):
    """Something that can't be read as a part of a story."""

    def __init__(self, problem: str, remedy: str) -> None:
        """Say what is wrong and what to do."""
        super().__init__(problem)
        self.problem, self.remedy = problem, remedy


def read_inside(file: Path, folder: Path, most: int) -> bytes:
    """Return the bytes of a regular file inside a folder; raise ReadingError for anything else or for more bytes."""
    try:
        _require_regular(file, folder)
        return read_regular(file.resolve(), most)
    except OSError as error:
        raise ReadingError(
            f"The file can't be read: {error.strerror}.", "Check the file and its permissions."
        ) from None


def read_regular(file: Path, most: int) -> bytes:
    """Return the bytes of a regular file, which is looked at once more when it is open: nothing makes this wait."""
    with open(file, "rb", buffering=0, opener=_opened) as opened:
        about = os.fstat(opened.fileno())
        if not stat.S_ISREG(about.st_mode):
            raise _irregular()
        if about.st_size > most:
            raise _too_large(most)
        return read_at_most(opened.read, most)


def read_at_most(read: Callable[[int], bytes | None], most: int) -> bytes:
    """Return what ``read(size)`` gives until it ends; raise ReadingError where that is more than ``most`` bytes."""
    parts, left = [], most + 1
    while left and (part := read(min(left, 2**20))):
        parts.append(part)
        left -= len(part)
    if not left:
        raise _too_large(most)
    return b"".join(parts)


def _opened(name: str, flags: int) -> int:
    # A pipe without a writer would make a plain open wait for one; a link has been followed before.
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))


def _require_regular(file: Path, folder: Path) -> None:
    if printable(file.name) != file.name:
        raise ReadingError("The name of this file has a character that can't be shown.", "Rename it.")
    # Asked first: before Python 3.13, resolving a link to itself is an error.
    if not file.exists():
        if file.is_symlink():
            raise ReadingError("The link leads nowhere.", "Put the file itself here, not a link.")
        raise ReadingError("The file is missing.", f"Add {file.name}.")
    if not file.resolve().is_relative_to(folder.resolve()):
        raise ReadingError("The file leads out of the story's folder.", "Put the file itself here, not a link.")
    if file.is_dir():
        raise ReadingError("This is a folder, not a file.", "Rename it, and put a file in its place.")
    if not file.is_file():
        raise _irregular()


def _irregular() -> ReadingError:
    return ReadingError("This is no regular file.", "Put a regular file in its place.")


def _too_large(most: int) -> ReadingError:
    return ReadingError(f"The file is larger than {most // 2**20} MiB.", "Split it.")
