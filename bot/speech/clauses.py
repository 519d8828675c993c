"""Who says something in one sentence: the subject of its verb of saying, in whatever order they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.speech.descriptions import described, description_before_aside, description_ending, shared_description
from bot.speech.english import (
    AUXILIARIES,
    BESIDE_QUOTES_OR_THAT,
    HELPERS,
    JOINING,
    NEVER_INVERTED,
    NOUNS_TOO,
    ONLY_BESIDE_QUOTES,
    OWNERS,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    is_role,
)
from bot.speech.names import Mention
from bot.speech.sentences import Sentence, Subject, apart, is_adverb, is_noun, subjects
from bot.speech.tokens import Token

_MOST_BEFORE_NAME = 6
_ACCORDING = "according"
_OBJECTS = {"him": "he", "her": "she", "them": "they"}
_TELLING = frozenset({"tell", "tells", "told"})
_MODIFIERS = HELPERS | {"who", "that", "which", "himself", "herself", "first", "twice", "often", "soon", "now"}
# "The regulator tells a different story" says nothing of what it tells.
_TALE = re.compile(r"\s(?:[\w'’-]+\s){0,3}(?:stor(?:y|ies)|tales?|lies?|truth|jokes?|secrets?)\b")
_BEING = frozenset({"was", "were", "is", "are", "been", "being", "be"})
_NOT_TOLD = frozenset({"to", "not", "never", "would", "could", "should", "might", "may", "will", "if"})

# "They disagree about when the family complained": nothing is told of what it said.
_ASKING = frozenset({"whether", "when", "how", "why", "until", "unless"})


def subject_of(sentence: Sentence) -> Subject | None:
    """Return who says what a sentence quotes or reports, None if it does not tell."""
    found = _according(sentence)
    verbs = [n for n in range(len(sentence.tokens)) if tells(sentence, n)]
    for verb in sorted(verbs, key=lambda n: _distance(sentence, n)):
        found = found or _of_verb(sentence, verb)
    return found or _behind_colon(sentence) or (_beside_quote(sentence) if sentence.quotes else None)


def tells(sentence: Sentence, at: int) -> bool:
    """Tell whether a word is a verb that says who says something."""
    token = sentence.tokens[at]
    before = [sentence.tokens[n] for n in range(max(0, at - 2), at) if not any(_apart_to(sentence, n, at))]
    if token.lower not in SAYING or token.capital or token.possessive or not _may_tell(sentence, at):
        return False
    if token.lower in _TELLING and not sentence.quotes and _TALE.match(sentence.text, token.end, sentence.span[1]):
        return False
    verb = [each.lower for each in before if not is_adverb(each)]
    if any(map(_ASKING.__contains__, _clause_before(sentence, at))):
        return False
    passive = bool(verb) and verb[-1] in _BEING and not token.lower.endswith("ing")
    return not passive and not any(each.lower in _NOT_TOLD for each in before)


def _clause_before(sentence: Sentence, at: int) -> list[str]:
    """Return the few words before a verb that no mark parts from it."""
    few = max(1, at - _MOST_BEFORE_NAME)
    first = next((n + 1 for n in range(at - 1, few - 1, -1) if apart(sentence, n, n + 1)), few)
    return [token.lower for token in sentence.tokens[first:at]]


def _apart_to(sentence: Sentence, first: int, last: int) -> Iterator[bool]:
    return (apart(sentence, n, n + 1) for n in range(first, last))


def _may_tell(sentence: Sentence, at: int) -> bool:
    """Tell whether a word that tells only in some places does so here: no noun, and beside what is said."""
    tokens, word = sentence.tokens, sentence.tokens[at].lower
    follows = "" if at + 1 == len(tokens) or apart(sentence, at, at + 1) else tokens[at + 1].lower
    if word in NOUNS_TOO and follows != "that" and is_noun(sentence, at):
        return False
    if word in BESIDE_QUOTES_OR_THAT and follows == "that":
        return True
    return word not in ONLY_BESIDE_QUOTES or bool(sentence.quotes) or (sentence.has_marks and word in NEVER_INVERTED)


def _distance(sentence: Sentence, at: int) -> tuple[int, int]:
    """Sort verbs: right behind a quotation first, then the nearest to one, then as they come."""
    token = sentence.tokens[at]
    if not sentence.quotes:
        return 0, at
    behind = min((token.start - end for _, end in sentence.quotes if end <= token.start), default=10_000)
    before = min((start - token.end for start, _ in sentence.quotes if start >= token.end), default=10_000)
    return min(behind, before), at


def _according(sentence: Sentence) -> Subject | None:
    """Read 'according to X', 'according to him'."""
    tokens = sentence.tokens
    at = next((n for n, token in enumerate(tokens) if token.lower == _ACCORDING), None)
    if at is None or at + 2 > len(tokens) - 1 or tokens[at + 1].lower != "to":
        return None
    alone = at + 3 == len(tokens) or apart(sentence, at + 2, at + 3)
    if alone and (pronoun := _OBJECTS.get(tokens[at + 2].lower)):
        return Subject(pronoun=pronoun)
    return _after(sentence, at + 1)


def _of_verb(sentence: Sentence, verb: int) -> Subject | None:
    inverted = _is_inverted(sentence, verb)
    return (_after(sentence, verb) if inverted else None) or _before(sentence, verb)


def _is_inverted(sentence: Sentence, verb: int) -> bool:
    """Tell whether the subject follows: '"…," said X' and '…, says X', but not 'X, the minister, said he'."""
    tokens = sentence.tokens
    first = verb
    while first and is_adverb(tokens[first - 1]) and not apart(sentence, first - 1, first):
        first -= 1
    if tokens[verb].lower in NEVER_INVERTED or verb + 1 == len(tokens) or apart(sentence, verb, verb + 1):
        return False
    if _begins_clause(sentence, verb + 1):
        return False
    if first == 0 or "\0" in sentence.text[tokens[first - 1].end : tokens[first].start]:
        return True
    named = any(m.end <= tokens[first].start and not m.after_preposition for m in subjects(sentence))
    return apart(sentence, first - 1, first) and not named


def _begins_clause(sentence: Sentence, first: int) -> bool:
    """Tell whether what follows a verb has one itself: it is what is said, as in 'said the museum had offered it'."""
    tokens = sentence.tokens
    for at in range(first, len(tokens)):
        word = tokens[at].lower
        if (at > first and apart(sentence, at - 1, at)) or word in JOINING:
            return False
        if word == "that" or word in AUXILIARIES:
            return True
    return False


def _after(sentence: Sentence, verb: int) -> Subject | None:
    """Read the subject behind a verb: 'said X', 'said its chairwoman, X', 'said he', 'said the minister'."""
    tokens = sentence.tokens
    if verb + 1 >= len(tokens):
        return None
    first = tokens[verb + 1]
    behind = [m for m in subjects(sentence) if m.start > tokens[verb].start]
    # Not 'Holm' of 'the mayor of Holm, Ann Hill', but whom 'to' leads to in 'according to Holm'.
    named = next((m for m in behind if not m.after_preposition or not _leads_off(sentence, verb + 1, m)), None)
    if named is not None and _leads_to(sentence, verb + 1, named):
        return Subject(mention=named)
    if first.lower in PRONOUNS:
        return Subject(pronoun=first.lower)
    return described(sentence, verb + 1)


def _leads_off(sentence: Sentence, first: int, mention: Mention) -> bool:
    return any(token.lower in PREPOSITIONS for token in sentence.tokens[first:] if token.start < mention.start)


def _leads_to(sentence: Sentence, first: int, mention: Mention) -> bool:
    """Tell whether nothing but what describes a name stands before it."""
    tokens = sentence.tokens
    start = mention.role[0] if mention.role else mention.start
    before = [token for token in tokens[first:] if token.start < start]
    plain = all(token.lower not in SAYING | PREPOSITIONS - {"of", "for"} for token in before)
    marked = any(_apart_to(sentence, first, min(first + len(before), len(tokens) - 1)))
    introduced = not marked or any(is_role(token.text) for token in before)
    return len(before) <= _MOST_BEFORE_NAME and plain and introduced


def _before(sentence: Sentence, verb: int) -> Subject | None:
    """Read the subject before a verb: 'X said', 'X, the minister, said', 'she said', 'the company said'."""
    tokens = sentence.tokens
    near = verb - 1
    while near >= 0 and (tokens[near].lower in _MODIFIERS or is_adverb(tokens[near])):
        near -= 1
    if near < 0:
        return None
    if tokens[near].lower in PRONOUNS:
        return Subject(pronoun=tokens[near].lower)
    named = [m for m in subjects(sentence) if m.end <= tokens[verb].start and not m.after_preposition]
    if _shares_subject(sentence, near, verb):
        return _shared(sentence, named)
    around = description_before_aside(sentence, near)
    if around and not any(_is_meant(sentence, around, each) for each in named):
        return around
    told = None if apart(sentence, near, near + 1) else description_ending(sentence, near)
    if named and (told is None or named[-1].end == tokens[near].end):
        return Subject(mention=named[-1])
    return told or _last_of_any(sentence, tokens[verb].start)


def _shares_subject(sentence: Sentence, near: int, verb: int) -> bool:
    """Tell whether a verb has the subject of one before it: '… and says', '…, saying that'."""
    token = sentence.tokens[near]
    return token.lower in {"and", "but"} or (sentence.tokens[verb].lower.endswith("ing") and not sentence.quotes)


def _shared(sentence: Sentence, named: list[Mention]) -> Subject | None:
    """Return the subject that a sentence begins with."""
    first = sentence.tokens[0]
    if first.lower in PRONOUNS:
        return Subject(pronoun=first.lower)
    return Subject(mention=named[0]) if named else shared_description(sentence)


def _is_meant(sentence: Sentence, around: Subject, mention: Mention) -> bool:
    """Tell whether a name is a part of a description or its own: 'a welder from Holm, 34-year-old Bo Lind'."""
    start, end = around.description or (0, 0)
    between = [token for token in sentence.tokens if end <= token.start < mention.start]
    return mention.start >= start and all(not _parts(token) for token in between)


def _parts(token: Token) -> bool:
    return token.lower in SAYING | PREPOSITIONS | JOINING or token.lower.endswith("ing")


def _last_of_any(sentence: Sentence, before: int) -> Subject | None:
    """Fall back on a name behind a preposition; that is a guess."""
    named = [m for m in sentence.mentions if m.end <= before and not m.owned]
    return Subject(mention=named[-1], sure=False) if named else None


def _behind_colon(sentence: Sentence) -> Subject | None:
    """Read 'X: "…"'."""
    for start, _ in sentence.quotes:
        lead = sentence.text[sentence.span[0] : start].rstrip("\0 \"'“‘")
        named = [m for m in subjects(sentence) if m.end <= start]
        if lead.endswith(":") and named:
            return Subject(mention=named[-1])
    return None


def _beside_quote(sentence: Sentence) -> Subject | None:
    """Guess: 'shrugs X' behind a quotation, or the first name of a sentence that quotes a few words."""
    tokens = sentence.tokens
    for _, end in sentence.quotes:
        behind = [n for n, token in enumerate(tokens) if token.start >= end]
        if len(behind) > 1 and re.search(r"(?:s|ed)$", tokens[behind[0]].lower) and not tokens[behind[0]].capital:
            named = next((m for m in subjects(sentence) if m.start > tokens[behind[0]].start), None)
            if named and _leads_to(sentence, behind[1], named):
                return Subject(mention=named)
    first = next((m for m in subjects(sentence) if not m.after_preposition), None)
    pronoun = next((token.lower for token in tokens[:1] if token.lower in PRONOUNS), None)
    if pronoun:
        return Subject(pronoun=pronoun, sure=False)
    if tokens and tokens[0].lower in OWNERS:
        return None
    return Subject(mention=first, sure=False) if first else None
