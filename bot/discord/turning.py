"""Turning pages: two buttons that always stand in the same places."""

from __future__ import annotations

from dataclasses import replace

from bot.discord.custom_ids import Press
from bot.discord.languages import Language
from bot.discord.shown import Button, button


def turning(press: Press, page: int, pages: int, say: Language) -> tuple[Button, ...]:
    """Return the buttons to the pages before and after ``page``, if there are several; pages count from 0."""
    if pages < 2:
        return ()
    return (_turn(press, page - 1, pages, say("button-previous")), _turn(press, page + 1, pages, say("button-next")))


def page_within(number: int | None, pages: int) -> int:
    """Return a page that exists, the nearest to the one asked for: the knowledge may have shrunk."""
    return max(0, min(number or 0, pages - 1))


def _turn(press: Press, to: int, pages: int, label: str) -> Button:
    exists = 0 <= to < pages
    # Two buttons of a message must differ, also where one of them can't be pressed.
    return button(label, replace(press, number=to if exists else pages), disabled=not exists)
