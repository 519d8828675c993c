"""Training settles: figures that differ in their last digits, as from machine to machine, come to the same head."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy import sparse

from bot.matching.head import Rows, train

_A_CLASS, _COMMON, _OWN = 40, 8, 180


def rows_of(classes: int) -> tuple[Rows, np.ndarray]:
    """Phrasings that share most of their words, with a word or two that are their class's own or its neighbours'."""
    draw = np.random.default_rng(0)
    labels = np.repeat(np.arange(classes), _A_CLASS)
    found = np.zeros((len(labels), _COMMON + _OWN), np.float32)
    for row, label in zip(found, labels, strict=True):
        row[draw.choice(_COMMON, 4, replace=False)] = 1.0
        row[_COMMON + (3 * label + draw.integers(4)) % _OWN] = 1.0
    terms = sparse.csr_matrix(found / np.linalg.norm(found, axis=1, keepdims=True))
    return Rows.of(terms, np.zeros((len(labels), 0), np.float32), np.zeros((0, classes), np.float32)), labels


@pytest.mark.parametrize("classes", [2, 3, 5, 10, 20, 60])
def test_training_settles(classes: int) -> None:
    """With too long a step, a difference in the seventh digit grew until it decided who comes first."""
    rows, labels = rows_of(classes)
    nearly = replace(rows, largest=rows.largest * (1 + 1e-6))
    one, other = (train(each, labels, classes, 60) for each in (rows, nearly))
    assert np.abs(one - other).max() < 0.05
    assert ((rows.terms @ one).argmax(1) == labels).mean() > 0.7
