"""Texts and their numbers, in two arrays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.lookup import Lookup

PAIRS = [("a", 3), ("b", 1), ("a", 2), ("", 0), ("\ud800", 7), ("b", 1)]


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (["a"], [2, 3]),
        (["b", "a"], [1, 2, 3]),
        (["b", "b"], [1]),
        ([""], [0]),
        (["\ud800"], [7]),
        (["c"], []),
        ([], []),
    ],
)
def test_numbers_of_texts(texts: list[str], numbers: list[int]) -> None:
    """Each once, in order; of an unknown text there is none."""
    assert Lookup.of(PAIRS).find(texts) == numbers


def test_the_number_of_each_text() -> None:
    """The first of several, and none of an unknown text."""
    assert Lookup.of(PAIRS).places(["b", "a", "c", "", "b"]) == [1, 2, None, 0, 1]
    assert Lookup.of(PAIRS).places([]) == []
    assert Lookup.of([]).places(["a"]) == [None]


def test_numbers_that_share_a_text() -> None:
    """With another number, not with themselves."""
    assert Lookup.of(PAIRS).shared() == {2, 3}
    assert Lookup.of([]).shared() == set()
    assert Lookup.of([]).find(["a"]) == []


@given(st.lists(st.tuples(st.text(max_size=5), st.integers(0, 50)), max_size=60), st.text(max_size=5))
def test_it_finds_what_a_dict_would(pairs: list[tuple[str, int]], text: str) -> None:
    """Whatever the texts."""
    assert Lookup.of(pairs).find([text]) == sorted({number for each, number in pairs if each == text})
