"""The local Discord, tried with a real discord.py client and a small bot of its own."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import aiohttp
import discord
import pytest
from discord import app_commands

from tests.local_discord import Channel, ChannelType, LocalDiscord, NotAvailableError
from tests.local_discord.launch import command
from tests.local_discord.tiny_bot import INTENTS, TinyBot

SEND = r"/channels/\d+/messages"


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


async def test_ready(local: LocalDiscord, bot: TinyBot) -> None:
    """The client knows itself, its guild and the channel, and has sent its intents."""
    assert bot.user is not None
    assert bot.user.id == local.bot.id
    assert [guild.name for guild in bot.guilds] == ["Newsroom"]
    assert bot.get_channel(local.general.id) is not None
    assert local.gateway.sessions[0].intents == INTENTS.value
    assert [f"{request.method} {request.path}" for request in local.requests] == [
        "GET /users/@me",
        "GET /oauth2/applications/@me",
        f"PUT /applications/{local.bot.id}/commands",
    ]


async def test_a_wrong_token_is_refused(local: LocalDiscord) -> None:
    """Login fails as it does with Discord."""
    client = TinyBot()
    with local.pointed_at(), pytest.raises(discord.LoginFailure):
        async with client:
            await client.start("wrong")


async def test_privileged_intents_must_be_allowed(local: LocalDiscord) -> None:
    """An intent that is off in the portal closes the gateway."""
    local.gateway.allowed_intents = INTENTS.value
    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with local.running(TinyBot(discord.Intents.all())):
            pass


async def test_member_chunks_and_presence(local: LocalDiscord) -> None:
    """Op 8 is answered with nobody, presence updates are taken in."""
    client = TinyBot(INTENTS | discord.Intents(members=True))
    async with local.running(client):
        await client.change_presence(status=discord.Status.idle)
        presence = await local.until(_received(local, 3), "op 3")
        assert await client.guilds[0].chunk() == []
    assert presence[0]["d"]["status"] == "idle"


def _received(local: LocalDiscord, op: int) -> Callable[[], list[dict[str, Any]]]:
    return lambda: [frame for frame in local.gateway.received if frame["op"] == op]


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


async def test_a_mention_gets_a_reply(local: LocalDiscord, bot: TinyBot) -> None:
    """The reply refers to the question, pings nobody, and is recorded as it was sent."""
    question = await local.user("alice").says(local.general, "hello", mention_bot=True)
    reply = await local.next_message(local.general)
    assert reply.content == "you said: @storybot hello"
    assert reply.reply_to is question
    assert reply.mentions == []
    assert reply.sent[0]["allowed_mentions"] == {"parse": []}
    await local.nothing_sent(local.general)


async def test_message_content_needs_the_intent_or_a_mention(local: LocalDiscord, bot: TinyBot) -> None:
    """A reply's ping shows the text, except below an interaction's answer."""
    alice = local.user("alice")
    await alice.says(local.general, "nothing for the bot")
    await alice.says(local.general, "hi", mention_bot=True)
    reply = await local.next_message(local.general)
    answer = (await alice.slash(local.general, "quote find", text="war")).answer
    await alice.says(local.general, "pinged", reply_to=reply)
    await alice.says(local.general, "not pinged", reply_to=reply, ping=False)
    await alice.says(local.general, "below an answer", reply_to=answer)
    await local.settle()
    heard = [message.content for message in bot.heard if not message.author.bot]
    assert heard == ["", f"{local.bot.mention} hi", "pinged", "", ""]


async def test_with_the_intent_all_content_is_there(local: LocalDiscord) -> None:
    """message_content changes only what is shown."""
    client = TinyBot(INTENTS | discord.Intents(message_content=True))
    async with local.running(client):
        await local.user("alice").says(local.general, "plain")
        await local.nothing_sent(local.general)
    assert [message.content for message in client.heard] == ["plain"]


async def test_no_intent_no_event(local: LocalDiscord) -> None:
    """Guild messages and DMs are two intents."""
    client = TinyBot(discord.Intents(guilds=True, dm_messages=True))
    alice = local.user("alice")
    async with local.running(client):
        await alice.says(local.general, "in the guild", mention_bot=True)
        await alice.says(await alice.dm(), "in private")
        await local.next_message(await alice.dm())
    assert [message.content for message in client.heard if not message.author.bot] == ["in private"]


async def test_bots_and_webhooks(local: LocalDiscord, bot: TinyBot) -> None:
    """Other bots and webhooks look like themselves."""
    await local.user("rival", bot=True).says(local.general, "hi", mention_bot=True)
    await local.webhook_says(local.general, f"{local.bot.mention} hi")
    await local.nothing_sent(local.general)
    assert [message.author.bot for message in bot.heard] == [True, True]
    assert bot.heard[1].webhook_id is not None


async def test_direct_messages(local: LocalDiscord, bot: TinyBot) -> None:
    """The bot answers in a DM, and can open one."""
    alice = local.user("alice")
    await alice.says(await alice.dm(), "psst")
    assert (await local.next_message(await alice.dm())).content == "you said: psst"
    assert (await alice.slash(await alice.dm(), "ask", question="who?")).content == "answer to who?"
    user = await bot.fetch_user(alice.id)
    await user.send("by the way")
    assert (await local.next_message(await alice.dm())).content == "by the way"
    alice.user.accepts_dms = False
    with pytest.raises(discord.Forbidden, match="50007"):
        await user.send("hello?")


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


async def test_joining_a_guild(local: LocalDiscord, bot: TinyBot) -> None:
    """The bot learns of a new guild while it runs."""
    local.add_guild("New")
    await local.gateway.delivered()
    assert sorted(guild.name for guild in bot.guilds) == ["New", "Newsroom"]


async def test_editing_deleting_and_fetching(local: LocalDiscord, bot: TinyBot) -> None:
    """The bot's own messages can be changed, those of others not."""
    alice = local.user("alice")
    theirs = await alice.says(local.general, "hi", mention_bot=True)
    mine = await local.next_message(local.general)
    channel = bot.get_channel(local.general.id)
    assert isinstance(channel, discord.TextChannel)
    message = await channel.fetch_message(mine.id)
    await message.edit(content="changed", view=None)
    assert (mine.content, mine.components) == ("changed", [])
    with pytest.raises(discord.Forbidden, match="50005"):
        await channel.get_partial_message(theirs.id).edit(content="mine now")
    assert [item.id async for item in channel.history()] == [mine.id, theirs.id]
    await message.delete()
    with pytest.raises(discord.NotFound, match="10008"):
        await channel.fetch_message(mine.id)
    await alice.deletes(theirs)
    assert local.messages(local.general) == []


