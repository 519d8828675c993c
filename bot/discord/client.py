"""The Discord client: no privileged intent, no mention ever pinged, commands synced when they changed."""

from __future__ import annotations

import asyncio
import logging

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering.answerer import Answerer
from bot.discord import texts
from bot.discord.cogs.ask import Ask
from bot.discord.sync import sync_if_changed

_log = logging.getLogger(__name__)
_GOODBYE_SECONDS = 5.0


class Tree(app_commands.CommandTree):
    """The command tree with the one place where unforeseen errors end."""

    async def interaction_check(self, interaction: discord.Interaction) -> bool:
        """Note what is in flight, so that a stop can finish it; everybody may ask."""
        client = interaction.client
        if isinstance(client, VerbatimClient):
            client.in_flight(asyncio.current_task())
        return True

    async def on_error(self, interaction: discord.Interaction, error: app_commands.AppCommandError) -> None:
        """Log the error whole; tell the person one fixed sentence."""
        _log.error("the command %s failed", interaction.command and interaction.command.qualified_name, exc_info=error)
        try:
            send = interaction.followup.send if interaction.response.is_done() else interaction.response.send_message
            await send(texts.FAILED, ephemeral=True)
        except discord.HTTPException:
            _log.warning("the person could not be told")


class VerbatimClient(commands.Bot):
    """Verbatim on Discord."""

    def __init__(self, answerer: Answerer, **options: object) -> None:
        """Serve ``answerer``; ``options`` go to discord.py."""
        super().__init__(
            command_prefix=(),
            help_command=None,
            tree_cls=Tree,
            allowed_mentions=discord.AllowedMentions.none(),
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            **options,  # type: ignore[arg-type]
        )
        self.answerer = answerer
        self._working: set[asyncio.Task[object]] = set()

    async def setup_hook(self) -> None:
        """Add the cogs, then register the commands."""
        await self.add_cog(Ask(self, self.answerer))
        await sync_if_changed(self.tree)

    async def on_ready(self) -> None:
        """Say who we are and where."""
        _log.info("ready as %s in %d servers", self.user, len(self.guilds))

    async def on_message(self, _: discord.Message, /) -> None:
        """Do nothing: the bot has no prefix commands, and cogs listen by themselves."""

    def in_flight(self, task: asyncio.Task[object] | None) -> None:
        """Remember a task that must be finished before the connection closes."""
        if task is not None:
            self._working.add(task)
            task.add_done_callback(self._working.discard)

    async def close(self) -> None:
        """Finish what is in flight, then leave."""
        waiting = {task for task in self._working if task is not asyncio.current_task()}
        if waiting:
            await asyncio.wait(waiting, timeout=_GOODBYE_SECONDS)
        await super().close()
