"""For moderators: whether the bot can do here what it is there for."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from bot.discord.commands import described
from bot.discord.permissions import moderators_only
from bot.discord.render_health import Condition, health_shown
from bot.discord.selfcheck import places_in
from bot.discord.sending import whisper
from bot.discord.speaking import Interaction, privately


class Health(commands.Cog):
    """The bot's own condition."""

    @app_commands.command(name="health", description=described("command-health"))
    @moderators_only
    async def health(self, interaction: Interaction) -> None:
        """Show knowledge, connection, intents and permissions."""
        await whisper(interaction, health_shown(_condition(interaction), privately(interaction)))


def _condition(interaction: Interaction) -> Condition:
    client, guild = interaction.client, interaction.guild
    # The check has seen to it that this is the home server.
    assert guild is not None  # noqa: S101
    library = client.desk.edition.library
    return Condition(
        version=library.version,
        stories=len(library.stories),
        entries=sum(1 for _ in library.entries()),
        since=client.started_at,
        latency=client.latency,
        servers=len(client.guilds),
        open_channels=len(client.settings.open_channels),
        places=places_in(guild),
        records=client.records.condition,
        refusals=tuple(client.turned_away.of_guild(guild.id)),
    )
