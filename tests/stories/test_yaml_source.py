"""YAML as a curator's source: text values with lines, and none of YAML's traps."""

from __future__ import annotations

import pytest
import yaml

from bot.stories import yaml_source
from bot.stories.yaml_source import DuplicateKeysError, SourceError, decode, read_yaml

ANCHORS = "YAML anchors and aliases (& and *) are not used here."
DEEP = "The values are nested too deeply."
CHARACTER = "The text has a character that YAML does not allow."


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML with and without libyaml: what a curator's file means must not depend on how PyYAML was built."""
    monkeypatch.setattr(yaml_source, "_LOADER", getattr(yaml, request.param))


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("# only a comment\n", None),
        ("a: no", {"a": "no"}),
        (
            "[yes, on, true, 2015, 1.50, 0x1F, 2015-10-07, 1_000, 12:30:45]",
            ["yes", "on", "true", "2015", "1.50", "0x1F", "2015-10-07", "1_000", "12:30:45"],
        ),
        ("no: NO", {"no": "NO"}),
        ("a:\nb: ~\nc: null\nd: NULL\ne: Null", dict.fromkeys("abcde")),
        ("a: ''\nb: 'null'\nc: \"~\"", {"a": "", "b": "null", "c": "~"}),
        ("a: !!str 12", {"a": "12"}),
        ("a: ! x", {"a": "x"}),
        ("a: >-\n  two\n  lines\nb: |\n  kept\n  lines\n", {"a": "two lines", "b": "kept\nlines\n"}),
        ("{a: [], b: {}}", {"a": [], "b": {}}),
        ("---\na: x\n...\n", {"a": "x"}),
        ("a: Q&A is 5 * 5", {"a": "Q&A is 5 * 5"}),
        ("<<: x", {"<<": "x"}),
    ],
)
def test_values_stay_text_as_typed(text: str, value: object) -> None:
    """No word turns into a truth value, a number or a date; only what is left empty is nothing."""
    assert read_yaml(text).value == value


@pytest.mark.usefixtures("_loader")
@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("a: 1\nb: 2\na: 3", 3, "The key `a` stands twice."),
        ("a:\n  - b: 1\n    c: 2\n    b: 3", 4, "The key `b` stands twice."),
        ("{a: 1, 'a': 2}", 1, "The key `a` stands twice."),
        ("a: &x 1\nb: *x", 1, ANCHORS),
        ("a: 1\nb: *x", 2, ANCHORS),
        ("a: 1\nb: &x [1]", 2, ANCHORS),
        ("&x a: 1", 1, ANCHORS),
        ("a: &x\n  k: 1\nb:\n  <<: *x", 1, ANCHORS),
        ("- !!python/object/apply:os.system [ls]", 1, "The YAML tag tag:yaml.org,2002:python/object/apply:os.system"),
        ("a: 1\nb: !!int 3", 2, "The YAML tag tag:yaml.org,2002:int is not allowed."),
        ("a: !secret x", 1, "The YAML tag !secret is not allowed."),
        ("!x a: 1", 1, "The YAML tag !x is not allowed."),
        ("a: 1\n---\nb: 2", 3, "A second YAML document begins here."),
        ("a: 1\n...\n---\nb: 2", 4, "A second YAML document begins here."),
        ("[" * 30 + "]" * 30, 1, DEEP),
        ("[" * 5_000, 1, DEEP),
        ("{a: " * 5_000, 1, DEEP),
        ("\n".join(" " * depth + "a:" for depth in range(40)), 22, DEEP),
        ("? [a]\n: b", 1, "A key must be a word."),
        ("x: 1\n? {a: b}\n: b", 2, "A key must be a word."),
        ("- id: a\n   answer: b\n", 2, "The key `answer` does not stand below those"),
        ("- id: a\n  x: 1\n answer: b\n", 3, "The key `answer` does not stand below those"),
        ("- id: a\n  x: 1\nid: b\n", 3, "A `- ` is missing before `id:`."),
        ("- id: a\n\tanswer: b\n", 2, "The line begins with a tab"),
        ("- id: a\n  questions:\n\t- b\n", 3, "The line begins with a tab"),
        ("a: x\nb: 'never closed\nc: y\n", 2, "The quotation mark that begins a text here is never closed."),
        ('- a: x\n  b: "this\n  c: y\n- d: "z"\n', 2, "The quotation mark that begins a text here is closed only at"),
        ('- a: "We go," she said\n  b: c\n', 1, 'More text follows the closing " here'),
        ("- a:\n    - 'We go,' she said\n", 2, "More text follows the closing ' here"),
        ("a: x\nb: He said: no\n", 2, "A colon within a text ends it for YAML."),
        ("a:\n  - x\n  - He: said: no\n", 3, "A colon within a text ends it for YAML."),
        ("a: x\nb: [1, 2\nc: 3\n", 2, "The [ that begins a list here is never closed."),
        ("a: x\nb: {c: 2\nd: 3\n", 2, "The { that begins keys here is never closed."),
        ("a: x\n- b\n", 2, "This is not valid YAML: "),
        ("a: %x", 1, "A text can't begin with %."),
        ("- `x`", 1, "A text can't begin with `."),
        ("a: x\nb: \0", 2, CHARACTER),
        ("a: x\n\nb: \x07", 3, CHARACTER),
    ],
)
def test_a_trap_is_named_with_its_line(text: str, line: int, problem: str) -> None:
    """Duplicate keys, anchors, tags, second documents, deep nesting and bad syntax are refused where they stand."""
    with pytest.raises(SourceError) as caught:
        read_yaml(text)
    assert caught.value.problem.startswith(problem)
    assert caught.value.remedy
    assert caught.value.line == line


