"""Folding what typography changes and wording does not, with the way back to the original characters."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_SINGLE = "‘’‚‛′ʼ´`"
_DOUBLE = "“”„‟″«»"
_DASHES = "‐‑‒–—―−"
_FOLD = str.maketrans({**dict.fromkeys(_SINGLE, "'"), **dict.fromkeys(_DOUBLE, '"'), **dict.fromkeys(_DASHES, "-")})
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
    """Keep combining marks with their letter, so that NFKC composes them as it would in the whole text."""
    starts = [at for at, letter in enumerate(text) if at == 0 or not unicodedata.combining(letter)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))
