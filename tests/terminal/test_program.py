"""The program itself, through a pipe and at a pseudo-terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from bot.config import Settings
from bot.stories import Library, load_library
from bot.terminal import keyboard
from tests.terminal.talks import ESCAPE, said

ROOT = Path(__file__).resolve().parents[2]


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "bot", *arguments]


def surroundings(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"DISCORD_TOKEN", "NO_COLOR", "COLUMNS"}}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **more}


def test_piped_into_the_program(bridge: Library, tmp_path: Path) -> None:
    done = subprocess.run(
        command("chat", "--knowledge", "knowledge"),
        cwd=tmp_path,
        env=surroundings(),
        check=False,
        timeout=60,
        input=b"When was the old bridge closed?\n\xff\xfe\x00\n/quote crowns\n",
        capture_output=True,
    )
    text = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert text.startswith("On Monday.\n\n  │ The old bridge was closed on Monday.\n")
    assert "  │ Captain Reed claimed that the repair would cost nine thousand crowns [/dim] this year.\n" in text
    assert ESCAPE not in text
    assert keyboard.PROMPT not in text


class Terminal:
    """A person at a pseudo-terminal: reads up to the prompt, types, reads on."""

    def __init__(self, folder: Path, **more: str) -> None:
        import pty  # Windows has none

        self._master, slave = pty.openpty()
        self._process = subprocess.Popen(
            command("chat", "--knowledge", "knowledge"),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=folder,
            env=surroundings(**more),
            start_new_session=True,
        )
        os.close(slave)
        self.screen = b""

    def prompted(self) -> str:
        before = len(self.screen)
        while not self.screen[before:].endswith(keyboard.PROMPT.encode()):
            if not self._read():
                raise AssertionError(self.screen.decode())
        return self.screen[before:].decode()

    def types(self, text: str) -> None:
        os.write(self._master, text.encode())

    def ended(self) -> int:
        while self._read():
            pass
        os.close(self._master)
        return self._process.wait(timeout=30)

    def _read(self) -> bytes:
        try:
            got = os.read(self._master, 65_536)
        except OSError:  # Linux's way of saying that the other side has closed
            got = b""
        self.screen += got
        return got


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
@pytest.mark.parametrize(
    ("environment", "bold"), [({"TERM": "xterm-256color"}, True), ({"TERM": "dumb"}, False)], ids=["colour", "dumb"]
)
def test_a_person_at_a_terminal(bridge: Library, tmp_path: Path, environment: dict[str, str], bold: bool) -> None:
    terminal = Terminal(tmp_path, **environment)
    assert "Bridge [bold]closed[/bold]" in terminal.prompted()
    terminal.types("When was the old bridge closed?\n")
    assert "On Monday." in terminal.prompted()
    terminal.types("/topics\n")
    assert "What it costs (1)" in terminal.prompted()
    terminal.types("2\n")
    assert "How much does the repair cost?" in terminal.prompted()
    terminal.types("1\n")
    assert "Reed claimed nine thousand crowns." in terminal.prompted()
    terminal.types("\x04")
    assert terminal.ended() == 0
    assert b"Goodbye." in terminal.screen
    assert (b"\x1b[1m" in terminal.screen) is bold
    assert list(tmp_path.iterdir()) == [tmp_path / "knowledge"]


def test_the_shipped_knowledge_answers() -> None:
    answerer = Answerer(load_library(Settings().knowledge_dir))
    text = said(answerer, "who is lavrov", "/quote terrorist lavrov")
    assert text.startswith("Sergei Lavrov is named in the story as the Russian Foreign Minister.\n")
    assert "— reported of Sergei Lavrov, Russian Foreign Minister · paragraph 6" in text
    assert "— Sergei Lavrov, Russian Foreign Minister, quoted · paragraph 7" in text
