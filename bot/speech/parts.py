"""Sentences that hold two people's words: 'Hill said it was shut, but Lind said it was open'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.speech.english import BODY_WORDS, DETERMINERS, ONLY_BESIDE_QUOTES, PRONOUNS, SAYING, is_role
from bot.speech.records import Span
from bot.speech.tokens import Token, tokens_of

_JOINT = re.compile(r"(?:,|;)\s+(?=(?:but|and|while|whereas|though|although)\s)")
# What joins the second part is none of its words.
_JOINING = re.compile(r"\s*(?:but|and|while|whereas|though|although)\s+")
_ATTRIBUTED = re.compile(r"\baccording to\b", re.IGNORECASE)
_LONGEST_SUBJECT, _FAR_ENOUGH = 6, 200
# "He said that the town had closed it, but that she had said no" goes on with what he said.
_NO_VERB_BEFORE = frozenset(
    {"had", "have", "has", "would", "to", "not", "never", "that", "who", "which", "be", "was", "were"}
)


def parts_of(text: str, span: Span) -> Iterator[Span]:
    """Go through the parts of a sentence that have a speaker each, or return it whole."""
    at = span[0]
    for joint in _JOINT.finditer(text, *span):
        if _begins_with_speaker(text, joint.end(), span[1]) and _attributes(text[at : joint.start()]):
            yield at, joint.start()
            at = joint.end()
    yield at, span[1]


def begins_at(text: str, span: Span) -> int:
    """Return where a part begins to tell, behind the word that joins it to the one before."""
    joining = _JOINING.match(text, *span)
    return joining.end() if joining else span[0]


def _attributes(text: str) -> bool:
    """Tell whether words say who says something."""
    return bool(_ATTRIBUTED.search(text)) or any(map(_is_saying, tokens_of(text)))


def _is_saying(token: Token) -> bool:
    return token.lower in SAYING - ONLY_BESIDE_QUOTES and not token.capital and not token.possessive


def _begins_with_speaker(text: str, start: int, end: int) -> bool:
    """Tell whether somebody and a verb of saying follow a joint at once."""
    tokens = tokens_of(text, start, min(end, start + _FAR_ENOUGH))[1 : _LONGEST_SUBJECT + 2]
    verb = next((n for n, token in enumerate(tokens) if _is_saying(token)), 0)
    subject = tokens[:verb]
    apart = bool(verb) and re.search(r"[,;:()–—\0]", text[tokens[0].start : tokens[verb].start]) is not None
    return bool(subject) and not apart and _is_somebody(subject)


def _is_somebody(words: Sequence[Token]) -> bool:
    if any(token.lower in _NO_VERB_BEFORE for token in words):
        return False
    named = words[-1].capital or words[-1].lower in PRONOUNS
    return named or any(
        is_role(token.text) or token.lower in BODY_WORDS for token in words if token.lower not in DETERMINERS
    )
