"""How near a question comes to any phrasing of an entry: one alone may tell what a head, which weighs all, can't."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

# Logits a cosine: among few phrasings, and among many, of which one is likelier the same question.
_AMONG_FEW, _AMONG_MANY = 1.0, 5.0
# Of many, so many leading axes tell next to as much as all, in a sixth of the memory; bytes are fine enough.
_LEADING, _STEPS = 64, 127
_PIECE = 4_096


class Nearest:
    """Phrasings by meaning, told from the middle of all."""

    def __init__(self, meanings: np.ndarray, labels: np.ndarray, entries: int) -> None:
        """Take phrasings x coordinates, and the number of the entry that each belongs to, in order."""
        self._middle = meanings.mean(0)
        self._points = _unit(meanings - self._middle)
        self._own, self._starts = np.unique(labels, return_index=True)
        self._entries = entries

    def scores(self, meaning: np.ndarray) -> np.ndarray:
        """Return what the nearest phrasing of each entry adds to its logit; nothing for an entry without one."""
        found = np.zeros(self._entries, np.float32)
        found[self._own] = np.maximum.reduceat(self._points @ _unit(meaning - self._middle), self._starts)
        return _AMONG_FEW * found


@dataclass(frozen=True)
class NearestOfMany:
    """The same of many phrasings, in little memory.

    points: phrasings x axes, of unit length, in steps of 1/127.
    labels: the number of the entry that each belongs to, in order.
    axes: coordinates x axes, along which the points lie.
    middle: from which they are told.
    """

    points: np.ndarray
    labels: np.ndarray
    axes: np.ndarray
    middle: np.ndarray
    entries: int

    @classmethod
    def of(cls, meanings: np.ndarray, labels: np.ndarray, entries: int) -> NearestOfMany:
        """Take phrasings x coordinates, and the number of the entry that each belongs to, in order."""
        middle = meanings.mean(0)
        offsets = meanings - middle
        _, axes = np.linalg.eigh(offsets.T @ offsets)
        axes = np.ascontiguousarray(axes[:, ::-1][:, :_LEADING], np.float32)
        points = np.rint(_unit(offsets @ axes) * _STEPS).astype(np.int8)
        return cls(points, labels.astype(np.int32), axes, middle, entries)

    def scores(self, meaning: np.ndarray) -> np.ndarray:
        """Return what the nearest phrasing of each entry adds to its logit; nothing for an entry without one."""
        point = _unit((meaning - self.middle) @ self.axes) * np.float32(_AMONG_MANY / _STEPS)
        likeness = np.empty(len(self.points), np.float32)
        for start in range(0, len(self.points), _PIECE):
            likeness[start : start + _PIECE] = self.points[start : start + _PIECE].astype(np.float32) @ point
        own, starts = self._owners
        found = np.zeros(self.entries, np.float32)
        found[own] = np.maximum.reduceat(likeness, starts)
        return found

    @cached_property
    def _owners(self) -> tuple[np.ndarray, np.ndarray]:
        own, starts = np.unique(self.labels, return_index=True)
        return own, starts


def _unit(points: np.ndarray) -> np.ndarray:
    return np.asarray(points / np.maximum(np.linalg.norm(points, axis=-1, keepdims=True), 1e-9))
