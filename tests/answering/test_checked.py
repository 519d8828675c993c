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


NATIONAL = "It’s only about the national interest of the Russian Federation"
KIRBY, LAVROV = "John Kirby, State Department spokesman", "Sergei Lavrov, Russian Foreign Minister"
IVANOV = "Sergey Ivanov, Chief of the Presidential Administration of Russia"
SENTENCES = {
    "strikes": (
        "“Greater than 90% of the strikes that we’ve seen them take to date have not been against Isil or "
        "al-Qaida-affiliated terrorists,” said State Department spokesman John Kirby."
    ),
    "interest": (
        "The Russian national interest in Syria seems to involve Syrian President Bashar al-Assad remaining in power, "
        "a prospect that the U.S. government publicly opposes."
    ),
    "obama": (
        "Last month during his address to the United Nations President Obama said that Assad must not remain in "
        "power in post-conflict Syria."
    ),
    "mistake": (
        "It’s also, as we’ve said before, we believe a mistake for Russia, because not only are they going to be "
        "exacerbating sectarian tensions there in Syria, but they’re potentially exacerbating sectarian tensions in "
        "Russia itself.”"
    ),
    "instead": (
        "Instead they have targeted moderate Syrian forces opposed to the Kremlin backed regime of Bashar al-Assad."
    ),
}
PIECES = "The pieces are from different places of the story; they do not follow each other there."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f'Ivanov: "{NATIONAL}"',
            ["These are the story's exact words.", f"  {NATIONAL}", f"  -- {IVANOV}, paragraph 9"],
        ),
        (
            "Greater than 95% of the strikes that we've seen them take to date",
            [
                "A word that changes the meaning differs: “95” is “90” in the story.",
                "  Greater than 90% of the strikes that we’ve seen them take to date",
                f"  -- {KIRBY}, paragraph 5",
                "The whole sentence:",
                f"  {SENTENCES['strikes']}",
            ],
        ),
        (
            f'Lavrov: "{NATIONAL}"',
            [
                "These are Sergey Ivanov's words, not Sergei Lavrov's. The words themselves are exact.",
                f"  {NATIONAL}",
                f"  -- {IVANOV}, paragraph 9",
            ],
        ),
        (
            'Obama: "It\'s only about national interest of the Russian Federation"',
            [
                "These are Sergey Ivanov's words, not President Obama's. And the words are changed.",
                f"  {NATIONAL}",
                f"  -- {IVANOV}, paragraph 9",
                "“the” was left out.",
            ],
        ),
        (
            "Putin: “it’s only about the national interest of the Russian Federation … satisfying ambitions”",
            [
                "These are Sergey Ivanov's words, not Putin's. The story has these pieces in another order.",
                f"  {NATIONAL}",
                f"  -- {IVANOV}, paragraph 9",
                "  satisfying ambitions",
                f"  -- {IVANOV}, paragraph 9",
            ],
        ),
        (
            "Putin: “that’s not a good future for Syria. Assad must not remain in power in post-conflict Syria”",
            [
                f"None of these words are Putin's. {PIECES}",
                "  that’s not a good future for Syria",
                f"  -- {KIRBY}, paragraph 12",
                "  Assad must not remain in power in post-conflict Syria",
                "  -- reported of President Obama, paragraph 11",
            ],
        ),
        (
            "Kirby: “that’s not a good future for Syria. Assad must not remain in power in post-conflict Syria”",
            [
                f"Not all of these words are John Kirby's. {PIECES}",
                "  that’s not a good future for Syria",
                f"  -- {KIRBY}, paragraph 12",
                "  Assad must not remain in power in post-conflict Syria",
                "  -- reported of President Obama, paragraph 11",
            ],
        ),
        (
            "Lavrov: “it’s a terrorist … if it looks like a terrorist”. Kirby: “if it fights like a terrorist”",
            [
                "The story has these pieces in another order.",
                "  it’s a terrorist",
                f"  -- {LAVROV}, paragraph 7",
                "  If it looks like a terrorist",
                f"  -- {LAVROV}, paragraph 7",
                "These are Sergei Lavrov's words, not John Kirby's. The words themselves are exact.",
                "  if it fights like a terrorist",
                f"  -- {LAVROV}, paragraph 7",
                "The whole sentence:",
                "  If it looks like a terrorist, if it acts like a terrorist, if it walks like a terrorist, "
                "if it fights like a terrorist, it’s a terrorist,” Lavrov said.",
            ],
        ),
        (
            'Obama: "Assad must remain in power"',
            [
                "A word that changes the meaning differs: “not” was left out.",
                "  Assad must not remain in power",
                "  -- reported of President Obama, paragraph 11",
                "The whole sentence:",
                f"  {SENTENCES['obama']}",
            ],
        ),
        (
            'Kirby: "Assad must not remain in power"',
            [
                "The story reports this of President Obama, not of John Kirby. The words themselves are exact.",
                "  Assad must not remain in power",
                "  -- reported of President Obama, paragraph 11",
                "The whole sentence:",
                f"  {SENTENCES['obama']}",
            ],
        ),
        (
            f'"{SENTENCES["obama"]}"',
            [
                "These are the story's exact words. They report what was said; they are no quote of it.",
                f"  {SENTENCES['obama'][:-1]}",
                "  -- reported of President Obama, paragraph 11",
            ],
        ),
        (
            '"Instead they have targeted moderate Syrian forces" - Kirby',
            [
                "These are the story's own words, not John Kirby's: it gives them to nobody. "
                "The words themselves are exact.",
                "  Instead they have targeted moderate Syrian forces",
                "  -- paragraph 4",
                "The whole sentence:",
                f"  {SENTENCES['instead']}",
            ],
        ),
        (
            f'"{SENTENCES["interest"].replace("Syrian President Bashar al-", "")}" - Lavrov',
            [
                "These are the story's own words, not Sergei Lavrov's: it gives them to nobody. "
                "And the words are changed.",
                f"  {SENTENCES['interest'][:-1]}",
                "  -- paragraph 10",
                "“Assad” is “Syrian President Bashar al-Assad” in the story.",
            ],
        ),
        (
            '"Satisfying" - Ivanov',
            [
                "The story has this word; one word alone says little about who said what.",
                "  satisfying",
                f"  -- {IVANOV}, paragraph 9",
                "The whole sentence:",
                "  “This is not about reaching for some foreign policy goals, satisfying ambitions, which our Western "
                "partners regularly accuse us of.",
            ],
        ),
        (
            f'"We killed 1000 of them" said Ivanov. "{NATIONAL}" and "they all fled to the hills"',
            [
                "The story does not have these words: “We killed 1000 of them”",
                "The story does not have these words: “they all fled to the hills”",
                "That does not mean that nobody said them elsewhere; I only know this story.",
                "These are the story's exact words.",
                f"  {NATIONAL}",
                f"  -- {IVANOV}, paragraph 9",
            ],
        ),
        (
            'Obama: "Assad must go."',
            [
                "The story does not have these words.",
                "That does not mean that nobody said them elsewhere; I only know this story.",
                "The nearest that the story has:",
                f"  {SENTENCES['obama'][:-1]}",
                "  -- reported of President Obama, paragraph 11",
            ],
        ),
        (
            "did ivanov really say it was only about national interest?",
            [
                "The story does not have these words.",
                "That does not mean that nobody said them elsewhere; I only know this story.",
                "There are no quotation marks in it, so I compared all of it; put the quoted words in quotation marks "
                "to have just these checked.",
                "The nearest that the story has:",
                f"  {NATIONAL}",
                f"  -- {IVANOV}, paragraph 9",
            ],
        ),
        (
            '"a wise man never bombs on mondays"',
            [
                "The story does not have these words.",
                "That does not mean that nobody said them elsewhere; I only know this story.",
            ],
        ),
        (
            "the",
            [
                "The story has “the”, but so has nearly every text. "
                "Give me a few words of the quote together, and I'll check them."
            ],
        ),
        (
            "sectarian",
            [
                "The story has this word; one word alone says little about who said what.",
                "  sectarian",
                f"  -- {KIRBY}, paragraph 12",
                "The whole sentence:",
                f"  {SENTENCES['mistake']}",
            ],
        ),
        ('Lavrov: ""', ["The story does not have these words."]),
        ('Kirby said: "..."', ["The story does not have these words."]),
    ],
)
def test_a_check_in_words(library: Library, checker: LibraryChecker, text: str, said: list[str]) -> None:
    """Whose words, verdict, the true slice with its speaker, the words that differ, and what a cut leaves out."""
    assert in_words(checker.check(text), library).splitlines() == said


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
