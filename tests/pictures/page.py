"""A page of Discord messages, made of what the local Discord holds."""

from __future__ import annotations

import html
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.local_discord import InteractionRecord, Message
from tests.pictures.markup import as_html

_BOT, _BUTTON = "Verbatim", 2
_COLOURS = {"Alice": "#c27c0e", "Bob": "#2d7d6b", _BOT: "#4752c4"}
_TYPES = {1: "primary", 2: "secondary", 3: "success", 4: "destructive"}
WIDTH = 780
STYLE = """
body { margin: 0; background: #36393e; }
#all { padding: 0 0 8px; }
* { font-family: 'Noto Sans', 'Liberation Sans', sans-serif; }
discord-code, discord-code * { font-family: 'DejaVu Sans Mono', monospace; }
discord-messages { border: 0; min-height: 0; }
strong { font-weight: 700; }
discord-subscript { display: block; margin-top: 4px; }
.line { min-height: 4px; line-height: 1.375; }
.item { padding-left: 8px; line-height: 1.375; }
.line:empty, .line:has(> br) { height: 8px; }
"""


def page(messages: Sequence[str], bundle: Path) -> str:
    """Return a page that shows messages and, as its title, how high it is."""
    return f"""<!doctype html><html><head><meta charset=utf-8><style>{STYLE}</style>
<script>window.$discordMessage = {{ profiles: {{ {_profiles()} }} }};</script>
<script src="{bundle.resolve().as_uri()}"></script></head>
<body><div id=all><discord-messages>{"".join(messages)}</discord-messages></div>
<script>setTimeout(() => {{ document.title = document.getElementById('all').offsetHeight; }}, 500);</script>
</body></html>"""


def terminal_page(text: str) -> str:
    """Return a page that shows what a terminal shows, given as HTML."""
    style = "font: 14px/1.45 'DejaVu Sans Mono', monospace; margin: 0; padding: 14px 16px; color: #d8dee9"
    return f"""<!doctype html><html><head><meta charset=utf-8></head>
<body style="margin: 0; background: #1e222a"><div id=all><pre style="{style}">{text}</pre></div>
<script>document.title = document.getElementById('all').offsetHeight;</script></body></html>"""


def said(message: Message, answers: Message | None = None) -> str:
    """Return a message of a person or of the bot, with the message it replies to."""
    head = _reply(answers or message.reply_to)
    return _message(message, head + _text(message) + _components(message.components))


def answered(record: InteractionRecord, command: str) -> str:
    """Return the bot's answer to a command, as the person sees it who used it."""
    who = record.user.name.capitalize()
    head = f'<discord-command slot=reply profile="{who}" command="{html.escape(command)}"></discord-command>'
    return _message(record.answer, head + _text(record.answer) + _components(record.components))


def _message(message: Message, inside: str) -> str:
    private = " ephemeral" if message.ephemeral else ""
    return f'<discord-message profile="{_name(message)}" timestamp="09:41"{private}>{inside}</discord-message>'


def _text(message: Message) -> str:
    people = [*(message.guild.members.values() if message.guild else ())]
    names = {member.user.id: _BOT if member.user.bot else member.user.name.capitalize() for member in people}
    return as_html(message.content, names)


def _reply(message: Message | None) -> str:
    if message is None:
        return ""
    text = as_html(message.content.splitlines()[0], {message.author.id: _name(message), **_own(message)})
    return f'<discord-reply slot=reply profile="{_name(message)}">{text}</discord-reply>'


def _own(message: Message) -> dict[int, str]:
    members = message.guild.members.values() if message.guild else ()
    return {member.user.id: _BOT for member in members if member.user.bot}


def _components(rows: Sequence[dict[str, Any]]) -> str:
    made = "".join(
        f"<discord-action-row>{''.join(map(_button, row['components']))}</discord-action-row>"
        for row in rows
        if row["components"][0]["type"] == _BUTTON
    )
    return f"<discord-attachments slot=components>{made}</discord-attachments>" if made else ""


def _button(button: dict[str, Any]) -> str:
    disabled = " disabled" if button.get("disabled") else ""
    return f'<discord-button type="{_TYPES[button["style"]]}"{disabled}>{html.escape(button["label"])}</discord-button>'


def _name(message: Message) -> str:
    return _BOT if message.author.bot else message.author.name.capitalize()


def _profiles() -> str:
    return ", ".join(
        f"{name}: {{ author: '{name}', avatar: '{_avatar(name, colour)}', bot: {str(name == _BOT).lower()} }}"
        for name, colour in _COLOURS.items()
    )


def _avatar(name: str, colour: str) -> str:
    """Return a picture with a person's first letter, so that none has to be fetched from anywhere."""
    letter = "“ ”" if name == _BOT else name[0]
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="{colour}"/>'
        f'<text x="20" y="28" font-size="22" font-family="Noto Sans" fill="white" text-anchor="middle">{letter}</text>'
        "</svg>"
    )
    return "data:image/svg+xml," + drawing.replace("#", "%23").replace('"', "%22").replace(" ", "%20")
