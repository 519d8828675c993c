"""What hypothesis draws: texts of strangers, and folders."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.hostile.folders import Hostile, hostile_folder
from tests.hostile.texts import PIECES, hostile_text

_RANDOM = st.randoms(use_true_random=False)


def texts(most: int) -> st.SearchStrategy[str]:
    """Texts of at most so many characters: repeated, mixed, or anything at all, halves of pairs included."""
    anything = st.text(st.characters(exclude_categories=()), max_size=min(most, 200))
    mixed = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
    repeated = st.builds(lambda piece, count: piece * count, st.sampled_from(PIECES), st.integers(1, most))
    drawn = _RANDOM.map(lambda draw: hostile_text(draw, most))
    return st.one_of(anything, mixed, repeated, drawn).map(lambda text: text[:most])


def folders() -> st.SearchStrategy[Hostile]:
    """Story folders with something done to them."""
    return _RANDOM.map(hostile_folder)
