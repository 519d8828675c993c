"""Numbers, and words for them, pick from the last list."""

from __future__ import annotations

import pytest

from bot.stories import Library
from tests.terminal.talks import Scripted, said, unsure


def test_a_number_picks_from_the_last_list(bridge: Library) -> None:
    answerer = Scripted(bridge, unsure(bridge, "when-closed", "what-cost"))
    text = said(answerer, "hm", "2", "(1)")
    assert answerer.asked == [("hm", "terminal"), ("what-cost", "terminal"), ("when-closed", "terminal")]
    assert "Reed claimed nine thousand crowns." in text
    assert "On Monday." in text


@pytest.mark.parametrize("typed", ["0", "3", "9999"])
def test_a_number_beyond_the_list_is_told(bridge: Library, typed: str) -> None:
    answerer = Scripted(bridge, unsure(bridge, "when-closed", "what-cost"))
    assert f"There is no {typed} in the list; it ends at 2." in said(answerer, "hm", typed)


def test_a_number_without_a_list_is_told(bridge: Library) -> None:
    assert said(Scripted(bridge), "1") == "There is no list to pick from. /topics lists what you can ask.\n"


@pytest.mark.parametrize("typed", ["2015", "9" * 6000, "¹", "1 or 2?"])
def test_other_numbers_are_questions(bridge: Library, typed: str) -> None:
    answerer = Scripted(bridge)
    said(answerer, typed)
    assert answerer.asked == [(typed, "terminal")]


@pytest.mark.parametrize("typed", ["the second one", "Number 2!", "the last", "what about the 2nd"])
def test_words_pick_from_a_list_that_was_just_shown(bridge: Library, typed: str) -> None:
    answerer = Scripted(bridge, unsure(bridge, "when-closed", "what-cost"))
    said(answerer, "hm", "the first one", typed)
    assert answerer.asked == [("hm", "terminal"), ("when-closed", "terminal"), ("what-cost", "terminal")]


def test_words_pick_a_topic_and_a_question_of_it(bridge: Library) -> None:
    assert "On Monday." in said(Scripted(bridge), "/topics", "the first", "the second question")


@pytest.mark.parametrize("between", ["/quote safe", "who is that", "/help"])
def test_numbers_pick_from_the_list_that_was_shown_last_and_words_ask(bridge: Library, between: str) -> None:
    answerer = Scripted(bridge)
    text = said(answerer, "/topics", "1", between, "2", "the first one")
    assert "On Monday." in text
    assert answerer.asked[-2:] == [("when-closed", "terminal"), ("the first one", "terminal")]


def test_a_number_in_words_beyond_the_list_is_told(bridge: Library) -> None:
    answerer = Scripted(bridge, unsure(bridge, "when-closed", "what-cost"))
    assert "There is no 5 in the list; it ends at 2." in said(answerer, "hm", "the fifth one")


def test_a_year_is_a_question_once_something_else_was_asked(bridge: Library) -> None:
    answerer = Scripted(bridge)
    said(answerer, "/topics", "hm", "2015")
    assert answerer.asked == [("hm", "terminal"), ("2015", "terminal")]
