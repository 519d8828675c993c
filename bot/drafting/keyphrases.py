"""What a passage is about, in a few of its own words: the rarest runs of words that carry meaning."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bot.answering.quotecheck.vocabulary import HELPERS
from bot.drafting.verbs import is_verb
from bot.matching.words import english
from bot.numerals import NUMERALS, ORDINALS
from bot.speech.english import COURTESY, DETERMINERS, NO_NAMES, PREPOSITIONS, PRONOUNS, word_set
from bot.speech.tokens import Token, tokens_of
from bot.stories import Article

_LONGEST = 3
_LONGEST_OWNER = 30
_EMPTY = word_set(
    "like going goes went come comes came take takes took put puts keep keeps kept try tries tried need needs "
    "needed look looks looked thing things lot bit way ways kind sort time times day days week weeks month "
    "months year years ago long last next first second new old good bad big small great little much many every "
    "each whole full real sure never always often already still also too very quite really almost nearly well "
    "even ever back away together alone people person man men woman women everybody anybody part place start "
    "started begin began end ended stop stopped happen happened happens become became seem seems turn turned "
    "late early half third quarter "
    "left right use used using let lets make makes made present others office hour hours minute minutes rest none "
    "million billion trillion percent cent noon midnight morning evening night p.m. a.m. within without through during "
    "below above behind beyond despite except across along toward towards outside inside upon amid familiar only "
    "cannot twice whoever whatever agree agrees belong belongs sake"
)
# They end nothing that is named.
_ADJECTIVES = word_set(
    "national international regional local public private central general eldest longer higher lower upper "
    "cubic active best worst young elderly disciplinary misleading wrong right own such late common similar "
    "several eighth narrowest widest deepest largest whole"
)
# These mean the text that is asked about.
_ITSELF = word_set("story article")
_NUMBERS = re.compile(
    rf"(?:{'|'.join((*NUMERALS, *ORDINALS))})(?:-\w+)?|\w+(?:teen|ie)th|hundreds?|thousands?|dozens?|\d.*"
)
# What stands before a noun, most often; "that" rather before a verb, as in "the part that stores landmarks".
_LEADS_NOUN = (DETERMINERS | PREPOSITIONS) - {"to", "by", "that"}
_RELATIVES = word_set("who which that")
_TOLD = word_set("told tell tells")
_COUNTS = word_set("no any some more two three four five six seven eight nine ten")
_AFTER_NOUN = word_set("of for in on at is are was were has have had will would could can must")
_AFTER_VERB = (DETERMINERS | PRONOUNS | word_set("that if them him me us")) - {"one", "another"}
_BEFORE_VERB = PRONOUNS | HELPERS | word_set("to who not never them us him")
# What mostly ends no noun.
_NO_NOUN = re.compile(
    r"(?:ed|ly|ous|ful|able|ible|ive|iest"
    r"|(?:near|lat|bigg|old|hard|larg|high|low|strong|young|small|great|long|short|fast|clos|new)est)$"
)
_MODIFIES = re.compile(r"(?:ly|ed|ing)$")


class KeyPhrases:
    """Finds key phrases by how rare their words are in the whole article."""

    def __init__(self, article: Article, names: Iterable[str] = ()) -> None:
        """Count in how many paragraphs each word stands; ``names`` and offices are nothing to speak about."""
        self._article = article
        self._count = max(len(article.paragraphs), 1)
        self._spread = Counter(
            word for each in article.paragraphs for word in {token.lower for token in tokens_of(each.text)}
        )
        self._names = {word.casefold() for name in names for word in name.split()}

    def of(self, spans: Sequence[tuple[int, int]]) -> list[str]:
        """Return the key phrases of some slices, the most telling first, none of them a part of another."""
        scored = [(self._score(run), run) for start, end in spans for run in self._runs(start, end)]
        ordered = [run for _, run in sorted(scored, key=lambda pair: -pair[0])]
        found: list[str] = []
        # A noun alone, of no more than one thing, asks for nothing: "What does the story say about request?"
        for run in [run for run in ordered if self._is_whole(run)] or ordered[:1]:
            phrase = self._shown(run)
            if not any(_overlap(phrase, other) for other in found):
                found.append(phrase)
        return found

    def _runs(self, start: int, end: int) -> Iterator[list[Token]]:
        """Go through the runs of words that carry meaning and name something, each cut to the few that end it."""
        tokens = tokens_of(self._article.text, start, end)
        run: list[int] = []
        for at in range(len(tokens) + 1):
            token = tokens[at] if at < len(tokens) else None
            apart = run and token and self._is_apart(tokens[run[-1]], token)
            if run and (token is None or apart or not self._is_telling(token) or _owns(tokens[run[-1]], token)):
                if named := self._named(tokens, run):
                    yield named
                run = []
            if token is not None and self._is_telling(token):
                run.append(at)

    def _is_apart(self, one: Token, other: Token) -> bool:
        """Tell whether more than a blank, a hyphen or a possessive's ending stands between two words."""
        between = self._article.text[one.end : other.start]
        return between not in {" ", "-"} and not (one.possessive and between.strip("'’s") == " ")

    def _named(self, tokens: Sequence[Token], run: Sequence[int]) -> list[Token]:
        """Return the words of a run that name something: less a verb at its end, nothing if no noun stands there."""
        before = tokens[run[0] - 1] if run[0] else None
        after = tokens[run[-1] + 1] if run[-1] + 1 < len(tokens) else None
        counted = before is not None and (before.lower in _COUNTS or before.text[:1].isdigit())
        leads = counted or (before is not None and (before.lower in _LEADS_NOUN or before.possessive))
        if counted and not tokens[run[0]].capital and (many := [at for at in run if tokens[at].lower.endswith("s")]):
            # "3,000 boats pass below": what is counted ends the noun.
            run = [at for at in run if at <= many[0]]
        follows = after is not None and not self._apart(tokens[run[-1]], after)
        if before is not None and before.lower in _BEFORE_VERB:
            run = ()
        elif follows and after and after.lower in _AFTER_VERB and not (leads and after.lower == "that"):
            # "the closure accuse the mayor": what has an object behind it is a verb.
            run = run[:-1] if leads else ()
        elif not leads and not (follows and after and after.lower in _AFTER_NOUN):
            run = () if not any(tokens[at].capital for at in run[1:]) else run
        if before is not None and before.lower in _RELATIVES:
            run = ()
        return _cut(tokens, run)

    def _apart(self, one: Token, other: Token) -> bool:
        return self._article.text[one.end : other.start] != " "

    def _is_telling(self, token: Token) -> bool:
        word = token.lower.replace("’", "'")
        plain = word.split("'")[0]
        # "Weather Office" is a name, whatever "office" says.
        empty = frozenset() if token.capital and self._is_name(token) else _EMPTY
        small = {word, plain} & (
            NO_NAMES | empty | COURTESY | DETERMINERS | PRONOUNS | english().light | english().fillers
        )
        name = word in self._names
        return (
            not small
            and not name
            and word not in PREPOSITIONS
            and len(word) > 2
            and "'" not in word
            and not _NUMBERS.fullmatch(word)
        )

    def _score(self, run: Sequence[Token]) -> float:
        before = tokens_of(self._article.text, max(0, run[0].start - 20), run[0].start)[-1:]
        is_noun = run[0].capital or any(token.lower in _LEADS_NOUN or token.possessive for token in before)
        return (1.6 if is_noun else 1.0) * (sum(map(self._weight, run)) / len(run) + 0.25 * len(run))

    def _weight(self, token: Token) -> float:
        rarity = math.log((self._count + 1) / self._spread[token.lower]) if self._spread[token.lower] else 0.0
        slight = 0.4 if _MODIFIES.search(token.lower) or token.text[:1].isdigit() else 1.0
        return slight * (0.3 + rarity) * min(len(token.text), 8) / 8

    def _is_whole(self, run: Sequence[Token]) -> bool:
        """Tell whether a run needs no "the" that it does not have: several words, a plural, a name, or "the" one."""
        return len(run) > 1 or run[0].lower.endswith("s") or self._is_name(run[0]) or bool(self._lead(run))

    def _lead(self, run: Sequence[Token]) -> str:
        """Return what is said before a run: whose it is, 'the' for what has a determiner, or nothing."""
        text = self._article.text
        before = tokens_of(text, max(0, run[0].start - _LONGEST_OWNER), run[0].start)[-1:]
        if not before or text[before[0].end : run[0].start].strip("'’s "):
            return ""
        if before[0].possessive:
            alone = not re.search(r"[A-Z][\w'’-]*\s$", text[: before[0].start])
            return text[before[0].start : run[0].start] if alone and self._is_name(before[0]) else "the "
        return "the " if before[0].lower in DETERMINERS else ""

    def _shown(self, run: Sequence[Token]) -> str:
        """Return a run as it is written, with 'the' if it has an article, and small at a sentence's beginning."""
        text = self._article.text
        start, end = run[0].start, run[-1].end
        phrase = text[start:end]
        if self._begins_sentence(start) and not self._is_name(run[0]):
            phrase = phrase[0].lower() + phrase[1:]
        alone = len(run) == 1 and not self._is_whole(run)
        return f"{'the ' if alone else self._lead(run)}{phrase}"

    def _begins_sentence(self, at: int) -> bool:
        return bool(re.search(r"(?:^|[.!?:\n])\W*$", self._article.text[max(0, at - 4) : at]))

    def _is_name(self, token: Token) -> bool:
        """Tell whether a word has its capital letter within sentences too."""
        text = self._article.text
        if not token.capital:
            return False
        places = re.finditer(rf"\b{re.escape(token.text)}\b", text)
        return token.text.isupper() or any(not self._begins_sentence(place.start()) for place in places)


def _overlap(one: str, other: str) -> bool:
    return bool(set(one.casefold().split()) & set(other.casefold().split()) - {"the"})


def _owns(token: Token, following: Token) -> bool:
    """Tell whether a run ends with a possessive: not where a name goes on, as in 'Growers' Union'."""
    return token.possessive and not (token.capital and following.capital)


def _cut(tokens: Sequence[Token], run: Sequence[int]) -> list[Token]:
    """Return the last words of a run up to a verb within it, less what ends no noun; all of a name's."""
    words = [tokens[at] for at in run]
    if words and run[0] > 1 and tokens[run[0] - 2].lower in _TOLD:
        # "Told the court lawmakers had meant it": whom it is told is nothing to speak about.
        return []
    verb = next((n for n, word in enumerate(words) if n and not word.capital and is_verb(word.lower)), len(words))
    words = words[:verb]
    if not all(word.capital for word in words):
        words = words[-_LONGEST:]
    while words and not words[-1].capital and _is_no_noun(words[-1].lower):
        words = words[:-1]
    return [] if not words or words[-1].lower in _ITSELF else words


def _is_no_noun(word: str) -> bool:
    return _NO_NOUN.search(word) is not None or word in _ADJECTIVES or is_verb(word)
