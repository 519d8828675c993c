"""Whether a message is meant for the bot, and what it asks."""

from __future__ import annotations

import re
from enum import Enum, auto
from itertools import product

import discord

# Stands for a mention of the bot; no message of Discord's has it.
_ME = "\0"
# Beginning only where white space does: else a message of nothing else would be looked through again and again.
_MENTIONED = re.compile(rf"(?<!\s)(?:\s*{_ME}[,:]?)+\s*")


class Address(Enum):
    """How the bot was addressed."""

    DIRECT = auto()
    MENTION = auto()
    REPLY = auto()
    ROLE = auto()


def address_of(message: discord.Message, me: discord.abc.User) -> Address | None:
    """Return how a message addresses the bot; @everyone, other roles and replies to others don't."""
    if message.guild is None and isinstance(message.channel, discord.DMChannel):
        return Address.DIRECT
    if re.search(rf"<@!?{me.id}>", message.content):
        return Address.MENTION
    replied = message.reference.resolved if message.reference else None
    if isinstance(replied, discord.Message) and replied.author.id == me.id:
        return Address.REPLY
    role = message.guild.self_role if message.guild else None
    # People pick the bot's role from the list of names, which looks like the bot itself.
    return Address.ROLE if role is not None and role in message.role_mentions else None


def question_in(content: str, *me: int) -> str:
    """Return a message's text without the mentions of the bot, by its own id and its role's."""
    # One pattern for all servers: the bot's role has another id in each, and a pattern takes a while to be made.
    for kind, number in product(("", "!", "&"), me):
        content = content.replace(f"<@{kind}{number}>", _ME)
    return _MENTIONED.sub(" ", content).strip()


def is_by_a_person(message: discord.Message) -> bool:
    """Tell whether a person wrote a message: no bot, no webhook, and not Discord itself."""
    written = message.type in (discord.MessageType.default, discord.MessageType.reply)
    return written and not message.author.bot and message.webhook_id is None


def title_of_post(message: discord.Message) -> str:
    """Return the title of the forum post that a message opens, or nothing."""
    channel = message.channel
    return channel.name if isinstance(channel, discord.Thread) and channel.id == message.id else ""


def is_open(message: discord.Message, channels: frozenset[int]) -> bool:
    """Tell whether every question is answered where a message stands, and it is not said to somebody in particular."""
    here = {message.channel.id, getattr(message.channel, "parent_id", None)}
    to_all = message.reference is None and not message.mentions
    return to_all and not channels.isdisjoint(here)
