"""Entries that were read before: of a folder that is read again, only the files that changed are.

Whoever reloads has mostly edited one file of many. So a reload takes little time beside the answers, and the versions
that are kept share what they have in common.
"""

from __future__ import annotations

import hashlib

from bot.stories.records import Entry


class Shelf:
    """The faultless entries of files, by what these and all that they were read with held; those of the last reading.

    No two threads may read with one shelf at a time.
    """

    def __init__(self) -> None:
        """Begin with nothing on it."""
        self._kept: dict[bytes, tuple[Entry, ...]] = {}
        self._used: dict[bytes, tuple[Entry, ...]] = {}

    def find(self, key: bytes) -> tuple[Entry, ...] | None:
        """Return what was put there, and keep it on."""
        found = self._kept.get(key)
        if found is not None:
            self._used[key] = found
        return found

    def put(self, key: bytes, entries: tuple[Entry, ...]) -> None:
        """Keep the entries of a file."""
        self._used[key] = entries

    def turn(self) -> None:
        """End a reading: what it did not use is forgotten."""
        self._kept, self._used = self._used, {}


def key_of(*parts: bytes) -> bytes:
    """Return a key for some parts, each of them as long as it is."""
    found = hashlib.sha256()
    for part in parts:
        found.update(len(part).to_bytes(8, "big") + part)
    return found.digest()
