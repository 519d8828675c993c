"""Labelled questions: what is read, and what is a fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from bot.evaluation import QuestionsError, read_questions
from bot.stories import Library

Write = Callable[..., Path]

YAML = """\
# a comment
- question: which day was it shut
  expect: closing-day
- question: shut?
  expect: [closing-day, is-it-closed]
  story: bridge
- question:  what does   it cost
  expect: none
- question: who built it
  expect: builder
"""
JSON_LINES = """\
{"question": "which day was it shut", "expect": "closing-day"}

{"question": "shut?", "expect": ["closing-day", "is-it-closed"], "story": "bridge"}
{"question": "what does it cost", "expect": "none"}
{"question": "who built it", "expect": "builder"}
"""


@pytest.mark.parametrize(
    ("text", "name", "lines"), [(YAML, "q.yaml", [2, 4, 7, 9]), (JSON_LINES, "q.jsonl", [1, 3, 4, 5])]
)
def test_both_formats_say_the_same(answerer: Answerer, write: Write, text: str, name: str, lines: list[int]) -> None:
    """A list in YAML or a line each in JSON; a near entry means that the story does not say."""
    found = read_questions(write(text, name), answerer.library)
    assert [[target.entry.id for target in each.expected] for each in found] == [
        ["closing-day"],
        ["closing-day", "is-it-closed"],
        [],
        [],
    ]
    assert [target.entry.id for target in found[3].near] == ["builder"]
    assert found[2].question == "what does it cost"
    assert [each.line for each in found] == lines


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (
            "- question: a\n  expect: closing-dya\n",
            2,
            "There is no entry closing-dya in bridge. Did you mean closing-day?",
        ),
        ("- question: a\n  expect: [boats, xyzzyxyzzy]\n", 2, "There is no entry xyzzyxyzzy in bridge."),
        ("- question: a\n", 1, "The key `expect` is missing."),
        ("- question: a\n  expect:\n", 2, "Write an entry id, a list of ids, or none."),
        ("- question: a\n  expect: []\n", 2, "Write an entry id, a list of ids, or none."),
        ("- question: ' '\n  expect: none\n", 1, "`question` can't be used as it is."),
        ("- question: a\n  expcet: none\n", 2, "Did you mean `expect`?"),
        ("- question: a\n  expect: none\n  story: bridg\n", 3, "There is no story bridg. Did you mean bridge?"),
        ("- question: a\n  expect: [boats, cost]\n", 2, "The story answers boats, but not cost."),
        ("question: a\n", 1, "The file must be a list."),
        ("", 1, "The file must be a list."),
        ("- question: [\n", 1, "This is not valid YAML"),
    ],
)
def test_faults_in_yaml(answerer: Answerer, write: Write, text: str, line: int, words: str) -> None:
    """Each with its line and what to do."""
    file = write(text)
    with pytest.raises(QuestionsError) as caught:
        read_questions(file, answerer.library)
    assert f"{file}:{line}: " in str(caught.value)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('{"question": "a", "expect": "none"}\nnope\n', 2, "This line is not JSON."),
        ('\n{"question": 3, "expect": "none"}\n', 2, "`question` has a value of the wrong shape."),
        ('{"question": "a", "expect": null}\n', 1, "Write an entry id, a list of ids, or none."),
        ("[]\n", 1, "wrong shape"),
    ],
)
def test_faults_in_json_lines(answerer: Answerer, write: Write, text: str, line: int, words: str) -> None:
    """The same checks."""
    file = write(text, "q.jsonl")
    with pytest.raises(QuestionsError) as caught:
        read_questions(file, answerer.library)
    assert f"{file}:{line}: " in str(caught.value)
    assert words in str(caught.value)


def test_all_faults_come_at_once(answerer: Answerer, write: Write) -> None:
    """In the order of the lines."""
    text = "- question: a\n  expect: bots\n- question: b\n- question: c\n  expect: none\n  more: d\n"
    with pytest.raises(QuestionsError) as caught:
        read_questions(write(text), answerer.library)
    assert [fault.line for fault in caught.value.faults] == [2, 3, 6]


def test_questions_of_other_knowledge_are_one_fault(answerer: Answerer, write: Write) -> None:
    """Which is asked is named, and how to ask another."""
    file = write(
        "- question: a\n  expect: price\n- question: b\n  expect: [times, price]\n- question: c\n  expect: none\n"
    )
    with pytest.raises(QuestionsError) as caught:
        read_questions(file, answerer.library)
    assert str(caught.value) == (
        f"{file}: None of the entries that are expected is in the knowledge that was asked (bridge). "
        "Name the folder that you mean with --knowledge."
    )


def test_many_faults_are_cut_short(answerer: Answerer, write: Write) -> None:
    """Twenty are told and the rest counted."""
    with pytest.raises(QuestionsError) as caught:
        read_questions(write("- question: a\n" * 25), answerer.library)
    assert len(caught.value.faults) == 25
    assert str(caught.value).splitlines()[20:] == ["… and 5 more."]


def test_a_missing_file_is_a_fault(answerer: Answerer, tmp_path: Path) -> None:
    """In one sentence."""
    with pytest.raises(QuestionsError, match="can't be read"):
        read_questions(tmp_path / "nothing.yaml", answerer.library)


def test_an_id_of_two_stories_needs_its_story(answerer: Answerer, write: Write) -> None:
    """Ids are unique in a story only."""
    (story,) = answerer.library.stories
    library = Library((story, replace(story, id="other")), "v")
    with pytest.raises(QuestionsError, match=r"stands in several stories: bridge, other\. Add `story: …`"):
        read_questions(write("- question: a\n  expect: boats\n"), library)
    (found,) = read_questions(write("- question: a\n  expect: boats\n  story: other\n"), library)
    assert found.expected[0].story.id == "other"
