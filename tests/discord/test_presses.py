"""The buttons under an answer: each press by its custom id alone, whoever presses, whenever."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from bot.answering.desk import Desk, Edition
from bot.answering.feedback import Reason, Vote
from bot.config import Settings
from bot.discord.client import VerbatimClient
from bot.discord.custom_ids import MODERATING, Action, Press
from bot.discord.languages import language
from bot.stories import load_library
from tests.discord.conftest import MakeBot
from tests.discord.test_ask import SLANG
from tests.knowledge_folder import ENTRIES
from tests.local_discord import InteractionRecord, LocalDiscord, Message
from tests.local_discord.components import find, names
from tests.shipped import close_call

CALLBACK = r"/interactions/\d+/.+/callback"
say = language("en")


async def asked(local: LocalDiscord, name: str = "alice", question: str = SLANG) -> InteractionRecord:
    """A private answer."""
    return await local.user(name).slash(local.general, "ask", question=question)


async def answered_in_public(local: LocalDiscord, name: str = "alice", question: str = SLANG) -> Message:
    """A public answer."""
    await local.user(name).says(local.general, question, mention_bot=True)
    return await local.next_message(local.general)


def changed_id(message: Message, label: str, custom_id: str) -> None:
    """Give a button another custom id, as if it had been made by another version, or forged."""
    button = find(message.components, label)
    assert button
    button["custom_id"] = custom_id


@pytest.mark.usefixtures("client")
async def test_in_context_shows_the_paragraphs_with_the_quotes_marked(local: LocalDiscord) -> None:
    """Privately, whoever presses; every quote of the answer stands in bold in its paragraph."""
    public = await answered_in_public(local)
    record = await local.user("bob").clicks(public, "In context")
    assert record.ephemeral
    lines = record.content.splitlines()
    assert lines[0] == "**Paragraph 1**"
    assert (
        "> “**Greater than 90% of the strikes that we’ve seen them take to date have not been against Isil or "
        "al-Qaida-affiliated terrorists,**” said State Department spokesman John Kirby. “They’ve been largely against "
        "opposition groups that want a better future for Syria and don’t want to see the Assad regime stay in power.”"
    ) in lines
    assert lines[-1].startswith("-# State Dept: ")


@pytest.mark.usefixtures("client")
async def test_related_offers_questions_that_answer_in_place(local: LocalDiscord) -> None:
    """Up to three, numbered; the one that is pressed takes the list's place, with buttons of its own."""
    alice = local.user("alice")
    offers = await alice.clicks(await asked(local), "Related")
    assert offers.ephemeral
    assert offers.content.startswith(f"**{say('related-heading')}**\n1. ")
    assert names(offers.components) == ["1", "2", "3"]
    answer = await alice.clicks(offers, "2")
    assert answer.message is offers.message
    assert names(answer.components) == ["In context", "Related", "Share", "Wrong?"]


@pytest.mark.usefixtures("client")
async def test_the_asker_picks_for_everybody_and_others_for_themselves(local: LocalDiscord, answerer: Answerer) -> None:
    """Two people press the same button under a public close call: one gets a private answer, the other settles it."""
    public = await answered_in_public(local, question=close_call(answerer))
    assert names(public.components)[-1] == "Delete"
    bobs = await local.user("bob").clicks(public, "1")
    assert bobs.ephemeral
    assert "Share" in names(bobs.components)
    assert public.content.startswith("**I'm not sure what you mean.")
    alices = await local.user("alice").clicks(public, "1")
    assert alices.message is public
    assert names(public.components) == ["In context", "Related", "Wrong?", "Delete"]
    assert public.content == bobs.content


@pytest.mark.usefixtures("client")
async def test_two_people_press_the_same_button_at_once(local: LocalDiscord) -> None:
    """Each gets their own answer."""
    public = await answered_in_public(local)
    records = await asyncio.gather(*(local.user(name).clicks(public, "In context") for name in ("alice", "bob")))
    assert all(record.ephemeral for record in records)
    assert records[0].content == records[1].content
    assert records[0].message is not records[1].message


