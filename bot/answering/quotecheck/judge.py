"""Judging words: an exact slice of the article, slices spliced together, a changed slice, or nothing of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.answering.quotecheck.align import Aligner, Pair, exact_places
from bot.answering.quotecheck.claim import Claim
from bot.answering.quotecheck.differing import differences
from bot.answering.quotecheck.owners import Owners
from bot.answering.quotecheck.passages import Reading
from bot.answering.quotecheck.records import Difference, Misnamed, Verdict
from bot.answering.quotecheck.slices import (
    Piece,
    Slice,
    content_kept,
    is_clean,
    longest_run,
    pieces_of,
    slices_of,
    widened,
    without_asides,
)
from bot.answering.quotecheck.words import Word, content_count
from bot.stories import Article

_LEAST_KEPT = 3  # words that must stand if only one of them has a meaning of its own
_KEPT_ALTERED = 0.6
_KEPT_OF_FEW = 0.7
_KEPT_STITCHED = 0.8
_WORTH_OF_TYPO = 0.6


@dataclass(frozen=True, slots=True)
class Finding:
    """What a run of posted words turned out to be.

    loss: how many words are not the article's.
    reordered: whether spliced pieces are of one passage.
    """

    verdict: Verdict
    slices: tuple[Slice, ...] = ()
    differences: tuple[Difference, ...] = ()
    loss: int = 0
    misnamed: Misnamed | None = None
    reordered: bool = False

    @property
    def rank(self) -> tuple[int, int, bool]:
        """The less, the better."""
        return self.verdict.badness, self.loss, self.misnamed is not None


NOTHING = Finding(Verdict.NOT_IN_STORY, loss=1_000_000)


class Judge:
    """Judges claims by one article."""

    def __init__(self, article: Article, reading: Reading, owners: Owners) -> None:
        """Prepare the article for alignments."""
        self._article, self._reading, self._owners = article, reading, owners
        self._aligner = Aligner(reading)

    def judge(self, claim: Claim) -> Finding:
        """Return what words are: exact, or else spliced, or else changed, or else nothing."""
        exact = self.exact(claim)
        if exact is not NOTHING or not self._aligner.is_near(claim.words, _KEPT_ALTERED):
            return exact
        path = self._aligner.align(claim.words)
        if is_clean(self._reading, claim.words, path):
            slices = slices_of(self._reading, claim.words, path)
            is_enough = len(slices) == 1 or content_count(claim.words) >= (1 if claim.marked else 2)
            return self._attributed(claim, slices) if is_enough else NOTHING
        pieces = pieces_of(self._reading, claim.words, path)
        if len(pieces) == 1:
            return self._altered(claim, path)
        return self._stitched(claim, pieces) or self._altered(claim, self._aligner.align(claim.words, jumps=False))

    def exact(self, claim: Claim) -> Finding:
        """Find the words as one slice, where the named speaker said them if that is among several places."""
        found = [(n, n + len(claim.words) - 1) for n in exact_places(self._reading.words, claim.words)]
        findings = [self._attributed(claim, [place]) for place in found] if says_enough(claim.words) else []
        return min(findings, key=lambda each: each.rank, default=NOTHING)

    def belongs(self, words: Sequence[Word], fewer: Sequence[Word]) -> bool:
        """Tell whether words beside ``fewer`` stand in the same passage: an 'X said' of the article's own, changed."""
        path = self._aligner.align(words, jumps=False)
        inside = {word.start for word in fewer}
        passages = {self._reading.passages[pair.said] for pair in path if words[pair.posted].start in inside}
        outside = [pair for pair in path if words[pair.posted].start not in inside and pair.likeness >= 1]
        return any(self._reading.passages[pair.said] in passages for pair in outside)

    def _attributed(self, claim: Claim, slices: Sequence[Slice]) -> Finding:
        misnamed = self._owners.misnamed(slices, claim.named)
        return Finding(Verdict.MISATTRIBUTED if misnamed else Verdict.EXACT, tuple(slices), misnamed=misnamed)

    def _stitched(self, claim: Claim, pieces: Sequence[Piece]) -> Finding | None:
        """Return a splice if two pieces or more of some length stand in places that do not follow each other."""
        path = [pair for piece in pieces if _is_solid(claim.words, piece) for pair in piece.pairs]
        apart = pieces_of(self._reading, claim.words, path)
        kept = sum(len(piece.kept) for piece in apart)
        if len(apart) < 2 or kept < _KEPT_STITCHED * len(claim.words):
            return None
        slices = slices_of(self._reading, claim.words, path)
        return self._changed(Verdict.STITCHED, claim, slices, path, kept)

    def _altered(self, claim: Claim, path: Sequence[Pair]) -> Finding:
        """Return a changed slice, if enough of it was kept to call it that."""
        if not path or not _keeps_enough(claim, path):
            return NOTHING
        piece = Piece(tuple(path))
        slices = slices_of(self._reading, claim.words, path)
        slices = widened(self._article.text, self._reading, claim.words, piece, slices)
        return self._changed(Verdict.ALTERED, claim, slices, path, len(piece.kept))

    def _changed(
        self, verdict: Verdict, claim: Claim, slices: Sequence[Slice], path: Sequence[Pair], kept: int
    ) -> Finding:
        slices = without_asides(self._reading, slices, path)
        changes = differences(self._article.text, self._reading, claim, slices, path)
        misnamed = self._owners.misnamed(slices, claim.named)
        passages = {self._reading.passages[first] for first, _ in slices}
        reordered = verdict is Verdict.STITCHED and len(passages) == 1
        return Finding(verdict, tuple(slices), changes, len(claim.words) - kept, misnamed, reordered)


