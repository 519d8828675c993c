"""The reader: whether a text answers a question, told from both read together.

What is merely like a question is near to it too; whether it answers is only seen by reading one with the other. It is
a network of the encoder's kind and size, taught on invented reports (tests/bench/tune_reader.py) and made by build.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.matching.encoder.encoder import LONGEST, Encoder, session_of

# Tokens of the question that are read; the rest are the text's.
_LONGEST_QUESTION = 40
# Tokens of both together that are read: more tell nothing more, and take longer.
LONGEST_PAIR = 80
_QUESTION, _TEXT = 0, 1


class Reader:
    """Tells how surely a text answers a question."""

    def __init__(self, model: bytes | Path, encoder: Encoder) -> None:
        """Take the model, and the encoder for its words."""
        self._encoder = encoder
        self._session = session_of(model)

    def told(self, question: str, text: str) -> float:
        """Return how surely the text answers the question, in logits."""
        tokens, kinds = pair_of(self._encoder, question, text, LONGEST_PAIR)
        given = {"rows": self._encoder.words.rows([tokens]), "kinds": np.array([kinds], np.int64)}
        return float(self._session.run(None, given)[0][0, 0])


def pair_of(encoder: Encoder, question: str, text: str, most: int = LONGEST) -> tuple[list[int], list[int]]:
    """Return the first ``most`` word pieces of a question and a text in one row, and which of the two each is of."""
    asked, read = encoder.tokens(question), encoder.tokens(text)[1:]
    asked = _cut(asked, _LONGEST_QUESTION)
    read = _cut(read, most - len(asked))
    return [*asked, *read], [_QUESTION] * len(asked) + [_TEXT] * len(read)


def _cut(tokens: Sequence[int], most: int) -> list[int]:
    """Return so many tokens at most, the last of which marks the end."""
    return list(tokens) if len(tokens) <= most else [*tokens[: most - 1], tokens[-1]]
