"""/knowledge add and edit: what moderators write is tried, shown, and written into the folder's YAML."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.discord.forms import LONGEST_FIELD, form_of
from bot.discord.languages import language
from bot.knowledge.folder import BACKUPS
from bot.stories import load_library
from tests.discord.conftest import MakeBot
from tests.discord.editing import BOATS, NEW, Make, ask, entries_of, field, maker, sent
from tests.discord.moderating import MOD, assert_denied_to_all_others, change, last, press, say, settings, use
from tests.knowledge_folder import ENTRIES
from tests.local_discord import LocalDiscord
from tests.local_discord.components import find, names


@pytest.fixture
def make(local: LocalDiscord, folder: Path, tmp_path: Path) -> Make:
    """A factory of bots on the bridge that keep records; keywords are settings."""
    return maker(local, folder, tmp_path / "records.db")


async def test_an_entry_is_added(local: LocalDiscord, make: Make, folder: Path) -> None:
    """Shown as readers will see it, written when it is applied, and answered at once."""
    async with local.running(make()):
        form = await use(local.user(MOD), local.general, "knowledge add", topic="all")
        record = await sent(local, form, **NEW, speaker="-")
        lines = record.content.splitlines()
        assert lines[0] == f"**{say('preview-heading', entry='`boats-pass-below-bridge`')}**"
        assert f"> {BOATS}" in lines
        assert f"-# {say('preview-verified', count=1)}" in lines
        assert "- Entries: 1 added, 0 removed, 0 changed" in lines
        assert entries_of(folder) == ENTRIES
        await press(local, local.user(MOD), record, "Apply")
        assert entries_of(folder) == ENTRIES + (
            "\n- id: boats-pass-below-bridge\n  questions:\n    - How many boats pass below the bridge?\n"
            "    - boats a year\n"
            f"  answer: The harbour claimed 3,000 a year.\n  citations:\n    - quote: {BOATS}\n"
        )
        assert "The harbour claimed 3,000 a year." in await ask(local, "boats a year")
        status = await use(local.user(MOD), local.general, "knowledge status")
        assert f", edited by {local.user(MOD).mention}" in status.content


async def test_a_speaker_is_chosen_from_the_storys(local: LocalDiscord, make: Make, folder: Path) -> None:
    """By name in the menu; whether the words are spoken or reported, the article tells."""
    async with local.running(make()):
        form = await use(local.user(MOD), local.general, "knowledge add")
        assert form.modal
        menu = find(form.modal["components"], "speaker")
        assert menu
        assert [each["label"] for each in menu["options"]] == [say("form-speaker-nobody"), "Ann Hill"]
        quotes = "It’s not safe – not yet."
        record = await sent(
            local, form, questions="is it safe", answer="Not yet, said Ann Hill.", quotes=quotes, speaker="0"
        )
        assert "— Ann Hill, mayor, quoted · paragraph 3" in record.content
        await press(local, local.user(MOD), record, "Apply")
        assert "    - quote: It’s not safe – not yet.\n      speaker: Ann Hill\n      kind: quote\n" in entries_of(
            folder
        )


async def test_an_entry_without_a_quote_says_that_the_story_does_not_say_it(local: LocalDiscord, make: Make) -> None:
    """And the preview says so."""
    async with local.running(make()):
        form = await use(local.user(MOD), local.general, "knowledge add")
        record = await sent(
            local, form, questions="who paints it", answer="It does not say who paints it.", speaker="-"
        )
        assert f"-# {say('preview-near')}" in record.content
        await press(local, local.user(MOD), record, "Apply")
        assert "It does not say who paints it." in await ask(local, "who paints it")


async def test_a_wrong_quote_is_told_with_the_true_words_and_can_be_corrected(
    local: LocalDiscord, make: Make, folder: Path
) -> None:
    """What was typed is still there."""
    async with local.running(make()):
        mod = local.user(MOD)
        form = await use(mod, local.general, "knowledge add", topic="all")
        typo = BOATS.replace("boats", "ships")
        record = await sent(local, form, **{**NEW, "quotes": typo}, speaker="-")
        assert record.content.startswith(say("form-faulty"))
        assert f"{say('form-true-words')}\n> {BOATS.rstrip('.')}\n" in record.content
        assert "is not in the article" in record.content
        assert names(record.components) == ["Correct it"]
        assert entries_of(folder) == ENTRIES
        again = await mod.clicks(record, "Correct it")
        assert field(again, "quotes") == typo
        assert field(again, "answer") == NEW["answer"]
        fixed = await sent(local, again, quotes=BOATS)
        await press(local, mod, fixed, "Apply")
        assert BOATS in entries_of(folder)


async def test_an_entry_is_edited(local: LocalDiscord, make: Make, folder: Path) -> None:
    """The form shows it as it is; what is not touched stays, byte for byte; a backup is kept."""
    async with local.running(make()):
        mod = local.user(MOD)
        form = await use(mod, local.general, "knowledge edit", entry="bridge/opening-day")
        assert field(form, "questions") == "When does the bridge open?\nopening day of the bridge"
        assert field(form, "quotes") == "The bridge won’t open before Sunday,"
        record = await sent(local, form, answer="Not before Sunday, said Mayor Ann Hill.")
        assert "  ± `opening-day` (answer)" in record.content
        await press(local, mod, record, "Apply")
        old = "Mayor Ann Hill said that it won't open before Sunday."
        assert entries_of(folder) == ENTRIES.replace(old, "Not before Sunday, said Mayor Ann Hill.")
        assert "Not before Sunday, said" in await ask(local, "When does the bridge open?")
        (backup,) = (folder / "entries" / BACKUPS).iterdir()
        assert backup.read_text(encoding="utf-8") == ENTRIES


async def test_entries_are_offered_by_id_and_question(local: LocalDiscord, make: Make) -> None:
    """And an id may be typed; what is none is told."""
    async with local.running(make()):
        mod = local.user(MOD)
        local.add_role("Staff", mod, manage_guild=True)
        for typed in ("cost", "repair"):
            choices = await mod.autocomplete(local.general, "knowledge edit", focused="entry", entry=typed)
            assert choices[0].value == "bridge/cost"
            assert choices[0].name == "cost: What does the repair cost?"
        assert (await use(mod, local.general, "knowledge edit", entry="cost")).modal
        assert (await use(mod, local.general, "knowledge edit", entry="zebra")).content == say("edit-entry-gone")
        topics = await mod.autocomplete(local.general, "knowledge add", focused="topic", topic="al")
        assert [choice.value for choice in topics] == ["all"]


async def test_the_second_of_two_editors_is_told(local: LocalDiscord, make: Make, folder: Path) -> None:
    """Whether the first wrote before the form was sent, or before it was applied."""
    async with local.running(make()):
        mod = local.user(MOD)
        one = await use(mod, local.general, "knowledge edit", entry="opening-day")
        two = await use(mod, local.general, "knowledge edit", entry="opening-day")
        first = await sent(local, one, answer="Not before Sunday.")
        await press(local, mod, first, "Apply")
        second = await sent(local, two, answer="Never.")
        assert second.content == say("edit-entry-changed")
        three = await use(mod, local.general, "knowledge edit", entry="opening-day")
        third = await sent(local, three, answer="On Sunday at the earliest.")
        change(folder, "What does the repair cost?", "What will the repair cost?")
        pressed = await press(local, mod, third, "Apply")
        assert last(pressed).startswith(say("proposal-outdated"))
        assert "Not before Sunday." in entries_of(folder)
        await press(local, mod, pressed.messages[-1], "Apply")
        assert "On Sunday at the earliest." in entries_of(folder)
        assert "What will the repair cost?" in entries_of(folder)
        four = await use(mod, local.general, "knowledge edit", entry="opening-day")
        fourth = await sent(local, four, answer="Soon.")
        change(folder, "On Sunday at the earliest.", "On Monday.")
        assert last(await press(local, mod, fourth, "Apply")) == say("edit-entry-changed")
        assert "On Monday." in entries_of(folder)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [({"questions": " \n "}, "edit-no-question"), ({"answer": "\u200b"}, "edit-no-answer")],
)
async def test_what_is_missing_is_told(local: LocalDiscord, make: Make, fields: dict[str, str], sentence: str) -> None:
    """With the form at hand again."""
    async with local.running(make()):
        form = await use(local.user(MOD), local.general, "knowledge add")
        record = await sent(local, form, **{**NEW, **fields}, speaker="-")
        assert record.content == say(sentence)
        assert names(record.components) == ["Correct it"]


async def test_a_form_of_before_a_restart_loses_nothing(local: LocalDiscord, make: Make) -> None:
    """What was typed comes back as a file."""
    async with local.running(make()):
        form = await use(local.user(MOD), local.general, "knowledge add")
        typo = await sent(local, form, **{**NEW, "quotes": "never said, not at all"}, speaker="-")
    async with local.running(make()):
        record = await sent(local, form, **NEW, speaker="-")
        assert record.content == say("form-gone")
        (file,) = record.answer.files.values()
        assert NEW["answer"] in file.decode()
        assert (await local.user(MOD).clicks(typo, "Correct it")).content == say("form-gone")


async def test_a_write_that_fails_changes_nothing(
    local: LocalDiscord, make: Make, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a full disk: it is said, and Apply works once there is room, for the proposal is kept."""
    bot, mod = make(), local.user(MOD)
    async with local.running(bot):
        form = await use(mod, local.general, "knowledge edit", entry="cost")
        record = await sent(local, form, answer="The story does not say it.")

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patched:
            patched.setattr("bot.knowledge.folder.replace_file", full)
            pressed = await press(local, mod, record, "Apply")
        assert last(pressed) == say("folder-unwritable", problem="No space left on device")
        assert entries_of(folder) == ENTRIES
        assert names(record.components) == ["Apply", "Discard"]
        await press(local, mod, record, "Apply")
        assert "The story does not say it." in entries_of(folder)


