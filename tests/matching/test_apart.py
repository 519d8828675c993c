"""Learning in a child process: the same comes of it, and whatever happens to the child, this process goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from bot.config import harmless_environment
from bot.matching import Apart, Cache, Matcher, material
from bot.matching import apart as module
from bot.matching.apart import StoppedError
from bot.stories import Library

pytestmark = pytest.mark.skipif(os.name != "posix", reason="children are for POSIX")
QUESTIONS = ("is russia after isis", "how many people died", "who took the pic")
SLEEPS = "import time; time.sleep(60)"


@pytest.fixture(scope="module")
def library(shipped_library: Library) -> Library:
    """A part of the shipped knowledge that is learnt in a moment."""
    (story,) = shipped_library.stories
    return replace(shipped_library, stories=(replace(story, entries=story.entries[:20]),), digest="part")


@pytest.fixture(autouse=True)
def _nothing_is_too_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a head scores is learnt apart here."""
    monkeypatch.setattr(material, "_MANY_PHRASINGS", 0)


@pytest.fixture
def apart() -> Iterator[Apart]:
    """What learns apart, and leaves no process behind."""
    before = set(psutil.Process().children())
    made = Apart(harmless_environment())
    yield made
    made.stop()
    assert [each for each in psutil.Process().children() if each not in before] == []


@pytest.fixture
def instead(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Has the child run another program."""

    def run(program: str) -> None:
        monkeypatch.setattr(module, "_command", lambda: [sys.executable, "-c", program])

    return run


def figures(matcher: Matcher) -> list[tuple[float, str]]:
    """What a matcher says of a few questions."""
    matches = [matcher.match(question) for question in QUESTIONS]
    return [(pytest.approx(match.score, abs=1e-6), match.answerable[0].entry.id) for match in matches]


def test_a_child_learns_what_this_process_would(library: Library, apart: Apart, tmp_path: Path) -> None:
    """The answers are the same, and what came of it is kept: the next matcher needs no child."""
    learnt = figures(Matcher(library))
    assert figures(Matcher(library, Cache(tmp_path), apart=apart)) == learnt
    assert len(list(tmp_path.iterdir())) == 1
    apart.stop()
    assert figures(Matcher(library, Cache(tmp_path), apart=apart)) == learnt


def test_a_child_needs_no_cache(library: Library, apart: Apart, caplog: pytest.LogCaptureFixture) -> None:
    """Started beforehand or not, one after the other, with nothing in the log."""
    apart.start()
    first = figures(Matcher(library, apart=apart))
    apart.settled()
    assert figures(Matcher(library, apart=apart)) == first
    assert caplog.text == ""


def test_little_is_learnt_here(library: Library, apart: Apart, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of few phrasings no child hears."""
    monkeypatch.setattr(apart, "learn", lambda *_: pytest.fail("a child was asked"))
    (story,) = library.stories
    Matcher(replace(library, stories=(replace(story, entries=story.entries[:2]),)), apart=apart)


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("raise SystemExit(7)", "ended with status 7"),
        ("import os; os.kill(os.getpid(), 9)", "ended with status -9"),
        ("import sys; sys.stdin.buffer.read(); print('nonsense')", "gave back something else"),
        ("import sys; sys.stdin.buffer.read()", "gave back something else"),
        (SLEEPS, "took more than 1 s"),
    ],
    ids=["fails", "is killed", "talks nonsense", "says nothing", "takes too long"],
)
def test_whatever_happens_to_a_child_this_process_learns(
    library: Library, instead: Callable[[str], None], caplog: pytest.LogCaptureFixture, program: str, told: str
) -> None:
    """One line in the log, the right answers, and no child left."""
    instead(program)
    apart = Apart(harmless_environment(), seconds=1.0)
    assert figures(Matcher(library, apart=apart)) == figures(Matcher(library))
    assert f"the process that learns apart {told}; this one learns by itself" in caplog.text
    assert psutil.Process().children() == []


def test_no_child_can_be_started(
    library: Library, apart: Apart, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Too many processes, or no interpreter: this one learns."""
    monkeypatch.setattr(module, "_command", lambda: ["/nowhere/python"])
    apart.start()
    assert figures(Matcher(library, apart=apart)) == figures(Matcher(library))
    assert "could not be started: No such file or directory" in caplog.text


def test_what_a_child_says_is_logged(
    library: Library, apart: Apart, instead: Callable[[str], None], caplog: pytest.LogCaptureFixture
) -> None:
    """Its errors are ours."""
    instead("import sys; sys.stdin.buffer.read(); sys.exit('a fault of the child')")
    Matcher(library, apart=apart)
    assert "learning apart: a fault of the child" in caplog.text


def test_a_stop_ends_the_child(library: Library, apart: Apart, instead: Callable[[str], None]) -> None:
    """Who stops does not wait for what is being learnt, and nothing is learnt afterwards."""
    instead(SLEEPS)
    threading.Timer(0.3, apart.stop).start()
    before = time.monotonic()
    with pytest.raises(StoppedError):
        Matcher(library, apart=apart)
    assert time.monotonic() - before < 20
    with pytest.raises(StoppedError):
        Matcher(library, apart=apart)


def test_a_child_is_told_no_secret(monkeypatch: pytest.MonkeyPatch, instead: Callable[[str], None]) -> None:
    """Nothing of the environment but where things are."""
    for name in ("DISCORD_TOKEN", "RECORDS", "SOME_PASSWORD"):
        monkeypatch.setenv(name, "a secret")
    instead("import os, sys; print(sorted(os.environ)); sys.stdout.flush(); import time; time.sleep(60)")
    apart = Apart(harmless_environment())
    apart.start()
    child = apart._child
    assert child
    assert child.stdout
    told = child.stdout.readline().decode()
    apart.settled()
    assert "PYTHONPATH" in told
    assert not [name for name in ("DISCORD_TOKEN", "RECORDS", "SOME_PASSWORD") if name in told]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_the_child_ends_with_its_parent(number: int, tmp_path: Path) -> None:
    """However the parent ends."""
    program = (
        # Whatever runs in the background of a shell ignores the signal of Ctrl+C, and so does what it starts.
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "import sys, time; from pathlib import Path; from bot.matching import Apart\n"
        "apart = Apart({}); apart.start(); Path(sys.argv[1]).write_text(str(apart._child.pid))\n"
        "try: time.sleep(60)\nfinally: apart.settled()"
    )
    told = tmp_path / "child"
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen([sys.executable, "-c", program, told], cwd=root, stderr=subprocess.DEVNULL) as parent:
        _until(lambda: told.exists() and told.read_text())
        child = psutil.Process(int(told.read_text()))
        _until(lambda: "bot.matching.child" in " ".join(child.cmdline()))
        parent.send_signal(number)
        parent.wait(20)
    _until(lambda: not child.is_running() or child.status() == psutil.STATUS_ZOMBIE)


def _until(found: Callable[[], object]) -> None:
    ends = time.monotonic() + 20
    while not found():
        assert time.monotonic() < ends, "waited in vain"
        time.sleep(0.02)
