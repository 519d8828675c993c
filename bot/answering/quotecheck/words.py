"""Words as quote checking compares them: what typography changes is folded away, every other change is kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.answering.quotecheck.vocabulary import LIGHT_WORDS
from bot.stories.typography import fold

_APOSTROPHES = "'‘’‚‛′ʼ´`＇"
_INVISIBLE = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff"
# Combining marks are no letters to `re`, yet dropping them would make different words equal.
_MARKS = "".join(re.escape(chr(code)) for code in range(0x300, 0x3100) if unicodedata.category(chr(code))[0] == "M")
_LETTER = rf"(?:[^\W_]|[{_MARKS}])"
_JOINER = rf"[{_APOSTROPHES}{_INVISIBLE}*\\]*"
_WORD = re.compile(
    rf"""(?P<gap>(?:[\[(<{{]\s?)?(?:[…⋯]|\.\s?\.)(?:\s?[.…⋯])*)
    | (?P<dotted>(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_]))
    | (?P<number>(?:(?<=[^\S\n])[-−](?=\d))?(?<![^\W_])\d+(?:,\d{{3}}(?!\d))*(?:\.\d+)?(?![^\W_]))
    | (?P<sign>[%‰&°$€£¥₽₹¢]|\+(?=\d))
    | (?P<ideograph>[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])
    | (?P<word>(?:\[[^\W\d_]\](?=[^\W\d_]))?{_LETTER}(?:{_JOINER}{_LETTER})*)""",
    re.VERBOSE,
)
_LONGEST_KEPT = 50
_DROPPED = re.compile(rf"[{_APOSTROPHES}{_INVISIBLE}*\\\[\].,]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its folded form, where it stands, and whether a marked ellipsis stands before it."""

    text: str
    start: int
    end: int
    after_gap: bool = False


def words_of(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """Return the words of ``text[start:end]`` with their offsets in ``text``."""
    found: list[Word] = []
    gap = False
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        if match.lastgroup == "gap":
            gap = True
            continue
        word, is_number = match.group(), match.lastgroup == "number"
        # Only words are worth keeping, not whatever somebody can post without a space.
        folded = (_folded if len(word) <= _LONGEST_KEPT else _folded.__wrapped__)(word, is_number)
        found.append(Word(folded, match.start(), match.end(), gap))
        gap = False
    return tuple(found)


@lru_cache(maxsize=2048)
def _folded(word: str, is_number: bool) -> str:
    if is_number:
        return fold(word).replace(",", "")
    return _DROPPED.sub("", fold(word)).casefold()


def is_content(word: str) -> bool:
    """Tell whether a folded word carries meaning of its own."""
    return word not in LIGHT_WORDS


def content_count(words: Iterable[Word]) -> int:
    """Return how many different words carry meaning."""
    return len({word.text for word in words if is_content(word.text)})
