"""What Verbatim is measured beside: a bot that answers all with a constant, and a client that answers nothing."""

from __future__ import annotations

import asyncio
import os
import signal

import discord
from discord import app_commands

INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
# As long as an answer with its quotes.
CONSTANT = "**This is always the answer.**\n" + "> As long as what a bot with something to say would say here. " * 12


class ConstantBot(discord.Client):
    """The least that answers mentions and /ask."""

    def __init__(self) -> None:
        super().__init__(intents=INTENTS, max_messages=None, allowed_mentions=discord.AllowedMentions.none())
        self.tree = app_commands.CommandTree(self)
        self.tree.add_command(ask)

    async def setup_hook(self) -> None:
        """Register /ask."""
        await self.tree.sync()

    async def on_message(self, message: discord.Message) -> None:
        """Reply to a mention."""
        if self.user in message.mentions and not message.author.bot:
            await message.reply(CONSTANT)


@app_commands.command(description="Ask something")
@app_commands.describe(question="What to ask")
async def ask(interaction: discord.Interaction, question: str) -> None:
    """Answer privately."""
    await interaction.response.send_message(CONSTANT, ephemeral=True)


def run(name: str) -> int:
    """Run the ``constant`` bot or a ``bare`` client until a signal to stop."""
    client = ConstantBot() if name == "constant" else discord.Client(intents=INTENTS, max_messages=None)
    asyncio.run(_serve(client, os.environ["DISCORD_TOKEN"]))
    return 0


async def _serve(client: discord.Client, token: str) -> None:
    loop, stopped = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    async with client:
        running = asyncio.create_task(client.start(token))
        await stopped.wait()
        await client.close()
        await running
