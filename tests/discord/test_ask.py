"""Asking for oneself, as a person sees it: /ask, and right-click on a message."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering import phrases
from bot.answering.answerer import Answerer
from bot.answering.desk import Desk
from bot.discord.client import VerbatimClient
from bot.discord.commands import ANSWER_MENU
from bot.discord.languages import language
from tests.discord.conftest import MakeBot
from tests.local_discord import LocalDiscord
from tests.local_discord.components import names
from tests.shipped import close_call

KIRBY = (
    "“Greater than 90% of the strikes that we’ve seen them take to date have not been against "
    "Isil or al-Qaida-affiliated terrorists,”"
)
SLANG = "so r the russains acutally bombing isis or nah"
say = language("en")


@pytest.mark.usefixtures("client")
async def test_slash_ask_answers_privately_with_the_exact_words(local: LocalDiscord) -> None:
    """/ask shows the answer, its quotes with speaker and paragraph, and a line of provenance, to the asker only."""
    record = await local.user("alice").slash(local.general, "ask", question=SLANG)
    lines = record.content.splitlines()
    assert record.ephemeral
    assert lines[0].startswith("**")
    assert f"> {KIRBY}" in lines
    assert "> — John Kirby, State Department spokesman, quoted · paragraph 5" in lines
    assert lines[-1].startswith("-# State Dept: Russians are not targeting ISIS in Syria · 2015 · ")
    assert "are-russians-targeting-isis" in lines[-1]
    assert sum(line.startswith("-#") for line in lines) == 1
    assert names(record.components) == ["In context", "Related", "Share", "Wrong?"]


@pytest.mark.usefixtures("client")
async def test_the_whole_answer_stands_in_the_text(local: LocalDiscord) -> None:
    """Who hides embeds, or copies, or listens, misses nothing: there is no embed, and previews are off."""
    record = await local.user("alice").slash(local.general, "ask", question="who is Lavrov?")
    assert "Russian Foreign Minister" in record.content
    assert record.embeds == []
    assert record.answer.sent[0]["flags"] & (1 << 2)


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
@pytest.mark.parametrize("typed", ["", "   ", "🙂", "x" * 5_000, "\0\1", "a", "the"])
async def test_autocomplete_takes_anything(local: LocalDiscord, typed: str) -> None:
    """Whatever is typed, at most 25 choices of 1 to 100 characters come back without a fault."""
    choices = await local.user("alice").autocomplete(local.general, "ask", focused="question", question=typed)
    assert len(choices) <= 25
    assert all(1 <= len(choice.name) <= 100 and 1 <= len(str(choice.value)) <= 100 for choice in choices)


async def test_a_question_too_long_for_a_choice_is_picked_by_its_reference(
    local: LocalDiscord, make_bot: MakeBot, story_folder: Callable[..., Path]
) -> None:
    """It is cut at a word, and what is submitted still names the entry, however long the names are."""
    long = f"When does the {'very ' * 30}old bridge open?"
    entries = f"""\
- id: {"e" * 80}
  questions: ["{long}"]
  answer: Mayor Ann Hill said that it won't open before Sunday.
  citations: [{{quote: "The bridge won't open before Sunday,", speaker: Ann Hill, kind: quote}}]
