"""Whole numbers and truth values that stand as text."""

from __future__ import annotations

import pytest

from bot.scalars import alternatives, stripped, truth, whole_number


@pytest.mark.parametrize(
    ("text", "number"),
    [("3", 3), (" 3\n", 3), ("\u20033\xa0", 3), ("+3", 3), ("-3", -3), ("03", 3), ("1_000", 1000), ("2.00", 2)],
)
def test_a_whole_number_as_people_write_it(text: str, number: int) -> None:
    """White space around it is no matter, nor a sign, underscores between digits, or a fraction of nothing."""
    assert whole_number(text) == number


@pytest.mark.parametrize(
    "text",
    ["", " ", "two", "3.5", "3.", ".0", "1e3", "0x1F", "+-3", "- 3", "_3", "3_", "1__0", "٣", "\x1c3", "9" * 5_000],
)
def test_what_is_no_whole_number(text: str) -> None:
    """Nor is one of more digits than Python reads."""
    assert whole_number(text) is None


@pytest.mark.parametrize("letters", [str.lower, str.upper, str.title])
@pytest.mark.parametrize(
    ("words", "value"), [("true yes on 1 t y", True), ("false no off 0 f n", False), ("maybe 2 10 ye", None)]
)
def test_truth_values_in_any_case(letters: object, words: str, value: bool | None) -> None:
    """As they are written everywhere."""
    assert [truth(letters(word)) for word in words.split()] == [value] * len(words.split())  # type: ignore[operator]


def test_white_space_around_a_truth_value_is_none() -> None:
    """In YAML it stands only within quotation marks."""
    assert [truth(text) for text in ("", " ", " true", "no ")] == [None] * 4


def test_what_is_stripped_is_white_space() -> None:
    """Not the control characters that Python takes for it too."""
    assert stripped("\t\r\n\x0b\x0c \x85\xa0\u2009\u2028\u3000a b\u3000") == "a b"
    assert [stripped(text) for text in ("\x1ca", "a\x1f", "\u200ba", "\ufeffa")] == [
        "\x1ca",
        "a\x1f",
        "\u200ba",
        "\ufeffa",
    ]


@pytest.mark.parametrize(("words", "text"), [("a", "'a'"), ("a b", "'a' or 'b'"), ("a b c", "'a', 'b' or 'c'")])
def test_words_are_listed(words: str, text: str) -> None:
    """As a sentence has them."""
    assert alternatives(words.split()) == text
