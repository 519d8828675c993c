"""Coming back to the gateway: how soon, and from what."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.answering.answerer import Answerer
from bot.answering.desk import Desk
from bot.config import Settings
from bot.discord.client import VerbatimClient
from bot.discord.reconnecting import Pace, until_reachable
from tests.local_discord import LocalDiscord
from tests.local_discord.fast_loop import FastLoop


class Watch:
    """A clock that moves when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


async def test_short_connections_are_returned_to_ever_later() -> None:
    """A few at once, then after waits that double, but not for ever."""
    watch = Watch()
    pace = Pace(watch, watch.sleep)
    for _ in range(12):
        await pace.wait()
    assert watch.slept == [1, 2, 4, 8, 16, 32, 32, 32]


async def test_after_a_long_connection_it_is_at_once_again() -> None:
    """The first connection, too."""
    watch = Watch()
    pace = Pace(watch, watch.sleep)
    short = []
    for lasted in (0, 0, 0, 0, 0, 3_600, 0):
        short.append(await pace.wait())
        watch.now += lasted
    assert short == [False, True, True, True, True, True, False]
    assert watch.slept == [1, 2]


async def test_a_day_of_short_connections_stays_under_discords_limit() -> None:
    """1,000 sessions a day, or the token is taken away."""
    watch = Watch()
    pace, begun = Pace(watch, watch.sleep), 0
    while watch.now < 24 * 3_600:
        await pace.wait()
        begun += 1
        watch.now += 0.1
    assert 800 < begun < 1_000


def test_a_closed_door_is_knocked_at_until_it_opens() -> None:
    """For as long as the time allows."""

    async def knock() -> tuple[float, float]:
        loop = asyncio.get_running_loop()
        async with LocalDiscord() as local:
            host, port = local.rest_url.split("/")[2].split(":")
            await local.go_away()
            began = loop.time()
            await until_reachable(host, int(port), 20)
            in_vain = loop.time() - began
            loop.call_later(15, lambda: asyncio.ensure_future(local.come_back()))
            began = loop.time()
            await until_reachable(host, int(port), 1_000)
            return in_vain, loop.time() - began

    with asyncio.Runner(loop_factory=lambda: FastLoop(60)) as runner:
        in_vain, opened = runner.run(knock())
    assert 20 <= in_vain < 60
    assert 15 <= opened < 60


@pytest.mark.parametrize("trouble", ["hang_ups", "refusals"])
def test_a_gateway_that_is_not_there_yet_at_the_start_is_waited_for(
    shipped_answerer: Answerer, trouble: str, caplog: pytest.LogCaptureFixture
) -> None:
    """discord.py alone ends with an AttributeError if the first connection fails (its issue 10520)."""

    async def start() -> str:
        async with LocalDiscord() as local:
            setattr(local.gateway.trouble, trouble, 3)
            bot = VerbatimClient(Desk(shipped_answerer), Settings(), guild_ready_timeout=0)
            async with local.running(bot):
                await local.user("alice").says(local.general, "who is Lavrov?", mention_bot=True)
                return (await local.next_message(local.general)).content

    with caplog.at_level(logging.WARNING, "bot"), asyncio.Runner(loop_factory=lambda: FastLoop(60)) as runner:
        assert "Russian Foreign Minister" in runner.run(start())
    told = [each for each in caplog.records if each.message.startswith("Discord's gateway can't be reached yet")]
    assert len(told) == 3
    assert not [each for each in told if each.exc_info]
