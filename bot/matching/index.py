"""The scorer for very many or very few phrasings: likeness to them, from an inverted index and by meaning."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from bot.matching.features import Vector
from bot.matching.ranks import Ranks

# Brings cosines to the spread that a head's figures have.
_COSINE_SCALE = 12.0
# The share of the meaning in a likeness, where there is an encoder.
_MEANING = 0.65
# A term that so many rows have costs most and tells least: with less weight than this it changes no answer.
_COMMON, _LEAST_WEIGHT = 5_000, 0.03


class IndexScorer:
    """Likeness to an entry's nearest phrasing and to the middle of its phrasings, in equal parts."""

    def __init__(self, rows: sparse.csr_matrix, meanings: np.ndarray, labels: np.ndarray, classes: int) -> None:
        """Index phrasings, ``rows`` and ``meanings``, of the entries ``labels``."""
        self._ranks = Ranks(labels, classes)
        self._by_term = rows[self._ranks.order].tocsc()
        self._points = meanings[self._ranks.order]
        self.middle = np.zeros(meanings.shape[1], np.float32)
        ones = np.ones(len(labels), np.float32)
        owners = sparse.csr_matrix((ones, (labels, np.arange(len(labels)))), (classes, len(labels)))
        sums = owners @ rows
        lengths = np.sqrt(np.asarray(sums.multiply(sums).sum(1)).ravel())
        self._centres = (sparse.diags_array(1 / np.maximum(lengths, 1e-9)).astype("f") @ sums).tocsc()
        middles = np.asarray(owners @ meanings)
        self._middles = middles / np.maximum(np.linalg.norm(middles, axis=1, keepdims=True), 1e-9)
        self._share = _MEANING if meanings.shape[1] else 0.0

    def scores(self, vector: Vector) -> np.ndarray:
        """Return the entries' scaled cosines."""
        near = _likeness(self._by_term, vector) * (1 - self._share)
        middle = _likeness(self._centres, vector) * (1 - self._share)
        if self._share:
            near += self._share * (self._points @ vector.meaning)
            middle += self._share * (self._middles @ vector.meaning)
        return _COSINE_SCALE * (0.5 * self._ranks.highest(near) + 0.5 * middle)

    def parts(self, vector: Vector, entry: int) -> np.ndarray:
        """Return what each term adds to the entry's figure: half by the nearest phrasing, half by the middle."""
        own = self._ranks.rows_of(entry)
        nearest = int(own[_likeness(self._by_term, vector)[own].argmax()])
        weights = _row(self._by_term, nearest, vector) + _row(self._centres, entry, vector)
        return _COSINE_SCALE * (1 - self._share) * 0.5 * vector.weights * weights


def _row(by_term: sparse.csc_matrix, row: int, vector: Vector) -> np.ndarray:
    """Return a row's weights in a question's columns."""
    return by_term[[row]].toarray()[0, vector.columns]


def _likeness(by_term: sparse.csc_matrix, vector: Vector) -> np.ndarray:
    """Return the dot products of a question with the rows of a matrix that is stored by columns."""
    starts, ends = by_term.indptr[vector.columns], by_term.indptr[vector.columns + 1]
    told = (ends - starts < _COMMON) | (vector.weights >= _LEAST_WEIGHT)
    if not told.any():
        return np.zeros(by_term.shape[0], np.float32)
    spans = list(map(slice, starts[told].tolist(), ends[told].tolist()))
    rows = np.concatenate([by_term.indices[span] for span in spans])
    weights = vector.weights[told]
    products = np.concatenate([weight * by_term.data[span] for weight, span in zip(weights, spans, strict=True)])
    return np.bincount(rows, products, by_term.shape[0]).astype(np.float32)
