"""Messages on the local Discord: who sees what of them, and what is refused."""

from __future__ import annotations

from pathlib import Path

import discord
import pytest

from tests.local_discord import LocalDiscord
from tests.local_discord.raw import post_message
from tests.local_discord.tiny_bot import INTENTS, TinyBot


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
    status, reply = await post_message(local, body)
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
