"""What is judged: words, and whom they are given to."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answering.quotecheck.cast import Named
from bot.answering.quotecheck.words import Word


@dataclass(frozen=True, slots=True)
class Claim:
    """Posted words with whom they are given to; ``marked`` if something marks them as a quote."""

    text: str
    words: tuple[Word, ...]
    named: Named | None
    marked: bool
