"""How the words of a question speak for one entry: what a curator reads to see why an entry was chosen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bot.matching.features import TermSpace, pair_terms, stem, word_terms
from bot.matching.scorers import Scorer
from bot.matching.vocabulary import Word


@dataclass(frozen=True, slots=True)
class Account:
    """What a question says for one entry.

    words: the question as the engine reads it.
    unknown: those of its words that the knowledge does not know.
    weights: what each word adds to the entry's figure, the heaviest first; below 0 it speaks against the entry.
    """

    words: tuple[Word, ...]
    unknown: tuple[str, ...]
    weights: tuple[tuple[str, float], ...]

    @property
    def total(self) -> float:
        """The entry's figure: all words together."""
        return sum(weight for _, weight in self.weights)


def word_weights(words: Sequence[str], space: TermSpace, scorer: Scorer, entry: int) -> tuple[tuple[str, float], ...]:
    """Return what each word adds to an entry's figure, the heaviest first."""
    vector = space.vector(words)
    holders = _holders(words, space)
    weights: dict[str, float] = dict.fromkeys(words, 0.0)
    for column, part in zip(vector.columns, scorer.parts(vector, entry), strict=True):
        for word in holders[int(column)]:
            weights[word] += float(part) / len(holders[int(column)])
    return tuple(sorted(weights.items(), key=lambda each: -each[1]))


def _holders(words: Sequence[str], space: TermSpace) -> dict[int, list[str]]:
    """Map each column to the words that bring it; a pair belongs to both of its words."""
    brought = [(term, word) for word in words for term in word_terms(word)]
    for at, pair in enumerate(pair_terms([stem(word) for word in words])):
        brought += [(pair, word) for word in words[max(at - 1, 0) : at + 1]]
    holders: dict[int, list[str]] = defaultdict(list)
    for term, word in brought:
        if term in space.columns:
            holders[space.columns[term]].append(word)
    return holders
