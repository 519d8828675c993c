"""Which of a numbered list somebody picks: by its number, or by words such as "the second one"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from bot.numerals import NUMERALS, ORDINALS

T = TypeVar("T")
_NUMBER = re.compile(r"[#(]?([0-9]{1,4})[.)]?")
_COUNTS = {word: value for word, value in NUMERALS.items() if 1 <= value <= 10}
_SHORTENED = {"1st": 1, "2nd": 2, "3rd": 3} | {f"{value}th": value for value in range(4, 31)}
ORDINALS_TYPED = ORDINALS | _SHORTENED
_VALUES = _COUNTS | ORDINALS_TYPED
_ORDINAL = "|".join((*ORDINALS_TYPED, "last"))
_COUNT = "|".join(_COUNTS)
_PICK = re.compile(
    rf"""(?:(?:ok|okay|yes|yeah|no|well|then|and|so|but|maybe|probably|rather|its|it\ is|lets\ (?:see|take)
    |i\ (?:mean|meant|want|take|pick|choose)|(?:show|give|tell)\ me|(?:what|how)\ about|pick|choose|take|try)\ )*
    (?:(?:the\ )?(?P<ordinal>{_ORDINAL})(?:\ (?:one|question|option|choice|of\ (?:them|those|these)))?
    |(?:the\ )?(?:number|no|nr|num|option|question|choice)\ (?P<number>[0-9]{{1,4}}|{_COUNT})
    |(?P<count>{_COUNT}))
    (?:\ (?:please|pls|then|thanks|though))*""",
    re.VERBOSE,
)
# No pick is longer.
_LONGEST = 60


def called(typed: str, things: Iterable[T], name_of: Callable[[T], str]) -> list[T]:
    """Return the things in whose names all that was typed stands, in any order; nothing typed means all."""
    wanted = typed.casefold().split()
    return [each for each in things if all(word in name_of(each).casefold() for word in wanted)]


def number_in(typed: str) -> int | None:
    """Return the number that somebody typed and nothing else: "2", "(2)", "#2."."""
    found = _NUMBER.fullmatch(typed.strip())
    return int(found[1]) if found else None


def pick_in(typed: str, count: int) -> int | None:
    """Return which of ``count`` is picked, by its number or in words; it may be more than there are."""
    number = number_in(typed)
    if number is not None or len(typed) > _LONGEST:
        return number
    found = _PICK.fullmatch(_bare(typed))
    if found is None:
        return None
    word = found["ordinal"] or found["number"] or found["count"]
    return count if word == "last" else _VALUES[word] if word in _VALUES else int(word)


def _bare(typed: str) -> str:
    without = re.sub(r"['’]", "", typed.casefold())
    return " ".join(re.sub(r"[^\w\s]", " ", without).split())
