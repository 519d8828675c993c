"""Apply and Discard under a proposal: for any moderator, once, and only for what was shown."""

from __future__ import annotations

import logging

from bot.discord.audit import Did, note
from bot.discord.custom_ids import Press
from bot.discord.delivery import respond
from bot.discord.markup import moment
from bot.discord.proposing import show_faults, show_outdated
from bot.discord.render_change import summary
from bot.discord.sending import whisper
from bot.discord.speaking import Interaction, privately, publicly
from bot.discord.views import rows_of, view_of
from bot.knowledge.edit_error import EditError
from bot.knowledge.keeper import BusyError, GoneError, OutdatedError
from bot.stories import KnowledgeError

_log = logging.getLogger(__name__)


async def apply(interaction: Interaction, press: Press) -> None:
    """Put what was shown in use."""
    keeper, say = interaction.client.keeper, privately(interaction)
    rows = rows_of(interaction.message) if interaction.message else ()
    await respond(interaction, lambda: interaction.response.edit_message(view=None))
    try:
        proposal = keeper.pending(press.subject)
        before = keeper.version.name
        version = await keeper.apply(press.subject, interaction.user.mention)
    except GoneError:
        await whisper(interaction, say("proposal-gone"))
    except BusyError as error:
        await interaction.edit_original_response(view=view_of(rows))
        await whisper(interaction, say("knowledge-busy", since=moment(error.since)))
    except OutdatedError as error:
        await show_outdated(interaction, error)
    except KnowledgeError as error:
        await show_faults(interaction, error, say("proposal-outdated-faulty"))
    except EditError as error:
        await whisper(interaction, say(f"edit-{error.trouble}"))
    except OSError as error:
        _log.exception("the knowledge folder could not be written")
        await interaction.edit_original_response(view=view_of(rows))
        await whisper(interaction, say("folder-unwritable", problem=error.strerror or type(error).__name__))
    else:
        told = summary(proposal, publicly(interaction))
        note(interaction, Did.APPLIED, version=version.name, before=before, summary=told)
        await whisper(interaction, say("applied", version=f"`{version.name}`"))


async def discard(interaction: Interaction, press: Press) -> None:
    """Forget what was shown."""
    client, say = interaction.client, privately(interaction)
    await respond(interaction, lambda: interaction.response.edit_message(view=None))
    try:
        client.keeper.discard(press.subject)
    except GoneError:
        await whisper(interaction, say("proposal-gone"))
        return
    note(interaction, Did.DISCARDED, version=press.version)
    await whisper(interaction, say("discarded", version=f"`{client.desk.edition.version}`"))
