"""Scorers: from a question's vector to a figure an entry. Each is a part of its own; another kind can join them."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from bot.matching.features import Vector


class Scorer(Protocol):
    """Scores every entry for a question."""

    def scores(self, vector: Vector) -> np.ndarray:
        """Return a figure an entry, on the scale of logits."""

    def parts(self, vector: Vector, entry: int) -> np.ndarray:
        """Return what each column of the vector adds to one entry's figure."""


def softmax(scores: np.ndarray) -> np.ndarray:
    """Return probabilities along the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    raised /= raised.sum(-1, keepdims=True)
    return raised


class HeadScorer:
    """The trained linear head."""

    def __init__(self, weights: np.ndarray) -> None:
        """Take weights as ``head.train`` returns them."""
        self.weights = weights

    def scores(self, vector: Vector) -> np.ndarray:
        """Return the entries' logits."""
        return vector.weights @ self.weights[vector.columns]

    def parts(self, vector: Vector, entry: int) -> np.ndarray:
        """Return what each term adds to the entry's logit."""
        return vector.weights * self.weights[vector.columns, entry]
