"""Being asked in a channel, in a thread, in a forum or in a DM; and keeping silent everywhere else."""

from __future__ import annotations

import asyncio
import logging
import sys

import pytest

from bot.answering.answerer import Answerer
from bot.discord import sending
from bot.discord.client import VerbatimClient
from bot.discord.languages import language
from tests.discord.conftest import Clock, MakeBot
from tests.discord.test_ask import KIRBY, SLANG
from tests.discord.test_client import environment
from tests.local_discord import ChannelType, LocalDiscord
from tests.local_discord.components import names
from tests.local_discord.launch import command
from tests.shipped import close_call

SEND = r"/channels/\d+/messages"
say = language("en")


@pytest.mark.usefixtures("client")
async def test_a_mention_is_answered_in_place_without_a_ping(local: LocalDiscord) -> None:
    """The bot replies to the question in its channel and pings nobody; the asker can delete the reply."""
    question = await local.user("alice").says(local.general, "who is Sergey Ivanov?", mention_bot=True)
    reply = await local.next_message(local.general)
    assert "Chief of the Presidential Administration" in reply.content
    assert reply.reply_to is question
    assert not reply.mentions
    assert reply.sent[0]["allowed_mentions"] == {"parse": [], "replied_user": False}
    assert names(reply.components) == ["In context", "Related", "Wrong?", "Delete"]


@pytest.mark.usefixtures("client")
async def test_a_reply_to_the_bot_goes_on_with_the_talk(local: LocalDiscord) -> None:
    """A reply needs no mention and may lean on the answer before."""
    alice = local.user("alice")
    await alice.says(local.general, "Who is Sergey Ivanov?", mention_bot=True)
    first = await local.next_message(local.general)
    await alice.says(local.general, "what reason did he give?", reply_to=first)
    second = await local.next_message(local.general)
    assert "only about the national interest of the Russian Federation" in second.content


@pytest.mark.usefixtures("client")
async def test_a_reply_without_ping_is_told_why_it_cannot_be_read(local: LocalDiscord) -> None:
    """Discord hides the text of such a reply; the person learns what to do."""
    alice = local.user("alice")
    await alice.says(local.general, "Who is Sergey Ivanov?", mention_bot=True)
    first = await local.next_message(local.general)
    await alice.says(local.general, "and Lavrov?", reply_to=first, ping=False)
    assert (await local.next_message(local.general)).content == say("unreadable-reply")


@pytest.mark.usefixtures("client")
async def test_a_direct_message_is_a_question(local: LocalDiscord) -> None:
    """In a DM nobody needs to be mentioned, and there is nobody to share with."""
    alice = local.user("alice")
    talk = await alice.dm()
    await alice.says(talk, SLANG)
    reply = await local.next_message(talk)
    assert KIRBY in reply.content
    assert names(reply.components) == ["In context", "Related", "Wrong?", "Delete"]
    record = await alice.slash(talk, "ask", question=SLANG)
    assert "Share" not in names(record.components)


@pytest.mark.usefixtures("client")
async def test_an_offered_question_is_picked_by_number(local: LocalDiscord, answerer: Answerer) -> None:
    """A close call lists questions; a reply with a number answers that one."""
    alice = local.user("alice")
    talk = await alice.dm()
    await alice.says(talk, close_call(answerer))
    offered = await local.next_message(talk)
    assert "\n1. " in offered.content
    first = offered.content.split("\n1. ")[1].splitlines()[0].replace("\\", "")
    await alice.says(talk, "1")
    entry = next(entry for _, entry in answerer.library.entries() if entry.question == first)
    assert f"`{entry.id}`" in (await local.next_message(talk)).content


@pytest.mark.usefixtures("client")
async def test_people_and_channels_do_not_share_a_talk(local: LocalDiscord) -> None:
    """ "When?" after somebody else's question leans on nothing."""
    await local.user("alice").says(local.general, "What did Obama say at the UN?", mention_bot=True)
    await local.next_message(local.general)
    await local.user("bob").says(local.general, "when?", mention_bot=True)
    assert "`when-obama-spoke`" not in (await local.next_message(local.general)).content


@pytest.mark.usefixtures("client")
async def test_the_bot_is_silent_unless_addressed(local: LocalDiscord) -> None:
    """Not addressed: plain talk, @everyone, other bots, webhooks, replies between people."""
    alice, robot = local.user("alice"), local.user("robot", bot=True)
    plain = await alice.says(local.general, "who is Lavrov?")
    await local.user("bob").says(local.general, "no idea", reply_to=plain)
    await alice.says(local.general, "@everyone who is Lavrov?")
    await robot.says(local.general, "who is Lavrov?", mention_bot=True)
    await local.webhook_says(local.general, f"<@{local.bot.id}> who is Lavrov?")
    await local.nothing_sent(local.general)


