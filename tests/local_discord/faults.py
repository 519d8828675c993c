"""Scripted trouble for the REST side: wrong answers, late answers, no answers."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from aiohttp import web

from .errors import missing_permissions

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Rule:
    """What happens to the next ``times`` requests that match; ``hits`` counts those it happened to."""

    method: str
    path: str
    times: int | None = 1
    status: int | None = None
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    drop: Literal["before", "after"] | None = None
    hits: int = 0

    def matches(self, method: str, path: str) -> bool:
        """Whether the rule is still in force and means this request."""
        in_force = self.times is None or self.hits < self.times
        return in_force and self.method in (method, "*") and re.fullmatch(self.path, path) is not None


class Faults:
    """The rules in force; the first that matches a request is applied."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []
        # Every connection is cut unheard.
        self.down = False

    def add(self, method: str, path: str, **action: Any) -> Rule:
        """Add a rule. ``path`` is a regular expression for the whole path after /api/v10.

        Actions: ``status`` with ``body`` and ``headers`` answers in Discord's place, ``headers`` alone adds them to the
        true answer; ``delay`` waits first; ``drop="before"`` cuts the connection unheard, ``drop="after"`` does the
        work and loses the answer.
        ``times`` is how often (default 1, None for ever).
        """
        rule = Rule(method, path, **action)
        self.rules.append(rule)
        return rule

    def rate_limit(
        self,
        method: str,
        path: str,
        retry_after: float,
        *,
        times: int | None = 1,
        via: bool = True,
        everywhere: bool = False,
    ) -> Rule:
        """Answer 429, for this route or (``everywhere``) for all.

        Without a Via header it looks like a Cloudflare ban, which discord.py does not retry.
        """
        body = {"message": "You are being rate limited.", "retry_after": retry_after, "global": everywhere}
        headers = {"Retry-After": str(retry_after)} | ({"Via": "1.1 local"} if via else {})
        return self.add(method, path, status=429, body=body, headers=headers, times=times)

    def forbid(self, method: str, path: str, *, times: int | None = 1) -> Rule:
        """Answer 403 Missing Permissions."""
        return self.add(method, path, status=403, body=missing_permissions().body(), times=times)

    async def apply(self, request: web.Request, path: str, handler: Handler) -> web.StreamResponse:
        """Handle a request under the rules."""
        if self.down:
            return _cut(request)
        rule = next((rule for rule in self.rules if rule.matches(request.method, path)), None)
        if rule is None:
            return await handler(request)
        rule.hits += 1
        await asyncio.sleep(rule.delay)
        if rule.drop == "before":
            return _cut(request)
        if rule.status is not None:
            return json_response(rule.body, rule.status, rule.headers)
        response = await handler(request)
        response.headers.update(rule.headers)
        return _cut(request) if rule.drop == "after" else response


def _cut(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response(status=499)


def json_response(body: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """A JSON answer whose content type is bare: discord.py takes one with a charset for plain text."""
    return web.Response(body=json.dumps(body).encode(), status=status, headers=headers, content_type="application/json")
