"""Waiting for what the bot does, and for it to have done nothing, without sleeping."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from .gateway import Gateway
from .records import InteractionRecord, Request
from .world import Channel, Message

T = TypeVar("T")
# discord.py names the tasks in which it runs event handlers, commands, and the callbacks of views and modals.
HANDLER_TASKS = ("discord.py: on_", "CommandTree-invoker", "discord-ui-")
VIEW_TIMER = "BaseView.__timeout_task_impl"
TIMEOUT_TASK = "discord-ui-view-timeout-"
# A bot in this process is watched by its tasks. One in another process is only heard at its sockets: each round is a
# WebSocket ping there and back, so many rounds leave its event loop many turns to reach the next request.
ROUNDS_IN_PROCESS, ROUNDS_OUTSIDE = 2, 40
HANDLER_PATIENCE = 0.25


class Waiting:
    """Everything that waits, over the records of one local Discord."""

    gateway: Gateway

    def __init__(self, timeout: float) -> None:
        self.timeout = timeout
        self.in_process = False
        self.requests: list[Request] = []
        self.running_requests: list[Request] = []
        self._change = asyncio.Event()
        self._read: dict[int, int] = {}

    def sent(self, channel: Channel) -> list[Message]:
        """The bot's own messages in a channel."""
        raise NotImplementedError

    def changed(self) -> None:
        """Wake everybody who waits; called after every change of state."""
        self._change.set()
        self._change = asyncio.Event()

    async def until(self, found: Callable[[], T], what: str = "it", within: float | None = None) -> T:
        """Wait until found() is true and return what it found; a timeout fails the test and says what was awaited."""
        seconds = self.timeout if within is None else within
        try:
            async with asyncio.timeout(seconds):
                while not (result := found()):
                    await self._change.wait()
                return result
        except TimeoutError:
            last = [f"{request.method} {request.path} -> {request.status}" for request in self.requests[-5:]]
            raise AssertionError(f"waited {seconds} s in vain for {what}; the last requests were {last}") from None

    async def online(self, within: float | None = None) -> None:
        """Wait until a bot is connected, and has taken in READY (or what it missed) and its guilds."""
        await self.until(lambda: self.gateway.online, "the bot to connect", within)
        await self.gateway.delivered()

    async def request(self, method: str, path: str, within: float | None = None) -> Request:
        """Wait for a request with this method and exact path to have been dealt with; the latest of them."""

        def dealt_with() -> list[Request]:
            found = [item for item in self.requests if (item.method, item.path) == (method, path)]
            return [item for item in found if item not in self.running_requests]

        return (await self.until(dealt_with, f"{method} {path}", within))[-1]

    async def answered(self, record: InteractionRecord, within: float | None = None) -> InteractionRecord:
        """Wait for an interaction's answer, or for Discord to have refused one, and for the bot's handler to end."""
        await self.until(lambda: record.answered or record.refused, f"an answer to {record.name!r}", within)
        await self._handlers_end(HANDLER_PATIENCE)
        return record

    async def next_message(
        self, channel: Channel, *, after: Message | None = None, within: float | None = None
    ) -> Message:
        """The bot's next message in a channel that this method has not returned yet, or its first after a message.

        Answers to interactions are not counted: they belong to their records.
        """
        mark = after.id if after else self._read.get(channel.id, 0)
        what = f"a message of the bot in #{channel.name or channel.id}"
        message = (await self.until(lambda: self._newer(channel, mark), what, within))[0]
        self._read[channel.id] = max(message.id, self._read.get(channel.id, 0))
        await self._handlers_end(HANDLER_PATIENCE)
        return message

    async def nothing_sent(self, channel: Channel, *, after: Message | None = None) -> None:
        """Fail if the bot, once it has settled, has sent a message that ``next_message`` has not returned."""
        await self.settle()
        mark = after.id if after else self._read.get(channel.id, 0)
        surplus = [message.content for message in self._newer(channel, mark)]
        assert not surplus, f"the bot should have kept silent in #{channel.name or channel.id}, but said {surplus}"

    def _newer(self, channel: Channel, mark: int) -> list[Message]:
        return [message for message in self.sent(channel) if message.id > mark]

    async def settle(self) -> None:
        """Wait until the bot has dealt with everything it was told.

        A round: every connected client has answered a ping sent behind all events, so it has read them and started
        its handlers; no handler task runs in this process; no request is being answered. The bot has settled when
        some rounds in a row saw no new request. Not seen: tasks that the bot starts beside its handlers and, in another
        process, whatever a handler waits for that is not a request, such as a thread or a sleep.
        """
        quiet, rounds = 0, ROUNDS_IN_PROCESS if self.in_process else ROUNDS_OUTSIDE
        while quiet < rounds:
            before = len(self.requests)
            await self.gateway.delivered()
            if await self._handlers_end(self.timeout):
                raise AssertionError(f"handlers still run after {self.timeout} s: {_handlers()}")
            await self.until(lambda: not self.running_requests, "requests to be answered")
            quiet = quiet + 1 if len(self.requests) == before else 0

    async def _handlers_end(self, patience: float) -> set[asyncio.Task[object]]:
        """Let the handlers of a bot in this process end; those that outlast the patience are returned."""
        handlers = _handlers()
        return (await asyncio.wait(handlers, timeout=patience))[1] if handlers else set()


def _handlers() -> set[asyncio.Task[object]]:
    return {
        task
        for task in asyncio.all_tasks()
        if task.get_name().startswith(HANDLER_TASKS) and not task.get_name().startswith(TIMEOUT_TASK)
    }


async def stop_view_timers() -> None:
    """End the timers of views: discord.py leaves them behind when a client closes."""
    timers = [task for task in asyncio.all_tasks() if VIEW_TIMER in getattr(task.get_coro(), "__qualname__", "")]
    for timer in timers:
        timer.cancel()
    await asyncio.gather(*timers, return_exceptions=True)
