"""The bot as a program of its own, against a local Discord."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from tests.local_discord import LocalDiscord
from tests.local_discord.launch import command

Process = asyncio.subprocess.Process
Start = Callable[..., Awaitable[Process]]
# How long a program may take to start, on a machine that does other work too.
START_SECONDS = 30.0
QUESTION, ANSWER = "when does the bridge open?", "before Sunday"


@pytest.fixture
async def start(local: LocalDiscord, tmp_path: Path, story_folder: Callable[..., Path]) -> AsyncIterator[Start]:
    """Starts ``python -m bot``; keywords are settings, by default for a small story and records of the test's own."""
    started: list[Process] = []
    small = {"KNOWLEDGE_DIR": story_folder().parent, "ENCODER": "off", "CACHE_DIR": "off"}

    async def make(*arguments: str, stderr: Any = asyncio.subprocess.PIPE, **settings: object) -> Process:
        own = {"DISCORD_TOKEN": local.token, "RECORDS": tmp_path / "data" / "records.db"} | small | settings
        environment = {**os.environ, **{name: str(value) for name, value in own.items()}}
        line = [*command(local.rest_url, local.gateway_url, "run")[1:], *arguments]
        started.append(await asyncio.create_subprocess_exec(sys.executable, *line, env=environment, stderr=stderr))
        return started[-1]

    yield make
    for each in started:
        if each.returncode is None:
            each.send_signal(signal.SIGKILL)
            await each.communicate()


async def soon(found: Callable[[], object], what: str, within: float = 10.0) -> None:
    """Wait until something is so that nobody announces, such as that a request has begun."""
    try:
        async with asyncio.timeout(within):
            while not found():  # noqa: ASYNC110
                await asyncio.sleep(0.01)
    except TimeoutError:
        raise AssertionError(f"waited {within} s in vain for {what}") from None


async def ended(process: Process, within: float = 20.0) -> tuple[int | None, str]:
    """The status of a program that ends by itself, and what it logged."""
    async with asyncio.timeout(within):
        _, errors = await process.communicate()
    return process.returncode, (errors or b"").decode()
