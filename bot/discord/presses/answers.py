"""The buttons under an answer: in context, related, wrong, delete, and the questions it offers."""

from __future__ import annotations

import logging

import discord

from bot.answering.records import Answer
from bot.discord.custom_ids import Press
from bot.discord.delivery import respond
from bot.discord.presses.pressed import chosen, frame, gone, note
from bot.discord.presses.report import ReportModal
from bot.discord.render import Audience, answer_shown, offers_shown
from bot.discord.render_context import context_shown
from bot.discord.render_story import back_to_topics
from bot.discord.sending import UNKNOWN_MESSAGE, swap, whisper
from bot.discord.shown import Shown
from bot.discord.speaking import Interaction, can_share, conversation, privately, publicly

_log = logging.getLogger(__name__)


async def context(interaction: Interaction, press: Press) -> None:
    """Show the paragraphs that the answer's quotes stand in."""
    edition = interaction.client.desk.edition
    offer = edition.entries.get(press.subject)
    if offer is None:
        await gone(interaction)
    elif not offer.entry.citations:
        await whisper(interaction, privately(interaction)("context-none"))
    else:
        framed = frame(interaction, press, edition)
        await whisper(interaction, context_shown(offer.story, offer.entry.citations, framed, offer.entry.id))


async def related(interaction: Interaction, press: Press) -> None:
    """Offer what may be asked next."""
    desk, edition = interaction.client.desk, interaction.client.desk.edition
    offer = edition.entries.get(press.subject)
    if offer is None:
        await gone(interaction)
        return
    framed = frame(interaction, press, edition)
    found = await desk.related(offer.story, offer.entry)
    shown = offers_shown(found, framed, framed.say("related-heading")) if found else framed.say("related-none")
    await whisper(interaction, shown)


async def wrong(interaction: Interaction, press: Press) -> None:
    """Ask what is wrong with the answer."""
    say = privately(interaction)
    if press.subject not in interaction.client.desk.edition.entries:
        await gone(interaction)
    elif wait := interaction.client.limits.person(interaction.user.id):
        await whisper(interaction, say("cooldown-person", when=wait.when))
    else:
        await respond(interaction, lambda: interaction.response.send_modal(ReportModal(press, say)))


async def delete(interaction: Interaction, press: Press) -> None:
    """Delete the message, for whoever asked and for whoever manages messages."""
    say = privately(interaction)
    if press.user != interaction.user.id and not interaction.permissions.manage_messages:
        await whisper(interaction, say("delete-denied"))
        return
    await respond(interaction, interaction.response.defer)
    try:
        # By the interaction itself: this works also where the bot is no member and may do nothing else.
        await interaction.delete_original_response()
    except discord.HTTPException as error:
        if error.code == UNKNOWN_MESSAGE:
            return
        _log.warning("an answer could not be deleted: %s", error)
        await whisper(interaction, say("delete-failed"))


async def pick(interaction: Interaction, press: Press) -> None:
    """Answer the question that was picked, in the place of the offers if they were made to this person."""
    answer = await interaction.client.desk.entry(chosen(interaction, press), conversation(interaction))
    if answer is None:
        await gone(interaction)
    elif press.user is None:
        shown = _private(interaction, press, answer)
        from_menu = not press.subject
        back = back_to_topics(frame(interaction, press, interaction.client.desk.edition)) if from_menu else ()
        await swap(interaction, shown.with_rows(back))
    elif press.user == interaction.user.id:
        say = publicly(interaction)
        await swap(interaction, answer_shown(answer, say, Audience(press.user), note(press, answer.version, say)))
    else:
        await whisper(interaction, _private(interaction, press, answer))


async def also(interaction: Interaction, press: Press) -> None:
    """Answer a question that was offered beside an answer, which stays."""
    answer = await interaction.client.desk.entry(press.subject, conversation(interaction))
    if answer is None:
        await gone(interaction)
    else:
        await whisper(interaction, _private(interaction, press, answer))


def _private(interaction: Interaction, press: Press, answer: Answer) -> Shown:
    say = privately(interaction)
    audience = Audience(shares=can_share(interaction), reply_to=press.number)
    return answer_shown(answer, say, audience, note(press, answer.version, say))
