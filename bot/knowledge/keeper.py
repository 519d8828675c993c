"""The keeper of the knowledge: reads it anew, shows what would change, applies it, and goes back.

Reading and learning happen on a thread of their own beside the answers, one at a time. What is served is swapped by one
reference, and only for what was verified whole and was shown; a mistake on the way changes nothing.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TypeVar

from bot.answering.desk import Desk, Edition
from bot.errors import BotError
from bot.knowledge.difference import Difference, difference
from bot.knowledge.folder import FolderChange, trial, written
from bot.knowledge.history import Act, History, Version
from bot.knowledge.landing import Moves, moves
from bot.knowledge.source import Source
from bot.records import Records, RecordsError
from bot.stories import KnowledgeError, Library

T = TypeVar("T")
# Makes a change for what a folder holds.
Make = Callable[[Library], FolderChange]
_log = logging.getLogger(__name__)
# A proposal is an edition in memory, so the last one only is kept, and not for ever.
PROPOSAL_SECONDS = 30 * 60.0


class BusyError(BotError):
    """The knowledge is being read already."""

    def __init__(self, since: float) -> None:
        """Take the time (seconds since 1970) at which that began."""
        super().__init__("The knowledge is being read already.")
        self.since = since


class GoneError(BotError):
    """A proposal that is not kept any more: applied, discarded, replaced, or of another life of this process."""


class OutdatedError(BotError):
    """What a proposal was made of has changed since it was shown; ``proposal`` shows what is there now."""

    def __init__(self, proposal: Proposal) -> None:
        """Take the proposal to show in its place."""
        super().__init__("The knowledge has changed since this was shown.")
        self.proposal = proposal


@dataclass(frozen=True, slots=True)
class Proposal:
    """A verified edition that waits for a word.

    base: the digest of the library that it was compared with.
    change: what has to be written into the folder first, None where it holds everything; ``make`` makes it anew.
    """

    token: str
    act: Act
    edition: Edition
    base: str
    difference: Difference
    moves: Moves
    seconds: float
    change: FolderChange | None = None
    make: Make | None = None

    @property
    def library(self) -> Library:
        """The library that would be served."""
        return self.edition.library


class Keeper:
    """Looks after what a desk serves; closed with it."""

    def __init__(
        self,
        desk: Desk,
        source: Source,
        records: Records | None = None,
        clock: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        """Serve from ``source``; ``records`` know what people asked lately.

        ``clock`` tells seconds since 1970, for people; ``steady`` seconds that nobody sets, for the age of a proposal.
        """
        self.desk, self.source = desk, source
        self.records, self._clock, self._steady = records or Records(), clock, steady
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="knowledge")
        self._busy_since: float | None = None
        self._proposal: tuple[float, Proposal] | None = None
        # How often a version came into use in each way, and how often a folder was too faulty for that.
        self.served: Counter[Act] = Counter()
        self.refused = 0
        self.history = History(Version(desk.edition.library, clock(), Act.START))

    async def propose(self) -> Proposal:
        """Read the folder anew, and keep what it holds as the proposal; raise KnowledgeError if it is faulty."""
        with self._alone():
            return self._kept(await self._proposed(Act.RELOAD, await self._work(self.source.read)))

    async def check(self) -> Proposal:
        """Do the same and keep nothing."""
        with self._alone():
            return await self._proposed(Act.RELOAD, await self._work(self.source.read))

    async def propose_back(self, name: str = "") -> Proposal:
        """Make a proposal of an earlier version, the last by default; raise GoneError if there is none."""
        version = self.history.find(name)
        if version is None:
            raise GoneError(name)
        with self._alone():
            return self._kept(await self._proposed(Act.ROLLBACK, version.library))

    async def propose_change(self, make: Make) -> Proposal:
        """Try a change of the folder on a copy, and keep that as the proposal.

        Raises KnowledgeError with the faults of the folder or of the change, and whatever ``make`` raises.
        """
        with self._alone():
            return self._kept(await self._tried(make, await self._work(self.source.read)))

    async def apply(self, token: str, by: str | None = None) -> Version:
        """Serve a proposal, after writing its change into the folder if it has one.

        Raises GoneError, OutdatedError with what is there now, KnowledgeError if that is faulty, BusyError, and OSError
        if the folder can't be written; then nothing has changed.
        """
        proposal = self.pending(token)
        with self._alone():
            await self._still(proposal)
            if proposal.change is not None:
                await self._write(proposal, proposal.change)
            self._proposal = None
            if proposal.moves.answered:
                self.records.settle(proposal.moves.answered)
            return await self._serve(proposal.edition, proposal.act, by)

    def discard(self, token: str) -> None:
        """Forget a proposal; raise GoneError if it is not kept any more."""
        self.pending(token)
        self._proposal = None

    def pending(self, token: str) -> Proposal:
        """Return a proposal that waits; raise GoneError if it does not."""
        if self._proposal is not None:
            made, proposal = self._proposal
            if self._steady() - made > PROPOSAL_SECONDS:
                self._proposal = None
            elif proposal.token == token:
                return proposal
        raise GoneError(token)

    async def reload(self, act: Act = Act.SIGNAL) -> Version:
        """Read the folder anew and serve it without asking; raise KnowledgeError if it is faulty."""
        with self._alone():
            library = await self._work(self.source.read)
            edition = await self._learnt(library)
            return await self._serve(edition, act, None)

    @property
    def version(self) -> Version:
        """The version that is served."""
        return self.history.current

    def close(self) -> None:
        """Give the thread back, at once even if it is learning."""
        self.source.close()
        self._worker.shutdown(wait=False, cancel_futures=True)

    async def _still(self, proposal: Proposal) -> None:
        """Raise OutdatedError unless a proposal says what applying it would do."""
        if proposal.act is not Act.ROLLBACK:
            library = await self._work(self.source.read)
            expected = proposal.change.base if proposal.change else proposal.library.digest
            if library.digest != expected:
                raise OutdatedError(self._kept(await self._anew(proposal, library)))
        if self.desk.edition.library.digest != proposal.base:
            again = await self._proposed(proposal.act, proposal.library)
            raise OutdatedError(self._kept(replace(again, change=proposal.change, make=proposal.make)))

    async def _anew(self, proposal: Proposal, library: Library) -> Proposal:
        """Return what a proposal comes to now that the folder holds something else."""
        return await (self._tried(proposal.make, library) if proposal.make else self._proposed(Act.RELOAD, library))

    async def _tried(self, make: Make, library: Library) -> Proposal:
        change = await self._work(lambda: make(library))
        tried = await self._work(lambda: trial(self.source.folder, change))
        return replace(await self._proposed(Act.EDIT, tried), change=change, make=make)

    async def _write(self, proposal: Proposal, change: FolderChange) -> None:
        """Write a change, and take it back unless the folder then holds what was verified and shown."""

        def write() -> bool:
            with written(self.source.folder, change) as done:
                if self.source.read().digest == proposal.library.digest:
                    done.keep()
            return done.is_kept

        if not await self._work(write):
            library = await self._work(self.source.read)
            raise OutdatedError(self._kept(await self._anew(proposal, library)))

    async def _proposed(self, act: Act, library: Library) -> Proposal:
        """Learn a library and compare it with the one that is served."""
        began = time.perf_counter()
        before = self.desk.edition
        asked = await self._asked_lately()
        edition = await self._learnt(library)
        differs = await self._work(lambda: difference(before.library, library))
        moved = await self._work(lambda: moves(before.answerer, edition.answerer, asked)) if differs else Moves()
        seconds = time.perf_counter() - began
        return Proposal(secrets.token_hex(8), act, edition, before.library.digest, differs, moved, seconds)

    async def _asked_lately(self) -> list[str]:
        """Return what was asked in vain, the most asked first; nothing while that can't be read."""
        try:
            found = await self.records.unanswered()
        except RecordsError:
            return []
        return [each.text for each in sorted(found, key=lambda each: -each.count)]

    async def _learnt(self, library: Library) -> Edition:
        served = self.desk.edition
        if library.digest == served.library.digest:
            return served
        return await self._work(lambda: self.source.learn(library, served.answerer.conversations))

    async def _serve(self, edition: Edition, act: Act, by: str | None) -> Version:
        before = self.version
        self.desk.use(edition)
        version = Version(edition.library, self._clock(), act, by)
        self.history.add(version)
        self.served[act] += 1
        self.records.reloaded(act, before.name, version.name)
        _log.info("knowledge version %s is in use, after %s, by %s", version.name, before.name, act)
        del edition
        await self._work(self.source.tidy)
        return version

    def _kept(self, proposal: Proposal) -> Proposal:
        self._proposal = (self._steady(), proposal)
        return proposal

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if self._busy_since is not None:
            raise BusyError(self._busy_since)
        self._busy_since = self._clock()
        try:
            yield
        except KnowledgeError:
            self.refused += 1
            raise
        finally:
            self._busy_since = None

    async def _work(self, job: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._worker, job)
