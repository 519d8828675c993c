"""Turning pages and choosing from menus: each takes the place of what was there."""

from __future__ import annotations

from bot.discord.custom_ids import Press
from bot.discord.pages import MOST_FOUND
from bot.discord.presses.pressed import chosen, turn_to
from bot.discord.speaking import Interaction


async def find(interaction: Interaction, press: Press) -> None:
    """Show another of the quotes that were found."""
    quotes = await interaction.client.desk.search_quotes(press.subject, MOST_FOUND)
    await turn_to(interaction, press, lambda pages: pages.found(quotes, press.subject, press.number))


async def by(interaction: Interaction, press: Press) -> None:
    """Show another quote of a speaker."""
    await turn_to(interaction, press, lambda pages: pages.voice(press.subject, press.number))


async def about(interaction: Interaction, press: Press) -> None:
    """Show another quote on a topic."""
    await turn_to(interaction, press, lambda pages: pages.subject(press.subject, press.number))


async def draw(interaction: Interaction, press: Press) -> None:
    """Show another quote by chance."""
    await turn_to(interaction, press, lambda pages: pages.drawn(interaction.client.draw))


async def topics(interaction: Interaction, press: Press) -> None:
    """Show the topics, or others of them."""
    await turn_to(interaction, press, lambda pages: pages.topics(press.number))


async def questions(interaction: Interaction, press: Press) -> None:
    """Show the questions of a topic, or others of them."""
    await turn_to(interaction, press, lambda pages: pages.questions(chosen(interaction, press), press.number))


async def sides(interaction: Interaction, press: Press) -> None:
    """Show what each camp says on a point."""
    await turn_to(interaction, press, lambda pages: pages.sides(chosen(interaction, press)))


async def stories(interaction: Interaction, press: Press) -> None:
    """Show what is known of a story."""
    await turn_to(interaction, press, lambda pages: pages.story_of(chosen(interaction, press)))
