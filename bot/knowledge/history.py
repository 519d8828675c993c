"""The versions that were in use since the start: as libraries, which are small; to go back, one is learnt again."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import StrEnum

from bot.stories import Library

MOST_VERSIONS = 6


class Act(StrEnum):
    """How a version came into use."""

    START = "start"
    RELOAD = "reload"
    ROLLBACK = "rollback"
    EDIT = "edit"
    SIGNAL = "signal"


@dataclass(frozen=True, slots=True)
class Version:
    """A library that is or was in use: since when (seconds since 1970), how it came there, and by whom."""

    library: Library
    since: float
    act: Act
    by: str | None = None

    @property
    def name(self) -> str:
        """The short hash of the content."""
        return self.library.version


class History:
    """The latest versions, the one in use last; never empty."""

    def __init__(self, first: Version, most: int = MOST_VERSIONS) -> None:
        """Begin with the version in use; keep ``most``."""
        self._kept = deque([first], maxlen=most)

    @property
    def current(self) -> Version:
        """The version in use."""
        return self._kept[-1]

    @property
    def earlier(self) -> tuple[Version, ...]:
        """Other versions that were in use, the latest first, each content once."""
        found: dict[str, Version] = {}
        for version in reversed(self._kept):
            if version.library.digest != self.current.library.digest:
                found.setdefault(version.library.digest, version)
        return tuple(found.values())

    def add(self, version: Version) -> None:
        """Note that a version came into use."""
        self._kept.append(version)

    def find(self, name: str) -> Version | None:
        """Return the earlier version of that name; the latest for no name."""
        return next((version for version in self.earlier if name in ("", version.name)), None)
