"""The client's state for whoever monitors it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot.knowledge.history import Act
from bot.monitoring.vitals import Vitals

if TYPE_CHECKING:
    from bot.discord.client import VerbatimClient


def vitals_of(client: VerbatimClient) -> Vitals:
    """Return how the client is."""
    library, records, keeper = client.desk.edition.library, client.records.condition, client.keeper
    return Vitals(
        connected=client.is_connected,
        latency=client.latency,
        servers=len(client.guilds),
        uptime=client.uptime,
        version=library.version,
        stories=len(library.stories),
        entries=sum(len(story.entries) for story in library.stories),
        problem=records.problem,
        waiting=records.waiting,
        lost=records.lost,
        reloads={act.value: keeper.served[act] for act in Act if act is not Act.START},
        refused=keeper.refused,
        too_late=client.too_late,
    )


@asynccontextmanager
async def monitored(client: VerbatimClient) -> AsyncIterator[int | None]:
    """Serve /healthz and /metrics of a client if its settings name a port for that, which is the value."""
    port = client.settings.monitoring_port
    if port is None:
        yield None
        return
    # What costs memory is loaded only where somebody wants it.
    from bot.monitoring.metrics import Metrics
    from bot.monitoring.server import serving

    metrics = Metrics(lambda: vitals_of(client))
    client.desk.meter = metrics
    async with serving(client.settings.monitoring_host, port, lambda: vitals_of(client), metrics) as opened:
        yield opened
