"""Learning: from the material to weighed terms, a scorer and a calibration. The only part that needs SciPy."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import chain, pairwise

import numpy as np
from scipy import sparse

from bot.matching import head
from bot.matching.axes import Axes
from bot.matching.calibration import Calibration, Signals, calibrate, for_few
from bot.matching.centres import Centres
from bot.matching.features import WEIGHTS, TermSpace, Vector, pair_terms, stem, word_terms
from bot.matching.index import IndexScorer
from bot.matching.learnt import Learnt
from bot.matching.lore import FEW_PHRASINGS, lore_of
from bot.matching.material import Material
from bot.matching.model import Model
from bot.matching.scorers import HeadScorer, Scorer

_PRUNED_FROM = 500
# A head of many entries costs terms x entries x 4 bytes: there the index serves.
_MOST_HEAD_ENTRIES = 2_000
# Of fewer, likeness tells more than a head learns, and too few can be held out (tests/bench/few_phrasings.py).
_FEWEST_PHRASINGS, _FEWEST_ENTRIES, _FEWEST_AN_ENTRY = 150, 10, 5
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
    terms = Terms(material.words, beginnings=not material.encoded)
    everything = np.arange(len(material.labels))
    if _few(material):
        space, scorer, _ = _fitted(terms, material, everything)
        return _learnt(material, space, scorer, for_few(by_meaning=material.encoded))
    split = material.split()
    space, scorer, weights = _fitted(terms, material, split.kept)
    lore = lore_of(material, split.kept, space, ~split.gone, trained=weights is not None)
    partial = Model(space, scorer, lore, material.in_story, split.gone)
    with ThreadPoolExecutor(1) as pool:
        # Training computes outside the interpreter's lock, so that both take hardly longer than the longer one.
        whole = pool.submit(_fitted, terms, material, everything, weights)
        calibration = _calibrated(material, partial, terms)
        space, scorer, _ = whole.result()
    return _learnt(material, space, scorer, calibration)


def _learnt(material: Material, space: TermSpace, scorer: Scorer, calibration: Calibration) -> Learnt:
    """Add to what was trained all else that answering goes by."""
    everything = np.arange(len(material.labels))
    lore = lore_of(material, everything, space, trained=isinstance(scorer, HeadScorer))
    vocabulary, (alone, shared) = material.vocabulary(), material.owners()
    centres = Centres.of(material.meanings, material.labels) if material.encoded else None
    return Learnt(space, scorer, calibration, lore, vocabulary.counts, vocabulary.slips, alone, shared, centres)


def _few(material: Material) -> bool:
    phrasings, entries = sum(len(entry.questions) for _, entry in material.owned), len(material.owned)
    return phrasings < max(_FEWEST_PHRASINGS, _FEWEST_AN_ENTRY * entries) or entries < _FEWEST_ENTRIES


def _calibrated(material: Material, model: Model, terms: Terms) -> Calibration:
    """Learn what the signals are worth from the phrasings that a model has not seen."""
    split = material.split()
    near = int((~material.in_story[: len(material.owned)]).sum())
    new_near = min(1.0, _MANY_NEAR / near) if near else 1.0
    signals: list[Signals] = []
    right: list[bool] = []
    weights: list[float] = []
    for row, vector in zip(split.held, terms.vectors(split.held, split.kept, model.space), strict=True):
        own = int(material.labels[row])
        reading = model.reading(replace(vector, meaning=material.meanings[row]), material.words[row])
        signals.append(reading.signals)
        right.append(bool(material.in_story[own]) and material.answers(reading.best, own))
        new = new_near * _SHARE_NEW_ANSWERABLE if material.in_story[own] else new_near
        weights.append(new if split.gone[own] and near else 1.0)
    return calibrate(signals, right, weights, has_near=near > 0)


def _fitted(
    terms: Terms, material: Material, rows: np.ndarray, start: np.ndarray | None = None
) -> tuple[TermSpace, Scorer, np.ndarray | None]:
    """Learn from some rows, for a head from weights to go on from; return the head's weights too."""
    labels, classes = material.labels[rows], len(material.in_story)
    space = terms.space(rows, labels, classes)
    matrix = terms.matrix(rows, space)
    if classes > _MOST_HEAD_ENTRIES or _few(material):
        return space, IndexScorer(matrix, material.meanings[rows], labels, classes), None
    axes = Axes(material.meanings, few=len(material.labels) < FEW_PHRASINGS)
    steps = _steps(len(material.labels), classes)
    known = head.Rows(matrix, axes.along(material.meanings[rows]))
    weights = head.train(known, labels, classes, steps[start is not None], start)
    size = matrix.shape[1]
    return space, HeadScorer(weights[:size].astype(np.float16), axes.back(weights[size:]), axes.middle), weights


def _steps(phrasings: int, entries: int) -> tuple[int, int]:
    if phrasings < FEW_PHRASINGS:
        return _STEPS_FOR_FEW, _STEPS_ON_FOR_FEW
    if phrasings >= _MANY_AN_ENTRY * entries:
        return _STEPS_FOR_MANY, _STEPS_ON_FOR_MANY
    return _STEPS, _STEPS_ON


class Terms:
    """The terms of all phrasings, numbered, and how often each phrasing has each."""

    def __init__(self, phrasings: Sequence[Sequence[str]], *, beginnings: bool = True) -> None:
        """Number the terms; letters and pairs of one or two phrasings are left out where there are many.

        An encoder knows by itself which words share a root: with one, ``beginnings`` say nothing more.
        """
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
            fewest = 3 if len(phrasings) >= FEW_PHRASINGS else 2
            kept = (np.bincount(counts.indices, minlength=len(numbers)) >= fewest) | np.isin(kinds, ("s", "c"))
        if not beginnings:
            kept &= kinds != "g"
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
