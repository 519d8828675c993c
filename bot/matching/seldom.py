"""What stories seldom tell: what it cost, why, and what came of it are more often asked than told.

seldom.txt has what a question's words say of that: weights of stems and of pairs of them, learnt from people's
questions about some hundreds of invented reports (tests/bench/seldom.py, which makes the file anew).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from bot.matching.features import pair_terms, stem

# The line of the file that has what a question without any of the terms gets.
BIAS = "="
_FIGURES = "#"


@cache
def _weights() -> Mapping[str, float]:
    """Read seldom.txt once."""
    lines = files("bot.matching").joinpath("seldom.txt").read_text(encoding="utf-8").splitlines()
    weighed = (line.split("\t") for line in lines if line)
    return {term: float(weight) for weight, term in weighed}


def terms_of(words: Sequence[str]) -> set[str]:
    """Return what of a question's words counts: their stems, one for all figures, and pairs of neighbours."""
    stems = [_FIGURES if word[0].isdigit() else stem(word) for word in words]
    return {*stems, *pair_terms(stems)}


def told(words: Sequence[str]) -> float:
    """Return how likely it is that a story tells what is asked: 0 of most questions, 1 one standard deviation more."""
    weights = _weights()
    known = [weight for weight in map(weights.get, terms_of(words)) if weight is not None]
    return weights[BIAS] + sum(known) / math.sqrt(len(known) or 1)
