"""The bot's own condition, for moderators."""

from __future__ import annotations

import math
from dataclasses import dataclass

from bot.discord.languages import Language, permission_names
from bot.discord.markup import bold, joined, moment
from bot.discord.render_records import records_line
from bot.discord.shown import Shown
from bot.discord.turned_away import Refusal
from bot.records import Condition as Records

_MOST_LISTED = 8


@dataclass(frozen=True, slots=True)
class Places:
    """The channels of a server in which people could ask: what is missing where, and how many are hidden.

    A channel that the bot can't see is most often meant to be so.
    """

    seen: int
    hidden: int
    lacking: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """What is looked at: knowledge, connection (since in seconds since 1970, latency in seconds), and permissions."""

    version: str
    stories: int
    entries: int
    since: float
    latency: float
    servers: int
    open_channels: int
    places: Places
    refusals: tuple[Refusal, ...]
    records: Records


def health_shown(condition: Condition, say: Language) -> Shown:
    """Return the condition in words, what is missing first to be seen at the end of each part."""
    latency = round(condition.latency * 1_000) if math.isfinite(condition.latency) else 0
    content = "used" if condition.open_channels else "unused"
    lines = (
        say("health-knowledge", version=f"`{condition.version}`", stories=condition.stories, entries=condition.entries),
        say("health-connection", since=moment(condition.since), latency=latency, servers=condition.servers),
        say(f"health-content-{content}", channels=condition.open_channels),
        records_line(condition.records, say),
        _permissions(condition.places, say),
        say("health-hidden", count=condition.places.hidden) if condition.places.hidden else "",
        _refusals(condition.refusals, say),
    )
    return Shown(joined(bold(say("health-heading")), *(f"- {line}" for line in lines if line)))


def _permissions(places: Places, say: Language) -> str:
    if not places.lacking:
        return say("health-permissions-fine", channels=places.seen)
    lines = [
        say("health-channel", channel=f"<#{channel}>", permissions=permission_names(absent, say))
        for channel, absent in places.lacking
    ]
    return joined(say("health-permissions-missing"), _list(lines, say))


def _refusals(refusals: tuple[Refusal, ...], say: Language) -> str:
    lines = [
        say(
            "health-refusal",
            channel=f"<#{each.channel}>",
            when=moment(each.at),
            permissions=permission_names(each.missing, say),
        )
        for each in refusals
    ]
    return joined(say("health-refused"), _list(lines, say)) if lines else ""


def _list(lines: list[str], say: Language) -> str:
    shown = [f"  - {line}" for line in lines[:_MOST_LISTED]]
    left = len(lines) - len(shown)
    return joined(*shown, f"  - {say('health-more', count=left)}" if left else "")
