"""Commands that are mistyped or contradict themselves: one sentence says what to do, and nothing is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli import USAGE, _parser, main
from tests.shipped import KNOWLEDGE


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("chekc",), "There is no command chekc. Did you mean check?"),
        (("answer", "x"), "There is no command answer. Did you mean unanswered?"),
        (("zzz",), "There is no command zzz. See `python -m bot --help`."),
        (("\x1b[31mred",), "There is no command \\x1b[31mred. See `python -m bot --help`."),
        (("--nope",), "--nope is not known here. See `python -m bot --help`."),
        (("ask", "--jsno"), "--jsno is not known here. Did you mean --jsonl?"),
        (("check", "--ful"), None),
        (("check", "--fulll"), "--fulll is not known here. Did you mean --full?"),
        (("check", "a", "b"), "b is not known here. See `python -m bot check --help`."),
        (("new",), "The following arguments are required: FOLDER, ARTICLE. See `python -m bot new --help`."),
        (
            ("evaluate", "x", "--worst", "y"),
            "Argument --worst: y is no count; write a number such as 5. See `python -m bot evaluate --help`.",
        ),
    ],
)
def test_what_is_mistyped_is_one_sentence(
    arguments: tuple[str, ...], told: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit status 2, what may be meant on standard error, nothing on standard output; options may be cut short."""
    if told is None:
        assert _parser().understood(arguments).full
        return
    assert main(list(arguments)) == 2
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", f"bot: {told}\n")


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
    assert f"{file}: This is a file, no knowledge folder. Name the folder it is in, on the" in capsys.readouterr().out


def test_a_post_without_words_has_nothing_to_check(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is said of marks or of other stories then."""
    assert main(["verify", "--knowledge", str(KNOWLEDGE), '"?"']) == 0
    assert capsys.readouterr().out == "There are no words in it to check.\n"
