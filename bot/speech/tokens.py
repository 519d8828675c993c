"""A text as words with their places, and as sentences that hold their quotations whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.speech.english import SAYING
from bot.speech.records import Span

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’&-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_BARE_POSSESSIVE = re.compile(r"['’](?![^\W_])")
_MARKS = "\"'“”„‟″«»‘’‚‛＂‹›"
# No blank that a text has: what was quoted here parts the words beside it.
_BLANK = "\0"
_STOP = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)")
_GOES_ON = re.compile(r" +[a-z]")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Capt|Lt|Sgt|Sen|Rep|Gov|Rev|Hon|St|Dept|Jr|Sr|No|vs|Inc|Corp|Ltd|Co))$"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word: as it is written less a possessive's ending, and where it stands."""

    text: str
    start: int
    end: int
    possessive: bool

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.casefold()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def tokens_of(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the words of ``text[start:end]``."""
    return [_token(text, found) for found in _WORD.finditer(text, start, len(text) if end is None else end)]


def _token(text: str, found: re.Match[str]) -> Token:
    word = found.group()
    if ending := _POSSESSIVE.search(word):
        return Token(word[: ending.start()], found.start(), found.start() + ending.start(), possessive=True)
    bare = word.endswith("s") and bool(_BARE_POSSESSIVE.match(text, found.end()))
    return Token(word, found.start(), found.end(), possessive=bare)


def blanked(text: str, quotes: Sequence[Span]) -> str:
    """Return the text with blanks for its quotations and their marks, the last a stop if a sentence ends there.

    quotes: the insides of quotation marks.
    """
    letters = list(text)
    for start, end in quotes:
        first = start - (start > 0 and text[start - 1] in _MARKS)
        closed = end < len(text) and text[end] in _MARKS
        letters[first : end + closed] = _BLANK * (end + closed - first)
        if closed:
            letters[end] = _stop_of(text, start, end)
    return "".join(letters)


def _stop_of(text: str, start: int, end: int) -> str:
    last, behind = text[start:end].rstrip()[-1:], text[end + 1 :].lstrip()
    if last not in ".!?…":
        return "," if last == "," else _BLANK
    goes_on = behind[:1].islower() or (last in "!?…" and _is_attribution(behind))
    return "," if goes_on else "."


def _is_attribution(behind: str) -> bool:
    """Tell whether 'X asked.' follows a question: a verb of saying among the first words."""
    return any(token.lower in SAYING for token in tokens_of(behind[:60])[:5])


def sentences_of(text: str, start: int, end: int) -> Iterator[Span]:
    """Go through the sentences of ``text[start:end]``, a blanked text: one that is quoted ends none around it."""
    at = start
    for found in _STOP.finditer(text, start, end):
        if not _is_abbreviation(text, found):
            yield at, found.end()
            at = found.end()
    if text[at:end].strip():
        yield at, end


def _is_abbreviation(text: str, found: re.Match[str]) -> bool:
    if found.group() == "." and _GOES_ON.match(text, found.end()):
        # "At 2:10 a.m. on Tuesday".
        return True
    before = text[max(0, found.start() - 12) : found.start()]
    return found.group().startswith(".") and _ABBREVIATED.search(before) is not None
