"""From values to records, and every violation of a value at once."""

from __future__ import annotations

from typing import Any

import pytest

from bot.stories.schema import CitationSource, DateSource, EntrySource, SpeakerSource, StorySource
from bot.stories.validating import Format, FormatError

ENTRY, STORY = Format(EntrySource), Format(StorySource)
PLAIN = {"id": "a", "questions": ["Q"], "answer": "A"}


def violations(form: Format[Any], value: object) -> list[tuple[tuple[str | int, ...], str]]:
    """Where what is wrong with a value that is no record."""
    with pytest.raises(FormatError) as caught:
        form.read(value)
    return [(each.path, each.kind) for each in caught.value.violations]


def test_what_may_be_left_out_may_be_left_empty() -> None:
    """It means the same."""
    empty = dict.fromkeys(("citations", "topic", "follow_ups", "settled"))
    assert ENTRY.read(PLAIN | empty) == ENTRY.read(PLAIN) == EntrySource("a", ["Q"], "A")
    empty = dict.fromkeys(each for each in STORY.keys if each != "title")
    assert STORY.read({"title": "T"} | empty) == StorySource("T")


def test_whether_it_is_in_the_story_must_be_said_if_the_key_is_there() -> None:
    """Nobody knows what was meant."""
    assert violations(ENTRY, PLAIN | {"in_story": None}) == [(("in_story",), "truth")]


@pytest.mark.parametrize(("written", "meant"), [("false", False), ("No", False), ("OFF", False), ("y", True)])
def test_text_becomes_truth_values_and_numbers(written: str, meant: bool) -> None:
    """Everything in YAML is text here."""
    made = ENTRY.read(PLAIN | {"in_story": written, "citations": [{"quote": "q", "paragraph": " 3 "}]})
    assert (made.in_story, made.citations) == (meant, [CitationSource("q", paragraph=3)])


def test_white_space_around_text_is_no_part_of_it() -> None:
    """Nor does it count for the length; around ids it does."""
    made = STORY.read({"title": f" {'x' * 200}\n", "sources": ["\ta\xa0"], "topics": {" a ": " b "}})
    assert (made.title, made.sources, made.topics) == ("x" * 200, ["a"], {"a": "b"})
    assert violations(ENTRY, PLAIN | {"id": " a"}) == [(("id",), "pattern")]


@pytest.mark.parametrize("name", ["a\n", "\na", "é", "-a"])
def test_an_id_is_one_from_end_to_end(name: str) -> None:
    """The end of a line is not the end of a text."""
    assert violations(ENTRY, PLAIN | {"id": name}) == [(("id",), "pattern")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (" \n", "too short"),
        ("\u200b", "refused"),
        ("\x1cA", "refused"),
        ("\ud800", "refused"),
        ("\x07" * 1_001, "too long"),
        (None, "text"),
        (["A"], "text"),
        (3, "text"),
    ],
)
def test_a_text_has_one_violation(text: object, kind: str) -> None:
    """It is stripped, then measured, and only then looked through."""
    assert violations(ENTRY, PLAIN | {"answer": text}) == [(("answer",), kind)]


def test_all_violations_come_at_once() -> None:
    """In the order of the keys of the format, unknown keys last."""
    value = {
        "zzz": "x",
        "follow_ups": {"a b": [], "c": "d"},
        "citations": [{"quote": "", "kind": "Quote", "paragraph": "0"}, "q", {"quot": "q"}],
        "questions": ["", "Q", None],
        "in_story": "maybe",
        "\ud800": "x",
    }
    assert violations(ENTRY, value) == [
        (("id",), "missing"),
        (("questions", 0), "too short"),
        (("questions", 2), "text"),
        (("answer",), "missing"),
        (("citations", 0, "quote"), "too short"),
        (("citations", 0, "kind"), "choice"),
        (("citations", 0, "paragraph"), "too small"),
        (("citations", 1), "keys"),
        (("citations", 2, "quote"), "missing"),
        (("citations", 2, "quot"), "unknown"),
        (("in_story",), "truth"),
        (("follow_ups", "a b"), "pattern"),
        (("follow_ups", "a b"), "too few"),
        (("follow_ups", "c"), "list"),
        (("zzz",), "unknown"),
        (("\ud800",), "unknown"),
    ]


def test_a_value_is_not_changed_by_being_read() -> None:
    """The source that it stands in has its lines."""
    value = {"title": " T ", "speakers": [{"name": " Ann ", "aliases": None}]}
    assert STORY.read(value).speakers == [SpeakerSource("Ann")]
    assert value == {"title": " T ", "speakers": [{"name": " Ann ", "aliases": None}]}


@pytest.mark.parametrize(
    ("date", "made"), [(" May 2019 ", "May 2019"), ({"known": "2019"}, DateSource("2019")), ({}, DateSource())]
)
def test_a_date_is_text_or_keys(date: object, made: object) -> None:
    """Which of them, its shape says."""
    assert STORY.read({"title": "T", "date": date}).date == made


@pytest.mark.parametrize(
    ("date", "found"),
    [
        (" ", [(("date",), "too short")]),
        (["2019"], [(("date",), "keys")]),
        ({"knwon": "x"}, [(("date", "knwon"), "unknown")]),
        ({"known": ["x"], "note": ""}, [(("date", "known"), "text"), (("date", "note"), "too short")]),
    ],
)
def test_what_is_wrong_with_a_date_is_said_of_one_shape(date: object, found: list[object]) -> None:
    """Not of both."""
    assert violations(STORY, {"title": "T", "date": date}) == found


def test_a_key_may_be_called_anything() -> None:
    """What is wrong below it is said of it."""
    assert violations(STORY, {"title": "T", "topics": {"[key]": None}}) == [(("topics", "[key]"), "text")]
