"""What the bot may do, and who may look after it.

``default_permissions`` only hides a command, and a server's administrators can show it again; whoever adds the bot to a
server of their own is an administrator there. So a moderator is a configured person, or has a configured role, in the
configured home server, by what Discord itself sends along with the interaction. Everything else is refused.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import TypeVar

import discord
from discord import app_commands

from bot.config import Settings
from bot.discord.languages import permission_names
from bot.discord.speaking import Interaction, privately

T = TypeVar("T")
_log = logging.getLogger(__name__)

NEEDED = ("view_channel", "send_messages", "send_messages_in_threads", "read_message_history")
SCOPES = ("bot", "applications.commands")


def missing(held: discord.Permissions, wanted: Iterable[str] = NEEDED) -> tuple[str, ...]:
    """Return which permissions are not held."""
    return tuple(name for name in wanted if not getattr(held, name))


def wanted_in(channel: object) -> tuple[str, ...]:
    """Return what it takes to answer in a channel."""
    return ("view_channel", "send_messages_in_threads" if isinstance(channel, discord.Thread) else "send_messages")


def invite_url(application: int) -> str:
    """Return the address at which somebody adds the bot to a server, with the permissions that it needs."""
    permissions = discord.Permissions(**dict.fromkeys(NEEDED, True))
    return discord.utils.oauth_url(application, permissions=permissions, scopes=SCOPES)


def denial(interaction: Interaction, absent: Iterable[str]) -> str:
    """Say that the bot may not post here; to whoever can change that, what it needs."""
    say = privately(interaction)
    if not interaction.permissions.manage_guild:
        return say("share-denied")
    return say("share-missing", permissions=permission_names(absent, say))


class NotAModeratorError(app_commands.CheckFailure):
    """Somebody used a command of the moderators."""


def is_moderator(interaction: Interaction, settings: Settings) -> bool:
    """Tell whether whoever acts may look after the bot; no in DMs, in other servers, and for user-installed apps."""
    if settings.home_guild is None or interaction.guild_id != settings.home_guild:
        return False
    member = interaction.user
    if not isinstance(member, discord.Member) or not interaction.is_guild_integration():
        return False
    return member.id in settings.moderator_users or any(map(member.get_role, settings.moderator_roles))


def require_moderator(interaction: Interaction) -> bool:
    """Raise NotAModeratorError unless a moderator acts; a check for commands, groups and components."""
    if is_moderator(interaction, interaction.client.settings):
        return True
    name = interaction.command.qualified_name if interaction.command else interaction.type.name
    _log.warning("refused %s to somebody who is no moderator, in server %s", name, interaction.guild_id)
    raise NotAModeratorError


class ModeratorGroup(app_commands.Group):
    """A group of commands that are the moderators' alone, hidden from most, checked at each use."""

    def __init__(self, name: str, description: app_commands.locale_str) -> None:
        """Offer the group in servers alone."""
        super().__init__(
            name=name,
            description=description,
            default_permissions=discord.Permissions(manage_guild=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        )

    async def interaction_check(self, interaction: Interaction) -> bool:  # type: ignore[override]
        """Raise NotAModeratorError unless a moderator acts."""
        return require_moderator(interaction)


def moderators_only(command: T) -> T:
    """Make a command the moderators' alone: checked at each use, in servers only, hidden from most."""
    decorators: tuple[Callable[[T], T], ...] = (
        app_commands.check(require_moderator),
        app_commands.default_permissions(manage_guild=True),
        app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False),
        app_commands.allowed_installs(guilds=True, users=False),
    )
    for decorate in decorators:
        command = decorate(command)
    return command
