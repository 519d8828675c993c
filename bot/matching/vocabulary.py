"""The words a knowledge base knows: names folded into one, misspelt words repaired."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.matching.lexicon import common_word_near, common_words, is_other_spelling
from bot.matching.lookup import Lookup
from bot.matching.words import LONGEST_WORD, WORD, clean, english, expanded, without_fillers, words
from bot.memory import remembering

# Below this length too many words are one edit apart.
_SHORTEST_REPAIRED = 4
_SHORTEST_TWO_EDITS = 8
_SHORTEST_NEW_START = 7
_CACHED_REPAIRS = 1_000


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question as the engine reads it, and as it was typed."""

    text: str
    typed: str


class _Phrases:
    """Replaces runs of words, the longest first."""

    def __init__(self, replaced: Mapping[tuple[str, ...], tuple[str, ...]]) -> None:
        # By their first word, the longest first.
        self._runs: dict[str, list[tuple[str, ...]]] = {}
        for run in sorted(filter(None, replaced), key=len, reverse=True):
            self._runs.setdefault(run[0], []).append(run)
        self._replaced = replaced

    def replace(self, found: list[str]) -> list[str]:
        if self._runs.keys().isdisjoint(found):
            return found
        replaced: list[str] = []
        at = 0
        while at < len(found):
            run = self._run_at(found, at) if found[at] in self._runs else None
            replaced += self._replaced[run] if run else found[at : at + 1]
            at += len(run) if run else 1
        return replaced

    def _run_at(self, found: list[str], at: int) -> tuple[str, ...] | None:
        for run in self._runs[found[at]]:
            if len(run) == 1 or tuple(found[at : at + len(run)]) == run:
                return run
        return None


class Names:
    """Folds the many names of one thing into the first of them, and adds a person's name to what describes them."""

    def __init__(self, groups: Iterable[Sequence[str]], described: Iterable[tuple[str, Sequence[str]]] = ()) -> None:
        """Take groups of names, as story.yaml lists them under ``aliases``, and (name, descriptions) of people.

        "The Russian foreign minister" stays as it is, because it may be what is asked, and gains "lavrov".
        """
        folds: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._capitals: dict[str, str] = {}
        # The first name of what is also called by this one word.
        self.first: dict[str, str] = {}
        for group in groups:
            for name, parts in [(name, tuple(words(name))) for name in group]:
                if len(parts) == 1 and parts[0] in english().light:
                    # Only capitals tell US and IS from us and is.
                    self._capitals[name] = group[0]
                else:
                    folds[parts] = ("_".join(words(group[0])),)
                    if len(parts) == 1:
                        self.first[parts[0]] = group[0].lower()
                    if len(parts) == 1 and len(parts[0]) >= _SHORTEST_REPAIRED:
                        # "lavrovs line": the apostrophe is left out more often than not.
                        folds.setdefault((f"{parts[0]}s",), folds[parts])
        self._marked = re.compile(rf"\b({'|'.join(map(re.escape, self._capitals))})(?!\w)") if self._capitals else None
        # Every word that any name is made of.
        self.parts = frozenset(part for run in folds for part in run)
        self._folds = _Phrases(folds)
        self._people = _Phrases({})
        self._people = _Phrases(self._descriptions(described))

    def fold(self, found: list[str]) -> list[str]:
        """Return the words with every name in its first form, and people named where they are described."""
        return self._people.replace(self._folds.replace(found))

    def mark_capitals(self, question: str) -> str:
        """Write out names that only capitals tell from a common word: US, IS."""
        if self._marked is None or question.isupper():
            return question
        return self._marked.sub(lambda found: self._capitals[found.group(1)], question)

    def _descriptions(self, described: Iterable[tuple[str, Sequence[str]]]) -> dict[tuple[str, ...], tuple[str, ...]]:
        found: dict[tuple[str, ...], tuple[str, ...]] = {}
        for name, descriptions in described:
            person = tuple(self._folds.replace(words(name)))
            for description in descriptions:
                run = tuple(self._folds.replace(words(self.mark_capitals(description))))
                if run != person:
                    found[run] = (*run, *person)
        return found


