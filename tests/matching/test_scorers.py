"""The trained head, of whose weights only those that are not nought are kept."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import sparse

from bot.matching.features import Vector
from bot.matching.scorers import HeadScorer, softmax


def _head(entries: int, coordinates: int = 0) -> tuple[HeadScorer, np.ndarray]:
    """A head of five terms, and their weights."""
    draw = np.random.default_rng(entries)
    terms = draw.normal(size=(5, entries)).astype(np.float32)
    meanings = draw.normal(size=(coordinates, entries)).astype(np.float32)
    return HeadScorer.of(terms, meanings, np.zeros(coordinates, np.float32)), terms


def _vector(columns: list[int], weights: list[float], meaning: list[float] | None = None) -> Vector:
    return Vector(np.array(columns, np.int64), np.array(weights, np.float32), 0.0, np.array(meaning or [], np.float32))


@pytest.mark.parametrize("entries", [1, 2, 7, 8, 4_096, 4_097])
def test_a_weight_is_kept_to_half_a_step(entries: int) -> None:
    """Of seven steps up to the term's largest, either way, for every entry, of few and of very many."""
    head, terms = _head(entries)
    for at, row in enumerate(terms):
        half = float(np.abs(row).max()) / 7 / 2
        assert head.scores(_vector([at], [1.0])) == pytest.approx(row, abs=half + 1e-6)


def test_a_question_adds_up_its_terms_and_its_meaning() -> None:
    """One by one, many at once, and told term by term."""
    head, _ = _head(7, 3)
    vector = _vector([0, 3], [0.6, 0.8], [0.1, -0.2, 0.3])
    found = head.scores(vector)
    meant = vector.meaning @ head.meanings
    assert found.shape == (7,)
    for entry in range(7):
        assert head.parts(vector, entry).sum() + meant[entry] == pytest.approx(found[entry], abs=1e-5)
    row = sparse.csr_matrix(([0.6, 0.8], ([0, 0], [0, 3])), (1, 5))
    assert head.of_many(row, vector.meaning[None])[0] == pytest.approx(found, abs=1e-5)


def test_what_is_nought_takes_no_room() -> None:
    """A term that says nothing of most entries is a few bytes."""
    terms = np.zeros((3, 400), np.float32)
    terms[0, 7], terms[2, 399] = 2.0, -3.0
    head = HeadScorer.of(terms, np.zeros((0, 400), np.float32), np.zeros(0, np.float32))
    assert (head.cells.dtype, len(head.cells)) == (np.uint16, 2)
    found = head.scores(_vector([0, 1, 2], [1.0, 1.0, 0.5]))
    assert {at: found[at] for at in np.flatnonzero(found)} == pytest.approx({7: 2.0, 399: -1.5})


def test_a_question_without_known_terms_says_nothing() -> None:
    """No term, no meaning: no entry is likelier than another."""
    head, _ = _head(7)
    assert softmax(head.scores(_vector([], []))) == pytest.approx([1 / 7] * 7)
