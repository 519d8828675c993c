"""What was asked in vain: listed for moderators, who make phrasings and near entries of it, or dismiss it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.discord.conftest import MakeBot
from tests.discord.editing import Make, ask, entries_of, field, maker, sent
from tests.discord.moderating import MOD, press, say, settings, use
from tests.knowledge_folder import ENTRIES
from tests.local_discord import LocalDiscord
from tests.local_discord.components import names


@pytest.fixture
def make(local: LocalDiscord, folder: Path, tmp_path: Path) -> Make:
    """A factory of bots on the bridge that keep records; keywords are settings."""
    return maker(local, folder, tmp_path / "records.db")


async def test_what_was_asked_in_vain_is_listed_alike_together(local: LocalDiscord, make: Make) -> None:
    """With counts and trend, page by page, down to one of them and back."""
    bot, mod = make(questions_per_minute=0), local.user(MOD)
    async with local.running(bot):
        empty = await use(mod, local.general, "knowledge unanswered")
        assert empty.content == say("unanswered-none")
        for question in ("who plays the trombone", "Who plays the trombones?", "who plays the trombone"):
            await ask(local, question)
        for number in range(10):
            await ask(local, f"which parrot{number} zebra{number}")
        record = await use(mod, local.general, "knowledge unanswered")
        lines = record.content.splitlines()
        assert lines[0] == f"**{say('unanswered-heading', count=11)}**"
        assert lines[1].startswith("1. “who plays the trombone” · 3× · this week 3, the week before 0")
        assert len(lines) == 9
        await mod.clicks(record, "Next")
        assert record.content.splitlines()[1].startswith("9. ")
        await mod.clicks(record, "Previous")
        await mod.selects(record, say("unanswered-placeholder"), "1")
        assert record.content.startswith("**“who plays the trombone”**\n- 3× · this week 3")
        assert f"- {say('unanswered-alike')}\n  - “who plays the trombones” · 1×" in record.content
        assert names(record.components) == ["Add as phrasing", "Not in the story", "Dismiss", "Back"]
        await mod.clicks(record, "Back")
        assert record.content.splitlines()[0] == f"**{say('unanswered-heading', count=11)}**"


async def test_a_question_becomes_a_phrasing(local: LocalDiscord, make: Make, folder: Path) -> None:
    """Of the entry that is chosen; then it is answered and no longer listed."""
    bot, mod = make(), local.user(MOD)
    async with local.running(bot):
        for question in ("who plays the trombone", "Who plays the trombones?", "trombone mail ann@example.org"):
            await ask(local, question)
        record = await use(mod, local.general, "knowledge unanswered")
        await mod.selects(record, say("unanswered-placeholder"), "1")
        await mod.clicks(record, "Add as phrasing")
        assert record.content.startswith(f"**{say('phrasing-heading')}**\n- “who plays the trombone")
        chosen = await mod.selects(record, say("phrasing-placeholder"), "bridge/opening-day")
        await local.until(lambda: chosen.followups, "the proposal")
        proposal = chosen.followups[-1]
        assert "  ± `opening-day` (questions): + “who plays the trombone" in proposal.content
        assert entries_of(folder) == ENTRIES
        await press(local, mod, proposal, "Apply")
        added = "    - opening day of the bridge\n    - who plays the trombone\n    - who plays the trombones\n"
        assert entries_of(folder) == ENTRIES.replace("    - opening day of the bridge\n", added)
        assert "Mayor Ann Hill said" in await ask(local, "who plays the trombone")
        left = await use(mod, local.general, "knowledge unanswered")
        assert "trombones" not in left.content
        assert "trombone mail [mail]" in left.content


async def test_a_question_becomes_a_near_entry(local: LocalDiscord, make: Make, folder: Path) -> None:
    """Drafted in the form, for a moderator to write the rest."""
    bot, mod = make(), local.user(MOD)
    async with local.running(bot):
        await ask(local, "who plays the trombone")
        record = await use(mod, local.general, "knowledge unanswered")
        await mod.selects(record, say("unanswered-placeholder"), "1")
        form = await mod.clicks(record, "Not in the story")
        assert field(form, "questions") == "who plays the trombone"
        assert field(form, "answer") == "The story does not say."
        shown = await sent(local, form, answer="The story does not say who plays the trombone.")
        assert f"-# {say('preview-near')}" in shown.content
        await press(local, mod, shown, "Apply")
        assert "- id: plays-trombone\n  in_story: false\n" in entries_of(folder)
        assert "does not say who plays the trombone" in await ask(local, "who plays the trombone")
        assert (await use(mod, local.general, "knowledge unanswered")).content == say("unanswered-none")


async def test_a_question_is_dismissed(local: LocalDiscord, make: Make) -> None:
    """With all that are alike; a button to one that is gone says so."""
    bot, mod = make(), local.user(MOD)
    async with local.running(bot):
        await ask(local, "who plays the trombone")
        await ask(local, "which parrot won the prize")
        record = await use(mod, local.general, "knowledge unanswered")
        other = await use(mod, local.general, "knowledge unanswered")
        await mod.selects(record, say("unanswered-placeholder"), "1")
        await mod.clicks(record, "Dismiss")
        assert record.content.startswith(say("unanswered-dismissed"))
        assert "trombone" not in record.content
        gone = await mod.selects(other, say("unanswered-placeholder"), "1")
        assert gone.content == say("unanswered-gone")
        await ask(local, "who plays the trombone")
        assert "trombone" not in (await use(mod, local.general, "knowledge unanswered")).content


async def test_without_records_there_is_no_list(local: LocalDiscord, make_bot: MakeBot) -> None:
    """And it says why."""
    async with local.running(make_bot(**settings(local))):
        record = await use(local.user(MOD), local.general, "knowledge unanswered")
        assert record.content == say("unanswered-off")
