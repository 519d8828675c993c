"""Speakers without a name: 'the minister', 'a spokesman for the council', 'two people familiar with the talks'."""

from __future__ import annotations

from collections.abc import Sequence

from bot.speech.english import (
    AUXILIARIES,
    BODY_WORDS,
    COMPANIES,
    COUNTS,
    CROWDS,
    DETERMINERS,
    HELPERS,
    JOINING,
    LIGHT_WORDS,
    PREPOSITIONS,
    SAYING,
    THINGS,
    is_role,
)
from bot.speech.sentences import Sentence, Subject, apart
from bot.speech.tokens import Token

_MOST_WORDS = 6
_LONGEST_OPENING = 4
_CLAUSES = frozenset({"and", "but", "when", "while", "because", "if"})


def described(sentence: Sentence, first: int) -> Subject | None:
    """Read 'the minister', 'a spokesman for the council' from its first word on."""
    tokens = sentence.tokens
    start = first
    while first < len(tokens) and (tokens[first].lower in DETERMINERS or tokens[first].possessive):
        first += 1
    # "Said the boy's mother": she is called by whose she is.
    owned = any(token.possessive and not token.capital for token in tokens[start:first])
    named = start + (tokens[start].lower in DETERMINERS) if owned else first
    head = next((n for n in range(first, min(first + 4, len(tokens))) if _can_speak(tokens[n])), None)
    if head is None or any(apart(sentence, n, n + 1) for n in range(start, head)):
        return None
    end = _with_its_of(sentence, head)
    return Subject(description=(tokens[named].start, tokens[end].end), head=tokens[head].lower)


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
            or apart(sentence, at - 1, at)
        ):
            return None
        if token.lower in THINGS or token.lower in COMPANIES or _can_speak(token):
            return Subject(description=(tokens[1].start, token.end), head=token.lower)
    return None


def description_ending(sentence: Sentence, near: int) -> Subject | None:
    """Read 'the prime minister' or 'a spokesman for the council' that ends right before a verb."""
    tokens = sentence.tokens
    begin = near
    while begin and not apart(sentence, begin - 1, begin) and not _begins_noun(tokens, begin):
        begin -= 1
    return _between(sentence, begin, near) or _before_who(sentence, near)


def _before_who(sentence: Sentence, near: int) -> Subject | None:
    """Read 'Two people who know the talks' at the beginning of a sentence."""
    tokens = sentence.tokens
    who = next((n for n in range(1, near) if tokens[n].lower == "who"), None)
    if who is None or any(apart(sentence, n, n + 1) for n in range(near)):
        return None
    return _between(sentence, 0, who - 1)


def description_before_aside(sentence: Sentence, near: int) -> Subject | None:
    """Read 'Two people familiar with the talks, who asked not to be named, said': a verb behind an aside in commas."""
    tokens = sentence.tokens
    if near + 1 >= len(tokens) or not _comma(sentence, near):
        return None
    begin = _behind_quote(sentence, near)
    end = next((n for n in range(begin, near) if _comma(sentence, n)), None)
    if end is None or any(token.lower in AUXILIARIES | SAYING for token in tokens[begin : end + 1]):
        return None
    return _between(sentence, begin, end)


def shared_description(sentence: Sentence) -> Subject | None:
    """Read 'The parents' trust' at the beginning of 'The parents' trust disputes this, saying that …'."""
    head = next((n for n in range(min(_MOST_WORDS, len(sentence.tokens))) if _speaks(sentence.tokens, n)), None)
    if head is None or any(apart(sentence, n, n + 1) or sentence.tokens[n].lower in PREPOSITIONS for n in range(head)):
        return None
    return _between(sentence, 0, head)


def _between(sentence: Sentence, begin: int, end: int) -> Subject | None:
    """Return whom words describe, if a noun for somebody stands before what a preposition adds."""
    tokens = sentence.tokens
    begin += tokens[begin].lower in JOINING | {"and"}
    begin = _less_time(tokens, begin, end)
    words = range(begin, end + 1)
    if len(words) > 1 and tokens[end].lower == "them" and tokens[begin].lower in COUNTS | {"another"}:
        return Subject(description=(tokens[begin].start, tokens[end].end), head="them")
    preposition = next((n for n in words if tokens[n].lower in PREPOSITIONS), end + 1)
    head = next((n for n in reversed(range(begin, preposition)) if _speaks(tokens, n)), None)
    if head is None or end - begin > 2 * _MOST_WORDS or any(tokens[n].lower in _CLAUSES for n in words):
        return None
    first = begin + (tokens[begin].lower in DETERMINERS)
    return Subject(description=(tokens[first].start, tokens[end].end), head=tokens[head].lower)


def _less_time(tokens: Sequence[Token], begin: int, end: int) -> int:
    """Return where a description begins behind a time: at 'the panel' of 'Last year the panel'."""
    if tokens[begin].lower not in {"last", "this", "next", "yesterday", "today"}:
        return begin
    return next((n for n in range(begin + 1, end) if tokens[n].lower in {"the", "a", "an"}), begin)


def _can_speak(token: Token) -> bool:
    return not token.capital and _is_speaker(token)


def _is_speaker(token: Token) -> bool:
    return is_role(token.text) or token.lower in BODY_WORDS | CROWDS


def _speaks(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word is for somebody: a small one, or the first of a sentence, as in 'Police said'."""
    if tokens[at].possessive or not _is_speaker(tokens[at]):
        return False
    return not tokens[at].capital or (at == 0 and len(tokens) > 1 and not tokens[1].capital)


def _comma(sentence: Sentence, at: int) -> bool:
    """Tell whether a comma stands right behind a word."""
    token = sentence.tokens[at]
    end = token.end + 2 * token.possessive
    return sentence.text[token.end : end + 1].lstrip("'’s")[:1] == ","


def _behind_quote(sentence: Sentence, near: int) -> int:
    """Return where the words behind the last quotation before a word begin, 0 if there is none."""
    quoted = max((end for _, end in sentence.quotes if end <= sentence.tokens[near].start), default=0)
    return next((n for n, token in enumerate(sentence.tokens) if token.start >= quoted), 0)


def _with_its_of(sentence: Sentence, head: int) -> int:
    """Return the last word of a description that goes on with 'for the council'."""
    tokens = sentence.tokens
    if (
        head + 1 >= len(tokens)
        or tokens[head + 1].lower not in {"for", "of", "from"}
        or apart(sentence, head, head + 1)
    ):
        return head
    end = head + 1
    while end + 1 < len(tokens) and not apart(sentence, end, end + 1) and tokens[end + 1].lower not in SAYING | HELPERS:
        end += 1
    return end if end - head <= _MOST_WORDS else head


def _begins_noun(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a description begins here: with a determiner that no preposition stands before."""
    if tokens[at].lower in DETERMINERS:
        return at == 0 or tokens[at - 1].lower not in PREPOSITIONS
    before = tokens[at - 1].lower
    return before in LIGHT_WORDS - DETERMINERS - PREPOSITIONS - COUNTS or before in SAYING
