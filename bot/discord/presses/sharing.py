"""Sharing what one person sees with everybody in the channel: once, naming who shares it, pinging nobody."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace

import discord

from bot.discord.custom_ids import Action, Press
from bot.discord.delivery import LINE_ERRORS, respond
from bot.discord.languages import Language
from bot.discord.markup import clipped, plain
from bot.discord.pages import Pages
from bot.discord.permissions import denial, missing, wanted_in
from bot.discord.presses.pressed import gone, note
from bot.discord.render import Audience, Frame, answer_shown
from bot.discord.sending import follow_up, post, whisper
from bot.discord.shown import Button, Row, Shown, button
from bot.discord.speaking import Interaction, privately, publicly
from bot.discord.views import rows_of, view_of

_log = logging.getLogger(__name__)
_LONGEST_QUESTION = 150


async def share_answer(interaction: Interaction, press: Press) -> None:
    """Share an answer: as a reply to the message it was asked about, if there is one."""
    answer = await interaction.client.desk.entry(press.subject)
    if answer is None or answer.entry is None:
        await gone(interaction)
        return
    say = publicly(interaction)
    lead = say("shared-by", who=interaction.user.mention)
    if press.number is None:
        question = plain(clipped(answer.entry.question, _LONGEST_QUESTION))
        lead = say("shared-asked", who=interaction.user.mention, question=question)
    shown = answer_shown(answer, say, Audience(asker=interaction.user.id), lead)
    await _share(interaction, press, shown)


async def share_quote(interaction: Interaction, press: Press) -> None:
    """Share a quote."""
    pages = _public_pages(interaction)
    quoted = pages.edition.quotes.get(press.subject)
    await _share(interaction, press, pages.quote(quoted) if quoted else None)


async def share_sides(interaction: Interaction, press: Press) -> None:
    """Share what each camp says on a point."""
    await _share(interaction, press, _public_pages(interaction).sides(press.subject))


def _public_pages(interaction: Interaction) -> Pages:
    say, edition = publicly(interaction), interaction.client.desk.edition
    return Pages(edition, Frame(say, edition.version, say("shared-by", who=interaction.user.mention)), shares=False)


async def _share(interaction: Interaction, press: Press, shown: Shown | None) -> None:
    """Mark the private message as shared, then post; if that fails, mark it as not shared and say why."""
    message, say = interaction.message, privately(interaction)
    if shown is None or message is None:
        await gone(interaction)
        return
    # Nothing is awaited between asking whether this is shared already and noting that it is.
    if obstacle := _obstacle(interaction, message, str(press)):
        await whisper(interaction, obstacle)
        return
    interaction.client.shared.add(message.id)
    rows = rows_of(message)
    problem: str | None = say("share-failed")
    try:
        marked = tuple(_marked(row, str(press), say) for row in rows)
        await respond(interaction, lambda: interaction.response.edit_message(view=view_of(marked)))
        problem = await _published(interaction, press, shown.with_rows(_delete_row(shown, interaction)))
    finally:
        if problem:
            interaction.client.shared.discard(message.id)
    await _tell(interaction, press, rows, problem)


async def _tell(interaction: Interaction, press: Press, rows: tuple[Row, ...], problem: str | None) -> None:
    """Say what went wrong and make the button work again; or say that today's answer was shared, not the one seen."""
    if problem:
        await interaction.edit_original_response(view=view_of(rows))
        await whisper(interaction, problem)
    elif changed := note(press, interaction.client.desk.edition.version, privately(interaction)):
        await whisper(interaction, changed)


def _obstacle(interaction: Interaction, message: discord.Message, custom_id: str) -> str | None:
    """Return why this can't be shared now, in the words of the person who would."""
    client, say = interaction.client, privately(interaction)
    if message.id in client.shared or _is_marked(rows_of(message), custom_id):
        return say("share-again")
    absent = missing(interaction.app_permissions, wanted_in(interaction.channel)) if _is_inside(interaction) else ()
    if absent:
        return _refused(interaction, absent)
    wait = client.limits.channel(interaction.channel_id)
    return say("cooldown-channel", when=wait.when) if wait else None


def _refused(interaction: Interaction, absent: tuple[str, ...]) -> str:
    """Remember that the bot may not write here, and return what to tell the person."""
    interaction.client.turned_away.note(interaction.guild_id, interaction.channel_id or 0, absent)
    return denial(interaction, absent)


async def _published(interaction: Interaction, press: Press, shown: Shown) -> str | None:
    """Post; return what to tell the person if that fails."""
    say, inside = privately(interaction), _is_inside(interaction)
    try:
        if inside:
            await post(
                interaction.client.courier,
                interaction.channel,  # type: ignore[arg-type]
                shown,
                _reference(interaction, press),
                cause=interaction.id,
            )
            return None
        sent = await follow_up(interaction, shown)
    except discord.Forbidden:
        return _refused(interaction, wanted_in(interaction.channel)) if inside else say("share-private")
    except (discord.HTTPException, *LINE_ERRORS):
        _log.exception("an answer could not be shared")
        return say("share-failed")
    # A server may make the answers of apps that people brought along private.
    return say("share-private") if sent.flags.ephemeral else None


def _is_inside(interaction: Interaction) -> bool:
    """Tell whether the bot is a member where this happens; else it can answer through the interaction alone."""
    guild = interaction.client.get_guild(interaction.guild_id) if interaction.guild_id else None
    return guild is not None and isinstance(interaction.channel, discord.abc.Messageable)


def _reference(interaction: Interaction, press: Press) -> discord.MessageReference | None:
    if press.action is not Action.SHARE or press.number is None or interaction.channel_id is None:
        return None
    return discord.MessageReference(
        message_id=press.number, channel_id=interaction.channel_id, fail_if_not_exists=False
    )


def _delete_row(shown: Shown, interaction: Interaction) -> Row:
    """Return the button to delete what was shared, unless it is there already."""
    press = Press(Action.DELETE, user=interaction.user.id)
    if any(isinstance(each, Button) and each.id == str(press) for row in shown.rows for each in row):
        return ()
    return (button(publicly(interaction)("button-delete"), press),)


def _marked(row: Row, custom_id: str, say: Language) -> Row:
    """Return a row whose button to share says that it has been pressed."""
    buttons = [each for each in row if isinstance(each, Button)]
    if not buttons:
        return row
    shared = replace(buttons[0], label=say("button-shared"), disabled=True, id=custom_id)
    return tuple(shared if each.id == custom_id else each for each in buttons)


def _is_marked(rows: Iterable[Row], custom_id: str) -> bool:
    return any(isinstance(each, Button) and each.id == custom_id and each.disabled for row in rows for each in row)
