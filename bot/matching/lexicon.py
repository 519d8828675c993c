"""The common words of English: no typos, and what a typo that the knowledge can't explain may stand for."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.matching.encoder import FOLDER
from bot.matching.words import CACHED_WORDS

# Words of four letters and more: below that too many are one slip of the fingers apart.
_RANKED = re.compile(rb'"([A-Za-z]{4,})"\s*:\s*(\d+)')
# British spellings and their American counterparts, as endings or within a word.
_AMERICAN = (
    (re.compile(r"(?<=\w\w)our"), "or"),
    (re.compile(r"(?<=\w)is(?=(?:e[drs]?|ing|ations?)$)"), "iz"),
    (re.compile(r"(?<=\w)ys(?=(?:e[drs]?|ing)$)"), "yz"),
    (re.compile(r"(?<=[^aeiou])re(?=s?$)"), "er"),
    (re.compile(r"(?<=\wen)c(?=es?$)"), "s"),
    (re.compile(r"ll(?=(?:ed|ing|ers?|ation)$)"), "l"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"[ao]e(?=[a-z])"), "e"),
)


class CommonWords(Collection[str]):
    """Words and their ranks; those of one first letter and length are one text, sorted: a tenth of a dict's memory."""

    def __init__(self, ranked: Iterable[tuple[str, int]]) -> None:
        """Take words of one letter and more with their ranks, below 65,536, one by one: they need not be kept."""
        self._groups: dict[tuple[str, int], tuple[str, Sequence[int]]] = {}
        texts: dict[tuple[str, int], bytearray] = {}
        ranks: dict[tuple[str, int], array[int]] = {}
        for word, rank in ranked:
            kind = (word[0], len(word))
            texts.setdefault(kind, bytearray()).extend(word.encode("ascii"))
            ranks.setdefault(kind, array("H")).append(rank)
        for kind, text in texts.items():
            pairs = sorted(zip(_cut(text.decode("ascii"), kind[1]), ranks[kind], strict=True))
            self._groups[kind] = ("".join(word for word, _ in pairs), array("H", (rank for _, rank in pairs)))

    def __contains__(self, word: object) -> bool:
        """Tell whether it is one of the words."""
        if not isinstance(word, str) or not word:
            return False
        size = len(word)
        text, ranks = self._groups.get((word[0], size), ("", ()))
        at = bisect_left(range(len(ranks)), word, key=lambda at: text[at * size : (at + 1) * size])
        return text[at * size : (at + 1) * size] == word

    def __iter__(self) -> Iterator[str]:
        """Go through the words."""
        return chain.from_iterable(self.alike(*kind) for kind in self._groups)

    def __len__(self) -> int:
        """Return how many words there are."""
        return sum(len(ranks) for _, ranks in self._groups.values())

    def alike(self, letter: str, length: int) -> Sequence[str]:
        """Return the words of a first letter and a length, sorted."""
        return _cut(self._groups.get((letter, length), ("", ()))[0], length)

    def ranks(self, letter: str, length: int) -> Sequence[int]:
        """Return the ranks of the words that ``alike`` gives."""
        return self._groups.get((letter, length), ("", ()))[1]


def _cut(text: str, size: int) -> list[str]:
    """Return the words of one size that a text consists of."""
    return [text[start : start + size] for start in range(0, len(text), size)]


@cache
def common_words() -> CommonWords:
    """Return the words that the encoder's tokenizer knows whole, with their ranks, the commonest first."""
    # Not as JSON: all its words at once as objects would leave holes in the memory, for as long as the bot runs.
    data = (FOLDER / "tokenizer.json").read_bytes()
    ranked = (found.groups() for found in _RANKED.finditer(data, data.index(b'"vocab"')))
    return CommonWords((word.decode(), int(rank)) for word, rank in ranked)


def is_other_spelling(one: str, other: str) -> bool:
    """Tell whether two words are the British and the American spelling of one."""
    return one != other and _american(one) == _american(other)


@lru_cache(CACHED_WORDS)
def _american(word: str) -> str:
    for british, american in _AMERICAN:
        word = british.sub(american, word)
    return word


def common_word_near(typed: str) -> str | None:
    """Return the commonest word that is one slip of the fingers away and begins with the same letter."""
    known, letter, size = common_words(), typed[0], len(typed)
    near: list[tuple[int, str]] = []
    for length in (size - 1, size, size + 1):
        found = process.extract(typed, known.alike(letter, length), scorer=OSA.distance, score_cutoff=1, limit=None)
        near.extend((known.ranks(letter, length)[at], word) for word, _, at in found)
    return min(near)[1] if near else None