@pytest.mark.usefixtures("client")
async def test_what_discord_itself_writes_is_no_question(local: LocalDiscord) -> None:
    """A pin or a join that names the bot, say."""
    alice = local.user("alice")
    notice = alice._compose(local.general, "who is Lavrov?", mention_bot=True)
    notice.type = 6
    local.post(notice)
    await local.nothing_sent(local.general)


@pytest.mark.usefixtures("client")
async def test_a_bare_mention_is_told_how_to_ask(local: LocalDiscord) -> None:
    """A mention with nothing else is an invitation."""
    await local.user("alice").says(local.general, "", mention_bot=True)
    assert (await local.next_message(local.general)).content == say("ask-me")


@pytest.mark.usefixtures("client")
async def test_a_mention_of_the_bots_role_is_told_what_to_mention(local: LocalDiscord) -> None:
    """It looks like the bot in the list of names, but Discord does not show the bot what was written."""
    role = next(role for role in local.home.roles if role.bot is local.bot)
    await local.user("alice").says(local.general, f"<@&{role.id}> who is Lavrov?")
    assert (await local.next_message(local.general)).content == say("mentioned-role")
    other = local.add_role("Readers")
    await local.user("alice").says(local.general, f"<@&{other.id}> who is Lavrov?")
    await local.nothing_sent(local.general)


@pytest.mark.usefixtures("client")
async def test_what_people_type_is_never_echoed_as_a_mention(local: LocalDiscord) -> None:
    """Nobody can make the bot ping."""
    bob = local.user("bob")
    await local.user("alice").says(local.general, f"@everyone <@{bob.user.id}> who is Lavrov?", mention_bot=True)
    reply = await local.next_message(local.general)
    assert "@everyone" not in reply.content
    assert f"<@{bob.user.id}>" not in reply.content
    assert not reply.mentions


@pytest.mark.usefixtures("client")
async def test_a_deleted_question_is_still_answered(local: LocalDiscord) -> None:
    """Without the reference."""
    alice = local.user("alice")
    question = alice._compose(local.general, "who is Lavrov?", mention_bot=True)
    local.post(question)
    question.deleted = True
    reply = await local.next_message(local.general)
    assert reply.reply_to is None
    assert "Russian Foreign Minister" in reply.content


@pytest.mark.usefixtures("client")
async def test_a_thread_is_answered_in_it(local: LocalDiscord) -> None:
    """A thread under a channel."""
    thread = local.add_thread(local.general, "about Lavrov")
    await local.user("alice").says(thread, "who is Lavrov?", mention_bot=True)
    assert "Russian Foreign Minister" in (await local.next_message(thread)).content


@pytest.mark.usefixtures("client")
async def test_a_forum_post_is_answered_and_its_title_may_be_the_question(local: LocalDiscord) -> None:
    """The first message asks; if it only names the bot, the title does."""
    forum = local.add_channel("questions", ChannelType.FORUM)
    alice = local.user("alice")
    first = await alice.posts(forum, "help", "who is Lavrov?", mention_bot=True)
    assert "Russian Foreign Minister" in (await local.next_message(first.channel)).content
    second = await alice.posts(forum, "Who is Sergey Ivanov?", "", mention_bot=True)
    assert "Chief of the Presidential Administration" in (await local.next_message(second.channel)).content


