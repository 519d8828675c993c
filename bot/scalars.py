"""What stands as text in a file or in the environment and means something else: whole numbers and truth values."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Unicode's white space. Python strips U+001C to U+001F besides: these can't be shown, and somebody should hear of them.
_WHITE = "\t\n\x0b\x0c\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_WHOLE = re.compile(r"[+-]?[0-9]+(?:_[0-9]+)*(?:\.0+)?")
_TRUTHS = {
    **dict.fromkeys(("true", "yes", "on", "1", "t", "y"), True),
    **dict.fromkeys(("false", "no", "off", "0", "f", "n"), False),
}


def stripped(text: str) -> str:
    """Return a text without white space around it."""
    return text.strip(_WHITE)


def whole_number(text: str) -> int | None:
    """Return the whole number that a text is, if it is one; 1_000 and 2.0 are."""
    plain = stripped(text)
    if not _WHOLE.fullmatch(plain):
        return None
    try:
        return int(plain.partition(".")[0])
    except ValueError:
        # Python reads no number of more than 4,300 digits.
        return None


def truth(text: str) -> bool | None:
    """Return the truth value that a text is, if it is one."""
    return _TRUTHS.get(text.lower())


def alternatives(words: Sequence[str]) -> str:
    """Return words as a sentence lists them: 'a', 'b' or 'c'."""
    *first, last = map(repr, words)
    return f"{', '.join(first)} or {last}" if first else last
