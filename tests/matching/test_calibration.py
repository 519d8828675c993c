"""From signals to a probability."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bot.matching.calibration import Calibration, Signals, fitted, for_few

PRIOR = Calibration({"lead": 0.5}, 0.0)


def sample(count: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Draw a signal that tells nothing of what is right."""
    draw = np.random.default_rng(1)
    return draw.standard_normal((count, 1)), draw.integers(0, 2, count).astype(float), np.ones(count)


@pytest.mark.parametrize(
    ("count", "prior", "low", "high"),
    [(8, PRIOR, 0.3, 0.7), (20_000, PRIOR, -0.05, 0.05), (20_000, None, -0.05, 0.05)],
)
def test_a_prior_counts_where_little_was_held_out(
    count: int, prior: Calibration | None, low: float, high: float
) -> None:
    """A few questions hardly move the weights of other stories; many decide by themselves."""
    found = fitted(*sample(count), ["lead"], prior)
    assert low < found.weights["lead"] < high


@pytest.mark.parametrize("by_meaning", [False, True])
def test_too_few_phrasings_have_fixed_weights(by_meaning: bool) -> None:
    """Those for near entries weigh them against the best answer; without near entries there is nothing to weigh."""
    assert "lead" in for_few(by_meaning=by_meaning, has_near=True).weights
    assert "lead" not in for_few(by_meaning=by_meaning, has_near=False).weights


def test_what_is_seldom_told_speaks_against_an_answer() -> None:
    """Most of all in a story with few near entries."""
    few = for_few(by_meaning=False, has_near=True)
    signals = Signals(0, 0, 0, 1, 0, 1, 0, 0, 0, 2)
    assert few.score(replace(signals, told=-2.0)) < few.score(signals) - 0.05
