"""Who says something in one sentence: the subject of its verb of saying, in whatever order they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.speech.english import (
    BODY_WORDS,
    COMPANIES,
    DETERMINERS,
    HELPERS,
    LIGHT_WORDS,
    NEVER_INVERTED,
    ONLY_BESIDE_QUOTES,
    OWNERS,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    THINGS,
    is_role,
)
from bot.speech.names import Mention
from bot.speech.records import Span
from bot.speech.tokens import Token

_MOST_BEFORE_NAME = 6
_LONGEST_OPENING = 4
_ACCORDING = "according"
_TELLING = frozenset({"tell", "tells", "told"})
_MODIFIERS = HELPERS | {"who", "that", "which", "himself", "herself"}
# "The regulator tells a different story" says nothing of what it tells.
_TALE = re.compile(r"\s(?:[\w'’-]+\s){0,3}(?:stor(?:y|ies)|tales?|lies?|truth|jokes?|secrets?)\b")
_BEING = frozenset({"was", "were", "is", "are", "been", "being", "be"})
# What a comma opens and a comma closes says nothing of who speaks.
_ASIDE = re.compile(r",\s+(?:who|which|whom|where|when)\b[^,;:\0]*,")
_NOT_TOLD = frozenset({"to", "not", "never", "would", "could", "should", "might", "may", "will", "if"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its quotations blanked out, its words outside of them, and the names among these."""

    text: str
    span: Span
    quotes: tuple[Span, ...]
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """Who says it: a name, a pronoun, or a description ('the company'); ``sure`` if a verb of saying tells so."""

    mention: Mention | None = None
    pronoun: str | None = None
    description: Span | None = None
    head: str | None = None
    sure: bool = True


def subject_of(sentence: Sentence) -> Subject | None:
    """Return who says what a sentence quotes or reports, None if it does not tell."""
    found = _according(sentence)
    verbs = [n for n, token in enumerate(sentence.tokens) if _tells(sentence, n)]
    for verb in sorted(verbs, key=lambda n: _distance(sentence, n)):
        found = found or _of_verb(sentence, verb)
    return found or _behind_colon(sentence) or (_beside_quote(sentence) if sentence.quotes else None)