async def test_what_is_offered_beside_a_near_answer_does_not_replace_it(local: LocalDiscord, make_bot: MakeBot) -> None:
    """The answer that the story does not say stays; the question that was pressed is answered privately."""
    bot = make_bot()
    async with local.running(bot):
        alice = local.user("alice")
        near = [each for each in bot.desk.edition.entries.values() if not each.entry.in_story]
        for offer in near:
            question = f"{offer.entry.questions[-1]} really"
            answer = await bot.desk.ask(question)
            if answer.entry and not answer.entry.in_story and answer.worth_offering:
                break
        record = await alice.slash(local.general, "ask", question=question)
        assert say("offers-beside-near") in record.content.splitlines()
        text = record.content
        also = await alice.clicks(record, "1" if "\n1. " in text else answer.worth_offering[0].entry.question)
        assert also.message is not record.message
        assert also.ephemeral
        assert record.content == text


@pytest.mark.usefixtures("client")
async def test_a_press_works_after_a_restart(local: LocalDiscord, client: VerbatimClient, make_bot: MakeBot) -> None:
    """Nothing but the message is needed: the bot that is pressed has never seen it."""
    alice = local.user("alice")
    public, private = await answered_in_public(local), await asked(local)
    pages = await alice.slash(local.general, "quote by", speaker="Kirby")
    topics = await alice.slash(local.general, "topics")
    form = await alice.clicks(private, "Wrong?")
    await client.close()
    async with local.running(make_bot()):
        assert "**Paragraph 1**" in (await alice.clicks(public, "In context")).content
        assert "You may also" in (await alice.clicks(private, "Related")).content
        assert "2 of 5" in (await alice.clicks(pages, "Next")).content
        chosen = find(topics.components, "Choose a topic")
        assert chosen
        await alice.selects(topics, "Choose a topic", chosen["options"][2]["value"])
        assert topics.content.startswith("**What Sergei Lavrov said**")
        sent = await alice.submits_modal(form, {"reason": "other"})
        assert sent.content == say("wrong-thanks")
        await alice.clicks(private, "Share")
        assert (await local.next_message(local.general)).content.startswith(f"{alice.mention} asked: ")
        await alice.clicks(public, "Delete")
        assert public.deleted


async def test_a_button_of_an_older_version_works_and_says_so(
    local: LocalDiscord, make_bot: MakeBot, story_folder: Callable[..., Path]
) -> None:
    """The answer is today's, with a line that the button is older; an entry that is gone gets a friendly line."""
    folder = story_folder()
    file = folder / "entries" / "all.yaml"
    alice = local.user("alice")
    async with local.running(make_bot(folder.parent)):
        record = await alice.slash(local.general, "ask", question="When does the bridge open?")
        form = await alice.clicks(record, "Wrong?")
    file.write_text(ENTRIES.replace("won't open before Sunday.", "will open again."), encoding="utf-8")
    async with local.running(make_bot(folder.parent)):
        for label in ("In context", "Related"):
            pressed = await alice.clicks(record, label)
            assert pressed.content == say("related-none") or pressed.content.startswith(f"-# {say('pressed-old')}\n")
        assert (await alice.submits_modal(form, {"reason": "other"})).content.endswith(say("pressed-old"))
        share = await alice.clicks(record, "Share", wait=False)
        await local.settle()
        assert [each.content for each in share.followups] == [f"-# {say('pressed-old')}"]
        assert "Mayor Ann Hill said that it will open again." in (await local.next_message(local.general)).content
    file.write_text(ENTRIES.replace("opening-day", "another-day"), encoding="utf-8")
    async with local.running(make_bot(folder.parent)):
        for label in ("In context", "Related", "Wrong?"):
            pressed = await alice.clicks(record, label)
            assert (pressed.content, pressed.ephemeral) == (say("pressed-gone"), True)
        assert (await alice.submits_modal(form, {"reason": "other"})).content == say("pressed-gone")


async def test_a_press_works_after_a_reload(
    local: LocalDiscord, make_bot: MakeBot, story_folder: Callable[..., Path]
) -> None:
    """The bot goes on with other knowledge: what was made before it says that it is older."""
    alice, changed = local.user("alice"), ENTRIES.replace("won't open before Sunday.", "will open again.")
    bot = make_bot(story_folder().parent)
    async with local.running(bot):
        await alice.says(local.general, "When does the bridge open?", mention_bot=True)
        public = await local.next_message(local.general)
        folder = story_folder("later/bridge", entries=changed).parent
        bot.desk.use(Edition(Answerer(load_library(folder))))
        assert (await alice.clicks(public, "In context")).content.startswith(
            f"-# {say('pressed-old')}\n**Paragraph 3**"
        )
        record = await alice.slash(local.general, "ask", question="When does the bridge open?")
        assert record.content.startswith("**Mayor Ann Hill said that it will open again.**")
        assert say("pressed-old") not in (await alice.clicks(record, "In context")).content


