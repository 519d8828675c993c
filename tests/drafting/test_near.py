"""Near questions: what the article itself leaves open, and whom it tells of and does not quote."""

from __future__ import annotations

import pytest

from bot.drafting.refusals import refusals_in
from tests.drafting.started import Start, load


@pytest.mark.parametrize(
    ("sentence", "who", "asked"),
    [
        (
            "Hill declined to comment on the trial run, citing the inquiry.",
            "Hill",
            "What did Hill say about the trial run?",
        ),
        ("Blue Line would not discuss the price.", "Blue Line", "What did Blue Line say about the price?"),
        ("Blue Line has not said whether it will send anyone.", "Blue Line", "Will Blue Line send anyone?"),
        ("He declined to say whether the government would help the town.", None, "Would the government help the town?"),
    ],
)
def test_what_somebody_would_not_say_is_asked(sentence: str, who: str | None, asked: str) -> None:
    """In the sentence's own words."""
    assert [each.asked(who) for each in refusals_in(sentence)] == [asked]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Blue Line declined to comment on that.", "Blue Line"),
        ("Blue Line declined to comment on either statement.", "Blue Line"),
        ("Blue Line has not said whether it will send them.", "Blue Line"),
        ("He declined to discuss the vote.", None),
        ("Ann Hill declined a cup of tea.", "Ann Hill"),
    ],
)
def test_what_is_understood_only_with_the_words_before_is_not_asked(sentence: str, who: str | None) -> None:
    """Nor what nobody with a name would not say."""
    assert [asked for each in refusals_in(sentence) if (asked := each.asked(who))] == []


def test_a_near_entry_shows_what_leaves_it_open(start: Start) -> None:
    """The sentence is its answer and its citation."""
    text = "Ferry stays\n\nThe mayor, Ann Hill, said it stays. Hill declined to discuss the price of the ferry.\n"
    near = {entry.questions[0]: entry for entry in load(start(text)).entries if not entry.in_story}
    entry = near["What did Ann Hill say about the price of the ferry?"]
    assert entry.answer == "The story does not say. Hill declined to discuss the price of the ferry."
    assert [each.quote for each in entry.citations] == ["Hill declined to discuss the price of the ferry."]


def test_who_is_told_of_and_not_quoted_is_a_near_question(start: Start) -> None:
    """But nobody in whose sentence somebody says something: it may be theirs."""
    text = (
        "Ferry stays\n\n“It stays,” said Ann Hill. A dealer, Bo Lind, bought the old ferry.\n\n"
        "A welder, Tom Aas, wept, and denied it later, somebody said.\n"
    )
    near = {entry.questions[0]: entry.answer for entry in load(start(text)).entries if not entry.in_story}
    assert near["What did Bo Lind say?"] == "The story does not say what Bo Lind says; it quotes nothing of it."
    assert "What did Tom Aas say?" not in near
