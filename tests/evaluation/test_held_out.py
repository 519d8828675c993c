"""The knowledge's own phrasings, each asked of an engine that has not learnt it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.evaluation import held_out
from bot.evaluation.held_out import FOLDS, KeepingMeanings, Place, Trial, folds, places, sampled, trials, without
from bot.matching import Meanings
from bot.matching.encoder import load_encoder
from bot.stories import Library, load_library
from tests.knowledge_folder import write_story

ARTICLE = "Ferry\n\nThe ferry sails at nine.\n\nA ticket costs four crowns.\n"
ENTRIES = """\
- id: times
  questions: [When does the ferry sail?, what time does the ferry sail, ferry sail time]
  answer: At nine.
  citations: [{quote: The ferry sails at nine.}]
- id: price
  questions: [How much is a ticket?, ticket price, price of a ticket, weather in the harbour]
  answer: Four crowns.
  citations: [{quote: A ticket costs four crowns.}]
- id: captain
  in_story: false
  questions: [Who is the captain?]
  answer: The story does not say who the captain is.
- id: dogs
  in_story: false
  questions: [Are dogs allowed on board?, can I bring dogs on board, dogs on board]
  answer: The story does not say whether dogs are allowed.
"""


@pytest.fixture(scope="module")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A small story."""
    folder = tmp_path_factory.mktemp("knowledge")
    write_story(folder / "ferry", story="title: Ferry\n", article=ARTICLE, entries=ENTRIES)
    return load_library(folder)


@pytest.fixture(scope="module")
def tried(ferry: Library) -> list[Trial]:
    """What became of its phrasings."""
    return trials(ferry)


def test_every_phrasing_but_an_only_one_is_asked_once(ferry: Library, tried: list[Trial]) -> None:
    """Without its only phrasing, an entry could not be found at all."""
    asked = [trial.place.question for trial in tried]
    questions = [text for _, entry in ferry.entries() for text in entry.questions if text != "Who is the captain?"]
    assert sorted(asked) == sorted(questions)


def test_a_phrasing_like_its_fellows_ends_well(tried: list[Trial]) -> None:
    """A stray one does not; a near one does where nothing is answered."""
    well = {trial.place.question for trial in tried if trial.ended_well}
    assert {"what time does the ferry sail", "ticket price", "can I bring dogs on board"} <= well
    assert "weather in the harbour" not in well


def test_what_is_left_out_is_not_learnt(ferry: Library) -> None:
    """The rest stays in order, and nothing of it may be cached under the digest of the whole."""
    group = folds(places(ferry), FOLDS)[1]
    left = without(ferry, group)
    assert left.digest == ""
    assert [entry.questions for _, entry in left.entries()] == [
        ("When does the ferry sail?", "ferry sail time"),
        ("How much is a ticket?", "price of a ticket", "weather in the harbour"),
        ("Who is the captain?",),
        ("Are dogs allowed on board?", "dogs on board"),
    ]


@pytest.mark.parametrize(
    ("most", "share", "counts"),
    [
        (12_000, 1.0, {"times": 3, "price": 4, "dogs": 3}),
        (7, 1.0, {"times": 2, "price": 2, "dogs": 2}),
        (3, 1.0, {"times": 1, "price": 1, "dogs": 1}),
        (12_000, 0.5, {"times": 2, "price": 2, "dogs": 2}),
        (12_000, 0.2, {"times": 1, "price": 1, "dogs": 1}),
    ],
)
def test_a_sample_is_of_every_entry_alike(ferry: Library, most: int, share: float, counts: dict[str, int]) -> None:
    """As many of one as of the others, as far as it has them; drawn, but the same each time, and in order."""
    found = sampled(places(ferry), most, share)
    assert Counter(place.own.entry.id for place in found) == counts
    assert found == sampled(places(ferry), most, share)
    everything = places(ferry)
    assert [everything.index(place) for place in found] == sorted(map(everything.index, found))


def test_of_more_entries_than_may_be_asked_some_are_drawn(ferry: Library) -> None:
    """One phrasing of each."""
    found = sampled(places(ferry), 2)
    assert len({place.own.entry.id for place in found}) == len(found) == 2


def test_a_sample_lies_evenly_in_its_folds(ferry: Library) -> None:
    """However it was drawn, no fold leaves out much more of an entry than another."""
    drawn: list[Place] = [place for place in places(ferry) if place.number % 2 == 0]
    assert [len(group) for group in folds(drawn, 2)] == [3, 3]


def test_much_knowledge_is_asked_in_part(ferry: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """And learnt but once."""
    monkeypatch.setattr(held_out, "_MOST_COMPARED", 5 * 704)
    monkeypatch.setattr(held_out, "_MOST_LEARNT", 50)
    assert Counter(trial.place.own.entry.id for trial in trials(ferry)) == {"times": 1, "price": 1, "dogs": 1}


def test_a_phrasing_is_a_labelled_question(tried: list[Trial]) -> None:
    """With its line; a near one expects that nothing is answered."""
    found = {trial.place.question: trial.labelled for trial in tried}
    answerable, near = found["ticket price"], found["dogs on board"]
    assert [target.entry.id for target in answerable.expected] == ["price"]
    assert answerable.line == 6
    assert (near.expected, [target.entry.id for target in near.near]) == ((), ["dogs"])


def test_no_phrasing_is_read_by_meaning_twice(ferry: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The encoder reads all of them once, and what it keeps on disk is not less for it."""
    encoder = load_encoder()
    read: list[str] = []
    encode = encoder.encode

    def watched(texts: Sequence[str]) -> np.ndarray:
        read.extend(texts if len(texts) > 1 else ())  # a single one is a question
        return encode(texts)

    monkeypatch.setattr(encoder, "encode", watched)
    trials(ferry, KeepingMeanings(encoder, tmp_path))
    phrasings = [text.lower() for _, entry in ferry.entries() for text in entry.questions]
    assert set(phrasings) <= set(read)
    assert len(read) == len(set(read))
    assert Meanings(encoder, tmp_path).unread(phrasings) == 0
