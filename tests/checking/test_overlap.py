"""Phrasings that are nearer to another entry than to their own: which are found, where, and which don't matter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.checking.overlap import Overlap, overlaps, space_of
from bot.matching import Meanings
from bot.matching.encoder import load_encoder
from bot.stories import Library, load_library
from tests.knowledge_folder import write_story

StoryFolder = Callable[..., Path]

ARTICLE = "Ferry\n\nThe ferry sails at nine.\n\nA ticket costs four crowns.\n\nDogs travel for nothing at all.\n"


def entries(price: str, *, cites: str = "A ticket costs four crowns.", times_known: bool = True) -> str:
    """Sailing times and prices; one more phrasing of the price."""
    times = "citations: [{quote: The ferry sails at nine.}]" if times_known else "in_story: false"
    return f"""\
- id: times
  questions:
    - When does the ferry sail?
    - what time does the ferry sail
    - at what hour does the ferry leave
  answer: At nine.
  {times}
- id: price
  questions:
    - How much is a ticket?
    - ticket price
    - cost of a ticket
    - {price}
  answer: Four crowns.
  citations: [{{quote: {cites}}}]
"""


STRAY = "when does the ferry sail off"


def found(library: Library, meanings: Meanings | None = None) -> list[Overlap]:
    """The overlaps of a library."""
    return overlaps(library, space_of(library, meanings))


@pytest.fixture(scope="module")
def encoder() -> Meanings:
    """The sentence encoder, which ships with the project."""
    return Meanings(load_encoder())


@pytest.mark.parametrize("by_meaning", [False, True], ids=["by words", "by meaning"])
def test_a_stray_phrasing_is_found(story_folder: StoryFolder, by_meaning: bool, request: pytest.FixtureRequest) -> None:
    """With both entries and its number."""
    meanings = request.getfixturevalue("encoder") if by_meaning else None
    folder = story_folder("ferry", story="title: Ferry\n", article=ARTICLE, entries=entries(STRAY))
    (overlap,) = found(load_library(folder), meanings)
    assert (overlap.entry.id, overlap.number, overlap.other.id) == ("price", 3, "times")
    assert overlap.gap >= 0.1


def test_meaning_sees_what_words_do_not(story_folder: StoryFolder, encoder: Meanings) -> None:
    """A paraphrase without a word in common."""
    folder = story_folder(
        "ferry", story="title: Ferry\n", article=ARTICLE, entries=entries("when will the boat depart")
    )
    library = load_library(folder)
    assert [each.phrasing for each in found(library, encoder)] == ["when will the boat depart"]
    assert found(library) == []


def test_phrasings_at_home_are_left_alone(story_folder: StoryFolder) -> None:
    """Nothing is said of a phrasing that is like its fellows."""
    folder = story_folder("ferry", story="title: Ferry\n", article=ARTICLE, entries=entries("price of one ticket"))
    assert found(load_library(folder)) == []


@pytest.mark.parametrize(
    "written",
    [
        entries(STRAY, cites="The ferry sails at nine."),
        entries(STRAY, times_known=False).replace(
            "  answer: Four crowns.\n", "  answer: Four crowns.\n  in_story: false\n"
        ),
    ],
    ids=["both show the same words", "the story answers neither"],
)
def test_entries_that_tell_the_same_may_lie_near_each_other(story_folder: StoryFolder, written: str) -> None:
    """A reader gets the same from either."""
    folder = story_folder("ferry", story="title: Ferry\n", article=ARTICLE, entries=written)
    assert found(load_library(folder)) == []


def test_an_only_phrasing_has_nothing_to_be_compared_with(story_folder: StoryFolder) -> None:
    """Left out, it leaves an entry without phrasings."""
    single = "- id: once\n  questions: [when does the ferry sail off]\n  answer: No.\n  in_story: false\n"
    written = entries("price of one ticket") + single
    folder = story_folder("ferry", story="title: Ferry\n", article=ARTICLE, entries=written)
    assert "once" not in {each.entry.id for each in found(load_library(folder))}


def test_the_clearest_comes_first(story_folder: StoryFolder) -> None:
    """So that what is cut off matters least."""
    stray = "when does the ferry sail\n    - does a ticket for the ferry say when it does sail"
    folder = story_folder("ferry", story="title: Ferry\n", article=ARTICLE, entries=entries(stray))
    gaps = [each.gap for each in found(load_library(folder))]
    assert len(gaps) > 1
    assert gaps == sorted(gaps, reverse=True)


def test_an_entry_of_another_story_may_be_nearer(tmp_path: Path) -> None:
    """Readers ask all stories at once."""
    ferry = entries("price of one ticket")
    bridge = (
        "- id: toll\n  questions: [the toll, what time does the ferry sail please]\n  answer: No.\n  in_story: false\n"
    )
    write_story(tmp_path / "ferry", story="title: Ferry\n", article=ARTICLE, entries=ferry)
    write_story(tmp_path / "bridge", story="title: Bridge\n", article=ARTICLE, entries=bridge)
    named = [(each.story.id, each.other.id, each.other_story.id) for each in found(load_library(tmp_path))]
    assert ("bridge", "times", "ferry") in named
