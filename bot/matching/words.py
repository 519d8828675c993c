"""From a question as typed to its words: folded, expanded, and stripped of what asks nothing."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from bot.numerals import NUMERALS
from bot.stories.typography import fold

# Discord's own syntax and addresses say nothing about the story.
_NOISE = re.compile(
    r"\x1b\[[0-9;]*[A-Za-z]|<a?:\w+:\d+>|</[\w -]+:\d+>|<[@#][!&]?\d+>|<t:\d+(?::\w)?>|https?://\S+|[*_~`|]+"
)
# Without one of these there is no such noise; most texts have none, and looking for all of it takes a while.
_NOISY = re.compile(r"[\x1b<*_~`|]|://")
# Strangers type new words without end: what is remembered of each must have one.
CACHED_WORDS = 1_024
# A question is read several times on the way to its answer, and then forgotten.
_IN_HAND = 16
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|%")
_PLEA = re.compile(r"\bhelp me(?: to)?\b(?=\s*\w)")
_DOTTED = re.compile(r"\b[^\W\d_](?:\.[^\W\d_])+\b(?:\.(?='))?")
_THOUSANDS = re.compile(r"(?<![\d,])\d{1,3}(?:,\d{3})+(?!\d)")
_CLITICS = {
    "'s": "",
    "cannot": "can not",
    "n't": " not",
    "'re": " are",
    "'ve": " have",
    "'ll": " will",
    "'d": " would",
    "'m": " am",
}
_NUMBERS = {word: str(value) for word, value in NUMERALS.items()}
_NUMBERS |= {"hundred": "100", "thousand": "1000", "half": "50", "dozen": "12", "couple": "2", "pair": "2", "both": "2"}
# What is longer is no word, and only its beginning is read.
LONGEST_WORD = 50


@dataclass(frozen=True)
class English:
    """What english.yaml says."""

    replaced: dict[str, str]
    fillers: frozenset[str]
    light: frozenset[str]
    asides: frozenset[str]
    foreign: frozenset[str]
    foreign_surely: frozenset[str]
    synonyms: tuple[tuple[str, ...], ...]


@cache
def english() -> English:
    """Read english.yaml once."""
    text = files("bot.matching").joinpath("english.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - safe
    groups = tuple(tuple(map(str, group)) for group in data["synonyms"])
    return English(
        {**data["contractions"], **data["short"]},
        frozenset(map(str, data["fillers"])),
        frozenset(map(str, data["light"])),
        frozenset(map(str, data["asides"])),
        frozenset(map(str, data["foreign"])),
        frozenset(map(str, data["foreign_surely"])),
        groups,
    )


@lru_cache(_IN_HAND)
def clean(question: str) -> str:
    """Return a question in plain lower case, without Discord's syntax, addresses and accents."""
    text = fold(_NOISE.sub(" ", question) if _NOISY.search(question) else question)
    if "." in text:
        text = _DOTTED.sub(lambda found: found.group().replace(".", ""), text)
    if "," in text:
        text = _THOUSANDS.sub(lambda found: found.group().replace(",", ""), text)
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def words(question: str) -> list[str]:
    """Return the words of a question: contractions and chat forms written out, numbers as digits."""
    return list(_words(question))


@lru_cache(_IN_HAND)
def _words(question: str) -> tuple[str, ...]:
    text = clean(question)
    # Help in a war is a matter of its own; "help me" is none.
    text = _PLEA.sub(" ", text) if "help me" in text else text
    return tuple([part for word in WORD.findall(text) for part in expanded(word[:LONGEST_WORD])])


def asking_words(question: str) -> list[str]:
    """Return the words without fillers; all of them if nothing else is left."""
    return without_fillers(words(question))


def without_fillers(found: list[str]) -> list[str]:
    """Drop what asks nothing; keep all if nothing else is left."""
    fillers = english().fillers
    return [word for word in found if word not in fillers] or found


@lru_cache(CACHED_WORDS)
def expanded(word: str) -> tuple[str, ...]:
    """Return what a word stands for: itself, or the words of a contraction or a chat form."""
    if word == "%":
        return ("percent",)
    replaced = english().replaced
    plain = word.replace("'", "")
    # "can't" and "won't" are not "ca" and "wo" with a clitic; only a possessive has the mark for a reason.
    if plain not in replaced or word.endswith("'s"):
        plain = _without_clitic(word)
    return tuple(_NUMBERS.get(part, part) for part in replaced.get(plain, plain).split())


def _without_clitic(word: str) -> str:
    clitic = next(filter(word.endswith, _CLITICS), "")
    return (word.removesuffix(clitic) + _CLITICS.get(clitic, "")).replace("'", "")
