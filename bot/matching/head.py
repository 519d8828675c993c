"""The head: a linear softmax classifier with a row an entry, trained on the phrasings.

Multinomial logistic regression by Nesterov's accelerated gradient; a dozen steps from zero reach the accuracy of
full convergence on unit-length rows, and stopping early regularises. No chance is involved: same knowledge, same head.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np
from scipy import sparse

from bot.matching.scorers import softmax

# The step is this over the largest eigenvalue of the Gram matrix; the loss is at most half as curved as that.
_STEP = 80.0
_POWER_STEPS = 8
_DECAY = 3e-3
# Below this the threads cost more than they save.
_SMALLEST_SHARED = 200_000
_THREADS = 2


def train(
    rows: sparse.csr_matrix, labels: np.ndarray, classes: int, steps: int, start: np.ndarray | None = None
) -> np.ndarray:
    """Return the weights, terms x classes, after ``steps`` from ``start`` (zero if None)."""
    found = np.zeros((rows.shape[1], classes), np.float32) if start is None else start.copy()
    ahead, pace = found.copy(), 1.0
    with ThreadPoolExecutor(_THREADS) as pool:
        forward, backward = _Product(rows, pool), _Product(rows.T.tocsr(), pool)
        step = _STEP / _largest_eigenvalue(rows)
        for _ in range(steps):
            excess = softmax(forward @ ahead)
            excess[np.arange(len(labels)), labels] -= 1.0
            slope = backward @ excess
            slope *= step
            ahead *= 1 - step * _DECAY
            ahead -= slope
            # ``ahead`` is now the next point; ``found``, scaled, becomes the one to look ahead from.
            following = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
            found -= ahead
            found *= -(pace - 1) / following
            found += ahead
            found, ahead, pace = ahead, found, following
    return found


def _largest_eigenvalue(rows: sparse.csr_matrix) -> float:
    """Return the largest eigenvalue of ``rows.T @ rows``, by power iteration from all ones."""
    columns = rows.T.tocsr()
    direction, size = np.ones(rows.shape[1], np.float32), 1.0
    for _ in range(_POWER_STEPS):
        direction = columns @ (rows @ direction)
        size = float(np.linalg.norm(direction))
        direction /= size
    return max(size, 1.0)


class _Product:
    """A sparse matrix whose products two threads share; every row is summed by one of them, in order."""

    def __init__(self, matrix: sparse.csr_matrix, pool: ThreadPoolExecutor) -> None:
        parts = _THREADS if matrix.nnz >= _SMALLEST_SHARED else 1
        cuts = np.searchsorted(matrix.indptr, np.linspace(0, matrix.nnz, parts + 1)[1:-1])
        edges = [0, *map(int, cuts), matrix.shape[0]]
        self._parts = [matrix[first:last] for first, last in pairwise(edges)]
        self._pool = pool

    def __matmul__(self, other: np.ndarray) -> np.ndarray:
        if len(self._parts) == 1:
            return np.asarray(self._parts[0] @ other)
        return np.concatenate(list(self._pool.map(lambda part: part @ other, self._parts)))
