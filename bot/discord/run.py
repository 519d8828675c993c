"""Running the client until it is told to stop; every way it can fail to start is one sentence and a status."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from collections.abc import Callable

import aiohttp
import discord

from bot.answering.answerer import Answerer
from bot.answering.desk import Desk
from bot.config import Settings
from bot.discord.client import VerbatimClient
from bot.discord.proposing import reload_by_signal
from bot.discord.vitals import monitored
from bot.errors import BotError
from bot.knowledge.keeper import Keeper
from bot.knowledge.source import Source
from bot.memory import settle
from bot.records import records_at

_log = logging.getLogger(__name__)

# Answers are worked out on a thread beside the event loop: whichever has work waits this long for the other's turn to
# end. Python's default of five milliseconds is longer than most answers take.
_SECONDS_A_TURN = 0.0005
# Mistyped, so that whatever repairs words is read too.
_FIRST_QUESTION = "waht is thsi stroy abuot, and who siad so?"


class NoConnectionError(BotError):
    """Discord does not let the bot in: something has to be put right first."""


class UnreachableError(NoConnectionError):
    """Discord can't be reached: later it may be. The status is EX_TEMPFAIL of sysexits.h."""

    status = 75


def run(settings: Settings, answerer: Answerer, source: Source) -> int:
    """Connect and serve; return 0 after a stop that was asked for. ``source`` is what is read at a reload."""
    _log.info("knowledge %s, read by %s", answerer.library.version, answerer.reads)
    # What is read when it is first needed is read now: nobody should wait for it, and what that leaves behind goes.
    answerer.ask(_FIRST_QUESTION)
    # Once more, now that Discord's library is there: what is imported need never be looked at again.
    settle()
    sys.setswitchinterval(_SECONDS_A_TURN)
    asyncio.run(_serve(answerer, source, settings))
    return 0


async def _serve(answerer: Answerer, source: Source, settings: Settings) -> None:
    records = records_at(settings.records.get_secret_value() if settings.records else None, settings.records_days)
    desk = Desk(answerer, records)
    client = VerbatimClient(desk, settings, keeper=Keeper(desk, source, records))
    loop, stopped = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        on_signal(number, stopped.set)
    if hasattr(signal, "SIGHUP"):
        on_signal(signal.SIGHUP, lambda: client.in_flight(loop.create_task(reload_by_signal(client))))
    async with client, monitored(client):
        connection = asyncio.create_task(_connect(client, settings))
        waiting = asyncio.create_task(stopped.wait())
        await asyncio.wait({connection, waiting}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if connection.done():
            connection.result()
            return
        _log.info("stopping")
        await client.close()
        # It may be waiting to connect anew, for minutes.
        connection.cancel()
        await asyncio.wait({connection})
        if not connection.cancelled():
            # While the bot logs in, its next question to Discord fails on what the stop has closed.
            _log.debug("what the stop came in the midst of has failed", exc_info=connection.exception())


def on_signal(number: int, act: Callable[[], None]) -> None:
    """Have a signal do something on the event loop that runs, also on Windows, whose loops listen for none."""
    loop = asyncio.get_running_loop()
    try:
        loop.add_signal_handler(number, act)
    except NotImplementedError:
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(act))


# The codes after which coming back would be of no use.
_CLOSED = {
    4004: "Discord does not know this DISCORD_TOKEN any more. Copy it again from the developer portal (Bot > Reset "
    "Token).",
    4010: "Discord does not accept the shard that this bot says it is (code 4010).",
    4011: "The bot is in more servers than one connection may serve (code 4011); it does not do sharding.",
    4012: "Discord does not speak this version of the gateway any more (code 4012). Upgrade discord.py.",
    4013: "Discord does not know an intent that is asked for (code 4013). Upgrade discord.py.",
}


def _closed_with(code: int) -> str:
    return _CLOSED.get(code, f"Discord closed the connection with code {code}.")


async def _connect(client: VerbatimClient, settings: Settings) -> None:
    if settings.discord_token is None:
        raise NoConnectionError("DISCORD_TOKEN is not set.")
    try:
        await client.start(settings.discord_token.get_secret_value())
    except discord.LoginFailure:
        raise NoConnectionError(
            "Discord does not know this DISCORD_TOKEN. Copy it again from the developer portal (Bot > Reset Token)."
        ) from None
    except discord.PrivilegedIntentsRequired:
        raise NoConnectionError(
            "Discord refuses the Message Content intent, which OPEN_CHANNELS needs. Turn it on in the developer portal "
            "(Bot > Privileged Gateway Intents), or leave OPEN_CHANNELS empty."
        ) from None
    except (discord.HTTPException, discord.GatewayNotFound) as error:
        raise UnreachableError(f"Discord refused the connection: {error}.") from None
    except discord.ConnectionClosed as error:
        raise NoConnectionError(_closed_with(error.code)) from None
    except (aiohttp.ClientError, OSError) as error:
        raise UnreachableError(f"Discord can't be reached: {error}.") from None
