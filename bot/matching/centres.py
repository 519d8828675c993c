"""Where entries lie: the middle of what their phrasings mean."""

from __future__ import annotations

import numpy as np

# How much likelier an entry is for lying near the question before, and near the entry that it led to: logits a cosine.
_NEAR_QUESTION, _NEAR_ENTRY, _SAME_AGAIN = 4.5, 4.5, 1.5


class Centres:
    """The entries' middles, told from the middle of everything, at unit length."""

    def __init__(self, points: np.ndarray, middle: np.ndarray) -> None:
        """Take the entries' points, and the middle of everything."""
        self.points, self.middle = points, middle

    @classmethod
    def of(cls, points: np.ndarray, labels: np.ndarray) -> Centres:
        """Take phrasings x coordinates, and the number of the entry that each belongs to, in order."""
        middle = points.mean(0)
        starts = np.flatnonzero(np.diff(labels, prepend=-1))
        sums = np.zeros((labels[-1] + 1, points.shape[1]), np.float32)
        sums[labels[starts]] = np.add.reduceat(points, starts)
        sums -= middle * np.bincount(labels)[:, None].astype(np.float32)
        return cls(sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9), middle)

    def likeness(self, point: np.ndarray) -> np.ndarray:
        """Return the cosines of the entries with a point."""
        offset = point - self.middle
        return np.asarray(self.points @ (offset / max(float(np.linalg.norm(offset)), 1e-9)))

    def likelier(self, before: np.ndarray, led_to: int | None, weight: float) -> np.ndarray:
        """Return what a talk adds to each entry's figure: a question that leans on it asks of something near it.

        ``before``: the point of the question before, ``led_to``: its entry, ``weight``: how much the question leans.
        """
        found = _NEAR_QUESTION * self.likeness(before)
        if led_to is not None:
            found += _NEAR_ENTRY * self.between(led_to)
            # Whoever goes on asking most often wants to know something else.
            found[led_to] -= _SAME_AGAIN
        return found * np.float32(weight)

    def between(self, entry: int) -> np.ndarray:
        """Return the cosines of the entries with one of them."""
        return np.asarray(self.points @ self.points[entry])
