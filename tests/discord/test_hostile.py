"""Strangers on Discord who want to see what happens: everything is answered or turned away, and nothing does anything.

Properties of the functions behind this stand in tests/hostile; here a few such texts go the whole way.
"""

from __future__ import annotations

import logging
import re

import pytest

from bot.discord.client import VerbatimClient
from bot.discord.custom_ids import Action, Press
from bot.log import Formatter
from tests.bench.typos import seeded
from tests.discord.conftest import MakeBot
from tests.discord.moderating import MOD, last, say, settings, use
from tests.hostile.harmless import ESCAPED, doing
from tests.hostile.texts import PIECES, hostile_text
from tests.local_discord import LocalDiscord
from tests.local_discord.forging import forge_form, forge_press

FAILED = say("failed")
LINK = re.compile(r"\[[^\]]*\]\(|[a-z]://|<@|@everyone")
# Discord strips a message, and takes nothing that is empty or no Unicode.
TYPED = (("ask", "question"), ("ask", "story"), ("quote find", "text"), ("quote by", "speaker"))
DRAWN = (hostile_text(seeded(seed), 1_500) for seed in range(60))
TEXTS = [text for text in DRAWN if text.strip() and text == text.encode("utf-8", "ignore").decode()][:24]


@pytest.fixture
def bot(make_bot: MakeBot) -> VerbatimClient:
    """A bot that lets people ask as fast as they like."""
    return make_bot(questions_per_minute=0, channel_answers_per_minute=0)


async def test_whatever_is_asked_is_answered(local: LocalDiscord, bot: VerbatimClient) -> None:
    """By command, by mention, in a DM, as the title of a post, and from the menu of a message."""
    person, channel = local.user("stranger"), local.general
    async with local.running(bot):
        dm = await person.dm()
        for number, text in enumerate(TEXTS, 1):
            asked = await person.slash(channel, "ask", question=text)
            said = await person.says(channel, text, mention_bot=True)
            chosen = await person.context_menu(channel, "Answer from the story", said)
            await person.says(dm, text)
            for record in (asked, chosen):
                assert record.ephemeral
                assert record.content != FAILED, text
            await local.until(lambda number=number: len(local.sent(channel)) == number, "a reply")
            await local.until(lambda number=number: len(local.sent(dm)) == number, "an answer to a DM")
        assert not any(each.content == FAILED for each in (*local.sent(channel), *local.sent(dm)))


async def test_whatever_is_looked_up_or_checked_shows_as_it_is(local: LocalDiscord, bot: VerbatimClient) -> None:
    """What is echoed of it does nothing: no markdown, no mention, no link, no line of its own."""
    person, channel = local.user("stranger"), local.general
    async with local.running(bot):
        for text in TEXTS:
            posted = await person.says(channel, text)
            records = [
                await person.slash(channel, "verify", text=text),
                await person.context_menu(channel, "Check this quote", posted),
                await person.slash(channel, "quote find", text=text[:60]),
                await person.slash(channel, "quote by", speaker=text),
                await person.slash(channel, "quote about", topic=text),
                await person.slash(channel, "sides", point=text),
                await person.slash(channel, "story", story=text),
            ]
            for record in records:
                assert record.ephemeral
                assert record.content != FAILED, text
            for line in (line for record in records[2:] for line in record.content.splitlines()):
                assert not LINK.search(ESCAPED.sub("", line)) or line.startswith("- **Address")
        assert local.sent(channel) == []


async def test_whatever_is_typed_gets_choices(local: LocalDiscord, bot: VerbatimClient) -> None:
    """The local Discord refuses choices that Discord would refuse."""
    person, channel = local.user("stranger"), local.general
    async with local.running(bot):
        for text in TEXTS:
            for command, option in (
                ("ask", "question"),
                ("ask", "story"),
                ("quote find", "text"),
                ("quote by", "speaker"),
            ):
                await person.autocomplete(channel, command, focused=option, **{option: text})
        assert not any(record.refused for record in local.interactions)


