"""Registering the commands with Discord only when they changed.

Discord allows 200 creations a day and shows stale commands for a while after each, so the list that Discord holds is
read and compared first: https://discord.com/developers/docs/interactions/application-commands#registering-a-command
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from typing import Any

import discord
from discord import app_commands
from discord.http import Route

_log = logging.getLogger(__name__)
# What Discord adds to a command by itself.
_SERVER_KEYS = frozenset(
    {"id", "application_id", "version", "guild_id", "dm_permission", "default_permission", "handler"}
)
_EMPTY: tuple[object, ...] = (None, False, "", [], {})


async def sync_if_changed(tree: app_commands.CommandTree[Any]) -> dict[str, int]:
    """Register the tree's commands if Discord holds others; return the ids of the slash commands by name."""
    application = tree.client.application_id
    if application is None:
        raise RuntimeError("commands can be synced only after login")
    held = await _held(tree.client, application)
    if comparable(held) == comparable(await payload(tree)):
        _log.info("the commands are unchanged, nothing to sync")
        return {str(each["name"]): int(each["id"]) for each in held if each.get("type", 1) == 1}
    synced = await tree.sync()
    _log.info("synced %d commands", len(synced))
    return {each.name: each.id for each in synced if each.type is discord.AppCommandType.chat_input}


async def payload(tree: app_commands.CommandTree[Any]) -> list[dict[str, Any]]:
    """Return the tree's commands as they are registered, translations included."""
    commands = tree.get_commands()
    if tree.translator is None:
        return [command.to_dict(tree) for command in commands]
    return [await command.get_translated_payload(tree, tree.translator) for command in commands]


async def _held(client: discord.Client, application: int) -> list[dict[str, Any]]:
    """Return the commands that Discord holds. Its list lacks the translations unless they are asked for."""
    route = Route("GET", "/applications/{application_id}/commands", application_id=application)
    held: list[dict[str, Any]] = await client.http.request(route, params={"with_localizations": "true"})
    return held


def comparable(commands: Iterable[Mapping[str, Any]]) -> list[Any]:
    """Return commands without what Discord adds and without empty values, in a fixed order."""
    return sorted(
        (_bare(dict(command)) for command in commands),
        key=lambda command: (command["name"], str(command.get("type", 1))),
    )


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _bare(each) for key, each in value.items() if key not in _SERVER_KEYS and each not in _EMPTY}
    if isinstance(value, list):
        return [_bare(each) for each in value]
    return value.value if isinstance(value, discord.enums.Enum) else value
