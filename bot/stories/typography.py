"""Folding what typography changes and wording does not, with the way back to the original characters."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

_SINGLE = "‘’‚‛′ʼ´`"
_DOUBLE = "“”„‟″«»"
_DASHES = "‐‑‒–—―−"
_FOLD = str.maketrans({**dict.fromkeys(_SINGLE, "'"), **dict.fromkeys(_DOUBLE, '"'), **dict.fromkeys(_DASHES, "-")})
# No letter has so many marks; putting them in order takes the square of their number.
_LONGEST_CLUSTER = 64
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its characters, where the original one starts and ends."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the original offsets of ``text[start:end]``, which must not be empty."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> str:
    """Fold quotation marks, dashes, ellipses, compatibility forms (NFKC), and white space."""
    if text.isascii():
        # Of all that is folded, plain text has but this.
        return " ".join(text.replace("`", "'").split())
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text.translate(_FOLD))).translate(_FOLD)
    return " ".join(plain.split())


def fold_with_offsets(text: str) -> Folded:
    """Fold like ``fold`` and keep the way back; runs of white space become one space."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        for letter in _fold_cluster(text[start:end]):
            if letter == " " and (not letters or letters[-1] == " "):
                continue
            letters.append(letter)
            starts.append(start)
            ends.append(end)
    if letters and letters[-1] == " ":
        letters.pop()
    return Folded("".join(letters), tuple(starts), tuple(ends))


def _fold_cluster(cluster: str) -> str:
    plain = unicodedata.normalize("NFKC", _INVISIBLE.sub("", cluster.translate(_FOLD))).translate(_FOLD)
    return re.sub(r"\s", " ", plain)


def _clusters(text: str) -> list[tuple[int, int]]:
    """Keep together what makes one letter, so that NFKC composes it as it would in the whole text."""
    starts: list[int] = []
    for at, letter in enumerate(text):
        joined = (
            starts
            and at - starts[-1] < _LONGEST_CLUSTER
            and (unicodedata.combining(letter) or _composes(text[starts[-1] : at], letter))
        )
        if not joined:
            starts.append(at)
    return list(pairwise([*starts, len(text)]))


def _composes(before: str, letter: str) -> bool:
    """Tell whether a character that is no combining mark makes one letter with those before it, as Hangul jamo do."""
    if letter.isascii():
        return False
    apart = unicodedata.normalize("NFKC", before) + unicodedata.normalize("NFKC", letter)
    return unicodedata.normalize("NFKC", before + letter) != apart
