"""The bot's own permissions and intents, checked against what it needs: for the log at start, and for ``/health``."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import discord

from bot.discord.permissions import NEEDED, invite_url, missing
from bot.discord.render_health import Places

if TYPE_CHECKING:
    from bot.discord.client import VerbatimClient

_log = logging.getLogger(__name__)
_MOST_LOGGED = 10


def places_in(guild: discord.Guild) -> Places:
    """Look at the text channels and forums of a server."""
    channels: list[discord.TextChannel | discord.ForumChannel] = [*guild.text_channels, *guild.forums]
    held = {channel.id: channel.permissions_for(guild.me) for channel in channels}
    seen = {channel: missing(permissions, NEEDED) for channel, permissions in held.items() if permissions.view_channel}
    return Places(
        len(seen), len(held) - len(seen), tuple((channel, absent) for channel, absent in seen.items() if absent)
    )


def log_selfcheck(client: VerbatimClient) -> None:
    """Write to the log what the bot lacks to do what it is there for."""
    if not client.guilds and client.application_id:
        _log.info("in no server yet; add the bot with %s", invite_url(client.application_id))
    for guild in client.guilds:
        _log_guild(guild)
    _log_open_channels(client)
    settings = client.settings
    if settings.home_guild is None and (settings.moderator_roles or settings.moderator_users):
        _log.warning("nobody is a moderator: MODERATOR_ROLES or MODERATOR_USERS is set, but HOME_GUILD is not")
    if settings.home_guild and client.get_guild(settings.home_guild) is None:
        _log.warning("HOME_GUILD names the server %s, but the bot is not in it", settings.home_guild)


def _log_guild(guild: discord.Guild) -> None:
    places = places_in(guild)
    for channel, absent in places.lacking[:_MOST_LOGGED]:
        _log.warning("in channel %s of server %s: %s is missing", channel, guild.id, ", ".join(absent))
    _log.info(
        "server %s: all permissions in %d of %d channels, %d hidden",
        guild.id,
        places.seen - len(places.lacking),
        places.seen,
        places.hidden,
    )


def _log_open_channels(client: VerbatimClient) -> None:
    named = client.settings.open_channels
    if not named:
        _log.info("message content is not asked for: only what is addressed to the bot is read")
        return
    _log.info("message content is on: every question is answered in %d open channels", len(named))
    for channel in sorted(named):
        if client.get_channel(channel) is None:
            _log.warning("OPEN_CHANNELS names the channel %s, which the bot can't see", channel)
