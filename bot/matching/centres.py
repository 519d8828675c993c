"""Where entries lie: the middle of what their phrasings mean."""

from __future__ import annotations

import numpy as np


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

    def between(self, entry: int) -> np.ndarray:
        """Return the cosines of the entries with one of them."""
        return np.asarray(self.points @ self.points[entry])
