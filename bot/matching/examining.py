"""What the signals are worth: a model is asked the phrasings and follow-ups that were held out of its learning."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bot.matching.calibration import Calibration, Signals, calibrate, calibrate_in_talk, for_few
from bot.matching.lore import FEW_PHRASINGS
from bot.matching.material import Material
from bot.matching.model import Model
from bot.matching.scorers import HeadScorer
from bot.matching.terms import Terms

# The more near entries a curator has written, the seldomer does a question ask for what none of them is about.
_MANY_NEAR = 25
# A question about an answer that was taken out is hardly ever met: most of those entries have a neighbour.
_SHARE_NEW_ANSWERABLE = 0.3
# Of fewer follow-ups nothing can be learnt; more than these take time and change nothing. Of 600, some weights were
# several times what they are of all.
_FEWEST_NEXT = 100
_MOST_NEXT = 2_000


def of_phrasings(material: Material, model: Model, terms: Terms) -> Calibration:
    """Learn what the signals are worth from the phrasings that a model has not seen."""
    split = material.split()
    near = int((~material.in_story[: len(material.owned)]).sum())
    new_near = min(1.0, _MANY_NEAR / near) if near else 1.0
    signals: list[Signals] = []
    right: list[bool] = []
    weights: list[float] = []
    matrix, meanings = terms.matrix(split.held, model.space), material.meanings[split.held]
    several = model.scorer.of_many(matrix, meanings) if isinstance(model.scorer, HeadScorer) else None
    for at, (row, read) in enumerate(zip(split.held, terms.vectors(matrix, split.kept), strict=True)):
        own, vector = int(material.labels[row]), replace(read, meaning=meanings[at])
        scores = model.scorer.scores(vector) if several is None else several[at]
        best, found = model.judged(scores, vector, material.words[row])
        signals.append(found)
        right.append(bool(material.in_story[own]) and material.answers(best, own))
        new = new_near * _SHARE_NEW_ANSWERABLE if material.in_story[own] else new_near
        weights.append(new if split.gone[own] and near else 1.0)
    few = near > 0 and len(material.labels) < FEW_PHRASINGS
    prior = for_few(by_meaning=material.encoded, has_near=True) if few else None
    return calibrate(signals, right, weights, has_near=near > 0, prior=prior)


def of_follow_ups(material: Material, model: Model, terms: Terms, likelier: np.ndarray) -> Calibration | None:
    """Learn what they are worth for what leans on a talk, from follow-ups; return None if there are too few.

    ``likelier``: follow-ups x classes, what the talk before adds to the entries' figures.
    """
    split = material.split()
    leaning = np.array([at for at in split.held_next if material.asked_next[at].talk is not None], np.int64)
    held = leaning[:: len(leaning) // _MOST_NEXT + 1]
    answerable = int(material.in_story[material.labels_next[held]].sum())
    if len(held) < _FEWEST_NEXT or not 0 < answerable < len(held):
        return None
    signals: list[Signals] = []
    right: list[bool] = []
    for at, read in zip(held, terms.vectors(terms.next(held, model.space), split.kept), strict=True):
        asked, vector = material.asked_next[at], replace(read, meaning=material.meanings_next[at])
        found = model.reading(vector, asked.words, asked.talk.words if asked.talk else (), likelier[at])
        signals.append(replace(found.signals, again=float(found.best == asked.after)))
        right.append(bool(material.in_story[asked.label]) and material.answers(found.best, asked.label))
    return calibrate_in_talk(signals, right)
