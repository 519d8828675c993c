"""From the first line to the last: a pipe, a prompt, odd input, ways to end."""

from __future__ import annotations

import builtins
import signal
import sys
from collections.abc import Callable, Iterator
from io import StringIO

import pytest
from rich.console import Console

from bot.answering import phrases
from bot.answering.answerer import Answerer
from bot.answering.records import Answer, Outcome
from bot.stories import Library
from bot.terminal import chat, keyboard
from bot.terminal.screen import Screen
from tests.terminal.talks import ESCAPE, Scripted, paper, said, seen, shown


@pytest.mark.parametrize(
    "typed",
    ["x" * 6000, "why " * 1500, "🙂🙂", "\x00\x01\x1b[2J", "\x1c", "\u200b", "\udc80 who", "\x1b[31mwho is hill"],
)
def test_odd_questions_get_a_friendly_reply(bridge: Library, typed: str) -> None:
    text = said(Answerer(bridge), typed)
    assert text.strip()
    assert ESCAPE not in text


def test_control_characters_never_reach_the_screen() -> None:
    assert shown(Answer(Outcome.UNSURE, f"a{ESCAPE}[2Jb\x00c\x9b\rd\ne", 0.0, "v")) == "a[2Jbcd\ne\n"


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    return lambda text: monkeypatch.setattr(sys, "stdin", StringIO(text))


def test_a_pipe_sees_answers_only(bridge: Library, piped: Callable[[str], None]) -> None:
    piped("who\n\n  \nwhat\n/quit\nnever\n")
    console, answerer = paper(), Scripted(bridge)
    assert chat(answerer, None, console) == 0
    assert seen(console) == f"{phrases.NOT_ABOUT_STORY}\n\n{phrases.NOT_ABOUT_STORY}\n\nGoodbye.\n"
    assert [question for question, _ in answerer.asked] == ["who", "what"]


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_the_notice_comes_first(bridge: Library, piped: Callable[[str], None], text: str) -> None:
    piped(text)
    console = paper()
    assert chat(Scripted(bridge), "No token.", console) == 0
    assert seen(console) == "No token.\n"


def test_a_closed_standard_input_ends_the_chat(bridge: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert chat(Scripted(bridge), None, paper()) == 0


@pytest.mark.parametrize("end", [EOFError, KeyboardInterrupt])
def test_a_person_is_greeted_and_may_leave_at_the_prompt(
    bridge: Library,
    monkeypatch: pytest.MonkeyPatch,
    end: type[BaseException],
) -> None:
    typed: Iterator[str | BaseException] = iter(["", "/story", end()])

    def typing(prompt: str) -> str:
        assert prompt == keyboard.PROMPT
        line = next(typed)
        if isinstance(line, BaseException):
            raise line
        return line

    monkeypatch.setattr("bot.terminal.session.someone_types", lambda: True)
    monkeypatch.setattr("bot.terminal.session.prepare_editing", lambda _: None)
    monkeypatch.setattr(builtins, "input", typing)
    console = paper()
    assert chat(Scripted(bridge), "No token.", console) == 0
    text = seen(console)
    assert text.startswith("No token.\nVerbatim answers questions on a news story")
    assert "  Bridge [bold]closed[/bold] · 4 May 2020\n" in text
    assert "\nQuestions are read by words.\n" in text
    assert "/help" in text
    assert text.endswith("\nGoodbye.\n")


def test_many_stories_make_no_long_banner(bridge: Library) -> None:
    console = paper()
    Screen(console).banner(Library(bridge.stories * 1_000, "v"), "words")
    assert len(seen(console).splitlines()) == 11
    assert "… and 995 more; /story lists them." in seen(console)


def test_without_readline_the_prompt_still_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "readline", None)
    keyboard.prepare_editing(["/help"])


def test_tab_completes_commands() -> None:
    readline = pytest.importorskip("readline")
    keyboard.prepare_editing(["/quote", "/quit", "/help"])
    complete = readline.get_completer()
    assert [complete("/qu", state) for state in range(3)] == ["/quote", "/quit", None]
    assert complete("qu", 0) is None
    readline.set_completer(None)


def test_told_to_stop_the_chat_leaves_as_by_ctrl_c(monkeypatch: pytest.MonkeyPatch, bridge: Library) -> None:
    """SIGTERM at the prompt ends politely, so that readline gives the terminal back as it was."""

    def stopped(_: str) -> str:
        signal.raise_signal(signal.SIGTERM)
        return "never seen"

    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(builtins, "input", stopped)
    monkeypatch.setattr("bot.terminal.session.someone_types", lambda: True)
    console = Console(file=StringIO(), width=80)
    try:
        assert chat(Scripted(bridge), console=console) == 0
    finally:
        signal.signal(signal.SIGTERM, before)
    assert seen(console).endswith("Goodbye.\n")
