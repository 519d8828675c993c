"""What exists in the local Discord: users, guilds, channels, messages and who may do what."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from discord import Permissions

from .clock import Clock

EVERYONE_MAY = Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    create_public_threads=True,
    embed_links=True,
    attach_files=True,
    add_reactions=True,
    read_message_history=True,
    use_application_commands=True,
    use_external_apps=True,
).value
EPHEMERAL = 1 << 6
LOADING = 1 << 7
COMPONENTS_V2 = 1 << 15


class ChannelType(IntEnum):
    """The channel types that the local Discord knows."""

    TEXT = 0
    DM = 1
    GROUP_DM = 3
    ANNOUNCEMENT = 5
    THREAD = 11
    FORUM = 15


@dataclass(eq=False)
class User:
    """An account, human or bot."""

    id: int
    name: str
    bot: bool = False
    locale: str = "en-US"
    accepts_dms: bool = True
    has_installed_app: bool = False

    @property
    def mention(self) -> str:
        """The text that pings this account."""
        return f"<@{self.id}>"


@dataclass(eq=False)
class Role:
    """A guild role; the one with the guild's own id is @everyone."""

    id: int
    name: str
    permissions: int = 0
    position: int = 1
    bot: User | None = None


@dataclass(eq=False)
class Member:
    """A user in a guild."""

    user: User
    roles: list[Role] = field(default_factory=list)


@dataclass(eq=False)
class Guild:
    """A server."""

    id: int
    name: str
    owner: User
    has_bot: bool = True
    locale: str = "en-US"
    roles: list[Role] = field(default_factory=list)
    channels: list[Channel] = field(default_factory=list)
    members: dict[int, Member] = field(default_factory=dict)


@dataclass(eq=False)
class Channel:
    """A guild channel, a thread or forum post, a DM or a group DM."""

    id: int
    type: ChannelType
    name: str = ""
    guild: Guild | None = None
    parent: Channel | None = None
    owner: User | None = None
    recipients: list[User] = field(default_factory=list)
    position: int = 0
    archived: bool = False
    locked: bool = False
    overwrites: dict[int, tuple[int, int]] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    typing: int = 0

    @property
    def is_thread(self) -> bool:
        """Whether this is a thread or a forum post."""
        return self.type is ChannelType.THREAD


