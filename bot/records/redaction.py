"""Taking out of a question what may tell who somebody is, before anything of it is kept.

Rather too much than too little: a number that may be somebody's is one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from bot.stories.typography import fold

LONGEST_QUESTION = 300
# So much of a text is looked at, for that takes time; of the rest nothing is kept.
_LONGEST_READ = 600
_LEAST_CARD, _MOST_CARD = 13, 19
_LEAST_PHONE, _MOST_PHONE = 7, 15
_ENDINGS = "com|org|net|info|io|gg|me|tv|co|app|dev|uk|de|fr|es|ru|eu|us|ca|au|nl|it|pl|se|ch|at|be|in|jp|cn|br"

_LINK = re.compile(
    rf"(?:[a-z][a-z0-9+.-]*://|www\.)\S+|\b(?:[a-z0-9-]+\.){{1,8}}(?:{_ENDINGS})(?:/\S*|(?![\w@.-]))", re.IGNORECASE
)
# Written out, so that no program reads it: ann (at) example (dot) org.
_AT, _DOT = r"(?:\s*(?:\(at\)|\[at\])\s*|\s+at\s+)", r"(?:\s*(?:\(dot\)|\[dot\])\s*|\s+dot\s+)"
_MAIL = re.compile(
    rf"[\w.+%-]+@[\w-]+(?:\.[\w-]+)*|\b[\w.+%-]+{_AT}[\w-]+(?:{_DOT}[\w-]+)*{_DOT}(?:com|org|net|info|co|uk|de|fr|es|ru)\b",
    re.IGNORECASE,
)
_MENTION = re.compile(r"<(?:@[!&]?|#|/[^:>]{1,100}:)\d+>|(?<![\w.])@[\w.]{2,32}|\b[\w.]{2,32}#\d{4}\b")
_ACCOUNT = re.compile(r"\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?\b", re.IGNORECASE)
_NETWORK = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b|\b(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{0,4}\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\w.,/-])\+?\(?\d(?:[\s().\-/]{0,2}\d){6,}(?!\w)")
_LONG_DIGITS = re.compile(r"\d{7,}")
# What is written like a number of somebody's and is none: dates, and round figures in groups of three.
_DATE = re.compile(r"(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4})")
_YEARS = re.compile(r"[12]\d{3}\s?[-/]\s?[12]\d{3}")
_ROUND = re.compile(r"\d{1,3}(?:[ .]000)+")


def redacted(text: str) -> str:
    """Return a text without mails, links, mentions, phone numbers, cards and ids, each marked as what it was."""
    # Invisible letters, and figures of other widths, would hide what is to be found; and no database, log or terminal
    # should meet a control character.
    shown = "".join(
        letter for letter in text[: 2 * _LONGEST_READ] if letter.isspace() or unicodedata.category(letter)[0] != "C"
    )
    found = _beginning(fold(shown), is_cut=len(text) > 2 * _LONGEST_READ)
    steps: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
        (_MENTION, "[mention]"),
        (_MAIL, "[mail]"),
        (_LINK, "[link]"),
        (_ACCOUNT, _account),
        (_NETWORK, "[id]"),
        (_NUMBER, _number),
        (_LONG_DIGITS, "[id]"),
    )
    for pattern, by in steps:
        found = pattern.sub(by, found)
    return found


def normalised(question: str) -> str:
    """Return a question as it is kept: redacted, in small letters, on one line, without what ends it, and not too long.

    Empty if nothing is left of it but marks.
    """
    text = " ".join(redacted(question).casefold().split()).strip(" ?!.,;:…-\"'*_~`|>")
    if len(text) > LONGEST_QUESTION:
        text = text[:LONGEST_QUESTION].rsplit(" ", 1)[0]
    return text if any(letter.isalnum() for letter in re.sub(r"\[[a-z]+\]", "", text)) else ""


def is_redacted(text: str) -> bool:
    """Tell whether something was taken out of a kept question."""
    return re.search(r"\[(?:mention|mail|link|id|card|phone)\]", text) is not None


def _beginning(text: str, *, is_cut: bool) -> str:
    """Return as much of a text as is looked at, without a word or number that was cut: it may be somebody's."""
    return text[:_LONGEST_READ].rpartition(" ")[0] if is_cut or len(text) > _LONGEST_READ else text


def _account(found: re.Match[str]) -> str:
    """Mark an account's number; a word with a year behind it is none."""
    return "[id]" if sum(letter.isdigit() for letter in found.group()) >= _LEAST_PHONE else found.group()


def _number(found: re.Match[str]) -> str:
    """Say what a run of digits may be."""
    text = found.group()
    digits = "".join(letter for letter in text if letter.isdigit())
    if _DATE.fullmatch(text) or _YEARS.fullmatch(text) or _ROUND.fullmatch(text):
        return text
    if _LEAST_CARD <= len(digits) <= _MOST_CARD and _is_card(digits):
        return "[card]"
    is_plain = text == digits
    if _LEAST_PHONE <= len(digits) <= _MOST_PHONE and not (is_plain and len(digits) > 11):
        return "[phone]"
    return "[id]"


def _is_card(digits: str) -> bool:
    """Tell whether digits have the check digit of a card (Luhn, ISO/IEC 7812-1)."""
    doubled = [int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(digits))]
    return sum(each - 9 if each > 9 else each for each in doubled) % 10 == 0
