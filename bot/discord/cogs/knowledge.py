"""For moderators: looking after the knowledge while it is served."""

from __future__ import annotations

from datetime import UTC, datetime

from discord import app_commands
from discord.ext import commands

from bot.answering.references import refer
from bot.answering.topics import label_of
from bot.discord.audit import Did
from bot.discord.choosing import entry_named, story_choices, story_named
from bot.discord.commands import described
from bot.discord.editing import edit_entry, open_form
from bot.discord.forms import Form
from bot.discord.markup import clipped
from bot.discord.permissions import ModeratorGroup, is_moderator
from bot.discord.presses.unanswered import groups_of
from bot.discord.proposing import proposed, show_proposal
from bot.discord.render_status import Status, status_shown
from bot.discord.render_unanswered import unanswered_shown
from bot.discord.sending import think, whisper
from bot.discord.setting_story import ALL_STORIES, server_named, server_story_shown, set_server_story
from bot.discord.shown import LONGEST_OPTION, MOST_OPTIONS
from bot.discord.speaking import Interaction, privately
from bot.knowledge.folder import is_writable
from bot.knowledge.history import Version
from bot.knowledge.wanted import tidy
from bot.records import CalledWrong, RecordsError

Choices = list[app_commands.Choice[str]]
_LONGEST_TOPIC = 100
_LONGEST_TYPED = 300
_MOST_BY_ID = 10
_MOST_WRONG = 5


