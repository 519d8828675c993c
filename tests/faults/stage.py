"""A bot on a local Discord with people who ask before, during and after a fault, and the count of what came of it."""

from __future__ import annotations

import asyncio
import gc
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import psutil

from bot.answering.answerer import Answerer
from bot.answering.desk import Desk
from bot.config import Settings
from bot.discord.client import VerbatimClient
from tests.local_discord import Channel, InteractionRecord, LocalDiscord, Message, records
from tests.local_discord.commands import invocation
from tests.local_discord.fast_loop import FastLoop

# Seconds of the loop's own time after which a question counts as lost.
PATIENCE = 900.0
_HEARTBEATS_A_MINUTE = 6
_SERVER_TASKS = ("RequestHandler.start", "Connection._write")


@dataclass(frozen=True)
class Script:
    """A fault by name: what happens, and what of the questions it touches can't be answered by anybody."""

    name: str
    play: Callable[[Stage], Awaitable[None]]


@dataclass
class Report:
    """What a script came to. ``hopeless`` questions are those that Discord itself does not let the bot answer."""

    name: str
    delivered: int = 0
    undelivered: int = 0
    hopeless: int = 0
    answered: int = 0
    doubled: int = 0
    lost: int = 0
    came_back_after: float | None = None
    tasks_left: int = 0
    files_left: int = 0
    threads_left: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether nothing was lost, doubled, left behind or else went wrong."""
        return not (self.doubled or self.lost or self.tasks_left or self.files_left or self.threads_left) and (
            not self.problems
        )


class Stage:
    """What a script may do, and what it has asked."""

    def __init__(self, local: LocalDiscord, bot: VerbatimClient, question: str) -> None:
        self.local, self.bot, self.question = local, bot, question
        self.channel = local.general
        self.mentions: list[Message] = []
        self.slashes: list[InteractionRecord] = []
        self.hopeless: set[int] = set()
        self.sent: Counter[int] = Counter()
        self.trouble_began: float | None = None
        self.came_back: float | None = None
        self.problems: list[str] = []
        self._people = 0
        local.gateway.on_sent = self._note_sent

    def _note_sent(self, frame: dict[str, Any]) -> None:
        if frame.get("t") in ("MESSAGE_CREATE", "INTERACTION_CREATE"):
            self.sent[int(frame["d"]["id"])] += 1

    def now(self) -> float:
        """Seconds of the loop's own time."""
        return asyncio.get_running_loop().time()

    def began(self) -> None:
        """Note that the trouble begins."""
        self.trouble_began = self.now()

    async def back(self, within: float = PATIENCE) -> None:
        """Wait until the bot is connected again, and note when that was."""
        await self.local.until(lambda: self.local.gateway.online, "the bot to come back", within)
        if self.trouble_began is not None and self.came_back is None:
            self.came_back = self.now() - self.trouble_began

    def mention(self, channel: Channel | None = None) -> Message:
        """Somebody mentions the bot with a question; nobody waits for anything."""
        actor = self.local.user(f"person-{self._next()}")
        message = actor._compose(channel or self.channel, self.question, mention_bot=True)
        self.mentions.append(message)
        self.local.post(message)
        return message

    def slash(self) -> InteractionRecord:
        """Somebody uses /ask; nobody waits for anything."""
        actor = self.local.user(f"person-{self._next()}")
        data = invocation(self.local, self.channel, "ask", {"question": self.question})
        record = actor._record(records.COMMAND, self.channel, data, [0], name="ask")
        self.slashes.append(record)
        self.local.interact(record)
        return record

    def _next(self) -> int:
        self._people = (self._people + 1) % 5
        return self._people

    def ask(self, count: int = 2) -> None:
        """So many mentions, and as many commands."""
        for _ in range(count):
            self.mention()
            self.slash()

    def give_up(self, *asked: Message | InteractionRecord) -> None:
        """Questions that can't be answered under this fault."""
        self.hopeless.update(each.id for each in asked)

    async def settled(self, within: float = PATIENCE) -> None:
        """Wait until every question that has been delivered and can be answered has an answer, or for so long."""
        try:
            # Whatever has been announced is written, and read by the bot.
            async with asyncio.timeout(within):
                await self.local.gateway.delivered()
            await self.local.until(lambda: not self.open_questions(), "every answer", within)
        except (AssertionError, TimeoutError) as error:
            self.problems.append(str(error))
        await self.local._handlers_end(PATIENCE)

    def open_questions(self) -> list[int]:
        """The questions that have been delivered and lack an answer that they could have."""
        return [number for number in self.delivered() if not self.answers(number) and number not in self.hopeless]

    def delivered(self) -> list[int]:
        """The questions that have been written to the bot's connection."""
        return [each.id for each in (*self.mentions, *self.slashes) if self.sent[each.id]]

    def answers(self, number: int) -> int:
        """How many answers people see to a question."""
        by_reply = sum(
            1
            for channel in {each.channel.id: each.channel for each in self.mentions}.values()
            for message in self.local.sent(channel)
            if (message.reply_to and message.reply_to.id == number) or message.nonce == str(number)
        )
        own = next((each for each in self.slashes if each.id == number), None)
        return by_reply + (own.answered + len(own.followups) if own else 0)

    def report(self, name: str) -> Report:
        """Count."""
        delivered = self.delivered()
        counted = {number: self.answers(number) for number in delivered}
        asked = len(self.mentions) + len(self.slashes)
        return Report(
            name,
            delivered=len(delivered),
            undelivered=asked - len(delivered),
            hopeless=sum(not counted[number] for number in self.hopeless if number in counted),
            answered=sum(map(bool, counted.values())),
            doubled=sum(count > 1 for count in counted.values()),
            lost=len(self.open_questions()),
            came_back_after=self.came_back,
            problems=self.problems,
        )


