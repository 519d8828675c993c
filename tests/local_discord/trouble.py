"""Scripted trouble for the gateway, beside what its methods do at once: cut, close, reconnect, invalidate."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class GatewayTrouble:
    """Switches; counts go down by one each time that they have struck."""

    # So many of the next connections are refused with HTTP 503.
    refusals: int = 0
    # So many of the next connections are taken and closed before a word is said.
    hang_ups: int = 0
    hang_up_code: int = 1000
    # READY names no server, and none becomes available.
    ready_without_guilds: bool = False
    # How far a RESUME goes back behind what the client has seen: those questions come again.
    repeats: int = 0
    # How often each has struck.
    refused: int = 0
    hung_up: int = 0

    def refuse(self) -> bool:
        """Tell whether this connection is refused."""
        if self.refusals <= 0:
            return False
        self.refusals -= 1
        self.refused += 1
        return True

    def hang_up(self) -> bool:
        """Tell whether this connection is closed at once."""
        if self.hang_ups <= 0:
            return False
        self.hang_ups -= 1
        self.hung_up += 1
        return True
