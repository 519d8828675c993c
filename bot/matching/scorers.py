"""Scorers: from a question's vector to a figure an entry. Each is a part of its own; another kind can join them."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np

from bot.matching.features import Vector

# Weights of seven steps either way, two in a byte: on seven sets of questions they tell as much as bytes did.
_MOST_STEPS, _ZERO = 7, 8


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

    Of terms there are very many, so each one's weights are half bytes, in steps of its own.
    """

    def __init__(self, packed: np.ndarray, steps: np.ndarray, meanings: np.ndarray, middle: np.ndarray) -> None:
        """Take weights, terms x pairs of entries as uint8 with a step each term, and coordinates x entries.

        Meanings are told from their ``middle``.
        """
        self.packed, self.steps, self.meanings, self.middle = packed, steps, meanings, middle

    @classmethod
    def of(cls, terms: np.ndarray, meanings: np.ndarray, middle: np.ndarray) -> HeadScorer:
        """Take weights as they were learnt."""
        steps = np.abs(terms).max(1, initial=1e-9, keepdims=True) / _MOST_STEPS
        return cls(_packed(np.rint(terms / steps)), steps[:, 0].astype(np.float32), meanings, middle)

    def scores(self, vector: Vector) -> np.ndarray:
        """Return the entries' logits."""
        weights = vector.weights * self.steps[vector.columns]
        return weights @ self._unpacked(vector.columns) - _ZERO * weights.sum() + self._meant(vector)

    def of_many(self, rows: Any, meanings: np.ndarray) -> np.ndarray:
        """Return the logits of questions at once: sparse rows of unit length, and their meanings."""
        found = np.asarray(rows @ (self._terms() * self.steps[:, None]))
        found += (meanings - self.middle) @ self.meanings
        return found

    def parts(self, vector: Vector, entry: int) -> np.ndarray:
        """Return what each term adds to the entry's logit."""
        return vector.weights * self.steps[vector.columns] * self._terms(vector.columns)[:, entry]

    def _terms(self, columns: np.ndarray | slice = slice(None)) -> np.ndarray:
        """Return the steps of some terms, of all by default."""
        return self._unpacked(columns) - _ZERO

    def _unpacked(self, columns: np.ndarray | slice) -> np.ndarray:
        """Return the half bytes of some terms: the high ones are the first entries', the low ones the others'."""
        found = self.packed[columns]
        width, entries = found.shape[1], self.meanings.shape[1]
        both = np.empty((len(found), entries), np.float32)
        np.right_shift(found, 4, out=both[:, :width])
        np.bitwise_and(found[:, : entries - width], 0xF, out=both[:, width:])
        return both

    def _meant(self, vector: Vector) -> np.ndarray:
        return np.asarray((vector.meaning - self.middle) @ self.meanings)


def _packed(steps: np.ndarray) -> np.ndarray:
    """Return numbers of steps, one of the first half of the entries and one of the second in a byte."""
    known = np.pad(steps + _ZERO, ((0, 0), (0, steps.shape[1] % 2))).astype(np.uint8)
    first, second = np.split(known, 2, axis=1)
    return np.asarray(first << 4 | second)
