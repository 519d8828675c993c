"""A bot with one of everything, to try the local Discord itself."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


class Keep(discord.ui.View):
    """A view that outlives restarts."""

    def __init__(self) -> None:
        super().__init__(timeout=None)

    @discord.ui.button(label="Share", custom_id="share")
    async def share(self, interaction: discord.Interaction, button: discord.ui.Button[Keep]) -> None:
        """Post for everybody."""
        await interaction.response.send_message("shared with all")

    @discord.ui.button(label="Report", custom_id="report")
    async def report(self, interaction: discord.Interaction, button: discord.ui.Button[Keep]) -> None:
        """Ask what is wrong."""
        await interaction.response.send_modal(Report())

    @discord.ui.select(placeholder="Pick", custom_id="pick", options=[discord.SelectOption(label="One", value="1")])
    async def pick(self, interaction: discord.Interaction, select: discord.ui.Select[Keep]) -> None:
        """Show the choice in place."""
        await interaction.response.edit_message(content=f"picked {select.values[0]}")


class Report(discord.ui.Modal, title="Report this answer"):
    """A modal with a labelled text and a radio group."""

    why: discord.ui.Label[Report] = discord.ui.Label(
        text="Why?", component=discord.ui.TextInput(custom_id="why", max_length=50)
    )
    kind: discord.ui.Label[Report] = discord.ui.Label(
        text="Kind",
        component=discord.ui.RadioGroup(
            custom_id="kind", options=[discord.RadioGroupOption(label="Wrong", value="wrong")]
        ),
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Thank the reporter."""
        why, kind = self.why.component, self.kind.component
        assert isinstance(why, discord.ui.TextInput)
        assert isinstance(kind, discord.ui.RadioGroup)
        await interaction.response.send_message(f"noted: {why.value} ({kind.value})", ephemeral=True)


class TinyBot(commands.Bot):
    """As little as touches every part of the local Discord."""

    def __init__(self, intents: discord.Intents = INTENTS) -> None:
        no_pings = discord.AllowedMentions.none()
        super().__init__(commands.when_mentioned, intents=intents, guild_ready_timeout=0, allowed_mentions=no_pings)
        self.heard: list[discord.Message] = []
        self.errors: list[Exception] = []
        self.resumed = 0
        self.identified_again = False

    async def setup_hook(self) -> None:
        """Register and sync everything."""
        self.add_view(Keep())
        for entry in COMMANDS:
            self.tree.add_command(entry)
        self.tree.error(self.on_tree_error)
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Do not sleep five seconds before identifying again."""
        self.identified_again = not initial

    async def on_tree_error(self, interaction: discord.Interaction, error: app_commands.AppCommandError) -> None:
        """Keep what went wrong."""
        self.errors.append(getattr(error, "original", error))

    async def on_resumed(self) -> None:
        """Count resumes."""
        self.resumed += 1

    async def on_message(self, message: discord.Message) -> None:
        """Reply in DMs and to mentions."""
        self.heard.append(message)
        if message.author.bot or not (message.guild is None or self.user in message.mentions):
            return
        try:
            await message.reply(f"you said: {message.clean_content}"[:2000], view=Keep())
        except discord.HTTPException as error:
            self.errors.append(error)


@app_commands.command()
@app_commands.describe(question="What to ask")
@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
async def ask(interaction: discord.Interaction, question: str) -> None:
    """Ask something."""
    await interaction.response.send_message(f"answer to {question}", ephemeral=True, view=Keep())


@ask.autocomplete("question")
async def suggest(interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
    """Offer two questions, or far too many."""
    count = 30 if current == "many" else 2
    return [app_commands.Choice(name=f"{current} {number}", value=str(number)) for number in range(count)]


@app_commands.command()
async def defer(interaction: discord.Interaction) -> None:
    """Answer late, and go on."""
    await interaction.response.defer(ephemeral=True)
    await interaction.followup.send("late")
    await interaction.followup.send("later")
    await interaction.edit_original_response(content="late, but right")


@app_commands.command()
async def verbose(interaction: discord.Interaction, size: int) -> None:
    """Say too much."""
    await interaction.response.send_message("x" * size)


@app_commands.command()
async def whois(interaction: discord.Interaction, user: discord.User) -> None:
    """Name somebody."""
    await interaction.response.send_message(f"{user.name}: {interaction.context.guild}", silent=True)


@app_commands.command()
@app_commands.default_permissions(manage_guild=True)
@app_commands.guild_only()
async def moderate(interaction: discord.Interaction) -> None:
    """For moderators."""
    await interaction.response.send_message(f"allowed: {interaction.permissions.manage_guild}")


@app_commands.command()
async def silent(interaction: discord.Interaction) -> None:
    """Never answer in time."""


quote = app_commands.Group(name="quote", description="Quotes")


@quote.command()
async def find(interaction: discord.Interaction, text: str) -> None:
    """Find a quote."""
    await interaction.response.send_message(f"found {text}")


@app_commands.context_menu(name="Check this quote")
async def quoted(interaction: discord.Interaction, message: discord.Message) -> None:
    """Check what a message quotes."""
    await interaction.response.send_message(f"checked: {message.content}")


Entry = app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu
COMMANDS: tuple[Entry, ...] = (ask, defer, verbose, whois, moderate, silent, quote, quoted)
