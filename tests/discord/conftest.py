"""The bot on a local Discord."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.answering.answerer import Answerer
from bot.answering.desk import Desk
from bot.config import Settings
from bot.discord.client import VerbatimClient
from bot.stories import load_library
from tests.local_discord import LocalDiscord

MakeBot = Callable[..., VerbatimClient]
SUPPRESS_EMBEDS = 1 << 2


class Clock:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def answerer(shipped_answerer: Answerer) -> Answerer:
    """The shipped knowledge, learnt once for all tests; tests keep apart by their channels and people."""
    return shipped_answerer


@pytest.fixture
def clock() -> Clock:
    """The clock that cooldowns go by."""
    return Clock()


@pytest.fixture
def folder(story_folder: Callable[..., Path]) -> Path:
    """The bridge's story folder."""
    return story_folder()


@pytest.fixture
def make_bot(answerer: Answerer, clock: Clock) -> MakeBot:
    """A factory of bots; keywords are settings, ``knowledge`` is a folder to read instead of the shipped one."""

    def make(knowledge: Path | None = None, **settings: object) -> VerbatimClient:
        known = Answerer(load_library(knowledge)) if knowledge else answerer
        chosen = Settings(**settings)  # type: ignore[arg-type]
        return VerbatimClient(Desk(known), chosen, clock=clock, guild_ready_timeout=0)

    return make


@pytest.fixture
async def local(local: LocalDiscord) -> AsyncIterator[LocalDiscord]:
    """A local Discord on which everything that the bot sent had manners."""
    yield local
    check_manners(local)
    assert local.unsupported == []


@pytest.fixture
async def client(local: LocalDiscord, make_bot: MakeBot) -> AsyncIterator[VerbatimClient]:
    """The bot, connected and ready."""
    bot = make_bot()
    async with local.running(bot):
        yield bot


def check_manners(local: LocalDiscord) -> None:
    """Fail if anything pinged somebody, showed an embed or a link's preview, or went beyond a message's length."""
    for body in filter(None, map(_message_in, local.requests)):
        assert not body.get("embeds"), body
        if body.get("content"):
            assert len(body["content"]) <= 2_000
            assert body["flags"] & SUPPRESS_EMBEDS, body
            assert body["allowed_mentions"]["parse"] == [], body
            assert not body["allowed_mentions"].get("replied_user"), body
    own = [each for channel in local.world.channels.values() for each in channel.messages.values()]
    assert [each.content for each in own if each.author is local.bot and each.mentions] == []


def _message_in(request: Any) -> Mapping[str, Any] | None:
    """The message in the body of a request, if there is one."""
    body = request.body
    if not isinstance(body, Mapping) or request.method not in ("POST", "PATCH"):
        return None
    inner = body.get("data") if "callback" in request.path else body
    return inner if isinstance(inner, Mapping) and ("content" in inner or "embeds" in inner) else None
