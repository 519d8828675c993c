"""Several stories in one folder: all are asked, or those that are named, as if the others did not exist."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering import phrases
from bot.answering.answerer import Answerer
from bot.answering.records import Outcome
from bot.stories import load_library

FERRY = """\
title: New ferry on the river
speakers:
  - name: Tom Reed
    role: captain
"""
FERRY_ARTICLE = """\
New ferry on the river

“The ferry opens on Friday at noon,” said Tom Reed, its captain.

Tickets are sold at the pier by the town.
"""
FERRY_ENTRIES = """\
- id: first-trip
  questions:
    - When does the ferry open?
    - opening day
    - first trip of the ferry
  answer: Captain Tom Reed said that it opens on Friday at noon.
  citations:
    - quote: The ferry opens on Friday at noon,
      speaker: Tom Reed
      kind: quote
- id: tickets
  questions:
    - Where are tickets sold?
  answer: At the pier, by the town.
  citations:
    - quote: Tickets are sold at the pier by the town.
"""
BRIDGE, BOAT = frozenset({"bridge"}), frozenset({"ferry"})


@pytest.fixture
def answerer(story_folder: Callable[..., Path]) -> Answerer:
    """The bridge and the ferry."""
    story_folder("bridge")
    root = story_folder("ferry", story=FERRY, article=FERRY_ARTICLE, entries=FERRY_ENTRIES).parent
    return Answerer(load_library(root))


def landed(answerer: Answerer, question: str, stories: frozenset[str] | None = None) -> str | None:
    """The entry that a question is answered with."""
    answer = answerer.ask(question, stories=stories)
    return f"{answer.story.id}/{answer.entry.id}" if answer.story and answer.entry else None


@pytest.mark.parametrize(
    ("question", "stories", "entry"),
    [
        ("When does the ferry open?", None, "ferry/first-trip"),
        ("When does the bridge open?", None, "bridge/opening-day"),
        ("When does the ferry open?", BOAT, "ferry/first-trip"),
        ("opening day", BOAT, "ferry/first-trip"),
        ("Where are tickets sold?", None, "ferry/tickets"),
        ("What does the repair cost?", None, "bridge/cost"),
    ],
)
def test_a_question_is_asked_of_all_or_of_some(
    answerer: Answerer, question: str, stories: frozenset[str] | None, entry: str
) -> None:
    """What is curated in a story that is asked is found."""
    assert landed(answerer, question, stories) == entry


@pytest.mark.parametrize(
    "question", ["Where are tickets sold?", "first trip of the ferry", "What does the repair cost?"]
)
def test_what_another_story_answers_is_not_answered(answerer: Answerer, question: str) -> None:
    """Neither as an answer, nor offered, nor among the candidates."""
    of = next(each for each in (BRIDGE, BOAT) if not (landed(answerer, question) or "").startswith(next(iter(each))))
    answer = answerer.ask(question, stories=of)
    assert answer.entry is None or answer.story is None or answer.story.id in of
    shown = [*answer.offers, *answer.candidates]
    assert {offer.story.id for offer in shown} <= of


def test_a_story_without_near_entries_is_asked_by_itself(answerer: Answerer) -> None:
    """The near entries of other stories speak neither for nor against it."""
    answer = answerer.ask("What does the repair cost?", stories=BOAT)
    assert answer.outcome is not Outcome.ANSWERED
    assert answer.entry is None


def test_no_story_of_that_name_answers_nothing(answerer: Answerer) -> None:
    """A story that a reload took away leaves nothing to find."""
    answer = answerer.ask("When does the ferry open?", stories=frozenset({"gone"}))
    assert (answer.entry, answer.offers, answer.candidates) == (None, (), ())


def test_a_place_is_looked_up_where_it_is_clear_in_which_story(answerer: Answerer) -> None:
    """In the one that is named, or that the talk is about."""
    assert answerer.ask("what is the last sentence?", stories=BOAT).citations[0].quote.startswith("Tickets are sold")
    answerer.ask("Where are tickets sold?", "talk")
    assert answerer.ask("what is the last sentence?", "talk").citations[0].quote.startswith("Tickets are sold")
    assert answerer.ask("what is the last sentence?").text != phrases.AT_PLACE
    assert answerer.ask("what is the last sentence?", "talk", BRIDGE).story != answerer.library.story("ferry")


def test_typing_offers_questions_of_the_stories_asked(answerer: Answerer) -> None:
    """Before anything is typed, too."""
    for typed in ("", "open"):
        assert {offer.story.id for offer in answerer.suggest(typed, 10, BOAT)} == BOAT
        assert {offer.story.id for offer in answerer.suggest(typed, 10)} == BOAT | BRIDGE


def test_a_follow_up_stays_with_the_story(answerer: Answerer) -> None:
    """It is read in the story that is asked."""
    answerer.ask("When does the ferry open?", "talk", BOAT)
    again = answerer.ask("and when does it open?", "talk", BRIDGE)
    assert again.story is None or again.story.id == "bridge"


@pytest.mark.parametrize("unclear", ["and before sunday?", "is it opened", "and mayor hill?"])
def test_what_is_spoken_of_is_of_its_story(answerer: Answerer, unclear: str) -> None:
    """Also where the next question is asked of another story, and not understood."""
    answerer.entry_answer("ferry", "first-trip", unclear)
    answerer.ask(unclear, unclear, BRIDGE)
    talk = answerer.conversations.recall(unclear)
    assert talk is not None
    assert talk.story is not None
    assert talk.entry is None or talk.entry in talk.story.entries


def test_one_story_asked_by_name_answers_as_it_does_alone(shipped_answerer: Answerer) -> None:
    """Naming the only story changes nothing."""
    (story,) = shipped_answerer.library.stories
    for entry in story.entries[::40]:
        question = f"{entry.questions[-1]} really"
        assert shipped_answerer.ask(question, stories=frozenset({story.id})) == shipped_answerer.ask(question)
