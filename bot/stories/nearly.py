"""A quote that is in the article but for a word or two: where that is, and which words differ.

For a curator's eyes only: what is shown to readers is never matched like this, for a lost "not" is but one word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial

from bot.stories.typography import fold

_WORD = re.compile(r"\S+")
_EDGES = " .,;:!?\"'()"
# So many words may differ, and so large a share of a quote's words.
_MOST, _SHARE = 4, 0.34
# What is found about the place where most words follow each other as they do in the quote.
_MARGIN = 2
# Comparing with more would hold up a check for longer than the hint is worth.
_MOST_WORDS, _LONGEST, _MOST_PAIRS = 50_000, 150, 200_000


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of a quote and what the article has in their place; either may be empty."""

    written: str
    article: str

    def __str__(self) -> str:
        """Say it in a few words of what the article has."""
        if not self.written:
            return f"with “{self.article}”"
        return f"with “{self.article}” for “{self.written}”" if self.article else f"without “{self.written}”"


@dataclass(frozen=True, slots=True)
class Nearly:
    """Where the article has nearly the same words, by offsets into the text, and what differs.

    Without a difference it is but the marks about the words.
    """

    start: int
    end: int
    differences: tuple[Difference, ...]


class NearFinder:
    """Finds the slice of a text that is nearest to a quote, word by word."""

    def __init__(self, text: str) -> None:
        """Take the text apart once for all of its quotes."""
        self._text = text
        self._spans = [word.span() for word in _WORD.finditer(text)]
        self._matcher = SequenceMatcher(None, autojunk=False)
        words = [] if len(self._spans) > _MOST_WORDS else [_plain(text[slice(*span)]) for span in self._spans]
        self._words, self._count = words, Counter(words)
        self._matcher.set_seq2(words)

    def find(self, quote: str) -> Nearly | None:
        """Return the slice that differs in a word or two, None if there is none."""
        written = quote.split()
        wanted = [_plain(word) for word in written]
        if len(wanted) > _LONGEST or sum(self._count[word] for word in wanted) > _MOST_PAIRS:
            return None
        self._matcher.set_seq1(wanted)
        anchor = self._matcher.find_longest_match()
        if not anchor.size:
            return None
        first = max(0, anchor.b - anchor.a - _MARGIN)
        last = min(len(self._words), anchor.b - anchor.a + len(wanted) + _MARGIN)
        window = self._words[first:last]
        parts = _inner(SequenceMatcher(None, wanted, window, autojunk=False).get_opcodes(), wanted, window)
        changed = [part for part in parts if part[0] != "equal"]
        size = sum(max(end - start, to - at) for _, start, end, at, to in changed)
        if size > min(_MOST, _SHARE * len(wanted)):
            return None
        differences = tuple(
            Difference(" ".join(written[one:two]), self._slice(first + at, first + to))
            for _, one, two, at, to in changed
        )
        begin, end = first + parts[0][3], first + parts[-1][4]
        return Nearly(self._spans[begin][0], self._spans[end - 1][1], differences)

    def _slice(self, first: int, last: int) -> str:
        return self._text[self._spans[first][0] : self._spans[last - 1][1]] if first < last else ""


Part = tuple[str, int, int, int, int]


def _inner(parts: Sequence[Part], wanted: Sequence[str], window: Sequence[str]) -> list[Part]:
    """Return the parts of a comparison less what stands before and behind the quote."""
    count = len(wanted)
    inner = [part for part in parts if not (part[0] == "insert" and part[1] in {0, count})]
    for place, part in ((0, inner[0]), (-1, inner[-1])):
        kind, one, two, at, to = part
        if kind == "replace" and (one == 0 or two == count):
            ends = [
                (to - size, to) if one == 0 else (at, at + size) for size in range(1, min(to - at, two - one + 1) + 1)
            ]
            likest = max(ends, key=partial(_likeness, wanted[one:two], window))
            inner[place] = (kind, one, two, *likest)
    return inner


def _likeness(written: Sequence[str], window: Sequence[str], span: tuple[int, int]) -> float:
    return SequenceMatcher(None, " ".join(written), " ".join(window[slice(*span)])).ratio()


def _plain(word: str) -> str:
    """Return a word as it is compared: neither its case and typography nor the marks about it make it another."""
    plain = fold(word).casefold()
    return plain.strip(_EDGES) or plain
