"""The command line as a process: exit statuses, standard output and standard error."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot import __version__
from tests.knowledge_folder import ENTRIES, STORY

ROOT = Path(__file__).resolve().parent.parent
StoryFolder = Callable[..., Path]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs ``python -m bot`` in an empty folder, with no settings but those given."""
    (tmp_path / "here").mkdir()

    def run_bot(*arguments: str | Path, typed: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
        environment = {
            "PATH": os.environ.get("PATH", ""),
            "HOME": str(tmp_path),
            "PYTHONPATH": str(ROOT),
            "CACHE_DIR": "off",
            **settings,
        }
        return subprocess.run(
            [sys.executable, "-m", "bot", *map(str, arguments)],
            cwd=tmp_path / "here",
            env=environment,
            input=typed,
            encoding="utf-8",
            capture_output=True,
            timeout=60,
            check=False,
        )

    return run_bot


def assert_refused(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """Exit status 2, nothing on standard output, and one line on standard error that is no traceback."""
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("bot: ")
    assert done.stderr.count("\n") == 1
    for word in words:
        assert word in done.stderr


def answers(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    """The JSON lines of a run that went well."""
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.removesuffix("\n").split("\n")]


def test_the_version(run: Run) -> None:
    """``--version`` is the version of the package."""
    assert run("--version").stdout == f"verbatim {__version__}\n"


def test_the_help_names_every_command(run: Run) -> None:
    """``--help`` lists the commands, each with what it does, and says where settings come from."""
    done = run("--help")
    assert done.returncode == 0
    for command in ("run", "chat", "ask", "check"):
        assert f"\n    {command} " in done.stdout
    for word in ("DISCORD_TOKEN", ".env.example"):
        assert word in done.stdout


def test_no_argument_takes_a_secret(run: Run) -> None:
    """Whoever lists the processes of a machine sees their arguments: no option of any command is a token."""
    for command in ((), ("run",), ("chat",), ("ask",), ("check",), ("verify",), ("unanswered",)):
        helped = run(*command, "--help").stdout
        assert not set(re.findall(r"--([\w-]+)", helped)) & {"token", "discord-token", "password", "secret"}
        refused = run(*command, "--token", "MTIz.very.secret")
        assert refused.returncode == 2
        assert refused.stdout == ""


def test_a_sound_folder_passes_the_check(run: Run, story_folder: StoryFolder) -> None:
    """Exit status 0 and a summary, for people and for machines, by argument or by setting."""
    folder = story_folder()
    done = run("check", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("bridge: 2 entries (1 answerable, 1 not in the story)")
    record = json.loads(run("check", "--json", KNOWLEDGE_DIR=str(folder)).stdout)
    assert (record["ok"], record["faults"], record["stories"][0]["story"]) == (True, [], "bridge")


def test_a_broken_folder_fails_the_check(run: Run, story_folder: StoryFolder) -> None:
    """Exit status 1 and every fault with file and line, for people and for machines."""
    folder = story_folder(story=STORY + "kiker: K\n", entries={"a.yaml": "- id: x\n", "b.yaml": "a: [\n"})
    done = run("check", folder)
    assert (done.returncode, done.stderr) == (1, "")
    for place in ("story.yaml:6: ", "entries/a.yaml:1: entry x: ", "entries/b.yaml:1: "):
        assert f"{folder.name}/{place}" in done.stdout
    asked = run("check", folder, "--json")
    assert asked.returncode == 1
    assert {(fault["line"], fault["entry"]) for fault in json.loads(asked.stdout)["faults"]} == {
        (6, None),
        (1, "x"),
        (1, None),
    }


@pytest.mark.parametrize("named", [(), ("--knowledge",)])
def test_a_missing_folder_fails_the_check(run: Run, tmp_path: Path, named: tuple[str, ...]) -> None:
    """Exit status 1 and one fault that names the folder, which is given as to other commands or alone."""
    done = run("check", *named, tmp_path / "nowhere")
    assert done.returncode == 1
    assert done.stdout.startswith(f"{tmp_path}/nowhere: There is no such knowledge folder.")
    assert "Traceback" not in done.stderr


def test_a_missing_folder_is_told_with_its_whole_path(run: Run, tmp_path: Path) -> None:
    """Whoever stands inside of the folder that they name sees why it is not found."""
    done = run("check", "knowledge")
    sought = f"{tmp_path}/here/knowledge: There is no such knowledge folder. Correct the path on the command line"
    assert done.stdout.startswith(sought)


def test_json_lines_are_answered_in_order(run: Run, story_folder: StoryFolder) -> None:
    """One line out for each line in; a line that can't be used gets an error, and the rest goes on."""
    lines = [
        '{"id": "a", "question": "When does the bridge open?"}',
        "no json",
        "",
        "[1, 2]",
        '"text"',
        '{"id": "b"}',
        '{"id": 7, "question": 5}',
        '{"question": "what does the repair cost"}',
        '{"id": {"x": [1]}, "question": ""}',
        '{"id": "c", "question": "\\ud83d\\ude00 \\u0000"}',
        '{"id": "é\\u2028", "question": "opening day of the bridge", "conversation": "k"}',
    ]
    found = answers(run("ask", "--jsonl", "--knowledge", story_folder(), typed="\n".join(lines)))
    assert [record["id"] for record in found] == ["a", None, None, None, "b", 7, None, {"x": [1]}, "c", "é\u2028"]
    assert [set(record) == {"id", "error"} for record in found] == [at in range(1, 6) for at in range(10)]
    assert all(isinstance(record["error"], str) and record["error"] for record in found[1:6])
    first = found[0]
    assert set(first) == {
        "id", "outcome", "story", "entry", "answer", "citations", "candidates", "suggestions", "score",
    }  # fmt: skip
    assert (first["outcome"], first["story"], first["entry"]) == ("answered", "bridge", "opening-day")
    (citation,) = first["citations"]
    assert citation == {
        "quote": "The bridge won’t open before Sunday,",
        "speaker": "Ann Hill",
        "kind": "quote",
        "paragraph": 3,
        "start": 58,
        "end": 94,
    }
    assert found[6]["outcome"] != "answered"


def test_a_lone_surrogate_stops_nothing(run: Run, story_folder: StoryFolder) -> None:
    """JSON may hold half a character, in an id, a question or a conversation; the line and the rest are answered."""
    lines = [
        '{"id": "\\ud83d", "question": "When does the bridge open?"}',
        '{"id": 2, "question": "\\ude00 when does the bridge open", "conversation": "\\ud83d"}',
        '{"id": "\\ud83d"}',
        '{"id": 4, "question": "When does the bridge open?"}',
    ]
    found = answers(run("ask", "--jsonl", "--knowledge", story_folder(), typed="\n".join(lines)))
    assert [record["id"] for record in found][1::2] == [2, 4]
    assert [record.get("entry") for record in found] == ["opening-day", "opening-day", None, "opening-day"]


def test_a_byte_order_mark_is_no_part_of_the_first_line(run: Run, story_folder: StoryFolder) -> None:
    """Some programs begin their output with one."""
    (found,) = answers(
        run("ask", "--jsonl", "--knowledge", story_folder(), typed='\ufeff{"id": 1, "question": "When does it open?"}')
    )
    assert found["id"] == 1
    assert "error" not in found


def test_output_is_ascii_in_any_locale(run: Run, story_folder: StoryFolder) -> None:
    """JSON for machines can be written whatever the encoding of standard output."""
    folder = story_folder(entries=ENTRIES.replace("won't open before Sunday,", "is café"))
    done = run("check", folder, "--json", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, "")
    assert "is café" in json.loads(done.stdout)["faults"][0]["problem"]


def test_input_that_is_no_utf8_stops_nothing(story_folder: StoryFolder, tmp_path: Path) -> None:
    """Bytes of another encoding make a line with odd characters, not a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "--jsonl", "--knowledge", str(story_folder())],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "CACHE_DIR": "off", "PYTHONIOENCODING": "ascii"},
        input=b'{"id": 1, "question": "caf\xe9?"}\n\xff\xfe\n{"id": 3, "question": "When does the bridge open?"}\n',
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert [json.loads(line)["id"] for line in done.stdout.decode().splitlines()] == [1, None, 3]


def test_a_question_needs_no_quotation_marks(run: Run, story_folder: StoryFolder) -> None:
    """Its words may come as the shell parts them."""
    done = run("ask", "--knowledge", story_folder(), "when", "does", "the", "bridge", "open?")
    assert done.returncode == 0
    assert done.stdout.startswith("Mayor Ann Hill said")


@pytest.mark.parametrize("text", ["", "  "])
def test_verify_without_a_quote_says_how(run: Run, story_folder: StoryFolder, text: str) -> None:
    """Nothing is no quote that the story lacks."""
    done = run("verify", "--knowledge", story_folder(), text)
    assert_refused(done, "Give the quote: ", "--jsonl")
    assert "Lavrov" not in done.stderr  # whoever reads it may know another story


def test_ask_without_a_question_says_how(run: Run, story_folder: StoryFolder) -> None:
    """Nothing to ask is one sentence with an example."""
    assert_refused(run("ask", "--knowledge", story_folder()), "Ask a question: ", "--jsonl")


@pytest.mark.parametrize("arguments", [("check",), ()])
def test_a_bad_setting_stops_every_command(run: Run, arguments: tuple[str, ...]) -> None:
    """A setting that can't be used is one sentence, whatever was asked for."""
    assert_refused(run(*arguments, LOG_LEVEL="LOUD"), "LOG_LEVEL", "DEBUG")


def test_an_unknown_setting_in_the_file_is_one_sentence(run: Run, tmp_path: Path) -> None:
    """A .env in the working folder is read, and its mistakes are named."""
    (tmp_path / "here" / ".env").write_text("DISCORD_TOKN=x\n", encoding="utf-8")
    assert_refused(run("check"), "DISCORD_TOKN", "Did you mean DISCORD_TOKEN?")


@pytest.mark.parametrize("command", [("ask", "--jsonl"), ("chat",), ()])
def test_broken_knowledge_is_never_served(run: Run, story_folder: StoryFolder, command: tuple[str, ...]) -> None:
    """Exit status 2, the fault on standard error, and not one line of an answer."""
    folder = story_folder(story=STORY + "kiker: K\n")
    done = run(*command, typed='{"id": 1, "question": "When?"}\n', KNOWLEDGE_DIR=str(folder))
    assert_refused(done, f"{folder}/story.yaml:6: The key `kiker` is not known.")


def test_many_faults_are_summed_up(run: Run, story_folder: StoryFolder) -> None:
    """Five faults are shown, the others are counted, and ``check`` is named."""
    folder = story_folder(entries="".join(f"- id: e{number}\n  answer: a\n" for number in range(8)))
    done = run("ask", "--jsonl", "--knowledge", folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("The key `questions` is missing.") == 5
    assert done.stderr.endswith("… and 3 more; `python -m bot check` lists them all.\n")


def test_a_story_is_started_and_answers(run: Run, tmp_path: Path) -> None:
    """From a text to an answer with two commands, and a second start overwrites nothing."""
    article = tmp_path / "article.txt"
    article.write_text(
        "Old bridge closed\n\n“It is not safe for anybody,” said Ann Hill, the mayor.\n", encoding="utf-8"
    )
    folder = tmp_path / "knowledge" / "bridge"
    done = run("new", folder, article)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Started {folder} from “Old bridge closed”: 2 paragraphs, 1 quotation of 1 speaker.")
    assert "No faults" in run("check", folder).stdout
    assert 'The story calls Ann Hill "mayor".' in run("ask", "Who is Ann Hill?", "--knowledge", folder).stdout
    assert_refused(run("new", folder, article), f"{folder} is there already", "nothing of it was changed")


def test_a_report_is_written(run: Run, story_folder: StoryFolder, tmp_path: Path) -> None:
    """Into the folder where one is, or into the file that is named; an older report gives way."""
    folder = story_folder().parent
    for named in ((), (), ("--out", "other.html")):
        done = run("report", "--knowledge", folder, *named, ENCODER="off")
        assert (done.returncode, done.stderr) == (0, "")
    assert sorted(file.name for file in (tmp_path / "here").iterdir()) == ["other.html", "report.html"]
    assert "Open it in a browser." in done.stdout
    assert "<h1>" in (tmp_path / "here" / "other.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("records", "sentence"),
    [
        ("off", "Nothing that readers ask is kept: RECORDS is off."),
        ("none.db", "There are no records yet: the bot begins them when it runs on Discord."),
        ("spoilt.db", "The records can't be read: damaged."),
    ],
)
def test_a_report_goes_on_without_records(
    run: Run, story_folder: StoryFolder, tmp_path: Path, records: str, sentence: str
) -> None:
    """It says why, in the terminal and on the page, and makes and mends nothing."""
    here = tmp_path / "here"
    (here / "spoilt.db").write_bytes(b"somebody's notes, no database" * 50)
    done = run("report", "--knowledge", story_folder().parent, ENCODER="off", RECORDS=records)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"Wrote report.html. Open it in a browser.\n{sentence}\n"
    assert html.escape(sentence) in (here / "report.html").read_text(encoding="utf-8").replace("&#39;", "&#x27;")
    assert sorted(each.name for each in here.iterdir()) == ["report.html", "spoilt.db"]
    assert (here / "spoilt.db").read_bytes() == b"somebody's notes, no database" * 50


def test_a_report_overwrites_no_other_file(run: Run, story_folder: StoryFolder, tmp_path: Path) -> None:
    """That is said before anything is read."""
    (tmp_path / "here" / "notes.txt").write_text("mine", encoding="utf-8")
    assert_refused(run("report", "--out", "notes.txt"), "notes.txt is there already and is no report")
    assert (tmp_path / "here" / "notes.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("command", [("ask", "--jsonl"), ("chat",)])
def test_missing_knowledge_is_one_sentence(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    """A folder that is not there is named, with what to set."""
    done = run(*command, "--knowledge", tmp_path / "nowhere")
    assert_refused(done, f"{tmp_path}/nowhere: There is no such knowledge folder. Correct the path on the command line")


def test_unanswered_lists_what_was_asked_in_vain(run: Run, tmp_path: Path) -> None:
    """The most asked first, alike questions together; as JSON too."""
    from bot.answering.records import Answer, Outcome
    from bot.records.store import Store

    file = tmp_path / "records.db"
    empty = run("unanswered", RECORDS=str(file), ENCODER="off")
    assert (empty.returncode, empty.stdout) == (0, "Nothing was asked in vain that has not been seen to.\n")
    records = Store(str(file), 90)
    for question in (
        "which parrot won",
        "who plays the trombone",
        "Who plays the trombones?",
        "who plays the trombone",
    ):
        records.asked(question, Answer(Outcome.UNSURE, "", 0.1, "0123abcd"))
    records.close()
    done = run("unanswered", RECORDS=str(file), ENCODER="off")
    assert done.returncode == 0
    assert [line.split("  (")[0].strip() for line in done.stdout.splitlines()] == [
        "3×  who plays the trombone",
        "1×  who plays the trombones",
        "1×  which parrot won",
    ]
    (first, second) = json.loads(run("unanswered", "--json", RECORDS=str(file), ENCODER="off").stdout)
    assert (first["question"], first["count"], first["this_week"]) == ("who plays the trombone", 3, 3)
    assert second["questions"] == [{"question": "which parrot won", "count": 1}]


@pytest.mark.parametrize(("where", "word"), [("off", "RECORDS is off"), ("nonsense://x", "no address of a database")])
def test_unanswered_without_records_is_refused(run: Run, where: str, word: str) -> None:
    """In one sentence."""
    assert_refused(run("unanswered", RECORDS=where, ENCODER="off"), word)


def test_unanswered_of_what_is_no_database_is_refused(run: Run, tmp_path: Path) -> None:
    """A file of another kind is left as it is."""
    file = tmp_path / "notes.txt"
    file.write_text("my notes, no database\n" * 100, encoding="utf-8")
    done = run("unanswered", RECORDS=str(file), ENCODER="off")
    assert done.returncode == 2
    assert "The records can't be read: damaged." in done.stderr
    assert file.read_text(encoding="utf-8") == "my notes, no database\n" * 100
