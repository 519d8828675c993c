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

    def likelier(self, before: np.ndarray, led_to: np.ndarray, weights: np.ndarray) -> np.ndarray:
        """Return what talks add to each entry's figure, talks x entries: who leans on one asks of something near it.

        ``before``: the points of the questions before, ``led_to``: their entries, -1 where there is none, ``weights``:
        how much the questions lean.
        """
        offsets = before - self.middle
        offsets /= np.maximum(np.linalg.norm(offsets, axis=1, keepdims=True), 1e-9)
        found = _NEAR_QUESTION * (offsets @ self.points.T)
        led = np.flatnonzero(led_to >= 0)
        found[led] += _NEAR_ENTRY * (self.points[led_to[led]] @ self.points.T)
        # Whoever goes on asking most often wants to know something else.
        found[led, led_to[led]] -= _SAME_AGAIN
        return np.asarray(found * weights[:, None].astype(np.float32))
