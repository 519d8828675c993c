"""The matcher: from a question to ranked entries and a calibrated score. Same question, same answer, always."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from bot.matching.account import Account, account
from bot.matching.apart import Apart
from bot.matching.cache import Cache
from bot.matching.calibration import Signals
from bot.matching.doubts import Doubts, settled
from bot.matching.features import NO_MEANING
from bot.matching.follow_ups import following
from bot.matching.leaning import Talk
from bot.matching.lessons import learnt_of
from bot.matching.material import classes_in_story, names_of
from bot.matching.meanings import Meanings
from bot.matching.model import Model, Reading
from bot.matching.offering import to_offer
from bot.matching.ranks import foremost
from bot.matching.scorers import softmax
from bot.matching.seldom import told
from bot.matching.vocabulary import Vocabulary
from bot.stories import Entry, Library, Story

_RANKED = 5
# "What is this about" has no word of content, but so many together are no accident.
_TELLING = 2
_EXACT_LEAD = 5.0
_EXACT_SCORE = 0.98
# What asks for somebody's words, or a kind of thing, that an entry does not have is at most this likely its question,
# however alike all else is: held-out phrasings seldom mislead so, and the weights they teach say too little of it.
_GUARDED = 0.2
# Whoever tells a tale around a question names people in passing.
_TALE = 18
# Of what is answered this surely nothing is offered.
_SURE = 0.6
# The figure of an entry of a story that is not asked.
_NOT_ASKED = -1_000.0

# The ids of the stories that are asked, None for all.
Stories = frozenset[str] | None


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
    elsewhere: how much of the probability over all entries falls to what is no question about any story.
    offered: up to three answerable entries for a question that is not surely answered.
    about: something that an entry rests on is about what is asked.
    exact: the question is a curated phrasing, word for word.
    leaning: words of the talk before helped to read it.
    in_talk: the score is one for what leans on a talk, told by the knowledge's follow-ups.
    """

    answerable: tuple[Candidate, ...]
    near: tuple[Candidate, ...]
    score: float
    signals: Signals
    content: float
    familiar: float
    near_cover: float
    elsewhere: float = 0.0
    offered: tuple[Candidate, ...] = ()
    about: bool = False
    exact: bool = False
    leaning: bool = False
    in_talk: bool = False


