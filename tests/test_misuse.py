"""Commands that contradict themselves: one sentence that says what to do, and nothing is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli import USAGE, main
from tests.shipped import KNOWLEDGE


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["ask", "--jsonl", "who", "is", "kirby"], "Leave out --jsonl, or the question."),
        (["verify", "--jsonl", "a mistake for Russia"], "Leave out --jsonl, or the quote."),
        (["check", "--knowledge", str(KNOWLEDGE), str(KNOWLEDGE)], "Two folders are named. Leave out --knowledge, or"),
        (
            ["evaluate", "--worst", "-1", "questions.yaml"],
            "Argument --worst: -1 is no count; write a number",
        ),
    ],
)
def test_it_is_refused(typed: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A status of 2, and nothing on standard output."""
    assert main(typed) == USAGE
    out, err = capsys.readouterr()
    assert (out, err.startswith("bot: "), err.count("\n"), sentence in err) == ("", True, 1, True), err


def test_a_file_is_no_knowledge_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever names story.yaml itself is told that its folder is meant."""
    file = tmp_path / "story.yaml"
    file.write_text("title: A story\n", encoding="utf-8")
    assert main(["check", str(file)]) == 1
    assert f"{file}: This is a file, no knowledge folder. Name the folder it is in." in capsys.readouterr().out


def test_a_post_without_words_has_nothing_to_check(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is said of marks or of other stories then."""
    assert main(["verify", "--knowledge", str(KNOWLEDGE), '"?"']) == 0
    assert capsys.readouterr().out == "There are no words in it to check.\n"
