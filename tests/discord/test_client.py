"""The client's life: start, intents, command sync, stop."""

from __future__ import annotations

import asyncio
import os
import signal
import sys

import discord
import pytest

from bot.discord.client import VerbatimClient
from bot.discord.run import on_signal
from tests.discord.conftest import MakeBot
from tests.local_discord import LocalDiscord
from tests.local_discord.launch import command

SEND = r"/channels/\d+/messages"


async def test_ready_with_no_privileged_intent(local: LocalDiscord, client: VerbatimClient) -> None:
    """The bot asks for servers, their messages and DMs, and for nothing that Discord must grant."""
    assert client.intents == discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
    assert local.gateway.sessions[0].intents == client.intents.value
    assert client.allowed_mentions is not None
    assert client.allowed_mentions.to_dict() == {"parse": []}


async def test_no_message_is_kept(local: LocalDiscord, client: VerbatimClient) -> None:
    """What people write is forgotten once it is answered; a reply brings along what it replies to."""
    await local.user("alice").says(local.general, "who is Lavrov?", mention_bot=True)
    reply = await local.next_message(local.general)
    assert list(client.cached_messages) == []
    await local.user("alice").says(local.general, "when?", reply_to=reply)
    assert (await local.next_message(local.general)).content


async def test_commands_are_synced_once_and_not_again(local: LocalDiscord, make_bot: MakeBot) -> None:
    """A second start finds its commands registered and registers nothing."""
    for _ in range(2):
        async with local.running(make_bot()):
            pass
    assert len(local.syncs) == 1


async def test_changed_commands_are_synced(local: LocalDiscord, make_bot: MakeBot) -> None:
    """Whatever else stands at Discord is replaced."""
    async with local.running(make_bot()):
        pass
    changed = make_bot()

    @changed.tree.command(name="extra", description="Something new")
    async def extra(interaction: discord.Interaction) -> None:
        await interaction.response.defer()

    async with local.running(changed):
        pass
    assert len(local.syncs) == 2


async def test_a_stop_finishes_what_is_in_flight(local: LocalDiscord, make_bot: MakeBot) -> None:
    """A question whose answer is being sent when the bot is told to stop is still answered."""
    bot = make_bot()
    async with local.running(bot):
        slow = local.faults.add("POST", SEND, delay=0.3)
        await local.user("alice").says(local.general, "who is Lavrov?", mention_bot=True)
        # Nothing announces that a request has begun.
        while not slow.hits:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        assert local.sent(local.general) == []
        await bot.close()
    assert [message.content for message in local.sent(local.general)] != []


def environment(token: str) -> dict[str, str]:
    """What a process of its own needs."""
    return {**os.environ, "DISCORD_TOKEN": token}


async def program(local: LocalDiscord, token: str) -> asyncio.subprocess.Process:
    """``python -m bot`` against the local Discord."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *command(local.rest_url, local.gateway_url, "run")[1:],
        env=environment(token),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def test_a_bad_token_is_one_sentence_and_status_2(local: LocalDiscord) -> None:
    """No traceback, and the token is not repeated."""
    process = await program(local, "not-the-token")
    output, errors = await process.communicate()
    assert process.returncode == 2
    assert output == b""
    assert errors.decode().splitlines()[-1].startswith("bot: Discord does not know this DISCORD_TOKEN.")
    assert b"Traceback" not in errors
    assert b"not-the-token" not in errors
    assert b"WARNING" not in errors, "a bot without a voice needs no libraries for it"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_ends_the_program_with_status_0(local: LocalDiscord, number: signal.Signals) -> None:
    """The program answers, is told to stop, and leaves."""
    process = await program(local, local.token)
    await local.online(within=20)
    await local.user("alice").says(local.general, "who is Lavrov?", mention_bot=True)
    assert "Russian Foreign Minister" in (await local.next_message(local.general)).content
    process.send_signal(number)
    _, errors = await process.communicate()
    assert process.returncode == 0, errors.decode()
    assert b"Traceback" not in errors


async def test_a_signal_is_heard_where_loops_listen_for_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows."""

    def refuse(*_: object) -> None:
        raise NotImplementedError

    stopped, before = asyncio.Event(), signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(asyncio.get_running_loop(), "add_signal_handler", refuse)
    try:
        on_signal(signal.SIGTERM, stopped.set)
        signal.raise_signal(signal.SIGTERM)
        await asyncio.wait_for(stopped.wait(), 5)
    finally:
        signal.signal(signal.SIGTERM, before)
