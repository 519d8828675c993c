"""What people write, kept out of the log: errors may repeat it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from bot.discord.addressed import question_in
from bot.discord.speaking import Interaction
from bot.log import keep_private

_MENTION = re.compile(r"<@[!&]?(\d{1,20})>")
# The options in which people write as they like; all others choose something of ours.
_FREE = frozenset({"question", "text"})


def keep_interaction_private(interaction: Interaction) -> None:
    """Keep what somebody typed or clicked on out of the log of this task."""
    keep_private(*_texts(dict(interaction.data or {})))


def _texts(data: Mapping[str, Any]) -> Iterator[str]:
    """Return what stands in free options, in the fields of forms, and in messages that were clicked on."""
    for option in data.get("options", ()):
        if option.get("name") in _FREE:
            yield str(option.get("value", ""))
        yield from _texts(option)
    for message in data.get("resolved", {}).get("messages", {}).values():
        content = str(message.get("content", ""))
        # With the mentions in it, and as the question that is left without them.
        yield from (content, question_in(content, *map(int, _MENTION.findall(content))))
    for row in data.get("components", ()):
        yield from _fields(row)


def _fields(component: Mapping[str, Any]) -> Iterator[str]:
    if isinstance(component.get("value"), str):
        yield from component["value"].splitlines()
    inner = [*component.get("components", ()), *filter(None, (component.get("component"),))]
    for each in inner:
        yield from _fields(each)
