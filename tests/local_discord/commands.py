"""Synced commands as a user's client sees them: which are offered where, and how options are filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from discord import Permissions

from . import payloads
from .errors import NotAvailableError
from .world import Channel, Message, Role, User, World

if TYPE_CHECKING:
    from .server import LocalDiscord

Json = dict[str, Any]
SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN, NUMBER = 1, 2, 3, 4, 5, 10
IN_GUILD, IN_BOT_DM, IN_PRIVATE_CHANNEL = 0, 1, 2
CHAT_INPUT, USER_MENU, MESSAGE_MENU = 1, 2, 3

PYTHON_TYPES: dict[int, Any] = {STRING: str, INTEGER: int, BOOLEAN: bool, NUMBER: (int, float)}


def context_of(channel: Channel, world: World) -> int:
    """Where an interaction happens: guild, DM with the bot, or a private channel without it."""
    if channel.guild:
        return IN_GUILD
    return IN_BOT_DM if world.bot in channel.recipients else IN_PRIVATE_CHANNEL


def owners(types: list[int], user: User, channel: Channel, world: World) -> Json:
    """authorizing_integration_owners: by which installations a command is here; empty means it is not."""
    result: Json = {}
    context = context_of(channel, world)
    if 0 in types and context == IN_GUILD and channel.guild and channel.guild.has_bot:
        result["0"] = str(channel.guild.id)
    if 0 in types and context == IN_BOT_DM:
        result["0"] = "0"
    if 1 in types and user.has_installed_app:
        result["1"] = str(user.id)
    return result


def find(discord: LocalDiscord, channel: Channel, name: str, kind: int) -> Json:
    """The synced command of this name; a guild's own comes before the global one."""
    lists = [discord.commands(channel.guild.id if channel.guild else None), discord.commands(None)]
    for command in [command for commands in lists for command in commands]:
        if command["name"] == name and command["type"] == kind:
            return command
    known = sorted({command["name"] for commands in lists for command in commands})
    raise NotAvailableError(f"no command {name!r} has been synced; there are {known}")


def check_offered(command: Json, user: User, channel: Channel, world: World) -> None:
    """Refuse a command that Discord would not show to this user in this channel."""
    context, name = context_of(channel, world), command["name"]
    contexts = command.get("contexts")
    if contexts is None:
        contexts = [IN_GUILD] if command.get("dm_permission") is False else [IN_GUILD, IN_BOT_DM, IN_PRIVATE_CHANNEL]
    if context not in contexts:
        raise NotAvailableError(f"/{name} is not offered in context {context}, only in {contexts}")
    if not owners(command.get("integration_types") or [0], user, channel, world):
        raise NotAvailableError(f"/{name} is not installed here, nor by {user.name}")
    _check_permissions(command, user, channel, world)


def _check_permissions(command: Json, user: User, channel: Channel, world: World) -> None:
    wanted = command.get("default_member_permissions")
    if wanted is None or channel.guild is None:
        return
    held, needed = Permissions(world.permissions(user, channel)), Permissions(int(wanted))
    if not (held.administrator or (needed.value and needed.is_subset(held))):
        raise NotAvailableError(f"/{command['name']} is hidden from {user.name}")


def invocation(discord: LocalDiscord, channel: Channel, path: str, values: Json, focused: str | None = None) -> Json:
    """The data of a slash command, e.g. path "quote find"; with focused, of its autocomplete."""
    first, *rest = path.split()
    command = find(discord, channel, first, CHAT_INPUT)
    data: Json = {"id": command["id"], "name": first, "type": CHAT_INPUT}
    level, leaf = data, command
    for name in rest:
        leaf = _named(leaf, name, path)
        level["options"] = [{"name": name, "type": leaf["type"]}]
        level = level["options"][0]
    level["options"] = _filled(leaf, values, focused, path)
    resolved = _resolved(values, channel, discord.world)
    return data | {"resolved": resolved} if resolved and not focused else data


def _named(parent: Json, name: str, path: str) -> Json:
    for option in parent.get("options") or []:
        if option["name"] == name:
            return option
    raise NotAvailableError(f"/{path} has no {name!r}: {[option['name'] for option in parent.get('options') or []]}")


def _filled(command: Json, values: Json, focused: str | None, path: str) -> list[Json]:
    options = command.get("options") or []
    if any(option["type"] in (SUBCOMMAND, GROUP) for option in options):
        raise NotAvailableError(f"/{path} needs a subcommand: {[option['name'] for option in options]}")
    for name in values:
        _named(command, name, path)
    filled = []
    for option in options:
        if option["name"] in values:
            filled.append(_option(option, values[option["name"]], focused))
        elif option.get("required") and not focused:
            raise NotAvailableError(f"/{path} needs {option['name']!r}")
    return filled


def _option(option: Json, value: Any, focused: str | None) -> Json:
    entry = {"name": option["name"], "type": option["type"], "value": _raw(value)}
    if focused == option["name"]:
        return entry | {"focused": True}
    if focused is None:
        _check_value(option, value)
    return entry


def _raw(value: Any) -> Any:
    return str(value.id) if hasattr(value, "id") else value


def _check_value(option: Json, value: Any) -> None:
    name, choices = option["name"], option.get("choices")
    if choices and value not in [choice["value"] for choice in choices]:
        raise NotAvailableError(f"{name}: {value!r} is none of the choices")
    if not isinstance(value, PYTHON_TYPES.get(option["type"], object)):
        raise NotAvailableError(f"{name}: {value!r} is not of option type {option['type']}")
    size = len(value) if isinstance(value, str) else value
    bounds = ("min_length", "max_length") if isinstance(value, str) else ("min_value", "max_value")
    low, high = option.get(bounds[0]), option.get(bounds[1], 6000 if isinstance(value, str) else None)
    if (low is not None and size < low) or (high is not None and size > high):
        raise NotAvailableError(f"{name}: {value!r} is outside {bounds[0]} and {bounds[1]}")


def _resolved(values: Json, channel: Channel, world: World) -> Json:
    """The objects behind the ids among the option values."""
    result: Json = {}
    for value in values.values():
        user = getattr(value, "user", value)
        if isinstance(user, User):
            merge(result, resolved_user(user, channel))
        elif isinstance(value, Role):
            merge(result, {"roles": {str(value.id): payloads.role(value)}})
        elif isinstance(value, Channel):
            shown = payloads.channel(value) | {"permissions": str(world.permissions(world.bot, value))}
            merge(result, {"channels": {str(value.id): shown}})
    return result


def merge(result: Json, more: Json) -> None:
    """Add resolved objects to those already there."""
    for kind, objects in more.items():
        result.setdefault(kind, {}).update(objects)


def resolved_user(user: User, channel: Channel) -> Json:
    """A user as resolved data, with the member where there is one."""
    resolved: Json = {"users": {str(user.id): payloads.user(user)}}
    member = channel.guild.members.get(user.id) if channel.guild else None
    if member:
        resolved["members"] = {str(user.id): payloads.member(member, with_user=False, permissions=0)}
    return resolved


def resolved_target(target: Any, channel: Channel, world: World) -> Json:
    """What a context menu command was used on; its message is shown in full, whatever the intents."""
    if isinstance(target, Message):
        return {"messages": {str(target.id): payloads.message(target, world)}}
    return resolved_user(getattr(target, "user", target), channel)
