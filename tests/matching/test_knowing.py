"""Which classes know a word: as sets would say, kept as bits."""

from __future__ import annotations

import numpy as np
import pytest

from bot.matching.knowing import Knowing

SETS = [{"strike", "syria"}, set(), {"strike"}, *({f"word{at}"} for at in range(7)), {"strike", "late"}]
WORDS = ["strike", "syria", "late", "word0", "word6", "nowhere"]


def test_each_class_knows_its_own_words() -> None:
    """Also beyond the eighth class, where another byte begins; no class knows nothing."""
    known = Knowing.of(SETS)
    assert known.classes == len(SETS)
    for entry, own in enumerate(SETS):
        assert [known.knows(entry, word) for word in WORDS] == [word in own for word in WORDS]
    assert not any(known.knows(None, word) for word in WORDS)


def test_what_is_packed_is_the_same_again() -> None:
    """A bit for each word and class, and nothing else."""
    known = Knowing.of(SETS)
    words = list(known.masks)
    bits = known.packed(words)
    assert bits.shape == (len(words), 2)
    assert Knowing.unpacked(words, bits, len(SETS)).masks == known.masks


@pytest.mark.parametrize("shape", [(3, 2), (2, 1), (2, 3)])
def test_bits_of_something_else_are_refused(shape: tuple[int, int]) -> None:
    """A damaged model is no model."""
    with pytest.raises(ValueError, match="do not fit"):
        Knowing.unpacked(["one", "two"], np.zeros(shape, np.uint8), 11)
