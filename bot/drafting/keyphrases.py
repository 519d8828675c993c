"""What a passage is about, in a few of its own words: the rarest runs of words that carry meaning."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bot.answering.quotecheck.vocabulary import HELPERS
from bot.matching.words import english
from bot.speech.english import COURTESY, DETERMINERS, NO_NAMES, PREPOSITIONS, PRONOUNS, word_set
from bot.speech.tokens import Token, tokens_of
from bot.stories import Article

_LONGEST = 3
_EMPTY = word_set(
    "like going goes went come comes came take takes took put puts keep keeps kept try tries tried need needs "
    "needed look looks looked thing things lot bit way ways kind sort time times day days week weeks month "
    "months year years ago long last next first second new old good bad big small great little much many every "
    "each whole full real sure never always often already still also too very quite really almost nearly well "
    "even ever back away together alone people person man men woman women everybody anybody part place start "
    "started begin began end ended stop stopped happen happened happens become became seem seems turn turned "
    "late early half third quarter "
    "left right use used using let lets make makes made present others office hour hours minute minutes"
)
# These mean the text that is asked about.
_ITSELF = word_set("story article")
_NUMBERS = re.compile(
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty?(?:teen)?(?:-\w+)?|(?:four|six|seven|nine)teen|hundreds?|thousands?|dozens?|\d.*"
)
# What stands before a noun, most often.
_LEADS_NOUN = (DETERMINERS | PREPOSITIONS) - {"to", "by"}
_COUNTS = word_set("no any some more two three four five six seven eight nine ten")
_AFTER_NOUN = word_set("of for in on at is are was were has have had will would could can must")
_AFTER_VERB = (DETERMINERS | PRONOUNS | word_set("that if them him me us")) - {"one", "another"}
_BEFORE_VERB = PRONOUNS | HELPERS | word_set("to who not never")
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
        found: list[str] = []
        for _, run in sorted(scored, key=lambda pair: -pair[0]):
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
            apart = run and token and self._article.text[tokens[run[-1]].end : token.start] not in {" ", "-"}
            if run and (token is None or apart or not self._is_telling(token) or tokens[run[-1]].possessive):
                if named := self._named(tokens, run):
                    yield named
                run = []
            if token is not None and self._is_telling(token):
                run.append(at)

    def _named(self, tokens: Sequence[Token], run: Sequence[int]) -> list[Token]:
        """Return the words of a run that name something: less a verb at its end, nothing if no noun stands there."""
        before = tokens[run[0] - 1] if run[0] else None
        after = tokens[run[-1] + 1] if run[-1] + 1 < len(tokens) else None
        counted = before is not None and (before.lower in _COUNTS or before.text[:1].isdigit())
        leads = counted or (before is not None and (before.lower in _LEADS_NOUN or before.possessive))
        if counted and (many := [at for at in run if tokens[at].lower.endswith("s")]):
            # "3,000 boats pass below": what is counted ends the noun.
            run = [at for at in run if at <= many[0]]
        follows = after is not None and not self._apart(tokens[run[-1]], after)
        if before is not None and before.lower in _BEFORE_VERB:
            run = ()
        elif follows and after and after.lower in _AFTER_VERB:
            # "the closure accuse the mayor": what has an object behind it is a verb.
            run = run[:-1] if leads else ()
        elif not leads and not (follows and after and after.lower in _AFTER_NOUN):
            run = () if not any(tokens[at].capital for at in run[1:]) else run
        words = [tokens[at] for at in run[-_LONGEST:]]
        return [] if not words or _NO_NOUN.search(words[-1].lower) or words[-1].lower in _ITSELF else words

    def _apart(self, one: Token, other: Token) -> bool:
        return self._article.text[one.end : other.start] != " "

    def _is_telling(self, token: Token) -> bool:
        word = token.lower.replace("’", "'")
        plain = word.split("'")[0]
        small = {word, plain} & (
            NO_NAMES | _EMPTY | COURTESY | DETERMINERS | PRONOUNS | english().light | english().fillers
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

    def _shown(self, run: Sequence[Token]) -> str:
        """Return a run as it is written, with 'the' if it has an article, and small at a sentence's beginning."""
        text = self._article.text
        start, end = run[0].start, run[-1].end
        phrase = text[start:end]
        if self._begins_sentence(start) and not self._is_name(run[0]):
            phrase = phrase[0].lower() + phrase[1:]
        before = tokens_of(text, max(0, start - 12), start)[-1:]
        known = any(each.lower in DETERMINERS and text[each.end : start] == " " for each in before)
        return f"the {phrase}" if known else phrase

    def _begins_sentence(self, at: int) -> bool:
        return bool(re.search(r"(?:^|[.!?:\n])\W*$", self._article.text[max(0, at - 4) : at]))

    def _is_name(self, token: Token) -> bool:
        """Tell whether a word has its capital letter within sentences too."""
        text = self._article.text
        places = re.finditer(rf"\b{re.escape(token.text)}\b", text)
        return token.text.isupper() or any(not self._begins_sentence(place.start()) for place in places)


def _overlap(one: str, other: str) -> bool:
    return bool(set(one.casefold().split()) & set(other.casefold().split()) - {"the"})
