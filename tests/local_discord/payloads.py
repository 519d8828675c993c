"""The JSON objects that Discord sends, built from the world."""

from __future__ import annotations

import copy
import re
from typing import Any

from discord import Intents

from .clock import iso, timestamp
from .world import Channel, ChannelType, Event, Guild, Member, Message, Role, User, World

Json = dict[str, Any]
GUILDS = Intents(guilds=True).value
GUILD_MESSAGES = Intents(guild_messages=True).value
DIRECT_MESSAGES = Intents(dm_messages=True).value
MESSAGE_CONTENT = Intents(message_content=True).value
ROLE_MENTION = re.compile(r"<@&(\d+)>")
CONTENT_FIELDS: Json = {"content": "", "embeds": [], "attachments": [], "components": []}


def user(person: User) -> Json:
    """A user object."""
    return {
        "id": str(person.id),
        "username": person.name,
        "global_name": None if person.bot else person.name.capitalize(),
        "discriminator": "0000" if person.bot else "0",
        "avatar": None,
        "bot": person.bot,
        "system": False,
        "public_flags": 0,
    }


def role(item: Role) -> Json:
    """A role object; the one that a bot came with says whose it is."""
    tags: Json = {"tags": {"bot_id": str(item.bot.id)}} if item.bot else {}
    return tags | {
        "id": str(item.id),
        "name": item.name,
        "permissions": str(item.permissions),
        "position": item.position,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": item.bot is not None,
        "mentionable": False,
        "flags": 0,
    }


def member(item: Member, *, with_user: bool = True, permissions: int | None = None) -> Json:
    """A member object; messages carry it without the user, interactions with the permissions."""
    payload: Json = {
        "roles": [str(held.id) for held in item.roles],
        "nick": None,
        "avatar": None,
        "joined_at": timestamp(item.user.id),
        "premium_since": None,
        "pending": False,
        "deaf": False,
        "mute": False,
        "flags": 0,
    }
    if with_user:
        payload["user"] = user(item.user)
    if permissions is not None:
        payload["permissions"] = str(permissions)
    return payload


def channel(item: Channel) -> Json:
    """A channel object of any kind."""
    payload: Json = {"id": str(item.id), "type": int(item.type), "flags": 0, "last_message_id": _last_message(item)}
    if item.guild is None:
        return payload | {"recipients": [user(person) for person in item.recipients], "name": item.name or None}
    payload |= {"guild_id": str(item.guild.id), "name": item.name, "rate_limit_per_user": 0, "nsfw": False}
    payload["parent_id"] = str(item.parent.id) if item.parent else None
    return payload | (_thread_fields(item) if item.is_thread else _guild_channel_fields(item))


def _last_message(item: Channel) -> str | None:
    return str(max(item.messages)) if item.messages else None


def _guild_channel_fields(item: Channel) -> Json:
    assert item.guild
    fields: Json = {"position": item.position, "topic": None, "permission_overwrites": _overwrites(item)}
    if item.type is ChannelType.FORUM:
        fields |= {"available_tags": [], "default_reaction_emoji": None, "default_sort_order": None}
    return fields


def _overwrites(item: Channel) -> list[Json]:
    assert item.guild
    roles = {held.id for held in item.guild.roles}
    return [
        {"id": str(target), "type": 0 if target in roles else 1, "allow": str(allow), "deny": str(deny)}
        for target, (allow, deny) in item.overwrites.items()
    ]


def _thread_fields(item: Channel) -> Json:
    assert item.owner
    return {
        "owner_id": str(item.owner.id),
        "member_count": 1,
        "message_count": len(item.messages),
        "total_message_sent": len(item.messages),
        "applied_tags": [],
        "thread_metadata": {
            "archived": item.archived,
            "locked": item.locked,
            "auto_archive_duration": 1440,
            "archive_timestamp": timestamp(item.id),
            "create_timestamp": timestamp(item.id),
        },
    }


def guild(item: Guild, world: World) -> Json:
    """A guild as GUILD_CREATE sends it; members are only the bot, as without the members intent."""
    threads = [found for found in world.channels.values() if found.guild is item and found.is_thread]
    return {
        "id": str(item.id),
        "name": item.name,
        "icon": None,
        "owner_id": str(item.owner.id),
        "roles": [role(held) for held in item.roles],
        "channels": [channel(found) for found in item.channels],
        "threads": [channel(found) for found in threads if not found.archived],
        "members": [member(item.members[world.bot.id])] if world.bot.id in item.members else [],
        "member_count": len(item.members),
        "joined_at": timestamp(item.id),
        "large": False,
        "unavailable": False,
        "features": [],
        "emojis": [],
        "stickers": [],
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "verification_level": 1,
        "default_message_notifications": 1,
        "explicit_content_filter": 2,
        "mfa_level": 0,
        "nsfw_level": 0,
        "afk_timeout": 300,
        "afk_channel_id": None,
        "system_channel_id": None,
        "system_channel_flags": 0,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "preferred_locale": item.locale,
    }


