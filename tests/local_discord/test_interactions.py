"""Commands, buttons, menus and modals on the local Discord, wherever they are used."""

from __future__ import annotations

import aiohttp
import discord
import pytest
from discord import app_commands

from tests.local_discord import Channel, ChannelType, LocalDiscord, NotAvailableError
from tests.local_discord.tiny_bot import TinyBot


async def test_the_sync_is_recorded(local: LocalDiscord, bot: TinyBot) -> None:
    """The list as sent, and the list as stored with ids."""
    sent = {entry["name"]: entry for entry in local.syncs[0]}
    assert sent["ask"]["options"][0]["autocomplete"] is True
    assert sent["ask"]["contexts"] == [0, 1, 2]
    assert sorted(sent["ask"]["integration_types"]) == [0, 1]
    assert sent["moderate"]["default_member_permissions"] == discord.Permissions(manage_guild=True).value
    first = {entry.name: entry.id for entry in await bot.tree.fetch_commands()}
    await bot.tree.sync()
    assert first == {entry["name"]: int(entry["id"]) for entry in local.commands()}


async def test_a_guild_has_commands_of_its_own(local: LocalDiscord, bot: TinyBot) -> None:
    """A guild's sync leaves the global list alone."""
    guild = discord.Object(local.home.id)
    bot.tree.copy_global_to(guild=guild)
    bot.tree.remove_command("ask", guild=guild)
    await bot.tree.sync(guild=guild)
    assert "ask" not in [entry["name"] for entry in local.commands(local.home.id)]
    assert "ask" in [entry["name"] for entry in local.commands()]


async def test_bad_commands_are_refused(local: LocalDiscord, bot: TinyBot) -> None:
    """discord.py can name the option that Discord did not like."""

    @app_commands.command(description="y" * 101)
    @app_commands.choices(word=[app_commands.Choice(name="x" * 101, value="x")])
    async def loud(interaction: discord.Interaction, word: str) -> None:
        """Never run."""

    bot.tree.add_command(loud)
    with pytest.raises(app_commands.CommandSyncFailure, match="word"):
        await bot.tree.sync()
    assert "loud" not in [entry["name"] for entry in local.commands()]


async def test_a_slash_command(local: LocalDiscord, bot: TinyBot) -> None:
    """The answer, who sees it, and its buttons."""
    record = await local.user("alice").slash(local.general, "ask", question="who?")
    assert record.content == "answer to who?"
    assert record.ephemeral
    assert not record.deferred
    assert [button["label"] for button in record.components[0]["components"]] == ["Share", "Report"]
    assert local.messages(local.general) == []


async def test_a_subcommand(local: LocalDiscord, bot: TinyBot) -> None:
    """Groups are written with a space."""
    record = await local.user("alice").slash(local.general, "quote find", text="war")
    assert record.content == "found war"
    assert local.messages(local.general) == [record.message]
    await local.nothing_sent(local.general)


async def test_options_of_other_types(local: LocalDiscord, bot: TinyBot) -> None:
    """A user option arrives as a member."""
    alice, bob = local.user("alice"), local.user("bob")
    record = await alice.slash(local.general, "whois", user=bob)
    assert record.content == "bob: True"
    assert record.answer.flags == discord.MessageFlags(suppress_notifications=True).value


async def test_the_client_would_not_send_it(local: LocalDiscord, bot: TinyBot) -> None:
    """What Discord's own client refuses is a fault of the test."""
    alice = local.user("alice")
    with pytest.raises(NotAvailableError, match="no command 'nonsense'"):
        await alice.slash(local.general, "nonsense")
    with pytest.raises(NotAvailableError, match="needs 'question'"):
        await alice.slash(local.general, "ask")
    with pytest.raises(NotAvailableError, match="has no 'colour'"):
        await alice.slash(local.general, "ask", colour="red")
    with pytest.raises(NotAvailableError, match="needs a subcommand"):
        await alice.slash(local.general, "quote")
    with pytest.raises(NotAvailableError, match="not of option type"):
        await alice.slash(local.general, "verbose", size="big")


async def test_permissions(local: LocalDiscord, bot: TinyBot) -> None:
    """A hidden command stays hidden, unless an administrator showed it to somebody without the right."""
    alice, mona = local.user("alice"), local.user("mona")
    local.add_role("Moderators", mona, manage_guild=True)
    assert (await mona.slash(local.general, "moderate")).content == "allowed: True"
    with pytest.raises(NotAvailableError, match="hidden"):
        await alice.slash(local.general, "moderate")
    assert (await alice.slash(local.general, "moderate", bypass=True)).content == "allowed: False"
    with pytest.raises(NotAvailableError, match="context"):
        await mona.slash(await mona.dm(), "moderate")


async def test_autocomplete(local: LocalDiscord, bot: TinyBot) -> None:
    """Choices come back as records; more than 25 are refused."""
    alice = local.user("alice")
    choices = await alice.autocomplete(local.general, "ask", focused="question", question="why")
    assert [(choice.name, choice.value) for choice in choices] == [("why 0", "0"), ("why 1", "1")]
    assert await alice.autocomplete(local.general, "ask", focused="question", question="many") == []
    refusal = local.interactions[-1].refused[0]
    assert refusal.code == 50035
    assert "data" in (refusal.errors or {})


async def test_deferred_answers(local: LocalDiscord, bot: TinyBot) -> None:
    """The first follow-up fills the deferred answer, the second stands by itself."""
    record = await local.user("alice").slash(local.general, "defer")
    assert record.deferred
    assert record.ephemeral
    assert record.content == "late, but right"
    assert [message.content for message in record.followups] == ["later"]
    assert not record.followups[0].ephemeral


