"""Getting answers through a bad line: tried again as long as that helps, never sent twice, and never piling up."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

import aiohttp
import discord

from bot.discord.speaking import Interaction

T = TypeVar("T")
_log = logging.getLogger(__name__)

UNKNOWN_INTERACTION = 10062
ALREADY_ANSWERED = 40060
# What a lost line looks like: aiohttp's own errors, the system's, and a wait that was too long.
LINE_ERRORS = (aiohttp.ClientError, OSError, TimeoutError)
_RATE_LIMITED, _SERVER_ERRORS = 429, 500
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0
# Where Discord does not say for how long it shuts us out.
_SHUT_SECONDS = 60.0
# Discord waits three seconds for the first response to an interaction, so there is no time for long pauses.
_PAUSES_OF_A_RESPONSE = (0.1, 0.4, 1.0)
_RESPONDED = "responded"


class Courier:
    """Delivers messages that Discord tells apart by their nonce, so that sending one again never makes it two."""

    def __init__(self, patience: float = 300.0, unsure: float = 120.0, most: int = 1_000) -> None:
        """Try for ``patience`` seconds, and for ``unsure`` seconds once a try may have been carried out unheard.

        Discord remembers a nonce for "the past few minutes" only. At most ``most`` deliveries wait at a time.
        """
        self._patience, self._unsure, self._most = patience, unsure, most
        self._open_again = 0.0
        self.waiting = 0

    async def deliver(self, send: Callable[[], Awaitable[T]]) -> T:
        """Return what ``send`` returns; raise its error if it is of no use to try again, or has been tried long enough.

        Each call of ``send`` must make the same request with the same nonce.
        """
        now = asyncio.get_running_loop().time
        end, pause = now() + self._patience, _FIRST_PAUSE
        await self._until_open()
        while True:
            try:
                return await send()
            except (discord.HTTPException, *LINE_ERRORS) as error:
                if not _may_pass(error):
                    raise
                if _may_be_done(error):
                    end = min(end, now() + self._unsure)
                self._note_shut(error, now())
                if now() + pause > end or self.waiting >= self._most:
                    raise
                await self._wait(pause, error)
                pause = min(2 * pause, _LONGEST_PAUSE)

    async def _wait(self, pause: float, error: Exception) -> None:
        if not self.waiting and pause == _FIRST_PAUSE:
            _log.warning("Discord takes no answers just now (%s); they are tried again", _in_short(error))
        self.waiting += 1
        try:
            await asyncio.sleep(pause)
            await self._until_open()
        finally:
            self.waiting -= 1

    async def _until_open(self) -> None:
        """Wait while Discord shuts out this whole address: every request meanwhile would prolong that."""
        left = self._open_again - asyncio.get_running_loop().time()
        if left > 0:
            await asyncio.sleep(left)

    def _note_shut(self, error: Exception, now: float) -> None:
        # discord.py waits out the rate limits that Discord itself names; what gets here comes from the wall before it.
        if isinstance(error, discord.HTTPException) and error.status == _RATE_LIMITED:
            self._open_again = max(self._open_again, now + _retry_after(error))


async def respond(interaction: Interaction, send: Callable[[], Awaitable[object]]) -> None:
    """Give the first response to an interaction over a bad line; a second try that finds it given is content."""
    unsure = False
    for pause in (*_PAUSES_OF_A_RESPONSE, None):
        try:
            await send()
        except discord.HTTPException as error:
            if pause is not None and error.status == _RATE_LIMITED and _retry_after(error) <= pause:
                await asyncio.sleep(pause)
                continue
            if not (unsure and error.code == ALREADY_ANSWERED):
                raise
        except LINE_ERRORS:
            if pause is None:
                raise
            unsure = True
            await asyncio.sleep(pause)
            continue
        # discord.py only knows of responses whose answer it has heard.
        interaction.extras[_RESPONDED] = True
        return


def has_response(interaction: Interaction) -> bool:
    """Tell whether the first response to an interaction has been given."""
    return interaction.response.is_done() or _RESPONDED in interaction.extras


def _may_pass(error: Exception) -> bool:
    """Tell whether the same request may fare better later."""
    if isinstance(error, discord.HTTPException):
        return error.status == _RATE_LIMITED or error.status >= _SERVER_ERRORS
    return True


def _may_be_done(error: Exception) -> bool:
    """Tell whether Discord may have done what it did not confirm."""
    if isinstance(error, discord.HTTPException):
        return error.status != _RATE_LIMITED
    return not isinstance(error, aiohttp.ClientConnectorError)


def _retry_after(error: discord.HTTPException) -> float:
    try:
        return float(error.response.headers["Retry-After"])
    except (KeyError, ValueError):
        return _SHUT_SECONDS


def _in_short(error: Exception) -> str:
    if isinstance(error, discord.HTTPException):
        return f"status {error.status}"
    return str(error) or type(error).__name__
