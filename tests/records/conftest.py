"""Records on a database of each test's own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.answering.records import Answer, Offer, Outcome
from bot.records.store import Store
from bot.stories import Story

Open = Callable[..., Store]


class Clock:
    """A clock that tests move."""

    now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now

    def days(self, count: float) -> None:
        """Let days go by."""
        self.now += count * 86_400


@pytest.fixture
def clock() -> Clock:
    """The clock that the records go by."""
    return Clock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the database lies."""
    return tmp_path / "data" / "records.db"


@pytest.fixture
def open_records(file: Path, clock: Clock) -> Iterator[Open]:
    """Opens records that try again at once, and closes them."""
    opened: list[Store] = []

    def make(where: str = str(file), days: int = 90) -> Store:
        opened.append(Store(where, days, clock, pause=0.01, steady=clock))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


@pytest.fixture
def unsure(shipped_story: Story) -> Answer:
    """An answer that is none, with the entries that came nearest."""
    nearest = tuple(Offer(shipped_story, entry) for entry in shipped_story.entries[:3])
    return Answer(Outcome.UNSURE, "", 0.2, "0123abcd", candidates=nearest)


async def until(found: Callable[[], object], seconds: float = 10.0) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(seconds):
        while not found():  # noqa: ASYNC110 - what is waited for happens on another thread
            await asyncio.sleep(0.005)
