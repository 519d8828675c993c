"""Coming back to Discord's gateway: soon after a long connection, ever later after short ones, whatever went wrong."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from types import SimpleNamespace

import aiohttp

from bot.discord.cooldown import Buckets

_log = logging.getLogger(__name__)
# Connections that may be lost one after the other at no wait; after that it doubles from a second on.
_AT_ONCE, _LONGEST_WAIT = 3, 32.0
# A connection that lasted so long was a good one.
_GOOD_SECONDS = 60.0
# Discord allows 1,000 sessions a day and takes the token away from who begins more: one every 90 seconds is 960.
_MOST_IN_A_ROW, _SECONDS_OF_THEM = 20, 1_800.0
_WORTH_A_LINE = 1.0
# discord.py gives a connection sixty seconds, and then waits for up to seventeen minutes.
_KNOCKING_SECONDS, _LONGEST_PAUSE, _DOOR_SECONDS = 50.0, 4.0, 10.0


class Pace:
    """Slows down connections to a gateway that takes them and closes them, to which discord.py returns at once."""

    def __init__(
        self, clock: Callable[[], float] | None = None, sleep: Callable[[float], Awaitable[object]] = asyncio.sleep
    ) -> None:
        """Tell time by ``clock`` (seconds; the event loop's by default) and wait with ``sleep``."""
        self._clock, self._sleep = clock or _loop_time, sleep
        self._sessions = Buckets(_MOST_IN_A_ROW, _SECONDS_OF_THEM, self._clock)
        self._short, self._last = 0, float("-inf")

    async def wait(self) -> bool:
        """Wait until the gateway may be connected to again; tell whether the last connection was a short one."""
        self._short = 0 if self._clock() - self._last >= _GOOD_SECONDS else self._short + 1
        if self._short > _AT_ONCE:
            await self._pause(min(2.0 ** (self._short - _AT_ONCE - 1), _LONGEST_WAIT))
        while left := self._sessions.take("gateway"):
            # A hair more, for the clock may stand still at the last fraction of a second.
            await self._pause(left + 0.1)
        self._last = self._clock()
        return self._short > 0

    async def _pause(self, seconds: float) -> None:
        if seconds >= _WORTH_A_LINE:
            _log.warning("Discord's gateway does not keep the connection; the next try is in %.0f s", seconds)
        await self._sleep(seconds)


async def until_reachable(host: str, port: int, seconds: float = _KNOCKING_SECONDS) -> None:
    """Knock at a door until somebody opens or the time is over, for whoever asks then waits long to ask again."""
    end, pause = _loop_time() + seconds, 0.5
    while not await _opens(host, port) and _loop_time() < end:
        await asyncio.sleep(pause)
        pause = min(2 * pause, _LONGEST_PAUSE)


async def _opens(host: str, port: int) -> bool:
    try:
        async with asyncio.timeout(_DOOR_SECONDS):
            _, writer = await asyncio.open_connection(host, port)
    except (OSError, TimeoutError):
        return False
    writer.close()
    return True


def _loop_time() -> float:
    return asyncio.get_running_loop().time()


def traced(pace: Pace) -> aiohttp.TraceConfig:
    """Return the trace for discord.py's requests that holds up those which open the gateway."""

    async def on_request_start(
        _: aiohttp.ClientSession, __: SimpleNamespace, request: aiohttp.TraceRequestStartParams
    ) -> None:
        if request.url.scheme in ("ws", "wss"):
            began = _loop_time()
            if await pace.wait() and request.url.host and request.url.port:
                left = _KNOCKING_SECONDS - (_loop_time() - began)
                await until_reachable(request.url.host, request.url.port, left)

    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(on_request_start)
    return trace


def log_lost(error: Exception, *, was_connected: bool) -> None:
    """Say why the connection is made anew."""
    # Before the first connection, discord.py stumbles over having none and hides what went wrong (its issue 10520).
    cause = error.__context__
    if not was_connected and isinstance(error, AttributeError) and cause is not None:
        _log.warning("Discord's gateway can't be reached yet: %s", str(cause) or type(cause).__name__)
    else:
        _log.error("Discord sent what can't be read; the connection is made anew", exc_info=error)