@pytest.mark.usefixtures("client")
async def test_the_race_with_a_forum_posts_first_message_is_lost_once(
    local: LocalDiscord, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Discord refuses with 40058 until that message has landed: the bot waits and tries once more, not for ever."""
    monkeypatch.setattr(sending, "STARTER_SECONDS", 0.01)
    body = {"message": "Cannot message this thread until after the post author has sent an initial message"}
    refused = local.faults.add("POST", SEND, status=403, body=body | {"code": 40058})
    forum, alice = local.add_channel("questions", ChannelType.FORUM), local.user("alice")
    post = await alice.posts(forum, "help", "who is Lavrov?", mention_bot=True)
    assert "Russian Foreign Minister" in (await local.next_message(post.channel)).content
    assert refused.hits == 1
    always = local.faults.add("POST", SEND, status=403, body=body | {"code": 40058}, times=None)
    post = await alice.posts(forum, "help", "who is Lavrov?", mention_bot=True)
    await local.nothing_sent(post.channel)
    assert always.hits == 2


async def test_a_missing_permission_is_not_tried_in_vain(
    local: LocalDiscord, client: VerbatimClient, caplog: pytest.LogCaptureFixture
) -> None:
    """The bot sees what it lacks, asks nothing of Discord, logs it once, and remembers it for /health."""
    local.world.overwrite(local.general, local.bot, deny="send_messages")
    local.tell_channel(local.general)
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            await local.user("alice").says(local.general, "who is Lavrov?", mention_bot=True)
        await local.nothing_sent(local.general)
    assert not [each for each in local.requests if each.method == "POST"]
    assert [each.message for each in caplog.records if "no permission" in each.message] == [
        f"no permission to answer in channel {local.general.id}: send_messages is missing"
    ]
    (refusal,) = client.turned_away.of_guild(local.home.id)
    assert (refusal.channel, refusal.missing) == (local.general.id, ("send_messages",))


async def test_a_refusal_that_could_not_be_foreseen_is_remembered(
    local: LocalDiscord, client: VerbatimClient, caplog: pytest.LogCaptureFixture
) -> None:
    """The bot does not try again and does not fall over."""
    refused = local.faults.forbid("POST", SEND, times=None)
    with caplog.at_level(logging.WARNING):
        await local.user("alice").says(local.general, "who is Lavrov?", mention_bot=True)
        await local.nothing_sent(local.general)
    assert refused.hits == 1
    assert "no permission to answer" in caplog.text
    assert client.turned_away.of_guild(local.home.id)


@pytest.mark.usefixtures("client")
async def test_threads_have_a_permission_of_their_own(local: LocalDiscord) -> None:
    """Send Messages does not count there, Send Messages in Threads does."""
    local.world.overwrite(local.general, local.bot, deny="send_messages")
    local.tell_channel(local.general)
    thread = local.add_thread(local.general, "about Lavrov")
    await local.user("alice").says(thread, "who is Lavrov?", mention_bot=True)
    assert "Russian Foreign Minister" in (await local.next_message(thread)).content
    local.world.overwrite(local.general, local.bot, deny="send_messages_in_threads")
    local.tell_channel(local.general)
    await local.user("alice").says(thread, "who is Lavrov?", mention_bot=True)
    await local.nothing_sent(thread)


@pytest.mark.usefixtures("client")
async def test_without_the_message_history_the_answer_is_no_reply(local: LocalDiscord) -> None:
    """Discord would refuse the reference."""
    local.world.overwrite(local.general, local.bot, deny="read_message_history")
    local.tell_channel(local.general)
    await local.user("alice").says(local.general, "who is Lavrov?", mention_bot=True)
    reply = await local.next_message(local.general)
    assert reply.reply_to is None
    assert "Russian Foreign Minister" in reply.content


async def test_a_person_who_asks_too_fast_is_told_once(local: LocalDiscord, make_bot: MakeBot, clock: Clock) -> None:
    """One short notice a minute, then silence; others are answered; it goes on when the time has come."""
    async with local.running(make_bot(questions_per_minute=2)):
        alice = local.user("alice")
        for _ in range(2):
            await alice.says(local.general, "who is Lavrov?", mention_bot=True)
            await local.next_message(local.general)
        await alice.says(local.general, "who is Lavrov?", mention_bot=True)
        notice = await local.next_message(local.general)
        assert notice.content.startswith("One at a time, please: ask me again <t:")
        for _ in range(5):
            await alice.says(local.general, "who is Lavrov?", mention_bot=True)
        await local.nothing_sent(local.general)
        await local.user("bob").says(local.general, "who is Lavrov?", mention_bot=True)
        assert "Russian Foreign Minister" in (await local.next_message(local.general)).content
        clock.now += 30
        await alice.says(local.general, "who is Lavrov?", mention_bot=True)
        assert "Russian Foreign Minister" in (await local.next_message(local.general)).content


async def test_a_channel_with_too_many_answers_is_told_once(local: LocalDiscord, make_bot: MakeBot) -> None:
    """However many people ask; /ask goes on, for it disturbs nobody."""
    async with local.running(make_bot(channel_answers_per_minute=1)):
        await local.user("alice").says(local.general, "who is Lavrov?", mention_bot=True)
        await local.next_message(local.general)
        for name in ("bob", "carol", "dan"):
            await local.user(name).says(local.general, "who is Lavrov?", mention_bot=True)
        notice = await local.next_message(local.general)
        assert notice.content.startswith("This channel has had many answers just now.")
        await local.nothing_sent(local.general)
        record = await local.user("bob").slash(local.general, "ask", question="who is Lavrov?")
        assert "Russian Foreign Minister" in record.content


async def test_a_slash_command_too_soon_gets_a_private_notice(
    local: LocalDiscord, make_bot: MakeBot, clock: Clock
) -> None:
    """Typing is free; the notice says when it goes on, in the person's language."""
    async with local.running(make_bot(questions_per_minute=1)):
        alice = local.user("alice")
        alice.user.locale = "de"
        for _ in range(5):
            await alice.autocomplete(local.general, "ask", focused="question", question="who")
        assert (await alice.slash(local.general, "help")).content.startswith("**Ich beantworte")
        record = await alice.slash(local.general, "ask", question="who is Lavrov?")
        assert record.ephemeral
        assert record.content.startswith("Eins nach dem anderen, bitte: Frag mich <t:")
        clock.now += 60
        assert "Minister" in (await alice.slash(local.general, "ask", question="who is Lavrov?")).content


async def test_in_an_open_channel_the_sure_is_answered_and_the_rest_is_not(
    local: LocalDiscord, make_bot: MakeBot, answerer: Answerer
) -> None:
    """Nobody needs to mention the bot there; it is silent on near questions, close calls, chatter and replies."""
    async with local.running(make_bot(open_channels=f"{local.general.id}")):
        alice, bob = local.user("alice"), local.user("bob")
        question = await alice.says(local.general, "who is Sergey Ivanov?")
        reply = await local.next_message(local.general)
        assert reply.reply_to is question
        assert "Chief of the Presidential Administration" in reply.content
        for text in (
            "how many kids were killed in the raids",
            close_call(answerer),
            "hello there everybody!",
            "lol same",
            "Lavrov",
            "what should I cook tonight?",
        ):
            await alice.says(local.general, text)
        await bob.says(local.general, "who is Sergey Ivanov?", reply_to=question)
        await bob.says(local.general, f"{alice.mention} who is Sergey Ivanov?")
        await local.nothing_sent(local.general)
        await alice.says(local.general, "who said that?", reply_to=reply)
        assert (await local.next_message(local.general)).content.startswith("**In the story: ")
        other = local.add_channel("other")
        await alice.says(other, "who is Sergey Ivanov?")
        await local.nothing_sent(other)


async def test_an_open_forum_answers_posts_by_text_or_title(local: LocalDiscord, make_bot: MakeBot) -> None:
    """What the text does not ask, the title may."""
    forum = local.add_channel("questions", ChannelType.FORUM)
    async with local.running(make_bot(open_channels=f"{forum.id}")):
        alice = local.user("alice")
        first = await alice.posts(forum, "help", "who is Sergey Ivanov?")
        assert "Chief of the Presidential" in (await local.next_message(first.channel)).content
        second = await alice.posts(forum, "who is Sergey Ivanov?", "can anybody help me here")
        assert "Chief of the Presidential" in (await local.next_message(second.channel)).content
        third = await alice.posts(forum, "recipes", "what should I cook tonight?")
        await local.nothing_sent(third.channel)


async def test_an_open_channel_can_be_asked_by_the_bots_role(local: LocalDiscord, make_bot: MakeBot) -> None:
    """There the text can be read."""
    role = next(role for role in local.home.roles if role.bot is local.bot)
    async with local.running(make_bot(open_channels=f"{local.general.id}")):
        await local.user("alice").says(local.general, f"<@&{role.id}> who is Lavrov?")
        assert "Russian Foreign Minister" in (await local.next_message(local.general)).content


async def test_the_content_intent_is_asked_for_only_with_open_channels(local: LocalDiscord, make_bot: MakeBot) -> None:
    """Without them Discord would not give the text, and the bot does not want it."""
    async with local.running(make_bot(open_channels="1 2,3")):
        assert local.reads_content
    async with local.running(make_bot()):
        assert not local.reads_content


async def test_a_refused_content_intent_is_one_sentence_and_status_2(local: LocalDiscord) -> None:
    """It names the setting and where to turn the intent on."""
    local.gateway.allowed_intents &= ~(1 << 15)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *command(local.rest_url, local.gateway_url, "run")[1:],
        env=environment(local.token) | {"OPEN_CHANNELS": "123"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    _, errors = await process.communicate()
    assert process.returncode == 2
    assert (
        errors.decode()
        .splitlines()[-1]
        .startswith("bot: Discord refuses the Message Content intent, which OPEN_CHANNELS needs.")
    )
    assert b"Traceback" not in errors


@pytest.mark.parametrize(("locale", "word"), [("de", "Löschen"), ("ru", "Удалить"), ("ja", "Delete")])
@pytest.mark.usefixtures("client")
async def test_a_public_answer_speaks_the_servers_language(local: LocalDiscord, locale: str, word: str) -> None:
    """And does not give away the asker's; the story's words stay as they are."""
    guild = local.add_guild("Abroad")
    guild.locale = locale
    local.tell_guild(guild)
    channel = local.add_channel("talk", guild=guild)
    alice = local.user("alice")
    alice.user.locale = "fr"
    local.world.join(guild, alice.user)
    await alice.says(channel, SLANG, mention_bot=True)
    reply = await local.next_message(channel)
    assert names(reply.components)[-1] == word
    assert KIRBY in reply.content
