"""What the engine learns from: every phrasing of every entry, read once, and the parts held out to calibrate."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import chain
from zlib import crc32

import numpy as np

from bot.matching import kinds
from bot.matching.centres import Centres
from bot.matching.elsewhere import elsewhere
from bot.matching.evidence import ByMeaning, ByWords, Evidence, telling_texts
from bot.matching.features import concepts, stem
from bot.matching.follow_ups import Asked, asked_next, following
from bot.matching.lexicon import common_words
from bot.matching.lookup import Lookup
from bot.matching.meanings import Meanings
from bot.matching.vocabulary import Names, Vocabulary
from bot.matching.words import asking_words, clean, english, words
from bot.stories import Entry, Library, Speaker

# Held out: every fifth phrasing and follow-up, and every eighth entry whole, so that its questions are new in kind.
_PHRASING_FOLD = 5
_ENTRY_FOLD = 8
_MOST_HELD_OUT = 2_000
# Encoding takes a millisecond or two a phrasing, once.
_MOST_ENCODED = 50_000
# A phrasing's word that is no common English one, and this much rarer than one that is an edit away, is a typo.
_RARER, _RARER_IF_SHORT, _COMMON, _SHORTEST_TYPO, _LONG = 12, 60, 12, 4, 5
# A head of many entries costs terms x entries x 4 bytes: there the index serves.
MOST_HEAD_ENTRIES = 2_000
# Of fewer, likeness tells more than a head learns, and too few can be held out (tests/bench/few_phrasings.py).
_FEWEST_PHRASINGS, _FEWEST_ENTRIES, _FEWEST_AN_ENTRY = 150, 10, 5
# Fewer are learnt in less time than a process takes to start.
_MANY_PHRASINGS = 1_500
_LEAST_ODD, _MOST_ODD = -2.0, 3.0
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Split:
    """Rows to learn from, rows held out, the same of follow-ups, and which entries are held out whole."""

    kept: np.ndarray
    kept_next: np.ndarray
    held: np.ndarray
    held_next: np.ndarray
    gone: np.ndarray


class Material:
    """The phrasings of a library: words, meanings, and the number of the class that each belongs to.

    A class is an entry, by its place in ``owned``. Where there are near entries, one class more holds what people say
    that is no question about any story.
    """

    def __init__(
        self,
        library: Library,
        meanings: Meanings | None = None,
        follow_ups: Callable[[], tuple[Asked, ...]] | None = None,
    ) -> None:
        """Read every phrasing once, and every follow-up unless somebody else gives them read.

        Without ``meanings``, and where there are too many phrasings to encode, a meaning has no coordinates.
        """
        self.owned = tuple(library.entries())
        self.in_story = classes_in_story(library)
        self.names = names_of(library)
        self.people = frozenset(
            word
            for story in library.stories
            for person in story.persons
            for word in self.names.fold(words(person.name))
        )
        phrasings = [(at, question) for at, (_, entry) in enumerate(self.owned) for question in entry.questions]
        if len(self.in_story) > len(self.owned):
            phrasings += [(len(self.owned), message) for message in elsewhere()]
        self.labels = np.array([at for at, _ in phrasings], np.int64)
        self._articles = [self._read(story.article.text) for story in library.stories]
        read = [self._read(question) for _, question in phrasings]
        leaning = follow_ups() if follow_ups else asked_next(self.owned, self._read)
        fixes = self._fixes([*read, *(each.words for each in leaning)])
        self.words = [_fixed(found, fixes) for found in read]
        self.asked_next = tuple(replace(each, words=_fixed(each.words, fixes)) for each in leaning)
        self.labels_next = np.array([each.label for each in self.asked_next], np.int64)
        self.encoded = meanings is not None and len(phrasings) <= _MOST_ENCODED
        asked = [
            clean(text) for text in chain((text for _, text in phrasings), (each.text for each in self.asked_next))
        ]
        points = np.zeros((len(asked), 0), np.float32)
        if meanings is not None and self.encoded:
            points = meanings.of_phrasings([*asked, *telling_texts(self.owned)])
        # Of the phrasings, of the follow-ups, and of what entries rest on.
        self.meanings, self.meanings_next, self._meanings_told = np.split(points, [len(phrasings), len(asked)])

    @cached_property
    def centres(self) -> Centres | None:
        """Where the entries lie by meaning, None without an encoder."""
        return Centres.of(self.meanings, self.labels) if self.encoded else None

    @cached_property
    def evidence(self) -> Evidence:
        """What the answerable entries rest on, by meaning where there is an encoder."""
        if self.encoded:
            return ByMeaning.of(self.owned, telling_texts(self.owned), self._meanings_told, len(self.in_story))
        here = zip(self._evidence_roots, self.in_story, strict=True)
        return ByWords.of([roots if in_story else set() for roots, in_story in here], len(self.in_story))

    def phrasings(self) -> Lookup:
        """Return which entries have a phrasing's words."""
        pairs = zip(self.labels.tolist(), self.words, strict=True)
        return Lookup.of((" ".join(read), label) for label, read in pairs if label < len(self.owned))

    def followed(self) -> Lookup:
        """Return which entries have a follow-up's words, each with what it comes after."""
        return Lookup.of(
            (following((story.id, each.after), each.question), at)
            for at, (story, entry) in enumerate(self.owned)
            for each in entry.follow_ups
        )

    def vocabulary(self) -> Vocabulary:
        """Return the words of phrasings and articles, and those of english.yaml."""
        return Vocabulary(self._counts([*self.words, *(each.words for each in self.asked_next)]), self.names)

    def _counts(self, phrasings: list[list[str]]) -> dict[str, int]:
        general = (*english().fillers, *english().light, *(word for group in english().synonyms for word in group))
        extra = {part: 0 for word in general for part in words(word)}
        return extra | Counter(word for found in (*phrasings, *self._articles) for word in found)

    def _fixes(self, phrasings: list[list[str]]) -> dict[str, str]:
        """Return what odd words that are an edit from a common one mean: curators put typos into phrasings on purpose.

        Left in, a typo would be a word of its own, and a reader's same typo would miss what it stands for.
        """
        counts = self._counts(phrasings)
        safe = {word for found in self._articles for word in found}.union(common_words())
        common = Vocabulary({word: count for word, count in counts.items() if count >= _COMMON}, self.names)
        odd = (word for word, count in counts.items() if count and word not in safe and len(word) >= _SHORTEST_TYPO)
        return {word: fix for word in odd if (fix := common.one_edit(word)) and _surely_meant(word, fix, counts)}

    def roots(self, rows: np.ndarray) -> list[set[str]]:
        """Return the stems that each class has in these phrasings."""
        found: list[set[str]] = [set() for _ in self.in_story]
        for row, label in zip(rows.tolist(), self.labels[rows].tolist(), strict=True):
            found[label].update(self.words[row])
        return [set(map(stem, each)) for each in found]

    def known_roots(self, roots: list[set[str]]) -> list[set[str]]:
        """Return the stems and concepts that each class knows, from its phrasings' stems, its answer and its quotes."""
        known = [own | told for own, told in zip(roots, self._evidence_roots, strict=True)]
        groups = concepts()
        for found in known:
            found.update([concept for root in found if root in groups for concept in groups[root]])
        return known

    @cached_property
    def _evidence_roots(self) -> list[set[str]]:
        """The stems of each class's answer and quotes."""
        found: list[set[str]] = [set() for _ in self.in_story]
        for roots, (_, entry) in zip(found, self.owned, strict=False):
            for text in (entry.answer, *(citation.quote for citation in entry.citations)):
                roots.update(stem(word) for word in self._read(text))
        return found

    @cached_property
    def people_named(self) -> list[frozenset[str]]:
        """For each entry, the people who speak or are named in its quotes."""
        texts = (" ".join(f"{each.speaker or ''} {each.quote}" for each in entry.citations) for _, entry in self.owned)
        return [self.people.intersection(self._read(text)) for text in texts]

    def gives(self, rows: np.ndarray) -> list[frozenset[str]]:
        """Return the kinds of thing that each class has to give, by its answer and quotes or as these phrasings ask.

        Of what the story does not say there is nothing to give.
        """
        found = [set(each) for each in self._given]
        for row, label in zip(rows.tolist(), self.labels[rows].tolist(), strict=True):
            found[label] |= self._asks[row]
        return [frozenset(each) for each in found]

    @cached_property
    def _asks(self) -> list[frozenset[str]]:
        """The kinds of thing that each phrasing asks for, if the story answers it."""
        here = self.in_story[self.labels].tolist()
        return [
            kinds.asked(read) | kinds.whose_words(read, self.people) if each else _NONE
            for each, read in zip(here, self.words, strict=True)
        ]

    @cached_property
    def _given(self) -> list[frozenset[str]]:
        given = [self._given_by(entry) if entry.in_story else _NONE for _, entry in self.owned]
        return given + [_NONE] * (len(self.in_story) - len(given))

    def _given_by(self, entry: Entry) -> frozenset[str]:
        """Return what an answer and its quotes have to give, the words of their speakers among it."""
        speakers = self._read(" ".join(each.speaker or "" for each in entry.citations))
        told = kinds.given([entry.answer, *(each.quote for each in entry.citations)])
        return told.union(map(kinds.words_of, self.people.intersection(speakers)))

    def oddness(self, roots: list[set[str]], rows: np.ndarray) -> dict[str, float]:
        """Return, for each stem, the log odds that an entry with it is a near one; entries count once."""
        present = np.unique(self.labels[rows]).tolist()
        near = [label for label in present if not self.in_story[label]]
        in_near = Counter(chain.from_iterable(roots[label] for label in near))
        in_all = Counter(chain.from_iterable(roots[label] for label in present))
        return {
            root: _log_odds(in_near[root], count - in_near[root], len(near), len(present) - len(near))
            for root, count in in_all.items()
        }

    def split(self) -> Split:
        """Hold phrasings and whole entries out, always the same ones."""
        place = np.arange(len(self.labels)) - np.searchsorted(self.labels, self.labels)
        gone = np.zeros(len(self.in_story), bool)
        entries = np.arange(len(self.in_story)) < len(self.owned)
        names = [f"{story.id}/{entry.id}" for story, entry in self.owned]
        for which in (self.in_story, ~self.in_story & entries):
            numbers = np.flatnonzero(which)
            gone[_drawn(numbers, [names[at] for at in numbers], (len(numbers) + _ENTRY_FOLD // 2) // _ENTRY_FOLD)] = (
                True
            )
        out = gone[self.labels] | (place % _PHRASING_FOLD == _PHRASING_FOLD - 1)
        held = np.flatnonzero(out)
        # Follow-ups of entries that are held out whole are left out of both: they would teach nothing else.
        here_next = ~gone[self.labels_next]
        out_next = np.array([_mark(each.text) % _PHRASING_FOLD == 0 for each in self.asked_next], bool)
        kept, kept_next, held_next = (
            np.flatnonzero(rows) for rows in (~out, here_next & ~out_next, here_next & out_next)
        )
        held = np.sort(_drawn(held, [" ".join(self.words[row]) for row in held], _MOST_HELD_OUT))
        return Split(kept, kept_next, held, held_next, gone)

    def answers(self, chosen: int | None, asked: int) -> bool:
        """Tell whether one entry answers a question of another: itself, or one that rests on the same slices."""
        return chosen is not None and (chosen == asked or self._share_evidence(chosen, asked))

    def _share_evidence(self, first: int, second: int) -> bool:
        (story, entry), (other_story, other) = self.owned[first], self.owned[second]
        return story is other_story and any(
            one.start < two.end and two.start < one.end for one in entry.citations for two in other.citations
        )

    def _read(self, text: str) -> list[str]:
        return _words_of(text, self.names)


def _fixed(words: Sequence[str], fixes: Mapping[str, str]) -> list[str]:
    return [fixes.get(word, word) for word in words]


def _drawn(rows: np.ndarray, texts: Sequence[str], most: int) -> np.ndarray:
    """Return at most so many rows, told by their texts: one row more or less changes one of them."""
    return rows[np.argsort([_mark(text) for text in texts], kind="stable")[:most]]


def _mark(text: str) -> int:
    return crc32(text.encode("utf-8", "surrogatepass"))


def follow_ups_of(library: Library) -> tuple[Asked, ...]:
    """Return the follow-ups of a library, read."""
    return asked_next(tuple(library.entries()), partial(_words_of, names=names_of(library)))


def _words_of(text: str, names: Names) -> list[str]:
    return names.fold(asking_words(names.mark_capitals(text)))


def every_text(library: Library) -> list[str]:
    """Return all that is read by meaning: phrasings, follow-ups, what is no question about any story, and evidence."""
    owned = tuple(library.entries())
    phrasings = (question for _, entry in owned for question in entry.questions)
    follow_ups = (each.text for each in asked_next(owned, str.split))
    return [*(clean(text) for text in (*phrasings, *elsewhere(), *follow_ups)), *telling_texts(owned)]


def _log_odds(near: int, answerable: int, all_near: int, all_answerable: int) -> float:
    odds = math.log((near + 0.5) / (all_near + 1)) - math.log((answerable + 0.5) / (all_answerable + 1))
    return min(max(odds, _LEAST_ODD), _MOST_ODD)


def classes_in_story(library: Library) -> np.ndarray:
    """Tell of each class whether the story answers it: the entries, and one class more where there are near ones."""
    found = [entry.in_story for _, entry in library.entries()]
    return np.array(found if all(found) else [*found, False], bool)


def is_little(phrasings: int, entries: int) -> bool:
    """Tell whether there are too few phrasings, or entries, for a head."""
    return phrasings < max(_FEWEST_PHRASINGS, _FEWEST_AN_ENTRY * entries) or entries < _FEWEST_ENTRIES


def is_much(library: Library) -> bool:
    """Tell whether learning a library is worth a process of its own: a head is trained, and that takes a while."""
    counts = [len(entry.questions) for _, entry in library.entries()]
    trained = len(classes_in_story(library)) <= MOST_HEAD_ENTRIES and not is_little(sum(counts), len(counts))
    return trained and sum(counts) >= _MANY_PHRASINGS


def names_of(library: Library) -> Names:
    """Return the stories' names: aliases, people by their last name, and what describes people."""
    people = [person for story in library.stories for person in story.persons]
    last = Counter(person.name.split()[-1] for person in people)
    by_last_name = [(name, person.name) for person in people if last[name := person.name.split()[-1]] == 1]
    aliases = [group for story in library.stories for group in story.aliases]
    return Names([*by_last_name, *aliases], [(person.name, _descriptions(person)) for person in people])


def _descriptions(person: Speaker) -> list[str]:
    """Return what a person is called by; a role of one word ("President") may be somebody else's too."""
    return [*person.aliases, *([person.role] if person.role and " " in person.role else [])]


def _surely_meant(word: str, fix: str, counts: Mapping[str, int]) -> bool:
    """Leave out what is as likely a word of its own: not much rarer, or with one letter replaced."""
    if sorted(word) == sorted(fix):
        return counts[word] * _RARER <= counts[fix]
    rarer = _RARER if min(len(word), len(fix)) >= _LONG else _RARER_IF_SHORT
    return len(word) != len(fix) and counts[word] * rarer <= counts[fix]
