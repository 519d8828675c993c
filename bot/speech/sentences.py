"""A sentence as it is read: its quotations, its words, its names; and what may be its subject."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.speech.english import DETERMINERS, NUMBERS, PREPOSITIONS
from bot.speech.names import Mention
from bot.speech.records import Span
from bot.speech.tokens import Token

_MARK = re.compile('[“”„‟″«»＂"]')
# What mostly stands before a noun, but is none.
_MODIFIES = re.compile(r"(?:ing|al|ed|ous|ary|ic|ful|ive|ern|est)$")
# What a comma opens and a comma closes says nothing of who speaks; a number has commas too.
_ASIDE = re.compile(r",\s+(?:who|whose|which|whom|where|when)\b(?:[^,;:\0]|(?<=\d),(?=\d))*,")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its quotations blanked out, its words outside of them, and the names among these."""

    text: str
    span: Span
    quotes: tuple[Span, ...]
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]

    @property
    def has_marks(self) -> bool:
        """Whether it quotes anything, be it a single word."""
        return bool(self.quotes) or _MARK.search(self.text, *self.span) is not None


@dataclass(frozen=True, slots=True)
class Subject:
    """Who says it: a name, a pronoun, or a description ('the company'); ``sure`` if a verb of saying tells so."""

    mention: Mention | None = None
    pronoun: str | None = None
    description: Span | None = None
    head: str | None = None
    sure: bool = True


def is_adverb(token: Token) -> bool:
    """Tell whether a word is one like 'quickly'."""
    return token.lower.endswith("ly") and not token.capital


def apart(sentence: Sentence, before: int, after: int) -> bool:
    """Tell whether a mark or a quotation stands between two words."""
    between = sentence.text[sentence.tokens[before].end : sentence.tokens[after].start]
    return bool(re.search(r"[,;:()–—\0]", between))


def subjects(sentence: Sentence) -> list[Mention]:
    """Return the names that can be a subject: not 'Stott' of 'Stott's barrister', nor one in an office or an aside."""
    aside = [found.span() for found in _ASIDE.finditer(sentence.text, *sentence.span)]
    aside += [mention.role for mention in sentence.mentions if mention.role]
    return [
        mention
        for mention in sentence.mentions
        if not mention.owned and not any(start <= mention.start and mention.end <= end for start, end in aside)
    ]


def is_noun(sentence: Sentence, at: int) -> bool:
    """Tell whether a word that can be a verb is none here: 'the claims', 'two small states', 'five added minutes'."""
    near = at - 1
    while near >= 0 and _modifies(sentence.tokens[near]):
        near -= 1
    if near < 0 or apart(sentence, near, near + 1):
        return False
    before = sentence.tokens[near]
    return before.possessive or before.lower in DETERMINERS | PREPOSITIONS | NUMBERS


def _modifies(token: Token) -> bool:
    return _MODIFIES.search(token.lower) is not None and token.lower not in NUMBERS and not token.capital
