"""The one place that points discord.py at the local Discord."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route


def point_to(rest_url: str, gateway_url: str) -> None:
    """Send all clients of this process to these addresses."""
    # discord.py has no per-client setting: both are class attributes that it reads at each use.
    Route.BASE = rest_url
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway_url)


@contextmanager
def redirected(rest_url: str, gateway_url: str) -> Iterator[None]:
    """Send all clients of this process to these addresses, and back afterwards."""
    rest_before, gateway_before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    point_to(rest_url, gateway_url)
    try:
        yield
    finally:
        point_to(rest_before, str(gateway_before))