def application(world: World, flags: int) -> Json:
    """The bot's application; its id is the bot user's, as for every application made since 2016."""
    return {
        "id": str(world.bot.id),
        "name": world.bot.name,
        "icon": None,
        "description": "An application of the local Discord.",
        "bot_public": True,
        "bot_require_code_grant": False,
        "bot": user(world.bot),
        "owner": user(world.owner),
        "team": None,
        "summary": "",
        "verify_key": "0" * 64,
        "flags": flags,
        "hook": True,
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "approximate_guild_count": sum(found.has_bot for found in world.guilds.values()),
        "approximate_user_install_count": sum(person.has_installed_app for person in world.users.values()),
        "integration_types_config": {"0": {}, "1": {}},
    }


def message(item: Message, world: World, *, reveal: bool = True) -> Json:
    """A message object; without reveal its content is emptied where Discord would."""
    payload: Json = {
        "id": str(item.id),
        "channel_id": str(item.channel.id),
        "author": user(item.author),
        "content": item.content,
        "timestamp": timestamp(item.id),
        "edited_timestamp": iso(item.edited_at) if item.edited_at else None,
        "tts": False,
        "mention_everyone": item.mention_everyone,
        "mentions": [user(person) for person in item.mentions],
        "mention_roles": [str(role) for role in _mentioned_roles(item)],
        "attachments": copy.deepcopy(item.attachments),
        "embeds": copy.deepcopy(item.embeds),
        "components": copy.deepcopy(item.components),
        "pinned": False,
        "type": item.type,
        "flags": item.flags,
    }
    payload |= _optional_fields(item)
    if item.reply_to:
        payload |= _reply_fields(item, item.reply_to, world, reveal)
    return payload if reveal or visible_without_intent(item, world) else payload | copy.deepcopy(CONTENT_FIELDS)


def _mentioned_roles(item: Message) -> list[int]:
    roles = {held.id for held in item.guild.roles} if item.guild else set()
    return [number for number in map(int, ROLE_MENTION.findall(item.content)) if number in roles]


def _optional_fields(item: Message) -> Json:
    fields: Json = {}
    if item.nonce is not None:
        fields["nonce"] = item.nonce
    if item.webhook_id is not None:
        fields["webhook_id"] = str(item.webhook_id)
    if item.interaction:
        # Discord sends both; the first is its deprecated form, but clients still read it.
        fields["interaction"] = {key: item.interaction[key] for key in ("id", "type", "user")}
        fields["interaction"]["name"] = item.interaction_name or ""
        fields["interaction_metadata"] = item.interaction
        fields["application_id"] = str(item.webhook_id)
    return fields


def _reply_fields(item: Message, target: Message, world: World, reveal: bool) -> Json:
    reference: Json = {"type": 0, "message_id": str(target.id), "channel_id": str(target.channel.id)}
    if item.guild:
        reference["guild_id"] = str(item.guild.id)
    shown = None if target.deleted else message(target, world, reveal=reveal)
    if shown:
        shown.pop("referenced_message", None)  # Discord nests one level only
    return {"message_reference": reference, "referenced_message": shown}


def visible_without_intent(item: Message, world: World) -> bool:
    """Whether a bot without the message content intent still gets the text."""
    if item.guild is None or item.author is world.bot or f"<@{world.bot.id}>" in item.content:
        return True
    # A reply's ping counts only towards a normal message: never towards an interaction's answer.
    target = item.reply_to
    pinged = world.bot in item.mentions
    return bool(pinged and target and target.author is world.bot and not target.interaction)


def message_event(name: str, item: Message, world: World) -> Event:
    """MESSAGE_CREATE or MESSAGE_UPDATE."""
    payloads = [message(item, world), message(item, world, reveal=False)]
    # Discord sends ephemeral messages as if they were direct messages (discord-api-docs#4557).
    if not item.guild or item.ephemeral:
        return Event(name, payloads[0], DIRECT_MESSAGES, payloads[1])
    for payload in payloads:
        payload["guild_id"] = str(item.guild.id)
        if item.author.id in item.guild.members and item.webhook_id is None:
            payload["member"] = member(item.guild.members[item.author.id], with_user=False)
        for person in payload["mentions"]:
            mentioned = item.guild.members.get(int(person["id"]))
            if mentioned:
                person["member"] = member(mentioned, with_user=False)
    return Event(name, payloads[0], GUILD_MESSAGES, payloads[1])


def delete_event(item: Message) -> Event:
    """MESSAGE_DELETE."""
    payload = {"id": str(item.id), "channel_id": str(item.channel.id)}
    if not item.guild or item.ephemeral:
        return Event("MESSAGE_DELETE", payload, DIRECT_MESSAGES)
    return Event("MESSAGE_DELETE", payload | {"guild_id": str(item.guild.id)}, GUILD_MESSAGES)


def interaction_frame(person: User, where: Channel, world: World) -> Json:
    """The part of an interaction that says who, where and with which rights."""
    frame: Json = {
        "application_id": str(world.bot.id),
        "version": 1,
        "attachment_size_limit": 10 * 1024 * 1024,
        "locale": person.locale,
        "entitlements": [],
        "channel_id": str(where.id),
        "channel": channel(where) | {"permissions": str(world.permissions(person, where))},
        "app_permissions": str(world.permissions(world.bot, where)),
    }
    if where.guild is None:
        return frame | {"user": user(person)}
    partial = {"id": str(where.guild.id), "locale": where.guild.locale, "features": []}
    frame |= {"guild_id": partial["id"], "guild": partial, "guild_locale": where.guild.locale}
    member_here = where.guild.members.get(person.id) or Member(person)
    frame["member"] = member(member_here, permissions=world.permissions(person, where))
    return frame
