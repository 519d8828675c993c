"""What answers the questions: our engine, and the baselines that say how much its figures are worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process, utils

from bot.answering.records import Answer, Offer, Outcome
from bot.stories import Entry, Library, Story


@dataclass(frozen=True, slots=True)
class Target:
    """An entry of a story that is expected, answered with, or offered."""

    story: Story
    entry: Entry

    def is_same(self, other: Target) -> bool:
        """Tell whether this is the same entry."""
        return (self.story.id, self.entry.id) == (other.story.id, other.entry.id)

    def serves_for(self, expected: Target) -> bool:
        """Tell whether a reader of this entry sees every slice of the article that the expected one shows."""
        if self.story.id != expected.story.id or not expected.entry.citations:
            return False
        shown = [(citation.start, citation.end) for citation in self.entry.citations]
        return all(
            any(start <= citation.start and citation.end <= end for start, end in shown)
            for citation in expected.entry.citations
        )


@dataclass(frozen=True, slots=True)
class Reply:
    """What a system makes of a question.

    best: the entry that it answers with, or would answer with at a lower threshold.
    also: the entry that answers the other half of a question in two parts.
    score: how sure it is that the story answers; below 0 if the nearest phrasing is of a near entry.
    """

    answered: bool
    best: Target | None
    score: float
    offers: tuple[Target, ...] = ()
    also: Target | None = None

    @property
    def chosen(self) -> tuple[Target, ...]:
        """The entries that are answered with."""
        return tuple(target for target in (self.best, self.also) if target) if self.answered else ()


ABOVE_ALL = 1.01
ABSTAINING = Reply(answered=False, best=None, score=0.0)


def our_reply(answer: Answer) -> Reply:
    """Return our answer as a reply to judge."""
    answered = answer.outcome is Outcome.ANSWERED
    chosen = [Offer(answer.story, answer.entry)] if answered and answer.story and answer.entry else []
    ranked = (*chosen, *answer.offers, *(each for each in answer.candidates if each.entry.in_story))
    best = next((Target(each.story, each.entry) for each in ranked), None)
    offers = () if answered else tuple(Target(each.story, each.entry) for each in answer.offers)
    also = Target(answer.story, answer.also) if answer.story and answer.also else None
    return Reply(answered, best, answer.score, offers, also)


class WRatio:
    """rapidfuzz as it is mostly used: the phrasing that WRatio likes best, in rapidfuzz's own plain lower case."""

    def __init__(self, library: Library) -> None:
        """Take every phrasing of every entry, the near ones too."""
        owned = [(question, Target(story, entry)) for story, entry in library.entries() for question in entry.questions]
        self._phrasings = [utils.default_process(question) for question, _ in owned]
        self._targets = [target for _, target in owned]

    def reply(self, question: str) -> Reply:
        """Answer with the best phrasing's entry whatever its score, unless it is a near entry."""
        plain = utils.default_process(question)
        found = process.extractOne(plain, self._phrasings, scorer=fuzz.WRatio)
        if found is None:
            return ABSTAINING
        target, score = self._targets[found[2]], found[1] / 100
        if not target.entry.in_story:
            return Reply(answered=False, best=None, score=-score)
        return Reply(answered=True, best=target, score=score)


def from_threshold(replies: Sequence[Reply], threshold: float) -> list[Reply]:
    """Return the replies as they were if only scores from ``threshold`` on were answered."""
    return [replace(reply, answered=reply.best is not None and reply.score >= threshold) for reply in replies]


def threshold_for(replies: Sequence[Reply], answers: int) -> float:
    """Return the threshold at which as many are answered, or nearly: replies of one score go together."""
    at_score = Counter(reply.score for reply in replies if reply.best is not None)
    reached, total = [(answers, ABOVE_ALL)], 0
    for score in sorted(at_score, reverse=True):
        total += at_score[score]
        reached.append((abs(total - answers), score))
    # Where two are as near, the lower threshold: the one that answers more.
    return min(reached)[1]
