"""Limits, faults and what the local Discord does not do."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import aiohttp
import discord
import pytest

from tests.local_discord import LocalDiscord
from tests.local_discord.raw import post_message
from tests.local_discord.tiny_bot import TinyBot

SEND = r"/channels/\d+/messages"


async def test_a_rate_limit_is_waited_out(local: LocalDiscord, bot: TinyBot) -> None:
    """With a Via header discord.py retries; without one it gives up."""
    limit = local.faults.rate_limit("POST", SEND, retry_after=0.02)
    await local.user("alice").says(local.general, "hi", mention_bot=True)
    assert (await local.next_message(local.general)).content == "you said: @storybot hi"
    assert limit.hits == 1
    local.faults.rate_limit("POST", SEND, retry_after=0.02, via=False)
    await local.user("alice").says(local.general, "hi", mention_bot=True)
    await local.nothing_sent(local.general)
    assert isinstance(bot.errors[0], discord.HTTPException)
    assert bot.errors[0].status == 429


async def test_faults(local: LocalDiscord, bot: TinyBot) -> None:
    """A refusal, and an answer that gets lost after the work was done."""
    channel = bot.get_channel(local.general.id)
    assert isinstance(channel, discord.TextChannel)
    local.faults.forbid("POST", SEND)
    with pytest.raises(discord.Forbidden, match="50013"):
        await channel.send("refused")
    local.faults.add("POST", SEND, drop="before")
    with pytest.raises(aiohttp.ClientError):
        await channel.send("never arrived")
    local.faults.add("POST", SEND, drop="after", delay=0.01)
    with pytest.raises(aiohttp.ClientError):
        await channel.send("arrived unnoticed")
    assert [message.content for message in local.sent(local.general)] == ["arrived unnoticed"]


async def test_headers_can_be_added(local: LocalDiscord, bot: TinyBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """An exhausted bucket makes the client wait before its next request."""
    spent = {"X-RateLimit-Limit": "5", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset-After": "0.1"}
    local.faults.add("POST", SEND, headers=spent | {"X-RateLimit-Bucket": "messages"})
    channel = bot.get_channel(local.general.id)
    assert isinstance(channel, discord.TextChannel)
    waits: list[tuple[float, int]] = []
    sleep = asyncio.sleep

    def recorded(seconds: float, result: object = None) -> Coroutine[Any, Any, object]:
        waits.append((seconds, len(local.sent(local.general))))
        return sleep(seconds, result)

    monkeypatch.setattr(asyncio, "sleep", recorded)
    await channel.send("the last of the bucket")
    await channel.send("the first of the next")
    assert (0.1, 1) in waits


async def test_a_fault_of_its_own_is_not_hidden() -> None:
    """Where the local Discord itself fails, the test does."""
    with pytest.raises(ExceptionGroup, match="the local Discord failed"):
        await _send_nonsense()


async def _send_nonsense() -> None:
    async with LocalDiscord() as server:
        assert (await post_message(server, []))[0] == 400


async def test_what_is_not_supported_is_named(local: LocalDiscord, bot: TinyBot) -> None:
    """Unknown routes are refused and kept, so that a test can see them."""
    with pytest.raises(discord.NotFound):
        await bot.fetch_guild(1)
    assert local.unsupported == ["GET /guilds/1"]
