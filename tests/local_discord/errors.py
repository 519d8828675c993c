"""Refusals in Discord's own form."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """An answer that is not 2xx: HTTP status, Discord's JSON code and its message."""

    def __init__(self, status: int, code: int, message: str, errors: dict[str, Any] | None = None) -> None:
        super().__init__(f"{status} (error code: {code}): {message} {errors or ''}".rstrip())
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors

    def body(self) -> dict[str, Any]:
        """The JSON that the client gets."""
        body: dict[str, Any] = {"message": self.message, "code": self.code}
        return body | {"errors": self.errors} if self.errors else body


class NotAvailableError(AssertionError):
    """A driven user tried what Discord's own client would not offer."""


def unauthorized() -> ApiError:
    """The token is wrong."""
    return ApiError(401, 0, "401: Unauthorized")


def unknown(what: str) -> ApiError:
    """The thing does not exist, or the bot may not know that it does."""
    codes = {
        "Application": 10002,
        "Channel": 10003,
        "Guild": 10004,
        "Message": 10008,
        "User": 10013,
        "Webhook": 10015,
        "interaction": 10062,
        "application command": 10063,
    }
    return ApiError(404, codes[what], f"Unknown {what}")


def missing_access() -> ApiError:
    """The bot cannot see the channel."""
    return ApiError(403, 50001, "Missing Access")


def missing_permissions() -> ApiError:
    """The bot sees the channel, but may not do this there."""
    return ApiError(403, 50013, "Missing Permissions")


class Problems:
    """Collects what is wrong with a request body, as the nested tree Discord sends."""

    def __init__(self) -> None:
        self.tree: dict[str, Any] = {}

    def add(self, path: str, code: str, message: str) -> None:
        """File one problem under a dotted path such as ``embeds.0.title``."""
        node = self.tree
        for step in path.split("."):
            node = node.setdefault(step, {})
        node.setdefault("_errors", []).append({"code": code, "message": message})

    def length(self, path: str, value: Any, low: int, high: int) -> None:
        """Text and lists must have between low and high characters or items; None counts as empty."""
        size = len(value) if value is not None else 0
        if low <= size <= high:
            return
        if value is None or (low and not size):
            self.add(path, "BASE_TYPE_REQUIRED", "This field is required")
        elif low:
            self.add(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {low} and {high} in length.")
        else:
            self.add(path, "BASE_TYPE_MAX_LENGTH", f"Must be {high} or fewer in length.")

    def refuse(self) -> None:
        """Raise everything found so far, if anything was."""
        if self.tree:
            raise ApiError(400, 50035, "Invalid Form Body", self.tree)


def invalid(path: str, code: str, message: str) -> ApiError:
    """A form body refused for a single reason."""
    problems = Problems()
    problems.add(path, code, message)
    return ApiError(400, 50035, "Invalid Form Body", problems.tree)
