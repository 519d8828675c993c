"""What readers do on Discord and what of it is kept; a database in trouble is seen by moderators alone."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from bot.answering.desk import Desk
from bot.config import Settings
from bot.discord.client import VerbatimClient
from bot.knowledge.keeper import Keeper
from bot.knowledge.source import Source
from bot.records import AskedInVain, Records
from bot.records.store import Store
from bot.stories import load_library
from tests.discord.moderating import MOD, change, press, say, settings, use
from tests.local_discord import LocalDiscord

IN_VAIN = "who plays the trombone?"
Make = Callable[..., VerbatimClient]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the database lies."""
    return tmp_path / "records.db"


@pytest.fixture
def make(local: LocalDiscord, folder: Path, file: Path) -> Make:
    """A factory of bots that keep records; keywords are settings."""

    def bot(**more: object) -> VerbatimClient:
        records = Store(str(file), 90, pause=0.01)
        desk = Desk(Answerer(load_library(folder.parent)), records)
        keeper = Keeper(desk, Source(folder.parent), records)
        return VerbatimClient(
            desk,
            Settings(**settings(local, **more)),
            keeper=keeper,
            guild_ready_timeout=0,  # type: ignore[arg-type]
        )

    return bot


async def kept(bot: VerbatimClient) -> list[AskedInVain]:
    """What was asked in vain."""
    return await bot.records.unanswered()


async def test_what_is_asked_in_vain_is_kept_however_it_is_asked(local: LocalDiscord, make: Make) -> None:
    """By a command, a mention, a DM, a message's menu; without who asked and where."""
    bot, alice = make(), local.user("alice")
    async with local.running(bot):
        await alice.slash(local.general, "ask", question=IN_VAIN)
        message = await alice.says(local.general, "Who plays the TROMBONE", mention_bot=True)
        await local.next_message(local.general)
        dm = await alice.dm()
        await alice.says(dm, IN_VAIN)
        await local.next_message(dm)
        await local.user("bob").context_menu(local.general, "Answer from the story", message)
        (found,) = await kept(bot)
        assert (found.text, found.count) == ("who plays the trombone", 4)


@pytest.mark.parametrize(
    "question",
    ["When does the bridge open?", "What does the repair cost?", "hello there", "thanks!", "???", "why", "and then?"],
)
async def test_what_is_answered_or_no_question_is_not_kept(local: LocalDiscord, make: Make, question: str) -> None:
    """An answer, a near answer, small talk, and what has no content by itself."""
    bot = make()
    async with local.running(bot):
        await local.user("alice").slash(local.general, "ask", question=question)
        assert await kept(bot) == []


async def test_what_is_overheard_is_not_kept(local: LocalDiscord, make: Make) -> None:
    """In an open channel, what the bot does not answer is forgotten at once, as /privacy says."""
    bot = make(open_channels=f"{local.general.id}")
    async with local.running(bot):
        await local.user("alice").says(local.general, IN_VAIN)
        await local.nothing_sent(local.general)
        assert await kept(bot) == []


async def test_what_looks_personal_is_not_kept(local: LocalDiscord, make: Make, file: Path) -> None:
    """Not in any file."""
    bot = make()
    async with local.running(bot):
        await local.user("alice").slash(local.general, "ask", question="which trombone is it, ask ann.hill@example.org")
        (found,) = await kept(bot)
        assert found.text == "which trombone is it, ask [mail]"
    assert all(b"ann.hill" not in each.read_bytes() for each in file.parent.glob("records.db*"))


async def test_votes_and_reloads_are_counted(local: LocalDiscord, make: Make, file: Path, folder: Path) -> None:
    """The reason, not the note; which version came after which."""
    bot, mod = make(), local.user(MOD)
    first = bot.desk.edition.version
    async with local.running(bot):
        record = await mod.slash(local.general, "ask", question="When does the bridge open?")
        form = await mod.clicks(record, "Wrong?")
        await mod.submits_modal(form, {"reason": "unfair", "note": "I am Ann"})
        change(folder, "Mayor Ann Hill said", "She said")
        await press(local, mod, await use(mod, local.general, "knowledge reload"), "Apply")
        status = (await use(mod, local.general, "knowledge status")).content
        assert f"- {say('status-wrong', entries='`opening-day` 1× (It leaves something important out)')}" in status
        await kept(bot)
        with sqlite3.connect(file) as connection:
            votes = connection.execute("SELECT story, entry, version, reason, count FROM votes").fetchall()
            reloads = connection.execute("SELECT act, before, after FROM reloads").fetchall()
        connection.close()
    assert votes == [("bridge", "opening-day", first, "unfair", 1)]
    assert reloads == [("reload", first, bot.desk.edition.version)]


async def test_a_reload_asks_what_was_asked_in_vain(local: LocalDiscord, make: Make, folder: Path) -> None:
    """What is answered from then on is told, and is no longer listed."""
    bot, mod = make(), local.user(MOD)
    async with local.running(bot):
        for question in (IN_VAIN, "who plays the trombone", "which parrot won the prize"):
            await local.user("alice").slash(local.general, "ask", question=question)
        change(
            folder,
            "    - opening day of the bridge\n",
            "    - opening day of the bridge\n    - who plays the trombone\n",
        )
        record = await use(mod, local.general, "knowledge reload")
        assert f"- {say('change-asked', count=1)}" in record.content
        assert "“who plays the trombone”: " in record.content
        assert " → `opening-day`" in record.content
        assert len(await kept(bot)) == 2
        await press(local, mod, record, "Apply")
        assert [each.text for each in await kept(bot)] == ["which parrot won the prize"]


async def test_a_locked_database_stops_no_answer_and_is_seen(local: LocalDiscord, make: Make, file: Path) -> None:
    """In /knowledge status and /health; it goes on by itself."""
    bot, mod, alice = make(), local.user(MOD), local.user("alice")
    async with local.running(bot):
        await kept(bot)
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        record = await alice.slash(local.general, "ask", question=IN_VAIN)
        assert record.ephemeral
        async with asyncio.timeout(10):
            while bot.records.condition.problem is None:  # noqa: ASYNC110 - another thread finds out
                await asyncio.sleep(0.01)
        trouble = say("records-trouble", problem=say("records-problem-locked"), waiting=1, lost=0)
        for command in ("knowledge status", "health"):
            assert f"- {trouble}" in (await use(mod, local.general, command)).content
        assert "Nothing would change" in (await use(mod, local.general, "knowledge check")).content
        other.execute("ROLLBACK")
        other.close()
        assert [each.text for each in await kept(bot)] == ["who plays the trombone"]
        assert f"- {say('records-fine', days=90)}" in (await use(mod, local.general, "health")).content


async def test_privacy_says_what_is_kept(local: LocalDiscord, make: Make) -> None:
    """For how long; and nothing where the records are off."""
    bot = make()
    async with local.running(bot):
        text = (await local.user("alice").slash(local.general, "privacy")).content
        assert f"- {say('privacy-records', days=90)}" in text
        bot.records = Records()
        text = (await local.user("alice").slash(local.general, "privacy")).content
        assert f"- {say('privacy-records-off')}" in text
        bot.records = bot.keeper.records