"""
    folder = story_folder("a story: with a long, odd name", entries=entries)
    async with local.running(make_bot(folder.parent)):
        alice = local.user("alice")
        (choice,) = await alice.autocomplete(local.general, "ask", focused="question", question="bridge")
        assert choice.name.endswith(" very…")
        assert len(str(choice.value)) <= 100
        record = await alice.slash(local.general, "ask", question=choice.value)
        assert record.content.startswith("**Mayor Ann Hill said")
        # Its buttons carry names that long as well.
        context = await alice.clicks(record, "In context")
        assert "**The bridge won’t open before Sunday,**" in context.content


@pytest.mark.usefixtures("client")
async def test_unsure_offers_questions_as_buttons(local: LocalDiscord, answerer: Answerer) -> None:
    """Up to three, numbered in the text because their labels would be cut; one press answers in place."""
    alice = local.user("alice")
    record = await alice.slash(local.general, "ask", question=close_call(answerer))
    lines = record.content.splitlines()
    assert lines[0] == f"**{phrases.CLOSE_CALL}**"
    offered = [line for line in lines if line[:2] in ("1.", "2.", "3.")]
    assert names(record.components) == [str(number) for number in range(1, len(offered) + 1)]
    picked = await alice.clicks(record, "1")
    assert picked.message is record.message
    assert picked.content.startswith("**")
    assert "Did you mean" not in picked.content
    assert "Share" in names(picked.components)


@pytest.mark.usefixtures("client")
async def test_not_in_the_story_says_so_with_the_nearest_thing(local: LocalDiscord) -> None:
    """A near question gets the plain sentence first, then what the story does say."""
    record = await local.user("alice").slash(
        local.general, "ask", question="how many civilians were killed in the raids"
    )
    assert record.content.startswith("**The story does not say")
    assert "> Instead they have targeted moderate Syrian forces" in record.content
    assert "> — the article · paragraph 4" in record.content


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
    assert record.content != say("failed")


@pytest.mark.usefixtures("client")
async def test_a_talk_goes_on_in_private(local: LocalDiscord) -> None:
    """A follow-up leans on the answer before, per person and channel."""
    alice = local.user("alice")
    await alice.slash(local.general, "ask", question="What did Obama say at the UN?")
    assert (await alice.slash(local.general, "ask", question="who said that?")).content.startswith("**In the story: ")
    strangers = await local.user("bob").slash(local.general, "ask", question="who said that?")
    assert not strangers.content.startswith("**In the story: ")


@pytest.mark.usefixtures("client")
async def test_a_question_is_answered_from_its_context_menu(local: LocalDiscord) -> None:
    """Somebody's message is answered privately to who right-clicks it; shared, it goes to its author as a reply."""
    alice, bob = local.user("alice"), local.user("bob")
    question = await bob.says(local.general, "who is Sergey Ivanov?")
    record = await alice.context_menu(local.general, ANSWER_MENU, question)
    assert record.ephemeral
    assert "Chief of the Presidential Administration" in record.content
    await alice.clicks(record, "Share")
    shared = await local.next_message(local.general)
    assert shared.reply_to is question
    assert shared.content.startswith(f"Shared by {alice.mention}\n**")
    assert not shared.mentions


@pytest.mark.usefixtures("client")
async def test_a_close_call_on_a_message_is_still_a_reply_when_shared(local: LocalDiscord, answerer: Answerer) -> None:
    """The question that was picked answers that message."""
    alice, bob = local.user("alice"), local.user("bob")
    question = await bob.says(local.general, close_call(answerer))
    record = await alice.context_menu(local.general, ANSWER_MENU, question)
    await alice.clicks(record, "1")
    await alice.clicks(record, "Share")
    assert (await local.next_message(local.general)).reply_to is question


@pytest.mark.usefixtures("client")
async def test_a_shared_answer_survives_the_end_of_the_question(local: LocalDiscord) -> None:
    """If the message was deleted meanwhile, the answer is shared without the reference."""
    alice, bob = local.user("alice"), local.user("bob")
    question = await bob.says(local.general, "who is Sergey Ivanov?")
    record = await alice.context_menu(local.general, ANSWER_MENU, question)
    await bob.deletes(question)
    await alice.clicks(record, "Share")
    shared = await local.next_message(local.general)
    assert shared.reply_to is None
    assert "Chief of the Presidential Administration" in shared.content


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize(("text", "key"), [("", "message-without-text"), ("   ", "message-without-text")])
async def test_a_message_without_text_is_no_question(local: LocalDiscord, text: str, key: str) -> None:
    """A picture, say."""
    picture = await local.user("bob").says(local.general, text)
    record = await local.user("alice").context_menu(local.general, ANSWER_MENU, picture)
    assert record.ephemeral
    assert record.content == say(key)


@pytest.mark.usefixtures("client")
async def test_the_bots_own_answer_is_no_question(local: LocalDiscord) -> None:
    """It says so instead of answering itself."""
    alice = local.user("alice")
    await alice.says(local.general, "who is Lavrov?", mention_bot=True)
    own = await local.next_message(local.general)
    assert (await alice.context_menu(local.general, ANSWER_MENU, own)).content == say("message-is-mine")


