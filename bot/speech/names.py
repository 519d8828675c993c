"""The names of an article: runs of words with capital letters, told from the offices before them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.speech.english import (
    BODY_WORDS,
    CLUB_WORDS,
    COMPANY_WORDS,
    COURTESY,
    CROWDS,
    DETERMINERS,
    FIRST_NAMES,
    NAMED_THINGS,
    NAMED_THINGS_WITH_THE,
    NO_NAMES,
    PREPOSITIONS,
    is_listed_role,
    is_role,
    may_begin_title,
    word_set,
)
from bot.speech.records import Span
from bot.speech.tokens import Token

# Small words within a name.
_PARTICLES = word_set("de del della der den di da dos van von zu bin ibn al el la le ter ten")
_JOINED = re.compile(r"(?:al|el|de|d|ben|bin|abu)[-'’][^\W\d_a-z]")
# They end in no "s", and still what follows is a name's: 'the Children's Fund', 'the Fishermen's Union'.
_IRREGULAR_PLURAL = re.compile(r"(?:children|men|people|folk)$")
_AND = " & "
_POSTNOMINAL = word_set("QC KC MP MEP CBE OBE MBE Jr Sr PhD MD")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text: as it is written, its words, and those right before it that say what its bearer is.

    owned: whose it is follows: 'Stott's barrister' mentions Stott as an owner.
    after_preposition: it stands behind 'of', 'at' or the like, and is no subject.
    """

    name: str
    words: tuple[str, ...]
    start: int
    end: int
    role: Span | None
    courtesy: str | None
    is_body: bool
    owned: bool
    after_preposition: bool


class NameFinder:
    """Finds the names in sentences, knowing which words the whole article also has in lower case."""

    def __init__(self, sentences: Sequence[Sequence[Token]]) -> None:
        """Count the words of the whole article: those in lower case, and those with a capital letter for no reason."""
        self._common = Counter(token.lower for tokens in sentences for token in tokens if not token.capital)
        self._named = Counter(token.lower for tokens in sentences for token in tokens[1:] if token.capital)

    def mentions(self, text: str, tokens: Sequence[Token]) -> Iterator[Mention]:
        """Go through the names of one sentence."""
        at = 0
        opens = bool(tokens) and "\0" not in _before(text, tokens[0].start)
        while at < len(tokens):
            end = self._run_end(text, tokens, at, opens=opens and at == 0)
            if end > at:
                mention = self._mention(text, tokens, at, end)
                if mention is not None:
                    yield mention
            at = max(end, at + 1)

    def _run_end(self, text: str, tokens: Sequence[Token], at: int, *, opens: bool) -> int:
        """Return where the run of capitals ends that begins at a token; ``at`` itself if none does.

        opens: the first word of a sentence, which has a capital letter in any case.
        """
        if not tokens[at].capital or (opens and self._is_common(tokens) and not _is_first_name(tokens)):
            return at
        end = at + 1
        while end < len(tokens) and _goes_on(text, tokens, end):
            if not _is_capital(tokens[end]) and not (tokens[end].lower in _PARTICLES and _capital_follows(tokens, end)):
                break
            end += 1
        if at and tokens[at - 1].lower == "the":
            end = self._joined_end(text, tokens, at, end)
        return at if opens and end == at + 1 and not self._named[tokens[at].lower] else end

    def _joined_end(self, text: str, tokens: Sequence[Token], at: int, end: int) -> int:
        """Return where 'the Ward and Clinic Workers' Union' ends: one body's, with the possessive behind its 'and'."""
        if (
            end + 1 >= len(tokens)
            or tokens[end].lower != "and"
            or tokens[end - 1].possessive
            or tokens[end - 1].lower in BODY_WORDS
        ):
            return end
        if not tokens[end + 1].capital or not (
            _adjoins(text, *tokens[end - 1 : end + 1]) and _adjoins(text, *tokens[end : end + 2])
        ):
            return end
        further = self._run_end(text, tokens, end + 1, opens=False)
        return further if any(token.possessive for token in tokens[end + 1 : further - 1]) else end

    def _is_common(self, tokens: Sequence[Token]) -> bool:
        """Tell whether the first word of a sentence is no name: a word that is also written small, or a small word."""
        return tokens[0].lower in NO_NAMES or self._common[tokens[0].lower] > 0

    def _mention(self, text: str, tokens: Sequence[Token], start: int, end: int) -> Mention | None:
        first, courtesy = start, None
        body = tokens[end - 1].lower in BODY_WORDS
        # 'The Sister Rocks Fishermen's Union' has no office before it.
        roles = (
            [] if body and any(token.possessive for token in tokens[start : end - 1]) else _offices(tokens, start, end)
        )
        if roles and roles[-1] + 1 < end:
            first = roles[-1] + 1
        while first < end and tokens[first].lower in COURTESY:
            courtesy, first = tokens[first].lower, first + 1
        while end > first and (tokens[end - 1].text in _POSTNOMINAL or tokens[end - 1].text.isdigit()):
            end -= 1
        named = tokens[first:end]
        if (
            not named
            or all(token.lower in NO_NAMES for token in named)
            or (len(named) == 1 and is_listed_role(named[0].text))
            or _is_thing(tokens, first, end)
        ):
            return None
        role = _role_before(text, tokens, first if not courtesy else _before_courtesy(tokens, first))
        before = tokens[start - 1] if start else None
        name = " ".join(text[named[0].start : named[-1].end].split())
        is_body = (
            any(token.lower in BODY_WORDS for token in named)
            or (len(named) > 1 and named[-1].lower in CLUB_WORDS)
            or (_AND in name and courtesy is None)
            or (before is not None and before.lower == "the" and role is None and courtesy is None)
        )
        return Mention(
            name,
            tuple(name.split()) if _AND in name else tuple(token.text for token in named),
            named[0].start,
            named[-1].end,
            role,
            courtesy,
            is_body,
            named[-1].possessive or _modifies(text, tokens, end),
            _after_preposition(tokens, start, role),
        )


