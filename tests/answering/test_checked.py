"""Quote checks in words and as JSON lines."""

from __future__ import annotations

import json

import pytest

from bot.answering.checked import check_line, in_words
from bot.answering.quotecheck import LibraryChecker
from bot.stories import Library, load_library
from tests.shipped import KNOWLEDGE


@pytest.fixture(scope="module")
def library() -> Library:
    """The shipped knowledge."""
    return load_library(KNOWLEDGE)


@pytest.fixture(scope="module")
def checker(library: Library) -> LibraryChecker:
    """A checker of the shipped story."""
    return LibraryChecker(library)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Greater than 95% of the strikes that we've seen them take to date",
            "The story has this with other words.\n"
            "  Greater than 90% of the strikes that we’ve seen them take to date\n"
            "  -- John Kirby, State Department spokesman, paragraph 5\n"
            "“95” is “90” in the story.",
        ),
        (
            'Lavrov: "It\'s only about the national interest of the Russian Federation"',
            "The words are exact, but somebody else said them.\n"
            "  It’s only about the national interest of the Russian Federation\n"
            "  -- Sergey Ivanov, Chief of the Presidential Administration of Russia, paragraph 9",
        ),
        (
            "Lavrov: “it’s a terrorist”. Ivanov: “satisfying ambitions”",
            "These are the story's exact words.\n"
            "  it’s a terrorist\n"
            "  -- Sergei Lavrov, Russian Foreign Minister, paragraph 7\n"
            "  satisfying ambitions\n"
            "  -- Sergey Ivanov, Chief of the Presidential Administration of Russia, paragraph 9",
        ),
        (
            "Lavrov: “a mistake for Russia”. Kirby: “it’s a terrorist”",
            "The words are exact, but somebody else said them.\n"
            "  a mistake for Russia\n"
            "  -- John Kirby, State Department spokesman, paragraph 12\n"
            "  it’s a terrorist\n"
            "  -- Sergei Lavrov, Russian Foreign Minister, paragraph 7",
        ),
        (
            'Obama: "Assad must not remain in power"',
            "These are the story's exact words. They report what was said; they are no quote of it.\n"
            "  Assad must not remain in power\n"
            "  -- reported of President Obama, paragraph 11",
        ),
        (
            '"Instead they have targeted moderate Syrian forces" - Kirby',
            "The words are exact, but they are the story's own: it gives them to nobody.\n"
            "  Instead they have targeted moderate Syrian forces\n"
            "  -- paragraph 4",
        ),
        ("a wise man never bombs on mondays", "The story does not have these words."),
        ('Lavrov: ""', "The story does not have these words."),
        ('Kirby said: "..."', "The story does not have these words."),
    ],
)
def test_a_check_in_words(library: Library, checker: LibraryChecker, text: str, said: str) -> None:
    """Verdict, the true slice, its speaker, and the words that differ."""
    assert in_words(checker.check(text), library) == said


def test_a_check_as_a_json_line(library: Library, checker: LibraryChecker) -> None:
    """The line holds what contract 5 names, and its spans are slices of the article."""
    line = json.dumps({"id": "v", "text": "“a prospect that the U.S. government publicly opposes”"})
    row = json.loads(check_line(line, checker))
    text = library.stories[0].article.text
    assert list(row) == [
        "id",
        "verdict",
        "story",
        "speaker",
        "start",
        "end",
        "spans",
        "paragraph",
        "context",
        "differences",
    ]
    assert (row["verdict"], row["paragraph"]) == ("exact", 10)
    assert text[slice(*row["spans"][0])] == "a prospect that the U.S. government publicly opposes"
    assert row["context"].startswith("The Russian national interest")


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("{", "This line is not JSON."),
        ('"text"', "This line is not a JSON object."),
        ('{"id": 1, "text": null}', "The object needs a string `text`."),
    ],
)
def test_a_line_that_cannot_be_used(checker: LibraryChecker, line: str, error: str) -> None:
    """It gets an error in its place."""
    assert json.loads(check_line(line, checker))["error"] == error
