"""Text as Discord's markdown, so that whatever people and articles write shows as it is.

Escapes are sparing: who copies a message on a phone copies its backslashes too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from discord.utils import escape_mentions

MOST_CHARACTERS = 2_000
_SPECIAL = re.compile(r"[\\*_~`|]|<(?=[@#:/+a-zA-Z])|(?<=[a-zA-Z]):(?=//)")
_BEGINNING = re.compile(r"(?:#{1,3}|>{1,3}|-#|[-+])(?=\s|$)|>(?=>>)")
_NUMBERING = re.compile(r"^(\d+)([.)])(?=\s|$)")


def plain(text: str) -> str:
    """Return text that shows as it is within a line: no markdown, no mention, no link, no line of its own making."""
    flat = _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))
    return escape_mentions(flat.replace("[", "\\[") if "](" in flat else flat)


def beginning(line: str) -> str:
    """Return a plain line so that it can begin one: no heading, list or quote comes of how it begins."""
    if _BEGINNING.match(line):
        return f"\\{line}"
    return _NUMBERING.sub(r"\1\\\2", line, count=1)


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, each plain, without the empty ones."""
    return [beginning(plain(line)) for line in text.splitlines() if line.strip()]


def clipped(text: str, most: int) -> str:
    """Return a text of at most so many characters on one line, cut at a word; never for quotes."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    return flat[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def bold(text: str) -> str:
    """Return text in bold."""
    return f"**{text}**"


def small(text: str) -> str:
    """Return a small, grey line, or nothing for nothing."""
    return f"-# {text}" if text else ""


def joined(*parts: str) -> str:
    """Return parts as lines, the empty ones left out."""
    return "\n".join(part for part in parts if part)


def apart(*blocks: str) -> str:
    """Return blocks with an empty line between them, so that quotes don't run into each other."""
    return "\n\n".join(block for block in blocks if block)


def bare(text: str) -> str:
    """Return text that pings nobody but keeps its markdown: for the rare text that has no room for escapes."""
    return escape_mentions(" ".join(text.split()))


def moment(seconds: float) -> str:
    """Return a time (seconds since 1970) as Discord shows it to each reader: how long ago."""
    return f"<t:{round(seconds)}:R>"


def quote_lines(lines: Iterable[str]) -> str:
    """Return lines as a block quote."""
    return "\n".join(f"> {line}" for line in lines)
