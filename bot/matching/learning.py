"""Learning: from the material to weighed terms, a scorer and a calibration. The only part that needs SciPy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property, partial

import numpy as np

from bot.matching import head
from bot.matching.axes import Axes
from bot.matching.calibration import for_few
from bot.matching.examining import of_follow_ups, of_phrasings
from bot.matching.features import TermSpace
from bot.matching.index import IndexScorer
from bot.matching.learnt import Learnt
from bot.matching.lookup import Lookup
from bot.matching.lore import FEW_PHRASINGS, lore_of
from bot.matching.material import MOST_HEAD_ENTRIES, Material, is_little
from bot.matching.model import Model
from bot.matching.scorers import HeadScorer, Scorer
from bot.matching.terms import Terms

# Steps from nothing, and going on from a head that has learnt most of the phrasings. Few phrasings need more, and many
# of each entry bear more.
_STEPS, _STEPS_ON = 36, 30
_STEPS_FOR_FEW, _STEPS_ON_FOR_FEW = 60, 60
_MANY_AN_ENTRY, _STEPS_FOR_MANY, _STEPS_ON_FOR_MANY = 80, 80, 40

# Learns a scorer, a head going on from these weights; returns it with the head's own weights.
_Fit = Callable[[np.ndarray | None], tuple[Scorer, np.ndarray | None]]


def learn(material: Material) -> Learnt:
    """Learn a model and what its signals are worth."""
    training, everything = _Training(material), np.arange(len(material.labels))
    asked = np.arange(len(material.asked_next))
    space = training.space(everything)
    if _few(material):
        scorer, _ = training.prepared(everything, asked, space)(None)
        lore = lore_of(material, everything, space, trained=False)
        has_near = not bool(material.in_story[: len(material.owned)].all())
        calibration = for_few(by_meaning=material.encoded, has_near=has_near)
        return Learnt(space, scorer, calibration, None, lore, *_words(material), material.centres, material.evidence)
    split = material.split()
    with ThreadPoolExecutor(1) as pool:
        # Training computes outside the interpreter's lock, so that what is read beside it costs hardly any time.
        part = training.space(split.kept)
        fitted = pool.submit(training.prepared(split.kept, split.kept_next, part), None)
        fit = training.prepared(everything, asked, space)
        lore_of_part = lore_of(material, split.kept, part, ~split.gone, trained=training.by_head)
        lore = lore_of(material, everything, space, trained=training.by_head)
        scorer, weights = fitted.result()
        whole = pool.submit(fit, weights)
        model = Model(part, scorer, lore_of_part, material.evidence, material.in_story, split.gone)
        calibration = of_phrasings(material, model, training.terms)
        in_talk = of_follow_ups(material, model, training.terms, training.likelier) if training.by_head else None
        words, centres, evidence = _words(material), material.centres, material.evidence
        return Learnt(space, whole.result()[0], calibration, in_talk, lore, *words, centres, evidence)


def _words(material: Material) -> tuple[Mapping[str, int], Lookup, Lookup, Lookup]:
    """Return the words that are known, their slips, and whose are a phrasing's or a follow-up's very words."""
    vocabulary = material.vocabulary()
    return vocabulary.counts, vocabulary.slips, material.phrasings(), material.followed()


def _few(material: Material) -> bool:
    return is_little(sum(len(entry.questions) for _, entry in material.owned), len(material.owned))


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

    def prepared(self, rows: np.ndarray, asked: np.ndarray, space: TermSpace) -> _Fit:
        """Return what learns from some phrasings and, for a head, follow-ups.

        An index compares phrasings with what is asked: a follow-up, which is mostly borrowed words, would mislead it.
        """
        material = self._material
        matrix, labels, meanings = self.terms.matrix(rows, space), material.labels[rows], material.meanings[rows]
        if not self.by_head:
            return lambda _: (IndexScorer(matrix, meanings, labels, self._classes), None)
        points = self._axes.along(np.vstack([meanings, material.meanings_next[asked]]))
        known = head.Rows.of(self.terms.followed(matrix, asked, space), points, self.likelier[asked])
        return partial(self._fitted, known, np.concatenate([labels, material.labels_next[asked]]))

    def _fitted(self, rows: head.Rows, labels: np.ndarray, start: np.ndarray | None) -> tuple[Scorer, np.ndarray]:
        """Learn a head; return its weights too."""
        steps = _steps(len(self._material.labels), self._classes)[start is not None]
        weights = head.train(rows, labels, self._classes, steps, start)
        terms, by_meaning = np.split(weights, [rows.terms.shape[1]])
        return HeadScorer.of(terms, self._axes.back(by_meaning), self._axes.middle), weights

    @cached_property
    def likelier(self) -> np.ndarray:
        """Follow-ups x classes, what the talk before adds to the entries' figures for each follow-up."""
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
