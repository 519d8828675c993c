"""The worst mistakes, explained: how a question was read, which words matched, what spoke against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.records import Answer
from bot.evaluation.measure import Verdict
from bot.evaluation.questions import Labelled
from bot.evaluation.systems import Target, our_reply
from bot.matching import Account, Match, Matcher
from bot.matching.calibration import Signals
from bot.matching.doubts import EVEN

# From here on a signal is worth a line of what spoke against.
_LITTLE_COVER = 0.5
_MUCH_UNKNOWN = 0.25
_ODD = 0.25
_SELDOM = -1.0


@dataclass(frozen=True, slots=True)
class Contender:
    """An entry that was chosen or should have been, and what each word of the question adds to its figure."""

    target: Target
    account: Account


@dataclass(frozen=True, slots=True)
class Mistake:
    """One question that ended wrong.

    weighed: the signals that the score goes by.
    chosen: the entry that was answered with, or the one the question came closest to; None if none was considered.
    expected: the expected entry; for a question that the story does not answer, the near entry that came closest.
    """

    question: Labelled
    verdict: Verdict
    score: float
    said: str
    account: Account
    signals: Signals
    weighed: frozenset[str]
    chosen: Contender | None
    expected: Contender | None


def explained(
    matcher: Matcher,
    questions: Sequence[Labelled],
    answers: Sequence[Answer],
    verdicts: Sequence[Verdict],
    most: int,
) -> list[Mistake]:
    """Explain mistakes: wrong answers first, the surest ones before the others; then the surest silences."""
    together = zip(questions, answers, verdicts, strict=True)
    wrong = [each for each in together if each[2] in {Verdict.WRONG, Verdict.IN_VAIN, Verdict.MISSED}]
    wrong.sort(key=lambda each: (each[2] is Verdict.MISSED, each[1].score * (1 if each[2] is Verdict.MISSED else -1)))
    return [_mistake(matcher, *each) for each in wrong[: max(most, 0)]]


def against(signals: Signals, unknown: Sequence[str], weighed: frozenset[str]) -> list[str]:
    """Say in words which signals spoke against an answer; how seldom something is told counts in some stories only."""
    new = "".join(f", {each}" for each in unknown)
    said = (
        (signals.gap < 0, f"near entries outweigh (gap {signals.gap:+.1f})"),
        (signals.cover < _LITTLE_COVER, f"the best answer knows {signals.cover:.0%} of the content (cover)"),
        (signals.odd > _ODD, f"what it does not know is asked of near entries (odd {signals.odd:+.1f})"),
        (signals.stranger > 0, "a speaker is named of whom the best answer says nothing (stranger)"),
        (signals.lacking > 0, "it asks for a kind of thing that the best answer does not have (lacking)"),
        (
            signals.read <= EVEN,
            f"its proof, read with the question, seems to answer another (read {signals.read:+.1f})",
        ),
        (
            "told" in weighed and signals.told < _SELDOM,
            f"stories seldom tell what it asks for (told {signals.told:+.1f})",
        ),
        (
            bool(unknown) or signals.unknown > _MUCH_UNKNOWN,
            f"{signals.unknown:.0%} is new to the knowledge (unknown){new}",
        ),
    )
    return [sentence for applies, sentence in said if applies]


def _mistake(matcher: Matcher, question: Labelled, answer: Answer, verdict: Verdict) -> Mistake:
    match = matcher.match(question.question)
    chosen = _contender(matcher, question.question, _taken_for(answer))
    expected = _expected(matcher, question, match)
    account = next((each.account for each in (chosen, expected) if each), Account((), (), ()))
    return Mistake(
        question, verdict, answer.score, answer.text, account, match.signals, matcher.weighed, chosen, expected
    )


def _taken_for(answer: Answer) -> Target | None:
    if answer.story and answer.entry:
        return Target(answer.story, answer.entry)
    return our_reply(answer).best


def _expected(matcher: Matcher, question: Labelled, match: Match) -> Contender | None:
    """Return the expected entry that came closest, or the near entry that did."""
    near = [Target(each.story, each.entry) for each in match.near[:1]]
    wanted = question.expected or question.near or near
    contenders = [_contender(matcher, question.question, target) for target in wanted]
    return max((each for each in contenders if each), key=lambda each: each.account.total, default=None)


def _contender(matcher: Matcher, question: str, target: Target | None) -> Contender | None:
    return Contender(target, matcher.explain(question, target.story, target.entry)) if target else None
