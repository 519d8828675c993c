"""What tests of writing the knowledge in Discord share: a bot on a small folder that keeps records, and its forms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bot.answering.answerer import Answerer
from bot.answering.desk import Desk
from bot.config import Settings
from bot.discord.client import VerbatimClient
from bot.knowledge.keeper import Keeper
from bot.knowledge.source import Source
from bot.records.store import Store
from bot.stories import load_library
from tests.discord.moderating import MOD, settings
from tests.local_discord import InteractionRecord, LocalDiscord
from tests.local_discord.components import find

Make = Callable[..., VerbatimClient]
BOATS = "The harbour claimed that 3,000 boats pass below it every year."
NEW = {
    "questions": "How many boats pass below the bridge?\nboats a year",
    "answer": "The harbour claimed 3,000 a year.",
    "quotes": BOATS,
}


def maker(local: LocalDiscord, folder: Path, records: Path) -> Make:
    """A factory of bots on a story's folder that keep records in a file; keywords are settings."""

    def bot(**more: object) -> VerbatimClient:
        kept = Store(str(records), 90, pause=0.01)
        desk = Desk(Answerer(load_library(folder.parent)), kept)
        keeper = Keeper(desk, Source(folder.parent), kept)
        chosen = Settings(**settings(local, **more))  # type: ignore[arg-type]
        return VerbatimClient(desk, chosen, keeper=keeper, guild_ready_timeout=0)

    return bot


def entries_of(folder: Path) -> str:
    """The text of the one file of entries."""
    return (folder / "entries" / "all.yaml").read_text(encoding="utf-8")


def field(record: InteractionRecord, name: str) -> str:
    """What stands in a field of a form that was opened."""
    assert record.modal
    found = find(record.modal["components"], name)
    assert found
    return str(found.get("value") or "")


async def sent(local: LocalDiscord, form: InteractionRecord, **fields: object) -> InteractionRecord:
    """A form filled in and sent, and its answer."""
    record = await local.user(MOD).submits_modal(form, fields)
    await local.until(lambda: record.messages, "the answer to the form")
    return record


async def ask(local: LocalDiscord, question: str) -> str:
    """What a reader gets."""
    return (await local.user("alice").slash(local.general, "ask", question=question)).content
