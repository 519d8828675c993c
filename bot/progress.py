"""Telling how far long work has come: whoever does it says so, a face may show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol, TypeVar

T = TypeVar("T")


class Watch(Protocol):
    """Somebody who watches long work; ``what`` is said while it is done."""

    def each(self, items: Sequence[T], what: str) -> Iterator[T]:
        """Go through items, one step of the work each."""

    def during(self, what: str) -> AbstractContextManager[object]:
        """Be there while one step is done of which nobody knows how far it is."""


class Unwatched:
    """Nobody watches."""

    def each(self, items: Sequence[T], what: str) -> Iterator[T]:
        """Go through items."""
        return iter(items)

    def during(self, what: str) -> AbstractContextManager[object]:
        """Do the step."""
        return nullcontext()


UNWATCHED = Unwatched()
