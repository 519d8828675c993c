"""Text that shows as what it is wherever it is printed: in a terminal, in a log, in an editor."""

from __future__ import annotations

import unicodedata

# Control characters, invisible ones (some turn the order of what follows), halves of pairs, and line separators.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_LONGEST = 300


def printable(text: str, most: int | None = None) -> str:
    """Return a text with a code for each character that can't be seen, and of at most so many characters."""
    shown = text if most is None or len(text) <= most else f"{text[: most - 1]}…"
    if shown.isascii() and shown.isprintable():
        return shown
    return "".join(_code(letter) if unicodedata.category(letter) in _UNSEEN else letter for letter in shown)


def named(text: str) -> str:
    """Return what a curator wrote as it can stand in a sentence."""
    return printable(text, _LONGEST)


def _code(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")
