"""Whether a message is meant for the bot, and what it asks."""

from __future__ import annotations

import re
from enum import Enum, auto

import discord


class Address(Enum):
    """How the bot was addressed."""

    DIRECT = auto()
    MENTION = auto()
    REPLY = auto()


def address_of(message: discord.Message, me: discord.abc.User) -> Address | None:
    """Return how a message addresses the bot; @everyone, roles and other people's replies don't."""
    if message.guild is None and isinstance(message.channel, discord.DMChannel):
        return Address.DIRECT
    if re.search(rf"<@!?{me.id}>", message.content):
        return Address.MENTION
    replied = message.reference.resolved if message.reference else None
    if isinstance(replied, discord.Message) and replied.author.id == me.id:
        return Address.REPLY
    return None


def question_in(content: str, me: int) -> str:
    """Return a message's text without the mentions of the bot."""
    return re.sub(rf"\s*<@!?{me}>[,:]?\s*", " ", content).strip()