async def test_an_answer_too_long_is_refused(local: LocalDiscord, bot: TinyBot) -> None:
    """2,000 characters pass, one more does not."""
    alice = local.user("alice")
    assert len((await alice.slash(local.general, "verbose", size=2000)).content) == 2000
    record = await alice.slash(local.general, "verbose", size=2001)
    assert not record.answered
    assert [refusal.code for refusal in record.refused] == [50035]
    assert "2000 or fewer" in str(bot.errors[0])


async def test_an_answer_too_late_is_refused(local: LocalDiscord, bot: TinyBot) -> None:
    """After three seconds the interaction is unknown, and a second response is one too many."""
    record = await local.user("alice").slash(local.general, "silent", wait=False)
    await local.settle()
    assert not record.answered
    callback = f"{local.rest_url}/interactions/{record.id}/{record.token}/callback"
    local.clock.advance(4)
    assert await _post(callback, {"type": 5}) == (404, 10062)
    local.clock.advance(-4)
    assert await _post(callback, {"type": 6}) == (400, 50035)
    assert (await _post(callback, {"type": 5}))[0] == 204
    assert await _post(callback, {"type": 5}) == (400, 40060)


async def _post(url: str, body: object) -> tuple[int, int]:
    async with aiohttp.ClientSession() as session, session.post(url, json=body) as response:
        reply = await response.json() if response.status != 204 else {}
        return response.status, reply.get("code", 0)


async def test_buttons(local: LocalDiscord, bot: TinyBot) -> None:
    """A persistent view answers by custom id or label; others do not see a private message."""
    alice = local.user("alice")
    record = await alice.slash(local.general, "ask", question="who?")
    shared = await alice.clicks(record, "Share")
    assert shared.content == "shared with all"
    assert not shared.ephemeral
    with pytest.raises(NotAvailableError, match="cannot see"):
        await local.user("bob").clicks(record, "share")
    with pytest.raises(NotAvailableError, match="'Share', 'Report', 'Pick'"):
        await alice.clicks(record, "Delete")


async def test_a_select_menu_edits_its_message(local: LocalDiscord, bot: TinyBot) -> None:
    """A response of type 7 changes the message the menu is on."""
    alice = local.user("alice")
    record = await alice.slash(local.general, "ask", question="who?")
    picked = await alice.selects(record, "Pick", "1")
    assert picked.message is record.message
    assert record.content == "picked 1"
    with pytest.raises(NotAvailableError, match="offers"):
        await alice.selects(record, "Pick", "2")


async def test_a_modal(local: LocalDiscord, bot: TinyBot) -> None:
    """Open, fill in, submit."""
    alice = local.user("alice")
    record = await alice.clicks(await alice.slash(local.general, "ask", question="who?"), "Report")
    assert record.modal is not None
    assert record.modal["title"] == "Report this answer"
    with pytest.raises(NotAvailableError, match="needs 'why'"):
        await alice.submits_modal(record, {"kind": "wrong"})
    submitted = await alice.submits_modal(record, {"why": "outdated", "kind": "wrong"})
    assert submitted.content == "noted: outdated (wrong)"
    assert submitted.ephemeral


async def test_a_context_menu_command(local: LocalDiscord, bot: TinyBot) -> None:
    """The target message is readable without the message content intent."""
    alice = local.user("alice")
    message = await alice.says(local.general, "a quote nobody addressed to the bot")
    record = await alice.context_menu(local.general, "Check this quote", message)
    assert record.content == "checked: a quote nobody addressed to the bot"
    assert bot.heard[0].content == ""


@pytest.mark.parametrize("kind", ["thread", "post", "group"])
async def test_other_places(local: LocalDiscord, bot: TinyBot, kind: str) -> None:
    """Threads and forum posts work like channels; a private channel takes a user install."""
    alice, bob, carol = local.user("alice"), local.user("bob"), local.user("carol")
    alice.user.has_installed_app = True
    if kind == "group":
        place = local.world.dm(alice.user, bob.user, carol.user)
    else:
        place = await _in_thread(local, kind)
    record = await alice.slash(place, "ask", question="who?")
    assert record.content == "answer to who?"
    assert record.payload["authorizing_integration_owners"].get("1") == str(alice.id)


async def _in_thread(local: LocalDiscord, kind: str) -> Channel:
    alice = local.user("alice")
    if kind == "thread":
        place = local.add_thread(local.general, "a thread")
        await alice.says(place, "hi", mention_bot=True)
    else:
        forum = local.add_channel("help", ChannelType.FORUM)
        place = (await alice.posts(forum, "a post", "hi", mention_bot=True)).channel
    assert (await local.next_message(place)).content == "you said: @storybot hi"
    return place


async def test_user_install_in_a_guild_without_the_bot(local: LocalDiscord, bot: TinyBot) -> None:
    """The command works, five follow-ups are the limit, and a guild may force privacy."""
    alice = local.user("alice")
    elsewhere = local.add_guild("Elsewhere", has_bot=False)
    lounge = local.add_channel("lounge", guild=elsewhere)
    with pytest.raises(NotAvailableError, match="not installed"):
        await alice.slash(lounge, "ask", question="who?")
    alice.user.has_installed_app = True
    record = await alice.slash(lounge, "ask", question="who?")
    assert record.payload["authorizing_integration_owners"] == {"1": str(alice.id)}
    shared = await alice.clicks(record, "Share")
    assert not shared.ephemeral
    elsewhere.roles[0].permissions &= ~discord.Permissions(use_external_apps=True).value
    assert (await alice.clicks(record, "Share")).ephemeral
    follow_up = f"{local.rest_url}/webhooks/{local.bot.id}/{record.token}"
    results = [await _post(follow_up, {"content": str(number)}) for number in range(6)]
    assert results == [(200, 0)] * 5 + [(400, 40094)]
