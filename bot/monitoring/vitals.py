"""What is looked at to tell whether the bot is well."""

from __future__ import annotations

import math
from dataclasses import dataclass

from bot.records import Problem

Health = dict[str, str | int | float | list[str] | None]


@dataclass(frozen=True, slots=True)
class Vitals:
    """The state of the bot at one moment.

    connected: whether Discord's gateway is ready. latency: seconds to it and back, not finite while unknown.
    uptime: seconds. waiting: records that are not written yet. reloads: versions put in use, by how. refused: how
    often a faulty folder was not served. too_late: interactions that came too late to be answered.
    """

    connected: bool
    latency: float
    servers: int
    uptime: float
    version: str
    stories: int
    entries: int
    problem: Problem | None
    waiting: int
    lost: int
    reloads: dict[str, int]
    refused: int
    too_late: int

    @property
    def known_latency(self) -> float | None:
        """The latency in seconds, None while it is unknown."""
        return self.latency if math.isfinite(self.latency) else None


def health(vitals: Vitals) -> tuple[bool, Health]:
    """Return whether all is well, and what is looked at with what is wrong, for /healthz."""
    wrong = [] if vitals.connected else ["the gateway is not connected"]
    if vitals.problem:
        wrong.append(f"nothing is recorded: {vitals.problem}")
    latency = vitals.known_latency
    return not wrong, {
        "status": "unwell" if wrong else "well",
        "problems": wrong,
        "gateway": "connected" if vitals.connected else "disconnected",
        "latency_seconds": None if latency is None else round(latency, 4),
        "servers": vitals.servers,
        "uptime_seconds": round(vitals.uptime),
        "knowledge": vitals.version,
        "stories": vitals.stories,
        "entries": vitals.entries,
        "records": vitals.problem or "fine",
        "records_waiting": vitals.waiting,
        "records_lost": vitals.lost,
    }
