"""From a proposal of the keeper to the message that asks about it; what goes wrong on the way is told in a sentence."""

from __future__ import annotations

import logging
from collections.abc import Awaitable
from typing import TYPE_CHECKING

from bot.discord.audit import Did, announce, note
from bot.discord.markup import moment
from bot.discord.render_change import faults_shown, proposal_shown
from bot.discord.sending import whisper
from bot.discord.speaking import Interaction, privately
from bot.knowledge.keeper import BusyError, OutdatedError, Proposal
from bot.stories import KnowledgeError

if TYPE_CHECKING:
    from bot.discord.client import VerbatimClient

_log = logging.getLogger(__name__)


async def proposed(interaction: Interaction, act: Did, proposal: Awaitable[Proposal]) -> Proposal | None:
    """Wait for a proposal and note who asked for it; None if there is none, which has been told then."""
    say = privately(interaction)
    try:
        found = await proposal
    except BusyError as error:
        await whisper(interaction, say("knowledge-busy", since=moment(error.since)))
        return None
    except KnowledgeError as error:
        note(interaction, Did(f"{act}-faulty"), count=len(error.faults))
        await show_faults(interaction, error)
        return None
    note(interaction, act, version=found.library.version)
    return found


async def show_proposal(interaction: Interaction, proposal: Proposal, *, asks: bool = True, lead: str = "") -> None:
    """Show what a proposal would change."""
    served = interaction.client.desk.edition.version
    await whisper(interaction, proposal_shown(proposal, served, privately(interaction), asks=asks, lead=lead))


async def show_faults(interaction: Interaction, error: KnowledgeError, lead: str = "") -> None:
    """Show what keeps a folder from being served."""
    client = interaction.client
    folder, served = client.keeper.source.folder, client.desk.edition.version
    await whisper(interaction, faults_shown(error.faults, folder, served, privately(interaction), lead))


async def show_outdated(interaction: Interaction, error: OutdatedError) -> None:
    """Show what a proposal comes to now."""
    await show_proposal(interaction, error.proposal, lead=privately(interaction)("proposal-outdated"))


async def reload_by_signal(client: VerbatimClient) -> None:
    """Reload without anybody to ask: a folder without a fault is put in use, another changes nothing."""
    before = client.keeper.version.name
    try:
        version = await client.keeper.reload()
    except BusyError:
        _log.warning("a signal to reload came while the knowledge was being read; nothing was done")
    except KnowledgeError as error:
        _log.error("a signal to reload found faults, version %s goes on:\n%s", before, error)
        announce(client, Did.SIGNAL_FAULTY, version=before, count=len(error.faults))
    else:
        announce(client, Did.SIGNAL, version=version.name, before=before)
