"""The common words of English: no typos, and what a typo that the knowledge can't explain may stand for."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.matching.encoder import FOLDER
from bot.matching.words import CACHED_WORDS

_SHORTEST = 4
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


@cache
def common_words() -> Mapping[str, int]:
    """Return the words that the encoder's tokenizer knows whole, with their ranks, the commonest first."""
    known: dict[str, int] = json.loads((FOLDER / "tokenizer.json").read_bytes())["model"]["vocab"]
    return {word: rank for word, rank in known.items() if len(word) >= _SHORTEST and word.isascii() and word.isalpha()}


def is_other_spelling(one: str, other: str) -> bool:
    """Tell whether two words are the British and the American spelling of one."""
    return one != other and _american(one) == _american(other)


@lru_cache(CACHED_WORDS)
def _american(word: str) -> str:
    for british, american in _AMERICAN:
        word = british.sub(american, word)
    return word


@cache
def _alike() -> Mapping[tuple[str, int], Sequence[str]]:
    """Return the common words by their first letter and their length."""
    found: dict[tuple[str, int], list[str]] = {}
    for word in common_words():
        found.setdefault((word[0], len(word)), []).append(word)
    return found


def common_word_near(typed: str) -> str | None:
    """Return the commonest word that is one slip of the fingers away and begins with the same letter."""
    known, size = common_words(), len(typed)
    likely = chain.from_iterable(_alike().get((typed[0], length), ()) for length in (size - 1, size, size + 1))
    found = process.extract(typed, list(likely), scorer=OSA.distance, score_cutoff=1, limit=None)
    return min((word for word, *_ in found), key=lambda word: known[word], default=None)
