"""What a model knows of its entries besides what was trained: their words, who knows whom, how odd a word is."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.matching.familiar import Familiarity
from bot.matching.features import TermSpace
from bot.matching.knowing import Knowing
from bot.matching.material import Material
from bot.matching.nearest import Nearest, NearestOfMany

# Of fewer phrasings a head is taught longer, and helped by the nearest of them.
FEW_PHRASINGS = 3_000
# Beside a head that was taught some phrasings of each entry, what the entries rest on tells less.
_BY_EVIDENCE = 0.5
# A question with more content than all but this share of the phrasings tells a tale around it, which no entry can know.
_LONGER = 0.99
_SAMPLED = 1_000
# With fewer phrasings than this there are too few held-out ones to learn from.
_FEW = 400


@dataclass(frozen=True)
class Lore:
    """What there is to know of the classes, by their numbers.

    known: the stems and concepts of each class's phrasings, answer and quotes.
    oddness: for each stem, the log odds that an entry with it is a near one.
    gives: the kinds of thing (a number, a day) that each class has to give.
    named, people: who speaks or is named in each entry's quotes, and everybody whom the stories name.
    expected: what the content of a long phrasing weighs, the most that an entry can be expected to know of a question.
    points, labels: the phrasings by meaning and the class of each, where few are compared one by one; else none.
    by_nearest, by_familiarity: how they are compared.
    among_many: what compares many, None without a head or an encoder.
    by_evidence: how much it counts what entries rest on, 0 where phrasings tell enough.
    """

    known: Knowing
    oddness: Mapping[str, float]
    gives: Sequence[frozenset[str]]
    named: Sequence[frozenset[str]]
    people: frozenset[str]
    expected: float
    points: np.ndarray
    labels: np.ndarray
    by_nearest: bool = False
    by_familiarity: bool = False
    by_evidence: float = 0.0
    among_many: NearestOfMany | None = None

    def nearest(self) -> Nearest | NearestOfMany | None:
        """Return what tells the nearest phrasing of each class, where that helps."""
        return Nearest(self.points, self.labels, self.known.classes) if self.by_nearest else self.among_many

    def familiarity(self, in_story: np.ndarray) -> Familiarity | None:
        """Return what tells how familiar a meaning is, where near entries don't tell more."""
        own = in_story[self.labels]
        return Familiarity(self.points[own], self.labels[own]) if self.by_familiarity else None


def lore_of(
    material: Material, rows: np.ndarray, space: TermSpace, here: np.ndarray | None = None, *, trained: bool
) -> Lore:
    """Read the lore from some rows of the material; classes not marked in ``here`` are as if they did not exist.

    ``trained``: whether a head scores, and not likeness alone.
    """
    in_story = material.in_story
    near = ~in_story if here is None else ~in_story & here
    labels = material.labels[rows]
    beside_head = material.encoded and trained
    few = beside_head and len(material.labels) < FEW_PHRASINGS
    compared = material.encoded and bool(in_story[labels].any()) and (not near.any() or len(rows) < _FEW)
    needed = rows if few or compared else rows[:0]
    roots, meanings = material.roots(rows), material.meanings[rows]
    many = NearestOfMany.of(meanings, labels, len(in_story)) if beside_head and not few else None
    return Lore(
        Knowing.of(material.known_roots(roots)),
        material.oddness(roots, rows),
        material.gives(rows),
        material.people_named,
        material.people,
        _expected(material, rows, space),
        material.meanings[needed],
        material.labels[needed],
        few,
        compared,
        (_BY_EVIDENCE if trained else 1.0) if len(material.labels) < FEW_PHRASINGS else 0.0,
        many,
    )


def _expected(material: Material, rows: np.ndarray, space: TermSpace) -> float:
    sample = [material.words[row] for row in rows[:: len(rows) // _SAMPLED + 1]]
    return float(np.quantile([space.content(words) for words in sample], _LONGER)) if sample else math.inf
