"""The nearest phrasing of each entry: of few in all their coordinates, of many in a few axes and bytes."""

from __future__ import annotations

import numpy as np
import pytest

from bot.matching.nearest import Nearest, NearestOfMany

SIZE, ENTRIES = 96, 6
DRAW = np.random.default_rng(5)
# Phrasings of an entry lie around its middle, along few axes; the fourth has none.
LABELS = np.repeat([0, 1, 2, 4, 5], 400)
MIDDLES = np.vstack([DRAW.standard_normal((ENTRIES, 12)) @ DRAW.standard_normal((12, SIZE))]).astype(np.float32)
MEANINGS = (MIDDLES[LABELS] + DRAW.standard_normal((len(LABELS), SIZE))).astype(np.float32)


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


def test_many_are_told_like_few() -> None:
    """Up to what a byte and the axes that were left out take away, and up to the weight."""
    few, many = Nearest(MEANINGS, LABELS, ENTRIES), NearestOfMany.of(MEANINGS, LABELS, ENTRIES)
    for question in MEANINGS[::97] + 0.3:
        expected, found = few.scores(question), many.scores(question)
        assert found.argmax() == expected.argmax()
        assert np.allclose(found / 5, expected, atol=0.1)


def test_an_entry_without_phrasings_gets_nothing() -> None:
    """Neither added nor taken away."""
    for nearest in (Nearest(MEANINGS, LABELS, ENTRIES), NearestOfMany.of(MEANINGS, LABELS, ENTRIES)):
        assert nearest.scores(MEANINGS[0])[3] == 0.0


def test_many_take_little_room() -> None:
    """A byte for each of 64 axes."""
    many = NearestOfMany.of(MEANINGS, LABELS, ENTRIES)
    assert (many.points.dtype, many.points.shape) == (np.int8, (len(LABELS), 64))
