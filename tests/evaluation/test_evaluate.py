"""``python -m bot evaluate``: the report, the record, the plot, and what wrong use gets."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from bot.cli import main
from bot.evaluation import as_text, evaluate, read_questions, save_plot
from bot.evaluation.measure import Verdict
from bot.stories import Library

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "tests" / "data" / "questions.yaml"
PNG = b"\x89PNG\r\n\x1a\n"

QUESTIONS = """\
- question: how many boats go below it each year
  expect: boats
- question: what is the repair going to cost
  expect: none
- question: is the brigde closed
  expect: closing-day
"""
Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """No cache of learnt models."""
    monkeypatch.setenv("CACHE_DIR", "off")


def test_the_command(bridge: Path, write: Write, tmp_path: Path) -> None:
    """As a process: a table with all four systems, and a plot."""
    plot = tmp_path / "curve.png"
    command = [sys.executable, "-m", "bot", "evaluate", write(QUESTIONS), "--knowledge", bridge, "--plot", plot]
    done = subprocess.run(list(map(str, command)), cwd=ROOT, capture_output=True, encoding="utf-8",
                          check=False)  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(
        "Of 2 questions that the story answers: 2 right; of 1 other: 1 held back.\nKnowledge bridge"
    )
    for words in ("right or offered", "answered in vain", "always", "WRatio", "AUROC", "Our answers by score:"):
        assert words in done.stdout
    assert plot.read_bytes().startswith(PNG)


def test_the_table_is_aligned_and_fits_a_terminal(
    bridge: Path, write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every share's percent sign stands below the other's, in 80 columns."""
    assert main(["evaluate", str(write(QUESTIONS)), "--knowledge", str(bridge), "--worst", "0"]) == 0
    table = capsys.readouterr().out.split("\n\n")[1].splitlines()
    assert max(map(len, table)) <= 80
    full = [line for line in table if line.count("%") == 4]
    assert len({tuple(at for at, letter in enumerate(line) if letter == "%") for line in full}) == 1


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("- question: pizza?\n  expect: none\n", "Of 1 question: 1 held back."),
        (
            "- question: How many boats pass below the bridge?\n  expect: [boats]\n",
            "Of 1 question that the story answers: 1 right.",
        ),
        (
            "- question: How many boats pass below the bridge?\n  expect: [opening-day]\n",
            "Of 1 question that the story answers: 1 wrong.",
        ),
    ],
)
def test_the_first_line_says_it_all(answerer: Answerer, write: Write, text: str, first: str) -> None:
    """In one plain sentence, also where there are questions of one kind only."""
    assert as_text(evaluate(answerer, read_questions(write(text), answerer.library), 0)).splitlines()[0] == first


def test_a_mistake_says_what_to_do(answerer: Answerer, write: Write) -> None:
    """Which entry needs phrasings, and from which score on answers are given; an entry that is both is shown once."""
    wrong = "- question: How many boats pass below the bridge?\n  expect: [opening-day]\n"
    found = evaluate(answerer, read_questions(write(wrong), answerer.library), 1)
    told = as_text(found)
    assert "\n1. wrong, line 1: How many boats pass below the bridge?\n" in told
    assert "; answers are given from 0.40 on\n" in told
    assert told.endswith("to do     Write a few more phrasings like this one for opening-day.")
    (mistake,) = found.mistakes
    same = replace(mistake, verdict=Verdict.MISSED, expected=mistake.chosen)
    assert as_text(replace(found, mistakes=(same,))).count("boats: How many boats pass below the bridge?") == 1


def test_the_record(bridge: Path, write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    """``--json``: all four systems with the same keys, every question, and no value that JSON lacks."""
    assert main(["evaluate", str(write(QUESTIONS)), "--knowledge", str(bridge), "--json"]) == 0
    record = json.loads(capsys.readouterr().out, parse_constant=pytest.fail)
    assert [each["name"].split()[0] for each in record["systems"]] == ["ours", "WRatio", "WRatio", "always"]
    ours, *_, abstaining = record["systems"]
    assert ours["right"]["of"] == 2
    assert (abstaining["held_back"]["share"], abstaining["accuracy"]["share"], abstaining["curve"]) == (1.0, None, [])
    assert [each["line"] for each in record["results"]] == [1, 3, 5]
    assert record["quotes"]["count"] == record["quotes"]["of"] > 0


@pytest.mark.parametrize(
    "text", [QUESTIONS, "- question: boats\n  expect: boats\n", "- question: pizza?\n  expect: none\n"]
)
def test_the_plot_is_drawn(answerer: Answerer, write: Write, tmp_path: Path, text: str) -> None:
    """A PNG with both lines' colours in it, also of a single question."""
    from matplotlib.image import imread  # slow to load

    found = evaluate(answerer, read_questions(write(text), answerer.library), 0)
    save_plot(found, tmp_path / "any.name")
    assert (tmp_path / "any.name").read_bytes().startswith(PNG)
    pixels = imread(tmp_path / "any.name", format="png")[..., :3]
    assert pixels.shape[:2] == (780, 1200)
    for colour in ((0, 0x72, 0xB2), (0xD5, 0x5E, 0)):
        assert (abs(pixels - [part / 255 for part in colour]).max(-1) < 0.02).sum() > 50


def refused(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """What stands on standard error when a command is refused."""
    assert main(["evaluate", *map(str, arguments)]) == 2
    written = capsys.readouterr()
    assert written.out == ""
    return written.err


def test_without_matplotlib_the_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one sentence, before anything is loaded or measured."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    said = refused(capsys, "nothing.yaml", "--plot", "curve.png")
    assert said.count("\n") == 1
    assert "pip install -e '.[evaluate]'" in said


def test_a_faulty_file_is_refused(bridge: Path, write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit status 2, file and line."""
    said = refused(capsys, write("- question: a\n  expect: bots\n"), "--knowledge", bridge)
    assert "questions.yaml:2: There is no entry bots in bridge. Did you mean boats?" in said


def test_a_plot_that_cannot_be_written_costs_no_figures(
    bridge: Path, write: Write, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The report is printed before."""
    where = tmp_path / "no-folder" / "curve.png"
    assert main(["evaluate", str(write(QUESTIONS)), "--knowledge", str(bridge), "--plot", str(where)]) == 2
    written = capsys.readouterr()
    assert "Of 2 questions" in written.out
    assert f"The plot can't be written to {where}" in written.err


def test_the_shipped_knowledge_answers_questions_of_its_own_file(shipped_answerer: Answerer) -> None:
    """Most are answered or offered, and few of those that the story does not answer."""
    questions = read_questions(SHIPPED, shipped_answerer.library)
    ours, *baselines = evaluate(shipped_answerer, questions, 0).systems
    assert len(questions) == 60
    assert ours.figures.helped.total == 40
    assert (ours.figures.helped.value or 0) >= 0.85
    assert ours.figures.count(Verdict.IN_VAIN) <= 0.15 * 20
    assert all(ours.figures.overall.count > each.figures.overall.count for each in baselines)


@pytest.fixture
def shipped_answerer(shipped_library: Library) -> Answerer:
    """The shipped knowledge, learnt."""
    return Answerer(shipped_library)
