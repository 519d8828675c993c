"""The bot as a program of its own, with a stopwatch inside.

Times are taken in the bot's process: from an event's arrival out of the gateway to the moment at which the answer is
handed to the HTTP library, and how long each turn of the event loop takes.

Usage: ``python -m tests.bench.probed REST_URL GATEWAY_URL FILE [BOT]``, with the bot's settings in the environment. BOT
is ``verbatim``, ``unwatched`` (the same without a stopwatch, whose notes would take memory), or one of
tests/bench/constant_bot.py: ``constant``, ``bare``. A signal to stop ends the bot and writes the figures to FILE;
SIGUSR1 writes them at once, and SIGUSR2 the number of tasks.
"""

from __future__ import annotations

import asyncio
import json
import signal
import sys
import time
from array import array
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import discord
from discord.http import HTTPClient
from discord.state import ConnectionState
from discord.webhook.async_ import AsyncWebhookAdapter

from tests.local_discord.redirect import point_to

AUTOCOMPLETE, MESSAGE = 4, 0
KINDS = {2: "command", 3: "press", AUTOCOMPLETE: "autocomplete", 5: "form", MESSAGE: "mention"}
Call = Callable[..., Awaitable[Any]]
_TICK_SECONDS = 0.002
_KEPT_BLOCKS = 1_000


class Stopwatch:
    """What has been measured so far; nothing counts before the first interaction, for a start is no conversation."""

    def __init__(self) -> None:
        # As objects the times would be seen in the memory that is measured.
        self.times: dict[str, array[float]] = defaultdict(lambda: array("d"))
        self.turns: list[float] = []
        self.turned = 0
        self.done = False
        self.blocks: list[float] = []
        self.ticking: asyncio.Task[None] | None = None
        self.ticks = 0
        self._began: dict[int, tuple[str, float]] = {}

    def begin(self, number: int, kind: int) -> None:
        """An event has arrived."""
        if not self.done:
            self._began[number] = (KINDS[kind], time.perf_counter())

    def end(self, number: int) -> None:
        """Its first answer leaves."""
        kind, began = self._began.pop(number, ("", 0.0))
        if kind:
            self.times[kind].append((time.perf_counter() - began) * 1_000)

    def turn(self, seconds: float) -> None:
        """The event loop has run one callback."""
        if self.times:
            self.turned += 1
            self.turns.append(seconds * 1_000)
            if len(self.turns) > 2 * _KEPT_BLOCKS:
                self.turns = sorted(self.turns)[-_KEPT_BLOCKS:]

    async def tick(self) -> None:
        """Wake up every few milliseconds and note how much too late: the loop was blocked, or waited for a lock."""
        while True:
            began = time.perf_counter()
            await asyncio.sleep(_TICK_SECONDS)
            if self.times and not self.done:
                self.ticks += 1
                self.blocks.append((time.perf_counter() - began - _TICK_SECONDS) * 1_000)
                if len(self.blocks) > 2 * _KEPT_BLOCKS:
                    self.blocks = sorted(self.blocks)[-_KEPT_BLOCKS:]

    def write(self, file: Path) -> None:
        """Leave the figures to whoever started this, and measure no more."""
        if self.done:
            return
        self.done = True
        times = {kind: found.tolist() for kind, found in self.times.items()}
        figures = {"times": times, "longest turns": sorted(self.turns)[-20:], "turns": self.turned}
        figures |= {"longest blocks": sorted(self.blocks)[-_KEPT_BLOCKS:], "ticks": self.ticks}
        file.write_text(json.dumps(figures), encoding="utf-8")


def attach(watch: Stopwatch, *, turns: bool = True) -> None:
    """Put the stopwatch where events come in and answers go out; discord.py has no hooks for either."""
    _watch_events(watch)
    _watch_answers(watch)
    if turns:
        _watch_turns(watch)
    _watch_blocks(watch)


def _watch_events(watch: Stopwatch) -> None:
    interaction, message = ConnectionState.parse_interaction_create, ConnectionState.parse_message_create

    def parse_interaction_create(state: ConnectionState[Any], data: Any) -> None:
        watch.begin(int(data["id"]), data["type"])
        interaction(state, data)

    def parse_message_create(state: ConnectionState[Any], data: Any) -> None:
        # Its own answers come back as messages, too, and are answered by nothing.
        if not data["author"].get("bot"):
            watch.begin(int(data["id"]), MESSAGE)
        message(state, data)

    ConnectionState.parse_interaction_create = parse_interaction_create  # type: ignore[method-assign]
    ConnectionState.parse_message_create = parse_message_create  # type: ignore[method-assign]


def _watch_answers(watch: Stopwatch) -> None:
    respond: Call = AsyncWebhookAdapter.create_interaction_response
    send = HTTPClient.send_message

    def create_interaction_response(adapter: AsyncWebhookAdapter, interaction_id: int, *given: Any, **more: Any) -> Any:
        watch.end(interaction_id)
        return respond(adapter, interaction_id, *given, **more)

    def send_message(client: HTTPClient, channel: Any, *, params: Any) -> Any:
        reference = (params.payload or {}).get("message_reference") or {}
        watch.end(int(reference.get("message_id", 0)))
        return send(client, channel, params=params)

    AsyncWebhookAdapter.create_interaction_response = create_interaction_response  # type: ignore[method-assign]
    HTTPClient.send_message = send_message  # type: ignore[method-assign]


def _watch_turns(watch: Stopwatch) -> None:
    run = asyncio.Handle._run

    def timed(handle: asyncio.Handle) -> None:
        began = time.perf_counter()
        run(handle)
        watch.turn(time.perf_counter() - began)

    asyncio.Handle._run = timed  # type: ignore[method-assign]


def _watch_blocks(watch: Stopwatch) -> None:
    log_in = discord.Client.login

    async def login(client: discord.Client, token: str) -> None:
        watch.ticking = asyncio.create_task(watch.tick())
        await log_in(client, token)

    discord.Client.login = login  # type: ignore[method-assign]


def _write_tasks(file: Path) -> None:
    """Write how many tasks of each kind there are."""
    names = Counter(getattr(task.get_coro(), "__qualname__", "") for task in asyncio.all_tasks())
    beside = file.with_suffix(".new")
    beside.write_text(json.dumps(names), encoding="utf-8")
    beside.replace(file)


def run_probed(arguments: list[str]) -> int:
    """Run the bot until it is told to stop."""
    rest_url, gateway_url, file, bot = (*arguments, "verbatim")[:4]
    watch = Stopwatch()
    # Timing every turn of the loop costs time itself: no bot that is compared with another is watched so closely.
    if bot != "unwatched":
        attach(watch, turns=len(arguments) == 3)
    signal.signal(signal.SIGUSR1, lambda *_: watch.write(Path(file)))
    signal.signal(signal.SIGUSR2, lambda *_: _write_tasks(Path(file)))
    point_to(rest_url, gateway_url)
    status = _run(bot)
    watch.write(Path(file))
    return status


def _run(bot: str) -> int:
    if bot in ("verbatim", "unwatched"):
        # Not above: the memory of a bare client must not have the bot's in it.
        from bot.cli import main

        return main(["run"])
    from tests.bench.constant_bot import run

    return run(bot)


if __name__ == "__main__":
    raise SystemExit(run_probed(sys.argv[1:]))
