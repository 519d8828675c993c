"""Settling doubts: where the rest leaves any, a question is read with what the likeliest entry rests on."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bot.matching.encoder import Reader
from bot.matching.evidence import proof_of
from bot.memory import remembering
from bot.stories import Entry, Story

# Where the rest leaves no doubt, reading would change nothing, and takes longer than all else.
_LEAST_DOUBT, _MOST_DOUBT = 0.05, 0.9
# What a logit of the reader's is worth, and where it speaks neither for nor against: chosen on seven sets of questions
# about the shipped story, and much the same whichever of them is left out; then held against eight other stories.
# The reader has been taught once more since: looked at anew on two sets more, they stayed.
_WORTH, EVEN = 0.45, -2.0
_KEPT_PROOFS = 200


def settled(chance: float, read: float) -> float:
    """Return the probability that an entry answers, once it has been read."""
    return 1 / (1 + math.exp(-math.log(chance / (1 - chance)) - _WORTH * (read - EVEN))) if read else chance


class Doubts:
    """Reads where there is doubt."""

    def __init__(self, reader: Reader, owned: Sequence[tuple[Story, Entry]]) -> None:
        """Take the reader, and the entries by their numbers."""
        self._reader, self._owned = reader, owned
        self._proof = remembering(self._proof_of, _KEPT_PROOFS)

    def read(self, chance: float, question: str, entry: int) -> float:
        """Return how surely what an entry rests on answers a question, in logits; 0 unread, where there is no doubt.

        ``chance`` is the probability that it does as far as is known without reading.
        """
        return self._reader.told(question, self._proof(entry)) if _LEAST_DOUBT < chance < _MOST_DOUBT else 0.0

    def _proof_of(self, entry: int) -> str:
        return proof_of(*self._owned[entry])
