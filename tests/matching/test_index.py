"""Likeness to phrasings from an inverted index."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse

from bot.matching.features import Vector
from bot.matching.index import IndexScorer

ROWS = 6_000


@pytest.fixture(scope="module")
def scorer() -> IndexScorer:
    """Very many entries of one phrasing; all have the first term, one has the second."""
    common, rare = np.ones(ROWS), np.zeros(ROWS)
    rare[17] = 1.0
    rows = sparse.csr_matrix(np.column_stack([common, rare]).astype(np.float32))
    return IndexScorer(rows, np.zeros((ROWS, 0), np.float32), np.arange(ROWS), ROWS)


@pytest.mark.parametrize(("weight", "counts"), [(0.01, False), (0.2, True)])
def test_what_all_have_and_hardly_weighs_is_left_out(scorer: IndexScorer, weight: float, counts: bool) -> None:
    """It would cost most and change nothing; what weighs more is counted, and the rare term always."""
    scores = scorer.scores(Vector(np.array([0, 1]), np.array([weight, 0.9], np.float32), 0.0))
    assert int(scores.argmax()) == 17
    assert bool(scores[0] > 0) is counts


def test_nothing_known_is_like_nothing(scorer: IndexScorer) -> None:
    """Without a term, and with none that counts."""
    assert not scorer.scores(Vector(np.zeros(0, np.int64), np.zeros(0, np.float32), 1.0)).any()
    assert not scorer.scores(Vector(np.array([0]), np.array([0.01], np.float32), 0.9)).any()
