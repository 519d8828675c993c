"""Aligning posted words with an article's: the cheapest way to read a post as slices of the text.

Every posted word is set against a word of the article or counted as added. Going on to the next word of the text is
free, and so is going on within one quotation over its 'said X', or forward within one passage over a marked ellipsis;
leaving words out costs something, and a jump to anywhere else costs most. So one changed word is cheaper than two
jumps, and a splice is cheaper than a dozen changed words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Indel

from bot.answering.quotecheck.english import CONTRACTED
from bot.answering.quotecheck.passages import Reading
from bot.answering.quotecheck.words import Word

_ALIKE, _OTHER, _ADDED = 7, 19, 10
# Leaving out a few words is cheaper than taking the first posted word for one that was added.
_FEW_LEFT_OUT, _LEFT_OUT, _JUMP, _MARKED_JUMP = 9, 16, 18, 9
_FEW = 5
_MARGIN = _FEW + 2
_NEVER = 1_000_000
_ALIKE_FROM = 0.7
_SHORT = 6
_SHORTEST_MISSPELT = 4


@dataclass(frozen=True, slots=True)
class Pair:
    """A posted word and the word of the article it stands for; ``likeness`` is 1 if they are equal.

    width: how many posted words stand for it, as 'it is' for "it's".
    """

    posted: int
    said: int
    likeness: float
    width: int = 1


class Aligner:
    """Aligns posts with one article."""

    def __init__(self, reading: Reading) -> None:
        """Lay the article's words out in a grid of one row a passage, so that rows can be scanned at once."""
        self.reading = reading
        texts = [word.text for word in reading.words]
        self._runs = {tuple(texts[n : n + length]) for length in (1, 2, 3) for n in range(len(texts))}
        self._vocabulary = sorted({word.text for word in reading.words})
        self._short = np.array([len(word) < _SHORTEST_MISSPELT for word in self._vocabulary])
        self._number = {word: n for n, word in enumerate(self._vocabulary)}
        self._order = np.array([self._number[text] for text in texts], dtype=np.int64)
        self._holding: dict[str, list[int]] = {}
        for other, n in self._number.items():
            parts = CONTRACTED.get(other, ())
            for part in (*parts, " ".join(parts)) if parts else ():
                self._holding.setdefault(part, []).append(n)
        rows: dict[int, list[int]] = {}
        for word, passage in enumerate(reading.passages):
            rows.setdefault(passage, []).append(word)
        self._rows = {word: (members, n) for members in rows.values() for n, word in enumerate(members)}
        self._shape = (len(rows), max(map(len, rows.values()), default=0) + _MARGIN)
        self._cells = np.zeros(len(reading.words), dtype=np.int64)
        for row, members in enumerate(rows.values()):
            self._cells[members] = row * self._shape[1] + _MARGIN + np.arange(len(members))
        self._joined = np.array(reading.joined, dtype=bool)

    def is_near(self, posted: Sequence[Word], share: float) -> bool:
        """Tell cheaply whether an alignment can keep that share of the posted words, some of them in a row."""
        texts = [word.text for word in posted]
        length = min(3 if len(texts) > _SHORT else 2, len(texts) - 1)
        if not any(run in self._runs for run in zip(*(texts[n:] for n in range(length)), strict=False)):
            return False
        return float((self._likeness(posted).max(axis=1, initial=0.0) > 0).mean()) >= share

    def _likeness(self, posted: Sequence[Word]) -> np.ndarray:
        """Return how alike each posted word and each word of the vocabulary are; 0 under a limit."""
        likeness = process.cdist(
            [w.text for w in posted],
            self._vocabulary,
            scorer=Indel.normalized_similarity,
            score_cutoff=_ALIKE_FROM,
            dtype=np.float32,
        )
        likeness = np.where(self._short[None, :] & (likeness < 1), 0, likeness)
        for row, word in zip(likeness, posted, strict=True):
            for written_otherwise in self._contracted(word.text):
                row[written_otherwise] = max(row[written_otherwise], _ALIKE_FROM)
        return likeness

    def _contracted(self, word: str) -> list[int]:
        """Return the words of the vocabulary that hold this one, or that it holds: "it's" and 'it'."""
        parts = [self._number[part] for part in CONTRACTED.get(word, ()) if part in self._number]
        return [*parts, *self._holding.get(word, ())]

    def align(self, posted: Sequence[Word], jumps: bool = True) -> list[Pair]:
        """Return the cheapest alignment; posted words that stand for none are left out."""
        if not posted or not self.reading.words:
            return []
        cost, path = self._cheapest(posted, jumps)
        places = self._contractible(posted)
        if len(places) == len(posted) + 1:
            return path
        # 'It is' for "it's" is one change, and not a word for another and one more.
        joined = [replace(posted[a], text=" ".join(each.text for each in posted[a:b])) for a, b in pairwise(places)]
        other_cost, other = self._cheapest(joined, jumps)
        if other_cost >= cost:
            return path
        return [
            replace(pair, posted=places[pair.posted], width=places[pair.posted + 1] - places[pair.posted])
            for pair in other
        ]

    def _contractible(self, posted: Sequence[Word]) -> list[int]:
        """Return where posted words begin if those that the article has in one word are taken together."""
        places = [0]
        while places[-1] < len(posted):
            at = places[-1]
            following = posted[at : at + 2]
            is_one = " ".join(word.text for word in following) in self._holding and not following[-1].after_gap
            places.append(at + (2 if is_one and len(following) > 1 else 1))
        return places

    def _cheapest(self, posted: Sequence[Word], jumps: bool) -> tuple[int, list[Pair]]:
        likeness = self._likeness(posted)[:, self._order]
        costs = np.where(likeness >= 1, 0, np.where(likeness > 0, _ALIKE, _OTHER)).astype(np.int32)
        table = self._fill(posted, costs, jumps)
        path = self._walk_back(posted, costs, table, jumps)
        return int(table[-1].min()), [Pair(i, j, float(likeness[i, j])) for i, j in path]

    def _fill(self, posted: Sequence[Word], costs: np.ndarray, jumps: bool) -> np.ndarray:
        """Fill the table: the least cost of reading the posted words up to each, ending at each word of the text."""
        table = np.empty(costs.shape, dtype=np.int32)
        table[0] = costs[0]
        added = _added(posted)
        for i in range(1, len(posted)):
            reached = np.minimum(self._arrivals(table[i - 1], posted[i].after_gap, jumps), added[i])
            table[i] = np.minimum(reached + costs[i], table[i - 1] + added[i + 1] - added[i])
        return table

    def _arrivals(self, before: np.ndarray, after_gap: bool, jumps: bool) -> np.ndarray:
        """Return the least cost of coming to each word of the text from where the word before it was read."""
        best = np.full(len(before), _NEVER, dtype=np.int32)
        best[1:] = before[:-1]
        best[2:] = np.minimum(best[2:], before[:-2] + _FEW_LEFT_OUT)
        grid = np.full(self._shape, _NEVER, dtype=np.int32)
        grid.ravel()[self._cells] = before
        lowest = np.minimum.accumulate(grid, axis=1).ravel()
        previous = grid.ravel()[self._cells - 1]
        best = np.minimum(best, np.where(self._joined, previous, previous + _LEFT_OUT))
        near = grid.ravel()[self._cells[:, None] - np.arange(2, _FEW + 2)].min(axis=1)
        best = np.minimum(best, np.minimum(near + _FEW_LEFT_OUT, lowest[self._cells - 2] + _LEFT_OUT))
        if after_gap:
            best = np.minimum(best, lowest[self._cells - 1])
        return np.minimum(best, before.min() + (_MARKED_JUMP if after_gap else _JUMP)) if jumps else best

    def _walk_back(
        self,
        posted: Sequence[Word],
        costs: np.ndarray,
        table: np.ndarray,
        jumps: bool,
    ) -> list[tuple[int, int]]:
        """Follow the table back from its cheapest end, preferring the step that changes least."""
        path: list[tuple[int, int]] = []
        added = _added(posted)
        i, j = len(posted) - 1, int(table[-1].argmin())
        while True:
            reached = int(table[i, j] - costs[i, j])
            if reached == added[i]:
                path.append((i, j))
                break
            origin = self._origin(table[i - 1], j, reached, posted[i].after_gap, jumps)
            if origin is not None:
                path.append((i, j))
                j = origin
            i -= 1
        return path[::-1]

    def _origin(self, before: np.ndarray, j: int, reached: int, after_gap: bool, jumps: bool) -> int | None:
        """Return the word of the text that ``j`` was reached from at that cost; None if the posted word was added."""
        members, place = self._rows[j]
        fellows = members[:place]
        options = [(j - 1, 0)] if j else []
        if fellows:
            options.append((fellows[-1], 0 if self.reading.joined[j] else _LEFT_OUT))
        options += [(k, 0) for k in reversed(fellows) if after_gap]
        options += [(k, _FEW_LEFT_OUT) for k in reversed(fellows[-_FEW - 1 : -1])]
        options += [(j - 2, _FEW_LEFT_OUT)] if j > 1 else []
        options += [(k, _LEFT_OUT) for k in reversed(fellows[:-1])]
        if jumps:
            options.append((int(before.argmin()), _MARKED_JUMP if after_gap else _JUMP))
        return next((k for k, cost in options if before[k] + cost == reached), None)


