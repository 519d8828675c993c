"""Several stories in one folder: all are asked, one that is named, or the one that a server has set."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from bot.answering.desk import Desk
from bot.config import Settings
from bot.discord.client import VerbatimClient
from bot.knowledge.keeper import Keeper
from bot.knowledge.source import Source
from bot.records import records_at
from bot.records.store import Store
from bot.stories import load_library
from tests.answering.test_several_stories import FERRY, FERRY_ARTICLE, FERRY_ENTRIES
from tests.discord.conftest import MakeBot
from tests.discord.moderating import MOD, assert_denied_to_all_others, say, settings, use
from tests.local_discord import Channel, LocalDiscord

Make = Callable[..., VerbatimClient]
OPENING = "opening day"
FERRY_OPENS = "Captain Tom Reed said that it opens on Friday at noon."


@pytest.fixture
def root(story_folder: Callable[..., Path]) -> Path:
    """The bridge and the ferry."""
    story_folder("bridge")
    return story_folder("ferry", story=FERRY, article=FERRY_ARTICLE, entries=FERRY_ENTRIES).parent


@pytest.fixture
def make(local: LocalDiscord, root: Path, tmp_path: Path) -> Make:
    """A factory of bots on both that keep records in a file."""

    def bot(where: str | None = str(tmp_path / "records.db"), **more: object) -> VerbatimClient:
        records = Store(where, 90, pause=0.01) if where else records_at(where, 90)
        desk = Desk(Answerer(load_library(root)), records)
        keeper = Keeper(desk, Source(root), records)
        chosen = Settings(**settings(local, **more))  # type: ignore[arg-type]
        return VerbatimClient(desk, chosen, keeper=keeper, guild_ready_timeout=0)

    return bot


async def ask(local: LocalDiscord, question: str, channel: Channel | None = None, **options: str) -> str:
    """What a reader gets."""
    return (await local.user("alice").slash(channel or local.general, "ask", question=question, **options)).content


async def test_ask_narrows_to_a_story(local: LocalDiscord, make: Make) -> None:
    """Picked from the list or typed; the answer names its story; without one all are asked."""
    async with local.running(make()):
        alice = local.user("alice")
        (choice,) = await alice.autocomplete(local.general, "ask", focused="story", question="x", story="ferry")
        for named in (choice.value, "New ferry", "ferry"):
            text = await ask(local, OPENING, story=named)
            assert text.startswith(f"**{FERRY_OPENS}**")
            assert "-# New ferry on the river · " in text
        assert "-# Old bridge closed · " in await ask(local, "opening day of the bridge")
        assert "-# New ferry on the river · " in await ask(local, "Where are tickets sold?")
        assert "tickets" not in (await ask(local, "Where are tickets sold?", story="bridge")).casefold()
        assert await ask(local, OPENING, story="zebra") == say("story-unknown")


async def test_typing_offers_questions_of_the_story_that_is_named(local: LocalDiscord, make: Make) -> None:
    """Which stands in the other option already."""
    async with local.running(make()):
        alice = local.user("alice")
        offered = await alice.autocomplete(local.general, "ask", focused="question", question="open", story="ferry/")
        assert {each.value for each in offered} == {"When does the ferry open?", "Where are tickets sold?"}
        everything = await alice.autocomplete(local.general, "ask", focused="question", question="open")
        assert len(everything) == 4


async def test_of_one_story_there_is_nothing_to_choose(local: LocalDiscord, make_bot: MakeBot) -> None:
    """The option stays, for a reload may bring another, and offers nothing."""
    async with local.running(make_bot()):
        assert (
            await local.user("alice").autocomplete(local.general, "ask", focused="story", question="x", story="") == []
        )


async def test_a_server_sets_its_story(local: LocalDiscord, make: Make) -> None:
    """For commands, mentions and the menu of a message; other servers and DMs ask all; it outlives a restart."""
    mod, alice = local.user(MOD), local.user("alice")
    local.add_role("Staff", mod, manage_guild=True)
    elsewhere = local.world.add_channel(local.world.add_guild("Elsewhere"), "general")
    assert elsewhere.guild
    local.world.join(elsewhere.guild, alice.user)
    async with local.running(make()):
        assert (await use(mod, local.general, "knowledge story")).content == say("server-asks-all", server="Newsroom")
        choices = await mod.autocomplete(local.general, "knowledge story", focused="story", story="")
        assert [each.name for each in choices] == [say("story-all"), "Old bridge closed", "New ferry on the river"]
        record = await use(mod, local.general, "knowledge story", story=choices[2].value)
        assert record.content == say("server-asks", server="Newsroom", story="New ferry on the river")
    async with local.running(make()):
        assert FERRY_OPENS in await ask(local, OPENING)
        asked = await alice.says(local.general, OPENING, mention_bot=True)
        assert FERRY_OPENS in (await local.next_message(local.general)).content
        assert FERRY_OPENS in (await alice.context_menu(local.general, "Answer from the story", asked)).content
        offered = await alice.autocomplete(local.general, "ask", focused="question", question="")
        assert {each.value for each in offered} == {"When does the ferry open?", "Where are tickets sold?"}
        assert "Mayor Ann Hill" in await ask(local, "opening day of the bridge", story="bridge")
        assert "Mayor Ann Hill" in await ask(local, "opening day of the bridge", elsewhere)
        assert "Mayor Ann Hill" in await ask(local, "opening day of the bridge", await alice.dm())
        assert (await alice.slash(local.general, "story")).content.startswith("**New ferry on the river**")
        record = await use(mod, local.general, "knowledge story", story="*")
        assert record.content == say("server-asks-all", server="Newsroom")
        assert "Mayor Ann Hill" in await ask(local, "opening day of the bridge")


async def test_the_story_of_another_server_is_set_from_home(
    local: LocalDiscord, make: Make, caplog: pytest.LogCaptureFixture
) -> None:
    """Its own administrators are no moderators of the bot."""
    mod, alice = local.user(MOD), local.user("alice")
    local.add_role("Staff", mod, manage_guild=True)
    elsewhere = local.world.add_channel(local.world.add_guild("Elsewhere"), "general")
    assert elsewhere.guild
    local.world.join(elsewhere.guild, alice.user)
    with caplog.at_level(logging.INFO, logger="bot"):
        async with local.running(make()):
            (choice,) = await mod.autocomplete(local.general, "knowledge story", focused="server", server="else")
            record = await use(mod, local.general, "knowledge story", story="ferry", server=choice.value)
            assert record.content == say("server-asks", server="Elsewhere", story="New ferry on the river")
            assert FERRY_OPENS in await ask(local, OPENING, elsewhere)
            assert "Mayor Ann Hill" in await ask(local, "opening day of the bridge")
            unknown = await use(mod, local.general, "knowledge story", server="zebra")
            assert unknown.content == say("server-unknown")
            assert (await use(mod, local.general, "knowledge story", story="zebra")).content == say("story-unknown")
    assert f"moderator {mod.id} (mod) story (story: ferry, server: Elsewhere)" in caplog.text


async def test_a_server_that_the_bot_has_left_is_forgotten(local: LocalDiscord, make: Make) -> None:
    """Nothing is kept for it."""
    bot = make()
    async with local.running(bot):
        await use(local.user(MOD), local.general, "knowledge story", story="ferry")
        assert await bot.records.server_stories() == {local.home.id: "ferry"}
        guild = bot.get_guild(local.home.id)
        assert guild
        await bot.on_guild_remove(guild)
        assert await bot.records.server_stories() == {}
        assert bot.server_stories.of(local.home.id) is None


async def test_a_story_that_is_gone_is_not_asked(local: LocalDiscord, make: Make, root: Path) -> None:
    """All are, and it is said."""
    mod, bot = local.user(MOD), make()
    async with local.running(bot):
        await use(mod, local.general, "knowledge story", story="ferry")
        (root / "ferry").rename(root / "boat")
        await bot.keeper.reload()
        assert "Mayor Ann Hill" in await ask(local, "opening day of the bridge")
        record = await use(mod, local.general, "knowledge story")
        assert record.content == say("server-asks-gone", server="Newsroom", story="`ferry`")


async def test_without_records_it_is_kept_in_memory_and_said(local: LocalDiscord, make: Make) -> None:
    """Until the next start."""
    async with local.running(make(None)):
        record = await use(local.user(MOD), local.general, "knowledge story", story="ferry")
        assert record.content.splitlines()[-1] == say("server-story-forgotten")
        assert FERRY_OPENS in await ask(local, OPENING)
    async with local.running(make(None)):
        assert "Mayor Ann Hill" in await ask(local, "opening day of the bridge")


async def test_records_in_trouble_stop_no_start(
    local: LocalDiscord, make: Make, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The bot comes up and asks all stories."""
    (tmp_path / "broken.db").write_text("no database at all\n" * 200, encoding="utf-8")
    async with local.running(make(str(tmp_path / "broken.db"))):
        assert "Mayor Ann Hill" in await ask(local, "opening day of the bridge")
    assert "the stories of servers can't be read" in caplog.text


async def test_all_others_are_denied(local: LocalDiscord, make_bot: MakeBot) -> None:
    """In each place; and nothing is offered to them while typing."""
    await assert_denied_to_all_others(local, make_bot, lambda who, where: use(who, where, "knowledge story", story="*"))
    admin = local.user("admin")
    async with local.running(make_bot(**settings(local))):
        for option in ("story", "server"):
            typed = await admin.autocomplete(local.general, "knowledge story", focused=option, **{option: ""})
            assert typed == []
