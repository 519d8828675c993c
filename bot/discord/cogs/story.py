"""What is known of the story, what can be asked, and what the bot does and keeps."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from bot.answering.conversation import LIFETIME
from bot.discord.choosing import story_choices, story_named
from bot.discord.cogs.quotes import pages_for
from bot.discord.commands import ANSWER_MENU, CHECK_MENU, described, everywhere, listed
from bot.discord.render import Frame
from bot.discord.render_story import help_shown, privacy_shown
from bot.discord.sending import whisper
from bot.discord.speaking import Interaction, privately


class AboutStory(commands.Cog):
    """The story and the bot itself."""

    @app_commands.command(name="story", description=described("command-story"))
    @app_commands.describe(story=described("option-story-story"))
    @everywhere
    async def story(self, interaction: Interaction, story: str | None = None) -> None:
        """Show what is known of a story."""
        pages = pages_for(interaction)
        edition = interaction.client.desk.edition
        own = interaction.client.server_stories.of(interaction.guild_id)
        found = story_named(edition, story) if story else edition.library.story(own or "")
        shown = pages.story(found) if found else None if story else pages.stories()
        await whisper(interaction, shown or privately(interaction)("story-unknown"))

    @story.autocomplete("story")
    async def complete_story(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Offer stories by their titles."""
        return story_choices(interaction.client.desk.edition, typed)

    @app_commands.command(name="topics", description=described("command-topics"))
    @everywhere
    async def topics(self, interaction: Interaction) -> None:
        """Show the topics to choose from."""
        await whisper(interaction, pages_for(interaction).topics(0) or privately(interaction)("topics-none"))

    @app_commands.command(name="help", description=described("command-help"))
    @everywhere
    async def help(self, interaction: Interaction) -> None:
        """Show how to ask, and every command."""
        client = interaction.client
        commands = listed(client.tree, client.command_ids, privately(interaction))
        await whisper(interaction, help_shown(commands, (ANSWER_MENU, CHECK_MENU), _frame(interaction)))

    @app_commands.command(name="privacy", description=described("command-privacy"))
    @everywhere
    async def privacy(self, interaction: Interaction) -> None:
        """Show what is read and kept."""
        client = interaction.client
        channels, records = sorted(client.settings.open_channels), client.records.condition
        days = records.days if records.is_kept else None
        await whisper(interaction, privacy_shown(int(LIFETIME / 60), channels, days, _frame(interaction)))


def _frame(interaction: Interaction) -> Frame:
    return Frame(privately(interaction), interaction.client.desk.edition.version)
