"""How near a question comes to any phrasing of an entry: of few phrasings, one alone may tell what a head can't."""

from __future__ import annotations

import numpy as np

# Logits a cosine.
_WEIGHT = 1.0


class Nearest:
    """Phrasings by meaning, told from the middle of all."""

    def __init__(self, meanings: np.ndarray, labels: np.ndarray, entries: int) -> None:
        """Take phrasings x coordinates, and the number of the entry that each belongs to."""
        order = np.argsort(labels, kind="stable")
        self._middle = meanings.mean(0)
        self._points = _unit(meanings[order] - self._middle)
        self._own, self._starts = np.unique(labels[order], return_index=True)
        self._entries = entries

    def scores(self, meaning: np.ndarray) -> np.ndarray:
        """Return what the nearest phrasing of each entry adds to its logit; nothing for an entry without one."""
        found = np.zeros(self._entries, np.float32)
        found[self._own] = np.maximum.reduceat(self._points @ _unit(meaning - self._middle), self._starts)
        return _WEIGHT * found


def _unit(points: np.ndarray) -> np.ndarray:
    return np.asarray(points / np.maximum(np.linalg.norm(points, axis=-1, keepdims=True), 1e-9))