def says_enough(words: Sequence[Word]) -> bool:
    """Tell words that are somebody's from one that stands in every text."""
    return len(words) > 1 or content_count(words) > 0


def _is_solid(words: Sequence[Word], piece: Piece) -> bool:
    """Tell a piece that was taken from somewhere from words that happen to stand there too."""
    kept, content = len(piece.kept), content_kept(words, piece.pairs)
    if (kept >= 5 and content >= 1) or (kept >= 4 and content >= 2) or (kept >= 3 and content >= 3):
        return True
    first, last = piece.pairs[0].posted, piece.pairs[-1].posted
    opened = first == 0 or words[first].after_gap
    closed = last == len(words) - 1 or words[last + 1].after_gap
    return opened and closed and kept == last - first + 1 and kept >= 2 and content >= 1


def _keeps_enough(claim: Claim, path: Sequence[Pair]) -> bool:
    """Tell whether so much of a slice stands that it is that slice changed, and not other words."""
    count = len(claim.words)
    kept = sum(1.0 if pair.likeness >= 1 else _WORTH_OF_TYPO if pair.likeness > 0 else 0.0 for pair in path)
    left_out = sum(min(b.said - a.said - 1, 2) for a, b in pairwise(path) if b.said > a.said)
    content = content_kept(claim.words, path)
    if content < 2 and (content < 1 or kept < _LEAST_KEPT):
        return False
    is_likely = claim.marked or content > 2  # few unmarked words are chatter sooner than a quote
    is_one_off = count > 3 and kept >= count - 1
    run = 2 if is_one_off or kept == count or _stands_whole(claim, path) else min(3, count - 1)
    share = _KEPT_ALTERED if is_likely else _KEPT_OF_FEW
    return longest_run(path) >= run and kept >= share * (count + 0.5 * left_out)


def _stands_whole(claim: Claim, path: Sequence[Pair]) -> bool:
    """Tell whether all posted words stand one after the other, be it with a typo or a contraction written out."""
    is_row = all(b.said == a.said + 1 for a, b in pairwise(path))
    return is_row and sum(pair.width for pair in path) == len(claim.words) and all(pair.likeness > 0 for pair in path)
