"""The scorer for very many or very few phrasings: likeness to them, from an inverted index."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from bot.matching.features import Vector

# Brings cosines to the spread that a head's figures have.
_COSINE_SCALE = 12.0


class IndexScorer:
    """Likeness to an entry's nearest phrasing and to the middle of its phrasings, from an inverted index."""

    def __init__(self, rows: sparse.csr_matrix, labels: np.ndarray, classes: int) -> None:
        """Index phrasings (``rows``) that are sorted by entry (``labels``)."""
        self._by_term = rows.tocsc()
        self._classes = classes
        self._present, self._starts = np.unique(labels, return_index=True)
        sums = (
            sparse.csr_matrix((np.ones(len(labels), "f"), (labels, np.arange(len(labels)))), (classes, len(labels)))
            @ rows
        )
        lengths = np.sqrt(np.asarray(sums.multiply(sums).sum(1)).ravel())
        self._centres = (sparse.diags_array(1 / np.maximum(lengths, 1e-9)).astype("f") @ sums).tocsc()

    def scores(self, vector: Vector) -> np.ndarray:
        """Return the entries' scaled cosines."""
        found = np.zeros(self._classes, np.float32)
        near = _likeness(self._by_term, vector)
        found[self._present] = np.maximum.reduceat(near, self._starts)
        return _COSINE_SCALE * (0.5 * found + 0.5 * _likeness(self._centres, vector))

    def parts(self, vector: Vector, entry: int) -> np.ndarray:
        """Return what each term adds to the entry's figure: half by the nearest phrasing, half by the middle."""
        at = int(np.searchsorted(self._present, entry))
        start, end = (*self._starts, self._by_term.shape[0])[at : at + 2]
        nearest = int(start + _likeness(self._by_term, vector)[start:end].argmax())
        weights = _row(self._by_term, nearest, vector) + _row(self._centres, entry, vector)
        return _COSINE_SCALE * 0.5 * vector.weights * weights


def _row(by_term: sparse.csc_matrix, row: int, vector: Vector) -> np.ndarray:
    """Return a row's weights in a question's columns."""
    return by_term[[row]].toarray()[0, vector.columns]


def _likeness(by_term: sparse.csc_matrix, vector: Vector) -> np.ndarray:
    """Return the dot products of a question with the rows of a matrix that is stored by columns."""
    found = np.zeros(by_term.shape[0], np.float32)
    starts, ends = by_term.indptr[vector.columns], by_term.indptr[vector.columns + 1]
    for weight, start, end in zip(vector.weights, starts, ends, strict=True):
        found[by_term.indices[start:end]] += weight * by_term.data[start:end]
    return found
