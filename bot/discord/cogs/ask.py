"""Asking for oneself: ``/ask``, and right-click on somebody's question. The answer is private until it is shared."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering.records import Answer, Offer
from bot.answering.references import refer
from bot.discord.addressed import question_in
from bot.discord.commands import ANSWER_MENU, described, everywhere
from bot.discord.markup import clipped
from bot.discord.render import Audience, answer_shown
from bot.discord.sending import whisper
from bot.discord.shown import LONGEST_OPTION, MOST_OPTIONS
from bot.discord.speaking import Interaction, can_share, conversation, privately

_LONGEST_TYPED = 300


class Ask(commands.Cog):
    """Questions in, private answers out."""

    def __init__(self, client: commands.Bot) -> None:
        """Add the entry of the context menu, which can't be declared in a class."""
        self.client = client
        self.menu = everywhere(app_commands.ContextMenu(name=ANSWER_MENU, callback=self.answer_message))

    async def cog_load(self) -> None:
        """Offer the context menu."""
        self.client.tree.add_command(self.menu)

    async def cog_unload(self) -> None:
        """Take the context menu away."""
        self.client.tree.remove_command(self.menu.name, type=self.menu.type)

    @app_commands.command(name="ask", description=described("command-ask"))
    @app_commands.describe(question=described("option-ask-question"))
    @everywhere
    async def ask(self, interaction: Interaction, question: str) -> None:
        """Answer privately."""
        desk, talk = interaction.client.desk, conversation(interaction)
        picked = question in desk.edition.entries
        answer = await desk.entry(question, talk) if picked else None
        await _show(interaction, answer or await desk.ask(question, talk))

    @ask.autocomplete("question")
    async def complete(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Offer whole questions, ranked by the matcher that answers them."""
        offers = await interaction.client.desk.suggest(typed[:_LONGEST_TYPED], MOST_OPTIONS, interaction.user.id)
        return [_choice(offer) for offer in offers]

    async def answer_message(self, interaction: Interaction, message: discord.Message) -> None:
        """Answer somebody's message privately; shared, it goes to them as a reply."""
        say, me = privately(interaction), interaction.client.application_id
        if message.author.id == me:
            await whisper(interaction, say("message-is-mine"))
            return
        question = question_in(message.content, me or 0)
        if not question:
            await whisper(interaction, say("message-without-text"))
            return
        await _show(interaction, await interaction.client.desk.ask(question), reply_to=message.id)


async def _show(interaction: Interaction, answer: Answer, reply_to: int | None = None) -> None:
    audience = Audience(shares=can_share(interaction), reply_to=reply_to)
    await whisper(interaction, answer_shown(answer, privately(interaction), audience))


def _choice(offer: Offer) -> app_commands.Choice[str]:
    """Return a question to choose; what it submits is itself, or the entry's reference where it is too long."""
    question = " ".join(offer.entry.question.split())
    value = question if len(question) <= LONGEST_OPTION else refer(offer.story.id, offer.entry.id)
    return app_commands.Choice(name=clipped(question, LONGEST_OPTION), value=value)
