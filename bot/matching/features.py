"""Questions as weighted vectors: stems, what they are near in meaning to, stem pairs, and the first letters of words.

A term's weight is its inverse document frequency, the geometric mean of the one over phrasings and the one over
entries. Terms that the knowledge does not know stay in a question's norm: what is unknown speaks against a match.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

import numpy as np
import Stemmer

from bot.matching.lookup import Lookup
from bot.matching.words import CACHED_WORDS, english
from bot.memory import remembering

WEIGHTS = {"s": 1.0, "c": 0.7, "p": 0.6, "g": 0.3}
# How much an unknown term of each kind adds to the norm; an unknown word's letters and pairs add a little more.
_UNKNOWN = {"s": 1.5, "p": 0.5, "g": 0.4}
# All n-grams of letters did no better, on this story and on CLINC150 and BANKING77, at three times the terms.
_BEGINNINGS = (3, 5)

# What a stem weighs that no phrasing has.
_UNSEEN_WEIGHT = 5.0

# Words are kept below; PyStemmer would keep 10,000 more of its own, two MiB.
_stemmer = Stemmer.Stemmer("english", 0)


@lru_cache(CACHED_WORDS)
def stem(word: str) -> str:
    """Return the Snowball stem of a word."""
    return str(_stemmer.stemWord(word))


@cache
def concepts() -> dict[str, tuple[str, ...]]:
    """Map stems to the groups of english.yaml that they belong to."""
    found: dict[str, list[str]] = {}
    for group in english().synonyms:
        for word in group:
            if " " not in word and f"c:{group[0]}" not in found.setdefault(stem(word), []):
                found[stem(word)].append(f"c:{group[0]}")
    return {word: tuple(groups) for word, groups in found.items()}


def word_terms(word: str) -> tuple[str, ...]:
    """Return the terms of one word: its stem, its meanings, and its beginnings, which unlike stems share a root."""
    root = stem(word)
    beginnings = [f"g:{word[:size]}-" for size in _BEGINNINGS if len(word) > size]
    return (f"s:{root}", *concepts().get(root, ()), *beginnings)


def pair_terms(stems: Sequence[str]) -> list[str]:
    """Return the terms of neighbouring stems, the edges of the question included."""
    return [f"p:{first} {second}" for first, second in zip(("^", *stems), (*stems, "$"), strict=True)]


NO_MEANING = np.zeros(0, np.float32)
# The columns of some terms, their weights, and the square of what is unknown.
_LookedUp = tuple[tuple[int, ...], tuple[float, ...], float]


@dataclass(frozen=True, slots=True)
class Vector:
    """A question's terms as columns and weights of unit length, less what is unknown; and its meaning as a point.

    Without an encoder a meaning has no coordinates.
    """

    columns: np.ndarray
    weights: np.ndarray
    unknown: float
    meaning: np.ndarray = field(default_factory=lambda: NO_MEANING)


class TermSpace:
    """Terms, numbered as columns, and their weights."""

    def __init__(self, columns: Lookup, kinds: str, weights: np.ndarray, rarest: float) -> None:
        """Take the terms' columns, the kinds of terms there are, and the columns' weights.

        ``rarest`` is the inverse document frequency that a term no phrasing has would get.
        """
        self.columns, self.kinds, self.weights, self.rarest = columns, kinds, weights, rarest
        self._unknown = {
            kind: rarest * 0.8 * WEIGHTS[kind] * math.sqrt(share) for kind, share in _UNKNOWN.items() if kind in kinds
        }
        self._of_word = remembering(self._look_up_word, CACHED_WORDS)
        self.weight_of = remembering(self._weight_of, CACHED_WORDS)

    def _weight_of(self, root: str) -> tuple[float, bool]:
        """Return what a stem weighs, and whether any phrasing has it."""
        (column,) = self.columns.places([f"s:{root}"])
        return (_UNSEEN_WEIGHT, False) if column is None else (float(self.weights[column]), True)

    def content(self, words: Sequence[str]) -> float:
        """Return what the content words of a phrasing weigh together."""
        light = english().light
        return sum(self.weight_of(stem(word))[0] for word in words if word not in light)

    def vector(
        self, words: Sequence[str], lent: Sequence[str] = (), by: float = 1.0, meaning: np.ndarray = NO_MEANING
    ) -> Vector:
        """Return a question's vector; ``lent`` are words of the talk before, which weigh less by a factor ``by``."""
        weighed, unknown = self._weigh(words)
        for known, their_weights, _ in map(self._of_word, lent):
            for column, weight in zip(known, their_weights, strict=True):
                weighed[column] = weighed.get(column, 0.0) + by * weight
        columns = np.fromiter(weighed.keys(), np.int64, len(weighed))
        weights = np.fromiter(weighed.values(), np.float32, len(weighed))
        square = float(weights @ weights) + unknown
        return Vector(columns, weights / (math.sqrt(square) or 1.0), unknown / square if square else 1.0, meaning)

    def _weigh(self, words: Sequence[str]) -> tuple[dict[int, float], float]:
        """Return the weights of the columns, and the square of what is unknown."""
        weighed: dict[int, float] = {}
        unknown = 0.0
        pairs = self._look_up(pair_terms([stem(word) for word in words]))
        for known, weights, missing in (*map(self._of_word, words), pairs):
            unknown += missing
            for column, weight in zip(known, weights, strict=True):
                weighed[column] = weighed.get(column, 0.0) + weight
        return weighed, unknown

    def _look_up_word(self, word: str) -> _LookedUp:
        return self._look_up(word_terms(word))

    def _look_up(self, terms: Sequence[str]) -> _LookedUp:
        columns = self.columns.places(terms)
        known = [column for column in columns if column is not None]
        lost = zip(terms, columns, strict=True)
        unknown = sum(self._unknown.get(term[0], 0.0) ** 2 for term, column in lost if column is None)
        return tuple(known), tuple(self.weights[known].tolist()), unknown
