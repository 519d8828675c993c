"""Progress of long work: on a terminal a line a step, through a pipe nothing, and the same result in any case."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.progress import UNWATCHED
from bot.terminal import progress

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")

ROOT = Path(__file__).resolve().parents[2]
CHECK = (sys.executable, "-m", "bot", "check", "--full")
REPORT = (sys.executable, "-m", "bot", "report", "--knowledge")


def settings(home: Path) -> dict[str, str]:
    """The environment of a run."""
    kept = {"PYTHONPATH": str(ROOT), "HOME": str(home), "PATH": os.environ.get("PATH", "")}
    return {**kept, "CACHE_DIR": "off", "ENCODER": "off", "TERM": "xterm"}


def test_nobody_watching_changes_nothing() -> None:
    """Items come through, steps are done."""
    assert list(UNWATCHED.each([1, 2], "Counting")) == [1, 2]
    with UNWATCHED.during("Waiting"):
        pass


def test_through_a_pipe_nobody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    """A log file does not fill with bars."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False)
    with progress.watching() as watch:
        assert watch is UNWATCHED


def test_a_piped_check_shows_no_progress(story_folder: Callable[..., Path], tmp_path: Path) -> None:
    """Standard error stays empty, and warnings change no exit status."""
    done = subprocess.run(
        [*CHECK, str(story_folder())], env=settings(tmp_path), capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "No faults, 6 warnings." in done.stdout


@pytest.mark.parametrize(
    ("command", "result", "steps"),
    [
        (CHECK, "No faults, 6 warnings.", ("Learning the knowledge", "Asking every entry", "Comparing phrasings")),
        (REPORT, "Open it in a browser.", ("Learning without a part of the phrasings", "Comparing phrasings")),
    ],
    ids=["check", "report"],
)
def test_long_work_at_a_terminal_shows_progress(
    story_folder: Callable[..., Path], tmp_path: Path, command: tuple[str, ...], result: str, steps: tuple[str, ...]
) -> None:
    """On standard error, so that the result can be piped, and every step is named."""
    ours, theirs = pty.openpty()
    arguments, env = [*command, str(story_folder())], settings(tmp_path)
    with subprocess.Popen(
        arguments, cwd=tmp_path, env=env, stdout=subprocess.PIPE, stderr=theirs, text=True
    ) as running:
        os.close(theirs)
        shown = read_all(ours)
        assert running.stdout is not None
        said = running.stdout.read()
    assert running.returncode == 0
    assert result in said
    for step in steps:
        assert step in shown
        assert step not in said


def read_all(terminal: int) -> str:
    """What is written to a terminal until its other end is closed."""
    found = b""
    try:
        while piece := os.read(terminal, 4096):
            found += piece
    except OSError:
        pass  # how Linux says that the other end is closed
    finally:
        os.close(terminal)
    return found.decode()
