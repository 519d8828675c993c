"""How the bot connects to the local Discord, and comes back."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import discord
import pytest

from tests.local_discord import LocalDiscord
from tests.local_discord.launch import command
from tests.local_discord.tiny_bot import INTENTS, TinyBot

SEND = r"/channels/\d+/messages"


async def test_ready(local: LocalDiscord, bot: TinyBot) -> None:
    """The client knows itself, its guild and the channel, and has sent its intents."""
    assert bot.user is not None
    assert bot.user.id == local.bot.id
    assert [guild.name for guild in bot.guilds] == ["Newsroom"]
    assert bot.get_channel(local.general.id) is not None
    assert local.gateway.sessions[0].intents == INTENTS.value
    assert [f"{request.method} {request.path}" for request in local.requests] == [
        "GET /users/@me",
        "GET /oauth2/applications/@me",
        f"PUT /applications/{local.bot.id}/commands",
    ]


async def test_a_wrong_token_is_refused(local: LocalDiscord) -> None:
    """Login fails as it does with Discord."""
    client = TinyBot()
    with local.pointed_at(), pytest.raises(discord.LoginFailure):
        async with client:
            await client.start("wrong")


async def test_privileged_intents_must_be_allowed(local: LocalDiscord) -> None:
    """An intent that is off in the portal closes the gateway."""
    local.gateway.allowed_intents = INTENTS.value
    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with local.running(TinyBot(discord.Intents.all())):
            pass


async def test_member_chunks_and_presence(local: LocalDiscord) -> None:
    """Op 8 is answered with nobody, presence updates are taken in."""
    client = TinyBot(INTENTS | discord.Intents(members=True))
    async with local.running(client):
        await client.change_presence(status=discord.Status.idle)
        presence = await local.until(_received(local, 3), "op 3")
        assert await client.guilds[0].chunk() == []
    assert presence[0]["d"]["status"] == "idle"


def _received(local: LocalDiscord, op: int) -> Callable[[], list[dict[str, Any]]]:
    return lambda: [frame for frame in local.gateway.received if frame["op"] == op]


async def test_joining_a_guild(local: LocalDiscord, bot: TinyBot) -> None:
    """The bot learns of a new guild while it runs."""
    local.add_guild("New")
    await local.gateway.delivered()
    assert sorted(guild.name for guild in bot.guilds) == ["New", "Newsroom"]


async def test_reconnect_resumes(local: LocalDiscord, bot: TinyBot) -> None:
    """After op 7, and after a cut, the client resumes and gets what it missed."""
    alice = local.user("alice")
    for number, trouble in enumerate((local.gateway.reconnect, local.gateway.cut), start=1):
        trouble()
        await alice.says(local.general, f"missed {number}", mention_bot=True)
        await local.online()
        assert (await local.next_message(local.general)).content == f"you said: @storybot missed {number}"
        assert bot.resumed == number
    assert len(local.gateway.sessions) == 1


async def test_an_invalid_session(local: LocalDiscord, bot: TinyBot) -> None:
    """Op 9: resumable is resumed, otherwise the client identifies again and the events are lost."""
    local.gateway.invalidate(resumable=True)
    await local.online()
    assert len(local.gateway.sessions) == 1
    local.gateway.invalidate(resumable=False)
    await local.user("alice").says(local.general, "lost", mention_bot=True)
    await local.online()
    await local.nothing_sent(local.general)
    assert len(local.gateway.sessions) == 2
    assert bot.identified_again
    assert bot.heard == []


async def test_heartbeats(local: LocalDiscord) -> None:
    """Heartbeats are answered."""
    local.gateway.heartbeat_seconds = 0.05
    client = TinyBot()
    async with local.running(client):
        await local.until(lambda: _received(local, 1)()[2:], "heartbeats")
        assert client.latency < 1


async def test_silence_is_told_from_slowness(local: LocalDiscord, bot: TinyBot) -> None:
    """nothing_sent waits for a slow handler instead of believing in its silence."""
    local.faults.add("POST", SEND, delay=0.05)
    await local.user("alice").says(local.general, "hi", mention_bot=True)
    with pytest.raises(AssertionError, match="you said"):
        await local.nothing_sent(local.general)


async def test_a_bot_of_another_process(local: LocalDiscord, tmp_path: Path) -> None:
    """The launcher runs a module as `python -m` does, with its own arguments."""
    (tmp_path / "tinybot.py").write_text(
        "import discord, sys\n"
        "client = discord.Client(intents=discord.Intents(dm_messages=True), guild_ready_timeout=0)\n"
        "@client.event\n"
        "async def on_message(message):\n"
        "    if message.author != client.user:\n"
        "        await message.channel.send(f'{message.content} {sys.argv[1]}')\n"
        f"client.run({local.token!r})\n"
    )
    line = command(local.rest_url, local.gateway_url, "loud", module="tinybot")
    root = Path(__file__).parents[2]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(root), str(tmp_path)]), "PYTHONWARNINGS": "ignore"}
    process = await asyncio.create_subprocess_exec(*line, cwd=root, env=environment, stderr=asyncio.subprocess.DEVNULL)
    try:
        await local.online(within=20)
        alice = local.user("alice")
        await alice.says(await alice.dm(), "hello")
        assert (await local.next_message(await alice.dm())).content == "hello loud"
        await local.nothing_sent(await alice.dm())
    finally:
        process.terminate()
        await process.wait()
    assert line[0] == sys.executable
