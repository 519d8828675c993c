"""The one kind of error whose text a person may read."""

from __future__ import annotations


class BotError(Exception):
    """Something that a user, a moderator or a curator can put right; its text says what and how."""
