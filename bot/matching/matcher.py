"""The matcher: from a question to ranked entries and a calibrated score. Same question, same answer, always."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.matching.account import Account, word_weights
from bot.matching.cache import Cache
from bot.matching.calibration import Signals
from bot.matching.material import Material
from bot.matching.model import Learnt, Model
from bot.matching.scorers import softmax
from bot.stories import Entry, Library, Story

_RANKED = 5
_MANY = 1_000
# "What is this about" has no word of content, but so many together are no accident.
_TELLING = 2
_EXACT_LEAD = 5.0
_EXACT_SCORE = 0.98


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that a question may mean; ``share`` is its part of the probability over all entries."""

    story: Story
    entry: Entry
    share: float


@dataclass(frozen=True, slots=True)
class Match:
    """What the engine makes of a question.

    answerable, near: the best entries of either kind, best first.
    score: the probability that the story answers the question with the first answerable entry.
    content: the weight of the question's content words that the knowledge knows; near 0 for chatter.
    familiar: the share of the question's content, by weight, that the knowledge knows.
    near_cover: the share of the content that the best near entry knows.
    exact: the question is a curated phrasing, word for word.
    leaning: words of the talk before helped to read it.
    """

    answerable: tuple[Candidate, ...]
    near: tuple[Candidate, ...]
    score: float
    signals: Signals
    content: float
    familiar: float
    near_cover: float
    exact: bool = False
    leaning: bool = False


class Matcher:
    """Matches questions to the entries of a library."""

    def __init__(self, library: Library, cache: Cache | None = None) -> None:
        """Learn the library's phrasings, and calibrate the score on held-out ones, unless ``cache`` has kept that."""
        learnt = cache.load(library.digest) if cache else None
        material = Material(library, learnt.words if learnt else None)
        if learnt is None:
            learnt = _learnt(library, material, cache)
        self._owned = material.owned
        self._in_story = material.in_story
        self._answerable, self._near = np.flatnonzero(material.in_story), np.flatnonzero(~material.in_story)
        self.vocabulary = material.vocabulary()
        self._exact = _exact_owners(material)
        self._calibration = learnt.calibration
        self._model = Model(material, np.arange(len(material.labels)), learnt.space, learnt.scorer)

    def match(self, question: str, lent: Sequence[str] = (), most: int = _RANKED) -> Match:
        """Rank the entries for a question, ``most`` of either kind.

        ``lent`` are earlier words that an elliptic question leans on.
        """
        typed = [word.text for word in self.vocabulary.read(question)]
        reading = self._model.read(typed, lent)
        scores, chance = reading.scores, self._calibration.score(reading.signals)
        owner = self._exact.get(tuple(typed)) if not lent and (reading.content or len(typed) >= _TELLING) else None
        if owner is not None:
            # Somebody asks in a curator's very words.
            scores = scores.copy()
            scores[owner] = scores.max() + _EXACT_LEAD
            chance = max(chance, _EXACT_SCORE) if self._in_story[owner] else min(chance, 1 - _EXACT_SCORE)
        shares = softmax(scores)
        answerable = self._ranked(scores, shares, self._answerable, most)
        near = self._ranked(scores, shares, self._near, most)
        known = (reading.content, reading.familiar, reading.near_cover)
        return Match(answerable, near, chance, reading.signals, *known, exact=owner is not None)

    def explain(self, question: str, story: Story, entry: Entry) -> Account:
        """Say how the words of a question speak for one entry of the library."""
        read = self.vocabulary.read(question)
        words = [word.text for word in read]
        at = next(at for at, owned in enumerate(self._owned) if (owned[0].id, owned[1].id) == (story.id, entry.id))
        weights = word_weights(words, self._model.space, self._model.scorer, at)
        return Account(tuple(read), tuple(word for word in words if word not in self.vocabulary), weights)

    def _ranked(self, scores: np.ndarray, shares: np.ndarray, which: np.ndarray, most: int) -> tuple[Candidate, ...]:
        found = scores[which]
        if len(found) > _MANY:
            # Sorting all of very many entries would take longer than scoring them; ties keep their order.
            which = which[found >= np.partition(found, -most)[-most]]
            found = scores[which]
        order = which[np.argsort(-found, kind="stable")[:most]]
        owned = ((*self._owned[at], float(shares[at])) for at in order)
        return tuple(Candidate(story, entry, share) for story, entry, share in owned)


def _exact_owners(material: Material) -> dict[tuple[str, ...], int]:
    """Map each phrasing's words to its entry, where only one entry has them."""
    owners: dict[tuple[str, ...], set[int]] = {}
    for label, words in zip(material.labels, material.words, strict=True):
        owners.setdefault(tuple(words), set()).add(int(label))
    return {words: next(iter(found)) for words, found in owners.items() if len(found) == 1}


def _learnt(library: Library, material: Material, cache: Cache | None) -> Learnt:
    from bot.matching.learning import learn  # noqa: PLC0415 - SciPy is needed only to learn

    learnt = learn(material)
    if cache is not None:
        cache.save(library.digest, learnt)
    return learnt
