"""Asking on Discord, as a person sees it."""

from __future__ import annotations

import logging

import pytest

from bot.answering.answerer import Answerer
from bot.discord import texts
from bot.discord.client import VerbatimClient
from tests.local_discord import LocalDiscord

KIRBY = (
    "“Greater than 90% of the strikes that we’ve seen them take to date have not been against "
    "Isil or al-Qaida-affiliated terrorists,”"
)
SLANG = "so r the russains acutally bombing isis or nah"


def close_call(answerer: Answerer) -> str:
    """A question that this engine is not sure of; which one that is may change with it."""
    vague = (
        "uncle sam and the damascus boss, stick around or not",
        "what about the west and russia",
        "is it obama or kirby",
    )
    answers = {question: answerer.ask(question) for question in vague}
    return next(question for question, answer in answers.items() if answer.entry is None and answer.offers)


@pytest.mark.usefixtures("client")
async def test_slash_ask_answers_privately_with_the_exact_words(local: LocalDiscord) -> None:
    """/ask shows the answer, its quotes with speaker and paragraph, and a line of provenance, to the asker only."""
    record = await local.user("alice").slash(local.general, "ask", question=SLANG)
    lines = record.content.splitlines()
    assert record.ephemeral
    assert lines[0].startswith("**")
    assert f"> {KIRBY}" in lines
    assert "> — John Kirby, State Department spokesman, quoted · paragraph 5" in lines
    assert lines[-1].startswith("-# State Dept: Russians are not targeting ISIS in Syria")
    assert "are-russians-targeting-isis" in lines[-1]
    assert len(record.content) <= 2_000


@pytest.mark.usefixtures("client")
async def test_autocomplete_offers_whole_questions_that_can_be_asked(local: LocalDiscord) -> None:
    """What is offered is ranked by the matcher, within Discord's limits, and picking one gives its own answer."""
    alice = local.user("alice")
    choices = await alice.autocomplete(local.general, "ask", focused="question", question="who is lavro")
    assert 0 < len(choices) <= 25
    assert choices[0].name == "Who is Sergei Lavrov?"
    record = await alice.slash(local.general, "ask", question=choices[0].value)
    assert "`who-is-lavrov`" in record.content


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize("typed", ["", "   ", "🙂", "x" * 5_000, "\0\1"])
async def test_autocomplete_takes_anything(local: LocalDiscord, typed: str) -> None:
    """Whatever is typed, choices come back without a fault."""
    choices = await local.user("alice").autocomplete(local.general, "ask", focused="question", question=typed)
    assert len(choices) <= 25


@pytest.mark.usefixtures("client")
async def test_a_mention_is_answered_in_place_without_a_ping(local: LocalDiscord) -> None:
    """The bot replies to the question in its channel and pings nobody."""
    question = await local.user("alice").says(local.general, "who is Sergey Ivanov?", mention_bot=True)
    reply = await local.next_message(local.general)
    assert "Chief of the Presidential Administration" in reply.content
    assert reply.reply_to is not None
    assert reply.reply_to.id == question.id
    assert not reply.mentions
    assert reply.sent[0]["allowed_mentions"]["parse"] == []
    assert reply.sent[0]["allowed_mentions"].get("replied_user") is False


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
    assert (await local.next_message(local.general)).content == texts.UNREADABLE_REPLY


@pytest.mark.usefixtures("client")
async def test_a_direct_message_is_a_question(local: LocalDiscord) -> None:
    """In a DM nobody needs to be mentioned."""
    alice = local.user("alice")
    talk = await alice.dm()
    await alice.says(talk, SLANG)
    assert KIRBY in (await local.next_message(talk)).content


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
@pytest.mark.parametrize(
    "question", ["👀👀👀", "\u200b\u200b", "hello!", "a " * 900, "!play despacito", "Кто такой Лавров?"]
)
async def test_what_is_no_question_gets_a_friendly_line(local: LocalDiscord, question: str) -> None:
    """One short line comes back, never an error and never an answer about the story."""
    record = await local.user("alice").slash(local.general, "ask", question=question)
    assert record.ephemeral
    assert record.content
    assert "> " not in record.content
    assert record.content != f"**{texts.FAILED}**"


@pytest.mark.usefixtures("client")
async def test_a_bare_mention_is_told_how_to_ask(local: LocalDiscord) -> None:
    """A mention with nothing else is an invitation."""
    await local.user("alice").says(local.general, "", mention_bot=True)
    assert (await local.next_message(local.general)).content == texts.ASK_ME


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
async def test_a_missing_permission_is_logged_and_nothing_else(
    local: LocalDiscord, caplog: pytest.LogCaptureFixture
) -> None:
    """The bot does not try again and does not fall over."""
    local.world.overwrite(local.general, local.bot, deny="send_messages")
    with caplog.at_level(logging.WARNING):
        await local.user("alice").says(local.general, "who is Lavrov?", mention_bot=True)
        await local.nothing_sent(local.general)
    assert "no permission to answer" in caplog.text


async def test_an_unforeseen_error_is_logged_whole_and_answered_with_one_sentence(
    local: LocalDiscord,
    client: VerbatimClient,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The person sees nothing of the inside."""

    def broken(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(client.cogs["Ask"], "_answer", broken)
    record = await local.user("alice").slash(local.general, "ask", question="who is Lavrov?")
    assert record.content == texts.FAILED
    assert record.ephemeral
    assert "secret detail" in caplog.text