def test_duplicate_keys_are_all_known_with_their_place() -> None:
    """Each with its path, and the source as it reads with the last of each."""
    with pytest.raises(DuplicateKeysError) as caught:
        read_yaml("- a: 1\n  a: 2\n- b:\n    c: 1\n    c: 2\n    c: 3\n")
    assert [(path, each.line) for path, each in caught.value.twice] == [
        ((0, "a"), 2),
        ((1, "b", "c"), 5),
        ((1, "b", "c"), 6),
    ]
    assert caught.value.source.value == [{"a": "2"}, {"b": {"c": "3"}}]


def test_lines_lead_to_every_part() -> None:
    """A key's line is the key's own, also when its value begins below; a missing part has its parent's line."""
    source = read_yaml(
        "# head\n- id: a\n  answer: >-\n    long\n  citations:\n    - quote: x\n      kind: y\n- id: b\n"
    )
    expected = {
        (): 2,
        (0,): 2,
        (0, "id"): 2,
        (0, "answer"): 3,
        (0, "citations"): 5,
        (0, "citations", 0): 6,
        (0, "citations", 0, "kind"): 7,
        (0, "citations", 0, "speaker"): 6,
        (0, "questions", 4): 2,
        (1, "id"): 8,
    }
    assert {path: source.line(path) for path in expected} == expected


@pytest.mark.parametrize(("data", "text"), [(b"a: \xc3\xa9", "a: é"), (b"\xef\xbb\xbfa: 1", "a: 1"), (b"", "")])
def test_utf8_is_read_with_or_without_its_mark(data: bytes, text: str) -> None:
    """A byte order mark, as some editors write it, is no part of the text."""
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "line"), [(b"\xff", 1), (b"a: 1\nb: caf\xe9\n", 2), ("a: é".encode("utf-16"), 1), (b"a\n\n\xc3", 3)]
)
def test_other_encodings_are_refused_with_the_line(data: bytes, line: int) -> None:
    """A file that is not UTF-8 is named with the line of the first bad byte."""
    with pytest.raises(SourceError) as caught:
        decode(data)
    assert (caught.value.line, caught.value.problem) == (line, "The file is not UTF-8 text.")


def test_a_huge_file_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is a limit to the size of a file."""
    monkeypatch.setattr(yaml_source, "MOST_BYTES", 10)
    with pytest.raises(SourceError) as caught:
        decode(b"a: " + b"x" * 8)
    assert caught.value.line is None
    assert decode(b"a: xxxxxxx") == "a: xxxxxxx"


@pytest.mark.parametrize("text", ["a: [", "a: [\n", "a: b\n---", "a: b\n\n--- !x", "- a\n-\n- 'b", "a: b\r\n- c\r\n"])
def test_a_line_that_is_named_is_there(text: str) -> None:
    """What is missing at the end of a text is said of its last line, not of one that no editor shows."""
    with pytest.raises(SourceError) as caught:
        read_yaml(text)
    assert caught.value.line in range(1, len(text.split("\n")) + (not text.endswith("\n")))