@dataclass(eq=False)
class Message:
    """A message as it stands now; ``sent`` holds the bodies of its creation and edits, exactly as received."""

    id: int
    channel: Channel
    author: User
    content: str = ""
    embeds: list[dict[str, Any]] = field(default_factory=list)
    components: list[dict[str, Any]] = field(default_factory=list)
    attachments: list[dict[str, Any]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    type: int = 0
    flags: int = 0
    mentions: list[User] = field(default_factory=list)
    mention_everyone: bool = False
    reply_to: Message | None = None
    nonce: str | None = None
    webhook_id: int | None = None
    interaction: dict[str, Any] | None = None
    interaction_name: str | None = None
    edited_at: float | None = None
    deleted: bool = False
    sent: list[dict[str, Any]] = field(default_factory=list)

    @property
    def ephemeral(self) -> bool:
        """Whether only one user sees it."""
        return bool(self.flags & EPHEMERAL)

    @property
    def loading(self) -> bool:
        """Whether it is still the bare "thinking" line of a deferred answer."""
        return bool(self.flags & LOADING)

    @property
    def guild(self) -> Guild | None:
        """The guild it stands in, None in a DM."""
        return self.channel.guild


@dataclass
class Event:
    """Something to tell the bot over the gateway; ``redacted`` is for those without message content."""

    name: str
    payload: dict[str, Any]
    intent: int = 0
    redacted: dict[str, Any] | None = None


class World:
    """The whole state. Nothing here tells a connected bot; that is for whoever makes the change."""

    def __init__(self, clock: Clock, bot_name: str) -> None:
        self.clock = clock
        self.bot = User(clock.snowflake(), bot_name, bot=True)
        self.owner = User(clock.snowflake(), "owner")
        self.users: dict[int, User] = {self.bot.id: self.bot, self.owner.id: self.owner}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}

    def add_user(self, name: str, *, bot: bool = False) -> User:
        """A new account."""
        user = User(self.clock.snowflake(), name, bot=bot)
        self.users[user.id] = user
        return user

    def add_guild(self, name: str, *, has_bot: bool = True, owner: User | None = None) -> Guild:
        """A new guild with its @everyone role, with or without the bot."""
        owner = owner or self.owner
        guild = Guild(self.clock.snowflake(), name, owner, has_bot)
        guild.roles.append(Role(guild.id, "@everyone", EVERYONE_MAY, 0))
        self.guilds[guild.id] = guild
        self.join(guild, owner)
        if has_bot:
            own = self.add_role(guild, self.bot.name)
            own.bot = self.bot
            self.join(guild, self.bot, own)
        return guild

    def add_role(self, guild: Guild, name: str, **permissions: bool) -> Role:
        """A new role, e.g. ``add_role(guild, "Editors", manage_guild=True)``."""
        role = Role(self.clock.snowflake(), name, Permissions(**permissions).value, len(guild.roles))
        guild.roles.append(role)
        return role

    def join(self, guild: Guild, user: User, *roles: Role) -> Member:
        """Make a user a member, or give a member more roles."""
        member = guild.members.setdefault(user.id, Member(user))
        member.roles += [role for role in roles if role not in member.roles]
        return member

    def add_channel(self, guild: Guild, name: str, kind: ChannelType = ChannelType.TEXT) -> Channel:
        """A new text, announcement or forum channel."""
        channel = Channel(self.clock.snowflake(), kind, name, guild, position=len(guild.channels))
        guild.channels.append(channel)
        return self._keep(channel)

    def add_thread(self, parent: Channel, name: str, owner: User | None = None) -> Channel:
        """A new thread, or a forum post without its first message."""
        thread = Channel(self.clock.snowflake(), ChannelType.THREAD, name, parent.guild, parent)
        thread.owner = owner or self.owner
        return self._keep(thread)

    def dm(self, *users: User) -> Channel:
        """The DM of two users, or the group DM of more; opened once, then the same one."""
        wanted = {user.id for user in users}
        for channel in self.channels.values():
            if channel.recipients and {user.id for user in channel.recipients} == wanted:
                return channel
        kind = ChannelType.DM if len(users) == 2 else ChannelType.GROUP_DM
        return self._keep(Channel(self.clock.snowflake(), kind, recipients=list(users)))

    def _keep(self, channel: Channel) -> Channel:
        self.channels[channel.id] = channel
        return channel

    def overwrite(self, channel: Channel, target: User | Role, *, allow: str = "", deny: str = "") -> None:
        """Set permissions of one channel, named as in discord.py: ``deny="send_messages embed_links"``."""
        channel.overwrites[target.id] = (_bits(allow), _bits(deny))

    def message(self, channel: Channel, message_id: int) -> Message | None:
        """A message that still exists and that everybody in the channel sees."""
        found = channel.messages.get(message_id)
        return found if found and not found.deleted and not found.ephemeral else None

    def permissions(self, user: User, channel: Channel) -> int:
        """What a user may do in a channel, by Discord's order of roles and overwrites."""
        guild = channel.guild
        if guild is None:
            return EVERYONE_MAY
        member = guild.members.get(user.id) or Member(user)
        allowed = guild.roles[0].permissions
        for role in member.roles:
            allowed |= role.permissions
        if guild.owner is user or Permissions(allowed).administrator:
            return Permissions.all().value
        return self._overwritten(allowed, member, channel)

    def _overwritten(self, allowed: int, member: Member, channel: Channel) -> int:
        holder = channel.parent or channel
        assert channel.guild
        everyone = holder.overwrites.get(channel.guild.id, (0, 0))
        allowed = allowed & ~everyone[1] | everyone[0]
        by_role = [holder.overwrites.get(role.id, (0, 0)) for role in member.roles]
        for _, denied in by_role:
            allowed &= ~denied
        for granted, _ in by_role:
            allowed |= granted
        own = holder.overwrites.get(member.user.id, (0, 0))
        return allowed & ~own[1] | own[0]

    def bot_may(self, channel: Channel, permission: str) -> bool:
        """Whether the bot holds a permission, named as in discord.py."""
        return bool(self.permissions(self.bot, channel) & _bits(permission))


def _bits(names: str) -> int:
    return Permissions(**dict.fromkeys(names.split(), True)).value
