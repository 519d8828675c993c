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
