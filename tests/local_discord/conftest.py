"""A tiny bot on a local Discord, for the tests of that Discord itself."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import discord
import pytest

from tests.local_discord import LocalDiscord
from tests.local_discord.tiny_bot import TinyBot


@pytest.fixture(autouse=True)
def nothing_stays_redirected() -> Iterator[None]:
    """No test may leave discord.py pointed at a local Discord."""
    yield
    assert str(discord.http.Route.BASE).startswith("https://discord.com/")


@pytest.fixture
async def bot(local: LocalDiscord) -> AsyncIterator[TinyBot]:
    """The tiny bot, connected and ready."""
    client = TinyBot()
    async with local.running(client):
        yield client
