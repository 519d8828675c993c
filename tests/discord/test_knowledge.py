"""/knowledge reload, check, rollback and status: what moderators see, and that a mistake changes nothing."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from pathlib import Path

import pytest

from bot.discord.client import VerbatimClient
from bot.discord.proposing import reload_by_signal
from tests.discord.conftest import MakeBot
from tests.discord.moderating import MOD, assert_denied_to_all_others, change, last, press, say, settings, use
from tests.local_discord import ChannelType, LocalDiscord
from tests.local_discord.components import names
from tests.local_discord.launch import command

WHEN = "When does the bridge open?"
OLD, NEW = "Mayor Ann Hill said that it", "She said that it"


def bot_on(folder: Path, local: LocalDiscord, make_bot: MakeBot, **more: object) -> VerbatimClient:
    """A bot that serves a folder, with a home and a moderator."""
    return make_bot(folder.parent, knowledge_dir=folder.parent, **settings(local, **more))


async def answer(local: LocalDiscord) -> str:
    """What a reader gets."""
    return (await local.user("alice").slash(local.general, "ask", question=WHEN)).content


async def test_a_reload_is_shown_and_applied(local: LocalDiscord, make_bot: MakeBot, folder: Path) -> None:
    """What would change is listed; readers see it after Apply, not before; the buttons go."""
    mod = local.user(MOD)
    async with local.running(bot_on(folder, local, make_bot)) as _:
        change(folder, OLD, NEW)
        record = await use(mod, local.general, "knowledge reload")
        assert record.deferred
        lines = record.content.splitlines()
        assert lines[0].startswith("**What would change: version ")
        assert "- Entries: 0 added, 0 removed, 1 changed" in lines
        assert "  ± `opening-day` (answer)" in lines
        assert f"- {say('change-none-moved')}" in lines
        assert names(record.components) == ["Apply", "Discard"]
        assert "Mayor Ann Hill said" in await answer(local)
        pressed = await press(local, mod, record, "Apply")
        assert last(pressed).startswith("Applied: version `")
        assert names(record.components) == []
        assert "She said" in await answer(local)


async def test_nothing_to_change_is_said(local: LocalDiscord, make_bot: MakeBot, folder: Path) -> None:
    """Without a button."""
    async with local.running(bot_on(folder, local, make_bot)):
        record = await use(local.user(MOD), local.general, "knowledge reload")
        assert record.content.startswith("Nothing would change")
        assert names(record.components) == []


async def test_a_check_has_no_button(local: LocalDiscord, make_bot: MakeBot, folder: Path) -> None:
    """The same, to look at."""
    async with local.running(bot_on(folder, local, make_bot)):
        change(folder, OLD, NEW)
        record = await use(local.user(MOD), local.general, "knowledge check")
        assert "1 changed" in record.content
        assert names(record.components) == []


async def test_discard_goes_on_with_what_is_in_use(local: LocalDiscord, make_bot: MakeBot, folder: Path) -> None:
    """And the proposal is gone."""
    mod = local.user(MOD)
    async with local.running(bot_on(folder, local, make_bot)):
        change(folder, OLD, NEW)
        record = await use(mod, local.general, "knowledge reload")
        assert last(await press(local, mod, record, "Discard")).startswith("Discarded: version `")
        assert names(record.components) == []
        assert "Mayor Ann Hill said" in await answer(local)


async def test_faults_are_shown_with_file_and_line(local: LocalDiscord, make_bot: MakeBot, folder: Path) -> None:
    """Named within the folder; the old version goes on."""
    async with local.running(bot_on(folder, local, make_bot)):
        change(folder, "open before Sunday,", "open after Sunday,")
        record = await use(local.user(MOD), local.general, "knowledge reload")
        assert "there is one fault." in record.content
        assert (
            "- bridge/entries/all.yaml:7: opening-day: The quote “The bridge won't open after Sunday,” is not in"
            in (record.content)
        )
        assert str(folder.parent) not in record.content
        assert names(record.components) == []
        assert "Mayor Ann Hill said" in await answer(local)


async def test_many_faults_come_as_a_file(local: LocalDiscord, make_bot: MakeBot, folder: Path) -> None:
    """Whole; the message has the first."""
    async with local.running(bot_on(folder, local, make_bot)):
        broken = "".join(f"- id: e{number}\n  questions: [what about {number}]\n" for number in range(40))
        (folder / "entries" / "more.yaml").write_text(broken, encoding="utf-8")
        record = await use(local.user(MOD), local.general, "knowledge check")
        assert say("change-attached") in record.content
        (file,) = record.answer.files.values()
        assert file.decode().count("bridge/entries/more.yaml:") == 40


async def test_a_long_difference_comes_as_a_file(local: LocalDiscord, make_bot: MakeBot, folder: Path) -> None:
    """The message has the counts and the first of each."""
    async with local.running(bot_on(folder, local, make_bot)):
        more = "".join(
            f"- id: e{number}\n  in_story: false\n  questions: [what of matter {number}]\n  answer: It does not say.\n"
            for number in range(40)
        )
        (folder / "entries" / "more.yaml").write_text(more, encoding="utf-8")
        record = await use(local.user(MOD), local.general, "knowledge reload")
        assert "- Entries: 40 added, 0 removed, 0 changed" in record.content
        (file,) = record.answer.files.values()
        assert file.decode().count("  + `e") == 40


async def test_a_removed_folder_is_said(local: LocalDiscord, make_bot: MakeBot, folder: Path) -> None:
    """Nothing has changed, and the answers go on."""
    async with local.running(bot_on(folder, local, make_bot)):
        os.rename(folder.parent, folder.parent.parent / "away")  # noqa: PTH104 - no blocking call on a loop of one
        record = await use(local.user(MOD), local.general, "knowledge reload")
        assert "There is no such knowledge folder." in record.content
        assert "Mayor Ann Hill said" in await answer(local)


async def test_a_folder_that_changed_since_is_shown_anew(local: LocalDiscord, make_bot: MakeBot, folder: Path) -> None:
    """Nothing is applied that was not seen; the new difference can be."""
    mod = local.user(MOD)
    async with local.running(bot_on(folder, local, make_bot)):
        change(folder, OLD, NEW)
        record = await use(mod, local.general, "knowledge reload")
        change(folder, NEW, "They said that it")
        pressed = await press(local, mod, record, "Apply")
        assert last(pressed).startswith(say("proposal-outdated"))
        assert "Mayor Ann Hill said" in await answer(local)
        await press(local, mod, pressed.messages[-1], "Apply")
        assert "They said" in await answer(local)
        change(folder, "They said that it", "We said that it")
        record = await use(mod, local.general, "knowledge reload")
        change(folder, "open before", "open after")
        pressed = await press(local, mod, record, "Apply")
        assert last(pressed).startswith(say("proposal-outdated-faulty"))
        assert "They said" in await answer(local)


async def test_after_a_restart_a_proposal_is_gone(local: LocalDiscord, make_bot: MakeBot, folder: Path) -> None:
    """Its buttons say so."""
    mod = local.user(MOD)
    async with local.running(bot_on(folder, local, make_bot)):
        change(folder, OLD, NEW)
        first = await use(mod, local.general, "knowledge reload")
        second = await use(mod, local.general, "knowledge reload")
        assert last(await press(local, mod, first, "Apply")) == say("proposal-gone")
    async with local.running(bot_on(folder, local, make_bot)):
        assert last(await press(local, mod, second, "Apply")) == say("proposal-gone")
        third = await use(mod, local.general, "knowledge reload")
        assert third.content.startswith("Nothing would change")


async def test_a_second_reload_is_told_of_the_first(local: LocalDiscord, make_bot: MakeBot, folder: Path) -> None:
    """Two moderators at once; Apply while the folder is read keeps its buttons."""
    bot = bot_on(folder, local, make_bot)
    async with local.running(bot):
        change(folder, OLD, NEW)
        mod = local.user(MOD)
        record = await use(mod, local.general, "knowledge reload")
        with bot.keeper._alone():
            busy = await use(mod, local.general, "knowledge reload")
            assert busy.content.startswith("The knowledge is being read already: that began <t:")
            pressed = await press(local, mod, record, "Apply")
            assert last(pressed).startswith("The knowledge is being read already")
        assert names(record.components) == ["Apply", "Discard"]
        await press(local, mod, record, "Apply")
        assert "She said" in await answer(local)


async def test_rollback_returns_to_an_earlier_version(local: LocalDiscord, make_bot: MakeBot, folder: Path) -> None:
    """After it was shown what that changes; which versions there are is offered while typing."""
    mod, bot = local.user(MOD), bot_on(folder, local, make_bot)
    first = bot.desk.edition.version
    async with local.running(bot):
        none = await use(mod, local.general, "knowledge rollback")
        assert none.content == say("rollback-none")
        change(folder, OLD, NEW)
        await press(local, mod, await use(mod, local.general, "knowledge reload"), "Apply")
        unknown = await use(mod, local.general, "knowledge rollback", version="feedbeef")
        assert unknown.content == say("rollback-unknown", versions=f"`{first}`")
        local.add_role("Staff", mod, manage_guild=True)
        choices = await mod.autocomplete(local.general, "knowledge rollback", focused="version", version="")
        assert [choice.value for choice in choices] == [first]
        record = await use(mod, local.general, "knowledge rollback", version=first)
        assert say("rollback-note") in record.content
        await press(local, mod, record, "Apply")
        assert "Mayor Ann Hill said" in await answer(local)
        again = await use(mod, local.general, "knowledge reload")
        assert "1 changed" in again.content


async def test_status_says_what_is_in_use(local: LocalDiscord, make_bot: MakeBot, folder: Path) -> None:
    """Version, since when, by whom, counts, coverage, uptime, latency, memory."""
    mod, bot = local.user(MOD), bot_on(folder, local, make_bot)
    async with local.running(bot):
        before = (await use(mod, local.general, "knowledge status")).content
        assert f"- Version `{bot.desk.edition.version}`, <t:" in before
        assert ", as I was started" in before
        change(folder, OLD, NEW)
        await press(local, mod, await use(mod, local.general, "knowledge reload"), "Apply")
        await answer(local)
        text = (await use(mod, local.general, "knowledge status")).content
        assert f", reloaded by {mod.mention}" in text
        assert "- Stories: 1, entries: 2, phrasings: 3, quotes: 1" in text
        assert "- Sentences of the article that an entry quotes: 1 of 7" in text
        assert "- Versions to go back to: `" in text
        assert "- Started <t:" in text
        assert " MiB" in text
        assert "- Latency to Discord: " in text
        assert "- The last answers (1): half within " in text
        assert f"- {say('status-encoder-off')}" in text
        assert f"- {say('status-folder-writable')}" in text


@pytest.mark.parametrize("name", ["reload", "check", "rollback", "status"])
async def test_all_others_are_denied(local: LocalDiscord, make_bot: MakeBot, name: str) -> None:
    """Each command, in each place."""
    await assert_denied_to_all_others(local, make_bot, lambda who, where: use(who, where, f"knowledge {name}"))


async def test_what_is_offered_while_typing_is_for_moderators_too(
    local: LocalDiscord, make_bot: MakeBot, folder: Path
) -> None:
    """Autocomplete is no way around."""
    admin = local.user("admin")
    local.add_role("Admins", admin, administrator=True)
    bot = bot_on(folder, local, make_bot)
    async with local.running(bot):
        change(folder, OLD, NEW)
        await bot.keeper.reload()
        assert await admin.autocomplete(local.general, "knowledge rollback", focused="version", version="") == []


@pytest.mark.parametrize("label", ["Apply", "Discard"])
async def test_a_button_is_for_moderators_too(local: LocalDiscord, make_bot: MakeBot, folder: Path, label: str) -> None:
    """Whoever comes by a proposal's message, in whatever way: the press is checked."""
    mod = local.user(MOD)
    async with local.running(bot_on(folder, local, make_bot)):
        change(folder, OLD, NEW)
        record = await use(mod, local.general, "knowledge reload")
        record.answer.flags = 0  # as if everybody saw it
        pressed = await local.user("alice").clicks(record, label)
        assert last(pressed) == say("moderators-only")
        assert names(record.components) == ["Apply", "Discard"]
        assert "Mayor Ann Hill said" in await answer(local)


