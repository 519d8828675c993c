"""What picks from a list, and what is a question although it has a number in it."""

from __future__ import annotations

import pytest

from bot.answering.conversation import Context, picked
from bot.answering.picking import number_in, pick_in
from bot.answering.records import Offer
from bot.stories import Library


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2", 2),
        (" #2. ", 2),
        ("(1)", 1),
        ("0", 0),
        ("9999", 9999),
        ("the first one", 1),
        ("The second!", 2),
        ("third", 3),
        ("2nd", 2),
        ("number 2", 2),
        ("no. 3", 3),
        ("Nr. two", 2),
        ("option three please", 3),
        ("the question 1", 1),
        ("what about the second", 2),
        ("and the 3rd?", 3),
        ("no, I meant the first question", 1),
        ("let's take the first of those", 1),
        ("show me the last one", 3),
        ("one", 1),
        ("two, thanks", 2),
        ("number 12", 12),
        ("the tenth", 10),
    ],
)
def test_a_number_or_a_word_for_it_picks(typed: str, expected: int) -> None:
    """Of three; whether there are so many is for others to tell."""
    assert pick_in(typed, 3) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "²",
        "¹",
        "1.5",
        "1 or 2?",
        "90%",
        "9" * 6000,
        "the first one " * 1000,
        "who was hit first",
        "what was the first target",
        "the one",
        "first of all who is he",
        "what did he say in the second sentence",
        "the last time",
        "number of strikes",
        "how about the number",
        "one of them died?",
        "no",
        "yes please",
    ],
)
def test_what_else_holds_a_number_is_a_question(typed: str) -> None:
    """Above all words that ask for the first or the last of something."""
    assert pick_in(typed, 3) is None


@pytest.mark.parametrize(("typed", "expected"), [("2", 2), ("(30)", 30), ("the second", None), ("12345", None)])
def test_only_a_bare_number_is_one(typed: str, expected: int | None) -> None:
    """Words need a list that was just shown."""
    assert number_in(typed) == expected


def test_only_what_was_shown_can_be_picked(shipped_library: Library) -> None:
    """Beside the answer of a near entry far-fetched questions are not shown, and not counted."""
    story = shipped_library.stories[0]
    hidden, shown = Offer(story, story.entries[0], 0.001), Offer(story, story.entries[1], 0.5)
    near = next(entry for entry in story.entries if not entry.in_story)
    beside = Context("?", story, near, (hidden, shown))
    assert [picked(typed, beside) for typed in ("1", "the first", "2", "the last one")] == [shown, shown, None, shown]
    assert picked("the second", Context("?", offers=(hidden, shown))) == shown
    assert picked("the first one", Context("?", story, near)) is None
    assert picked("1", None) is None
