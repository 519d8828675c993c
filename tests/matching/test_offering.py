"""What is offered to whoever could not be answered."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.answering import phrases
from bot.answering.answerer import Answerer
from bot.answering.records import Outcome
from bot.matching.offering import to_offer
from bot.stories import Entry, Story, load_library
from tests.knowledge_folder import ENTRIES, write_story

Owned = list[tuple[Story, Entry]]
# Two entries of which one sentence is proof, and others with each its own.
FIVE = (
    ENTRIES
    + """
- id: opening-speaker
  questions: [Who told of the opening?]
  answer: Mayor Ann Hill did.
  citations:
    - quote: The bridge won't open before Sunday,
- id: traffic
  questions: [What does the harbour claim?]
  answer: The harbour claimed that 3,000 boats pass below it every year.
  citations:
    - quote: 3,000 boats pass below it every year.
- id: closed-before
  questions: [Was it closed before?]
  answer: The story says that it was closed once before, in 1999.
  citations:
    - quote: The old bridge was closed once before, in 1999.
- id: maker
  questions: [Who made it?]
  answer: The story says that nobody knows the firm.
  citations:
    - quote: Nobody knows the U.S. firm that built it.
"""
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A story with these entries."""
    write_story(tmp_path / "bridge", entries=FIVE)
    return tmp_path


@pytest.fixture
def owned(folder: Path) -> Owned:
    """Its entries that the story answers."""
    return [(story, entry) for story, entry in load_library(folder).entries() if entry.in_story]


@pytest.mark.parametrize(
    ("shares", "likeness", "offered"),
    [
        ([0.4, 0.0, 0.3, 0.2, 0.1], [0.0] * 5, ["opening-day", "traffic", "closed-before"]),
        ([0.4, 0.3, 0.2, 0.1, 0.0], [0.0] * 5, ["opening-day", "traffic", "closed-before"]),
        ([0.4, 0.3, 0.2, 0.1, 0.0], [0.0, 0.0, 0.0, 0.0, 5.0], ["maker", "opening-day", "traffic"]),
        ([0.0] * 5, [0.0, 1.0, 2.0, 0.5, 0.0], ["traffic", "opening-speaker", "closed-before"]),
    ],
)
def test_likely_ones_and_telling_ones(
    owned: Owned, shares: list[float], likeness: list[float], offered: list[str]
) -> None:
    """Three at most, none with the proof of another, and what tells of it before what is hardly likely."""
    found = to_offer(owned, np.arange(5), np.array(shares), np.array(likeness))
    assert [owned[at][1].id for at in found] == offered


def test_of_very_many_the_foremost_are_the_same(owned: Owned) -> None:
    """Found without sorting all, ties in their order too."""
    which = np.repeat(np.arange(5), 400)
    shares = np.tile(np.linspace(0.0, 0.3, 400), 5)
    found = to_offer(owned, which, shares, np.zeros(2_000))
    assert [owned[at][1].id for at in found] == ["opening-day", "traffic", "closed-before"]


def test_those_that_are_asked_alone(owned: Owned) -> None:
    """The figures are those of the entries that there are."""
    assert to_offer(owned, np.array([3, 4]), np.array([0.1, 0.2]), np.zeros(2)).tolist() == [4, 3]


@pytest.mark.parametrize(
    ("question", "offered"),
    [("how many boats go below each year", "traffic"), ("does anyone know the firm", "maker")],
)
def test_what_the_proof_tells_is_offered(folder: Path, question: str, offered: str) -> None:
    """Though no phrasing has a word of it."""
    answer = Answerer(load_library(folder)).ask(question)
    assert answer.outcome is not Outcome.ANSWERED
    # Nobody has written that the story does not say it, so that is not claimed.
    assert answer.text in {phrases.CLOSE_CALL, phrases.NOT_FOUND}
    assert answer.offers[0].entry.id == offered
    assert len({offer.entry.citations[0].start for offer in answer.offers}) == len(answer.offers)


def test_what_no_proof_tells_is_not_offered(folder: Path) -> None:
    """A question about something else gets none."""
    assert not Answerer(load_library(folder)).ask("what is the best recipe for pancakes").offers