class Matcher:
    """Matches questions to the entries of a library."""

    def __init__(
        self,
        library: Library,
        cache: Cache | None = None,
        meanings: Meanings | None = None,
        apart: Apart | None = None,
    ) -> None:
        """Learn the library's phrasings, and calibrate the score on held-out ones, unless ``cache`` has kept that.

        Without ``meanings`` the engine is purely lexical. ``apart``: learn in a child process where that pays.
        """
        self._owned = tuple(library.entries())
        self._in_story = classes_in_story(library)
        learnt = learnt_of(library, cache, meanings, apart)
        self._meanings = meanings if learnt.centres is not None else None
        entries = self._in_story[: len(self._owned)]
        self._answerable, self._near = np.flatnonzero(entries), np.flatnonzero(~entries)
        self.vocabulary = Vocabulary(learnt.counts, names_of(library), learnt.slips)
        self._phrasings, self._followed = learnt.phrasings, learnt.followed
        self._calibration, self._in_talk = learnt.calibration, learnt.in_talk
        figures = learnt.space, learnt.scorer, learnt.lore, learnt.evidence
        self._model = Model(*figures, self._in_story, tells_seldom="told" in self.weighed)
        # The entries, by the ids of story and entry, that share a phrasing's words with another.
        self.contested = self._named(self._phrasings.shared())
        self._numbers = {(story.id, entry.id): at for at, (story, entry) in enumerate(self._owned)}
        self._centres = learnt.centres
        reader = self._meanings.reader if self._meanings else None
        # Where nobody has said what the story does not answer, the score says how like a question is, and no more.
        self._doubts = Doubts(reader, self._owned) if reader and len(self._near) else None

    @property
    def encoded(self) -> bool:
        """Whether meanings are read too."""
        return self._meanings is not None

    @property
    def weighed(self) -> frozenset[str]:
        """The signals that the score of a question by itself goes by."""
        return frozenset(self._calibration.weights)

    def match(self, question: str, talk: Talk | None = None, most: int = _RANKED, stories: Stories = None) -> Match:
        """Rank the entries for a question, ``most`` of either kind; an elliptic one leans on the ``talk`` before.

        ``stories``: the entries of all other stories are as if they did not exist.
        """
        typed = self.vocabulary.read(question)
        lent, likelier = (talk.words, self._likelier(talk)) if talk else ((), None)
        asked = self._asked(stories)
        meaning = self._meant(question)
        reading = self._model.read(typed, meaning, lent, likelier, asked)
        scores, owner = reading.scores, self._follower(talk, asked) if talk else None
        if not talk and (reading.content or len(typed) >= _TELLING):
            owner = self._owner(typed, asked)
        if owner is not None:
            scores = scores.copy()
            scores[owner] = scores.max() + _EXACT_LEAD
        chance, signals = self._judged(question, reading, typed, talk, owner)
        shares = softmax(scores if asked is None else np.where(asked, scores, _NOT_ASKED))
        here = _of(self._answerable, asked)
        answerable = self._ranked(scores, shares, here, most)
        near = self._ranked(scores, shares, _of(self._near, asked), most)
        offers = self._offers(reading, meaning, here, shares) if chance < _SURE else ((), False)
        known = (reading.content, reading.familiar, reading.near_cover, float(shares[len(self._owned) :].sum()))
        in_talk = talk is not None and self._in_talk is not None
        figures = (chance, signals, *known, *offers)
        return Match(answerable, near, *figures, exact=owner is not None, in_talk=in_talk)

    def likely(self, typed: str, most: int, stories: Stories = None) -> list[Candidate]:
        """Return the entries that somebody who is still typing may want, told by the words alone.

        A sentence that is not finished means little yet, and typing leaves no milliseconds for an encoder.
        """
        words = self.vocabulary.read(typed)
        scores = self._model.scorer.scores(self._model.vector(words, self._model.scorer.middle))
        return list(self._ranked(scores, softmax(scores), _of(np.arange(len(self._owned)), self._asked(stories)), most))

    def explain(self, question: str, story: Story, entry: Entry) -> Account:
        """Say how the words of a question speak for one entry of the library."""
        read = self.vocabulary.read_beside(question)
        words = [word.text for word in read]
        vector = self._model.vector(words, self._meant(question))
        unknown = tuple(word for word in words if word not in self.vocabulary)
        return account(read, unknown, vector, self._model, self._numbers[story.id, entry.id])

    def _judged(
        self, question: str, reading: Reading, typed: list[str], talk: Talk | None, owner: int | None
    ) -> tuple[float, Signals]:
        """Return the probability that the best entry answers, and the signals; ``owner`` has these very words."""
        signals = reading.signals
        chance = self._calibrated(signals, reading.best, typed, talk)
        if owner is not None:
            # Somebody asks in a curator's very words; a follow-up, after the very entry.
            exact = max(chance, _EXACT_SCORE) if self._in_story[owner] else min(chance, 1 - _EXACT_SCORE)
            return exact, signals
        if self._doubts is not None and talk is None and reading.best is not None:
            read = self._doubts.read(chance, self.vocabulary.repaired(question), reading.best)
            signals, chance = replace(signals, read=read), settled(chance, read)
        # In a talk, the talk tells whose words are asked for.
        lacks = signals.lacking or (signals.stranger and not talk and len(typed) <= _TALE)
        return min(chance, _GUARDED) if lacks else chance, signals

    def _calibrated(self, signals: Signals, best: int | None, typed: list[str], talk: Talk | None) -> float:
        """Return what the signals say of whether the best entry answers."""
        if talk is None or self._in_talk is None:
            return self._calibration.score(signals)
        again = talk.entry is not None and best == self._numbers.get(talk.entry, -1)
        return self._in_talk.score(replace(signals, again=float(again), told=told(typed)))

    def _offers(
        self, reading: Reading, meaning: np.ndarray, here: np.ndarray, shares: np.ndarray
    ) -> tuple[tuple[Candidate, ...], bool]:
        """Return what to offer of the entries there are, and whether their evidence is about what is asked."""
        evidence = self._model.evidence
        likeness = evidence.likeness(meaning, reading.weighed)[here]
        numbers = to_offer(self._owned, here, shares[here], evidence.weight * likeness)
        about = bool(likeness.max(initial=0.0) >= evidence.about)
        return self._candidates(numbers, shares), about

    def _named(self, owners: Iterable[int]) -> frozenset[tuple[str, str]]:
        return frozenset((self._owned[at][0].id, self._owned[at][1].id) for at in owners)

    def _follower(self, talk: Talk, asked: np.ndarray | None) -> int | None:
        """Return the entry, of those asked, that has these very words as a follow-up of what was answered last."""
        if talk.entry is None:
            return None
        return next(iter(self._where_asked(self._followed.find([following(talk.entry, talk.asked)])[:1], asked)), None)

    def _owner(self, typed: list[str], asked: np.ndarray | None) -> int | None:
        """Return the only entry, of those asked, that has these very words as a phrasing."""
        owners = self._where_asked(self._phrasings.find([" ".join(typed)]), asked)
        return owners[0] if len(owners) == 1 else None

    @staticmethod
    def _where_asked(owners: list[int], asked: np.ndarray | None) -> list[int]:
        return owners if asked is None else [owner for owner in owners if asked[owner]]

    def _asked(self, stories: Stories) -> np.ndarray | None:
        """Return which classes are asked: those of some stories, and what is no question about any story."""
        if stories is None:
            return None
        asked = np.ones(len(self._in_story), bool)
        asked[: len(self._owned)] = [story.id in stories for story, _ in self._owned]
        return asked

    def _meant(self, question: str) -> np.ndarray:
        return self._meanings.of_question(self.vocabulary.repaired(question)) if self._meanings else NO_MEANING

    def _likelier(self, talk: Talk) -> np.ndarray | None:
        """Return what a talk adds to each entry's figure."""
        if self._centres is None:
            return None
        led_to = np.array([self._numbers[talk.entry] if talk.entry else -1])
        before = self._meant(talk.question)[None, :]
        return np.asarray(self._centres.likelier(before, led_to, np.array([talk.weight]))[0])

    def _ranked(self, scores: np.ndarray, shares: np.ndarray, which: np.ndarray, most: int) -> tuple[Candidate, ...]:
        # Sorting all of very many entries would take longer than scoring them; ties keep their order.
        which = which[foremost(scores[which], most)]
        order = which[np.argsort(-scores[which], kind="stable")[:most]]
        return self._candidates(order, shares)

    def _candidates(self, order: np.ndarray, shares: np.ndarray) -> tuple[Candidate, ...]:
        ranked = zip(order.tolist(), shares[order].tolist(), strict=True)
        owned = [(*self._owned[at], share) for at, share in ranked]
        return tuple([Candidate(story, entry, share) for story, entry, share in owned])


def _of(which: np.ndarray, asked: np.ndarray | None) -> np.ndarray:
    return which if asked is None else which[asked[which]]