async def test_files_nonces_and_replies(local: LocalDiscord, bot: TinyBot, tmp_path: Path) -> None:
    """Uploads are kept, a repeated nonce posts once, a reply needs a message that exists."""
    channel = bot.get_channel(local.general.id)
    assert isinstance(channel, discord.TextChannel)
    upload = tmp_path / "story.txt"
    upload.write_text("the story")
    sent = await channel.send(file=discord.File(upload), nonce="once")
    again = await channel.send("other", nonce="once")
    assert sent.id == again.id
    assert local.sent(local.general)[0].files == {"story.txt": b"the story"}
    with pytest.raises(discord.HTTPException, match="Unknown message"):
        await channel.send("reply", reference=discord.MessageReference(message_id=1, channel_id=channel.id))


BUTTON = {"type": 2, "style": 1, "label": "x", "custom_id": "x"}
EMPTY_SELECT = {"type": 3, "custom_id": "x", "options": []}
V2 = 1 << 15


def _row(*components: dict[str, object]) -> dict[str, object]:
    return {"type": 1, "components": components}


@pytest.mark.parametrize(
    ("body", "code", "path"),
    [
        ({"content": " "}, 50006, ""),
        ({"content": "x" * 2001}, 50035, "content"),
        ({"embeds": [{"title": "x" * 257}]}, 50035, "embeds.0.title"),
        ({"embeds": [{"description": "x" * 4097}]}, 50035, "embeds.0.description"),
        ({"embeds": [{"fields": [{"name": "x", "value": "x" * 1025}]}]}, 50035, "embeds.0.fields.0.value"),
        ({"embeds": [{"description": "x" * 3001}] * 2}, 50035, "embeds"),
        ({"embeds": [{"title": "x"}] * 11}, 50035, "embeds"),
        ({"components": [_row(BUTTON)] * 6}, 50035, "components"),
        ({"components": [BUTTON]}, 50035, "components.0.type"),
        ({"components": [_row(BUTTON), _row(BUTTON)]}, 50035, "components.1.components.0.custom_id"),
        ({"components": [_row(*[BUTTON] * 6)]}, 50035, "components.0.components"),
        ({"components": [_row(BUTTON | {"label": "x" * 81})]}, 50035, "components.0.components.0.label"),
        ({"components": [_row(BUTTON | {"custom_id": "x" * 101})]}, 50035, "components.0.components.0.custom_id"),
        ({"components": [_row(EMPTY_SELECT)]}, 50035, "components.0.components.0.options"),
        ({"content": "x", "components": [{"type": 10, "content": "x"}], "flags": V2}, 50035, "content"),
        ({"components": [{"type": 10, "content": "x" * 4001}], "flags": V2}, 50035, "components.0.content"),
        ({"components": [{"type": 10, "content": "x"}] * 41, "flags": V2}, 50035, "components"),
    ],
)
async def test_limits_on_messages(local: LocalDiscord, body: dict[str, object], code: int, path: str) -> None:
    """Every limit is refused with Discord's code, and the tree names the place."""
    status, reply = await _post_message(local, body)
    assert (status, reply["code"]) == (400, code)
    node = reply.get("errors", {})
    for step in path.split(".") if path else []:
        node = node[step]
    assert not path or node["_errors"]


