"""From records of buttons and menus to Discord's components, and back from a press to whoever deals with it.

Nothing of a view is kept: all that a press needs stands in its custom id, so that it works after a restart, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import discord

from bot.discord.custom_ids import TEMPLATE
from bot.discord.shown import Button, Menu, Option, Row, Style

if TYPE_CHECKING:
    import re

    from bot.discord.speaking import Interaction

_STYLES = {Style.QUIET: discord.ButtonStyle.secondary, Style.MAIN: discord.ButtonStyle.primary}


class Pressable(discord.ui.DynamicItem[discord.ui.Item[Any]], template=TEMPLATE):
    """Any button or menu of ours, whichever message it stands under and whenever that was sent."""

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction[Any], item: discord.ui.Item[Any], __: re.Match[str], /
    ) -> Self:
        """Wrap what was pressed."""
        return cls(item)

    async def callback(self, interaction: Interaction) -> None:  # type: ignore[override]
        """Hand the press to the client."""
        await interaction.client.pressed(interaction, self.custom_id)


def view_of(rows: tuple[Row, ...]) -> discord.ui.View | None:
    """Return the components of a message, None if it has none."""
    if not rows:
        return None
    view = discord.ui.View(timeout=None)
    for number, row in enumerate(rows):
        for component in row:
            view.add_item(Pressable(_item(component), row=number))
    # A stopped view is sent, but not stored: discord.py would keep each private one for a quarter of an hour.
    view.stop()
    return view


def rows_of(message: discord.Message) -> tuple[Row, ...]:
    """Return the components that a message has."""
    rows = (row for row in message.components if isinstance(row, discord.ActionRow))
    return tuple(_row(row) for row in rows)


def _item(component: Button | Menu) -> discord.ui.Item[Any]:
    return _menu(component) if isinstance(component, Menu) else _button(component)


def _button(button: Button) -> discord.ui.Button[Any]:
    style = _STYLES[button.style]
    return discord.ui.Button(label=button.label, custom_id=button.id, style=style, disabled=button.disabled)


def _menu(menu: Menu) -> discord.ui.Select[Any]:
    options = [
        discord.SelectOption(label=each.label, value=each.value, description=each.description or None)
        for each in menu.options
    ]
    return discord.ui.Select(custom_id=menu.id, placeholder=menu.placeholder, options=options)


def _row(row: discord.ActionRow) -> Row:
    buttons, menu = [], None
    for child in row.children:
        if isinstance(child, discord.SelectMenu):
            options = tuple(Option(each.label, each.value, each.description or "") for each in child.options)
            menu = Menu(child.placeholder or "", child.custom_id, options)
        elif isinstance(child, discord.Button):
            style = Style.MAIN if child.style is discord.ButtonStyle.primary else Style.QUIET
            buttons.append(Button(child.label or "", child.custom_id or "", style, child.disabled))
    return (menu,) if menu else tuple(buttons)
