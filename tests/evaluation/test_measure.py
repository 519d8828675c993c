"""Verdicts and figures, each against what was worked out by hand or is known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answering.answerer import Answerer
from bot.evaluation.curve import curve
from bot.evaluation.measure import Share, Verdict, auroc, calibration, figures, judge
from bot.evaluation.questions import Labelled
from bot.evaluation.systems import ABOVE_ALL, ABSTAINING, Reply, Target, WRatio, from_threshold, threshold_for

Find = Callable[[str], Target]


@pytest.mark.parametrize(
    ("expected", "chosen", "offers", "verdict"),
    [
        ("boats", "boats", (), Verdict.RIGHT),
        ("closing-day", "is-it-closed", (), Verdict.RIGHT),
        ("boats", "opening-day", (), Verdict.WRONG),
        ("boats", None, ("opening-day", "boats"), Verdict.OFFERED),
        ("closing-day", None, ("is-it-closed",), Verdict.OFFERED),
        ("boats", None, ("opening-day",), Verdict.MISSED),
        (None, None, ("boats",), Verdict.HELD_BACK),
        (None, "boats", (), Verdict.IN_VAIN),
    ],
)
def test_how_a_question_ends(
    target: Find, expected: str | None, chosen: str | None, offers: tuple[str, ...], verdict: Verdict
) -> None:
    """The same evidence is as good as the same entry, in an answer and in an offer."""
    question = Labelled("?", (target(expected),) if expected else (), 1)
    reply = Reply(bool(chosen), target(chosen or "boats"), 0.5, tuple(map(target, offers)))
    assert judge(question, reply) is verdict


def test_either_half_of_a_question_in_two_parts_is_right(target: Find) -> None:
    """The expected entry is shown, whichever half it answers."""
    question = Labelled("?", (target("boats"),), 1)
    assert judge(question, Reply(True, target("opening-day"), 0.5, (), target("boats"))) is Verdict.RIGHT
    assert judge(question, Reply(True, target("opening-day"), 0.5, (), target("closing-day"))) is Verdict.WRONG


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [(0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (5, 10, 0.237, 0.763), (81, 263, 0.255, 0.366), (1, 1, 0.207, 1.0)],
)
def test_wilson_intervals(count: int, total: int, low: float, high: float) -> None:
    """81 of 263 is the example of Newcombe, 1998."""
    assert Share(count, total).interval == pytest.approx((low, high), abs=5e-4)


def test_a_share_of_nothing_is_none() -> None:
    """Not zero, and no error."""
    assert (Share(0, 0).value, Share(0, 0).interval) == (None, None)


@pytest.mark.parametrize(
    ("higher", "lower", "value"),
    [
        ([0.9, 0.8], [0.1, 0.2], 1.0),
        ([0.1], [0.9], 0.0),
        ([0.5, 0.5], [0.5], 0.5),
        ([0.9, 0.4], [0.5, 0.1], 0.75),
        ([0.7, 0.5], [0.5, 0.3], 0.875),
        ([], [0.5], None),
    ],
)
def test_auroc(higher: list[float], lower: list[float], value: float | None) -> None:
    """The share of pairs in order, ties half."""
    assert auroc(higher, lower) == value


def asked(target: Find) -> tuple[list[Labelled], list[Reply]]:
    """Four questions and replies: right at 0.95, wrong at 0.92, in vain at 0.5, held back at 0.1."""
    boats, opening = target("boats"), target("opening-day")
    questions = [Labelled("a", (boats,), 1), Labelled("b", (boats,), 2), Labelled("c", (), 3), Labelled("d", (), 4)]
    replies = [Reply(True, boats, 0.95), Reply(True, opening, 0.92), Reply(True, boats, 0.5), Reply(False, boats, 0.1)]
    return questions, replies


def test_figures(target: Find) -> None:
    """Every share is of its own total."""
    found = figures(*asked(target))
    assert found.share(Verdict.RIGHT) == Share(1, 2)
    assert found.share(Verdict.IN_VAIN) == Share(1, 2)
    assert (found.coverage, found.accuracy, found.overall) == (Share(3, 4), Share(1, 3), Share(2, 4))
    assert found.auroc == 1.0


def test_calibration_sorts_the_answers_given(target: Find) -> None:
    """By tenths, without empty ones and without what was held back."""
    questions, replies = asked(target)
    low, high = calibration(replies, figures(questions, replies).verdicts)
    assert (low.low, low.right) == (0.5, Share(0, 1))
    assert (high.low, high.high, high.right) == (0.9, 1.0, Share(1, 2))
    assert high.mean_score == pytest.approx(0.935)


def test_the_curve_has_a_point_a_score(target: Find) -> None:
    """From the surest answer to all of them; what has no entry to answer with is never answered."""
    questions, replies = asked(target)
    points = curve([*questions, Labelled("e", (), 5)], [*replies, ABSTAINING])
    assert [(point.threshold, point.coverage) for point in points] == [(0.95, 0.2), (0.92, 0.4), (0.5, 0.6), (0.1, 0.8)]
    assert [point.accuracy for point in points] == pytest.approx([1, 1 / 2, 1 / 3, 1 / 4])


@pytest.mark.parametrize(("answers", "threshold"), [(0, ABOVE_ALL), (1, 0.9), (2, 0.8), (3, 0.8), (9, 0.2)])
def test_a_threshold_for_as_many_answers(target: Find, answers: int, threshold: float) -> None:
    """Ties go together, and of two that are as near the one that answers more is taken."""
    scores = (0.9, 0.8, 0.8, 0.2)
    replies = [*(Reply(True, target("boats"), score) for score in scores), Reply(False, None, -0.9)]
    assert threshold_for(replies, answers) == threshold
    given = sum(reply.answered for reply in from_threshold(replies, threshold))
    assert given == sum(score >= threshold for score in scores)


def test_wratio_answers_whatever_is_nearest(answerer: Answerer) -> None:
    """One word is enough; but a near entry's phrasing is no answer."""
    wratio = WRatio(answerer.library)
    assert wratio.reply("how many boats pass below the bridge").answered
    assert wratio.reply("boats").answered
    near = wratio.reply("who built the bridge?")
    assert (near.answered, near.score) == (False, -1.0)