async def test_permissions_of_the_bot(local: LocalDiscord, bot: TinyBot) -> None:
    """A channel the bot may not write in, read in, or see."""
    channel = bot.get_channel(local.general.id)
    assert isinstance(channel, discord.TextChannel)
    local.world.overwrite(local.general, local.bot, deny="send_messages")
    with pytest.raises(discord.Forbidden, match="50013"):
        await channel.send("hello")
    local.world.overwrite(local.general, local.bot, deny="view_channel")
    await local.user("alice").says(local.general, "hello", mention_bot=True)
    with pytest.raises(discord.Forbidden, match="50001"):
        await channel.send("hello")
    assert bot.heard == []


async def test_a_layout_view(local: LocalDiscord, bot: TinyBot) -> None:
    """Components V2 pass, and their buttons are found at any depth."""
    view = discord.ui.LayoutView(timeout=None)
    button: discord.ui.Button[discord.ui.LayoutView] = discord.ui.Button(label="More", custom_id="share")
    view.add_item(discord.ui.Container(discord.ui.TextDisplay("a card"), discord.ui.ActionRow(button)))
    channel = bot.get_channel(local.general.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.send(view=view)
    card = await local.next_message(local.general)
    record = await local.user("alice").clicks(card, "More", wait=False)
    assert record.payload["data"]["custom_id"] == "share"


async def test_typing(local: LocalDiscord, bot: TinyBot) -> None:
    """Typing is counted."""
    channel = bot.get_channel(local.general.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.typing()
    assert local.general.typing == 1


async def test_reconnect_resumes(local: LocalDiscord, bot: TinyBot) -> None:
    """After op 7, and after a cut, the client resumes and gets what it missed."""
    alice = local.user("alice")
    for number, trouble in enumerate((local.gateway.reconnect, local.gateway.cut), start=1):
        trouble()
        await alice.says(local.general, f"missed {number}", mention_bot=True)
        await local.online()
        assert (await local.next_message(local.general)).content == f"you said: @storybot missed {number}"
        assert bot.resumed == number
    assert len(local.gateway.sessions) == 1


async def test_an_invalid_session(local: LocalDiscord, bot: TinyBot) -> None:
    """Op 9: resumable is resumed, otherwise the client identifies again and the events are lost."""
    local.gateway.invalidate(resumable=True)
    await local.online()
    assert len(local.gateway.sessions) == 1
    local.gateway.invalidate(resumable=False)
    await local.user("alice").says(local.general, "lost", mention_bot=True)
    await local.online()
    await local.nothing_sent(local.general)
    assert len(local.gateway.sessions) == 2
    assert bot.identified_again
    assert bot.heard == []


async def test_heartbeats(local: LocalDiscord) -> None:
    """Heartbeats are answered."""
    local.gateway.heartbeat_seconds = 0.05
    client = TinyBot()
    async with local.running(client):
        await local.until(lambda: _received(local, 1)()[2:], "heartbeats")
        assert client.latency < 1


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
        assert (await _post_message(server, []))[0] == 400


async def _post_message(local: LocalDiscord, body: object) -> tuple[int, dict[str, Any]]:
    headers = {"Authorization": f"Bot {local.token}"}
    url = f"{local.rest_url}/channels/{local.general.id}/messages"
    async with aiohttp.ClientSession(headers=headers) as session, session.post(url, json=body) as response:
        return response.status, await response.json()


async def test_what_is_not_supported_is_named(local: LocalDiscord, bot: TinyBot) -> None:
    """Unknown routes are refused and kept, so that a test can see them."""
    with pytest.raises(discord.NotFound):
        await bot.fetch_guild(1)
    assert local.unsupported == ["GET /guilds/1"]


async def test_silence_is_told_from_slowness(local: LocalDiscord, bot: TinyBot) -> None:
    """nothing_sent waits for a slow handler instead of believing in its silence."""
    local.faults.add("POST", SEND, delay=0.05)
    await local.user("alice").says(local.general, "hi", mention_bot=True)
    with pytest.raises(AssertionError, match="you said"):
        await local.nothing_sent(local.general)


async def test_a_bot_of_another_process(local: LocalDiscord, tmp_path: Path) -> None:
    """The launcher runs a module as `python -m` does, with its own arguments."""
    (tmp_path / "tinybot.py").write_text(
        "import discord, sys\n"
        "client = discord.Client(intents=discord.Intents(dm_messages=True), guild_ready_timeout=0)\n"
        "@client.event\n"
        "async def on_message(message):\n"
        "    if message.author != client.user:\n"
        "        await message.channel.send(f'{message.content} {sys.argv[1]}')\n"
        f"client.run({local.token!r})\n"
    )
    line = command(local.rest_url, local.gateway_url, "loud", module="tinybot")
    root = Path(__file__).parents[1]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(root), str(tmp_path)]), "PYTHONWARNINGS": "ignore"}
    process = await asyncio.create_subprocess_exec(*line, cwd=root, env=environment, stderr=asyncio.subprocess.DEVNULL)
    try:
        await local.online(within=20)
        alice = local.user("alice")
        await alice.says(await alice.dm(), "hello")
        assert (await local.next_message(await alice.dm())).content == "hello loud"
        await local.nothing_sent(await alice.dm())
    finally:
        process.terminate()
        await process.wait()
    assert line[0] == sys.executable