@pytest.mark.usefixtures("client")
async def test_a_mention_in_the_clicked_message_is_not_part_of_the_question(local: LocalDiscord) -> None:
    """Nor is it echoed."""
    question = await local.user("bob").says(local.general, f"<@{local.bot.id}>, who is Sergey Ivanov?")
    await local.next_message(local.general)
    record = await local.user("alice").context_menu(local.general, ANSWER_MENU, question)
    assert "Chief of the Presidential Administration" in record.content


async def test_an_unforeseen_error_is_logged_whole_and_answered_with_one_sentence(
    local: LocalDiscord,
    client: VerbatimClient,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The person sees nothing of the inside, and the log nothing of the question."""

    async def broken(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(Desk, "ask", broken)
    record = await local.user("alice").slash(local.general, "ask", question="who is Lavrov?")
    assert record.content == say("failed")
    assert record.ephemeral
    assert "secret detail" in caplog.text
    assert "Lavrov" not in caplog.text


async def test_a_command_that_is_gone_gets_a_friendly_line(
    local: LocalDiscord, client: VerbatimClient, caplog: pytest.LogCaptureFixture
) -> None:
    """Discord shows old commands for a while."""
    client.tree.remove_command("ask")
    record = await local.user("alice").slash(local.general, "ask", question="who is Lavrov?")
    assert (record.content, record.ephemeral) == (say("changed-command"), True)
    assert not [each for each in caplog.records if each.levelno >= logging.ERROR]


async def test_answers_at_the_limits_are_whole(
    local: LocalDiscord, make_bot: MakeBot, story_folder: Callable[..., Path]
) -> None:
    """The longest title, questions, answer and quotes, all of markdown: asked, in context, shared, and offered."""
    article = f"Title\n\n{'_' * 700} one.\n\n{'_' * 700} two.\n\n{'_' * 700} three.\n\n{'y' * 1990} four.\n"
    quotes = [f"{'_' * 700} {word}." for word in ("one", "two", "three")]
    entries = "".join(
        f"- id: {name}\n  questions: ['{name} {'*' * 900}?']\n  answer: '{'*' * 1_000}'\n  citations:\n"
        + "".join(f"    - {{quote: '{quote}', speaker: Ann}}\n" for quote in cited)
        for name, cited in (("many", quotes), ("long", [f"{'y' * 1990} four."]))
    )
    story = f"title: '{'*' * 200}'\ndate: '{'_' * 200}'\nspeakers: [{{name: Ann, role: '{'~' * 200}'}}]\n"
    folder = story_folder("limits", story=story, article=article, entries=entries)
    async with local.running(make_bot(folder.parent)):
        alice = local.user("alice")
        for name in ("many", "long"):
            record = await alice.slash(local.general, "ask", question=f"limits/{name}")
            assert "*" * 1_000 in record.content
            assert say("quote-too-long", paragraph={"many": 2, "long": 5}[name]) in record.content
            assert f"`{name}`" in record.content
            await alice.clicks(record, "In context")
            await alice.clicks(record, "Related")
            await alice.clicks(record, "Share")
            assert "*" * 1_000 in (await local.next_message(local.general)).content
        for command, options in (("story", {}), ("quote by", {"speaker": "Ann"}), ("quote random", {}), ("topics", {})):
            assert (await alice.slash(local.general, command, **options)).content


async def test_an_expired_interaction_is_noted_in_one_line(
    local: LocalDiscord, client: VerbatimClient, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After three seconds Discord takes no answer; nobody is left to tell, and there is no traceback."""
    ask = Desk.ask

    async def late(desk: Desk, *given: str) -> object:
        local.clock.advance(4)
        return await ask(desk, *given)

    monkeypatch.setattr(Desk, "ask", late)
    with caplog.at_level(logging.WARNING, logger="bot"):
        record = await local.user("alice").slash(local.general, "ask", question="who is Lavrov?")
    assert record.responses == []
    assert [each.message for each in caplog.records] == ["too late for an answer to the command ask"]
