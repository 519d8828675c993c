"""Texts that are seldom read, kept compressed: tens of thousands of phrasings take a tenth of what objects would."""

from __future__ import annotations

import zlib
from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar, overload

from bot.stories.records import FollowUp

T = TypeVar("T")


class _Packed(Sequence[T]):
    """A sequence that makes its items anew each time, and equals any other of the same."""

    __slots__ = ()

    @abstractmethod
    def __iter__(self) -> Iterator[T]: ...

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...

    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        """Return an item, or several as a tuple."""
        return tuple(self)[at]

    def __eq__(self, other: object) -> bool:
        """Compare item by item."""
        return isinstance(other, Sequence) and not isinstance(other, str) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        """Return the hash of a tuple of the same."""
        return hash(tuple(self))

    def __repr__(self) -> str:
        """Show the items."""
        return repr(tuple(self))


class Texts(_Packed[str]):
    """Texts of one line each; the first, which is shown to people, is at hand."""

    __slots__ = ("_count", "_first", "_others")

    def __init__(self, texts: Iterable[str]) -> None:
        """Take the texts; one with a line break in it would come back as two."""
        lines = list(texts)
        self._count = len(lines)
        self._first = lines[0] if lines else None
        self._others = zlib.compress("\n".join(lines[1:]).encode()) if lines[1:] else b""

    def __len__(self) -> int:
        """Return how many texts there are."""
        return self._count

    def __iter__(self) -> Iterator[str]:
        """Go through the texts."""
        if self._first is not None:
            yield self._first
        if self._others:
            yield from zlib.decompress(self._others).decode().split("\n")

    def __getitem__(self, at: int | slice) -> str | Sequence[str]:  # type: ignore[override]
        """Return a text, or several."""
        return self._first if at == 0 and self._first is not None else super().__getitem__(at)


class FollowUps(_Packed[FollowUp]):
    """Follow-ups, each with the id of the entry that it comes after."""

    __slots__ = ("_lines",)

    def __init__(self, asked: Iterable[FollowUp]) -> None:
        """Take the follow-ups; there is no tab in an id."""
        self._lines = Texts(f"{each.after}\t{each.question}" for each in asked)

    def __len__(self) -> int:
        """Return how many follow-ups there are."""
        return len(self._lines)

    def __iter__(self) -> Iterator[FollowUp]:
        """Go through the follow-ups."""
        parted = (line.partition("\t") for line in self._lines)
        return (FollowUp(after, question) for after, _, question in parted)