@pytest.mark.usefixtures("client")
async def test_pages_of_an_older_version_say_so(local: LocalDiscord) -> None:
    """The page shows today's quotes under the line."""
    alice = local.user("alice")
    record = await alice.slash(local.general, "quote by", speaker="Kirby")
    old = Press(Action.BY, "00000000", None, 99, "russian-strikes-in-syria/John Kirby")
    changed_id(record.answer, "Next", str(old))
    turned = await alice.clicks(record, "Next")
    assert turned.content.startswith(f"-# {say('pressed-old')}\n**John Kirby** · 5 of 5")


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize(
    "custom_id",
    [
        "vb0:context:0123abcd:::x",
        "vb2:context:0123abcd:::x",
        "vb1:explode:0123abcd:::x",
        "vb1:context",
        "vb1:context:nohexade:::x",
        "vb1:",
        "vb1:delete::12x::",
        "vb1:pick:0123abcd:1:1" + ":" * 70,
    ],
)
async def test_a_forged_or_foreign_custom_id_gets_a_friendly_line(
    local: LocalDiscord, custom_id: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever it holds, nothing fails."""
    record = await asked(local)
    changed_id(record.answer, "In context", custom_id)
    pressed = await local.user("alice").clicks(record, custom_id)
    assert pressed.ephemeral
    assert pressed.content in (say("pressed-unknown"), say("pressed-gone"))
    assert not [each for each in caplog.records if each.levelno >= logging.ERROR]


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize("action", [each for each in Action if each not in {Action.DELETE, Action.DRAW, *MODERATING}])
async def test_a_subject_that_is_not_there_gets_a_friendly_line(local: LocalDiscord, action: Action) -> None:
    """For every action that has one."""
    record = await asked(local)
    custom_id = str(Press(action, "0123abcd", None, 7, "nowhere/nothing"))
    changed_id(record.answer, "In context", custom_id)
    pressed = await local.user("alice").clicks(record, custom_id)
    assert pressed.content in (say("pressed-gone"), pressed.source.content if pressed.source else "")
    assert pressed.refused == []


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize("action", sorted(MODERATING))
async def test_what_moderators_press_is_theirs_alone(local: LocalDiscord, action: Action) -> None:
    """However somebody comes by such a button."""
    record = await asked(local)
    changed_id(record.answer, "In context", str(Press(action, "0123abcd", None, 7, "nowhere/nothing")))
    text = record.content
    pressed = await local.user("alice").clicks(record, "In context")
    assert pressed.content == say("moderators-only")
    assert record.content == text


@pytest.mark.usefixtures("client")
async def test_an_unknown_button_that_is_not_ours_is_left_alone(local: LocalDiscord) -> None:
    """Another part of the program may have put it there."""
    record = await asked(local)
    changed_id(record.answer, "In context", "something-else")
    pressed = await local.user("alice").clicks(record, "something-else", wait=False)
    await local.settle()
    assert pressed.responses == []


@pytest.mark.usefixtures("client")
async def test_a_message_that_is_gone_when_its_place_is_taken(local: LocalDiscord) -> None:
    """What should have stood in its place is shown privately."""
    alice = local.user("alice")
    record = await alice.slash(local.general, "quote by", speaker="Kirby")
    local.faults.add("POST", CALLBACK, status=404, body={"message": "Unknown Message", "code": 10008})
    turned = await alice.clicks(record, "Next")
    assert turned.ephemeral
    assert turned.message is not record.message
    assert "2 of 5" in turned.content


async def test_wrong_opens_a_form_and_hands_the_vote_on(local: LocalDiscord, answerer: Answerer) -> None:
    """The reason and the note, with entry and version, and nothing of who it was."""
    votes: list[Vote] = []

    class Kept:
        def take(self, vote: Vote) -> None:
            votes.append(vote)

    bot = VerbatimClient(Desk(answerer), Settings(), Kept(), guild_ready_timeout=0)
    async with local.running(bot):
        bob = local.user("bob")
        public = await answered_in_public(local)
        form = await bob.clicks(public, "Wrong?")
        assert form.modal
        assert form.modal["title"] == say("wrong-title")
        offered = form.modal["components"][0]["component"]["options"]
        assert [each["value"] for each in offered] == list(Reason)
        sent = await bob.submits_modal(form, {"reason": "wrong-speaker", "note": "  It was Lavrov.  "})
        assert (sent.content, sent.ephemeral) == (say("wrong-thanks"), True)
        again = await bob.clicks(public, "Wrong?")
        await bob.submits_modal(again, {"reason": "unfair"})
    story, entry, version = "russian-strikes-in-syria", "are-russians-targeting-isis", answerer.library.version
    assert votes == [
        Vote(story, entry, version, Reason.WRONG_SPEAKER, "It was Lavrov."),
        Vote(story, entry, version, Reason.UNFAIR, ""),
    ]


async def test_reports_too_soon_have_to_wait(local: LocalDiscord, make_bot: MakeBot) -> None:
    """They count as questions do."""
    async with local.running(make_bot(questions_per_minute=2)):
        record = await asked(local)
        assert (await local.user("alice").clicks(record, "Wrong?")).modal
        refused = await local.user("alice").clicks(record, "Wrong?")
        assert refused.content.startswith("One at a time, please: ")
        assert refused.ephemeral


async def test_a_vote_that_can_not_be_kept_is_told_and_logged(
    local: LocalDiscord, answerer: Answerer, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever goes wrong in a form ends in one sentence."""

    class Broken:
        def take(self, vote: Vote) -> None:
            raise RuntimeError("secret detail")

    bot = VerbatimClient(Desk(answerer), Settings(), Broken(), guild_ready_timeout=0)
    async with local.running(bot):
        alice = local.user("alice")
        form = await alice.clicks(await asked(local), "Wrong?")
        assert (await alice.submits_modal(form, {"reason": "other"})).content == say("failed")
    assert "secret detail" in caplog.text


@pytest.mark.usefixtures("client")
async def test_an_expired_press_is_noted_in_one_line(
    local: LocalDiscord, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is left to tell."""
    record = await asked(local)
    related = Desk.related

    async def late(desk: Desk, *given: object) -> object:
        local.clock.advance(4)
        return await related(desk, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Desk, "related", late)
    with caplog.at_level(logging.WARNING, logger="bot"):
        await local.user("alice").clicks(record, "Related")
    assert [each.message for each in caplog.records] == ["too late for an answer to an interaction of type component"]


async def test_an_unforeseen_error_of_a_press_is_told_and_logged(
    local: LocalDiscord, client: VerbatimClient, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One fixed sentence for the person, all of it for the log."""
    record = await asked(local)

    async def broken(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(Desk, "related", broken)
    pressed = await local.user("alice").clicks(record, "Related")
    assert (pressed.content, pressed.ephemeral) == (say("failed"), True)
    assert "secret detail" in caplog.text


@pytest.mark.usefixtures("client")
async def test_a_private_answer_speaks_the_persons_language(local: LocalDiscord) -> None:
    """Buttons, notes and headings; not the answer, the quotes and the questions."""
    alice = local.user("alice")
    alice.user.locale = "ru"
    record = await asked(local)
    assert names(record.components) == ["В контексте", "Похожее", "Поделиться", "Неверно?"]
    assert "> — John Kirby, State Department spokesman, прямая речь · абзац 5" in record.content
    assert record.content.startswith("**By the U.S. account")
    context = await alice.clicks(record, "В контексте")
    assert context.content.startswith("**Абзац 1**")


async def test_no_press_leaves_anything_behind(local: LocalDiscord, client: VerbatimClient) -> None:
    """discord.py keeps no view, no form and no timer: what a press needs stands in the message."""
    alice, record = local.user("alice"), await asked(local)
    for label in ("In context", "Related", "Wrong?"):
        await alice.clicks(record, label)
    store = client._connection._view_store
    assert (store._views, store._modals, store._synced_message_views) == ({}, {}, {})