async def test_a_read_only_folder_is_said(local: LocalDiscord, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Instead of a form, and instead of the buttons that would write; status says it too."""
    bot, mod = make(), local.user(MOD)
    async with local.running(bot):
        await ask(local, "who plays the trombone")
        opened = await use(mod, local.general, "knowledge add")
        for module in ("editing", "presses.unanswered", "cogs.knowledge"):
            monkeypatch.setattr(f"bot.discord.{module}.is_writable", lambda _: False)
        assert (await use(mod, local.general, "knowledge add")).content == say("folder-fixed")
        assert (await use(mod, local.general, "knowledge edit", entry="cost")).content == say("folder-fixed")
        assert opened.modal
        listed = await use(mod, local.general, "knowledge unanswered")
        await mod.selects(listed, say("unanswered-placeholder"), "1")
        assert names(listed.components) == ["Dismiss", "Back"]
        assert say("folder-fixed") in listed.content
        status = await use(mod, local.general, "knowledge status")
        assert f"- {say('status-folder-fixed')}" in status.content


async def test_every_act_is_noted(local: LocalDiscord, make: Make, caplog: pytest.LogCaptureFixture) -> None:
    """What was drafted, and what was dismissed."""
    audit, mod = local.add_channel("audit"), local.user(MOD)
    async with local.running(make(audit_channel=audit.id)):
        await ask(local, "who plays the *trombone*")
        form = await use(mod, local.general, "knowledge edit", entry="cost")
        await sent(local, form, answer="The story does not say it.")
        record = await use(mod, local.general, "knowledge unanswered")
        await mod.selects(record, say("unanswered-placeholder"), "1")
        await mod.clicks(record, "Dismiss")
        await local.until(lambda: len(local.sent(audit)) == 2, "two acts")
    told = {each.content for each in local.sent(audit)}
    assert f"{mod.mention} drafted a change of the entry cost." in told
    assert any(each.startswith(f"{mod.mention} dismissed the question “who plays the ") for each in told)


@pytest.mark.parametrize(
    ("name", "options"),
    [("unanswered", {}), ("add", {}), ("edit", {"entry": "cost"})],
    ids=["unanswered", "add", "edit"],
)
async def test_all_others_are_denied(
    local: LocalDiscord, make_bot: MakeBot, name: str, options: dict[str, str]
) -> None:
    """Each command, in each place."""
    await assert_denied_to_all_others(
        local, make_bot, lambda who, where: use(who, where, f"knowledge {name}", **options)
    )


async def test_a_form_is_for_moderators_too(local: LocalDiscord, make: Make, folder: Path) -> None:
    """However somebody comes to send one; and what is offered while typing is not for others."""
    mod, admin = local.user(MOD), local.user("admin")
    local.add_role("Admins", admin, administrator=True)
    async with local.running(make()):
        form = await use(mod, local.general, "knowledge add")
        record = await admin.submits_modal(form, {**NEW, "speaker": "-"})
        assert record.content == say("moderators-only")
        for option, command in (("entry", "edit"), ("story", "add"), ("topic", "add")):
            typed = await admin.autocomplete(local.general, f"knowledge {command}", focused=option, **{option: ""})
            assert typed == []
    assert entries_of(folder) == ENTRIES


async def test_of_several_stories_one_must_be_chosen(
    local: LocalDiscord, make: Make, story_folder: Callable[..., Path]
) -> None:
    """To add an entry to."""
    story_folder("harbour", story="title: New harbour opened\nspeakers: [{name: Ann Hill}]\n")
    mod = local.user(MOD)
    local.add_role("Staff", mod, manage_guild=True)
    async with local.running(make()):
        assert (await use(mod, local.general, "knowledge add")).content == say("story-choose")
        assert (await use(mod, local.general, "knowledge add", story="zebra")).content == say("story-unknown")
        (choice,) = await mod.autocomplete(local.general, "knowledge add", focused="story", story="harb")
        assert (await use(mod, local.general, "knowledge add", story=choice.value)).modal


async def test_an_entry_with_too_many_quotes_for_a_form_is_told(
    local: LocalDiscord, make_bot: MakeBot, story_folder: Callable[..., Path]
) -> None:
    """Rather than cutting one."""
    sentences = [f"The {'very ' * 60}long sentence number {number} ends here." for number in range(20)]
    article = "Title of it\n\n" + "\n\n".join(sentences) + "\n"
    quotes = "".join(f"    - quote: {each}\n" for each in sentences)
    entries = f"- id: long\n  questions: [what]\n  answer: Much.\n  citations:\n{quotes}"
    folder = story_folder(article=article, entries=entries)
    async with local.running(make_bot(folder.parent, knowledge_dir=folder.parent, **settings(local))):
        record = await use(local.user(MOD), local.general, "knowledge edit", entry="long")
        assert record.content == say("edit-too-long")


def test_questions_that_have_no_room_are_counted(story_folder: Callable[..., Path]) -> None:
    """Discord's fields have an end; what is not shown stays."""
    many = "".join(f"    - {'very ' * 40}long question {number}\n" for number in range(40))
    entries = ENTRIES.replace("    - opening day of the bridge\n", many)
    story = load_library(story_folder(entries=entries).parent).stories[0]
    form = form_of(story.id, story.entries[0])
    assert len(form.questions) <= LONGEST_FIELD
    assert form.hidden == 41 - len(form.wanted.questions) > 0
    assert say("form-questions-hidden", count=form.hidden) != language("de")("form-questions-hidden", count=form.hidden)
