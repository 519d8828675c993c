"""For moderators: looking after the knowledge while it is served."""

from __future__ import annotations

import psutil
from discord import app_commands
from discord.ext import commands

from bot.discord.audit import Did
from bot.discord.commands import described
from bot.discord.permissions import ModeratorGroup, is_moderator
from bot.discord.proposing import proposed, show_proposal
from bot.discord.render_status import Status, status_shown
from bot.discord.sending import whisper
from bot.discord.speaking import Interaction, privately
from bot.knowledge.folder import is_writable

Choices = list[app_commands.Choice[str]]


class Knowledge(commands.Cog):
    """The knowledge: read anew, looked at, gone back to."""

    knowledge = ModeratorGroup("knowledge", described("command-knowledge"))

    @knowledge.command(name="reload", description=described("command-knowledge-reload"))
    async def reload(self, interaction: Interaction) -> None:
        """Read the folder anew, and ask whether to apply it."""
        keeper = interaction.client.keeper
        await interaction.response.defer(ephemeral=True, thinking=True)
        proposal = await proposed(interaction, Did.RELOAD, keeper.propose())
        if proposal:
            await show_proposal(interaction, proposal)

    @knowledge.command(name="check", description=described("command-knowledge-check"))
    async def check(self, interaction: Interaction) -> None:
        """Read the folder anew, and apply nothing."""
        await interaction.response.defer(ephemeral=True, thinking=True)
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
        await interaction.response.defer(ephemeral=True, thinking=True)
        proposal = await proposed(interaction, Did.ROLLBACK, keeper.propose_back(version))
        if proposal:
            await show_proposal(interaction, proposal)

    @rollback.autocomplete("version")
    async def complete_rollback(self, interaction: Interaction, typed: str) -> Choices:
        """Offer the earlier versions, to moderators alone: autocomplete runs no checks."""
        if not is_moderator(interaction, interaction.client.settings):
            return []
        earlier = interaction.client.keeper.history.earlier
        return [app_commands.Choice(name=each.name, value=each.name) for each in earlier if typed in each.name]

    @knowledge.command(name="status", description=described("command-knowledge-status"))
    async def status(self, interaction: Interaction) -> None:
        """Show what is served, and how the bot is doing."""
        await whisper(interaction, status_shown(_status(interaction), privately(interaction)))


def _status(interaction: Interaction) -> Status:
    client = interaction.client
    keeper = client.keeper
    return Status(
        version=keeper.version,
        earlier=keeper.history.earlier,
        started=client.started_at,
        latency=client.latency,
        answers=tuple(client.desk.seconds),
        memory=psutil.Process().memory_info().rss,
        encoder=client.desk.edition.answerer.matcher.understands_meaning,
        writable=is_writable(keeper.source.folder),
        records=client.records.condition,
    )
