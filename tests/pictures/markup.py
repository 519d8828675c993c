"""Discord's markdown, as far as the bot writes it, as the elements of the Discord message components."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping

_ESCAPED = re.compile(r"\\([^\w\s])")
_MENTION = re.compile(r"&lt;@(\d+)&gt;")
_CODE = re.compile(r"`([^`]+)`")
_BOLD = re.compile(r"\*\*(.+?)\*\*")


def as_html(content: str, names: Mapping[int, str]) -> str:
    """Return a message's text as HTML; ``names`` are the people it may mention."""
    lines = content.splitlines()
    return "".join(_blocks(lines, names))


def _blocks(lines: list[str], names: Mapping[int, str]) -> Iterator[str]:
    quoted: list[str] = []
    for line in [*lines, None]:
        if line is not None and line.startswith("> "):
            quoted.append(_inline(line[2:], names))
            continue
        if quoted:
            yield f"<discord-quote>{'<br>'.join(quoted)}</discord-quote>"
            quoted = []
        if line is not None:
            yield _line(line, names)


def _line(line: str, names: Mapping[int, str]) -> str:
    if line.startswith("-# "):
        return f"<discord-subscript>{_inline(line[3:], names)}</discord-subscript>"
    if line.startswith("- "):
        return f"<div class=item>• {_inline(line[2:], names)}</div>"
    return f"<div class=line>{_inline(line, names) or '&nbsp;'}</div>"


def _inline(text: str, names: Mapping[int, str]) -> str:
    """Return a line's text with bold, code and mentions; what is escaped shows as it is."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(html.escape(found[1]))
        return f"\0{len(kept) - 1}\0"

    safe = html.escape(_ESCAPED.sub(keep, text), quote=False)
    safe = _MENTION.sub(lambda found: f"<discord-mention>{html.escape(names[int(found[1])])}</discord-mention>", safe)
    safe = _CODE.sub(r"<discord-code>\1</discord-code>", safe)
    # Not discord-bold: it puts white space behind itself.
    safe = _BOLD.sub(r"<strong>\1</strong>", safe)
    return re.sub(r"\0(\d+)\0", _back(kept), safe)


def _back(kept: list[str]) -> Callable[[re.Match[str]], str]:
    return lambda found: kept[int(found[1])]
