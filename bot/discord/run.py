"""Running the client until it is told to stop; every way it can fail to start is one sentence and a status."""

from __future__ import annotations

import asyncio
import logging
import signal

import aiohttp
import discord

from bot.answering.answerer import Answerer
from bot.answering.desk import Desk
from bot.config import Settings
from bot.discord.client import VerbatimClient
from bot.discord.log_lines import LineFormatter
from bot.discord.proposing import reload_by_signal
from bot.errors import BotError
from bot.knowledge.keeper import Keeper
from bot.knowledge.source import Source
from bot.memory import settle
from bot.records import Records

_log = logging.getLogger(__name__)


class NoConnectionError(BotError):
    """Discord can't be reached or does not let the bot in."""


def start_log(settings: Settings) -> None:
    """Begin to log, as much as the settings say."""
    handler = logging.StreamHandler()
    handler.setFormatter(LineFormatter())
    logging.basicConfig(level=settings.log_level, handlers=[handler])
    # discord.py logs every request there; an operator who wants our DEBUG lines does not want those.
    logging.getLogger("discord.http").setLevel(max(logging.INFO, logging.getLevelName(settings.log_level)))


def run(settings: Settings, answerer: Answerer, source: Source) -> int:
    """Connect and serve; return 0 after a stop that was asked for. ``source`` is what is read at a reload."""
    _log.info("knowledge %s, read by %s", answerer.library.version, answerer.reads)
    # Once more, now that Discord's library is there: what is imported need never be looked at again.
    settle()
    asyncio.run(_serve(answerer, source, settings))
    return 0


async def _serve(answerer: Answerer, source: Source, settings: Settings) -> None:
    records = Records(settings.records.get_secret_value() if settings.records else None, settings.records_days)
    desk = Desk(answerer, records)
    client = VerbatimClient(desk, settings, keeper=Keeper(desk, source, records))
    loop, stopped = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    loop.add_signal_handler(signal.SIGHUP, lambda: client.in_flight(loop.create_task(reload_by_signal(client))))
    async with client:
        connection = asyncio.create_task(_connect(client, settings))
        waiting = asyncio.create_task(stopped.wait())
        await asyncio.wait({connection, waiting}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if stopped.is_set():
            _log.info("stopping")
            await client.close()
        await connection


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
        raise NoConnectionError(f"Discord refused the connection: {error}.") from None
    except discord.ConnectionClosed as error:
        raise NoConnectionError(f"Discord closed the connection with code {error.code}.") from None
    except (aiohttp.ClientError, OSError) as error:
        raise NoConnectionError(f"Discord can't be reached: {error}.") from None
