""" "Wrong?": what a reader finds wrong with an answer, by choice and with a note if they like.

The form is read from the interaction alone: nothing is kept of an opened form, so that one opened before a restart can
still be sent.
"""

from __future__ import annotations

from typing import Any

import discord

from bot.answering.feedback import Reason, Vote
from bot.discord.custom_ids import Action, Press, read_press
from bot.discord.languages import Language
from bot.discord.markup import joined
from bot.discord.modal_fields import fields_of
from bot.discord.presses.pressed import gone, note
from bot.discord.sending import whisper
from bot.discord.speaking import Interaction, privately

LONGEST_NOTE = 500
REASON, NOTE = "reason", "note"


class ReportModal(discord.ui.Modal):
    """The form."""

    def __init__(self, press: Press, say: Language) -> None:
        """Ask about the answer that a press names."""
        custom_id = str(Press(Action.WRONG, press.version, subject=press.subject))
        super().__init__(title=say("wrong-title"), custom_id=custom_id)
        options = [discord.RadioGroupOption(label=say(f"wrong-reason-{each}"), value=each) for each in Reason]
        self.add_item(
            discord.ui.Label(
                text=say("wrong-reason"), component=discord.ui.RadioGroup(custom_id=REASON, options=options)
            )
        )
        note: discord.ui.TextInput[ReportModal] = discord.ui.TextInput(
            custom_id=NOTE, style=discord.TextStyle.paragraph, required=False, max_length=LONGEST_NOTE
        )
        self.add_item(discord.ui.Label(text=say("wrong-note"), description=say("wrong-note-hint"), component=note))
        # A stopped form is sent, but not stored.
        self.stop()


async def take_report(interaction: Interaction) -> bool:
    """Take a form that was sent; return False if it is none of ours."""
    data: dict[str, Any] = dict(interaction.data or {})
    press = read_press(str(data.get("custom_id", "")))
    if press is None or press.action is not Action.WRONG:
        return False
    offer = interaction.client.desk.edition.entries.get(press.subject)
    if offer is None:
        await gone(interaction)
        return True
    fields = fields_of(data)
    reason = Reason(fields[REASON]) if fields.get(REASON) in set(Reason) else Reason.OTHER
    written = str(fields.get(NOTE) or "")[:LONGEST_NOTE].strip()
    vote = Vote(offer.story.id, offer.entry.id, press.version, reason, written)
    interaction.client.feedback.take(vote)
    interaction.client.records.take(vote)
    say = privately(interaction)
    changed = note(press, interaction.client.desk.edition.version, say)
    await whisper(interaction, joined(say("wrong-thanks"), changed))
    return True
