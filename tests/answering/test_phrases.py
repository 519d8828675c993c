"""The program's own sentences know their keys, whatever becomes of them."""

from __future__ import annotations

import json
import logging

import pytest

from bot.answering import phrases
from bot.answering.feedback import LoggedFeedback, Reason, Vote
from bot.answering.phrases import Phrase

EVERY = {name: value for name, value in vars(phrases).items() if name.isupper()}


def test_every_sentence_has_a_key_of_its_own() -> None:
    """A plain text could not be shown in another language."""
    assert all(isinstance(value, Phrase) for value in EVERY.values())
    assert {value.key for value in EVERY.values()} == {f"phrase-{name.lower().replace('_', '-')}" for name in EVERY}


def test_a_phrase_is_its_english_text() -> None:
    """It compares, prints and serialises as text."""
    assert str(phrases.GREETING) == phrases.GREETING
    assert json.loads(json.dumps(phrases.GREETING)) == phrases.GREETING


def test_a_filled_phrase_keeps_its_key_and_what_was_filled_in() -> None:
    """So that another language can say the same."""
    said = phrases.SAID_BY.format(who="Ann Hill, mayor")
    assert said == "In the story: Ann Hill, mayor."
    assert (said.key, said.values) == (phrases.SAID_BY.key, {"who": "Ann Hill, mayor"})


@pytest.mark.parametrize(("level", "is_noted"), [(logging.INFO, False), (logging.DEBUG, True)])
def test_a_vote_is_logged_without_its_note(caplog: pytest.LogCaptureFixture, level: int, is_noted: bool) -> None:
    """The note may be personal: like questions it is written at DEBUG alone."""
    with caplog.at_level(level, logger="bot.answering.feedback"):
        LoggedFeedback().take(Vote("bridge", "opening-day", "0123abcd", Reason.WRONG_SPEAKER, "call me: 555"))
    assert "opening-day" in caplog.text
    assert "wrong-speaker" in caplog.text
    assert ("555" in caplog.text) is is_noted
