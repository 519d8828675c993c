"""The README is tested against the code: its examples load, its commands exist, its promises hold."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from bot.answering.answerer import Answerer
from bot.checking import check_knowledge
from bot.config import DESCRIPTIONS
from bot.evaluation.questions import read_questions
from bot.stories import load_library
from bot.stories.schema import Settled

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def example(name: str) -> str:
    """The fenced block behind ``<!-- example: NAME -->``."""
    found = re.search(rf"<!-- example: {re.escape(name)} -->\n```\w+\n(.*?)```", README, re.DOTALL)
    assert found, f"the README has no example {name}"
    return found.group(1)


@pytest.fixture
def lighthouse(tmp_path: Path) -> Path:
    """The README's example story, written as it says."""
    story = tmp_path / "lighthouse"
    (story / "entries").mkdir(parents=True)
    for name in ("story.yaml", "article.txt", "entries/keeper.yaml"):
        (story / name).write_text(example(name), encoding="utf-8")
    return tmp_path


def test_the_example_story_loads_and_answers(lighthouse: Path) -> None:
    """What a curator copies from the README is a working bot."""
    answerer = Answerer(load_library(lighthouse))
    answer = answerer.ask("whos the keeper thats leaving")
    assert answer.entry is not None
    assert answer.entry.id == "who-retires"
    assert answerer.ask("How old is Ada Brandt?").text == "The story does not say how old Ada Brandt is."


def test_the_example_story_is_sound(lighthouse: Path) -> None:
    """Whoever copies it begins without one, but that it has no entry for its headline."""
    (only,) = check_knowledge(lighthouse).warnings
    assert only.text == "Lighthouse keeper retires after forty years"


def test_what_can_be_settled_is_listed() -> None:
    """In the table of an entry's keys."""
    (row,) = re.findall(r"^\| `settled` \|(.+)$", README, re.MULTILINE)
    assert re.findall(r"`(\w+)`", row.partition(":")[2]) == list(get_args(Settled))


def test_the_way_from_an_article_to_a_bot_can_be_gone(tmp_path: Path) -> None:
    """The commands of the curators' section, one after the other, on the README's own article."""
    (tmp_path / "article.txt").write_text(example("article.txt"), encoding="utf-8")
    settings = {"PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "CACHE_DIR": "off", "ENCODER": "off"}
    for line in example("workshop").splitlines():
        program, *arguments = line.split()
        assert program == ".venv/bin/python"
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=tmp_path,
            env=settings,
            input="",
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, ""), line
    assert (tmp_path / "report.html").exists()


def test_the_example_of_labelled_questions_reads(lighthouse: Path) -> None:
    """Its entry ids are those of the example story."""
    file = lighthouse / "questions.yaml"
    file.write_text(example("questions.yaml"), encoding="utf-8")
    assert len(read_questions(file, load_library(lighthouse))) == 3


def test_the_table_of_commands_is_that_of_the_program() -> None:
    """Every command stands in the README, and none that is not there."""
    shown = set(re.findall(r"^\| `python -m bot (\w+)", README, re.MULTILINE))
    helped = subprocess.run(
        [sys.executable, "-m", "bot", "--help"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    offered = set(re.findall(r"^    (\w+)(?: |$)", helped.stdout, re.MULTILINE))
    assert shown | {"run"} == offered


def test_the_thresholds_in_the_readme_are_those_of_the_code() -> None:
    """Figures in prose go stale unless something holds them."""
    from bot.answering import decision

    assert f"from {decision.ANSWER_AT:.2f} on the entry is shown" in " ".join(README.split())


def test_every_link_within_the_readme_leads_somewhere() -> None:
    """To a heading as GitHub names it, or to a file that is there."""
    prose = re.sub(r"```.*?```", "", README, flags=re.DOTALL)
    headings = re.findall(r"^#+ (.+)$", prose, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    links = re.findall(r"\]\(([^)\s]+)\)", prose)
    assert [link for link in links if link.startswith("#") and link[1:] not in anchors] == []
    files = [link for link in links if not link.startswith(("#", "https://"))]
    assert files
    assert [each for each in files if not (ROOT / each).exists()] == []


def test_every_setting_that_the_readme_names_is_one() -> None:
    """Also those in its examples of commands and files."""
    named = set(re.findall(r"\b[A-Z]{3,}(?:_[A-Z]+)+\b", README))
    others = {"YOUR_APPLICATION_ID", "YOUR_COPY_OF_THIS_REPOSITORY"}
    assert named - others <= {name.upper() for name in DESCRIPTIONS}
    assert {"HOME_GUILD", "MODERATOR_ROLES", "AUDIT_CHANNEL", "KNOWLEDGE_DIR"} <= named


def test_a_folder_of_stories_and_one_story_are_both_served_alone(lighthouse: Path) -> None:
    """By KNOWLEDGE_DIR, as the README says: the shipped story is then not there."""
    for folder in (lighthouse, lighthouse / "lighthouse"):
        settings = {"PYTHONPATH": str(ROOT), "HOME": str(lighthouse), "CACHE_DIR": "off", "KNOWLEDGE_DIR": str(folder)}
        done = subprocess.run(
            [sys.executable, "-m", "bot", "chat"],
            cwd=lighthouse,
            env=settings,
            input="/story\n",
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.stdout.startswith("Lighthouse keeper retires after forty years\n"), done.stderr


def test_pinned_requirements_name_every_dependency() -> None:
    """requirements.txt pins names and versions only, and all that pyproject.toml asks for."""
    lines = [line for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    pinned = {re.split(r"[=;]", line)[0].lower().replace("_", "-") for line in lines}
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+(; .+)?", line) for line in lines)
    asked = re.search(r"\ndependencies = \[(.*?)\]", (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.DOTALL)
    assert asked
    assert {name.lower() for name in re.findall(r'"([\w.-]+)', asked.group(1))} <= pinned
