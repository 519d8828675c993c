"""Where entries lie: the middle of what their phrasings mean."""

from __future__ import annotations

import numpy as np


class Centres:
    """The entries' middles, told from the middle of everything, at unit length."""

    def __init__(self, points: np.ndarray, labels: np.ndarray) -> None:
        """Take phrasings x coordinates, and the number of the entry that each belongs to; every entry has one."""
        self._middle = points.mean(0)
        sums = np.zeros((labels[-1] + 1, points.shape[1]), np.float32)
        np.add.at(sums, labels, points - self._middle)
        self._centres = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)

    def likeness(self, point: np.ndarray) -> np.ndarray:
        """Return the cosines of the entries with a point."""
        offset = point - self._middle
        return np.asarray(self._centres @ (offset / max(float(np.linalg.norm(offset)), 1e-9)))

    def between(self, entry: int) -> np.ndarray:
        """Return the cosines of the entries with one of them."""
        return np.asarray(self._centres @ self._centres[entry])
