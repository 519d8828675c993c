"""Phrasings that mislead when they are not learnt: which are warned of, in which words, and which do no harm."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering.records import Answer, Outcome
from bot.checking import Check, Concern, Kind, as_text, check_knowledge
from bot.checking.astray import Astray, lost_entries, misleading, misleads
from bot.evaluation.held_out import Place, Trial
from bot.evaluation.systems import Target
from bot.stories import Entry, Story, load_library
from tests.knowledge_folder import ENTRIES, STORY

StoryFolder = Callable[..., Path]

ARTICLE = "Ferry\n\nThe ferry sails at nine.\n\nA ticket costs four crowns.\n\nDogs travel for nothing at all.\n"
TIMES = """\
- id: times
  questions: [When does the ferry sail?, what time does the ferry sail, at what hour does the ferry leave]
  answer: At nine.
  citations: [{quote: The ferry sails at nine.}]
"""
STRAY = "when does the ferry sail off"


def priced(stray: str) -> str:
    """Sailing times, and prices with one more phrasing."""
    return f"""{TIMES}\
- id: price
  questions: [How much is a ticket?, ticket price, cost of a ticket, {stray}]
  answer: Four crowns.
  citations: [{{quote: A ticket costs four crowns.}}]
"""


def overlap_warnings(folder: Path) -> list[Concern]:
    """What a check says of it."""
    return [each for each in check_knowledge(folder).warnings if each.kind is Kind.OVERLAP]


def test_a_phrasing_that_misleads_is_warned_of(story_folder: StoryFolder) -> None:
    """With its line, what a reader would get, and what helps also whoever writes no more phrasings."""
    folder = story_folder("ferry", story="title: Ferry\n", article=ARTICLE, entries=priced(STRAY))
    (warning,) = overlap_warnings(folder)
    assert (warning.entry, warning.line, warning.other, warning.text) == ("price", 6, "times", STRAY)
    assert warning.problem == f"Left out and asked, “{STRAY}” gets the answer of times."
    assert warning.remedy == (
        "Make another of its phrasings more like this one, or add some; "
        "if it asks for something else, move it, or split the entry."
    )


def test_a_phrasing_at_home_is_left_alone(story_folder: StoryFolder) -> None:
    """What is like its fellows is answered rightly when it is left out."""
    folder = story_folder("ferry", story="title: Ferry\n", article=ARTICLE, entries=priced("price of one ticket"))
    assert overlap_warnings(folder) == []


def story(story_folder: StoryFolder) -> tuple[Story, Entry, Entry]:
    """A story, its answerable entry and its near one."""
    (loaded,) = load_library(story_folder()).stories
    return loaded, *loaded.entries


ANSWERED, NOT_SAID, UNSURE = Outcome.ANSWERED, Outcome.NOT_IN_STORY, Outcome.UNSURE


@pytest.mark.parametrize(
    ("own_in_story", "outcome", "other_in_story", "score"),
    [(True, ANSWERED, True, 0.9), (True, NOT_SAID, False, 0.1), (False, ANSWERED, True, 0.9)],
)
def test_what_misleads(
    story_folder: StoryFolder, own_in_story: bool, outcome: Outcome, other_in_story: bool, score: float
) -> None:
    """A sure answer to something else, or a sure "the story does not say" of what it does say."""
    loaded, *either = story(story_folder)
    own = replace(either[not own_in_story], id="own", citations=())
    answer = Answer(outcome, "…", score, "0", loaded, either[not other_in_story])
    assert misleads(Trial(Place(Target(loaded, own), 0), answer))


def test_what_harms_nobody(story_folder: StoryFolder) -> None:
    """What the bot is hardly sure of; others to choose from; nothing found; two things that the story does not say."""
    loaded, known, near = story(story_folder)
    own, nearly = replace(known, id="own", citations=()), replace(near, id="nearly")
    for entry, outcome, other, score in [
        (own, ANSWERED, known, 0.5),
        (own, NOT_SAID, near, 0.3),
        (own, NOT_SAID, None, 0.0),
        (own, UNSURE, None, 0.3),
        (nearly, ANSWERED, known, 0.45),
        (nearly, NOT_SAID, near, 0.0),
    ]:
        answer = Answer(outcome, "…", score, "0", loaded, other)
        assert not misleads(Trial(Place(Target(loaded, entry), 0), answer))


def test_an_entry_that_shows_the_same_does_not_mislead(story_folder: StoryFolder) -> None:
    """A reader sees the same words of the article, or some of them, whatever is said above."""
    loaded, known, near = story(story_folder)
    own = Target(loaded, replace(known, id="twin"))
    (cited,) = known.citations
    part = replace(cited, start=cited.start + 4, quote=cited.quote[4:])
    for outcome, score, entry in [
        (ANSWERED, 1.0, known),
        (ANSWERED, 1.0, replace(known, citations=(part,))),
        (NOT_SAID, 0.0, replace(near, citations=(part,))),
    ]:
        assert not misleads(Trial(Place(own, 0), Answer(outcome, "…", score, "0", loaded, entry)))
        assert misleads(Trial(Place(own, 0), Answer(outcome, "…", score, "0", loaded, replace(entry, citations=()))))


def test_what_goes_wrong_by_little_is_not_told(story_folder: StoryFolder) -> None:
    """It comes and goes with edits of other entries; but it is counted where an entry is lost."""
    loaded, known, _ = story(story_folder)
    own = Target(loaded, replace(known, id="own", citations=(), questions=("What is A?", "What is B?", "What is C?")))
    clear, hardly = (Answer(ANSWERED, "…", score, "0", loaded, known) for score in (0.9, 0.65))
    found = [Astray(Trial(Place(own, 0), clear)), Astray(Trial(Place(own, 1), hardly))]
    (told,) = misleading(found)
    assert (told.text, told.problem.count("“")) == ("What is A?", 1)
    assert list(misleading(found[1:])) == []
    assert [each.text for each in misleading([replace(found[1], known=hardly)])] == ["What is B?"]
    third = Astray(Trial(Place(own, 2), hardly))
    assert (list(misleading([*found, third])), len(list(lost_entries([*found, third])))) == ([], 1)


def test_what_is_wrong_even_as_the_bot_stands_comes_first(story_folder: StoryFolder) -> None:
    """Then wrong answers, then what the story is said not to say; the surest before."""
    loaded, known, near = story(story_folder)
    place = Place(Target(loaded, replace(known, citations=(), id="own")), 0)
    surely, hardly = (Answer(ANSWERED, "…", score, "0", loaded, known) for score in (0.9, 0.7))
    denied = Answer(NOT_SAID, "The story does not say.", 0.0, "0", loaded, near)
    rows = [
        Astray(Trial(place, denied)),
        Astray(Trial(place, hardly)),
        Astray(Trial(place, denied), denied),
        Astray(Trial(place, surely)),
    ]
    ranked = sorted(rows, key=lambda each: each.sureness, reverse=True)
    assert ranked == [rows[2], rows[3], rows[1], rows[0]]
    assert [each.concern().problem for each in ranked] == [
        "Even as the bot stands, “When does the bridge open?” gets “The story does not say.” (cost).",
        *2 * ["Left out and asked, “When does the bridge open?” gets the answer of opening-day."],
        "Left out and asked, “When does the bridge open?” gets “The story does not say.” (cost).",
    ]


def test_an_entry_whose_phrasings_all_mislead_is_told_as_one(story_folder: StoryFolder) -> None:
    """Whoever does not ask it word for word lands elsewhere."""
    loaded, known, _ = story(story_folder)
    own = Target(loaded, replace(known, id="lost", citations=()))
    answer = Answer(ANSWERED, "…", 0.9, "0", loaded, known)
    both = [Astray(Trial(Place(own, number), answer)) for number in range(2)]
    assert list(lost_entries(both[:1])) == []
    (concern,) = lost_entries(both)
    assert (concern.kind, concern.entry, concern.line) == (Kind.UNREACHED, "lost", 1)
    assert concern.problem == "Each of its 2 phrasings, left out and asked, ends at another entry (opening-day)."


def test_phrasings_of_one_entry_are_told_together(story_folder: StoryFolder) -> None:
    """The worst with what it gets, the others by their words; a lost entry is told of already."""
    loaded, known, _ = story(story_folder)
    asked = tuple(f"What is {letter}?" for letter in "ABCDEF")
    own = Target(loaded, replace(known, id="own", citations=(), questions=asked))
    found = [Astray(Trial(Place(own, n), Answer(ANSWERED, "…", 0.9, "0", loaded, known))) for n in range(6)]
    (one,), (two,), (five,), lost = (list(misleading(found[:count])) for count in (1, 2, 5, 6))
    assert one.problem == "Left out and asked, “What is A?” gets the answer of opening-day."
    assert one.remedy.startswith("Make another of its phrasings more like this one,")
    assert two.problem == f"{one.problem} Also wrong: “What is B?”"
    assert two.remedy.startswith("Make others of its phrasings more like these,")
    assert five.problem.endswith("Also wrong: “What is B?”, “What is C?”, “What is D?” and 1 more.")
    assert lost == []


def test_the_three_worst_are_shown_below_all_else(story_folder: StoryFolder) -> None:
    """With one line on what was measured; a full check shows all of them."""
    library = load_library(story_folder())
    warnings = [Concern(Kind.UNCOVERED, "bridge", None, None, None, "No entry quotes it.", "Write one.")]
    warnings += [Concern(Kind.OVERLAP, "bridge", None, None, None, f"{n} misleads.", "Write more.") for n in range(5)]
    check = Check(library, (), tuple(warnings))
    told = as_text(check).splitlines()[1:-3]
    assert told[0] == "warning: bridge: No entry quotes it. Write one."
    assert told[1].startswith("Phrasings were left out one by one and asked,")
    assert told[2:] == [
        *(f"warning: bridge: {n} misleads. Write more." for n in range(3)),
        "warning: … and 2 more entries with such phrasings; `check --full` shows all",
    ]
    assert "4 misleads" in as_text(replace(check, full=True))
    reached = "As the bot stands, with no phrasing left out, every entry is reached by its own."
    assert as_text(check).splitlines()[-2] == reached


def test_the_first_phrasing_must_reach_too(story_folder: StoryFolder) -> None:
    """It is the one that people are shown and press."""
    twice = "When does the bridge open?\n    - What does the repair cost?"
    folder = story_folder(story=STORY, entries=ENTRIES.replace("What does the repair cost?", twice))
    said = [each.problem for each in check_knowledge(folder).warnings if each.kind is Kind.UNREACHED]
    assert said == [
        "The first of its phrasings, which is shown to people, does not reach it: “When does the bridge open?” gets "
        "the answer of opening-day."
    ]
