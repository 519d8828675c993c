"""What keeps a database from being written, told apart by what somebody can do about it."""

from __future__ import annotations

from enum import StrEnum

from bot.errors import BotError


class Problem(StrEnum):
    """Why nothing is recorded at the moment."""

    LOCKED = "locked"
    FULL = "full"
    READ_ONLY = "read-only"
    DAMAGED = "damaged"
    UNREACHABLE = "unreachable"


class RecordsError(BotError):
    """The records can't be read or written now, or can't be used at all."""


_SIGNS = (
    (Problem.LOCKED, ("locked", "busy", "lock timeout", "lock wait")),
    (Problem.FULL, ("is full", "no space", "disk full")),
    (Problem.READ_ONLY, ("readonly", "read-only", "unable to open", "permission denied")),
    (Problem.DAMAGED, ("malformed", "not a database", "corrupt")),
)


def problem_of(error: BaseException) -> Problem:
    """Tell problems apart by what databases say of them."""
    text = str(error).casefold()
    return next((problem for problem, signs in _SIGNS if any(sign in text for sign in signs)), Problem.UNREACHABLE)
