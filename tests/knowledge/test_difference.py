"""The difference of two libraries, and where questions land in the second."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from bot.answering.records import Outcome
from bot.knowledge.difference import Part, difference
from bot.knowledge.landing import MOST_ASKED, Landing, moves
from bot.stories import Library, load_library
from tests.knowledge_folder import ARTICLE, ENTRIES, STORY

StoryFolder = Callable[..., Path]
THIRD = """\
- id: boats
  questions:
    - How many boats pass below it?
  answer: The harbour claimed that 3,000 pass below it every year.
  citations:
    - quote: The harbour claimed that 3,000 boats pass below it every year.
      kind: narration
"""


@pytest.fixture
def make(story_folder: StoryFolder) -> Callable[..., Library]:
    """A factory of libraries of one story, each in a folder of its own."""
    made = iter(range(100))

    def library(**parts: str) -> Library:
        return load_library(story_folder(f"{next(made)}/bridge", **parts).parent)

    return library


def test_the_same_has_no_difference(make: Callable[..., Library]) -> None:
    """Not even where the files differ in what nobody sees."""
    assert not difference(make(), make())
    assert not difference(make(), make(entries="# a comment\n" + ENTRIES))
    lines = ENTRIES.split("- id: cost")
    assert not difference(make(), make(entries="- id: cost" + lines[1] + lines[0]))


def test_entries_come_and_go(make: Callable[..., Library]) -> None:
    """Named by story, id and question; with them the quotes that only they show."""
    differs = difference(make(), make(entries=ENTRIES.split("- id: cost")[0] + THIRD))
    assert [(each.story, each.entry, each.question) for each in differs.added] == [
        ("bridge", "boats", "How many boats pass below it?")
    ]
    assert [each.entry for each in differs.gone] == ["cost"]
    assert differs.changed == ()
    assert differs.quotes_added == ("The harbour claimed that 3,000 boats pass below it every year.",)
    back = difference(make(entries=ENTRIES + THIRD), make())
    assert back.quotes_gone == differs.quotes_added


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ("    - opening day of the bridge\n", "", {Part.QUESTIONS}),
        ("won't open before Sunday.", "won't open before Sunday, the mayor.", {Part.ANSWER}),
        ("  answer: May", "  follow_ups: {cost: [and when?]}\n  answer: May", {Part.FOLLOW_UPS}),
        ("      kind: quote\n", "", {Part.QUOTES}),
        ("      speaker: Ann Hill\n      kind: quote\n", "", {Part.QUOTES}),
        ("  questions:\n    - When", "  topic: town\n  questions:\n    - When", {Part.TOPIC}),
        (
            "  in_story: false\n  questions:\n    - What does the repair cost?\n  answer: The story does not say what "
            "the repair costs.\n  citations: []",
            "  questions:\n    - What does the repair cost?\n  answer: The story does not say what the repair costs.\n"
            "  citations:\n    - quote: The old bridge was closed on Monday.",
            {Part.QUOTES, Part.IN_STORY},
        ),
    ],
)
def test_what_changed_of_an_entry_is_named(make: Callable[..., Library], old: str, new: str, parts: set[Part]) -> None:
    """By its parts, and only by those."""
    assert old in ENTRIES
    (change,) = difference(make(), make(entries=ENTRIES.replace(old, new))).changed
    assert set(change.parts) == parts


def test_questions_that_come_and_go_are_told(make: Callable[..., Library]) -> None:
    """Word for word."""
    changed = ENTRIES.replace("opening day of the bridge", "when can we cross")
    (change,) = difference(make(), make(entries=changed)).changed
    assert change.questions_added == ("when can we cross",)
    assert change.questions_gone == ("opening day of the bridge",)


def test_follow_ups_that_come_are_told_with_what_they_follow(make: Callable[..., Library]) -> None:
    """By themselves they would say little."""
    changed = ENTRIES.replace("  answer: May", "  follow_ups: {cost: [and when?]}\n  answer: May")
    (change,) = difference(make(), make(entries=changed)).changed
    assert (change.questions_added, change.questions_gone) == (("cost → and when?",), ())


def test_stories_come_go_and_change(make: Callable[..., Library], story_folder: StoryFolder) -> None:
    """A changed title or text is told; that its entries stand elsewhere in a longer text is no change of theirs."""
    assert difference(make(), make(story=STORY.replace("closed", "shut"))).stories_changed == ("bridge",)
    longer = difference(make(), make(article=ARTICLE.replace("Old bridge closed\n", "Old bridge closed\n\nNews.\n", 1)))
    assert (longer.stories_changed, longer.changed) == (("bridge",), ())
    story_folder("two/bridge")
    two = load_library(story_folder("two/ferry").parent)
    assert difference(make(), two).stories_added == ("ferry",)
    assert difference(two, make()).stories_gone == ("ferry",)


def test_what_lands_elsewhere_is_found(make: Callable[..., Library]) -> None:
    """A phrasing that moved to another entry, and what people asked; what lands as before is not told."""
    before = make(entries=ENTRIES + THIRD)
    moved = (
        (ENTRIES + THIRD)
        .replace("    - opening day of the bridge\n", "")
        .replace(
            "    - What does the repair cost?\n", "    - What does the repair cost?\n    - opening day of the bridge\n"
        )
    )
    found = moves(Answerer(before), Answerer(make(entries=moved)), ["opening day of the bridge", "boats below it"])
    (own,) = found.own
    assert own.question == "opening day of the bridge"
    assert own.before == Landing(Outcome.ANSWERED, ("bridge", "opening-day"))
    assert own.after == Landing(Outcome.NOT_IN_STORY, ("bridge", "cost"))
    assert [each.question for each in found.asked] == ["opening day of the bridge"]
    assert (found.astray, found.left_out) == ((), 0)


def test_a_new_phrasing_that_leads_elsewhere_is_astray(make: Callable[..., Library]) -> None:
    """Here two entries have it, so that neither owns it."""
    twice = ENTRIES.replace(
        "- What does the repair cost?", "- What does the repair cost?\n    - when does the bridge open"
    )
    found = moves(Answerer(make()), Answerer(make(entries=twice)), [])
    questions = {each.question for each in (*found.astray, *found.own)}
    assert questions <= {"When does the bridge open?", "when does the bridge open"}
    assert all(each.before.entry for each in found.astray)


def test_very_many_changes_are_sampled(make: Callable[..., Library]) -> None:
    """What was not tried is counted."""
    many = "".join(f"    - word{number} opens\n" for number in range(2 * MOST_ASKED + 10))
    big = ENTRIES.replace("    - opening day of the bridge\n", "    - opening day of the bridge\n" + many)
    found = moves(Answerer(make()), Answerer(make(entries=big)), [])
    assert MOST_ASKED < found.left_out < 2 * MOST_ASKED + 10