def played(script: Script, answerer: Answerer, question: str, speed: float = 60.0) -> Report:
    """Play a script on a loop whose time runs ``speed`` times as fast."""
    process = psutil.Process()
    gc.collect()
    files, threads = process.num_fds(), process.num_threads()
    with asyncio.Runner(loop_factory=lambda: FastLoop(speed)) as runner:
        report = runner.run(_played(script, answerer, question, speed))
    gc.collect()
    # Threads that were told to end take a moment.
    end = time.monotonic() + 2
    while process.num_threads() > threads and time.monotonic() < end:
        time.sleep(0.01)
    report.files_left = max(0, process.num_fds() - files)
    report.threads_left = max(0, process.num_threads() - threads)
    return report


async def _played(script: Script, answerer: Answerer, question: str, speed: float) -> Report:
    before = asyncio.all_tasks()
    async with LocalDiscord(timeout=PATIENCE) as local:
        # Heartbeats come from a thread, to which time is what it is.
        local.gateway.heartbeat_seconds = 60 / _HEARTBEATS_A_MINUTE / speed
        settings = Settings(questions_per_minute=0, channel_answers_per_minute=0)
        bot = VerbatimClient(Desk(answerer), settings, guild_ready_timeout=0)
        async with local.running(bot):
            stage = Stage(local, bot, question)
            stage.ask()
            await stage.settled()
            running = _names()
            await script.play(stage)
            await stage.back()
            stage.ask()
            await stage.settled()
            left = await _left(stage, running)
            report = stage.report(script.name)
            report.tasks_left = left.total()
            report.problems += [f"left: {name}" for name in left]
            if bot.courier.waiting:
                report.problems.append(f"{bot.courier.waiting} deliveries still wait")
    report.tasks_left += len(asyncio.all_tasks() - before)
    return report


def _names() -> Counter[str]:
    """What runs now, without the local Discord's own side of each connection."""
    names = [getattr(task.get_coro(), "__qualname__", "") for task in asyncio.all_tasks()]
    return Counter(name for name in names if name not in _SERVER_TASKS)


async def _left(stage: Stage, before: Counter[str]) -> Counter[str]:
    """Let what ends by itself end, sockets and requests, and return what runs that did not run before."""
    end = stage.now() + 120
    while (left := _names() - before) and stage.now() < end:  # noqa: ASYNC110 - nothing tells
        await asyncio.sleep(1)
    return left
