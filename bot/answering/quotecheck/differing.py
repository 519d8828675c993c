"""What differs between slices of the article and what was posted, cut so that a person can read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from rapidfuzz.distance import Levenshtein

from bot.answering.quotecheck.align import Pair
from bot.answering.quotecheck.claim import Claim
from bot.answering.quotecheck.meaning import denies, is_opposite, is_other_figure
from bot.answering.quotecheck.passages import Reading
from bot.answering.quotecheck.records import Difference
from bot.answering.quotecheck.slices import Slice, is_edge
from bot.answering.quotecheck.words import Word

_HYPHENS = frozenset("-‐‑−")
_LONGEST_CHANGE = 3  # posted words that stand for a clause's beginning, not for all of it
_MUCH_MORE = 2
_PASSAGE = 12
_MOVED = 1  # words between a negation's two places


@dataclass(frozen=True, slots=True)
class Block:
    """Words of the slices, by number, and the posted words that stand in their place."""

    said: range
    posted: range


def differences(
    text: str,
    reading: Reading,
    claim: Claim,
    slices: Sequence[Slice],
    path: Sequence[Pair],
) -> tuple[Difference, ...]:
    """Return what was changed, in the article's and the post's own characters."""
    return tuple(_Differing(text, reading, claim, slices).found(path))


class _Differing:
    """Sets the words of slices against posted ones."""

    def __init__(self, text: str, reading: Reading, claim: Claim, slices: Sequence[Slice]) -> None:
        self.text, self.reading, self.post, self.posted = text, reading, claim.text, claim.words
        self.numbers = [n for first, last in slices for n in range(first, last + 1)]
        self.said = [reading.words[n] for n in self.numbers]

    def found(self, path: Sequence[Pair]) -> list[Difference]:
        """Compare as the words were aligned, and cut the differences as a person would."""
        blocks = _merged([self._whole(part) for gap in self._gaps(path) for part in self._compared(gap)])
        fences = [None, *blocks, None]
        slid = [self._slid(block, fences[n], fences[n + 2]) for n, block in enumerate(blocks)]
        cut = [part for block in slid for part in self._clauses(block)]
        turning = self._turning(cut)
        return [self._difference(block, block in turning) for block in cut]

    def _texts(self, block: Block) -> tuple[list[str], list[str]]:
        return [self.said[n].text for n in block.said], [self.posted[n].text for n in block.posted]

    def _gaps(self, path: Sequence[Pair]) -> Iterator[Block]:
        """Give the words that stand for each other though they differ, and what stands between those that do."""
        said = posted = 0
        for pair in path:
            if pair.likeness > 0:
                at = self.numbers.index(pair.said, said)
                yield Block(range(said, at), range(posted, pair.posted))
                said, posted = at + 1, pair.posted + pair.width
                yield Block(range(at, said), range(pair.posted, posted))
        yield Block(range(said, len(self.said)), range(posted, len(self.posted)))

    def _compared(self, gap: Block) -> Iterator[Block]:
        """Give the blocks that differ even so."""
        for is_equal, run in groupby(Levenshtein.opcodes(*self._texts(gap)), lambda step: step.tag == "equal"):
            if not is_equal:
                first, *_, last = [*run] * 2
                yield Block(
                    gap.said[first.src_start : last.src_end],
                    gap.posted[first.dest_start : last.dest_end],
                )

    def _slid(self, block: Block, before: Block | None, behind: Block | None) -> Block:
        """Move words left out of a run that repeats itself to where a clause begins and ends."""
        if block.posted or not block.said:
            return block
        places = [block, *self._moves(block, before, behind, -1), *self._moves(block, before, behind, 1)]
        places.sort(key=lambda each: -each.said.start)
        return max(places, key=lambda each: self._begins(each.said.start) + self._ends(each.said.stop - 1))

    def _moves(self, block: Block, before: Block | None, behind: Block | None, step: int) -> Iterator[Block]:
        """Give the places further on where the same words can be taken for those left out."""
        said, at = block.said, block.posted.start
        lowest = before.said.stop if before else 0
        highest = behind.said.start if behind else len(self.said)
        while lowest <= said.start + step and said.stop + step <= highest:
            lost, won = (said.stop - 1, said.start - 1) if step < 0 else (said.start, said.stop)
            if self.said[lost].text != self.said[won].text:
                return
            said, at = range(said.start + step, said.stop + step), at + step
            yield Block(said, range(at, at))

    def _begins(self, n: int) -> bool:
        return n == 0 or self._is_edge(n, -1)

    def _ends(self, n: int) -> bool:
        return n == len(self.said) - 1 or self._is_edge(n, 1)

    def _is_edge(self, n: int, step: int) -> bool:
        return is_edge(self.text, self.reading, self.numbers[n], step)

    def _clauses(self, block: Block) -> list[Block]:
        """Part what was left out, whole clauses or all up to the next slice, from the words behind it that changed."""
        ends = [n + 1 for n in block.said if n + 1 < block.said.stop and self._breaks(block, n)]
        is_long = len(block.said) > len(block.posted) + _MUCH_MORE
        if not (ends and is_long and 0 < len(block.posted) <= _LONGEST_CHANGE):
            return [block]
        at = block.posted.start
        left_out = Block(range(block.said.start, ends[-1]), range(at, at))
        return [left_out, Block(range(ends[-1], block.said.stop), block.posted)]

    def _breaks(self, block: Block, n: int) -> bool:
        """Tell whether whole clauses, or a slice, end with a word."""
        return self.numbers[n + 1] != self.numbers[n] + 1 or (self._ends(n) and self._begins(block.said.start))

    def _whole(self, block: Block) -> Block:
        """Take in the rest of a name or compound that words were left out of or added to: 'al-Assad' for 'Assad'."""
        if block.said and block.posted:
            return block
        text, words, run = (self.text, self.said, block.said) if block.said else (self.post, self.posted, block.posted)
        before, behind = self._joined_before(text, words, run), self._joined_behind(text, words, run)
        grown = (range(each.start - before, each.stop + behind) for each in (block.said, block.posted))
        return Block(*grown)

    def _joined_before(self, text: str, words: Sequence[Word], run: range) -> int:
        return sum(1 for _ in _hyphened(text, words, range(run.start, 0, -1)))

    def _joined_behind(self, text: str, words: Sequence[Word], run: range) -> int:
        return sum(1 for _ in _hyphened(text, words, range(run.stop, len(words))))

    def _turning(self, blocks: Sequence[Block]) -> list[Block]:
        """Return the blocks that turn the meaning; a negation that only moved does not."""
        texts = [self._texts(block) for block in blocks]
        denied = [denies(posted) - denies(said) for said, posted in texts]
        for n, (a, b) in enumerate(pairwise(blocks)):
            if denied[n] + denied[n + 1] == 0 and b.said.start - a.said.stop <= _MOVED:
                denied[n] = denied[n + 1] = 0
        return [
            block
            for block, (said, posted), change in zip(blocks, texts, denied, strict=True)
            if (change and not self._is_passage(block)) or is_other_figure(said, posted) or is_opposite(said, posted)
        ]

    def _is_passage(self, block: Block) -> bool:
        """Tell whether all that was done is to leave out whole clauses, or much more than a negation."""
        if block.posted or len(block.said) <= _LONGEST_CHANGE:
            return False
        whole = self._begins(block.said.start) and self._ends(block.said.stop - 1)
        return whole or len(block.said) > _PASSAGE

    def _difference(self, block: Block, turns: bool) -> Difference:
        original = [self.said[n] for n in block.said]
        other = [self.posted[n] for n in block.posted]
        start, end = (original[0].start, original[-1].end) if original else (None, None)
        return Difference(self._shown_said(block), _shown(self.post, other), start, end, turns)

    def _shown_said(self, block: Block) -> str:
        """Return the article's words, with an ellipsis for what stands between two slices."""
        runs: list[list[Word]] = []
        for n in block.said:
            if runs and self.numbers[n] == self.numbers[n - 1] + 1:
                runs[-1].append(self.said[n])
            else:
                runs.append([self.said[n]])
        return " … ".join(_shown(self.text, run) for run in runs)


def _merged(blocks: Iterable[Block]) -> list[Block]:
    """Make one block of those with nothing between them."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if last and block.said.start <= last.said.stop and block.posted.start <= last.posted.stop:
            said, posted = range(last.said.start, block.said.stop), range(last.posted.start, block.posted.stop)
            found[-1] = Block(said, posted)
        else:
            found.append(block)
    return found


def _hyphened(text: str, words: Sequence[Word], numbers: Iterable[int]) -> Iterator[int]:
    """Give the numbers of words as long as a hyphen alone stands before each."""
    for n in numbers:
        if text[words[n - 1].end : words[n].start] not in _HYPHENS:
            return
        yield n


def _shown(text: str, words: Sequence[Word]) -> str:
    return " ".join(text[words[0].start : words[-1].end].split()) if words else ""
