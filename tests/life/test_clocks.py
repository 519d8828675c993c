"""The wall clock is set forth and back, by years: limits, talks, proposals, uptime and records do not mind."""

from __future__ import annotations

import inspect
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.answering.answerer import Answerer
from bot.answering.conversation import Conversations
from bot.answering.desk import Desk
from bot.answering.records import Answer, Outcome
from bot.config import Settings
from bot.discord.client import VerbatimClient
from bot.discord.cooldown import Buckets
from bot.discord.limits import Limits
from bot.knowledge.keeper import Keeper
from bot.knowledge.source import Source
from bot.log import JsonFormatter
from bot.records import Records
from bot.records.store import Store
from bot.stories import load_library
from tests.test_log import record

YEARS = 10 * 365 * 86_400.0
JUMPS = pytest.mark.parametrize("jump", [YEARS, -YEARS, 3_601.0, -3_601.0])
VAIN = Answer(Outcome.UNSURE, "", 0.1, "0123abcd")


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Sets the clock of this process to another time than it is."""
    real = time.time
    return lambda seconds: monkeypatch.setattr(time, "time", lambda: real() + seconds)


@pytest.fixture
def folder(story_folder: Callable[..., Path]) -> Path:
    """A small knowledge folder."""
    return story_folder().parent


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Buckets, "clock"),
        (Limits, "clock"),
        (VerbatimClient, "clock"),
        (Conversations, "clock"),
        (Keeper, "steady"),
        (Store, "steady"),
    ],
)
def test_what_takes_time_goes_by_a_clock_that_nobody_sets(kind: type, name: str) -> None:
    """Limits, talks, the age of a proposal: fifteen minutes are fifteen minutes."""
    assert inspect.signature(kind).parameters[name].default is time.monotonic


@JUMPS
async def test_a_proposal_waits(set_clock: Callable[[float], None], folder: Path, jump: float) -> None:
    """What was shown to a moderator a minute ago can be applied."""
    desk = Desk(Answerer(load_library(folder)))
    keeper = Keeper(desk, Source(folder), clock=now)
    try:
        proposal = await keeper.propose()
        set_clock(jump)
        assert keeper.pending(proposal.token) is proposal
        assert (await keeper.apply(proposal.token)).name == proposal.library.version
    finally:
        keeper.close()
        desk.close()


@JUMPS
async def test_the_uptime_is_what_it_was(set_clock: Callable[[float], None], folder: Path, jump: float) -> None:
    """The start is told by today's clock, so that "started a minute ago" stays true."""
    client = VerbatimClient(Desk(Answerer(load_library(folder))), Settings(), guild_ready_timeout=0)
    set_clock(jump)
    assert 0 <= client.uptime < 60
    assert 0 <= time.time() - client.started_at < 60
    await client.close()


@JUMPS
async def test_records_are_kept(
    set_clock: Callable[[float], None], tmp_path: Path, jump: float, caplog: pytest.LogCaptureFixture
) -> None:
    """A clock that runs ten years ahead for a day does not drop what was kept for ninety days; reading goes on."""
    records = Store(str(tmp_path / "records.db"), 90, clock=now)
    records.asked("how high is the moon", VAIN)
    assert len(await records.unanswered()) == 1
    set_clock(jump)
    a_day_later(records)
    records.asked("how deep is the sea", VAIN)
    assert {each.text for each in await records.unanswered()} == {"how high is the moon", "how deep is the sea"}
    assert "the clock was set anew: what is too old is dropped a day later" in caplog.messages
    set_clock(0.0)
    a_day_later(records)
    a_day_later(records)
    assert len(await records.unanswered()) == 2
    records.close()


async def test_a_clock_that_stays_set_is_followed_a_day_later(
    set_clock: Callable[[float], None], tmp_path: Path
) -> None:
    """It was right, then: what is old is dropped after all."""
    records = Store(str(tmp_path / "records.db"), 90, clock=now)
    records.asked("how high is the moon", VAIN)
    assert await records.unanswered()
    set_clock(YEARS)
    for kept in (1, 0):
        a_day_later(records)
        assert len(await records.unanswered()) == kept
    records.close()


@JUMPS
def test_the_log_goes_on(set_clock: Callable[[float], None], jump: float) -> None:
    """Its times are those of the wall, as they are."""
    set_clock(jump)
    assert json.loads(JsonFormatter().format(record("hello")))["message"] == "hello"


def now() -> float:
    """Tell the time as it is set."""
    return time.time()


def a_day_later(records: Records) -> None:
    """Let the daily work come again with the next that is to be done."""
    writer: Any = records._writer
    writer._next_daily = 0.0
