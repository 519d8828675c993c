"""Which classes know a word: a bit for each, because a set of words for each would take ten times the memory."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np

_BITS = 8


class Knowing:
    """The stems and concepts that classes know, by the classes' numbers."""

    def __init__(self, masks: Mapping[str, int], classes: int) -> None:
        """Take a number for each word, whose bits say which of so many classes know it."""
        self.masks, self.classes = masks, classes

    @classmethod
    def of(cls, known: Sequence[Collection[str]]) -> Knowing:
        """Take the words of each class."""
        masks: dict[str, int] = {}
        for at, words in enumerate(known):
            for word in sorted(words):
                masks[word] = masks.get(word, 0) | 1 << at
        return cls(masks, len(known))

    def knows(self, entry: int | None, word: str) -> bool:
        """Tell whether an entry knows a word; no entry knows none."""
        return entry is not None and bool(self.masks.get(word, 0) >> entry & 1)

    def packed(self, words: Sequence[str]) -> np.ndarray:
        """Return the bits of words, words x bytes."""
        width = -(-self.classes // _BITS)
        body = b"".join(self.masks[word].to_bytes(width, "little") for word in words)
        return np.frombuffer(body, np.uint8).reshape(len(words), width)

    @classmethod
    def unpacked(cls, words: Sequence[str], bits: np.ndarray, classes: int) -> Knowing:
        """Take what ``packed`` gave; raise ValueError if it does not fit."""
        if bits.shape != (len(words), -(-classes // _BITS)):
            raise ValueError("the bits do not fit")
        # Many words are known to the same classes, most of them to one.
        one: dict[int, int] = {}
        masks = (int.from_bytes(row.tobytes(), "little") for row in bits)
        return cls({word: one.setdefault(mask, mask) for word, mask in zip(words, masks, strict=True)}, classes)
