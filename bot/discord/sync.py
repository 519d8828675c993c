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

_log = logging.getLogger(__name__)
# What Discord adds to a command by itself.
_SERVER_KEYS = frozenset(
    {"id", "application_id", "version", "guild_id", "dm_permission", "default_permission", "handler"}
)
_EMPTY: tuple[object, ...] = (None, False, [], {})


async def sync_if_changed(tree: app_commands.CommandTree) -> bool:
    """Register the tree's commands if Discord holds others; return whether it did."""
    application = tree.client.application_id
    if application is None:
        raise RuntimeError("commands can be synced only after login")
    held = await tree.client.http.get_global_commands(application)
    if comparable(held) == comparable(command.to_dict(tree) for command in tree.get_commands()):
        _log.info("the commands are unchanged, nothing to sync")
        return False
    synced = await tree.sync()
    _log.info("synced %d commands", len(synced))
    return True


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
