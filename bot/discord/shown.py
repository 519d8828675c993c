"""What a message shows: its text and the buttons and menus under it, as plain records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto

from bot.discord.custom_ids import Press
from bot.discord.markup import clipped

LONGEST_LABEL = 80
LONGEST_OPTION = 100
MOST_OPTIONS = 25
# Discord's clients show about so much of a button's label.
SHOWN_OF_LABEL = 38


class Style(Enum):
    """How a button looks."""

    QUIET = auto()
    MAIN = auto()


@dataclass(frozen=True, slots=True)
class Button:
    """A button; ``id`` is its custom id."""

    label: str
    id: str
    style: Style = Style.QUIET
    disabled: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a menu."""

    label: str
    value: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu to choose one option from."""

    placeholder: str
    id: str
    options: tuple[Option, ...]


Row = tuple[Button, ...] | tuple[Menu]


@dataclass(frozen=True, slots=True)
class Attached:
    """A text file that comes with a message, for what is too long for it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A message's text, its rows of components, and the files that come with it."""

    text: str
    rows: tuple[Row, ...] = ()
    files: tuple[Attached, ...] = ()

    def with_rows(self, *rows: Row) -> Shown:
        """Return the same message with more rows; empty ones are left out."""
        return replace(self, rows=(*self.rows, *(row for row in rows if row)))


def button(label: str, press: Press, style: Style = Style.QUIET, *, disabled: bool = False) -> Button:
    """Return a button for a press."""
    return Button(clipped(label, LONGEST_LABEL), str(press), style, disabled)


def option(label: str, value: str, description: str = "") -> Option:
    """Return an option within Discord's limits."""
    return Option(clipped(label, LONGEST_OPTION), value, clipped(description, LONGEST_OPTION))
