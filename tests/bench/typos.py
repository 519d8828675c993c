"""Chance with a seed, and the misspelling of questions with it."""

from __future__ import annotations

import random
from string import ascii_lowercase

_MISSPELT = 0.3


def seeded(seed: int) -> random.Random:
    """Return a source of chance that is the same every time."""
    return random.Random(seed)


def misspell(question: str, draw: random.Random) -> str:
    """Put one slip of the fingers into each word with a chance of three in ten; words of one letter stay."""
    return " ".join(_slip(word, draw) if draw.random() < _MISSPELT else word for word in question.split())


def _slip(word: str, draw: random.Random) -> str:
    """Add, lose, change or swap one letter."""
    if len(word) < 2:
        return word
    at, letter = draw.randrange(len(word) - 1), draw.choice(ascii_lowercase)
    before, first, second, after = word[:at], word[at], word[at + 1], word[at + 2 :]
    return before + draw.choice((letter + first + second, second, letter + second, second + first)) + after