@pytest.mark.parametrize("who", ["stranger", "asker"])
async def test_forged_presses(local: LocalDiscord, bot: VerbatimClient, who: str) -> None:
    """Of every kind, with subjects that are none, of versions that are none, by whom it does not belong to."""
    person, channel = local.user(who), local.general
    subjects = ("", "x" * 60, "0123abcd", "../..", "<@1>", "**", "\u202e", "0", "-1", "9" * 20)
    async with local.running(bot):
        made = await person.slash(channel, "help")
        for action in Action:
            for subject in subjects[:: 1 if who == "stranger" else 4]:
                press = Press(action, "ffffffff", 1, 10**19, subject)
                record = await forge_press(person, made, str(press)[:100])
                assert record.modal or record.content != FAILED, press
        for custom_id in ("vb9:share::::x", "vb1:own::::x", "vb1:share", "vb1:" + "9" * 90):
            record = await forge_press(person, made, custom_id)
            assert record.content == say("pressed-unknown")
        assert local.sent(channel) == []


async def test_values_that_no_menu_has(local: LocalDiscord, bot: VerbatimClient) -> None:
    """A menu's choice is looked up like anything that was typed."""
    person, channel = local.user("stranger"), local.general
    async with local.running(bot):
        made = await person.slash(channel, "help")
        for action in (Action.PICK, Action.QUESTIONS, Action.SIDES, Action.STORIES):
            for value in ("x", "9" * 100, "\u0301", "<@1>", "../.."):
                record = await forge_press(person, made, str(Press(action)), value)
                assert record.content == say("pressed-gone")


async def test_an_answer_is_deleted_by_nobody_else(local: LocalDiscord, bot: VerbatimClient) -> None:
    """A forged button with one's own id deletes only what it stands under, which is what Discord lets people press."""
    asker, other = local.user("asker"), local.user("other")
    async with local.running(bot):
        await asker.says(local.general, "Who is Assad?", mention_bot=True)
        (answer,) = await local.until(lambda: local.sent(local.general), "the answer")
        record = await other.clicks(answer, "Delete")
        assert record.content == say("delete-denied")
        assert not answer.deleted


async def test_forms_that_were_never_opened(local: LocalDiscord, bot: VerbatimClient) -> None:
    """A report takes any text as its note and any reason as another; a form of nobody's is said to be gone."""
    person, channel = local.user("stranger"), local.general
    async with local.running(bot):
        made = await person.slash(channel, "help")
        reference = next(iter(bot.desk.edition.entries))
        for text in TEXTS[:8]:
            custom_id = str(Press(Action.WRONG, "ffffffff", subject=reference))
            record = await forge_form(person, made, custom_id, ("reason", text), ("note", text), ("other", text))
            assert record.content.startswith(say("wrong-thanks"))
        record = await forge_form(person, made, str(Press(Action.WRONG, subject="x")), ("note", "x"))
        assert record.content == say("pressed-gone")


async def test_a_moderators_form_with_anything_in_it(local: LocalDiscord, make_bot: MakeBot) -> None:
    """What can't be written is said to be so; what can is shown first, and does nothing where it is shown."""
    mod = local.user(MOD)
    async with local.running(make_bot(**settings(local, questions_per_minute=0))) as _:
        for text in TEXTS[:6]:
            record = await use(mod, local.general, "knowledge add")
            fields = {"questions": text[:4_000], "answer": text[:1_000], "quotes": text[:4_000], "speaker": "-"}
            sent = await mod.submits_modal(record, fields)
            await local.answered(sent)
            assert last(sent) != FAILED, text
            assert "https://" not in last(sent)


async def test_names_forge_no_line_of_the_log(
    local: LocalDiscord, make_bot: MakeBot, caplog: pytest.LogCaptureFixture
) -> None:
    """Of a moderator, a channel, a server, where they stand in it at all: the program's own formatter is used."""
    caplog.set_level(logging.INFO)
    caplog.handler.setFormatter(Formatter())
    forged = "a\n2026-01-01 00:00:00,000 ERROR bot: forged\x1b[31m\u202e"
    mod = local.user(MOD)
    mod.user.name = local.home.name = local.general.name = forged
    local.world.overwrite(local.general, local.home.roles[0], deny="read_message_history")
    async with local.running(make_bot(**settings(local))):
        await use(mod, local.general, "knowledge check")
    lines = [line for line in caplog.text.split("\n") if "forged" in line]
    assert lines
    assert not any(line.startswith("2026-01-01 00:00:00,000") for line in lines)
    assert not any(letter in caplog.text for letter in "\x1b\u202e\r")


def test_the_texts_are_hostile() -> None:
    """Some of them would do something if they were shown as they are."""
    assert sum(bool(doing(text)) for text in TEXTS) > 10
    assert len(PIECES) > 100
