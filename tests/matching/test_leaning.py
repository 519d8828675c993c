"""What leans on a talk: told from what stands by itself, and written out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.matching.leaning import corrected, leaning, leans
from bot.stories import Entry, Story, load_library
from tests.knowledge_folder import STORY

StoryFolder = Callable[..., Path]
OTHERS = """\
  - name: harbour
    aliases: [the port]
people:
  - name: Bob Reed
    role: ferryman
    aliases: [Reed]
"""
BEFORE = "When does the bridge open?"


@pytest.fixture
def told(story_folder: StoryFolder) -> tuple[Story, Entry]:
    """Ann Hill's words on the opening, in a story that has a Bob Reed and a harbour too."""
    story = load_library(story_folder(story=STORY + OTHERS).parent).stories[0]
    return story, story.entries[0]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("how much did she say?", "how much did Ann Hill say?"),
        ("Her job?", "Ann Hill job?"),
        ("what's his job", "what's Ann Hill's job"),
        ("whose bridge does he say it is", "whose bridge does Ann Hill say it is"),
        ("he's the mayor?", "Ann Hill is the mayor?"),
        ("HE’S who", "Ann Hill is who"),
        ("shes elected?", "Ann Hill is elected?"),
        ("and the hero, when?", "and the hero, when?"),
        ("And Reed, what does he claim?", "And Reed, what does he claim?"),
        ("mayor hill said that where, and what's her office", "mayor hill said that where, and what's her office"),
        ("what does she say about Reed", "what does Ann Hill say about Reed"),
        ("and her captain Reed, what's his boat", "and Ann Hill captain Reed, what's his boat"),
        ("and the port, does he say why", "and the port, does Ann Hill say why"),
        ("what does that man do for a living", "what does Ann Hill do for a living"),
        ("that guy's office?", "Ann Hill's office?"),
        ("did the same official say when", "did Ann Hill say when"),
        ("is an official there", "is an official there"),
    ],
)
def test_he_is_written_out(typed: str, expected: str, told: tuple[Story, Entry]) -> None:
    """As the person who was spoken of, in the question's own words; who is named before "he" is meant by it."""
    assert leaning(typed, BEFORE, *told)[0] == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("What does Reed say?", "Bob Reed"),
        ("What does the mayor say?", "Ann Hill"),
        ("Did Reed say that it opens on Monday?", "Ann Hill"),
        ("did the mayor say so", "Ann Hill"),
        (BEFORE, "Ann Hill"),
    ],
)
def test_who_was_named_last_is_meant(before: str, expected: str, told: tuple[Story, Entry]) -> None:
    """Whoever the question before names, unless it was somebody else who said it; else whose words were shown."""
    assert leaning("where did he say it", before, *told)[0] == f"where did {expected} say it"


@pytest.mark.parametrize("before", ["Did Reed say that it opens on Monday?", "and the plans?"])
def test_what_shows_no_answer_is_about_whoever_it_asks_of(before: str, told: tuple[Story, Entry]) -> None:
    """The words that it shows beside are somebody else's."""
    story, entry = told
    unsaid = replace(entry, in_story=False, questions=("What does Reed plan?",))
    assert leaning("where did he say it", before, story, unsaid)[0] == "where did Bob Reed say it"


def test_whoever_was_asked_for_is_meant(told: tuple[Story, Entry]) -> None:
    """The answer to "whose" is a name; whose words prove it does not matter."""
    story, entry = told
    told_of_reed = replace(entry, answer="The bridge is Bob Reed's.")
    assert leaning("where does he live", "Whose bridge is it?", story, told_of_reed)[0] == "where does Bob Reed live"
    assert leaning("where does he live", BEFORE, story, told_of_reed)[0] == "where does Ann Hill live"


def test_nobody_is_meant_after_no_entry() -> None:
    """Of an offer nobody was spoken of yet."""
    assert leaning("and he?", BEFORE, None, None)[0] == "and he?"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("and why?", True), ("what about boats", True), ("is it safe to cross", True), ("How deep is the river?", False)],
)
def test_what_leans(typed: str, expected: bool) -> None:
    """A word that points back, an opening that goes on, or hardly a word at all."""
    assert leans(typed) is expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("no, I meant Reed", "What does Bob Reed say?"),
        ("sorry i mean bob reed!", "What does Bob Reed say?"),
        ("not hill, rather Reed please", "What does Bob Reed say?"),
        ("I meant Ann Hill", None),
        ("I meant the bridge", None),
        ("Reed?", None),
        ("no", None),
        ("i meant Reed, who sails the boat that " * 9, None),
    ],
)
def test_whoever_was_meant_takes_the_place_of_whoever_was_asked_about(
    typed: str, expected: str | None, told: tuple[Story, Entry]
) -> None:
    """Only somebody of the story, and only somebody else."""
    assert corrected(typed, "What does Ann Hill say?", told[0]) == expected
    assert corrected(typed, "When does the bridge open?", told[0]) is None
