"""Scorers: from a question's vector to a figure an entry. Each is a part of its own; another kind can join them."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np

from bot.matching.features import Vector

_MOST_STEPS = 127


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

    Of terms there are very many, so each one's weights are bytes, in steps of its own.
    """

    def __init__(self, terms: np.ndarray, steps: np.ndarray, meanings: np.ndarray, middle: np.ndarray) -> None:
        """Take weights, terms x entries as int8 with a step each term, and coordinates x entries.

        Meanings are told from their ``middle``.
        """
        self.terms, self.steps, self.meanings, self.middle = terms, steps, meanings, middle

    @classmethod
    def of(cls, terms: np.ndarray, meanings: np.ndarray, middle: np.ndarray) -> HeadScorer:
        """Take weights as they were learnt."""
        steps = np.abs(terms).max(1, initial=1e-9, keepdims=True) / _MOST_STEPS
        return cls(np.rint(terms / steps).astype(np.int8), steps[:, 0].astype(np.float32), meanings, middle)

    def scores(self, vector: Vector) -> np.ndarray:
        """Return the entries' logits."""
        columns = vector.columns
        return (vector.weights * self.steps[columns]) @ self.terms[columns].astype(np.float32) + self._meant(vector)

    def of_many(self, rows: Any, meanings: np.ndarray) -> np.ndarray:
        """Return the logits of questions at once: sparse rows of unit length, and their meanings."""
        found = np.asarray(rows @ (self.terms * self.steps[:, None]))
        found += (meanings - self.middle) @ self.meanings
        return found

    def parts(self, vector: Vector, entry: int) -> np.ndarray:
        """Return what each term adds to the entry's logit."""
        return vector.weights * self.steps[vector.columns] * self.terms[vector.columns, entry]

    def _meant(self, vector: Vector) -> np.ndarray:
        return np.asarray((vector.meaning - self.middle) @ self.meanings)
