"""How a question speaks for one entry, word by word: what a curator reads to see why an entry was chosen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bot.matching.features import TermSpace, Vector, pair_terms, stem, word_terms
from bot.matching.model import Model
from bot.matching.vocabulary import Word


@dataclass(frozen=True, slots=True)
class Account:
    """What a question says for one entry.

    words: the question as the engine reads it.
    unknown: those of its words that the knowledge does not know.
    weights: what each word adds to the entry's figure, the heaviest first; below 0 it speaks against the entry.
    meaning: what the meaning of the whole adds, 0 without an encoder.
    proof: what the entry's proof takes away for being less like the question than another's, 0 with many phrasings.
    """

    words: tuple[Word, ...]
    unknown: tuple[str, ...]
    weights: tuple[tuple[str, float], ...]
    meaning: float = 0.0
    proof: float = 0.0

    @property
    def total(self) -> float:
        """The entry's figure: all words, the meaning and the proof together."""
        return self.meaning + self.proof + sum(weight for _, weight in self.weights)


def account(read: Sequence[Word], unknown: tuple[str, ...], vector: Vector, model: Model, entry: int) -> Account:
    """Say what each word, and the meaning of the whole, adds to an entry's figure."""
    words = [word.text for word in read]
    holders = _holders(words, model.space)
    weights: dict[str, float] = dict.fromkeys(words, 0.0)
    parts = model.scorer.parts(vector, entry)
    for column, part in zip(vector.columns, parts, strict=True):
        for word in holders[int(column)]:
            weights[word] += float(part) / len(holders[int(column)])
    proof = model.by_proof(vector, words, entry)
    meaning = float(model.reading(vector, words).scores[entry] - parts.sum() - proof) if len(vector.meaning) else 0.0
    return Account(tuple(read), unknown, tuple(sorted(weights.items(), key=lambda each: -each[1])), meaning, proof)


def _holders(words: Sequence[str], space: TermSpace) -> dict[int, list[str]]:
    """Map each column to the words that bring it; a pair belongs to both of its words."""
    brought = [(term, word) for word in words for term in word_terms(word)]
    for at, pair in enumerate(pair_terms([stem(word) for word in words])):
        brought += [(pair, word) for word in words[max(at - 1, 0) : at + 1]]
    holders: dict[int, list[str]] = defaultdict(list)
    columns = space.columns.places([term for term, _ in brought])
    for column, (_, word) in zip(columns, brought, strict=True):
        if column is not None:
            holders[column].append(word)
    return holders
