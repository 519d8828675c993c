"""Finding where a name begins and ends in a post's own words, capital letters or not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.answering.quotecheck.vocabulary import (
    ARTICLES,
    CONTRASTS,
    FOLLOWERS,
    HELPERS,
    LABELS,
    NEGATIONS,
    ORGANISATIONS,
    PARTICLES,
    PRONOUNS,
    SPEECH_VERBS,
    SPOKEN_THINGS,
    TITLES,
)
from bot.answering.quotecheck.words import is_content, words_of

_NO_NAMES = PRONOUNS | LABELS | NEGATIONS | SPEECH_VERBS | HELPERS | CONTRASTS | ARTICLES | SPOKEN_THINGS | FOLLOWERS
_POSSESSIVE = re.compile(r"['’‘`´ʼ]s?$", re.IGNORECASE)
_BARE_POSSESSIVE = re.compile(r"['’‘`´ʼ](?!\w)")
_JOINTS = " \u00a0\t\n-.'’\"/&"
_LONGEST_DESCRIPTION = 4


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the poster's own; ``text`` is folded and without a possessive's ending."""

    text: str
    raw: str
    start: int
    end: int
    possessive: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of a post with its words, ready to be read for names."""

    text: str
    tokens: tuple[Token, ...]

    @classmethod
    def of(cls, text: str) -> Phrase:
        """Read a text's words."""
        return cls(text, tuple(_token(text, word.text, word.start, word.end) for word in words_of(text)))

    def slice(self, start: int, end: int) -> str:
        """Return the text from one token up to another."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def first(self, count: int) -> Phrase:
        """Return the phrase up to ``count`` tokens."""
        return Phrase(self.text, self.tokens[:count])

    def between(self, before: int, after: int) -> str:
        """Return what stands between two tokens."""
        return self.text[self.tokens[before].end : self.tokens[after].start]

    def behind(self, end: int) -> str:
        """Return what stands behind the last token before ``end``."""
        return self.text[self.tokens[end - 1].end :]

    def adjoins(self, at: int) -> bool:
        """Tell whether nothing but space, a hyphen or an abbreviation's dot stands before a token."""
        return not self.between(at - 1, at).strip(_JOINTS)


class NounReader:
    """Tells names from other words by the story's own names, by titles, and by capital letters."""

    def __init__(self, vocabulary: frozenset[str]) -> None:
        """Know the words of the story's names and offices, which people write in lower case too."""
        self._vocabulary = vocabulary

    def is_known(self, token: Token) -> bool:
        """Tell whether the story has a name with that word."""
        return token.text in self._vocabulary

    def may_be_stranger(self, token: Token) -> bool:
        """Tell whether a word that the story does not know can be a name."""
        return token.text not in _NO_NAMES and is_content(token.text) and not token.text.isdigit()

    def may_be_name(self, token: Token) -> bool:
        """Tell whether a word can be part of a name: known to the story, a title, or with a capital letter."""
        if any(token.text in words for words in (self._vocabulary, TITLES, ORGANISATIONS, PARTICLES)):
            return True
        if token.text == "us" and token.raw.isupper():
            return True  # the country, which folding makes one word with the pronoun
        return token.raw[:1].isupper() and self.may_be_stranger(token)

    def end_of(self, phrase: Phrase, start: int) -> int:
        """Return where a name ends that begins at ``start``; ``start`` itself if none does."""
        tokens, at = phrase.tokens, start
        if start < len(tokens) and tokens[start].text in {"of", "for", "and"}:
            return start
        while at < len(tokens) and (at == start or phrase.adjoins(at)) and self._goes_on(phrase, start, at):
            at += 1
        while at > start and tokens[at - 1].text in PARTICLES | ARTICLES:
            at -= 1
        return at

    def _goes_on(self, phrase: Phrase, start: int, at: int) -> bool:
        token = phrase.tokens[at]
        if self.may_be_name(token):
            return True
        return token.text in ARTICLES if at == start else phrase.text[token.start - 1] == "-"

    def end_of_described(self, phrase: Phrase, start: int) -> int:
        """Return where a name ends that a few words may describe first: 'shop owner Tom Okafor'."""
        tokens = phrase.tokens
        at = start + 1 if start < len(tokens) and tokens[start].text in ARTICLES else start
        for first in range(at, min(at + _LONGEST_DESCRIPTION, len(tokens))):
            if tokens[first].raw[:1].isupper() and (end := self.end_of(phrase, first)) > first:
                return end
            describes = self.may_be_name(tokens[first]) or self.may_be_stranger(tokens[first])
            if not describes or (first + 1 < len(tokens) and not phrase.adjoins(first + 1)):
                break
        return self.end_of(phrase, start)

    def before_verb(self, phrase: Phrase, verb: int) -> tuple[int, int]:
        """Return the tokens of the name before a verb; none if nobody is named there."""
        tokens, end = phrase.tokens, verb
        while end > 1 and tokens[end - 1].text in HELPERS | {"who", "that"}:
            end -= 1
        end = _before_apposition(phrase, end, verb)
        start = end
        while start > 0 and self.may_be_name(tokens[start - 1]) and (start == end or phrase.adjoins(start)):
            start -= 1
        while start < end and tokens[start].text in PARTICLES:
            start += 1
        is_infinitive = any(token.text == "to" for token in tokens[end:verb])  # 'a way to put it'
        if start == end and not is_infinitive and self.may_be_stranger(tokens[end - 1]):
            start -= 1
        return start, end


def _before_apposition(phrase: Phrase, end: int, verb: int) -> int:
    """Pass over what commas set off between a name and its verb: 'Kirby, the spokesman, said'."""
    is_set_off = "," in phrase.between(end - 1, verb) and "," in phrase.text[: phrase.tokens[end - 1].start]
    return next((n for n in range(end - 1, 0, -1) if is_set_off and "," in phrase.between(n - 1, n)), end)


def _token(text: str, folded: str, start: int, end: int) -> Token:
    raw = text[start:end]
    bare = raw.endswith("s") and _BARE_POSSESSIVE.match(text, end)
    possessive = bool(bare) or bool(_POSSESSIVE.search(raw))
    return Token(folded[:-1] if possessive and not bare else folded, raw, start, end, possessive)
