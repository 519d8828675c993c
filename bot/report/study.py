"""What a report tells, before it is put on a page: the knowledge tried on its own phrasings, and looked through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.checking import Concern
from bot.checking.astray import misleads
from bot.checking.check import concerns_of
from bot.checking.concerns import Kind
from bot.checking.overlap import Overlap, overlaps, space_of
from bot.evaluation.curve import Point, curve
from bot.evaluation.held_out import Trial, places, trials
from bot.evaluation.measure import Figures, figures
from bot.evaluation.systems import our_reply
from bot.matching import Meanings
from bot.progress import UNWATCHED, Watch
from bot.report.health import Health, health_of
from bot.report.records import Kept
from bot.stories import Library

# With fewer phrasings an entry, each that is left out is a large part of what is known of it.
_ENOUGH_EACH = 10
# The article itself shows these, and the entries do.
_SHOWN_ELSEWHERE = {Kind.UNCOVERED, Kind.OVERLAP}


@dataclass(frozen=True)
class Study:
    """Everything that a report shows.

    figures, points: how the phrasings ended that were left out, and the coverage-accuracy curve; None and empty where
    no entry has a second phrasing.
    sampled: how many phrasings were asked, of how many; None if all were.
    kept: what is kept of the bot's use, None if that was not looked for.
    """

    library: Library
    health: tuple[Health, ...]
    concerns: tuple[Concern, ...]
    figures: Figures | None
    points: tuple[Point, ...]
    sampled: tuple[int, int] | None
    kept: Kept | None

    @property
    def phrasings_each(self) -> float:
        """How many phrasings an entry has on average."""
        counts = [len(entry.questions) for _, entry in self.library.entries()]
        return sum(counts) / max(1, len(counts))

    @property
    def few_phrasings(self) -> bool:
        """Whether there are so few that the shares of those left out say little."""
        return self.phrasings_each < _ENOUGH_EACH


def study(
    library: Library, meanings: Meanings | None = None, kept: Kept | None = None, watch: Watch = UNWATCHED
) -> Study:
    """Try the knowledge on its own phrasings, each left out in turn, and look through all of it."""
    tried = trials(library, meanings, watch)
    found = _harmful(overlaps(library, space_of(library, meanings), watch), tried)
    concerns = [each for each in concerns_of(library) if each.kind not in _SHOWN_ELSEWHERE]
    ended, points = _ended(tried)
    everything = len(places(library))
    sampled = (len(tried), everything) if len(tried) < everything else None
    health = health_of(library, tried, found, kept)
    return Study(library, tuple(health), tuple(concerns), ended, points, sampled, kept)


def _harmful(found: Sequence[Overlap], tried: Sequence[Trial]) -> list[Overlap]:
    """Return those overlaps by which a reader would surely be told something wrong."""
    wrong = {trial.place.key for trial in tried if misleads(trial)}
    return [each for each in found if each.place.key in wrong]


def _ended(tried: Sequence[Trial]) -> tuple[Figures | None, tuple[Point, ...]]:
    if not tried:
        return None, ()
    questions, replies = [trial.labelled for trial in tried], [our_reply(trial.answer) for trial in tried]
    return figures(questions, replies), tuple(curve(questions, replies))
