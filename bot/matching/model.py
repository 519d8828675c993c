"""One learnt state of the engine: terms, a scorer, and what each entry knows."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.matching import kinds
from bot.matching.calibration import Signals
from bot.matching.evidence import Evidence
from bot.matching.features import TermSpace, Vector, concepts, stem
from bot.matching.leaning import LENT, LENT_BY_MEANING
from bot.matching.lore import Lore
from bot.matching.ranks import two_highest
from bot.matching.scorers import Scorer
from bot.matching.seldom import told
from bot.matching.words import english

_NOTHING = -30.0
# Light words that say what kind of thing is asked; what an entry never answers may hang on one of them.
_ASKING = frozenset({"why", "where", "when", "how", "who", "many", "much"})
# Words that open a question about what somebody said or did, near its start.
_OPENING = frozenset({"what", "how", "why", "where", "when", "which"})
_OPENING_WORDS = 3
# An entry that knows a word only by another of its meaning knows it less surely.
_BY_MEANING = 0.7


@dataclass(frozen=True)
class Reading:
    """A question in the terms of a model: figures an entry, the best answer's number, and its signals.

    content, familiar: the weight of the question's content that anybody knows, and its share of the whole.
    near_cover: the share of the content that the best near entry knows.
    weighed: what each stem of the question's own content weighs.
    """

    scores: np.ndarray
    best: int | None
    signals: Signals
    content: float
    familiar: float
    near_cover: float
    weighed: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Cover:
    """Of a question's content: the share an entry knows, how odd the rest is, what anybody knows, and its share.

    Of a very long question an entry knows all that can be expected when it knows as much as the longest phrasings have.
    """

    share: float
    odd: float
    content: float
    familiar: float


# A content word: its stem, its weight, whether any phrasing has it, how odd it is, whether it only says what is asked.
_Weighed = tuple[str, float, bool, float, bool]
_NOTHING_COVERED = _Cover(0.0, 0.0, 0.0, 0.0)


class Model:
    """Scores questions by what was learnt from some or all phrasings."""

    def __init__(  # noqa: PLR0913, PLR0917 - what was learnt
        self,
        space: TermSpace,
        scorer: Scorer,
        lore: Lore,
        evidence: Evidence,
        in_story: np.ndarray,
        gone: np.ndarray | None = None,
        *,
        tells_seldom: bool = True,
    ) -> None:
        """Take what was learnt, and which classes the story answers; those in ``gone`` are as if they did not exist.

        ``tells_seldom``: whether what stories seldom tell is worked out, which has no weight for much knowledge.
        """
        self.space, self.scorer, self.evidence = space, scorer, evidence
        self._tells_seldom = tells_seldom
        here = np.ones(len(in_story), bool) if gone is None else ~gone
        self._answerable = np.flatnonzero(in_story & here)
        self._near = np.flatnonzero(~in_story & here)
        self.known, self.oddness, self._gives = lore.known, lore.oddness, lore.gives
        self._people, self._named, self._expected = lore.people, lore.named, lore.expected
        self._by_evidence = lore.by_evidence * evidence.weight
        self._nearest, self._familiar = lore.nearest(), lore.familiarity(in_story)

    def vector(self, words: Sequence[str], meaning: np.ndarray, lent: Sequence[str] = ()) -> Vector:
        """Return a question's vector; ``lent`` are words of the talk before."""
        by = LENT_BY_MEANING if len(meaning) else LENT
        return self.space.vector(words, lent, by, meaning)

    def read(
        self,
        words: Sequence[str],
        meaning: np.ndarray,
        lent: Sequence[str] = (),
        likelier: np.ndarray | None = None,
        asked: np.ndarray | None = None,
    ) -> Reading:
        """Score a question; the talk before lends words, and says which entries are ``likelier``.

        ``asked``: which entries there are for it, None for all.
        """
        return self.reading(self.vector(words, meaning, lent), words, lent, likelier, asked)

    def reading(
        self,
        vector: Vector,
        words: Sequence[str],
        lent: Sequence[str] = (),
        likelier: np.ndarray | None = None,
        asked: np.ndarray | None = None,
    ) -> Reading:
        """Score a question whose vector is known."""
        own, against_own = self._answerable, self._near
        if asked is not None:
            own, against_own = own[asked[own]], against_own[asked[against_own]]
        content = with_lent = self._weighed(words)
        weighed = _by_stem(content)
        scores = self._figures(self.scorer.scores(vector), vector, weighed, own)
        if likelier is not None:
            scores = scores + likelier
        answers, near = scores[own], scores[against_own]
        best = int(own[answers.argmax()]) if len(answers) else None
        cover = self._cover(content, best)
        if lent and not cover.content:
            with_lent = self._weighed([*words, *lent])
            cover = self._cover(with_lent, best)
        signals = self._signals(vector, words, answers, near, cover, best)
        best_near = int(against_own[near.argmax()]) if len(near) else None
        near_cover = self._cover(content if cover.content else with_lent, best_near).share
        return Reading(scores, best, signals, cover.content, cover.familiar, near_cover, weighed)

    def judged(self, scores: np.ndarray, vector: Vector, words: Sequence[str]) -> tuple[int | None, Signals]:
        """Return the best entry and the signals for a question whose scores are known: all that calibrating needs."""
        content = self._weighed(words)
        scores = self._figures(scores, vector, _by_stem(content), self._answerable)
        answers, near = scores[self._answerable], scores[self._near]
        best = int(self._answerable[answers.argmax()]) if len(answers) else None
        cover = self._cover(content, best)
        return best, self._signals(vector, words, answers, near, cover, best)

    def _figures(self, scores: np.ndarray, vector: Vector, weighed: Mapping[str, float], own: np.ndarray) -> np.ndarray:
        """Return the figures; of few phrasings, by the nearest of them and by what the entries ``own`` rest on too."""
        if self._nearest is not None:
            scores = scores + self._nearest.scores(vector.meaning)
        return scores + self._told(vector, weighed, own) if self._by_evidence else scores

    def _told(self, vector: Vector, weighed: Mapping[str, float], own: np.ndarray) -> np.ndarray:
        """Return what the proof of the entries ``own`` takes away from their figures.

        Told from the likest, so that it orders the answers and says nothing of whether there is one.
        """
        likeness = self.evidence.likeness(vector.meaning, weighed)[own]
        found = np.zeros(self.known.classes, np.float32)
        found[own] = self._by_evidence * (likeness - likeness.max(initial=0.0))
        return found

    def by_proof(self, vector: Vector, words: Sequence[str], entry: int) -> float:
        """Return what an entry's proof takes away from its figure for being less like a question than another's."""
        if not self._by_evidence:
            return 0.0
        return float(self._told(vector, _by_stem(self._weighed(words)), self._answerable)[entry])

    def _signals(  # noqa: PLR0913, PLR0917 - what signals are read from
        self,
        vector: Vector,
        words: Sequence[str],
        answers: np.ndarray,
        near: np.ndarray,
        cover: _Cover,
        best: int | None,
    ) -> Signals:
        most, strength = _top(answers)
        most_near, against = _top(near)
        compared = bool(len(answers) and len(near))
        return Signals(
            strength=strength,
            best=most,
            gap=strength - against if compared else 0.0,
            lead=most - most_near if compared else 0.0,
            margin=_margin(answers),
            cover=cover.share,
            odd=cover.odd,
            stranger=float(self._names_stranger(words, best)),
            unknown=vector.unknown,
            length=math.log1p(len(words)),
            alike=self._familiar.alike(vector.meaning) if self._familiar else 0.0,
            typical=self._familiar.typical(vector.meaning) if self._familiar else 0.0,
            told=told(words) if self._tells_seldom else 0.0,
            lacking=float(best is not None and not kinds.asked(words) <= self._gives[best]),
        )

    def _names_stranger(self, words: Sequence[str], best: int | None) -> bool:
        """Tell whether a question names somebody of whom an entry does not tell, or asks for words it does not have.

        Asked openly ("what did X say ..."), X must stand in the evidence: a phrasing may name whoever it is not.
        """
        named = self._people.intersection(words)
        if not named or best is None:
            return bool(named)
        if not kinds.whose_words(words, self._people) <= self._gives[best]:
            return True
        open_question = any(word in _OPENING for word in words[:_OPENING_WORDS])
        if open_question:
            return any(person not in self._named[best] for person in named)
        return not all(self.known.knows(best, stem(person)) for person in named)

    def _weighed(self, words: Sequence[str]) -> list[_Weighed]:
        """Return the content words of a question, and what they weigh."""
        light, oddness, weight_of = english().light, self.oddness, self.space.weight_of
        roots = ((stem(word), word in _ASKING) for word in words if word not in light or word in _ASKING)
        return [(root, *weight_of(root), oddness.get(root, 0.0), asking) for root, asking in roots]

    def _cover(self, found: list[_Weighed], entry: int | None) -> _Cover:
        """Weigh the content words by whether an entry knows them, and those it does not by who else does."""
        total = covered = content = odd = 0.0
        for root, weight, seen, oddness, asking in found:
            missing = 0.0 if self.known.knows(entry, root) else weight * (1 - self._by_meaning(entry, root))
            odd += missing * oddness
            if asking:
                continue
            total += weight
            content += weight if seen else 0.0
            covered += weight - missing
        if not total:
            return _NOTHING_COVERED
        return _Cover(min(1.0, covered / min(total, self._expected)), odd / total, content, content / total)

    def _by_meaning(self, entry: int | None, root: str) -> float:
        """Return how surely an entry knows a stem that it does not have itself."""
        return _BY_MEANING if any(self.known.knows(entry, each) for each in concepts().get(root, ())) else 0.0


def _by_stem(content: list[_Weighed]) -> dict[str, float]:
    """Map the stems of a question's content to what they weigh; what only says what is asked is none."""
    return {root: weight for root, weight, _, _, asking in content if not asking}


def _margin(scores: np.ndarray) -> float:
    if len(scores) < 2:
        return 0.5 * float(scores.max(initial=0.0))
    first, second = two_highest(scores)
    return first - second


def _top(scores: np.ndarray) -> tuple[float, float]:
    """Return the highest score and the log of the sum of exponentials, ``_NOTHING`` if there is none."""
    if not len(scores):
        return _NOTHING, _NOTHING
    top = scores[scores.argmax()]
    return float(top), float(top) + math.log(float(np.exp(scores - top).sum()))
