"""The chat from its start to its end, whether a person types or a pipe does."""

from __future__ import annotations

import signal
from collections.abc import Iterable

from rich.console import Console

from bot.answering.answerer import Answerer
from bot.answering.records import Answer
from bot.terminal.keyboard import piped_lines, prepare_editing, someone_types, typed_lines
from bot.terminal.screen import Screen, standard_console
from bot.terminal.talk import Chat


def chat(answerer: Answerer, notice: str | None = None, console: Console | None = None) -> int:
    """Talk until the input ends or the person leaves; return the exit status."""
    screen = Screen(console or standard_console())
    if notice:
        screen.block(notice)
    if someone_types():
        _converse(Chat(answerer, screen), screen)
    else:
        _work_off(Chat(answerer, screen), screen, piped_lines(), after_notice=bool(notice))
    return 0


def show_answer(answer: Answer, console: Console | None = None) -> None:
    """Show one answer and nothing to pick."""
    Screen(console or standard_console()).answer(answer, pick=False)


def _leave(*_: object) -> None:
    raise KeyboardInterrupt


def _converse(talk: Chat, screen: Screen) -> None:
    # Told to stop, leave as by Ctrl-C: only then does readline give the terminal back as it was.
    signal.signal(signal.SIGTERM, _leave)
    prepare_editing([f"/{name}" for name in talk.commands])
    talk.greet()
    screen.gap()
    for line in typed_lines():
        if line.strip(" \t\r\n"):
            screen.gap()
            talk.take(line)
            if talk.over:
                return
            screen.gap()
    screen.gap()
    talk.leave()


def _work_off(talk: Chat, screen: Screen, lines: Iterable[str], after_notice: bool) -> None:
    separate = after_notice
    for line in lines:
        if not line.strip(" \t\r\n"):
            continue
        if separate:
            screen.gap()
        talk.take(line)
        separate = True
        if talk.over:
            return
