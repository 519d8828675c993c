"""Asking for oneself: ``/ask``, and right-click on somebody's question. The answer is private until it is shared."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering.records import Answer, Offer
from bot.answering.references import refer
from bot.discord.addressed import question_in
from bot.discord.choosing import story_choices, story_named
from bot.discord.commands import ANSWER_MENU, described, everywhere
from bot.discord.markup import clipped
from bot.discord.render import Audience, answer_shown
from bot.discord.sending import whisper
from bot.discord.server_stories import asked_here
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
    @app_commands.describe(question=described("option-ask-question"), story=described("option-ask-story"))
    @everywhere
    async def ask(self, interaction: Interaction, question: str, story: str = "") -> None:
        """Answer privately, from one story if it is named."""
        desk, talk = interaction.client.desk, conversation(interaction)
        stories = asked_here(interaction)
        if story:
            named = story_named(desk.edition, story)
            if named is None:
                await whisper(interaction, privately(interaction)("story-unknown"))
                return
            stories = frozenset({named.id})
        picked = question in desk.edition.entries
        answer = await desk.entry(question, talk) if picked else None
        await _show(interaction, answer or await desk.ask(question, talk, stories))

    @ask.autocomplete("question")
    async def complete(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Offer whole questions, ranked by the matcher that answers them."""
        desk = interaction.client.desk
        named = story_named(desk.edition, getattr(interaction.namespace, "story", None) or "")
        stories = frozenset({named.id}) if named else asked_here(interaction)
        offers = await desk.suggest(typed[:_LONGEST_TYPED], MOST_OPTIONS, interaction.user.id, stories)
        return [_choice(offer) for offer in offers]

    @ask.autocomplete("story")
    async def complete_story(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Offer the stories, where there are several."""
        edition = interaction.client.desk.edition
        return story_choices(edition, typed) if len(edition.stories) > 1 else []

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
        answer = await interaction.client.desk.ask(question, stories=asked_here(interaction))
        await _show(interaction, answer, reply_to=message.id)


async def _show(interaction: Interaction, answer: Answer, reply_to: int | None = None) -> None:
    audience = Audience(shares=can_share(interaction), reply_to=reply_to)
    await whisper(interaction, answer_shown(answer, privately(interaction), audience))


def _choice(offer: Offer) -> app_commands.Choice[str]:
    """Return a question to choose; what it submits is itself, or the entry's reference where it is too long."""
    question = " ".join(offer.entry.question.split())
    value = question if len(question) <= LONGEST_OPTION else refer(offer.story.id, offer.entry.id)
    return app_commands.Choice(name=clipped(question, LONGEST_OPTION), value=value)
