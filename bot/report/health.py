"""How each entry does: its phrasings, how many find it without having been learnt, and what may be wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answering.records import Answer, Outcome
from bot.checking.overlap import Overlap
from bot.evaluation.held_out import Trial
from bot.evaluation.measure import Share
from bot.report.records import Kept
from bot.stories import Entry, Library, Story

# Fewer phrasings than this can't stand for how people ask.
_FEW_PHRASINGS = 5
# Fewer than this many trials say little, and a smaller share than this of them is little.
_FEW_TRIALS, _LITTLE = 3, 0.5
# So large a share of its phrasings may be nearer to others before the entry itself is in doubt.
_STRAY = 0.1


@dataclass(frozen=True, slots=True)
class Missed:
    """A phrasing that did not end well when it was left out, and where it ended."""

    question: str
    ended: str


@dataclass(frozen=True, slots=True)
class Health:
    """One entry.

    reached: of its phrasings that were left out and asked, those that ended well.
    votes: how often readers called its answer wrong; None if nobody knows.
    """

    story: Story
    entry: Entry
    reached: Share
    missed: tuple[Missed, ...]
    overlaps: tuple[Overlap, ...]
    votes: int | None

    @property
    def concerns(self) -> tuple[str, ...]:
        """What a curator may want to look at, in a few words each."""
        return tuple(self._concerns())

    def _concerns(self) -> Iterator[str]:
        share = self.reached.value
        if self.votes:
            yield "called wrong"
        if share is not None and self.reached.total >= _FEW_TRIALS and share < _LITTLE:
            yield "often missed"
        if len(self.overlaps) > _STRAY * len(self.entry.questions):
            yield "overlaps"
        if len(self.entry.questions) < _FEW_PHRASINGS:
            yield "few phrasings"


def health_of(library: Library, trials: Sequence[Trial], found: Sequence[Overlap], kept: Kept | None) -> list[Health]:
    """Return the health of every entry, those with something to look at first, the least reached of them before."""
    by_entry: dict[tuple[str, str], list[Trial]] = {}
    for trial in trials:
        by_entry.setdefault(_key(trial.place.own.story, trial.place.own.entry), []).append(trial)
    nearer: dict[tuple[str, str], list[Overlap]] = {}
    for overlap in found:
        nearer.setdefault(_key(overlap.story, overlap.entry), []).append(overlap)
    entries = [
        _health(story, entry, by_entry.get(_key(story, entry), []), nearer.get(_key(story, entry), []), kept)
        for story, entry in library.entries()
    ]
    return sorted(entries, key=_urgency)


def _key(story: Story, entry: Entry) -> tuple[str, str]:
    return story.id, entry.id


def _health(story: Story, entry: Entry, tried: list[Trial], nearer: list[Overlap], kept: Kept | None) -> Health:
    missed = tuple(Missed(trial.place.question, ended(trial.answer)) for trial in tried if not trial.ended_well)
    reached = Share(len(tried) - len(missed), len(tried))
    votes = kept.votes.get(_key(story, entry), 0) if kept and not kept.missing else None
    return Health(story, entry, reached, missed, tuple(nearer), votes)


def _urgency(health: Health) -> tuple[bool, float]:
    return not health.concerns, 1.0 if health.reached.value is None else health.reached.value


def ended(answer: Answer) -> str:
    """Say where a question ended that did not end where it should."""
    if answer.entry is not None:
        return answer.entry.id
    if answer.outcome is Outcome.UNSURE:
        return "other questions were offered"
    return "“the story does not say”"
