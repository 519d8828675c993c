"""A Discord of our own on the loopback, for end-to-end tests with a real client."""

from __future__ import annotations

from .actor import Actor
from .errors import ApiError, NotAvailableError
from .faults import Faults, Rule
from .records import Choice, InteractionRecord, Request, Response
from .redirect import redirected
from .server import LocalDiscord
from .world import Channel, ChannelType, Guild, Message, Role, User

__all__ = [
    "Actor",
    "ApiError",
    "Channel",
    "ChannelType",
    "Choice",
    "Faults",
    "Guild",
    "InteractionRecord",
    "LocalDiscord",
    "Message",
    "NotAvailableError",
    "Request",
    "Response",
    "Role",
    "Rule",
    "User",
    "redirected",
]
