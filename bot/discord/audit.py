"""Every act of a moderator leaves a line in the log and, if a channel is set for it, a message there."""

from __future__ import annotations

import asyncio
import logging
from enum import StrEnum
from typing import TYPE_CHECKING

import discord

from bot.discord.delivery import LINE_ERRORS
from bot.discord.languages import language_for
from bot.discord.sending import post
from bot.discord.shown import Shown
from bot.discord.speaking import Interaction, publicly

if TYPE_CHECKING:
    from bot.discord.client import VerbatimClient

_log = logging.getLogger(__name__)


class Did(StrEnum):
    """What somebody did: the end of the sentence's key."""

    RELOAD = "reload"
    RELOAD_FAULTY = "reload-faulty"
    CHECK = "check"
    CHECK_FAULTY = "check-faulty"
    ROLLBACK = "rollback"
    APPLIED = "applied"
    DISCARDED = "discarded"
    DRAFTED = "drafted"
    DISMISSED = "dismissed"
    STORY = "story"
    STORY_ALL = "story-all"
    SIGNAL = "signal"
    SIGNAL_FAULTY = "signal-faulty"


def note(interaction: Interaction, act: Did, **about: object) -> None:
    """Note what a moderator did; ``about`` fills the sentence in.

    Posting goes on beside: an act never waits for it, and never fails because of it.
    """
    who = interaction.user
    told = ", ".join(f"{name}: {value}" for name, value in about.items())
    _log.info("moderator %s (%s) %s%s", who.id, who.name, act, f" ({told})" if told else "")
    _post_beside(interaction.client, publicly(interaction)(f"audit-{act}", who=who.mention, **about))


def announce(client: VerbatimClient, act: Did, **about: object) -> None:
    """Post what happened without anybody on Discord asking for it; it has been logged."""
    home = client.get_guild(client.settings.home_guild or 0)
    _post_beside(client, language_for(home.preferred_locale if home else None)(f"audit-{act}", **about))


def _post_beside(client: VerbatimClient, text: str) -> None:
    if client.settings.audit_channel is not None:
        client.in_flight(asyncio.get_running_loop().create_task(_post(client, text)))


async def _post(client: VerbatimClient, text: str) -> None:
    number = client.settings.audit_channel or 0
    channel = client.get_channel(number)
    if not isinstance(channel, discord.abc.Messageable):
        _log.warning("AUDIT_CHANNEL names the channel %s, which the bot can't see or write in", number)
        return
    try:
        await post(client.courier, channel, Shown(text))
    except (discord.HTTPException, *LINE_ERRORS) as error:
        _log.warning("an act could not be posted to the audit channel: %s", error)
