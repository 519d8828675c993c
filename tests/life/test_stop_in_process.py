"""A stop that comes while the bot asks Discord something, told in this process: as a program it is a matter of luck."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from bot.answering.answerer import Answerer
from bot.config import Settings
from bot.discord import run
from bot.knowledge.source import Source
from tests.shipped import KNOWLEDGE

SETTINGS = Settings(_env_file=None, knowledge_dir=KNOWLEDGE, records="off")


@pytest.fixture
def stops(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], None]]:
    """What signals would do."""
    found: list[Callable[[], None]] = []
    monkeypatch.setattr(run, "on_signal", lambda _, act: found.append(act))
    return found


async def test_what_fails_on_the_stop_itself_is_no_error(
    shipped_answerer: Answerer, stops: list[Callable[[], None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next question to Discord meets a closed session."""

    async def logging_in(*_: object) -> None:
        stops[0]()
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            raise RuntimeError("Session is closed") from None

    monkeypatch.setattr(run, "_connect", logging_in)
    await run._serve(shipped_answerer, Source(KNOWLEDGE), SETTINGS)


async def test_what_failed_before_a_stop_is_told(
    shipped_answerer: Answerer, stops: list[Callable[[], None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever stops the program in that moment still reads why it could not go on."""

    async def refused(*_: object) -> None:
        stops[0]()
        raise run.NoConnectionError("Discord does not know this DISCORD_TOKEN.")

    monkeypatch.setattr(run, "_connect", refused)
    with pytest.raises(run.NoConnectionError):
        await run._serve(shipped_answerer, Source(KNOWLEDGE), SETTINGS)
