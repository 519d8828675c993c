"""What a passage is about, in a few of its own words: the rarest runs of words that carry meaning."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

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
    "left right use used using let lets make makes made"
)
_NUMBERS = re.compile(
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty?(?:teen)?(?:-\w+)?|(?:four|six|seven|nine)teen|hundreds?|thousands?|dozens?|\d.*"
)
# What stands before a noun, most often.
_LEADS_NOUN = (DETERMINERS | PREPOSITIONS) - {"to", "by"}
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
        """Go through the runs of words that carry meaning, each cut to the few that end it: there its noun stands."""
        run: list[Token] = []
        for token in tokens_of(self._article.text, start, end):
            apart = run and self._article.text[run[-1].end : token.start] not in {" ", "-"}
            if run and (apart or not self._is_telling(token) or run[-1].possessive):
                yield run[-_LONGEST:]
                run = []
            if self._is_telling(token):
                run = [*run, token]
        if run:
            yield run[-_LONGEST:]

    def _is_telling(self, token: Token) -> bool:
        word = token.lower.replace("’", "'")
        plain = word.split("'")[0]
        small = {word, plain} & (
            NO_NAMES | _EMPTY | COURTESY | DETERMINERS | PRONOUNS | english().light | english().fillers
        )
        name = word in self._names
        return not small and not name and len(word) > 2 and "'" not in word and not _NUMBERS.fullmatch(word)

    def _score(self, run: Sequence[Token]) -> float:
        before = tokens_of(self._article.text, max(0, run[0].start - 20), run[0].start)[-1:]
        is_noun = run[0].capital or any(token.lower in _LEADS_NOUN or token.possessive for token in before)
        return (1.6 if is_noun else 1.0) * (sum(map(self._weight, run)) / len(run) + 0.25 * len(run))

    def _weight(self, token: Token) -> float:
        rarity = math.log((self._count + 1) / self._spread[token.lower]) if self._spread[token.lower] else 0.0
        slight = 0.4 if _MODIFIES.search(token.lower) or token.text[:1].isdigit() else 1.0
        return slight * (0.3 + rarity) * min(len(token.text), 8) / 8

    def _shown(self, run: Sequence[Token]) -> str:
        """Return a run as it is written, with 'the' if that stands before it, and small at a sentence's beginning."""
        text = self._article.text
        start, end = run[0].start, run[-1].end
        phrase = text[start:end]
        if self._begins_sentence(start) and not self._is_name(run[0]):
            phrase = phrase[0].lower() + phrase[1:]
        before = text[max(0, start - 4) : start].casefold()
        return f"the {phrase}" if before == "the " else phrase

    def _begins_sentence(self, at: int) -> bool:
        return bool(re.search(r"(?:^|[.!?:\n])\W*$", self._article.text[max(0, at - 4) : at]))

    def _is_name(self, token: Token) -> bool:
        """Tell whether a word has its capital letter within sentences too."""
        text = self._article.text
        places = re.finditer(rf"\b{re.escape(token.text)}\b", text)
        return token.text.isupper() or any(not self._begins_sentence(place.start()) for place in places)


def _overlap(one: str, other: str) -> bool:
    return bool(set(one.casefold().split()) & set(other.casefold().split()) - {"the"})
