"""The nearest phrasing: a figure an entry."""

from __future__ import annotations

import numpy as np
import pytest

from bot.matching.nearest import Nearest


@pytest.fixture
def nearest() -> Nearest:
    """Entry 0 has two phrasings, entry 2 one, entry 1 none; the middle of all lies at zero."""
    return Nearest(np.array([[3.0, 0.0], [0.0, 2.0], [-3.0, -2.0]], "f"), np.array([0, 0, 2]), 3)


def test_the_nearest_phrasing_of_an_entry_counts(nearest: Nearest) -> None:
    """By the cosine, whatever its fellows are like; an entry without phrasings gets nothing."""
    for meaning in ([5.0, 0.0], [0.0, 0.1]):
        scores = nearest.scores(np.array(meaning, "f"))
        assert scores[0] == pytest.approx(1.0)
        assert scores[1] == 0.0
        assert scores[2] < 0.0


def test_the_middle_is_near_nothing(nearest: Nearest) -> None:
    """Nothing is divided by its length."""
    assert not nearest.scores(np.zeros(2, "f")).any()
