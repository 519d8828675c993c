"""From replies to figures: how each question ended, shares with their intervals, AUROC, and calibration."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import itemgetter

from bot.evaluation.questions import Labelled
from bot.evaluation.systems import Reply, Target

_Z = 1.959964
_BINS = 10


class Verdict(StrEnum):
    """How a question ended: the first four if the story answers it, the last two if it does not."""

    RIGHT = "right"
    WRONG = "wrong"
    OFFERED = "offered"
    MISSED = "missed"
    HELD_BACK = "held back"
    IN_VAIN = "answered in vain"


ANSWERABLE = (Verdict.RIGHT, Verdict.WRONG, Verdict.OFFERED, Verdict.MISSED)
UNANSWERABLE = (Verdict.HELD_BACK, Verdict.IN_VAIN)
ANSWERS = (Verdict.RIGHT, Verdict.WRONG, Verdict.IN_VAIN)


@dataclass(frozen=True, slots=True)
class Share:
    """A count out of a total."""

    count: int
    total: int

    @property
    def value(self) -> float | None:
        """The share, None of nothing."""
        return self.count / self.total if self.total else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95% interval by Wilson's method, which also holds near 0 and 1."""
        if self.value is None:
            return None
        widened = 1 + _Z * _Z / self.total
        middle = (self.value + _Z * _Z / (2 * self.total)) / widened
        reach = _Z / widened * math.sqrt(self.value * (1 - self.value) / self.total + (_Z / (2 * self.total)) ** 2)
        return max(0.0, min(self.value, middle - reach)), min(1.0, max(self.value, middle + reach))


@dataclass(frozen=True, slots=True)
class Bin:
    """The answers given with scores from ``low`` to ``high``, and how many of them are right."""

    low: float
    high: float
    right: Share
    mean_score: float


@dataclass(frozen=True)
class Figures:
    """What there is to say of one system on one set of questions."""

    verdicts: tuple[Verdict, ...]
    auroc: float | None

    def count(self, *which: Verdict) -> int:
        """Return how many questions ended so."""
        counts = Counter(self.verdicts)
        return sum(counts[verdict] for verdict in which)

    def share(self, verdict: Verdict) -> Share:
        """Return the share of the answerable questions, or of the others, that ended so."""
        return Share(self.count(verdict), self.count(*(ANSWERABLE if verdict in ANSWERABLE else UNANSWERABLE)))

    @property
    def helped(self) -> Share:
        """Answerable questions that were answered right, or whose answer was offered."""
        return Share(self.count(Verdict.RIGHT, Verdict.OFFERED), self.count(*ANSWERABLE))

    @property
    def coverage(self) -> Share:
        """Answers given, out of all questions."""
        return Share(self.count(*ANSWERS), len(self.verdicts))

    @property
    def accuracy(self) -> Share:
        """Right answers, out of the answers given."""
        return Share(self.count(Verdict.RIGHT), self.count(*ANSWERS))

    @property
    def overall(self) -> Share:
        """Questions answered right or rightly held back, out of all."""
        return Share(self.count(Verdict.RIGHT, Verdict.HELD_BACK), len(self.verdicts))


def figures(questions: Sequence[Labelled], replies: Sequence[Reply]) -> Figures:
    """Judge every reply."""
    verdicts = tuple(judge(question, reply) for question, reply in zip(questions, replies, strict=True))
    said = [reply.score for question, reply in zip(questions, replies, strict=True) if question.expected]
    unsaid = [reply.score for question, reply in zip(questions, replies, strict=True) if not question.expected]
    return Figures(verdicts, auroc(said, unsaid))


def judge(question: Labelled, reply: Reply) -> Verdict:
    """Say how a question ended."""
    if not question.expected:
        return Verdict.IN_VAIN if reply.chosen else Verdict.HELD_BACK
    if reply.chosen:
        return Verdict.RIGHT if any(is_right(question, target) for target in reply.chosen) else Verdict.WRONG
    return Verdict.OFFERED if any(is_right(question, offer) for offer in reply.offers) else Verdict.MISSED


def is_right(question: Labelled, target: Target) -> bool:
    """Tell whether an entry is an expected one, or shows the same evidence."""
    return any(target.is_same(expected) or target.serves_for(expected) for expected in question.expected)


def auroc(higher: Sequence[float], lower: Sequence[float]) -> float | None:
    """Return the chance that a score of the first kind is above one of the second; a tie counts half."""
    if not higher or not lower:
        return None
    ranked = sorted([*((score, 0) for score in lower), *((score, 1) for score in higher)])
    wins, below = 0.0, 0
    for _, tied in groupby(ranked, key=itemgetter(0)):
        kinds = [kind for _, kind in tied]
        losers = len(kinds) - sum(kinds)
        wins += sum(kinds) * (below + losers / 2)
        below += losers
    return wins / (len(higher) * len(lower))


def calibration(replies: Sequence[Reply], verdicts: Sequence[Verdict]) -> list[Bin]:
    """Sort the answers given by score into tenths, empty ones left out."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for reply, verdict in zip(replies, verdicts, strict=True):
        if reply.answered:
            at = min(int(reply.score * _BINS), _BINS - 1)
            bins.setdefault(at, []).append((reply.score, verdict is Verdict.RIGHT))
    return [
        Bin(
            at / _BINS,
            (at + 1) / _BINS,
            Share(sum(right for _, right in found), len(found)),
            sum(score for score, _ in found) / len(found),
        )
        for at, found in sorted(bins.items())
    ]
