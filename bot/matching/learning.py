"""Learning: from the material to weighed terms, a scorer and a calibration. The only part that needs SciPy."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

import numpy as np
from scipy import sparse

from bot.matching import head
from bot.matching.calibration import Calibration, Signals, calibrate
from bot.matching.features import WEIGHTS, TermSpace, Vector, pair_terms, stem, word_terms
from bot.matching.index import IndexScorer
from bot.matching.material import Material
from bot.matching.model import Learnt, Model
from bot.matching.scorers import HeadScorer, Scorer

_PRUNED_FROM = 500
# A head of many entries costs terms x entries x 4 bytes, one of few phrasings learns nothing: there the index serves.
_MOST_HEAD_ENTRIES = 2_000
_FEWEST_HEAD_PHRASINGS = 40
# Steps from nothing. Little knowledge learns fast anyhow, and much of it needs them; in between, where a story of some
# thousand phrasings lies, more steps win nothing and a start should take a second.
_STEPS, _STEPS_BETWEEN, _BETWEEN = 30, 9, range(2_500, 7_000)
# Going on from a head that has learnt most of the phrasings takes about half.
_SHARE_ON = 0.55
# A question about an answer that was taken out is hardly ever met: most of those entries have a neighbour.
_WEIGHT_NEW_NEAR = 1.0
_WEIGHT_NEW_ANSWERABLE = 0.3


def learn(material: Material) -> Learnt:
    """Learn a model and what its signals are worth."""
    terms = Terms(material.words)
    everything = np.arange(len(material.labels))
    split = material.split()
    if not len(split.kept):
        space, scorer = _fitted(terms, material, everything)
        return Learnt(material.words, space, scorer, calibrate([], [], [], has_near=False))
    partial = Model(material, split.kept, *_fitted(terms, material, split.kept), split.gone)
    calibration = _calibrated(material, partial, terms)
    space, scorer = _fitted(terms, material, everything, partial.scorer)
    return Learnt(material.words, space, scorer, calibration)


def _calibrated(material: Material, model: Model, terms: Terms) -> Calibration:
    """Learn what the signals are worth from the phrasings that a model has not seen."""
    split = material.split()
    has_near = not material.in_story.all()
    signals: list[Signals] = []
    right: list[bool] = []
    weights: list[float] = []
    for row, vector in zip(split.held, terms.vectors(split.held, split.kept, model.space), strict=True):
        own = int(material.labels[row])
        reading = model.reading(vector, material.words[row])
        signals.append(reading.signals)
        right.append(bool(material.in_story[own]) and material.answers(reading.best, own))
        new = _WEIGHT_NEW_ANSWERABLE if material.in_story[own] else _WEIGHT_NEW_NEAR
        weights.append(new if split.gone[own] and has_near else 1.0)
    return calibrate(signals, right, weights, has_near=has_near)


def _fitted(
    terms: Terms, material: Material, rows: np.ndarray, before: Scorer | None = None
) -> tuple[TermSpace, Scorer]:
    """Learn from some rows; ``before`` is a scorer to go on from."""
    labels, classes = material.labels[rows], len(material.owned)
    space = terms.space(rows, labels, classes)
    matrix = terms.matrix(rows, space)
    if classes > _MOST_HEAD_ENTRIES or len(rows) < _FEWEST_HEAD_PHRASINGS:
        return space, IndexScorer(matrix, labels, classes)
    steps = _STEPS_BETWEEN if len(rows) in _BETWEEN else _STEPS
    if isinstance(before, HeadScorer):
        return space, HeadScorer(head.train(matrix, labels, classes, round(steps * _SHARE_ON), before.weights))
    return space, HeadScorer(head.train(matrix, labels, classes, steps))


class Terms:
    """The terms of all phrasings, numbered, and how often each phrasing has each."""

    def __init__(self, phrasings: Sequence[Sequence[str]]) -> None:
        """Number the terms; letters and pairs of a single phrasing are left out where there are many phrasings."""
        numbers: dict[str, int] = {}
        unique = dict.fromkeys(chain.from_iterable(phrasings))
        words = {word: (stem(word), _numbered(word_terms(word), numbers)) for word in unique}
        rows: list[list[int]] = []
        for phrasing in phrasings:
            row = _numbered(pair_terms([words[word][0] for word in phrasing]), numbers)
            for word in phrasing:
                row += words[word][1]
            rows.append(row)
        counts = _count_matrix(rows, len(numbers))
        kinds = np.array([term[0] for term in numbers])
        kept = np.ones(len(numbers), bool)
        if len(phrasings) >= _PRUNED_FROM:
            kept = (np.bincount(counts.indices, minlength=len(numbers)) > 1) | np.isin(kinds, ("s", "c"))
        self.columns = {
            term: column for column, term in enumerate(term for term, keep in zip(numbers, kept, strict=True) if keep)
        }
        self.counts = counts[:, kept].tocsr()
        self.kinds = np.array([WEIGHTS[kind] for kind in kinds[kept]])

    def space(self, rows: np.ndarray, labels: np.ndarray, classes: int) -> TermSpace:
        """Weigh the terms by ``rows`` of the phrasings, whose entries are ``labels``.

        A weight is the inverse document frequency: the geometric mean of that over phrasings and that over entries.
        """
        seen = self.counts[rows]
        seen.data[:] = 1.0
        phrasings = np.bincount(seen.indices, minlength=seen.shape[1])
        owners = sparse.csr_matrix(
            (np.ones(len(labels), "f"), (labels, np.arange(len(labels)))), (classes, len(labels))
        )
        entries = np.bincount((owners @ seen).indices, minlength=seen.shape[1])
        rarity = np.sqrt(_rarities(phrasings, len(labels)) * _rarities(entries, classes))
        rarest = math.sqrt(float(_rarities(np.zeros(1), len(labels))[0] * _rarities(np.zeros(1), classes)[0]))
        return TermSpace(self.columns, (rarity * self.kinds).astype("f"), rarest)

    def matrix(self, rows: np.ndarray, space: TermSpace) -> sparse.csr_matrix:
        """Return phrasings as rows of unit length."""
        found = self.counts[rows].multiply(space.weights).tocsr()
        norms = np.sqrt(np.asarray(found.multiply(found).sum(1)).ravel())
        return sparse.diags_array(1 / np.maximum(norms, 1e-9)).astype("f") @ found

    def vectors(self, rows: np.ndarray, seen: np.ndarray, space: TermSpace) -> Iterator[Vector]:
        """Return phrasings as vectors; terms that none of the phrasings ``seen`` has are unknown."""
        matrix = self.matrix(rows, space)
        new = np.bincount(self.counts[seen].indices, minlength=matrix.shape[1]) == 0
        for start, end in pairwise(matrix.indptr):
            columns, weights = matrix.indices[start:end], matrix.data[start:end]
            yield Vector(columns, weights, float(weights[new[columns]] @ weights[new[columns]]))


def _numbered(terms: Sequence[str], numbers: dict[str, int]) -> list[int]:
    """Return the terms' numbers, new terms getting the next ones."""
    return [numbers.setdefault(term, len(numbers)) for term in terms]


def _count_matrix(rows: list[list[int]], width: int) -> sparse.csr_matrix:
    ends = np.cumsum([0, *map(len, rows)])
    indices = np.fromiter(chain.from_iterable(rows), np.int32, int(ends[-1]))
    found = sparse.csr_matrix((np.ones(len(indices), "f"), indices, ends), (len(rows), width))
    found.sum_duplicates()
    return found


def _rarities(counts: np.ndarray, total: int) -> np.ndarray:
    return np.maximum(np.log((total + 1) / (counts + 0.5)), 0.01)
