"""What every press needs: the language and version it is answered in, and what to say when its subject is gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.answering.desk import Edition
from bot.discord.custom_ids import Press
from bot.discord.languages import Language
from bot.discord.markup import small
from bot.discord.pages import Pages
from bot.discord.render import Frame
from bot.discord.sending import swap, whisper
from bot.discord.shown import Shown
from bot.discord.speaking import Interaction, can_share, privately


def chosen(interaction: Interaction, press: Press) -> str:
    """Return what a menu's option stands for, or what the button itself does."""
    data: dict[str, Any] = dict(interaction.data or {})
    values = data.get("values") or [press.subject]
    return str(values[0])


def note(press: Press, version: str, say: Language) -> str:
    """Return the line that a button from an older version of the knowledge is answered with, or nothing."""
    return small(say("pressed-old")) if press.version not in ("", version) else ""


def frame(interaction: Interaction, press: Press, edition: Edition) -> Frame:
    """Return the frame of a private answer to a press."""
    say = privately(interaction)
    return Frame(say, edition.version, note(press, edition.version, say))


async def gone(interaction: Interaction) -> None:
    """Say that what a button stands for is no longer there."""
    await whisper(interaction, privately(interaction)("pressed-gone"))


async def turn_to(interaction: Interaction, press: Press, page: Callable[[Pages], Shown | None]) -> None:
    """Put a page in the place of the message that was pressed."""
    edition = interaction.client.desk.edition
    shown = page(Pages(edition, frame(interaction, press, edition), can_share(interaction)))
    if shown is None:
        await gone(interaction)
    else:
        await swap(interaction, shown)
