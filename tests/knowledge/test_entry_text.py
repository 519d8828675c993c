"""An entry is changed in its file and nothing else is: comments, order, quotation marks and every other byte stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.edit_error import EditError, Trouble
from bot.knowledge.entry_text import with_added, with_changed
from bot.stories.yaml_source import read_yaml
from tests.shipped import STORY

TEXT = """\
# What is asked most.

- id: first          # the first one
  questions:
    # as people ask
    - "When does it open?"
    - 'it''s open: when?'   # sloppy
  answer: >-
    On Sunday,
    she said.
  citations:
    - quote: won't open before Sunday
      speaker: Ann Hill

# The second.
- questions: [no, 2015, ~x]
  id: second
  answer: no
  citations:
  # none

- {id: third, questions: [what], answer: "x", citations: []}
"""


def more(value: object) -> None:
    """Add a question."""
    value["questions"].append("and: more?")  # type: ignore[index]


def test_only_the_entrys_own_line_is_new() -> None:
    """A phrasing is one line more."""
    after = with_changed(TEXT, "first", more)
    assert after == TEXT.replace("when?'   # sloppy\n", "when?'   # sloppy\n    - 'and: more?'\n")


@pytest.mark.parametrize("entry", ["first", "second", "third"])
def test_an_entry_that_is_not_changed_stays_byte_for_byte(entry: str) -> None:
    """However it is written."""
    assert with_changed(TEXT, entry, lambda _: None) == TEXT


@pytest.mark.parametrize("entry", ["first", "second", "third"])
def test_a_change_reads_as_it_was_meant(entry: str) -> None:
    """In block and in flow form; the others read as before."""
    before, after = read_yaml(TEXT).value, read_yaml(with_changed(TEXT, entry, more)).value
    for old, new in zip(before, after, strict=True):
        if old["id"] == entry:
            assert new == {**old, "questions": [*old["questions"], "and: more?"]}
        else:
            assert new == old


@pytest.mark.parametrize(
    "value",
    ["no", "null", "~", "", "2015", "a: b", "- a", "# a", "'", '"', "a\\b", "{x}", "[x]", "&a", "*a", "!a", "%a", "@a",
     "`a`", "a #b", "“won’t”", "😀", "é", "x" * 500, "yes", "1e3", "0x1", "? a", "| a", "> a", "a:", "…", "a\u2028b"],
)  # fmt: skip
def test_any_text_comes_back_as_it_was(value: str) -> None:
    """Whatever YAML would make of it without care."""
    after = with_changed(TEXT, "first", lambda entry: entry.update(answer=value))
    assert read_yaml(after).value[0]["answer"] == value
    added = with_added(TEXT, {"id": "new", "questions": [value], "answer": value})
    assert read_yaml(added).value[-1] == {"id": "new", "questions": [value], "answer": value}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("end", [True, False])
def test_line_ends_are_those_of_the_file(newline: str, end: bool) -> None:
    """Also where the last line has none."""
    text = TEXT.replace("\n", newline)
    text = text if end else text.rstrip("\r\n")
    for after in (with_changed(text, "third", more), with_changed(text, "first", more)):
        assert after.count("\n") == after.count(newline)
        assert read_yaml(after)
        assert after.endswith(newline) == end
    added = with_added(text, {"id": "new", "questions": ["x"], "answer": "y"})
    assert added.count("\n") == added.count(newline)
    assert added.startswith(text)
    assert read_yaml(added).value[-1]["id"] == "new"


def test_a_new_entry_looks_like_the_others() -> None:
    """Indented as they are, with an empty line before."""
    item = {"id": "new", "questions": ["What now?"], "answer": "Nothing.", "citations": [{"quote": "Nothing at all."}]}
    assert with_added(TEXT, item).removeprefix(TEXT) == (
        "\n- id: new\n  questions:\n    - What now?\n  answer: Nothing.\n  citations:\n    - quote: Nothing at all.\n"
    )
    flat = "- id: a\n  questions:\n  - x\n  answer: y\n"
    assert with_added(flat, item).removeprefix(flat) == (
        "\n- id: new\n  questions:\n  - What now?\n  answer: Nothing.\n  citations:\n  - quote: Nothing at all.\n"
    )
    deep = "  - id: a\n    questions: [x]\n    answer: y\n"
    assert with_added(deep, item).removeprefix(deep).startswith("\n  - id: new\n    questions:\n      - What now?\n")


def test_an_empty_file_gets_its_first_entry() -> None:
    """Of nothing, of comments."""
    item = {"id": "new", "questions": ["x"], "answer": "y"}
    assert with_added("", item) == "- id: new\n  questions:\n    - x\n  answer: y\n"


@pytest.mark.parametrize(
    "text", ["[{id: first, questions: [x], answer: y}]\n", "-\n  id: first\n  questions: [x]\n  answer: y\n", "a: b\n"]
)
def test_an_unusual_file_is_left_alone(text: str) -> None:
    """Rather than written in another form."""
    with pytest.raises(EditError) as caught:
        with_changed(text, "first", more)
    assert caught.value.trouble is Trouble.UNUSUAL_FILE


def test_an_entry_that_is_not_there_is_told() -> None:
    """It was removed meanwhile."""
    with pytest.raises(EditError) as caught:
        with_changed(TEXT, "gone", more)
    assert caught.value.trouble is Trouble.ENTRY_GONE


@pytest.mark.parametrize("file", sorted((STORY / "entries").glob("*.yaml")), ids=lambda file: file.stem)
def test_every_shipped_file_can_be_edited_line_by_line(file: Path) -> None:
    """A phrasing more of its middle entry is one line more, and an entry that is not changed is the same bytes."""
    text = file.read_text(encoding="utf-8")
    entries = read_yaml(text).value
    entry = entries[len(entries) // 2]["id"]
    assert with_changed(text, entry, lambda _: None) == text
    old, new = text.splitlines(), with_changed(text, entry, more).splitlines()
    assert len(new) == len(old) + 1
    assert [line for line in new if line != "    - 'and: more?'"] == old
