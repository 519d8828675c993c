"""The head: a linear softmax classifier with a column an entry, trained on the phrasings.

Multinomial logistic regression by Nesterov's accelerated gradient; a few dozen steps from zero reach the accuracy of
full convergence on unit-length rows, and stopping early regularises. No chance is involved: same knowledge, same head.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import numpy as np
from scipy import sparse

from bot.matching.scorers import softmax_here

# The step is this over the largest eigenvalue of the Gram matrix; the loss is at most half as curved as that, and much
# less where none of many classes is likely. Of 20 classes, twice as long a step overshot: what came of it was chance.
_STEP, _STEP_OF_FEW = 40.0, 20.0
_FEW_CLASSES = 50
# So many find it to a few percent; with too few it comes out too small, and the steps overshoot.
_POWER_STEPS = 20
_DECAY = 3e-3
# Below this the threads cost more than they save.
_SMALLEST_SHARED = 50_000
_THREADS = 2
# Who is done first takes the next: when something else runs beside, one thread gets less done than the other.
_PARTS = 4
_PIECE = 256


@dataclass(frozen=True)
class Rows:
    """What to learn from: terms, sparse and of unit length, and meanings (no columns without an encoder).

    given: rows x classes, what is added to the figures of the last rows, the follow-ups, from the talk before them.
    largest: the largest eigenvalue of the Gram matrix.
    """

    terms: sparse.csr_matrix
    meanings: np.ndarray
    given: np.ndarray
    largest: float

    @classmethod
    def of(cls, terms: sparse.csr_matrix, meanings: np.ndarray, given: np.ndarray) -> Rows:
        """Take the rows, and find how long a step may be."""
        return cls(terms, meanings, given, _largest_eigenvalue(terms, meanings))

    @property
    def width(self) -> int:
        """The number of columns of both."""
        return int(self.terms.shape[1] + self.meanings.shape[1])


@dataclass(frozen=True, slots=True)
class _Points:
    """The last point, the one ahead of it at which the slope is taken, and that slope."""

    found: np.ndarray
    ahead: np.ndarray
    slope: np.ndarray


def train(rows: Rows, labels: np.ndarray, classes: int, steps: int, start: np.ndarray | None = None) -> np.ndarray:
    """Return the weights, (terms, then meanings) x classes, after ``steps`` from ``start`` (zero if None)."""
    found = np.zeros((rows.width, classes), np.float32) if start is None else start.astype(np.float32)
    points, pace = _Points(found, found.copy(), np.empty_like(found)), 1.0
    excess = np.empty((len(labels), classes), np.float32)
    leaning = excess[len(labels) - len(rows.given) :]
    with ThreadPoolExecutor(_THREADS) as pool:
        product = _Products(rows, pool)
        step = (_STEP_OF_FEW if classes < _FEW_CLASSES else _STEP) / rows.largest
        for _ in range(steps):
            product.forward(points.ahead, excess)
            leaning += rows.given
            _in_pieces(pool, len(excess), partial(_to_excess, excess, labels))
            product.backward(excess, points.slope)
            following = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
            _in_pieces(pool, rows.width, partial(_go_on, points, step, (pace - 1) / following))
            points, pace = _Points(points.ahead, points.found, points.slope), following
    return points.found


def _in_pieces(pool: ThreadPoolExecutor, rows: int, work: Callable[[slice], None]) -> None:
    """Work rows off some at a time, so that what is done to a piece finds it in the processor's cache."""
    pieces = [slice(start, start + _PIECE) for start in range(0, rows, _PIECE)]

    def some(first: int) -> None:
        for piece in pieces[first::_PARTS]:
            work(piece)

    list(pool.map(some, range(_PARTS)))


def _to_excess(scores: np.ndarray, labels: np.ndarray, piece: slice) -> None:
    """Turn scores into how much too likely each class is held."""
    here, own = softmax_here(scores[piece]), labels[piece]
    here[np.arange(len(own)), own] -= 1.0


def _go_on(points: _Points, step: float, momentum: float, piece: slice) -> None:
    """Step from the point ahead: it becomes the next point, and the last one the point to look ahead from."""
    last, next_, slope = points.found[piece], points.ahead[piece], points.slope[piece]
    slope *= step
    next_ *= 1 - step * _DECAY
    next_ -= slope
    last -= next_
    last *= -momentum
    last += next_


def _largest_eigenvalue(terms: sparse.csr_matrix, meanings: np.ndarray) -> float:
    """Return the largest eigenvalue of ``rows.T @ rows``, by power iteration from all ones."""
    by_terms, by_meaning = np.ones(terms.shape[1], np.float32), np.ones(meanings.shape[1], np.float32)
    back, size = terms.T, 1.0
    for _ in range(_POWER_STEPS):
        image = terms @ by_terms + meanings @ by_meaning
        by_terms, by_meaning = back @ image, image @ meanings
        size = float(np.sqrt(by_terms @ by_terms + by_meaning @ by_meaning))
        by_terms, by_meaning = by_terms / size, by_meaning / size
    return max(size, 1.0)


class _Products:
    """Products with the rows and with their transpose, into arrays that are used again: making them costs a third."""

    def __init__(self, rows: Rows, pool: ThreadPoolExecutor) -> None:
        self._forward, self._backward = _Sparse(rows.terms, pool), _Sparse(rows.terms.T.tocsr(), pool)
        self._meanings, self._terms, self._pool = rows.meanings, rows.terms.shape[1], pool
        self._coordinates = np.ascontiguousarray(rows.meanings.T)

    def forward(self, weights: np.ndarray, found: np.ndarray) -> np.ndarray:
        if not self._meanings.shape[1]:
            found[:] = 0.0
        else:
            self._dense(self._meanings, weights[self._terms :], found)
        self._forward.add(weights[: self._terms], found)
        return found

    def backward(self, excess: np.ndarray, found: np.ndarray) -> np.ndarray:
        found[: self._terms] = 0.0
        self._backward.add(excess, found[: self._terms])
        self._dense(self._coordinates, excess, found[self._terms :])
        return found

    def _dense(self, rows: np.ndarray, other: np.ndarray, found: np.ndarray) -> None:
        """Multiply in pieces: our threads wait for each other without spinning, unlike those of a BLAS."""
        cuts = np.linspace(0, len(rows), _PARTS + 1).astype(int)
        parts = [slice(first, last) for first, last in pairwise(cuts.tolist())]
        list(self._pool.map(lambda part: np.matmul(rows[part], other, out=found[part]), parts))


class _Sparse:
    """A sparse matrix whose products two threads share; every row is summed by one of them, in order."""

    def __init__(self, matrix: sparse.csr_matrix, pool: ThreadPoolExecutor) -> None:
        parts = _PARTS if matrix.nnz >= _SMALLEST_SHARED else 1
        cuts = np.searchsorted(matrix.indptr, np.linspace(0, matrix.nnz, parts + 1)[1:-1])
        edges = [0, *map(int, cuts), matrix.shape[0]]
        self._parts = [(slice(first, last), matrix[first:last]) for first, last in pairwise(edges)]
        self._pool = pool

    def add(self, other: np.ndarray, found: np.ndarray) -> None:
        """Add the product with ``other`` to ``found``."""

        def one(part: tuple[slice, sparse.csr_matrix]) -> None:
            found[part[0]] += part[1] @ other

        if len(self._parts) == 1:
            one(self._parts[0])
        else:
            list(self._pool.map(one, self._parts))