def _tells(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    if token.lower not in SAYING or token.capital or token.possessive:
        return False
    if token.lower in ONLY_BESIDE_QUOTES and not sentence.quotes:
        return False
    if token.lower in _TELLING and not sentence.quotes and _TALE.match(sentence.text, token.end, sentence.span[1]):
        return False
    before = sentence.tokens[max(0, at - 2) : at]
    verb = [each.lower for each in before if not _is_adverb(each)]
    passive = bool(verb) and verb[-1] in _BEING and not token.lower.endswith("ing")
    return not passive and not any(each.lower in _NOT_TOLD for each in before)


def _distance(sentence: Sentence, at: int) -> tuple[int, int]:
    """Sort verbs: right behind a quotation first, then the nearest to one, then as they come."""
    token = sentence.tokens[at]
    if not sentence.quotes:
        return 0, at
    behind = min((token.start - end for _, end in sentence.quotes if end <= token.start), default=10_000)
    before = min((start - token.end for start, _ in sentence.quotes if start >= token.end), default=10_000)
    return min(behind, before), at


def _according(sentence: Sentence) -> Subject | None:
    """Read 'according to X'."""
    tokens = sentence.tokens
    at = next((n for n, token in enumerate(tokens) if token.lower == _ACCORDING), None)
    if at is None or at + 2 > len(tokens) - 1 or tokens[at + 1].lower != "to":
        return None
    return _after(sentence, at + 1)


def _of_verb(sentence: Sentence, verb: int) -> Subject | None:
    inverted = _is_inverted(sentence, verb)
    return (_after(sentence, verb) if inverted else None) or _before(sentence, verb)


def _is_inverted(sentence: Sentence, verb: int) -> bool:
    """Tell whether the subject follows: '"…," said X' and '…, says X', but not 'X, the minister, said he'."""
    tokens = sentence.tokens
    first = verb
    while first and _is_adverb(tokens[first - 1]) and not _apart(sentence, first - 1, first):
        first -= 1
    if tokens[verb].lower in NEVER_INVERTED or verb + 1 == len(tokens) or _apart(sentence, verb, verb + 1):
        return False
    if first == 0 or "\0" in sentence.text[tokens[first - 1].end : tokens[first].start]:
        return True
    named = any(m.end <= tokens[first].start and not m.after_preposition for m in _subjects(sentence))
    return _apart(sentence, first - 1, first) and not named


def _is_adverb(token: Token) -> bool:
    return token.lower.endswith("ly") and not token.capital


def _apart(sentence: Sentence, before: int, after: int) -> bool:
    """Tell whether a mark or a quotation stands between two words."""
    between = sentence.text[sentence.tokens[before].end : sentence.tokens[after].start]
    return bool(re.search(r"[,;:()–—\0]", between))


def _after(sentence: Sentence, verb: int) -> Subject | None:
    """Read the subject behind a verb: 'said X', 'said its chairwoman, X', 'said he', 'said the minister'."""
    tokens = sentence.tokens
    if verb + 1 >= len(tokens):
        return None
    first = tokens[verb + 1]
    named = next((m for m in _subjects(sentence) if m.start > tokens[verb].start), None)
    if named is not None and _leads_to(sentence, verb + 1, named):
        return Subject(mention=named)
    if first.lower in PRONOUNS:
        return Subject(pronoun=first.lower)
    return _described(sentence, verb + 1)


def _leads_to(sentence: Sentence, first: int, mention: Mention) -> bool:
    """Tell whether nothing but what describes a name stands before it."""
    start = mention.role[0] if mention.role else mention.start
    before = [token for token in sentence.tokens[first:] if token.start < start]
    plain = all(token.lower not in SAYING | PREPOSITIONS - {"of", "for"} for token in before)
    return len(before) <= _MOST_BEFORE_NAME and plain


def _described(sentence: Sentence, first: int) -> Subject | None:
    """Read 'the minister', 'a spokesman for the council' from its first word on."""
    tokens = sentence.tokens
    start = first
    while first < len(tokens) and (tokens[first].lower in DETERMINERS or tokens[first].possessive):
        first += 1
    head = next((n for n in range(first, min(first + 4, len(tokens))) if _can_speak(tokens[n])), None)
    if head is None or any(_apart(sentence, n, n + 1) for n in range(start, head)):
        return None
    end = _with_its_of(sentence, head)
    return Subject(description=(tokens[first].start, tokens[end].end), head=tokens[head].lower)


def opening_description(sentence: Sentence) -> Subject | None:
    """Read 'The company', 'The town council', 'The report' at the beginning of a sentence, whatever they do there."""
    tokens = sentence.tokens
    first = tokens[0].lower if tokens else ""
    if first != "the" or (sentence.quotes and sentence.quotes[0][0] < tokens[0].start):
        return None
    for at in range(1, min(_LONGEST_OPENING, len(tokens))):
        token = tokens[at]
        if (
            token.capital
            or token.possessive
            or token.lower in LIGHT_WORDS | HELPERS | SAYING
            or _apart(sentence, at - 1, at)
        ):
            return None
        if token.lower in THINGS or token.lower in COMPANIES or _can_speak(token):
            return Subject(description=(tokens[1].start, token.end), head=token.lower)
    return None


def _can_speak(token: Token) -> bool:
    return not token.capital and (is_role(token.text) or token.lower in BODY_WORDS)


def _with_its_of(sentence: Sentence, head: int) -> int:
    """Return the last word of a description that goes on with 'for the council'."""
    tokens = sentence.tokens
    if (
        head + 1 >= len(tokens)
        or tokens[head + 1].lower not in {"for", "of", "from"}
        or _apart(sentence, head, head + 1)
    ):
        return head
    end = head + 1
    while (
        end + 1 < len(tokens) and not _apart(sentence, end, end + 1) and tokens[end + 1].lower not in SAYING | HELPERS
    ):
        end += 1
    return end if end - head <= _MOST_BEFORE_NAME else head


def _before(sentence: Sentence, verb: int) -> Subject | None:
    """Read the subject before a verb: 'X said', 'X, the minister, said', 'she said', 'the company said'."""
    tokens = sentence.tokens
    near = verb - 1
    while near >= 0 and (tokens[near].lower in _MODIFIERS or _is_adverb(tokens[near])):
        near -= 1
    if near < 0:
        return None
    if tokens[near].lower in PRONOUNS:
        return Subject(pronoun=tokens[near].lower)
    described = None if _apart(sentence, near, near + 1) else _description_ending(sentence, near)
    named = [m for m in _subjects(sentence) if m.end <= tokens[verb].start and not m.after_preposition]
    if named and (described is None or named[-1].end == tokens[near].end):
        return Subject(mention=named[-1])
    return described or _last_of_any(sentence, tokens[verb].start)


def _last_of_any(sentence: Sentence, before: int) -> Subject | None:
    """Fall back on a name behind a preposition; that is a guess."""
    named = [m for m in sentence.mentions if m.end <= before and not m.owned]
    return Subject(mention=named[-1], sure=False) if named else None


def _description_ending(sentence: Sentence, near: int) -> Subject | None:
    """Read 'the prime minister' or 'a spokesman for the council' that ends right before a verb."""
    tokens = sentence.tokens
    begin = near
    while begin and not _apart(sentence, begin - 1, begin) and not _begins_noun(tokens, begin):
        begin -= 1
    words = range(begin, near + 1)
    preposition = next((n for n in words if tokens[n].lower in PREPOSITIONS), near + 1)
    head = next((n for n in reversed(range(begin, preposition)) if _can_speak(tokens[n])), None)
    if head is None or near - begin > 2 * _MOST_BEFORE_NAME:
        return None
    first = begin + (tokens[begin].lower in DETERMINERS)
    return Subject(description=(tokens[first].start, tokens[near].end), head=tokens[head].lower)


def _begins_noun(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a description begins here: with a determiner that no preposition stands before."""
    if tokens[at].lower in DETERMINERS:
        return at == 0 or tokens[at - 1].lower not in PREPOSITIONS
    before = tokens[at - 1].lower
    return before in LIGHT_WORDS - DETERMINERS - PREPOSITIONS or before in SAYING


def _subjects(sentence: Sentence) -> list[Mention]:
    """Return the names that can be a subject: not 'Stott' of 'Stott's barrister', nor one in an office or an aside."""
    aside = [found.span() for found in _ASIDE.finditer(sentence.text, *sentence.span)]
    aside += [mention.role for mention in sentence.mentions if mention.role]
    return [
        mention
        for mention in sentence.mentions
        if not mention.owned and not any(start <= mention.start and mention.end <= end for start, end in aside)
    ]


def _behind_colon(sentence: Sentence) -> Subject | None:
    """Read 'X: "…"'."""
    for start, _ in sentence.quotes:
        lead = sentence.text[sentence.span[0] : start].rstrip("\0 \"'“‘")
        named = [m for m in _subjects(sentence) if m.end <= start]
        if lead.endswith(":") and named:
            return Subject(mention=named[-1])
    return None


def _beside_quote(sentence: Sentence) -> Subject | None:
    """Guess: 'shrugs X' behind a quotation, or the first name of a sentence that quotes a few words."""
    tokens = sentence.tokens
    for _, end in sentence.quotes:
        behind = [n for n, token in enumerate(tokens) if token.start >= end]
        if len(behind) > 1 and re.search(r"(?:s|ed)$", tokens[behind[0]].lower) and not tokens[behind[0]].capital:
            named = next((m for m in _subjects(sentence) if m.start > tokens[behind[0]].start), None)
            if named and _leads_to(sentence, behind[1], named):
                return Subject(mention=named)
    first = next((m for m in _subjects(sentence) if not m.after_preposition), None)
    pronoun = next((token.lower for token in tokens[:1] if token.lower in PRONOUNS), None)
    if pronoun:
        return Subject(pronoun=pronoun, sure=False)
    if tokens and tokens[0].lower in OWNERS:
        return None
    return Subject(mention=first, sure=False) if first else None