def _before(text: str, start: int) -> str:
    """Return what stands right before a place, in its own paragraph: quoted words, blanked out, may."""
    return text[max(start - 3, 0) : start].rpartition("\n")[2]


def _is_first_name(tokens: Sequence[Token]) -> bool:
    return tokens[0].lower in FIRST_NAMES and len(tokens) > 1 and tokens[1].capital


def _adjoins(text: str, before: Token, after: Token) -> bool:
    """Tell whether only a blank, "&" or an abbreviation's dot stands between two words."""
    between = text[before.end : after.start]
    return between in {" ", _AND} or (between == ". " and (len(before.text) == 1 or before.lower in COURTESY))


def _goes_on(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a name may go on: 'the Parents' Safety League' is one, 'Stott's Barrister' is not."""
    before = tokens[at - 1]
    return _is_of_many(text, tokens, at) if before.possessive else _adjoins(text, before, tokens[at])


def _is_of_many(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the capitals behind the possessive of a plural end with a word for a body."""
    before, end = tokens[at - 1], at
    while end < len(tokens) and tokens[end].capital and (end == at or _adjoins(text, *tokens[end - 1 : end + 1])):
        end += 1
    many = before.text.endswith("s") or bool(_IRREGULAR_PLURAL.search(before.lower))
    return many and any(token.lower in BODY_WORDS for token in tokens[at:end])


def _is_capital(token: Token) -> bool:
    """Tell whether a word is a name's: with a capital letter, its first or that of 'al-Assad'."""
    return token.capital or _JOINED.match(token.text) is not None


def _capital_follows(tokens: Sequence[Token], at: int) -> bool:
    return any(token.capital for token in tokens[at + 1 : at + 3])


def _offices(tokens: Sequence[Token], start: int, end: int) -> list[int]:
    body = tokens[end - 1].lower in BODY_WORDS
    return [n for n in range(start, end) if _is_office(tokens[n], before_body=body and n < end - 1)]


def _is_thing(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Tell whether a name is a place's or a thing's: 'Kerith Strait', 'the Sister Rocks', but not 'Ann Hill'."""
    last, begin = tokens[end - 1].lower, first
    while begin and (tokens[begin - 1].capital or tokens[begin - 1].lower.endswith(("ed", "an", "ern"))):
        begin -= 1
    with_the = begin > 0 and tokens[begin - 1].lower == "the"
    return (end > first + 1 and last in NAMED_THINGS) or (with_the and last in NAMED_THINGS | NAMED_THINGS_WITH_THE)


def _modifies(text: str, tokens: Sequence[Token], end: int) -> bool:
    """Tell whether a name only says whose or what sort of people follow: 'Belmaran officials', 'Ostrel manager X'."""
    if end >= len(tokens) or text[tokens[end - 1].end : tokens[end].start] != " ":
        return False
    noun, after = tokens[end], tokens[end + 1] if end + 1 < len(tokens) else None
    is_verb = after is not None and after.lower in DETERMINERS
    return not noun.capital and (is_role(noun.text) or noun.lower in BODY_WORDS | CROWDS) and not is_verb


def _is_office(token: Token, *, before_body: bool) -> bool:
    """Tell whether a word of a name is an office before it, and no part of a body's: 'the Teachers' Union'."""
    of_many = token.possessive or token.lower.endswith("s")
    return is_role(token.text) and token.lower not in COURTESY and not (before_body and of_many)


def _before_courtesy(tokens: Sequence[Token], first: int) -> int:
    while first and tokens[first - 1].lower in COURTESY:
        first -= 1
    return first


def _role_before(text: str, tokens: Sequence[Token], first: int) -> Span | None:
    """Return the office right before a name: 'State Department spokesman', 'resident', 'Coast Guard Captain'."""
    if not first or not is_role(tokens[first - 1].text) or not _adjoins(text, tokens[first - 1], tokens[first]):
        return None
    begin = first - 1
    if _is_bare_surname(text, tokens, first):
        return tokens[begin].start, tokens[begin].end
    while (
        begin and _belongs_to_role(tokens, begin) and text[tokens[begin - 1].end : tokens[begin].start] in {" ", ". "}
    ):
        begin -= 1
    return tokens[begin].start, tokens[first - 1].end


def _is_bare_surname(text: str, tokens: Sequence[Token], first: int) -> bool:
    """Tell whether the office is only the last word before a surname: 'the United Nations President Obama said'.

    Nobody writes 'the President Obama', so that the article belongs to the words before the office.
    """
    alone = first + 1 == len(tokens) or not tokens[first + 1].capital or not _adjoins(text, *tokens[first : first + 2])
    begin = first - 1
    while begin and tokens[begin - 1].capital and text[tokens[begin - 1].end : tokens[begin].start] == " ":
        begin -= 1
    return alone and 0 < begin < first - 1 and tokens[begin - 1].lower in {"the", "a", "an"}


def _belongs_to_role(tokens: Sequence[Token], begin: int) -> bool:
    """Tell whether the word before ``begin`` is a part of an office: 'Green' of 'Green councillor', but no verb."""
    before = tokens[begin - 1]
    if before.possessive or before.lower in NO_NAMES | COURTESY or before.lower.endswith(("ed", "ly")):
        return False
    return before.capital or not tokens[begin].capital or may_begin_title(before.lower)


def _after_preposition(tokens: Sequence[Token], start: int, role: Span | None) -> bool:
    before = [token for token in tokens[:start] if role is None or token.end <= role[0]]
    while before and before[-1].lower in {"the", "a", "an"}:
        before.pop()
    return bool(before) and before[-1].lower in PREPOSITIONS


def is_short_for(short: Sequence[str], full: Sequence[str]) -> bool:
    """Tell whether words are a shorter form of a name: its last word, its first, or all but its first ones.

    Neither 'Pell' nor 'Norrin' is short for 'Pell & Norrin', nor 'the Arctic' for 'the Arctic Union'.
    """
    if len(short) >= len(full) or _AND.strip() in full:
        return False
    begins = (
        len(short) == 1 and full[0] == short[0] and full[-1].casefold() not in BODY_WORDS - COMPANY_WORDS - CLUB_WORDS
    )
    return tuple(full[-len(short) :]) == tuple(short) or begins
