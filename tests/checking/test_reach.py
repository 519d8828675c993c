"""Entries that no phrasing of their own reaches: what the engine says instead, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from bot.answering.records import Answer, Outcome
from bot.checking.reach import named, unreached
from bot.evaluation.systems import Target
from bot.stories import load_library
from tests.knowledge_folder import ENTRIES

StoryFolder = Callable[..., Path]


def asked(folder: Path) -> list[str]:
    """What is said of a folder's entries."""
    return [str(each).replace(f"{folder}/", "") for each in unreached(Answerer(load_library(folder)))]


def test_entries_that_answer_their_own_questions_are_fine(story_folder: StoryFolder) -> None:
    """Answerable and near ones alike."""
    assert asked(story_folder()) == []


@pytest.mark.parametrize(
    ("question", "warned"),
    [
        # Of two that share all words, the story is not surely the one that answers.
        (
            "When does the bridge open?",
            ":1: entry opening-day: The first of its phrasings, which is shown to people, does not reach it: "
            "“When does the bridge open?” gets the answer of cost",
        ),
        ("Thank you!", ":10: entry cost: Its only phrasing does not reach it: “Thank you!” gets “You're welcome."),
    ],
)
def test_an_entry_that_something_else_answers_is_warned_of(
    story_folder: StoryFolder, question: str, warned: str
) -> None:
    """Another entry, or what is said to those who ask nothing."""
    folder = story_folder(entries=ENTRIES.replace("What does the repair cost?", question))
    (warning,) = asked(folder)
    assert warning.startswith(f"entries/all.yaml{warned}")
    assert warning.endswith("Write phrasings that ask for this alone.")


def test_an_entry_of_another_story_is_named_with_it(story_folder: StoryFolder) -> None:
    """Two stories may call their entries alike."""
    story_folder("one")
    one, two = load_library(story_folder("two").parent).stories
    answer = Answer(Outcome.ANSWERED, "", 1.0, "", two, two.entries[0])
    assert named(Target(one, one.entries[0]), answer) == f"{two.entries[0].id} of two"
    assert named(Target(two, two.entries[0]), answer) == two.entries[0].id


def test_besides_the_first_phrasing_one_is_enough(story_folder: StoryFolder) -> None:
    """The others may be shared with somebody."""
    shared = "What does the repair cost?\n    - When does the bridge open?"
    assert asked(story_folder(entries=ENTRIES.replace("What does the repair cost?", shared))) == []


def test_entries_that_show_the_same_serve_for_each_other(story_folder: StoryFolder) -> None:
    """A reader sees the same words, whichever answers."""
    twin = "- id: twin\n  questions: [When does the bridge open?]\n  answer: Hill said not before Sunday.\n" + (
        "  citations: [{quote: 'The bridge won’t open before Sunday,'}]\n"
    )
    assert asked(story_folder(entries=ENTRIES + twin)) == []


@pytest.mark.parametrize(("outcome", "told"), [(Outcome.ANSWERED, 1), (Outcome.NOT_IN_STORY, 0), (Outcome.UNSURE, 0)])
def test_what_the_story_does_not_say_may_be_said_in_other_words(
    story_folder: StoryFolder, monkeypatch: pytest.MonkeyPatch, outcome: Outcome, told: int
) -> None:
    """If only the first phrasing of a near entry does not reach it, an answer alone misleads."""
    twice = "What does the repair cost?\n    - price of the repair"
    answerer = Answerer(load_library(story_folder(entries=ENTRIES.replace("What does the repair cost?", twice))))
    ask = answerer.ask

    def asked_for(question: str) -> Answer:
        answer = ask(question)
        return replace(answer, outcome=outcome, entry=None) if question == "What does the repair cost?" else answer

    monkeypatch.setattr(answerer, "ask", asked_for)
    assert len(list(unreached(answerer))) == told