class Knowledge(commands.Cog):
    """The knowledge: read anew, looked at, gone back to."""

    knowledge = ModeratorGroup("knowledge", described("command-knowledge"))

    @knowledge.command(name="reload", description=described("command-knowledge-reload"))
    async def reload(self, interaction: Interaction) -> None:
        """Read the folder anew, and ask whether to apply it."""
        keeper = interaction.client.keeper
        await think(interaction)
        proposal = await proposed(interaction, Did.RELOAD, keeper.propose())
        if proposal:
            await show_proposal(interaction, proposal)

    @knowledge.command(name="check", description=described("command-knowledge-check"))
    async def check(self, interaction: Interaction) -> None:
        """Read the folder anew, and apply nothing."""
        await think(interaction)
        proposal = await proposed(interaction, Did.CHECK, interaction.client.keeper.check())
        if proposal:
            await show_proposal(interaction, proposal, asks=False)

    @knowledge.command(name="rollback", description=described("command-knowledge-rollback"))
    @app_commands.describe(version=described("option-knowledge-rollback-version"))
    async def rollback(self, interaction: Interaction, version: str = "") -> None:
        """Ask whether to go back to an earlier version."""
        keeper = interaction.client.keeper
        if keeper.history.find(version) is None:
            key = "rollback-unknown" if keeper.history.earlier else "rollback-none"
            names = ", ".join(f"`{each.name}`" for each in keeper.history.earlier)
            await whisper(interaction, privately(interaction)(key, versions=names))
            return
        await think(interaction)
        proposal = await proposed(interaction, Did.ROLLBACK, keeper.propose_back(version))
        if proposal:
            await show_proposal(interaction, proposal)

    @rollback.autocomplete("version")
    async def complete_rollback(self, interaction: Interaction, typed: str) -> Choices:
        """Offer the earlier versions, to moderators alone: autocomplete runs no checks."""
        if not is_moderator(interaction, interaction.client.settings):
            return []
        earlier = interaction.client.keeper.history.earlier
        return [app_commands.Choice(name=_dated(each), value=each.name) for each in earlier if typed in each.name]

    @knowledge.command(name="unanswered", description=described("command-knowledge-unanswered"))
    async def unanswered(self, interaction: Interaction) -> None:
        """Show what was asked in vain."""
        await think(interaction)
        groups = await groups_of(interaction)
        if groups is not None:
            await whisper(interaction, unanswered_shown(groups, 0, privately(interaction)))

    @knowledge.command(name="add", description=described("command-knowledge-add"))
    @app_commands.describe(story=described("option-knowledge-add-story"), topic=described("option-knowledge-add-topic"))
    async def add(self, interaction: Interaction, story: str = "", topic: str = "") -> None:
        """Open the form of a new entry."""
        found = story_named(interaction.client.desk.edition, story)
        if found is None:
            await whisper(interaction, privately(interaction)("story-unknown" if story else "story-choose"))
            return
        keys = {label_of(found, key): key for key in found.topics}
        await open_form(interaction, Form(found.id, topic=tidy(keys.get(topic, topic))[:_LONGEST_TOPIC]))

    @add.autocomplete("story")
    async def complete_story(self, interaction: Interaction, typed: str) -> Choices:
        """Offer stories, to moderators alone."""
        if not is_moderator(interaction, interaction.client.settings):
            return []
        return story_choices(interaction.client.desk.edition, typed)

    @add.autocomplete("topic")
    async def complete_topic(self, interaction: Interaction, typed: str) -> Choices:
        """Offer topics, to moderators alone."""
        if not is_moderator(interaction, interaction.client.settings):
            return []
        topics = dict.fromkeys(topic.key for topic in interaction.client.desk.edition.topics.values())
        found = [key for key in topics if typed.casefold() in key.casefold() and len(key) <= LONGEST_OPTION]
        return [app_commands.Choice(name=key, value=key) for key in found[:MOST_OPTIONS]]

    @knowledge.command(name="edit", description=described("command-knowledge-edit"))
    @app_commands.describe(entry=described("option-knowledge-edit-entry"))
    async def edit(self, interaction: Interaction, entry: str) -> None:
        """Open the form of an entry."""
        await edit_entry(interaction, entry_named(interaction.client.desk.edition, entry))

    @edit.autocomplete("entry")
    async def complete_entry(self, interaction: Interaction, typed: str) -> Choices:
        """Offer entries by their ids and questions, to moderators alone."""
        client = interaction.client
        if not is_moderator(interaction, client.settings):
            return []
        by_id = [
            offer for offer in client.desk.edition.entries.values() if typed.casefold() in offer.entry.id.casefold()
        ]
        likely = await client.desk.suggest(typed[:_LONGEST_TYPED], MOST_OPTIONS, ("edit", interaction.user.id))
        found = {refer(each.story.id, each.entry.id): each for each in (*by_id[:_MOST_BY_ID], *likely)}
        names = {reference: f"{each.entry.id}: {each.entry.question}" for reference, each in found.items()}
        return [
            app_commands.Choice(name=clipped(name, LONGEST_OPTION), value=reference)
            for reference, name in list(names.items())[:MOST_OPTIONS]
        ]

    @knowledge.command(name="story", description=described("command-knowledge-story"))
    @app_commands.describe(
        story=described("option-knowledge-story-story"), server=described("option-knowledge-story-server")
    )
    async def story(self, interaction: Interaction, story: str = "", server: str = "") -> None:
        """Set the story that a server asks, or show which one it is."""
        guild = server_named(interaction, server)
        if guild is None:
            await whisper(interaction, privately(interaction)("server-unknown"))
        elif not story:
            await whisper(interaction, server_story_shown(interaction, guild))
        else:
            await set_server_story(interaction, guild, story)

    @story.autocomplete("story")
    async def complete_server_story(self, interaction: Interaction, typed: str) -> Choices:
        """Offer all stories together and each one, to moderators alone."""
        if not is_moderator(interaction, interaction.client.settings):
            return []
        every = app_commands.Choice(name=privately(interaction)("story-all"), value=ALL_STORIES)
        return [every, *story_choices(interaction.client.desk.edition, typed)][:MOST_OPTIONS]

    @story.autocomplete("server")
    async def complete_server(self, interaction: Interaction, typed: str) -> Choices:
        """Offer the servers that the bot is in, to moderators alone."""
        if not is_moderator(interaction, interaction.client.settings):
            return []
        found = [each for each in interaction.client.guilds if typed.casefold() in each.name.casefold()]
        return [
            app_commands.Choice(name=clipped(each.name, LONGEST_OPTION), value=str(each.id))
            for each in found[:MOST_OPTIONS]
        ]

    @knowledge.command(name="status", description=described("command-knowledge-status"))
    async def status(self, interaction: Interaction) -> None:
        """Show what is served, and how the bot is doing."""
        records = interaction.client.records
        try:
            wrong = [] if records.condition.problem else await records.called_wrong(_MOST_WRONG)
        except RecordsError:
            wrong = []
        await whisper(interaction, status_shown(_status(interaction, wrong), privately(interaction)))


def _dated(version: Version) -> str:
    """Return an earlier version with the time since which it was in use; a choice shows no time of Discord's."""
    return f"{version.name} · {datetime.fromtimestamp(version.since, UTC):%Y-%m-%d %H:%M} UTC"


def _status(interaction: Interaction, wrong: list[CalledWrong]) -> Status:
    import psutil  # nothing else needs it

    client = interaction.client
    keeper = client.keeper
    return Status(
        version=keeper.version,
        earlier=keeper.history.earlier,
        started=client.started_at,
        latency=client.latency,
        answers=tuple(client.desk.seconds),
        memory=psutil.Process().memory_info().rss,
        encoder=client.desk.edition.answerer.matcher.encoded,
        writable=is_writable(client.desk.edition.library),
        records=client.records.condition,
        wrong=wrong,
    )
