"""Looking up quotes by a few words; only for browsing: a quote that somebody posted is checked exactly, elsewhere."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.matching.words import english, words
from bot.stories import Citation, Entry, Library, Story

_MOST_FOUND = 3
_OWN, _RELATED = 1.0, 0.5
# Next to the best quote, others are worth showing from this share of its score.
_NEARLY_AS_GOOD = 0.75
_SAME_WORD = 80
_SHORTEST_MISSPELT = 4


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote and the story it stands in."""

    story: Story
    citation: Citation

    def overlaps(self, other: Quoted) -> bool:
        """Tell whether two quotes share text."""
        mine, others = self.citation, other.citation
        return self.story.id == other.story.id and mine.start < others.end and others.start < mine.end


class QuoteIndex:
    """Finds quotes by the words in them, their speakers and their topics, typing errors forgiven."""

    def __init__(self, library: Library) -> None:
        """Index every citation of the library once."""
        self._quotes: list[Quoted] = []
        # word -> place in _quotes -> weight
        self._postings: dict[str, dict[int, float]] = defaultdict(dict)
        places: dict[tuple[str, Citation], int] = {}
        for story, entry in library.entries():
            for citation in entry.citations:
                place = places.setdefault((story.id, citation), len(self._quotes))
                if place == len(self._quotes):
                    self._add(Quoted(story, citation))
                self._note(place, _RELATED, _topic_words(story, entry))
        self._rotation = _rotated(self._quotes)

    def search(self, wanted: str) -> list[Quoted]:
        """Return up to three quotes that best match the words, none overlapping another."""
        scores: dict[int, float] = defaultdict(float)
        for word in _carrying(words(wanted)):
            for place, weight in self._places(word).items():
                scores[place] += weight
        ranked = sorted(scores, key=lambda place: (-round(scores[place], 6), *_preference(self._quotes[place])))
        good = [place for place in ranked if scores[place] >= _NEARLY_AS_GOOD * scores[ranked[0]]]
        found: list[Quoted] = []
        for quoted in (self._quotes[place] for place in good):
            if not any(map(quoted.overlaps, found)):
                found.append(quoted)
            if len(found) == _MOST_FOUND:
                break
        return found

    def turn(self, number: int) -> Quoted | None:
        """Return one quote after another, in an order that looks like chance and is always the same."""
        return self._rotation[number % len(self._rotation)] if self._rotation else None

    def _add(self, quoted: Quoted) -> None:
        place = len(self._quotes)
        self._quotes.append(quoted)
        self._note(place, _OWN, words(quoted.citation.quote))
        self._note(place, _OWN, _alias_words(quoted))
        self._note(place, _RELATED, _speaker_words(quoted))
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


def _topic_words(story: Story, entry: Entry) -> list[str]:
    # What the story does not say is filed under topics that its nearest quotes are not about.
    return words(story.topics.get(entry.topic, entry.topic)) if entry.in_story else []


def _speaker_words(quoted: Quoted) -> Iterator[str]:
    speaker = quoted.story.speaker(quoted.citation.speaker) if quoted.citation.speaker else None
    if speaker:
        for text in (*speaker.names, speaker.role or "", speaker.organisation or ""):
            yield from words(text)


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


def _rotated(quotes: list[Quoted]) -> list[Quoted]:
    spoken = [each for each in quotes if each.citation.kind == "quote"] or quotes
    whole: list[Quoted] = []
    for each in sorted(spoken, key=lambda each: (each.story.id, each.citation.start, -each.citation.end)):
        if not whole or not each.overlaps(whole[-1]):
            whole.append(each)
    many = len(whole)
    # A step that shares no factor with the number of quotes visits each of them once.
    step = next((step for step in range(round(many * 0.618), many) if math.gcd(step, many) == 1), 1)
    return [whole[(turn * step) % many] for turn in range(many)]
