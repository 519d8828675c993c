"""Whatever lies in a knowledge folder: it loads proved, or every fault has its place; nothing else is read or run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.answerer import Answerer
from bot.answering.desk import Edition
from bot.checking import as_text, check_knowledge
from bot.cli import main
from bot.evaluation.questions import QuestionsError, read_questions
from bot.stories import KnowledgeError, load_library
from bot.stories.article import read_article, sentences
from bot.stories.quotes import QuoteFinder
from bot.stories.typography import fold_with_offsets
from tests.bench.typos import seeded
from tests.hostile.folders import TRAPS, Hostile, hostile_folder
from tests.hostile.on_disk import ON_DISK
from tests.hostile.outcomes import Judged, Outcome, outcome_of, warm_up
from tests.hostile.strategies import folders
from tests.hostile.valid import ENTRIES, SECRET, STORY, VALID
from tests.hostile.watching import outside, watched

ROOT = Path(__file__).resolve().parents[2]
# A machine may be busy; what takes the square of a file's size takes minutes.
SECONDS = 30


@contextmanager
def in_time(seconds: int = SECONDS) -> Iterator[None]:
    """Fail rather than hang: a pipe, for one, could make a reader wait for ever."""

    def give_up(*_: object) -> None:
        raise AssertionError(f"not done in {seconds} s")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def judged(made: Hostile) -> Judged:
    """What becomes of a folder, with all that must hold whatever that is."""
    with tempfile.TemporaryDirectory(prefix="hostile-") as place:
        knowledge = made.write(Path(place))
        with in_time(), watched() as seen:
            found = outcome_of(knowledge)
        assert found.outcome is not Outcome.NEITHER, found.told
        assert outside(seen, knowledge) == []
        assert SECRET not in found.told
        assert found.seconds < SECONDS
    return found


@pytest.fixture(scope="session", autouse=True)
def _warm() -> None:
    """A watched loading imports nothing."""
    warm_up()


def test_the_folder_that_is_changed_is_valid() -> None:
    """Else nothing of this would mean anything; and the judge sees what is wrong."""
    assert judged(Hostile()).outcome is Outcome.LOADED
    assert judged(Hostile({**VALID, "story.yaml": b"title: [x]\n"})).outcome is Outcome.REFUSED


@given(folders())
def test_a_hostile_folder_is_refused_with_its_places_or_loads_proved(made: Hostile) -> None:
    """Bytes, values, traps, encodings, links, pipes, sockets, names."""
    judged(made)


@given(st.sampled_from(sorted(VALID)), st.binary(max_size=2_000))
def test_any_bytes_at_all(file: str, data: bytes) -> None:
    """In the place of any file."""
    judged(Hostile({**VALID, file: data}))


@given(st.sampled_from(["story.yaml", "entries/all.yaml"]), st.text(max_size=500))
def test_any_text_at_all(file: str, text: str) -> None:
    """In the place of a YAML file, or at its end."""
    data = text.encode("utf-8", "replace")
    judged(Hostile({**VALID, file: data}))
    judged(Hostile({**VALID, file: VALID[file] + data}))


@pytest.mark.parametrize("trap", TRAPS, ids=[trap[:20] for trap in TRAPS])
@pytest.mark.parametrize("file", ["story.yaml", "entries/all.yaml"])
def test_a_trap_of_yaml(file: str, trap: str) -> None:
    """At the beginning and at the end."""
    for data in (trap.encode() + b"\n" + VALID[file], VALID[file] + trap.encode() + b"\n"):
        judged(Hostile({**VALID, file: data}))


@pytest.mark.parametrize("act", ON_DISK)
@pytest.mark.parametrize("file", [*VALID, "entries", "entries/more.yaml"])
def test_what_is_no_file(act: str, file: str) -> None:
    """Links, pipes, sockets, folders and odd names, in every place; nothing waits, and nothing is read through them."""
    found = judged(Hostile(done=[(act, file)]))
    is_read = file != "entries" and ("/" in file or not act.startswith("a name of"))
    if is_read and act not in ("an unreadable file", "a long name"):
        assert found.outcome is Outcome.REFUSED


def test_what_loads_can_be_served() -> None:
    """It is learnt, checked and asked like any other."""
    served, seeds = 0, count()
    while served < 6:
        with tempfile.TemporaryDirectory(prefix="hostile-") as place, in_time(60):
            knowledge = hostile_folder(seeded(next(seeds))).write(Path(place))
            library = outcome_of(knowledge).library
            if library is None:
                continue
            served += 1
            edition = Edition(Answerer(library))
            assert edition.answerer.ask("When does the bridge open?").text
            assert edition.check("The bridge won't open before Sunday").version
            assert all(line.isprintable() for line in as_text(check_knowledge(knowledge)).splitlines())


def test_a_pipe_that_takes_a_files_place_is_not_waited_for(tmp_path: Path) -> None:
    """Also where it comes between the look at a file and its opening."""
    knowledge = Hostile().write(tmp_path)
    article = knowledge / "bridge" / "article.txt"
    looked = Path.is_file

    def is_file(path: Path) -> bool:
        found = looked(path)
        if path == article and found:
            article.unlink()
            os.mkfifo(article)
        return found

    with patch.object(Path, "is_file", is_file), in_time(), pytest.raises(KnowledgeError, match="This is no regular"):
        load_library(knowledge)


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("story.yaml", "title: x\nsources: [" + "[]," * 80_000 + "x]\n"),
        ("story.yaml", "title: x\n" + "".join(f"k{number}: x\n" for number in range(20_000))),
        ("story.yaml", "title: x\n" * 20_000),
        ("story.yaml", "title: " + "x" * 1_000_000 + "\n"),
        ("entries/all.yaml", "- a\n" * 50_000),
        ("entries/all.yaml", "- {}\n" * 20_000),
        ("entries/all.yaml", "- " * 100_000),
        ("entries/all.yaml", "- id: x\n  questions: [" + "[]," * 40_000 + "]\n"),
        ("entries/all.yaml", "a" * 1_000_000 + ": b\n"),
        ("entries/all.yaml", ENTRIES + "- {id: " + "9" * 1_000_000 + "}\n"),
        ("article.txt", "!" * 100_000),
        ("article.txt", "A. " * 60_000),
        ("article.txt", "a" + "\u0301\u0316" * 40_000),
        ("article.txt", "\u1100\u1161" * 40_000),
        ("article.txt", " " * 100_000 + "x"),
        ("article.txt", "x\n\n" * 40_000),
        ("article.txt", "a\x1b[31m"),
        ("article.txt", "\u200b" * 100_000 + "x"),
    ],
    ids=range(18),
)
def test_a_large_file_costs_no_more_than_its_size(file: str, content: str) -> None:
    """None takes the square of it, and the faults are no more than a person would read."""
    found = judged(Hostile({**VALID, file: content.encode()}))
    assert found.outcome is Outcome.REFUSED
    assert len(found.told) < 500_000


@pytest.mark.parametrize(
    "text",
    [
        "!" * 100_000,
        "A. " * 60_000,
        "a. B" * 40_000,
        "x\n\n" * 40_000,
        "\u1100" * 40_000,
        "e" + "\u0301\u0316" * 40_000,
    ],
    ids=range(6),
)
def test_an_article_is_read_once(text: str) -> None:
    """Its sentences, its folded form, and where a quote stands."""
    with in_time(30):
        article = read_article(text)
        assert sentences(article)
        assert fold_with_offsets(text).text
        assert QuoteFinder(article).locate("x x x x x x x x x")
        assert article.paragraph_at(len(text) - 1).number >= 1


CONTROL = "Remove the character U+001B; it can't be shown."
UNSEEN = "Write something; nothing of it can be seen."


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("story.yaml", "Old bridge closed", '"a\\e[31mb"', f"story.yaml:1: `title` can't be used as it is. {CONTROL}"),
        ("entries/all.yaml", "    - How many boats pass?", '    - "\\u200b\\u2060"', UNSEEN),
        ("entries/all.yaml", "id: boats", 'id: "b\\n2026 ERROR"', r"entry b\n2026 ERROR: `id` can't be used as it is."),
        ("story.yaml", "kicker:", '"ki\\ncker\\e":', r"The key `ki\ncker\x1b` is not known."),
        ("story.yaml", "https://example.org/bridge", "https://x><@1>", "`url` can't be used as it is."),
        ("entries/all.yaml", "topic: all", "topic: ../../../x", ""),
    ],
    ids=range(6),
)
def test_what_cannot_be_shown(file: str, old: str, new: str, told: str) -> None:
    """Control characters and nothing at all are refused, and whatever is told of them can be read."""
    data = VALID[file].decode().replace(old, new, 1).encode()
    assert data != VALID[file]
    found = judged(Hostile({**VALID, file: data}))
    assert told in found.told
    assert found.outcome is (Outcome.REFUSED if told else Outcome.LOADED)


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    """Run a command; return its status and the lines that it said, which can all be printed."""
    status = main(list(arguments))
    told = capsys.readouterr()
    lines = f"{told.out}{told.err}".splitlines()
    assert all(line.isprintable() for line in lines)
    f"{told.out}{told.err}".encode()
    return status, lines


@pytest.mark.parametrize(
    "made",
    [
        Hostile(done=[("a pipe", "article.txt"), ("a name of bytes", "entries/x"), ("a name of lines", "entries/x")]),
        Hostile({**VALID, "story.yaml": STORY.encode() + b"\xff\x00\n"}, [("a huge file", "entries/more.yaml")]),
    ],
    ids=["names", "bytes"],
)
def test_the_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str], made: Hostile) -> None:
    """Status 1 and sentences; as JSON, too."""
    knowledge = made.write(tmp_path)
    for more in ((), ("--json",)):
        with in_time():
            status, lines = said(capsys, "check", str(knowledge), *more)
        assert status == 1
        assert any("can't be shown" in line or "larger than" in line for line in lines)


def test_the_command_has_bounded_memory(tmp_path: Path) -> None:
    """Of a file that is nothing but faults it tells some, and needs no more room than a large story does."""
    knowledge = Hostile({**VALID, "entries/all.yaml": b"- a\n" * 400_000}).write(tmp_path)
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_AS, ({1_500 * 2**20},) * 2)"
    program = f"{limit}; from bot.cli import main; raise SystemExit(main(['check', {str(knowledge)!r}]))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert "From here on the file may have more faults." in done.stdout


@pytest.mark.parametrize("folder", ["x" * 5_000, os.fsdecode(b"\xff\xfe"), "a\nb\x1b[31m", "/dev/null", "a\0b"])
def test_a_folder_that_is_none(capsys: pytest.CaptureFixture[str], folder: str) -> None:
    """However it is named."""
    status, lines = said(capsys, "check", folder)
    assert status == 1
    assert "There is no such knowledge folder." in lines[0]


def test_labelled_questions_of_any_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file without an end is read as far as a file may be large; a binary one is named."""
    library = load_library(Hostile().write(tmp_path))
    binary = tmp_path / "binary.yaml"
    binary.write_bytes(bytes(range(256)) * 10)
    for file, told in ((Path("/dev/zero"), "larger than"), (binary, "not UTF-8"), (tmp_path, "can't be read")):
        with in_time(), pytest.raises(QuestionsError, match=told):
            read_questions(file, library)