async def test_every_act_is_logged_and_posted(
    local: LocalDiscord, make_bot: MakeBot, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Who and what, in the audit channel too; nobody is pinged by it."""
    mod, audit = local.user(MOD), local.add_channel("audit")
    with caplog.at_level(logging.INFO, logger="bot"):
        async with local.running(bot_on(folder, local, make_bot, audit_channel=audit.id)):
            change(folder, OLD, NEW)
            record = await use(mod, local.general, "knowledge reload")
            await press(local, mod, record, "Apply")
            change(folder, NEW, "They said that it")
            await press(local, mod, await use(mod, local.general, "knowledge reload"), "Discard")
            change(folder, "open before", "open after")
            await use(mod, local.general, "knowledge check")
            await local.until(lambda: len(local.sent(audit)) == 5, "five acts")
    told = [each.content for each in local.sent(audit)]
    assert told[0].startswith(f"{mod.mention} read the folder anew: it holds version ")
    assert told[1].startswith(f"{mod.mention} put version ")
    assert told[1].endswith("Entries: 0 added, 0 removed, 1 changed")
    assert told[3].startswith(f"{mod.mention} discarded version ")
    assert told[4] == f"{mod.mention} checked the folder and found it faulty. Faults: 1"
    assert f"moderator {mod.id} (mod) applied (version: " in caplog.text
    assert f"moderator {mod.id} (mod) discarded (version: " in caplog.text


async def test_an_audit_channel_that_fails_stops_no_act(
    local: LocalDiscord, make_bot: MakeBot, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """One that is not there, one that is no place for messages, one that can't be written in."""
    mod, closed = local.user(MOD), local.add_channel("closed")
    forum = local.add_channel("forum", ChannelType.FORUM)
    local.faults.forbid("POST", rf"/channels/{closed.id}/messages", times=None)
    for number in (5, forum.id, closed.id):
        async with local.running(bot_on(folder, local, make_bot, audit_channel=number)):
            record = await use(mod, local.general, "knowledge check")
            assert record.content.startswith("Nothing would change")
            await local.settle()
    assert "AUDIT_CHANNEL names the channel 5, which the bot can't see" in caplog.text
    assert f"AUDIT_CHANNEL names the channel {forum.id}" in caplog.text
    assert "an act could not be posted to the audit channel" in caplog.text


async def test_a_signal_reloads(
    local: LocalDiscord, make_bot: MakeBot, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Or says what is wrong, and changes nothing."""
    audit = local.add_channel("audit")
    bot = bot_on(folder, local, make_bot, audit_channel=audit.id)
    async with local.running(bot):
        change(folder, OLD, NEW)
        await reload_by_signal(bot)
        assert "She said" in await answer(local)
        change(folder, "open before", "open after")
        await reload_by_signal(bot)
        with bot.keeper._alone():
            await reload_by_signal(bot)
        assert "She said" in await answer(local)
        await local.until(lambda: len(local.sent(audit)) == 2, "two lines")
    assert "a signal to reload found faults" in caplog.text
    assert "all.yaml:7: entry opening-day:" in caplog.text
    assert "came while the knowledge was being read" in caplog.text


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this system has no SIGHUP")
async def test_sighup_reloads_the_running_program(local: LocalDiscord, folder: Path, tmp_path: Path) -> None:
    """As whoever runs the bot would do from a deployment."""
    own = {"DISCORD_TOKEN": local.token, "KNOWLEDGE_DIR": str(folder.parent), "CACHE_DIR": "off", "ENCODER": "off"}
    program = await asyncio.create_subprocess_exec(
        *command(local.rest_url, local.gateway_url),
        env={**os.environ, **own, "HOME": str(tmp_path)},
        stderr=asyncio.subprocess.PIPE,
    )
    await local.online(within=30)
    change(folder, OLD, NEW)
    program.send_signal(signal.SIGHUP)
    assert program.stderr
    async with asyncio.timeout(20):
        while b"is in use, after" not in (line := await program.stderr.readline()):
            assert line, "the bot ended"
    assert "She said" in await answer(local)
    program.terminate()
    await program.stderr.read()
    assert await program.wait() == 0
