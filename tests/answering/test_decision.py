"""From what the engine makes of a question to what is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering import phrases
from bot.answering.decision import decide
from bot.answering.records import Outcome
from bot.matching import Candidate, Match
from bot.matching.calibration import Signals
from bot.stories import load_library
from tests.knowledge_folder import write_story

SIGNALS = Signals(**dict.fromkeys(Signals.__slots__, 0.0))


@pytest.fixture
def match(tmp_path: Path) -> Match:
    """A question with content, one entry that may answer it, and a near one; each case sets the figures."""
    write_story(tmp_path / "bridge")
    (said, unsaid) = (Candidate(story, entry, 0.01) for story, entry in load_library(tmp_path).entries())
    return Match((said,), (unsaid,), 0.05, SIGNALS, 9.0, 0.9, 0.0, offered=(said,))


@pytest.mark.parametrize(
    ("score", "near", "about", "text"),
    [
        (0.2, 0.0, False, phrases.CLOSE_CALL),
        (0.05, 0.0, True, phrases.NOT_FOUND),
        (0.05, 0.6, True, phrases.NOT_SAID),
        (0.05, 0.6, False, phrases.NOTHING_NEAR),
        (0.05, 0.0, False, phrases.NOT_ABOUT_STORY),
    ],
)
def test_what_is_said_of_what_is_not_answered(match: Match, score: float, near: float, about: bool, text: str) -> None:
    """That the story does not say it is claimed only where near entries hold most; offers need to be about it."""
    unsaid = replace(match.near[0], share=near)
    answer = decide(replace(match, score=score, near=(unsaid,), about=about), "v")
    assert answer.text == text
    assert answer.outcome is (Outcome.UNSURE if text == phrases.CLOSE_CALL else Outcome.NOT_IN_STORY)
    assert bool(answer.offers) == (text in {phrases.CLOSE_CALL, phrases.NOT_FOUND, phrases.NOT_SAID})


@pytest.mark.parametrize(
    ("score", "familiar", "about", "offers"),
    [(0.05, 0.2, False, False), (0.05, 0.2, True, True), (0.15, 0.2, False, True)],
)
def test_what_seems_to_be_about_something_else(
    match: Match, score: float, familiar: float, about: bool, offers: bool
) -> None:
    """Strange words alone do not say so, where what entries rest on, or the score, says that something is meant."""
    assert bool(decide(replace(match, score=score, familiar=familiar, about=about), "v").offers) is offers