def _added(posted: Sequence[Word]) -> list[int]:
    """Return what it costs to count all posted words before each as added; several may be taken as one."""
    return list(accumulate((_ADDED * len(word.text.split()) for word in posted), initial=0))


def exact_places(words: Sequence[Word], posted: Sequence[Word]) -> list[int]:
    """Return every place where the posted words stand in the text one after the other, ellipses apart."""
    if not posted or any(word.after_gap for word in posted[1:]):
        return []
    wanted = [word.text for word in posted]
    text = [word.text for word in words]
    starts = (n for n in range(len(text) - len(wanted) + 1) if text[n] == wanted[0])
    return [n for n in starts if text[n : n + len(wanted)] == wanted]


def follows(reading: Reading, first: int, second: int) -> bool:
    """Tell whether a word comes later in the passage of another, or right behind it in the text."""
    return second == first + 1 or (second > first and reading.passages[first] == reading.passages[second])


def jumps_in(reading: Reading, posted: Sequence[Word], path: Sequence[Pair]) -> list[int]:
    """Return where in a path the text is left for another place; one word left out at a paragraph's end is no jump."""
    return [
        n + 1
        for n, (a, b) in enumerate(pairwise(path))
        if not follows(reading, a.said, b.said) and (b.said != a.said + 2 or posted[b.posted].after_gap)
    ]
