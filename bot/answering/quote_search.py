"""Looking up quotes by a few words; only for browsing: a quote that somebody posted is checked exactly, elsewhere."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz, process

from bot.answering.quotes import Catalogue, Quoted, without_owners
from bot.answering.topics import label_of
from bot.matching.words import english, words

_OWN, _RELATED = 1.0, 0.5
_SAME_WORD = 80
_SHORTEST_MISSPELT = 4


class QuoteIndex:
    """Finds quotes by the words in them, their speakers and their topics, typing errors forgiven."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Index every quote of the catalogue once."""
        self._quotes = catalogue.quotes
        # word -> place in _quotes -> weight
        self._postings: dict[str, dict[int, float]] = defaultdict(dict)
        for place, quoted in enumerate(self._quotes):
            self._add(place, quoted)
        self._rotation = _rotated(self._quotes)

    def search(self, wanted: str, most: int = 3, nearly: float = 0.75) -> list[Quoted]:
        """Return the quotes that best match the words, none overlapping another.

        nearly: next to the best quote, others are worth showing from this share of its score.
        """
        scores: dict[int, float] = defaultdict(float)
        for word in _carrying(words(wanted)):
            for place, weight in self._places(word).items():
                scores[place] += weight
        ranked = sorted(scores, key=lambda place: (-round(scores[place], 6), *_preference(self._quotes[place])))
        good = [place for place in ranked if scores[place] >= nearly * scores[ranked[0]]]
        found: list[Quoted] = []
        for quoted in (self._quotes[place] for place in good):
            if not any(map(quoted.overlaps, found)):
                found.append(quoted)
            if len(found) == most:
                break
        return found

    def turn(self, number: int) -> Quoted | None:
        """Return one quote after another, in an order that looks like chance and is always the same."""
        return self._rotation[number % len(self._rotation)] if self._rotation else None

    def _add(self, place: int, quoted: Quoted) -> None:
        self._note(place, _OWN, words(quoted.citation.quote))
        self._note(place, _OWN, _alias_words(quoted))
        self._note(place, _RELATED, _speaker_words(quoted))
        self._note(place, _RELATED, _topic_words(quoted))
        if quoted.citation.speaker:
            self._note(place, _OWN, words(quoted.citation.speaker))

    def _note(self, place: int, weight: float, found: Iterable[str]) -> None:
        for word in found:
            self._postings[word][place] = max(weight, self._postings[word].get(place, 0.0))

    def _places(self, word: str) -> dict[int, float]:
        """Return where a word stands, rare words weighing more; a misspelt word stands where its nearest does."""
        likely = [word] if word in self._postings else self._nearest(word)
        best: dict[int, float] = {}
        for each in likely:
            rarity = math.log(1 + len(self._quotes) / len(self._postings[each]))
            likeness = fuzz.ratio(word, each) / 100
            for place, weight in self._postings[each].items():
                best[place] = max(best.get(place, 0.0), weight * rarity * likeness)
        return best

    def _nearest(self, word: str) -> list[str]:
        if len(word) < _SHORTEST_MISSPELT:
            return []
        near = process.extract(word, list(self._postings), scorer=fuzz.ratio, score_cutoff=_SAME_WORD, limit=3)
        return [each for each, _, _ in near]


def _carrying(found: list[str]) -> list[str]:
    light = english().light | english().fillers
    return [word for word in found if word not in light] or found


def _topic_words(quoted: Quoted) -> Iterator[str]:
    for topic in quoted.topics:
        yield from words(label_of(quoted.story, topic))


def _speaker_words(quoted: Quoted) -> Iterator[str]:
    speaker = quoted.story.speaker(quoted.citation.speaker) if quoted.citation.speaker else None
    if speaker:
        for text in (*speaker.names, speaker.role or "", speaker.organisation or ""):
            yield from words(without_owners(text))


def _alias_words(quoted: Quoted) -> Iterator[str]:
    for group in quoted.story.aliases:
        # Case counts: IS is a name, "is" is not.
        if any(re.search(rf"\b{re.escape(name)}(?!\w)", quoted.citation.quote) for name in group):
            for name in group:
                yield from words(name)


def _preference(quoted: Quoted) -> tuple[bool, int, int]:
    """Sort spoken words first, then whole sentences before parts of them."""
    citation = quoted.citation
    return citation.kind != "quote", citation.start - citation.end, citation.start


def _rotated(quotes: Sequence[Quoted]) -> list[Quoted]:
    spoken = [each for each in quotes if each.citation.kind == "quote"] or quotes
    whole: list[Quoted] = []
    for each in sorted(spoken, key=lambda each: (each.story.id, each.citation.start, -each.citation.end)):
        if not whole or not each.overlaps(whole[-1]):
            whole.append(each)
    many = len(whole)
    # A step that shares no factor with the number of quotes visits each of them once.
    step = next((step for step in range(round(many * 0.618), many) if math.gcd(step, many) == 1), 1)
    return [whole[(turn * step) % many] for turn in range(many)]
