"""The knowledge's own phrasings as questions: each is asked of an engine that has learnt the others, but not it.

Learning anew for every phrasing would take very long, so phrasings are left out in folds, by their place in the entry:
of an entry with up to as many phrasings as there are folds, one at a time. Of much knowledge only a sample is asked, of
every entry alike, and the larger it is the seldomer it is learnt anew: so a trial of any takes some minutes at most.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from random import Random

from bot.answering.answerer import Answerer
from bot.answering.records import Answer, Outcome
from bot.evaluation.questions import Labelled
from bot.evaluation.systems import Target
from bot.matching import Meanings
from bot.matching.material import every_text
from bot.matching.meanings import Points
from bot.progress import UNWATCHED, Watch
from bot.stories import Entry, Library, Story

FOLDS = 5
# What a trial of any knowledge may take, so that it is a matter of minutes: what phrasings cost to learn grows with the
# entries, and so does what a question costs beyond its own reading, which is as much as some hundred entries.
_MOST_LEARNT, _MOST_COMPARED = 120_000_000, 17_000_000
_READING = 700


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phrasing stands: the entry it belongs to, and its number there."""

    own: Target
    number: int

    @property
    def question(self) -> str:
        """The phrasing."""
        return self.own.entry.questions[self.number]

    @property
    def key(self) -> tuple[str, str, int]:
        """What names the place: the ids of story and entry, and the number."""
        return self.own.story.id, self.own.entry.id, self.number


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of a phrasing that the engine had not learnt."""

    place: Place
    answer: Answer

    @property
    def ended_well(self) -> bool:
        """Whether its own entry answered, or one that shows the same; or none did, if the story does not say."""
        if not self.place.own.entry.in_story:
            return self.answer.outcome is not Outcome.ANSWERED
        return reaches(self.answer, self.place.own)

    @property
    def labelled(self) -> Labelled:
        """The phrasing as a question with its right answer."""
        own, entry = self.place.own, self.place.own.entry
        line = entry.lines.questions[self.place.number] if entry.lines else None
        expected, near = ((own,), ()) if entry.in_story else ((), (own,))
        return Labelled(self.place.question, expected, line or 0, near)


def reaches(answer: Answer, target: Target) -> bool:
    """Tell whether a question ended at an entry, or at one that shows all of its quotes."""
    found = [Target(answer.story, entry) for entry in answer.entries] if answer.story else []
    if not target.entry.in_story:
        return any(each.is_same(target) for each in found)
    answered = answer.outcome is Outcome.ANSWERED
    return answered and any(each.is_same(target) or each.serves_for(target) for each in found)


def trials(library: Library, meanings: Meanings | None = None, watch: Watch = UNWATCHED) -> list[Trial]:
    """Leave out each fold in turn and ask it; an only phrasing is never left out."""
    if meanings is not None:
        with watch.during("Reading phrasings"):
            meanings.points(every_text(library))
    return trials_of(library, _groups(library), meanings, watch)


def trials_of(
    library: Library, groups: Sequence[list[Place]], meanings: Meanings | None = None, watch: Watch = UNWATCHED
) -> list[Trial]:
    """Leave out each group in turn and ask it."""
    found: list[Trial] = []
    for group in watch.each(groups, "Learning without a part of the phrasings"):
        answerer = Answerer(without(library, group), meanings=meanings)
        found += [Trial(place, answerer.ask(place.question)) for place in watch.each(group, "Asking that part")]
    return found


def _groups(library: Library) -> list[list[Place]]:
    """Return what is left out together, at most a fifth of an entry's phrasings, or one."""
    everything, entries = places(library), len(list(library.entries()))
    count = min(FOLDS, max(1, _MOST_LEARNT // max(1, len(everything) * entries)))
    asked = sampled(everything, _MOST_COMPARED // (_READING + entries), count / FOLDS)
    return [group for group in folds(asked, count) if group]


def places(library: Library) -> list[Place]:
    """Return every phrasing whose entry has another one."""
    targets = [Target(story, entry) for story, entry in library.entries() if len(entry.questions) > 1]
    return [Place(target, number) for target in targets for number in range(len(target.entry.questions))]


def sampled(found: Sequence[Place], most: int, share: float = 1.0) -> list[Place]:
    """Return some places: at most a share of an entry's, or one, and at most ``most`` in all.

    Where that leaves some out, they are drawn: of every entry as many as of the others, and the same each time.
    """
    entries = _by_entry(found)
    limits = [max(1, round(len(entry) * share)) for entry in entries]
    draw = Random(0)  # noqa: S311 - drawn to be the same each time, not to be secret
    if len(entries) > most:
        entries, limits = [entries[at] for at in sorted(draw.sample(range(len(entries)), most))], [1] * most
    each = _most_each(limits, most)
    return [
        entry[at]
        for entry, limit in zip(entries, limits, strict=True)
        for at in sorted(draw.sample(range(len(entry)), min(limit, each)))
    ]


def _most_each(limits: Sequence[int], most: int) -> int:
    """Return how many may be taken of each entry, so that no more than ``most`` are taken in all."""
    fitting = range(1, max(limits, default=1) + 1)
    return bisect_right(fitting, most, key=lambda each: sum(min(limit, each) for limit in limits)) or 1


def folds(found: Sequence[Place], count: int) -> list[list[Place]]:
    """Deal the places of each entry out in their order."""
    return [[place for entry in _by_entry(found) for place in entry[fold::count]] for fold in range(count)]


def _by_entry(found: Sequence[Place]) -> list[list[Place]]:
    return [list(group) for _, group in groupby(found, key=lambda place: (place.own.story.id, place.own.entry.id))]


def without(library: Library, group: Sequence[Place]) -> Library:
    """Return a library that lacks some phrasings; it has no digest, so that nothing of it is kept."""
    out = {place.key for place in group}

    def left(story: Story, entry: Entry) -> Entry:
        stay = (each for at, each in enumerate(entry.questions) if (story.id, entry.id, at) not in out)
        return replace(entry, questions=tuple(stay))

    stories = (replace(story, entries=tuple(left(story, each) for each in story.entries)) for story in library.stories)
    return replace(library, stories=tuple(stories), digest="")


class KeepingMeanings(Meanings):
    """Meanings that are not forgotten when a phrasing is left out."""

    def points(self, texts: Sequence[str]) -> Points:
        """Return the points of texts, and keep those from before."""
        before = self._known or {}
        found = super().points(texts)
        self._known = before | found
        return found
