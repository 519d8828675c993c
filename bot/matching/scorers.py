"""Scorers: from a question's vector to a figure an entry. Each is a part of its own; another kind can join them."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np

from bot.matching.features import Vector

# Weights of seven steps either way: on seven sets of questions they tell as much as bytes did.
_MOST_STEPS, _ZERO = 7, 8
# The last bits of a cell are its steps, from nought at ``_ZERO``; the others are the number of the entry.
_BITS, _MASK = 4, 0xF


class Scorer(Protocol):
    """Scores every entry for a question; ``middle`` is the meaning that speaks for no entry."""

    middle: np.ndarray

    def scores(self, vector: Vector) -> np.ndarray:
        """Return a figure an entry, on the scale of logits."""

    def parts(self, vector: Vector, entry: int) -> np.ndarray:
        """Return what each column of the vector adds to one entry's figure; the rest is the meaning's."""


def softmax(scores: np.ndarray) -> np.ndarray:
    """Return probabilities along the last axis."""
    return softmax_here(scores.copy())


def softmax_here(scores: np.ndarray) -> np.ndarray:
    """Turn scores into probabilities along the last axis, in place, and return them."""
    scores -= scores.max(-1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(-1, keepdims=True)
    return scores


class HeadScorer:
    """The trained linear head: a weight for every term and every coordinate of a meaning.

    Of terms there are very many, and most of them weigh for few entries: only these weights are kept, each beside its
    entry's number in one cell, in steps of the term's own.
    """

    def __init__(
        self, starts: np.ndarray, cells: np.ndarray, steps: np.ndarray, meanings: np.ndarray, middle: np.ndarray
    ) -> None:
        """Take the place of each term's first cell, and of the end; the cells; a step each term.

        meanings: weights, coordinates x entries; meanings are told from their ``middle``.
        """
        self.starts, self.cells, self.steps, self.meanings, self.middle = starts, cells, steps, meanings, middle

    @classmethod
    def of(cls, terms: np.ndarray, meanings: np.ndarray, middle: np.ndarray) -> HeadScorer:
        """Take weights as they were learnt."""
        steps = np.abs(terms).max(1, initial=1e-9) / _MOST_STEPS
        starts = np.zeros(len(terms) + 1, np.int32)
        # Term by term: all at once would take as much again as the weights themselves.
        rows = [_cells(np.rint(row / step)) for row, step in zip(terms, steps, strict=True)]
        np.cumsum([len(row) for row in rows], out=starts[1:])
        cells = np.concatenate([*rows, _cells(np.zeros(terms.shape[1]))])
        return cls(starts, cells, steps.astype(np.float32), meanings, middle)

    @property
    def entries(self) -> int:
        """How many entries it scores."""
        return int(self.meanings.shape[1])

    def is_of_its_entries(self) -> bool:
        """Tell whether every weight is one of an entry's that there is."""
        return int(self.cells.max(initial=0)) >> _BITS < max(1, self.entries)

    def scores(self, vector: Vector) -> np.ndarray:
        """Return the entries' logits."""
        cells, counts = self._of(vector.columns)
        weights = np.repeat(vector.weights * self.steps[vector.columns], counts) * _steps(cells)
        found = np.bincount(cells >> _BITS, weights, self.entries)
        return found.astype(np.float32) + self._meant(vector)

    def of_many(self, rows: Any, meanings: np.ndarray) -> np.ndarray:
        """Return the logits of questions at once: sparse rows of unit length, and their meanings."""
        terms = np.zeros((len(self.steps), self.entries), np.float32)
        of_term = np.repeat(np.arange(len(self.steps)), np.diff(self.starts))
        terms[of_term, self.cells >> _BITS] = _steps(self.cells) * self.steps[of_term]
        found = np.asarray(rows @ terms)
        found += (meanings - self.middle) @ self.meanings
        return found

    def parts(self, vector: Vector, entry: int) -> np.ndarray:
        """Return what each term adds to the entry's logit."""
        cells, counts = self._of(vector.columns)
        own = cells >> _BITS == entry
        found = np.zeros(len(counts), np.float32)
        found[np.repeat(np.arange(len(counts)), counts)[own]] = _steps(cells[own])
        return vector.weights * self.steps[vector.columns] * found

    def _of(self, columns: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the cells of some terms, and how many each has."""
        starts, ends = self.starts[columns], self.starts[columns + 1]
        spans = zip(starts.tolist(), ends.tolist(), strict=True)
        return np.concatenate([self.cells[:0], *(self.cells[start:end] for start, end in spans)]), ends - starts

    def _meant(self, vector: Vector) -> np.ndarray:
        return np.asarray((vector.meaning - self.middle) @ self.meanings)


def _cells(steps: np.ndarray) -> np.ndarray:
    """Return a cell for each entry with a weight: its number, and its steps in the last four bits."""
    entries = np.flatnonzero(steps)
    kind = np.uint16 if len(steps) <= 1 << 16 - _BITS else np.uint32
    return (entries << _BITS | (steps[entries] + _ZERO).astype(np.int64)).astype(kind)


def _steps(cells: np.ndarray) -> np.ndarray:
    return np.subtract(cells & _MASK, _ZERO, dtype=np.float32)
