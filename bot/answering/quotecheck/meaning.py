"""Whether a change turns the meaning round: a negation lost or added, another number or date, an opposite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import Stemmer

from bot.answering.quotecheck.english import (
    DATES,
    DENYING,
    NEGATIVE_PREFIXES,
    NUMBERS,
    OPPOSITES,
    SAME_MONTH,
    SCALES,
    SOMETIMES_NUMBERS,
    UNITS,
)

_SHORTEST_STEM = 4
_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")


def denies(words: Sequence[str]) -> bool:
    """Tell whether there is a negation among folded words."""
    return any(word in DENYING for word in words)


def is_other_figure(said: Sequence[str], posted: Sequence[str]) -> bool:
    """Tell whether folded words give another number, unit or date than those they stand for."""
    return _is_other_number(said, posted) or _is_other_unit(said, posted) or _is_other_date(said, posted)


def is_opposite(said: Sequence[str], posted: Sequence[str]) -> bool:
    """Tell whether one of the folded words has become its opposite."""
    return any(_are_opposites(a, b) for a in said for b in posted if a not in posted and b not in said)


def _is_other_number(said: Sequence[str], posted: Sequence[str]) -> bool:
    here, there = list(_values(said)), list(_values(posted))
    if here and there:
        return here != there
    words, numbers = (said, here) if here else (posted, there)
    certain = [word for word in words if _value(word) is not None and word not in SOMETIMES_NUMBERS]
    if not numbers or not certain:
        return False
    # A date or a sum that goes with a whole passage is left out; a number alone makes another number of it.
    return bool(said and posted) or 2 * sum(_value(word) is not None or word in UNITS for word in words) > len(words)


def _is_other_unit(said: Sequence[str], posted: Sequence[str]) -> bool:
    here, there = ({UNITS[word] for word in words if word in UNITS} for words in (said, posted))
    return here != there and (bool(here and there) or "%" in here ^ there)


def _is_other_date(said: Sequence[str], posted: Sequence[str]) -> bool:
    pairs = ((a, b) for dates in DATES for a in said if a in dates for b in posted if b in dates)
    return any(a[:SAME_MONTH] != b[:SAME_MONTH] for a, b in pairs)


def _values(words: Sequence[str]) -> Iterator[float]:
    """Give the numbers among folded words, those in several words as one: 'twenty five', '4.5 million'."""
    value: float | None = None
    for word in [*words, ""]:
        if word in SCALES:
            value = (1 if value is None else value) * SCALES[word]
            continue
        number = _value(word)
        is_unit_of_tens = number is not None and value is not None and 0 < number < 10 <= value < 100
        if value is not None and number is not None and is_unit_of_tens and value % 10 == 0 and not word.isdigit():
            value += number
            continue
        if value is not None:
            yield value
        value = number


def _value(word: str) -> float | None:
    """Return the number that a folded word gives."""
    if word in NUMBERS or word in SCALES:
        return NUMBERS.get(word, SCALES.get(word))
    digits = word[:-2] if word.endswith(_ORDINAL_ENDINGS) else word
    try:
        return float(digits) if digits[:1].isdigit() or word[:1] in {"-", "−"} else None
    except ValueError:
        return None


def _are_opposites(said: str, posted: str) -> bool:
    if (said, posted) in OPPOSITES or (_stem(said), _stem(posted)) in _stemmed():
        return True
    short, long = sorted((said, posted), key=len)
    if len(short) >= _SHORTEST_STEM and any(long == prefix + short for prefix in NEGATIVE_PREFIXES):
        return True
    stems = {word.removesuffix("ful").removesuffix("less") for word in (said, posted)}
    return len(stems) == 1 and {said[-3:], posted[-3:]} == {"ful", "ess"}


def _stem(word: str) -> str:
    # A stemmer of its own each time: one can't be used from two threads.
    return str(Stemmer.Stemmer("english").stemWord(word))


@cache
def _stemmed() -> frozenset[tuple[str, str]]:
    return frozenset((_stem(a), _stem(b)) for a, b in OPPOSITES)
