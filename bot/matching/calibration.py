"""From signals to a probability that the story answers a question, learnt from held-out phrasings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import numpy as np

# Enough held-out phrasings, right ones and wrong ones, to learn from.
_FEWEST = 30
_RIDGE = 1.0


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for and against an answer; figures of entries are logits.

    strength: all answerable entries together (log-sum-exp).
    best: the best answerable entry.
    gap: strength less that of the near entries; 0 without near entries.
    lead: the best answerable entry less the best near entry; 0 without near entries.
    margin: the best answerable entry less the second: an answer that stands alone says less than several that agree.
    cover: the share of the question's content that the best entry knows.
    odd: how far the content words that the best entry does not know are words of near entries elsewhere (log odds by
        entries, averaged by weight): "old" and "cost" are asked of what the story does not say.
    stranger: 1 if the question names a speaker of whom the best entry knows nothing.
    unknown: the share of the question's weight that the knowledge does not know.
    length: the logarithm of the number of words.
    """

    strength: float
    best: float
    gap: float
    lead: float
    margin: float
    cover: float
    odd: float
    stranger: float
    unknown: float
    length: float


# What reason demands of the signs; a weight that comes out otherwise is an accident of the sample.
_SIGNS = {"strength": 1, "best": 1, "gap": 1, "lead": 1, "cover": 1, "odd": -1, "stranger": -1, "unknown": -1}
_WITH_NEAR = ("gap", "lead", "margin", "cover", "odd", "stranger", "unknown", "length")
_WITHOUT_NEAR = ("best", "cover", "stranger", "unknown")


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of the signals; the logistic of the sum is the score."""

    weights: Mapping[str, float]
    bias: float

    def score(self, signals: Signals) -> float:
        """Return the probability, 0 to 1, that the story answers the question."""
        total = self.bias + sum(weight * getattr(signals, name) for name, weight in self.weights.items())
        return float(1 / (1 + np.exp(-np.clip(total, -30, 30))))


# For knowledge too small to learn from: a question must be close to a phrasing and hold little that is unknown.
_BY_REASONING = Calibration({"strength": 0.8, "gap": 0.5, "cover": 2.0, "stranger": -2.0, "unknown": -3.0}, bias=-5.0)


def calibrate(signals: list[Signals], right: list[bool], weights: list[float], *, has_near: bool) -> Calibration:
    """Fit the weights; ``right`` says which held-out questions would have been answered right."""
    if min(sum(right), len(right) - sum(right)) < _FEWEST:
        return _BY_REASONING
    names = list(_WITH_NEAR if has_near else _WITHOUT_NEAR)
    rows, target, weight = [asdict(each) for each in signals], np.array(right, float), np.array(weights)
    while True:
        found = _fit(np.array([[row[name] for name in names] for row in rows]), target, weight, names)
        wrong = [name for name in names if found.weights[name] * _SIGNS.get(name, 0) < 0]
        if not wrong:
            return found
        names = [name for name in names if name not in wrong]


def _fit(columns: np.ndarray, target: np.ndarray, weight: np.ndarray, names: list[str]) -> Calibration:
    """Fit a logistic regression by Newton's method: signals standardised, a small ridge on the slopes."""
    middle, spread = columns.mean(0), np.maximum(columns.std(0), 1e-6)
    rows = np.hstack([(columns - middle) / spread, np.ones((len(columns), 1))])
    found = np.zeros(len(names) + 1)
    ridge = np.diag([_RIDGE] * len(names) + [1e-6])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-np.clip(rows @ found, -30, 30)))
        slope = rows.T @ (weight * (chance - target)) + ridge @ found
        curve = (rows * (weight * chance * (1 - chance))[:, None]).T @ rows + ridge
        found -= np.linalg.solve(curve, slope)
    slopes = found[:-1] / spread
    return Calibration(dict(zip(names, map(float, slopes), strict=True)), float(found[-1] - slopes @ middle))
