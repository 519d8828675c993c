"""In which language to speak: to a person in theirs, to a channel in the server's, never giving away a person's."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import discord

from bot.discord.languages import Language, language_for

if TYPE_CHECKING:
    from bot.discord.client import VerbatimClient

    Interaction: TypeAlias = discord.Interaction[VerbatimClient]
else:
    Interaction = discord.Interaction


def privately(interaction: Interaction) -> Language:
    """Return the language of the person who acts, for what only they see."""
    return language_for(interaction.locale)


def publicly(interaction: Interaction) -> Language:
    """Return the language of the server, for what everybody in the channel sees; English where there is no server."""
    return privately(interaction) if interaction.context.dm_channel else language_for(interaction.guild_locale)


def in_reply_to(message: discord.Message) -> Language:
    """Return the language for a reply that everybody in the channel sees."""
    return language_for(message.guild.preferred_locale if message.guild else None)


def can_share(interaction: Interaction) -> bool:
    """Tell whether somebody else would see what is shared here: not in a DM with the bot."""
    return not interaction.context.dm_channel


def conversation(interaction: Interaction) -> str:
    """Return the name of the talk that a person has in a channel."""
    return talk(interaction.channel_id, interaction.user.id)


def talk(channel: int | None, user: int) -> str:
    """Return the name of the talk of a person in a channel."""
    return f"{channel}:{user}"
