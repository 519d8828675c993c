"""The highest of very many figures, found without sorting all or looking at one group after the other."""

from __future__ import annotations

import numpy as np

_BLOCK = 128
# So many are parted as quickly as looked through in blocks.
_MANY = 2_000
# A rank that fewer entries have is no stretch of its own.
_FEW = 64


class Ranks:
    """The order in which all entries' first phrasings come first, then all second ones, and so on.

    Each rank is one stretch, and the highest of each entry comes of comparing stretches, not entry by entry. What only
    few entries have so many of is one stretch at the end, entry by entry.
    """

    def __init__(self, labels: np.ndarray, entries: int) -> None:
        """Take the number of the entry that each phrasing belongs to."""
        counts = np.bincount(labels, minlength=entries)
        # Who has most comes first: so who has one of a rank has the same place in all ranks.
        self._entries = np.argsort(-counts, kind="stable")
        places = np.empty(entries, np.int64)
        places[self._entries] = np.arange(entries)
        rank = np.empty(len(labels), np.int64)
        rank[np.argsort(labels, kind="stable")] = np.concatenate([np.arange(count) for count in counts])
        having = np.bincount(rank)
        self._sizes = having[having >= _FEW].tolist()
        self.order = np.lexsort((places[labels], np.minimum(rank, len(self._sizes))))
        self._labels = labels[self.order]
        self._others, self._starts = np.unique(places[self._labels[sum(self._sizes) :]], return_index=True)

    def highest(self, figures: np.ndarray) -> np.ndarray:
        """Return the highest figure of each entry, 0 of one without phrasings; ``figures`` are in this order."""
        found, start = np.full(len(self._entries), -np.inf, np.float32), 0
        for size in self._sizes:
            np.maximum(found[:size], figures[start : start + size], out=found[:size])
            start += size
        if len(self._starts):
            rest = np.maximum.reduceat(figures[start:], self._starts)
            found[self._others] = np.maximum(found[self._others], rest)
        ordered = np.empty_like(found)
        ordered[self._entries] = np.where(np.isneginf(found), 0, found)
        return ordered

    def rows_of(self, entry: int) -> np.ndarray:
        """Return where in this order the phrasings of an entry stand."""
        return np.flatnonzero(self._labels == entry)


def foremost(figures: np.ndarray, most: int) -> np.ndarray | slice:
    """Return where the ``most`` highest stand, in their order; others may be among them, as high or hardly lower."""
    if len(figures) <= most:
        return slice(None)
    if len(figures) < max(_MANY, (most + 1) * _BLOCK):
        return np.flatnonzero(figures >= np.partition(figures, -most)[-most])
    blocks = len(figures) // _BLOCK
    # So many blocks have one that is no lower than this: at least as many figures are not.
    highest = figures[: blocks * _BLOCK].reshape(blocks, _BLOCK).max(1)
    return np.flatnonzero(figures >= np.partition(highest, -most)[-most])


def two_highest(figures: np.ndarray) -> tuple[float, float]:
    """Return the highest and the second highest of at least two figures."""
    second, first = np.partition(figures[foremost(figures, 2)], -2)[-2:].tolist()
    return first, second
