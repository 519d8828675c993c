"""From an alignment to the slices of the article that it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from bot.answering.quotecheck.align import Pair, follows, jumps_in
from bot.answering.quotecheck.passages import Reading
from bot.answering.quotecheck.words import Word, is_content

_ENDS = frozenset(',.;:!?"“”„«»()[]…')
_REACH = 2

Slice = tuple[int, int]  # the first and the last word


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an alignment that reads on without a jump."""

    pairs: tuple[Pair, ...]

    @property
    def kept(self) -> list[Pair]:
        """The words that stand unchanged."""
        return [pair for pair in self.pairs if pair.likeness >= 1]


def pieces_of(reading: Reading, posted: Sequence[Word], path: Sequence[Pair]) -> list[Piece]:
    """Cut an alignment where it jumps."""
    cuts = [0, *jumps_in(reading, posted, path), len(path)]
    return [Piece(tuple(path[a:b])) for a, b in pairwise(cuts) if a < b]


def is_clean(reading: Reading, posted: Sequence[Word], path: Sequence[Pair]) -> bool:
    """Tell whether an alignment changes nothing: every word equal, and only 'said X' or marked gaps passed over."""
    if len(path) != len(posted) or any(pair.likeness < 1 for pair in path):
        return False
    return all(
        b.said == a.said + 1
        or is_join(reading, a.said, b.said)
        or (posted[b.posted].after_gap and follows(reading, a.said, b.said))
        for a, b in pairwise(path)
    )


def is_join(reading: Reading, first: int, second: int) -> bool:
    """Tell whether a quotation goes on from one word to the other over its 'said X'."""
    passage = reading.passages[first]
    return (
        second > first
        and reading.passages[second] == passage
        and reading.joined[second]
        and all(reading.passages[n] != passage for n in range(first + 1, second))
    )


def slices_of(reading: Reading, posted: Sequence[Word], path: Sequence[Pair]) -> list[Slice]:
    """Return the runs of words an alignment covers; words left out without a mark are inside a run."""
    slices: list[Slice] = []
    first = path[0].said
    jumps = set(jumps_in(reading, posted, path))
    for n, (a, b) in enumerate(pairwise(path), 1):
        passed_over = posted[b.posted].after_gap or is_join(reading, a.said, b.said)
        if n in jumps or (passed_over and b.said != a.said + 1):
            slices.append((first, a.said))
            first = b.said
    return [*slices, (first, path[-1].said)]


def without_asides(reading: Reading, slices: Sequence[Slice], path: Sequence[Pair]) -> list[Slice]:
    """Cut out the 'said X' that a slice runs over from one part of a quotation to the next, if nobody posted it."""
    read = {pair.said for pair in path}
    found: list[Slice] = []
    for first, last in slices:
        runs = [list(run) for _, run in groupby(range(first, last + 1), key=lambda n: reading.passages[n])]
        ends = {reading.passages[first], reading.passages[last]}
        kept = [run for run in runs if reading.passages[run[0]] in ends or not read.isdisjoint(run)]
        if len(ends) > 1 or reading.kinds[first] != "quote" or len(kept) == len(runs):
            found.append((first, last))
        else:
            found += [(run[0], run[-1]) for run in kept]
    return found


def widened(text: str, reading: Reading, posted: Sequence[Word], piece: Piece, slices: list[Slice]) -> list[Slice]:
    """Take in the words at the edges that were replaced by words of the poster's."""
    (first, _), (_, last) = slices[0], slices[-1]
    before = piece.pairs[0].posted
    after = len(posted) - 1 - piece.pairs[-1].posted
    if before or piece.pairs[0].likeness < 1:
        first -= _reach(text, reading, first, before, -1)
    slices = [(first, slices[0][1]), *slices[1:]]
    if after or piece.pairs[-1].likeness < 1:
        last += _reach(text, reading, last, after, 1)
    return [*slices[:-1], (slices[-1][0], last)]


def _reach(text: str, reading: Reading, at: int, replaced: int, step: int) -> int:
    """Return how far a slice goes on to the end of its clause, or else as many words as were replaced."""
    for distance in range(replaced + _REACH + 1):
        if is_edge(text, reading, at + distance * step, step):
            return distance
    return replaced


def is_edge(text: str, reading: Reading, at: int, step: int) -> bool:
    """Tell whether a clause ends behind a word, or begins before it."""
    other = at + step
    if not 0 <= other < len(reading.words) or reading.passages[other] != reading.passages[at]:
        return True
    left, right = sorted((at, other))
    between = text[reading.words[left].end : reading.words[right].start]
    return any(mark in _ENDS for mark in between)


def longest_run(path: Sequence[Pair]) -> int:
    """Return how many words stand unchanged in a row."""
    longest = run = 0
    for n, pair in enumerate(path):
        follows_on = n > 0 and pair.said == path[n - 1].said + 1 and pair.posted == path[n - 1].posted + 1
        run = 0 if pair.likeness < 1 else run + 1 if follows_on else 1
        longest = max(longest, run)
    return longest


def content_kept(posted: Sequence[Word], pairs: Sequence[Pair]) -> int:
    """Return how many words with a meaning of their own stand, be it with a typo."""
    return sum(is_content(posted[pair.posted].text) for pair in pairs if pair.likeness > 0)
