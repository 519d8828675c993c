"""Checking a knowledge folder whole: its faults, or what a curator may want to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.answering.answerer import Answerer
from bot.checking.astray import astray, lost_entries, misleading
from bot.checking.concerns import Concern, Kind, unsettled
from bot.checking.evidence import unattributed, uncovered
from bot.checking.figures import unproved_figures
from bot.checking.folder import drafts, unread_files
from bot.checking.openings import bare_openings
from bot.checking.people import denied_people
from bot.checking.phrasings import shared_follow_ups, shared_phrasings, unnamed_topics
from bot.checking.quotations import misquoted
from bot.checking.reach import unreached
from bot.checking.speakers import doubtful_speakers, spoken_words
from bot.matching import Cache, Meanings
from bot.matching.words import clean
from bot.progress import UNWATCHED, Watch
from bot.stories import Fault, KnowledgeError, Library, load_library

# What takes longer than a moment is left to a full check: reading this many new phrasings by meaning, and learning more
# than this many again and again; from somewhat more on the engine learns in another way, which takes much longer.
_QUICK_TO_READ, _QUICK_TO_LEARN = 500, 1_000
_ORDER = list(Kind)


@dataclass(frozen=True)
class Check:
    """The result of a check: faults, or a library with warnings.

    skipped: what was left to a full check.
    full: whether it was one, so that all of it is told.
    root: the folder that was checked.
    """

    library: Library | None
    faults: tuple[Fault, ...]
    warnings: tuple[Concern, ...]
    skipped: tuple[str, ...] = ()
    full: bool = False
    root: Path | None = None


@dataclass(frozen=True)
class Means:
    """What a check may use.

    meanings: the encoder's view of texts, None without one; called when there is a library to read with it.
    cache: what was learnt before.
    watch: somebody who watches.
    """

    meanings: Callable[[], Meanings | None] = lambda: None
    cache: Cache | None = None
    watch: Watch = UNWATCHED


NO_MEANS = Means()


def check_knowledge(folder: Path, means: Means = NO_MEANS, *, full: bool = False) -> Check:
    """Verify a knowledge folder whole; a ``full`` check also does what takes longer than a moment."""
    try:
        library = load_library(folder)
    except KnowledgeError as error:
        return Check(None, error.faults, (), root=folder)
    found = list(concerns_of(library))
    work = _Work(library, means.meanings(), means)
    cost = work.cost
    if full or not cost:
        found += work.tried()
    skipped = (cost,) if cost and not full else ()
    return Check(library, (), tuple(sorted(_once(found), key=_place)), skipped, full, folder)


def concerns_of(library: Library) -> Iterator[Concern]:
    """Return the warnings that need nothing but the stories, less those that a curator has settled."""
    return unsettled(library, _read(library))


def _read(library: Library) -> Iterator[Concern]:
    for story in library.stories:
        quotes = (misquoted, doubtful_speakers, spoken_words, unproved_figures, bare_openings, unattributed)
        for kind in (
            unread_files,
            drafts,
            *quotes,
            unnamed_topics,
            denied_people,
            shared_phrasings,
            shared_follow_ups,
            uncovered,
        ):
            yield from kind(story)


@dataclass(frozen=True)
class _Work:
    """What needs the phrasings of all stories together, and what keeps a quick check from it."""

    library: Library
    meanings: Meanings | None
    means: Means

    @cached_property
    def texts(self) -> list[str]:
        return [clean(question) for _, entry in self.library.entries() for question in entry.questions]

    def tried(self) -> list[Concern]:
        """Ask the bot the knowledge's own phrasings, learnt and not learnt."""
        watch = self.means.watch
        with watch.during("Learning the knowledge"):
            answerer = Answerer(self.library, cache=self.means.cache, meanings=self.meanings)
        found = astray(self.library, answerer, self.meanings, watch)
        tried = [*unreached(answerer, watch), *lost_entries(found), *misleading(found)]
        return list(unsettled(self.library, tried))

    @property
    def cost(self) -> str | None:
        """What is not done in a moment, and why; None if it is."""
        new = self.meanings.unread(self.texts) if self.meanings else 0
        count = len(self.texts)
        if new <= _QUICK_TO_READ and count <= _QUICK_TO_LEARN:
            return None
        return f"whether the bot reaches every entry, also by phrasings that it has not learnt ({count:,} to be learnt)"


def _once(found: list[Concern]) -> list[Concern]:
    """Keep one warning of a kind an entry where two ways lead to the same."""
    seen: dict[object, Concern] = {}
    for each in found:
        key = (each.kind, each.story, each.entry) if each.kind is Kind.UNREACHED else each
        seen.setdefault(key, each)
    return list(seen.values())


def _place(concern: Concern) -> tuple[int, str]:
    """Sort by kind and story; within these the order in which they were found stays."""
    return _ORDER.index(concern.kind), concern.story
