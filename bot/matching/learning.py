"""Learning: from the material to weighed terms, a scorer and a calibration. The only part that needs SciPy."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cached_property

import numpy as np

from bot.matching import head
from bot.matching.axes import Axes
from bot.matching.calibration import Calibration, Signals, calibrate, for_few
from bot.matching.features import TermSpace
from bot.matching.index import IndexScorer
from bot.matching.learnt import Learnt
from bot.matching.lore import FEW_PHRASINGS, Lore, lore_of
from bot.matching.material import MOST_HEAD_ENTRIES, Material, is_little
from bot.matching.model import Model
from bot.matching.scorers import HeadScorer, Scorer
from bot.matching.terms import Terms

# Steps from nothing, and going on from a head that has learnt most of the phrasings. Few phrasings need more, and many
# of each entry bear more.
_STEPS, _STEPS_ON = 11, 8
_STEPS_FOR_FEW, _STEPS_ON_FOR_FEW = 60, 60
_MANY_AN_ENTRY, _STEPS_FOR_MANY, _STEPS_ON_FOR_MANY = 60, 80, 40
# The more near entries a curator has written, the seldomer does a question ask for what none of them is about.
_MANY_NEAR = 25
# A question about an answer that was taken out is hardly ever met: most of those entries have a neighbour.
_SHARE_NEW_ANSWERABLE = 0.3


def learn(material: Material) -> Learnt:
    """Learn a model and what its signals are worth."""
    training, everything = _Training(material), np.arange(len(material.labels))
    asked = np.arange(len(material.asked_next))
    space = training.space(everything)
    if _few(material):
        scorer, _ = training.fitted(everything, asked, space)
        lore = lore_of(material, everything, space, trained=False)
        return _learnt(material, space, scorer, for_few(by_meaning=material.encoded), lore)
    split = material.split()
    with ThreadPoolExecutor(1) as pool:
        # Training computes outside the interpreter's lock, so that what is read beside it costs hardly any time.
        part = training.space(split.kept)
        fitted = pool.submit(training.fitted, split.kept, split.kept_next, part)
        partial_lore = lore_of(material, split.kept, part, ~split.gone, trained=training.by_head)
        lore = lore_of(material, everything, space, trained=training.by_head)
        scorer, weights = fitted.result()
        whole = pool.submit(training.fitted, everything, asked, space, weights)
        partial = Model(part, scorer, partial_lore, material.in_story, split.gone)
        calibration = _calibrated(material, partial, training.terms)
        return _learnt(material, space, whole.result()[0], calibration, lore)


def _learnt(material: Material, space: TermSpace, scorer: Scorer, calibration: Calibration, lore: Lore) -> Learnt:
    """Add all else that answering goes by."""
    vocabulary, (alone, shared) = material.vocabulary(), material.owners()
    known = (vocabulary.counts, vocabulary.slips, alone, shared)
    return Learnt(space, scorer, calibration, lore, *known, material.centres)


def _few(material: Material) -> bool:
    return is_little(sum(len(entry.questions) for _, entry in material.owned), len(material.owned))


def _calibrated(material: Material, model: Model, terms: Terms) -> Calibration:
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
    return calibrate(signals, right, weights, has_near=near > 0)


class _Training:
    """Trains scorers from phrasings and follow-ups of the material, each told by their numbers."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self.terms = Terms(material.words, material.asked_next, encoded=material.encoded)
        self._classes = len(material.in_story)
        self.by_head = self._classes <= MOST_HEAD_ENTRIES and not _few(material)

    @cached_property
    def _axes(self) -> Axes:
        return Axes(self._material.meanings, few=len(self._material.labels) < FEW_PHRASINGS)

    def space(self, rows: np.ndarray) -> TermSpace:
        """Weigh the terms by some rows."""
        return self.terms.space(rows, self._material.labels[rows], self._classes)

    def fitted(
        self, rows: np.ndarray, asked: np.ndarray, space: TermSpace, start: np.ndarray | None = None
    ) -> tuple[Scorer, np.ndarray | None]:
        """Learn from some of both, for a head from weights to go on from; return the head's weights too.

        An index compares phrasings with what is asked: a follow-up, which is mostly borrowed words, would mislead it.
        """
        material = self._material
        labels, meanings = material.labels[rows], material.meanings[rows]
        matrix = self.terms.matrix(rows, space)
        if not self.by_head:
            return IndexScorer(matrix, meanings, labels, self._classes), None
        steps = _steps(len(material.labels), self._classes)[start is not None]
        points = self._axes.along(np.vstack([meanings, material.meanings_next[asked]]))
        known = head.Rows(self.terms.followed(matrix, asked, space), points, self._likelier[asked])
        labels = np.concatenate([labels, material.labels_next[asked]])
        weights = head.train(known, labels, self._classes, steps, start)
        terms, by_meaning = np.split(weights, [matrix.shape[1]])
        return HeadScorer(terms.astype(np.float16), self._axes.back(by_meaning), self._axes.middle), weights

    @cached_property
    def _likelier(self) -> np.ndarray:
        """What the talk before adds to the entries' figures for each follow-up."""
        material = self._material
        found = np.zeros((len(material.asked_next), self._classes), np.float32)
        told = [(at, each, each.talk.weight) for at, each in enumerate(material.asked_next) if each.talk is not None]
        if told and material.centres is not None:
            rows, leaning, weights = map(list, zip(*told, strict=True))
            before = material.meanings[[each.before for each in leaning]]
            after = np.array([each.after for each in leaning])
            found[rows] = material.centres.likelier(before, after, np.array(weights))
        return found


def _steps(phrasings: int, entries: int) -> tuple[int, int]:
    if phrasings < FEW_PHRASINGS:
        return _STEPS_FOR_FEW, _STEPS_ON_FOR_FEW
    if phrasings >= _MANY_AN_ENTRY * entries:
        return _STEPS_FOR_MANY, _STEPS_ON_FOR_MANY
    return _STEPS, _STEPS_ON
