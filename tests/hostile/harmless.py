"""What is looked for in a message: that nothing of what a stranger wrote does anything in it."""

from __future__ import annotations

import re

from bot.discord.custom_ids import MOST_CHARACTERS as LONGEST_ID
from bot.discord.custom_ids import read_press
from bot.discord.markup import MOST_CHARACTERS
from bot.discord.shown import LONGEST_LABEL, LONGEST_OPTION, MOST_OPTIONS, Button, Menu, Shown

ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
# What an escaped character is: nothing that means anything, but something between its neighbours.
_ESCAPE = "\ufffc"
# What Discord reads as more than text, in a line that should hold none of it.
_ACTIVE = (
    re.compile(r"[\\*_~`|]"),
    re.compile(r"<[@#:/+a-zA-Z]"),
    re.compile(r"\[[^\]]*\]\("),
    re.compile(r"[a-zA-Z]://"),
)
_PINGS = re.compile(r"@(?:everyone|here)|(?<!\\)<@[!&]?\d+>")
_BEGINS = re.compile(r"(?:#{1,3}|>{1,3}|-#|[-+*]|\d+[.)])\s")


def doing(line: str) -> list[str]:
    """Return what a line would do that ought to show as it is."""
    bare = ESCAPED.sub(_ESCAPE, line)
    found = [match.group() for pattern in _ACTIVE if (match := pattern.search(bare))]
    found += [match.group() for match in [_PINGS.search(line)] if match]
    return found + (["a line of its own"] if len(line.splitlines()) > 1 else [])


def begins(line: str) -> bool:
    """Tell whether a line begins as a heading, a quote, a list or small print does."""
    return _BEGINS.match(line) is not None


def check_limits(shown: Shown) -> None:
    """Fail if Discord would refuse a message, or if one of its buttons could not be read again."""
    assert 0 < len(shown.text.strip()) <= MOST_CHARACTERS
    assert not _PINGS.search(shown.text)
    assert len(shown.rows) <= 5
    ids = [component.id for row in shown.rows for component in row]
    assert len(set(ids)) == len(ids)
    for component in (component for row in shown.rows for component in row):
        assert len(component.id) <= LONGEST_ID
        assert read_press(component.id)
        if isinstance(component, Button):
            assert 1 <= len(component.label.strip()) <= LONGEST_LABEL
        elif isinstance(component, Menu):
            assert 1 <= len(component.options) <= MOST_OPTIONS
            assert all(1 <= len(each.label.strip()) <= LONGEST_OPTION for each in component.options)
