"""The one kind of error whose text a person may read."""

from __future__ import annotations

from typing import ClassVar


class BotError(Exception):
    """Something that a user, a moderator or a curator can put right; its text says what and how.

    status: the exit status of a program that ends by it. 2 is a mistake in use, which trying again does not mend.
    """

    status: ClassVar[int] = 2