class Vocabulary:
    """Reads a question in the words of the knowledge."""

    def __init__(self, counts: Mapping[str, int], names: Names, slips: Lookup | None = None) -> None:
        """Take the words of all phrasings and articles with how often they occur; ``slips`` if they are known."""
        self.names = names
        self._counts = counts
        self._words = tuple(counts)
        # Of each word, and of it less any one letter, the places of the words it comes from (SymSpell's idea).
        self.slips = Lookup.of(_deleted(self._words), np.uint32) if slips is None else slips
        self._by_start: dict[str, list[str]] = {}
        for word in self._counts:
            if len(word) >= _SHORTEST_TWO_EDITS - 1:
                self._by_start.setdefault(word[0], []).append(word)
        self._repaired = remembering(self._repair, _CACHED_REPAIRS)

    @property
    def counts(self) -> Mapping[str, int]:
        """How often each word occurs."""
        return self._counts

    def __contains__(self, word: str) -> bool:
        """Tell whether the knowledge, or plain English as the engine has it, knows a word."""
        return word in self._counts

    def read(self, question: str) -> list[str]:
        """Return the words of a question: names folded, typos repaired, fillers dropped."""
        read = [part for word in self._written(question) for part in self._meant(word)]
        return self.names.fold(without_fillers(read))

    def read_beside(self, question: str) -> list[Word]:
        """Return the words of a question as ``read`` does, each beside what was typed for it."""
        typed = {part: word for word in self._written(question) for part in self._meant(word)}
        return [Word(text, typed.get(text, text)) for text in self.read(question)]

    def _written(self, question: str) -> list[str]:
        return self._joined(words(self.names.mark_capitals(question)))

    def repaired(self, question: str) -> str:
        """Return a question as typed, but for its typos, and without Discord's syntax.

        A name that no phrasing has ("Bashar", "Daesh") becomes the first for the same thing, which phrasings have.
        """
        typed = clean(question)

        def mended(found: re.Match[str]) -> str:
            word = found.group()
            if len(word) > LONGEST_WORD or word in self._counts or expanded(word) != (word,):
                return word
            first = self.names.first.get(word)
            if first and first not in typed:
                return first
            return word if word in self.names.parts else " ".join(self._repaired(word))

        return WORD.sub(mended, typed)

    def _meant(self, word: str) -> tuple[str, ...]:
        return (word,) if word in self._counts or word in self.names.parts else self._repaired(word)

    def _joined(self, found: list[str]) -> list[str]:
        """Join two words that the knowledge writes as one ("air base"), when either alone is unknown."""
        joined: list[str] = []
        for word in found:
            before = joined[-1] if joined else ""
            known = before in self._counts and word in self._counts
            if before and not known and before + word in self._counts:
                joined[-1] = before + word
            else:
                joined.append(word)
        return joined

    def _repair(self, word: str) -> tuple[str, ...]:
        """Return what an unknown word probably is; itself if nothing is near, or if it is a common word."""
        if len(word) < _SHORTEST_REPAIRED or word.isdigit():
            return (word,)
        near = self.one_edit(word)
        if word in common_words():
            return (near if near and is_other_spelling(word, near) else word,)
        near = near or common_word_near(word)
        if near:
            return (near,)
        return self._split(word) or (self._two_edits(word) or word,)

    def one_edit(self, word: str) -> str | None:
        """Return the likeliest known word that is one edit away: a letter changed, lost, added, or two swapped."""
        found = (self._words[at] for at in self.slips.find([word, *_deletions(word)]))
        near = [known for known in found if _is_slip(word, known)]
        # Letters swapped are the surest sign of a typo; then the commoner word.
        return max(near, key=lambda known: (_swapped(word, known), self._counts[known], known), default=None)

    def _two_edits(self, word: str) -> str | None:
        if len(word) < _SHORTEST_TWO_EDITS:
            return None
        near = process.extract(word, self._by_start.get(word[0], ()), scorer=OSA.distance, score_cutoff=2, limit=5)
        return max(near, key=lambda each: (-each[1], self._counts[each[0]], each[0]))[0] if near else None

    def _split(self, word: str) -> tuple[str, str] | None:
        """Split a word that is two known ones run together."""
        for at in range(3, len(word) - 2):
            if word[:at] in self._counts and word[at:] in self._counts:
                return word[:at], word[at:]
        return None


def _is_slip(typed: str, meant: str) -> bool:
    """Tell whether one word is another but for a typing error; typos seldom change how a word begins."""
    if OSA.distance(typed, meant, score_cutoff=1) > 1:
        return False
    return typed[0] == meant[0] or _swapped(typed, meant) or len(typed) >= _SHORTEST_NEW_START


def _swapped(typed: str, meant: str) -> bool:
    return len(typed) == len(meant) and sorted(typed) == sorted(meant)


def _deletions(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def _deleted(known: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield each known word and its one-letter deletions with the word's place."""
    for at, word in enumerate(known):
        if len(word) >= _SHORTEST_REPAIRED and not word.isdigit():
            yield from ((key, at) for key in (word, *_deletions(word)))
