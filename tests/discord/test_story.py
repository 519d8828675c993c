"""What is known of the story, what can be asked, and what the bot does and keeps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from bot.discord.client import VerbatimClient
from bot.discord.commands import ANSWER_MENU, CHECK_MENU
from bot.discord.languages import language
from tests.discord.conftest import MakeBot
from tests.knowledge_folder import ENTRIES
from tests.local_discord import LocalDiscord
from tests.local_discord.components import find, names

StoryFolder = Callable[..., Path]
say = language("en")


@pytest.mark.usefixtures("client")
async def test_story_shows_what_is_known(local: LocalDiscord, answerer: Answerer) -> None:
    """Headline, summary, date as far as known, sources, speakers, and how much can be asked."""
    record = await local.user("alice").slash(local.general, "story")
    assert record.ephemeral
    (story,) = answerer.library.stories
    answered = sum(entry.in_story for entry in story.entries)
    lines = record.content.splitlines()
    assert lines[0] == f"**{story.title}**"
    assert any(line.startswith("- **Date**: 2015. The article prints no date") for line in lines)
    assert "- **Sources**: The Guardian, BBC" in lines
    assert any("John Kirby, State Department spokesman; U.S. State Department;" in line for line in lines)
    counts = f"- **Questions**: {answered} that it answers, {len(story.entries) - answered} that it does not"
    assert counts in lines
    assert lines[-1] == f"-# version {answerer.library.version}"


@pytest.fixture
def two_stories(story_folder: StoryFolder) -> Path:
    """A knowledge folder with two small stories."""
    story_folder("bridge")
    story = "title: New harbour opened\nurl: https://example.org/harbour\npublisher: The Post\ndate: May\n"
    return story_folder("harbour", story=story + "speakers: [{name: Ann Hill}]\n").parent


async def test_of_several_stories_one_is_chosen(local: LocalDiscord, make_bot: MakeBot, two_stories: Path) -> None:
    """From a menu, or by what is typed; an address is shown without a preview."""
    async with local.running(make_bot(two_stories)):
        alice = local.user("alice")
        menu = await alice.slash(local.general, "story")
        options = find(menu.components, say("stories-placeholder"))
        assert options
        assert [each["label"] for each in options["options"]] == ["Old bridge closed", "New harbour opened"]
        chosen = await alice.selects(menu, say("stories-placeholder"), options["options"][1]["value"])
        assert chosen.message is menu.message
        assert "- **Read it**: <https://example.org/harbour>" in chosen.content
        (choice,) = await alice.autocomplete(local.general, "story", focused="story", story="harb")
        for typed in (choice.value, "new harbour"):
            shown = await alice.slash(local.general, "story", story=typed)
            assert shown.content.startswith("**New harbour opened**")
        unknown = await alice.slash(local.general, "story", story="zebra")
        assert (unknown.content, unknown.ephemeral) == (say("story-unknown"), True)


@pytest.mark.usefixtures("client")
async def test_topics_lead_down_to_an_answer_and_back(local: LocalDiscord, answerer: Answerer) -> None:
    """Two menus and the answer with its buttons, each in the place of the one before."""
    alice = local.user("alice")
    record = await alice.slash(local.general, "topics")
    first = find(record.components, say("topics-placeholder"))
    assert first
    (story,) = answerer.library.stories
    assert [each["label"] for each in first["options"]] == list(story.topics.values())
    await alice.selects(record, say("topics-placeholder"), first["options"][0]["value"])
    assert record.content.startswith("**What the strikes hit** · ")
    second = find(record.components, say("questions-placeholder"))
    assert second
    await alice.selects(record, say("questions-placeholder"), second["options"][0]["value"])
    assert record.content.startswith("**By the U.S. account")
    assert names(record.components) == ["In context", "Related", "Share", "Wrong?", "All topics"]
    await alice.clicks(record, "All topics")
    assert record.content.startswith(f"**{say('topics-heading')}**")


async def test_long_lists_are_pages(local: LocalDiscord, make_bot: MakeBot, story_folder: StoryFolder) -> None:
    """At most 25 options of at most 100 characters, all reachable."""
    long = "very " * 40
    entry = (
        "- {{id: e{0}, topic: t{1}, questions: ['What is {0} {2}?'], answer: A., "
        "citations: [{{quote: Old bridge closed}}]}}\n"
    )
    entries = "".join(entry.format(n, n % 30 if n < 60 else 0, long) for n in range(120))
    async with local.running(make_bot(story_folder(entries=entries).parent)):
        alice = local.user("alice")
        record = await alice.slash(local.general, "topics")
        menu = find(record.components, say("topics-placeholder"))
        assert menu
        assert len(menu["options"]) == 25
        assert names(record.components)[1:] == ["Previous", "Next"]
        await alice.clicks(record, "Next")
        rest = find(record.components, say("topics-placeholder"))
        assert rest
        assert len(rest["options"]) == 5
        await alice.clicks(record, "Previous")
        await alice.selects(record, say("topics-placeholder"), menu["options"][0]["value"])
        seen = set()
        while True:
            questions = find(record.components, say("questions-placeholder"))
            assert questions
            assert all(len(each["label"]) <= 100 for each in questions["options"])
            seen |= {each["value"] for each in questions["options"]}
            if find(record.components, "Next")["disabled"]:  # type: ignore[index]
                break
            await alice.clicks(record, "Next")
        assert len(seen) == 62


async def test_a_single_topic_needs_no_choice(
    local: LocalDiscord, make_bot: MakeBot, story_folder: StoryFolder
) -> None:
    """Its questions are shown at once."""
    async with local.running(make_bot(story_folder(entries={"bridge.yaml": ENTRIES}).parent)):
        record = await local.user("alice").slash(local.general, "topics")
        assert record.content == f"**Bridge** · 2 questions\n{say('questions-intro')}"


async def test_help_names_every_command_and_links_it(local: LocalDiscord, client: VerbatimClient) -> None:
    """With its description, and both entries of a message's menu; the moderators' commands are not for everybody."""
    record = await local.user("alice").slash(local.general, "help")
    ids = {command["name"]: command["id"] for command in local.commands() if command["type"] == 1}
    everyones = {name for name in ids if name not in ("health", "knowledge")}
    linked = {line.split("</")[1].split(":")[0] for line in record.content.splitlines() if line.startswith("- </")}
    assert {name.split()[0] for name in linked} == everyones
    assert f"</quote find:{ids['quote']}>: Find quotes" in record.content
    assert ANSWER_MENU in record.content
    assert CHECK_MENU in record.content
    client.command_ids = {}
    assert "- `/ask`: Ask the story" in (await local.user("alice").slash(local.general, "help")).content


async def test_privacy_says_what_is_read_and_kept(local: LocalDiscord, make_bot: MakeBot) -> None:
    """As the bot is set up: channels that are open to all are named."""
    async with local.running(make_bot()):
        closed = await local.user("alice").slash(local.general, "privacy")
        assert "15 minutes" in closed.content
        assert "Except here" not in closed.content
    async with local.running(make_bot(open_channels=f"{local.general.id}")):
        opened = await local.user("alice").slash(local.general, "privacy")
        assert f"every question answered: <#{local.general.id}>." in opened.content
