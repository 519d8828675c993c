"""Texts that are seldom read, kept as one: tens of thousands of phrasings would take five times as much as objects."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar, overload

from bot.stories.records import FollowUp

T = TypeVar("T")
_BETWEEN = b"\n"


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
    """Texts of one line each."""

    __slots__ = ("_count", "_joined")

    def __init__(self, texts: Iterable[str]) -> None:
        """Take the texts; one with a line break in it would come back as two."""
        lines = [text.encode() for text in texts]
        self._count, self._joined = len(lines), _BETWEEN.join(lines)

    def __len__(self) -> int:
        """Return how many texts there are."""
        return self._count

    def __iter__(self) -> Iterator[str]:
        """Go through the texts."""
        return iter(self._joined.decode().split("\n") if self._count else ())

    def __getitem__(self, at: int | slice) -> str | Sequence[str]:  # type: ignore[override]
        """Return a text, or several; the first, which is shown to people, without the others."""
        if at == 0 and self._count:
            return self._joined.partition(_BETWEEN)[0].decode()
        return super().__getitem__(at)


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
