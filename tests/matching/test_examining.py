"""What signals are worth: learnt from held-out phrasings, and for what leans on a talk from held-out follow-ups."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bot.answering.answerer import Answerer
from bot.answering.records import Outcome
from bot.matching import Matcher
from bot.matching.calibration import Calibration, Signals, calibrate_in_talk
from bot.matching.leaning import leaning
from bot.matching.learning import learn
from bot.matching.learnt import packed, unpacked
from bot.matching.material import Material
from bot.matching.scorers import HeadScorer
from bot.stories import Library, Story

LEFT = "and when was that said"


def signals(gap: float, again: float) -> Signals:
    """Signals of which two speak."""
    others = dict.fromkeys(Signals.__slots__, 0.0) | {"gap": gap, "again": again}
    return Signals(**others)


def test_what_was_just_answered_is_seldom_asked_for_again() -> None:
    """Where held-out follow-ups say so, the entry that has just answered is less likely to be right."""
    draw = np.random.default_rng(0)
    found, right = [], []
    for _ in range(300):
        gap, again = draw.normal(), float(draw.random() < 0.3)
        found.append(signals(gap, again))
        right.append(bool(gap - 2 * again + draw.normal() > 0))
    learnt = calibrate_in_talk(found, right)
    assert learnt.weights["gap"] > 0 > learnt.weights["again"]
    assert learnt.score(signals(1.0, 1.0)) < learnt.score(signals(1.0, 0.0))


def test_a_weight_against_reason_is_left_out() -> None:
    """A sample in which repeated answers were always right is an accident."""
    draw = np.random.default_rng(0)
    found = [signals(draw.normal(), float(at % 2)) for at in range(200)]
    learnt = calibrate_in_talk(found, [each.again > 0 for each in found])
    assert "again" not in learnt.weights


def without_follow_ups(library: Library) -> Library:
    """A library nobody wrote follow-ups for."""
    stories = [
        replace(story, entries=tuple(replace(entry, follow_ups=()) for entry in story.entries))
        for story in library.stories
    ]
    return replace(library, stories=tuple(stories), digest="")


@pytest.fixture(scope="module")
def bare(shipped_library: Library) -> Matcher:
    """The shipped phrasings alone."""
    return Matcher(without_follow_ups(shipped_library))


def talked(matcher: Matcher, story: Story) -> tuple[bool, bool]:
    """Whether a question in a talk, and one by itself, is judged by what follow-ups taught."""
    entry = story.entries[0]
    full, talk = leaning(LEFT, entry.question, story, entry)
    return matcher.match(full, talk).in_talk, matcher.match(full).in_talk


def test_only_what_leans_on_a_talk_is_judged_so(
    shipped_answerer: Answerer, bare: Matcher, shipped_story: Story
) -> None:
    """And only where there are follow-ups to learn from."""
    assert talked(shipped_answerer.matcher, shipped_story) == (True, False)
    assert talked(bare, shipped_story) == (False, False)


def test_it_is_kept_with_the_rest(shipped_library: Library) -> None:
    """As bytes and back it is the same; none stays none."""
    for library, expected in ((shipped_library, Calibration), (without_follow_ups(shipped_library), type(None))):
        learnt = learn(Material(library))
        assert isinstance(learnt.scorer, HeadScorer)
        assert type(learnt.in_talk) is expected
        assert unpacked(packed(learnt, learnt.scorer)).in_talk == learnt.in_talk


@pytest.mark.parametrize(
    "question",
    [
        "and how many of these were civilians",
        "and in which town of that country did he give this talk",
        "and the zebra?",
    ],
)
def test_a_follow_up_on_what_the_story_does_not_say(question: str, shipped_answerer: Answerer) -> None:
    """The talk before answers nothing for the story."""
    shipped_answerer.ask("What did John Kirby say about the opposition groups?", question)
    assert shipped_answerer.ask(question, question).outcome is not Outcome.ANSWERED
