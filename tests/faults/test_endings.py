"""What no second try would change ends the program, with one clear line and a status that says so."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

import pytest

from tests.bench.folders import generated, write_knowledge
from tests.local_discord import LocalDiscord
from tests.local_discord.launch import command


async def started(local: LocalDiscord, knowledge: Path) -> asyncio.subprocess.Process:
    """The program, online."""
    own = {"DISCORD_TOKEN": local.token, "KNOWLEDGE_DIR": str(knowledge), "CACHE_DIR": "off", "RECORDS": "off"}
    process = await asyncio.create_subprocess_exec(
        *command(local.rest_url, local.gateway_url, "run"),
        env={**os.environ, **own, "ENCODER": "off"},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    await local.online(within=60)
    return process


async def ended(process: asyncio.subprocess.Process) -> tuple[int | None, list[str]]:
    """The status and the lines of a program that ends."""
    _, errors = await process.communicate()
    return process.returncode, errors.decode().splitlines()


@pytest.mark.parametrize(
    ("code", "line"),
    [
        (4004, "bot: Discord does not know this DISCORD_TOKEN any more."),
        (4011, "bot: The bot is in more servers than one connection may serve"),
        (4012, "bot: Discord does not speak this version of the gateway any more"),
        (4013, "bot: Discord does not know an intent that is asked for"),
        (4014, "bot: Discord refuses the Message Content intent"),
    ],
)
async def test_a_refusal_in_the_midst_of_it_is_one_line_and_a_status(
    local: LocalDiscord, tmp_path: Path, code: int, line: str
) -> None:
    """No traceback, no second try, and a status other than 0."""
    knowledge = write_knowledge(tmp_path, *generated(4, 12, seed=1))
    process = await started(local, knowledge)
    local.gateway.close(code)
    status, lines = await ended(process)
    assert status == 2
    assert lines[-1].startswith(line)
    assert not [each for each in lines if "Traceback" in each]
    assert len(local.gateway.sessions) == 1


async def test_a_stop_while_discord_is_away_is_a_stop(local: LocalDiscord, tmp_path: Path) -> None:
    """The program does not wait until Discord is back, and its status is 0."""
    process = await started(local, write_knowledge(tmp_path, *generated(4, 12, seed=1)))
    await local.go_away()
    await local.until(lambda: not local.gateway.connections, "the connection to end")
    # Long enough for the bot to have tried in vain.
    await asyncio.sleep(0.5)
    process.send_signal(signal.SIGTERM)
    status, lines = await asyncio.wait_for(ended(process), 15)
    assert status == 0, lines
    await local.come_back()
