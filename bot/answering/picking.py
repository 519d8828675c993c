"""Which of a numbered list somebody picks: by its number, or by words such as "the second one"."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"[#(]?([0-9]{1,4})[.)]?")
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_SHORTENED = ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th")
_VALUES = {word: value for words in (_COUNTS, _ORDINALS, _SHORTENED) for value, word in enumerate(words, 1)}
_ORDINAL = "|".join((*_ORDINALS, *_SHORTENED, "last"))
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
