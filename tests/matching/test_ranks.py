"""The highest of many figures: the same as by looking at each."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.ranks import Ranks, foremost, two_highest


@given(st.lists(st.integers(0, 150), min_size=1, max_size=400), st.integers(0, 20), st.randoms(use_true_random=False))
def test_ranks_give_each_entry_its_highest(labels: list[int], more: int, draw: random.Random) -> None:
    entries, own = max(labels) + 1 + more, np.array(labels)
    figures = np.array([draw.uniform(-1, 1) for _ in labels], np.float32)
    ranks = Ranks(own, entries)
    expected = [max(figures[own == entry], default=0) for entry in range(entries)]
    assert ranks.highest(figures[ranks.order]).tolist() == expected


@pytest.mark.parametrize("entries", [1, 63, 64, 200])
def test_ranks_that_all_have_and_that_one_has_alone(entries: int) -> None:
    labels = np.concatenate([np.arange(entries), np.arange(entries), np.zeros(300, np.int64)])
    ranks = Ranks(labels, entries)
    figures = np.arange(len(labels), dtype=np.float32)
    highest = ranks.highest(figures[ranks.order])
    assert highest[0] == figures[-1]
    assert highest[1:].tolist() == list(range(entries + 1, 2 * entries))
    assert (labels[ranks.order[ranks.rows_of(0)]] == 0).all()
    assert len(ranks.rows_of(0)) == 302


@pytest.mark.parametrize("count", [0, 1, 5, 1_000, 20_000])
@pytest.mark.parametrize("values", [3, 1_000_000])
def test_the_foremost_are_in_what_is_left(count: int, values: int) -> None:
    figures = np.random.default_rng(count).integers(0, values, count).astype(np.float32)
    left = np.arange(count)[foremost(figures, 5)]
    assert left.tolist() == sorted(left.tolist())
    ranked, of_all = (np.argsort(-found, kind="stable")[:5] for found in (figures[left], figures))
    assert left[ranked].tolist() == of_all.tolist()


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([1, 2], (2, 1)),
        ([3, 1, 2], (3, 2)),
        ([2, 2, 1], (2, 2)),
        ([-1, -3], (-1, -3)),
        ([*range(2_000), 2_500, *range(2_000)], (2_500, 1_999)),
        ([0] * 2_000, (0, 0)),
    ],
)
def test_the_two_highest(figures: list[float], expected: tuple[float, float]) -> None:
    assert two_highest(np.array(figures, np.float32)) == expected
