"""What to offer whoever could not be answered: entries that are likely meant, and those that tell of what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from bot.matching.ranks import foremost
from bot.stories import Entry, Story

_OFFERED = 3
# So many are looked through for some that differ.
_FOREMOST = 50
# Smaller shares differ by accident.
_LEAST_SHARE = 0.003


def to_offer(
    owned: Sequence[tuple[Story, Entry]], which: np.ndarray, shares: np.ndarray, likeness: np.ndarray
) -> np.ndarray:
    """Return the numbers of the entries to offer, best first, no two of which show the same.

    ``which``: the numbers of the entries there are; ``shares``, and ``likeness`` in logits, are theirs.
    """
    figures = np.log(shares + _LEAST_SHARE) + likeness
    at = foremost(figures, _FOREMOST)
    which, figures = which[at], figures[at]
    order = np.argsort(-figures, kind="stable")[:_FOREMOST]
    return np.array(list(_differing(owned, which[order].tolist())), np.int64)


def _differing(owned: Sequence[tuple[Story, Entry]], ranked: Sequence[int]) -> Iterator[int]:
    shown: set[tuple[str, frozenset[tuple[int, int]]]] = set()
    for at in ranked:
        story, entry = owned[at]
        proof = story.id, frozenset((citation.start, citation.end) for citation in entry.citations)
        if proof not in shown:
            shown.add(proof)
            yield at
        if len(shown) == _OFFERED:
            return
