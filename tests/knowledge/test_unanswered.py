"""Alike questions come together, deterministically, with their counts and their trend."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import pytest

from bot.knowledge.unanswered import Group, by_meaning, by_words, grouped
from bot.matching import Meanings
from bot.records import AskedInVain


def asked(*texts: str | tuple[str, int]) -> list[AskedInVain]:
    """Questions asked once or so often, numbered from 1."""
    pairs = [(each, 1) if isinstance(each, str) else each for each in texts]
    return [
        AskedInVain(
            number, text, "unsure", count, count, number, 1_000 - number, 2_000 + number, (("s", f"e{number}"),)
        )
        for number, (text, count) in enumerate(pairs, 1)
    ]


def texts(groups: Sequence[Group]) -> list[list[str]]:
    """The questions of groups."""
    return [[each.text for each in group.questions] for group in groups]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("what is the price of oil", "whats the oil price", True),
        ("who won the election", "who won the elections", True),
        ("what is the price of oil", "what is the price of bread", False),
        ("who", "who wrote the article", False),
        ("price", "what is the price of oil in moscow today", False),
        ("did the mayor resign", "did the mayor resign yet", True),
        ("why", "why", True),
        ("did the mayor resign", "did the mayor not resign", False),
        ("how many people died in 2019", "how many people died in 2021", False),
        ("how many people died in 2019", "how many people have died in 2019", True),
    ],
)
def test_questions_are_alike_by_the_words_that_carry_them(one: str, other: str, alike: bool) -> None:
    """One shared word, or a question's beginning, is not enough."""
    assert (by_words([one, other])[0, 1] >= 1) == alike


def test_the_most_asked_names_its_group_and_groups_are_ranked() -> None:
    """Counts and trends add up; first and last are the group's."""
    groups = grouped(asked("whats the oil price", ("who paints bridges", 2), ("what is the price of oil", 4)))
    assert texts(groups) == [["what is the price of oil", "whats the oil price"], ["who paints bridges"]]
    first = groups[0]
    assert (first.id, first.count, first.this_week, first.week_before) == (3, 5, 5, 4)
    assert (first.first, first.last) == (997, 2_003)
    assert first.nearest == (("s", "e3"),)


def test_the_order_in_which_questions_come_changes_nothing() -> None:
    """The same list gives the same groups."""
    questions = asked("a b c", "b c a", "c d e", ("d e c", 3), "x y z", "b a c")
    expected = texts(grouped(questions))
    draw = random.Random(1)
    for _ in range(10):
        draw.shuffle(questions)
        assert texts(grouped(questions)) == expected


def test_nothing_asked_is_no_group() -> None:
    """An empty list is one."""
    assert grouped([]) == []


def test_meanings_bring_together_what_words_do_not() -> None:
    """Where there is an encoder; it is asked for all at once."""

    class Encoder(Meanings):
        def __init__(self) -> None:
            self.calls = 0

        def of_questions(self, texts: Sequence[str]) -> np.ndarray:
            self.calls += 1
            return np.array([[1.0, 0.1] if "oil" in text or "petrol" in text else [0.0, 2.0] for text in texts])

    encoder = Encoder()
    groups = grouped(asked("price of oil", "what petrol costs", "who paints bridges"), by_meaning(encoder))
    assert texts(groups) == [["what petrol costs", "price of oil"], ["who paints bridges"]]
    assert encoder.calls == 1
    assert len(grouped(asked("price of oil", "what petrol costs"))) == 2


def test_a_thousand_questions_are_grouped_and_no_more() -> None:
    """The latest: the list comes with these first."""
    many = asked(*(f"word{number} thing{number}" for number in range(1_200)))
    assert sum(len(group.questions) for group in grouped(many)) == 1_000
