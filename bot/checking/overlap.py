"""Phrasings that are nearer to another entry than to their own: a reader who asks so may get the other one's answer.

Each phrasing is left out in turn and compared with every entry: half with the entry's nearest phrasing, half with the
middle of its phrasings, as the engine compares where it has little to learn from. By meaning where there is an encoder,
otherwise by the words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import numpy as np

from bot.evaluation.held_out import Place
from bot.evaluation.systems import Target
from bot.matching import Meanings
from bot.matching.words import clean
from bot.progress import UNWATCHED, Watch
from bot.stories import Entry, Library, Story

# From here on, on the shipped knowledge, more than half of these phrasings end wrong when they are not learnt
# (`bot.evaluation.held_out`); of all phrasings one in six does.
_CLEARLY = 0.1
_BLOCK = 512


@dataclass(frozen=True, slots=True)
class Overlap:
    """A phrasing, by its number, with its own entry and a nearer one; likenesses are cosines, 1 for the same."""

    story: Story
    entry: Entry
    number: int
    other_story: Story
    other: Entry
    own_likeness: float
    other_likeness: float

    @property
    def phrasing(self) -> str:
        """The phrasing."""
        return self.entry.questions[self.number]

    @property
    def place(self) -> Place:
        """Where the phrasing stands."""
        return Place(Target(self.story, self.entry), self.number)

    @property
    def gap(self) -> float:
        """How much nearer the other entry is."""
        return self.other_likeness - self.own_likeness

    @property
    def tells_the_same(self) -> bool:
        """Whether a reader is told as much by the other entry."""
        return tell_the_same(self.story, self.entry, self.other_story, self.other)


def overlaps(library: Library, space: Space, watch: Watch = UNWATCHED) -> list[Overlap]:
    """Return the phrasings that lie clearly nearer to an entry with another answer, the clearest first.

    Two entries that show the same words of the article may lie as near to each other as they like, and so may two that
    say that the story does not: a reader is told as much by either. An only phrasing leaves nothing to compare with.
    """
    owned = list(library.entries())
    found = [each for each in _nearer(owned, space, watch) if not each.tells_the_same]
    return sorted(found, key=lambda each: -each.gap)


class Space(Protocol):
    """Phrasings as points at unit length, entry by entry, and the sums of the entries' points."""

    @property
    def squares(self) -> np.ndarray:
        """The squared lengths of the sums."""

    def products(self, start: int, end: int) -> tuple[np.ndarray, np.ndarray]:
        """Return the dot products of some phrasings with all phrasings, and with the entries' sums."""


def space_of(library: Library, meanings: Meanings | None) -> Space:
    """Read all phrasings of a library."""
    return _ByMeaning(library, meanings) if meanings else _ByWords(library)


class _ByMeaning:
    """Points of the sentence encoder."""

    def __init__(self, library: Library, meanings: Meanings) -> None:
        points = meanings.of_phrasings([clean(question) for question in _questions(library)])
        self._points = points / np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-9)
        self._sums = np.add.reduceat(self._points, _starts(library))

    @cached_property
    def squares(self) -> np.ndarray:
        return np.asarray((self._sums**2).sum(1))

    def products(self, start: int, end: int) -> tuple[np.ndarray, np.ndarray]:
        here = self._points[start:end]
        return here @ self._points.T, here @ self._sums.T


class _ByWords:
    """Weighed terms, as the engine weighs them."""

    def __init__(self, library: Library) -> None:
        from scipy import sparse  # only this needs it, and it takes a while

        from bot.matching.material import Material
        from bot.matching.terms import Terms

        material = Material(library)
        count, entries = len(_questions(library)), len(material.owned)
        own, labels = np.arange(count), material.labels[:count]
        terms = Terms(material.words[:count])
        self._rows: Any = terms.matrix(own, terms.space(own, labels, entries)).tocsr()
        owners = sparse.csr_matrix((np.ones(count, np.float32), (labels, own)), (entries, count))
        self._sums: Any = (owners @ self._rows).tocsr()

    @cached_property
    def squares(self) -> np.ndarray:
        return np.asarray(self._sums.multiply(self._sums).sum(1)).ravel()

    def products(self, start: int, end: int) -> tuple[np.ndarray, np.ndarray]:
        here = self._rows[start:end]
        return (here @ self._rows.T).toarray(), (here @ self._sums.T).toarray()


def _questions(library: Library) -> list[str]:
    return [question for _, entry in library.entries() for question in entry.questions]


def _starts(library: Library) -> np.ndarray:
    """Return where each entry's phrasings begin."""
    counts = [len(entry.questions) for _, entry in library.entries()]
    return np.cumsum([0, *counts[:-1]])


def _nearer(owned: list[tuple[Story, Entry]], space: Space, watch: Watch) -> Iterator[Overlap]:
    counts = np.array([len(entry.questions) for _, entry in owned])
    labels = np.repeat(np.arange(len(owned)), counts)
    starts = np.cumsum([0, *counts[:-1]])
    for start in watch.each(range(0, len(labels), _BLOCK), "Comparing phrasings"):
        own = labels[start : start + _BLOCK]
        likeness, apart = _likenesses(space, start, own, starts)
        best = likeness.argmax(1)
        gaps = likeness[np.arange(len(own)), best] - apart
        for row in np.flatnonzero((gaps >= _CLEARLY) & (counts[own] > 1)):
            number = int(start + row - starts[own[row]])
            (story, entry), (other_story, other) = owned[own[row]], owned[best[row]]
            figures = float(apart[row]), float(likeness[row, best[row]])
            yield Overlap(story, entry, number, other_story, other, *figures)


def _likenesses(space: Space, start: int, own: np.ndarray, starts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return some phrasings' likenesses to all other entries, and to their own without themselves."""
    rows = np.arange(len(own))
    with_all, with_sums = space.products(start, start + len(own))
    itself = with_all[rows, start + rows].copy()
    with_all[rows, start + rows] = -1.0
    nearest = np.maximum.reduceat(with_all, starts, axis=1)
    without = np.maximum(space.squares[own] - 2 * with_sums[rows, own] + itself, 1e-9)
    middle = (with_sums[rows, own] - itself) / np.sqrt(without)
    apart = 0.5 * nearest[rows, own] + 0.5 * middle
    likeness = 0.5 * nearest + 0.5 * with_sums / np.sqrt(np.maximum(space.squares, 1e-9))
    likeness[rows, own] = -2.0
    return likeness, apart


def tell_the_same(story: Story, entry: Entry, other_story: Story, other: Entry) -> bool:
    """Tell whether two entries show some of the same words, or both say that the story does not say."""
    if not entry.in_story and not other.in_story:
        return True
    return story.id == other_story.id and any(
        one.start < two.end and two.start < one.end for one in entry.citations for two in other.citations
    )
