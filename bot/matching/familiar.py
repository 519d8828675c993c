"""How familiar a question's meaning is: near a phrasing, and more like those of one entry than like all questions."""

from __future__ import annotations

import numpy as np

# A covariance needs more phrasings than it has rows.
_FEWEST = 600
# Evens out the directions in which few phrasings differ.
_RIDGE = 1e-3


class Familiarity:
    """Compares a question's point with the points of phrasings."""

    def __init__(self, points: np.ndarray, labels: np.ndarray) -> None:
        """Take phrasings x coordinates, and the entry that each belongs to."""
        self._points = points
        self._enough = len(points) >= _FEWEST
        if self._enough:
            self._describe(points.astype(np.float64), labels)

    def alike(self, point: np.ndarray) -> float:
        """Return the cosine to the nearest phrasing."""
        return float((self._points @ point).max())

    def typical(self, point: np.ndarray) -> float:
        """Return how much likelier the point is under the likeliest entry than under all phrasings together.

        The difference of squared Mahalanobis distances (Ren et al. 2021, https://arxiv.org/abs/2106.09022); 0 for few
        phrasings.
        """
        if not self._enough:
            return 0.0
        here = self._centres - point @ self._within
        there = (point - self._middle) @ self._among
        return float(there @ there - np.einsum("ij,ij->i", here, here).min())

    def _describe(self, points: np.ndarray, labels: np.ndarray) -> None:
        """Find the entries' centres, and roots of the inverse covariances within entries and among all phrasings."""
        _, own = np.unique(labels, return_inverse=True)
        centres = np.zeros((own.max() + 1, points.shape[1]))
        np.add.at(centres, own, points)
        centres /= np.bincount(own)[:, None]
        self._middle = points.mean(0)
        within, among = _root(points - centres[own]), _root(points - self._middle)
        self._centres, self._within, self._among = centres @ within, within, among


def _root(offsets: np.ndarray) -> np.ndarray:
    """Return R so that the squared length of ``x @ R`` is the squared Mahalanobis distance of x."""
    covariance = offsets.T @ offsets / len(offsets) + _RIDGE * np.eye(offsets.shape[1])
    return np.linalg.inv(np.linalg.cholesky(covariance)).T
