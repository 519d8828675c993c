"""Names of people, channels, servers and roles in the log: no line that they forge, no colour, nothing unseen."""

from __future__ import annotations

import logging

from hypothesis import example, given

from bot.log import Formatter
from tests.hostile.strategies import texts

FORGED = "x\n2026-01-01 00:00:00,000 ERROR bot: forged\r\x1b[31m\x1b]0;title\x07\u202e\u2028\x85y"


def line_of(name: str, error: Exception | None = None) -> str:
    """What is written for a record with a name in it."""
    info = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord("bot", logging.WARNING, __file__, 1, "moderator %s did it", (name,), info)
    return Formatter().format(record)


@given(texts(200))
@example(FORGED)
def test_a_name_begins_no_line_and_hides_nothing(name: str) -> None:
    """Only the first line stands at the margin, and each can be seen whole."""
    first, *others = line_of(name).split("\n")
    assert " WARNING bot: moderator " in first
    assert all(line.startswith("    ") for line in others)
    assert all(letter.isprintable() or letter.isspace() for line in (first, *others) for letter in line)
    assert not any(letter in "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029" for line in (first, *others) for letter in line)


def test_a_traceback_stands_indented() -> None:
    """What an error says may be a stranger's, too."""
    try:
        int(FORGED)
    except ValueError as error:
        lines = line_of("x", error).split("\n")
    assert any("Traceback" in line for line in lines)
    assert all(line.startswith("    ") for line in lines[1:])
    assert "\x1b" not in "".join(lines)
