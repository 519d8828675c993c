"""How messages leave: privately, in the place of the message that was pressed, or for everybody in a channel."""

from __future__ import annotations

import asyncio
import io
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import discord

from bot.discord.delivery import Courier, has_response, respond
from bot.discord.shown import Shown
from bot.discord.speaking import Interaction
from bot.discord.views import view_of

UNKNOWN_MESSAGE = 10008
# The author's first message of a forum post has not landed yet.
STARTER_MISSING = 40058
STARTER_SECONDS = 1.5
NOBODY = discord.AllowedMentions.none()


async def whisper(interaction: Interaction, shown: Shown | str) -> None:
    """Answer so that only the person who acts sees it."""

    async def send() -> None:
        with _parts(shown) as (text, parts):
            await interaction.response.send_message(text, ephemeral=True, suppress_embeds=True, **parts)

    if has_response(interaction):
        with _parts(shown) as (text, parts):
            await interaction.followup.send(text, ephemeral=True, suppress_embeds=True, **parts)
    else:
        await respond(interaction, send)


async def think(interaction: Interaction) -> None:
    """Say that a private answer takes a moment."""
    await respond(interaction, lambda: interaction.response.defer(ephemeral=True, thinking=True))


async def swap(interaction: Interaction, shown: Shown) -> None:
    """Put something else in the place of the message that was pressed; answer privately if it has been deleted."""

    async def edit() -> None:
        await interaction.response.edit_message(
            content=shown.text, view=view_of(shown.rows), suppress_embeds=True, allowed_mentions=NOBODY
        )

    try:
        await respond(interaction, edit)
    except discord.NotFound as error:
        if error.code != UNKNOWN_MESSAGE:
            raise
        await whisper(interaction, shown)


async def post(
    courier: Courier,
    channel: discord.abc.Messageable,
    shown: Shown,
    reference: discord.MessageReference | None = None,
    *,
    cause: int | None = None,
) -> discord.Message:
    """Write in a channel for everybody; a forum post whose first message is on its way is waited for once.

    ``cause`` is the id of what is answered. Discord makes one message of all that bear the same one, so that a
    question is answered once, however often an answer has to be sent or a question is delivered.
    """
    nonce = secrets.randbits(64) if cause is None else cause

    async def send() -> discord.Message:
        with _parts(shown) as (text, parts):
            if reference is not None:
                parts["reference"] = reference
            return await channel.send(text, mention_author=False, suppress_embeds=True, nonce=nonce, **parts)

    try:
        return await courier.deliver(send)
    except discord.HTTPException as error:
        if error.code != STARTER_MISSING:
            raise
    await asyncio.sleep(STARTER_SECONDS)
    return await courier.deliver(send)


async def follow_up(interaction: Interaction, shown: Shown) -> discord.WebhookMessage:
    """Write for everybody through the interaction: the only way where the bot is no member."""
    with _parts(shown) as (text, parts):
        sent: discord.WebhookMessage = await interaction.followup.send(text, suppress_embeds=True, wait=True, **parts)
    return sent


@contextmanager
def _parts(shown: Shown | str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the text of a message and what is sent with it, for as long as it is being sent."""
    if isinstance(shown, str):
        yield shown, {}
        return
    parts: dict[str, Any] = {}
    view = view_of(shown.rows)
    if view is not None:
        parts["view"] = view
    if shown.files:
        parts["files"] = [discord.File(io.BytesIO(each.text.encode()), each.name) for each in shown.files]
    try:
        yield shown.text, parts
    finally:
        if view is not None:
            # A view and its items know each other: hundreds of them would wait for the collector.
            view.clear_items()
