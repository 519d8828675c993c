"""Checking a quote that somebody posted: ``/verify``, and right-click on the message."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord.commands import CHECK_MENU, described, everywhere
from bot.discord.render import Frame
from bot.discord.render_check import check_shown, clamped
from bot.discord.sending import whisper
from bot.discord.speaking import Interaction, privately


class Verify(commands.Cog):
    """Posts in, verdicts out."""

    def __init__(self, client: commands.Bot) -> None:
        """Add the entry of the context menu, which can't be declared in a class."""
        self.client = client
        self.menu = everywhere(app_commands.ContextMenu(name=CHECK_MENU, callback=self.check_message))

    async def cog_load(self) -> None:
        """Offer the context menu."""
        self.client.tree.add_command(self.menu)

    async def cog_unload(self) -> None:
        """Take the context menu away."""
        self.client.tree.remove_command(self.menu.name, type=self.menu.type)

    @app_commands.command(name="verify", description=described("command-verify"))
    @app_commands.describe(text=described("option-verify-text"))
    @everywhere
    async def verify(self, interaction: Interaction, text: str) -> None:
        """Check what is given."""
        await _check(interaction, text, is_quote=True)

    async def check_message(self, interaction: Interaction, message: discord.Message) -> None:
        """Check what a message quotes; Discord shows its text because somebody chose it."""
        if message.author.id == interaction.client.application_id:
            await whisper(interaction, privately(interaction)("check-mine"))
            return
        await _check(interaction, message.content, is_quote=False)


async def _check(interaction: Interaction, text: str, *, is_quote: bool) -> None:
    say = privately(interaction)
    if not text.strip():
        await whisper(interaction, say("check-nothing"))
        return
    part, is_clamped = clamped(text)
    checked = await interaction.client.desk.check(part, is_quote=is_quote)
    await whisper(interaction, check_shown(checked, Frame(say, checked.version), is_clamped=is_clamped))
