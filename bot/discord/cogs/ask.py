"""Asking the story: /ask, mentions, replies to the bot, and direct messages."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering.answerer import Answerer
from bot.answering.records import Answer
from bot.discord import texts
from bot.discord.addressed import address_of, question_in
from bot.discord.render import choice_name, message_text

if TYPE_CHECKING:
    from bot.discord.client import VerbatimClient

_log = logging.getLogger(__name__)
_MOST_CHOICES = 25
_MOST_VALUE = 100


class Ask(commands.Cog):
    """Questions in, answers out."""

    def __init__(self, client: VerbatimClient, answerer: Answerer) -> None:
        """Answer from ``answerer``."""
        self.client = client
        self.answerer = answerer

    @app_commands.command(name="ask", description=texts.ASK_DESCRIPTION)
    @app_commands.describe(question=texts.ASK_QUESTION)
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def ask(self, interaction: discord.Interaction, question: str) -> None:
        """Answer privately."""
        answer = self._answer(question, _conversation(interaction.channel_id, interaction.user.id))
        await interaction.response.send_message(
            message_text(answer, texts.PICK_SLASH), ephemeral=True, suppress_embeds=True
        )

    @ask.autocomplete("question")
    async def complete(self, _: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Offer whole questions, ranked by the matcher that answers them."""
        return [
            app_commands.Choice(
                name=choice_name(offer.entry.question),
                value=_value(offer.story.id, offer.entry.id, offer.entry.question),
            )
            for offer in self.answerer.suggest(typed[:300], _MOST_CHOICES)
        ]

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer where the bot was asked; stay silent everywhere else."""
        me = self.client.user
        if me is None or message.author.bot or message.webhook_id is not None:
            return
        if address_of(message, me) is None:
            return
        self.client.in_flight(asyncio.current_task())
        question = question_in(message.content, me.id)
        await self._reply(message, self._text_for(message, question))

    def _text_for(self, message: discord.Message, question: str) -> str:
        if question:
            return message_text(self._answer(question, _conversation(message.channel.id, message.author.id)))
        # Discord empties the text of a reply that does not ping us, unless the message content intent is on.
        unreadable = not message.content and message.reference is not None and not message.attachments
        return texts.UNREADABLE_REPLY if unreadable else texts.ASK_ME

    def _answer(self, question: str, conversation: str) -> Answer:
        story, _, entry = question.partition(":")
        return self.answerer.entry_answer(story, entry, conversation) or self.answerer.ask(question, conversation)

    async def _reply(self, message: discord.Message, text: str) -> None:
        """Reply without a ping; go on without the reference if the question has been deleted meanwhile."""
        reference = message.to_reference(fail_if_not_exists=False)
        try:
            await message.channel.send(text, reference=reference, mention_author=False, suppress_embeds=True)
        except discord.Forbidden:
            _log.warning("no permission to answer in channel %s", message.channel.id)
        except discord.HTTPException:
            _log.exception("an answer in channel %s could not be sent", message.channel.id)


def _conversation(channel: int | None, user: int) -> str:
    return f"{channel}:{user}"


def _value(story: str, entry: str, question: str) -> str:
    """Return what a picked choice submits: the question itself, or the entry's name where the question is too long."""
    return question if len(question) <= _MOST_VALUE else f"{story}:{entry}"[:_MOST_VALUE]
