"""Follow-ups: read as they will be asked, learnt with the talk before, and known in a curator's very words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bot.answering.answerer import Answerer
from bot.answering.records import Outcome
from bot.matching.elsewhere import elsewhere
from bot.matching.follow_ups import asked_next
from bot.matching.material import every_text
from bot.matching.terms import Terms
from bot.stories import Library, load_library
from tests.knowledge_folder import ENTRIES

StoryFolder = Callable[..., Path]
AFTER_OPENING = (
    "  follow_ups:\n    opening-day:\n      - and for how much?\n      - how much did he say\n  answer: The story"
)
FOLLOWED = ENTRIES.replace("  answer: The story", AFTER_OPENING)


@pytest.fixture
def library(story_folder: StoryFolder) -> Library:
    """The bridge, with two follow-ups about its cost."""
    return load_library(story_folder(entries=FOLLOWED).parent)


def test_a_follow_up_is_read_with_what_it_leans_on(library: Library) -> None:
    """As if a phrasing of the entry before had been asked, by turns another one, and with the person written out."""
    first, second, *_ = asked_next(tuple(library.entries()), str.split)
    assert (first.label, first.after, first.before, first.text) == (1, 0, 0, "and for how much?")
    assert first.talk is not None
    assert (first.talk.question, first.talk.entry) == ("When does the bridge open?", ("bridge", "opening-day"))
    assert (second.before, second.words) == (1, ["how", "much", "did", "Ann", "Hill", "say"])


def test_what_can_be_understood_by_itself_leans_on_nothing(story_folder: StoryFolder) -> None:
    """It is one more phrasing."""
    entries = FOLLOWED.replace("and for how much?", "what does the new bridge cost the town")
    whole, *_ = asked_next(tuple(load_library(story_folder(entries=entries).parent).entries()), str.split)
    assert whole.talk is None


def test_what_no_story_answers_is_learnt_too(library: Library) -> None:
    """After some entries each, as of no entry: "does it float" is not answered because it leans on an answer."""
    owned = tuple(library.entries())
    of_none = [each for each in asked_next(owned, str.split) if each.label == len(owned)]
    rows = [(at, question) for at, (_, entry) in enumerate(owned) for question in entry.questions]
    assert len(of_none) == 2
    for each in of_none:
        after, question = rows[each.before]
        assert after == each.after
        assert each.talk is None or each.talk.question == question


def test_of_what_no_story_answers_there_is_no_more_than_of_follow_ups(story_folder: StoryFolder) -> None:
    """A curator's few are not outweighed; beside many, each is learnt after several entries."""
    many = "".join(f"      - and number {number}?\n" for number in range(2_000))
    entries = FOLLOWED.replace("      - and for how much?\n", many)
    owned = tuple(load_library(story_folder(entries=entries).parent).entries())
    of_none = [each for each in asked_next(owned, str.split) if each.label == len(owned)]
    assert len(of_none) == 3 * len(elsewhere("elsewhere_next.txt"))
    assert {each.after for each in of_none} == set(range(len(owned)))


def test_without_near_entries_or_follow_ups_there_is_nothing_to_tell_it_from(library: Library) -> None:
    """No class holds it, and no score is learnt for what leans."""
    without = [(story, replace(entry, follow_ups=())) for story, entry in library.entries()]
    assert asked_next(without, str.split) == ()
    answerable = [(story, replace(entry, in_story=True)) for story, entry in library.entries()]
    assert len(asked_next(answerable, str.split)) == 2


def test_follow_ups_are_read_by_meaning_too(library: Library) -> None:
    """Written out, and cleaned as questions are."""
    assert "how much did ann hill say" in every_text(library)


def test_a_follow_up_borrows_terms(library: Library) -> None:
    """What the talk lends weighs less than its own words, and nothing is lent to a phrasing."""
    owned = tuple(library.entries())
    asked = asked_next(owned, str.split)
    phrasings = [question.lower().split() for _, entry in owned for question in entry.questions]
    terms = Terms(phrasings, asked)
    rows = np.arange(len(phrasings))
    space = terms.space(rows, np.array([0, 0, 1]), 2)
    found = terms.followed(terms.matrix(rows, space), np.array([0]), space).toarray()
    assert found.shape[0] == len(phrasings) + 1
    (bridge,) = terms.columns.places(["s:bridg"])
    assert 0 < found[-1, bridge] < found[0, bridge]
    assert np.linalg.norm(found, axis=1) == pytest.approx(1.0)


def test_a_curators_very_words_after_the_very_entry(library: Library) -> None:
    """They lead where the curator says; after nothing, or after another entry, they are only words."""
    answerer = Answerer(library)
    assert answerer.ask("when does the bridge open", "a").outcome is Outcome.ANSWERED
    answer = answerer.ask("And for how MUCH", "a")
    assert (answer.outcome, answer.entry.id if answer.entry else None) == (Outcome.NOT_IN_STORY, "cost")
    assert answer.score < 0.1
    assert answerer.matcher.match("and for how much?").exact is False


@pytest.mark.parametrize("question", ["and the zebra?", "with stripes?", "and its hooves?", "what about the weather"])
def test_the_talk_before_does_not_answer_what_is_new(story_folder: StoryFolder, question: str) -> None:
    """A name for something that no phrasing knows is no ellipsis."""
    answerer = Answerer(load_library(story_folder().parent))
    answerer.entry_answer("bridge", "opening-day", "a")
    assert answerer.ask(question, "a").outcome is Outcome.NOT_IN_STORY


@pytest.mark.parametrize("question", ["which day?", "exactly which day", "and when was that?"])
def test_what_asks_more_of_the_same_leans_on_the_talk(story_folder: StoryFolder, question: str) -> None:
    """Words that may be asked of anything name nothing new."""
    answerer = Answerer(load_library(story_folder().parent))
    answerer.entry_answer("bridge", "opening-day", "a")
    answer = answerer.ask(question, "a")
    assert answer.entry is not None
    assert answer.entry.id == "opening-day"


def test_follow_ups_of_other_stories_are_not_asked(library: Library) -> None:
    """Whoever asks one story gets nothing of another."""
    answerer = Answerer(library)
    answerer.ask("when does the bridge open", "a")
    assert answerer.ask("and for how much?", "a", frozenset({"other"})).entry is None


@pytest.mark.parametrize(
    ("after", "question", "entry"),
    [
        ("obama-on-assad", "where did he tell them that", "where-obama-spoke"),
        ("share-of-strikes-not-on-isis", "when did they say so", "statement-day"),
        ("where-the-photo-was-taken", "what's the base called", "airbase-name"),
        ("who-is-ivanov", "what reason does he give", "ivanovs-reason"),
    ],
)
def test_the_shipped_knowledge_follows(shipped_answerer: Answerer, after: str, question: str, entry: str) -> None:
    """What could mean anything by itself means this after that."""
    shipped_answerer.entry_answer("russian-strikes-in-syria", after, "follow")
    answer = shipped_answerer.ask(question, "follow")
    assert answer.entry is not None
    assert answer.entry.id == entry
