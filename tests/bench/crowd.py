"""Many people in many servers on a local Discord that keeps little, and the bot as a program of its own."""

from __future__ import annotations

import asyncio
import gc
import os
import random
import signal
import sys
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import psutil

from tests.local_discord import Channel, InteractionRecord, LocalDiscord, Message, records
from tests.local_discord.actor import Actor
from tests.local_discord.commands import invocation

_PATIENCE = 60.0
_KEPT_PER_CHANNEL = 20
_KEPT_FRAMES, _KEPT_INTERACTIONS = 100, 5_000


class BusyDiscord(LocalDiscord):
    """A local Discord that tells each asker of their own answer alone, and forgets what is over."""

    def __init__(self) -> None:
        super().__init__(timeout=_PATIENCE)
        self._awaited: dict[int, asyncio.Future[Message]] = {}

    def answer_to(self, number: int) -> asyncio.Future[Message]:
        """What the bot will answer to a message or an interaction."""
        return self._awaited.setdefault(number, asyncio.get_running_loop().create_future())

    def post(self, message: Message) -> None:
        """Put a message into its channel, and tell whoever waits for it."""
        super().post(message)
        if message.author is not self.bot:
            return
        cause = int(message.interaction["id"]) if message.interaction else message.reply_to and message.reply_to.id
        waiting = self._awaited.pop(cause or 0, None)
        if waiting and not waiting.done():
            waiting.set_result(message)

    def forget(self) -> None:
        """Let go of what nobody looks at any more: a benchmark goes on for longer than a test."""
        self.requests.clear()
        # One that is still worked on must be known.
        old = self.interactions[:-_KEPT_INTERACTIONS]
        del self.interactions[:-_KEPT_INTERACTIONS]
        for record in old:
            self.by_token.pop(record.token, None)
            self.asked_at.pop(record.id, None)
        self.gateway.received.clear()
        for session in self.gateway.sessions:
            del session.log[:-_KEPT_FRAMES]
        for channel in self.world.channels.values():
            for number in list(channel.messages)[:-_KEPT_PER_CHANNEL]:
                # Discord holds on to a question: without it, its answer would be nobody's reply.
                if number not in self._awaited:
                    del channel.messages[number]


class Person:
    """Somebody with a channel to ask in; an answer is waited for, and timed."""

    def __init__(self, local: BusyDiscord, actor: Actor, channel: Channel) -> None:
        self.local, self.actor, self.channel = local, actor, channel

    async def mentions(self, question: str) -> tuple[Message, float]:
        """Mention the bot; return its answer and the seconds that it took."""
        message = self.actor._compose(self.channel, question, mention_bot=True)
        return await self._answer(message.id, lambda: self.local.post(message))

    async def asks(self, question: str) -> tuple[Message, float]:
        """Use /ask; return the answer and the seconds that it took."""
        record = self.command(question)
        return await self._answer(record.id, lambda: self.local.interact(record))

    def command(self, question: str) -> InteractionRecord:
        """The use of /ask, of which nobody has been told yet."""
        data = invocation(self.local, self.channel, "ask", {"question": question})
        return self.actor._record(records.COMMAND, self.channel, data, [0], name="ask")

    async def _answer(self, number: int, act: object) -> tuple[Message, float]:
        answer = self.local.answer_to(number)
        began = time.perf_counter()
        act()  # type: ignore[operator]
        async with asyncio.timeout(_PATIENCE):
            return await answer, time.perf_counter() - began


def settle_people(local: BusyDiscord, people: int, servers: int) -> list[Person]:
    """Spread people over servers with a channel each; the bot must not be connected yet."""
    channels = [local.general]
    for number in range(servers - 1):
        guild = local.world.add_guild(f"server-{number}")
        channels.append(local.world.add_channel(guild, "general"))
    settled = []
    for number in range(people):
        channel = channels[number % servers]
        actor = local.user(f"person-{number}", member=False)
        assert channel.guild
        local.world.join(channel.guild, actor.user)
        settled.append(Person(local, actor, channel))
    return settled


@contextmanager
def without_pauses() -> Iterator[None]:
    """Collect garbage before the crowd asks, and none meanwhile.

    Else all people would stand still for a tenth of a second, and then ask at once what they meant to ask by and by.
    """
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@asynccontextmanager
async def bot_process(
    local: BusyDiscord, bot: str, file: Path, settings: Mapping[str, str]
) -> AsyncIterator[psutil.Process]:
    """A bot as a program of its own, connected; stopped at the end, with its figures in the file."""
    own = {"DISCORD_TOKEN": local.token, "QUESTIONS_PER_MINUTE": "0", "CHANNEL_ANSWERS_PER_MINUTE": "0"}
    own |= {"LOG_LEVEL": "ERROR", **settings}
    command = [sys.executable, "-m", "tests.bench.probed", local.rest_url, local.gateway_url, str(file), bot]
    process = await asyncio.create_subprocess_exec(*command, env={**os.environ, **own})
    try:
        await local.online(within=300)
        if bot != "bare":
            await local.until(local.commands, "its commands", 60)
        yield psutil.Process(process.pid)
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        await process.wait()


def mebibytes(process: psutil.Process) -> float:
    """The resident memory of a process."""
    return float(process.memory_info().rss / 2**20)


def draw_question(questions: Sequence[str], draw: random.Random) -> str:
    """A question that somebody may ask."""
    return draw.choice(questions)[:300]
