"""From signals to a probability that the story answers a question, learnt from held-out phrasings."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

# How firmly slopes are held near 0 (and the bias not at all), and both near those that other stories had: a hundred
# held-out questions give ones that differ from draw to draw.
_RIDGE, _RIDGE_TO_PRIOR = (1.0, 1e-6), (100.0, 50.0)
_LEAST_SPREAD = 1e-6
# Curators' own phrasings are more like each other than what readers ask is like them: by so many logits a new story
# is surer of itself than it should be.
_CARE = 0.35


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
    stranger: 1 if the question names a speaker of whom the best entry knows nothing, or asks for the words of one whose
        words it does not have.
    lacking: 1 if the question asks for a kind of thing (a number, a day) that the best entry does not hold.
    unknown: the share of the question's weight that the knowledge does not know.
    length: the logarithm of the number of words.
    told: how likely stories tell what is asked, whatever they are about, in standard deviations.
    alike: the cosine of the meaning with that of the nearest answerable phrasing.
    typical: how much more the meaning is like those of one entry than like all (squared distances); both are 0 without
        an encoder, and where near entries tell more.
    read: how surely what the best entry rests on answers the question, read with it, in logits; 0 where it was not
        read. It settles what the others leave in doubt (bot/matching/doubts.py), and has no weight here.
    again: 1 if the best entry is the one that has just answered: people seldom ask for the same twice.
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
    alike: float = 0.0
    typical: float = 0.0
    again: float = 0.0
    lacking: float = 0.0
    told: float = 0.0
    read: float = 0.0


# What reason demands of the signs; a weight that comes out otherwise is an accident of the sample.
_SIGNS = {"strength": 1, "best": 1, "gap": 1, "lead": 1, "cover": 1, "odd": -1, "stranger": -1, "unknown": -1}
_SIGNS |= {"lacking": -1, "told": 1}
_SIGNS |= {"alike": 1, "typical": 1, "again": -1}
_WITH_NEAR = ("gap", "lead", "margin", "cover", "odd", "stranger", "lacking", "unknown", "length")
# What stories seldom tell says most where few near entries say it for this story.
_WITH_FEW_NEAR = (*_WITH_NEAR, "told")
_IN_TALK = (*_WITH_NEAR, "told", "again")
_WITHOUT_NEAR = ("best", "cover", "stranger", "lacking", "unknown")
# Three views of how much a question looks like one of an entry. Held-out phrasings can't say how to balance them for
# questions that are like no entry's, so they count alike.
_BY_MEANING = ("best", "alike", "typical")


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of the signals; the logistic of the sum is the score."""

    weights: Mapping[str, float]
    bias: float

    def score(self, signals: Signals) -> float:
        """Return the probability, 0 to 1, that the story answers the question."""
        total = self.bias + sum(weight * getattr(signals, name) for name, weight in self.weights.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


# For knowledge too small to learn from. Without near entries: fitted on small samples of public intent data
# (tests/bench/few_phrasings.py), but for strangers, of which that data has none, and for what is lacking, which it
# can't tell without answers. With near entries: fitted on eight stories with one to four phrasings an entry
# (tests/bench/new_stories.py), and then made more careful: answering what the story does not say is
# worse than offering what it does.
_FEW = Calibration({"best": 0.4, "cover": 3.3, "margin": 0.7, "stranger": -2.0, "lacking": -2.0}, bias=-3.1)
_FEW_BY_MEANING = Calibration({"best": 0.4, "margin": 0.6, "alike": 3.0, "stranger": -2.0, "lacking": -2.0}, bias=-4.8)
_FEW_WITH_NEAR = Calibration({"lead": 0.38, "cover": 1.6, "stranger": -1.2, "lacking": -1.8, "told": 0.41}, bias=-1.9)
_FEW_WITH_NEAR_BY_MEANING = Calibration(
    {"lead": 0.46, "cover": 0.64, "stranger": -1.3, "lacking": -2.1, "told": 0.54}, bias=-1.4
)


def for_few(*, by_meaning: bool, has_near: bool) -> Calibration:
    """Return the calibration for an index over few phrasings, with or without an encoder and near entries."""
    if has_near:
        return _FEW_WITH_NEAR_BY_MEANING if by_meaning else _FEW_WITH_NEAR
    return _FEW_BY_MEANING if by_meaning else _FEW


def calibrate(
    signals: list[Signals],
    right: list[bool],
    weights: list[float],
    *,
    has_near: bool,
    prior: Calibration | None = None,
) -> Calibration:
    """Fit the weights; ``right`` says which held-out questions would have been answered right.

    ``prior``: what the weights are likely, where few were held out.
    """
    target, weight = np.array(right, float), np.array(weights)
    names = list((_WITH_NEAR if prior is None else _WITH_FEW_NEAR) if has_near else _WITHOUT_NEAR)
    if any(each.alike for each in signals) and not has_near:
        return _fit_together(_columns(signals, _BY_MEANING), target, weight)
    found = _fit_by_reason(signals, target, weight, names, prior)
    return found if prior is None else replace(found, bias=found.bias - _CARE)


def calibrate_in_talk(signals: list[Signals], right: list[bool]) -> Calibration:
    """Fit the weights for what leans on a talk; there are near entries."""
    return _fit_by_reason(signals, np.array(right, float), np.ones(len(right)), list(_IN_TALK))


def _fit_by_reason(
    signals: list[Signals],
    target: np.ndarray,
    weight: np.ndarray,
    names: list[str],
    prior: Calibration | None = None,
) -> Calibration:
    """Fit the weights, and leave those out that come out against reason."""
    while True:
        found = fitted(_columns(signals, names), target, weight, names, prior)
        wrong = [name for name in names if found.weights[name] * _SIGNS.get(name, 0) < 0]
        if not wrong:
            return found
        names = [name for name in names if name not in wrong]


def _columns(signals: Sequence[Signals], names: Sequence[str]) -> np.ndarray:
    return np.array([[getattr(each, name) for name in names] for each in signals])


def _fit_together(columns: np.ndarray, target: np.ndarray, weight: np.ndarray) -> Calibration:
    """Fit one slope for the sum of the standardised signals by meaning."""
    spread = columns.std(0)
    # A signal that never varied was not measured: of few phrasings, how typical a meaning is can't be told.
    per = np.divide(1.0, spread, out=np.zeros_like(spread), where=spread > _LEAST_SPREAD)
    found = fitted((columns @ per)[:, None], target, weight, ["together"])
    slope = found.weights["together"]
    return Calibration({name: slope * float(by) for name, by in zip(_BY_MEANING, per, strict=True)}, found.bias)


def fitted(
    columns: np.ndarray, target: np.ndarray, weight: np.ndarray, names: list[str], prior: Calibration | None = None
) -> Calibration:
    """Fit a logistic regression by Newton's method: signals standardised, held near a prior, or the slopes near 0."""
    middle, spread = columns.mean(0), np.maximum(columns.std(0), 1e-6)
    rows = np.hstack([(columns - middle) / spread, np.ones((len(columns), 1))])
    found, likely = np.zeros(len(names) + 1), np.zeros(len(names) + 1)
    if prior is not None:
        slopes = np.array([prior.weights.get(name, 0.0) for name in names])
        likely = np.append(slopes * spread, prior.bias + slopes @ middle)
    on_slopes, on_bias = _RIDGE if prior is None else _RIDGE_TO_PRIOR
    ridge = np.diag([on_slopes] * len(names) + [on_bias])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-np.clip(rows @ found, -30, 30)))
        slope = rows.T @ (weight * (chance - target)) + ridge @ (found - likely)
        curve = (rows * (weight * chance * (1 - chance))[:, None]).T @ rows + ridge
        found -= np.linalg.solve(curve, slope)
    slopes = found[:-1] / spread
    return Calibration(dict(zip(names, map(float, slopes), strict=True)), float(found[-1] - slopes @ middle))
