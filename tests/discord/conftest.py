"""The bot on a local Discord."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.answering.answerer import Answerer
from bot.discord.client import VerbatimClient
from bot.stories import load_library
from tests.local_discord import LocalDiscord
from tests.shipped import KNOWLEDGE


@pytest.fixture(scope="session")
def answerer() -> Answerer:
    """The shipped knowledge, learnt once for all tests; tests keep apart by their channels and people."""
    return Answerer(load_library(KNOWLEDGE))


@pytest.fixture
async def client(local: LocalDiscord, answerer: Answerer) -> AsyncIterator[VerbatimClient]:
    """The bot, connected and ready."""
    bot = VerbatimClient(answerer, guild_ready_timeout=0)
    async with local.running(bot):
        yield bot
