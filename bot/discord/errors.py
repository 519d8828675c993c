"""Where errors of commands, presses and forms end: logged whole, and answered with what a person can do about them."""

from __future__ import annotations

import logging

import discord
from discord import app_commands

from bot.discord.delivery import ALREADY_ANSWERED, LINE_ERRORS, UNKNOWN_INTERACTION
from bot.discord.permissions import NotAModeratorError
from bot.discord.sending import whisper
from bot.discord.speaking import Interaction, privately

_log = logging.getLogger(__name__)


async def answer_error(interaction: Interaction, error: Exception) -> None:
    """Log an error and tell the person one fixed sentence; a denial is told as what it is."""
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    if _is_too_late(cause):
        # Discord waits three seconds; there is nobody left to tell.
        _log.warning("too late for an answer to %s", _name(interaction))
        return
    if isinstance(cause, LINE_ERRORS):
        # Who is cut off from Discord is told by the log in one line, for there may be many of them.
        _log.warning("Discord could not be reached with the answer to %s: %s", _name(interaction), cause)
        return
    if isinstance(cause, NotAModeratorError):
        key = _denial(interaction)
    elif isinstance(cause, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
        # Discord shows old commands for a while after a change.
        key = "changed-command"
        _log.warning("a command was used that is not there any more: %s", cause)
    else:
        key = "failed"
        _log.error("%s failed", _name(interaction), exc_info=cause)
    try:
        await whisper(interaction, privately(interaction)(key))
    except (discord.HTTPException, *LINE_ERRORS):
        _log.warning("the person could not be told")


def shorten_late_choices() -> None:
    """Keep discord.py from logging a traceback for every choice that came too late for somebody who types on."""
    logging.getLogger("discord.app_commands.tree").addFilter(_shortened)


def _shortened(record: logging.LogRecord) -> bool:
    if record.exc_info and isinstance(record.exc_info[1], Exception) and _is_too_late(record.exc_info[1]):
        record.exc_info, record.levelno, record.levelname = None, logging.INFO, "INFO"
        record.msg, record.args = "choices came too late for somebody who types", ()
    return True


def _is_too_late(error: Exception) -> bool:
    return isinstance(error, discord.HTTPException) and error.code in (UNKNOWN_INTERACTION, ALREADY_ANSWERED)


def _denial(interaction: Interaction) -> str:
    """Return what to say to somebody who is no moderator: who manages the server learns how there can be one."""
    settings = interaction.client.settings
    nobody = settings.home_guild is None or not (settings.moderator_roles or settings.moderator_users)
    return "moderators-none" if nobody and interaction.permissions.manage_guild else "moderators-only"


def _name(interaction: Interaction) -> str:
    """Return what was used, without what was written."""
    if interaction.command:
        return f"the command {interaction.command.qualified_name}"
    return f"an interaction of type {interaction.type.name}"
