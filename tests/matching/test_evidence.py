"""What entries rest on, and how like a question it is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.matching.evidence import ByMeaning, ByWords, telling_texts
from bot.stories import load_library
from tests.knowledge_folder import ENTRIES, write_story

NO_MEANING = np.zeros(0, np.float32)


@pytest.fixture
def words() -> ByWords:
    """Entry 0 has two stems, entry 1 none, entry 2 one of them."""
    return ByWords.of([{"boat", "harbour"}, set(), {"boat"}], 3)


@pytest.mark.parametrize(
    ("content", "likeness"),
    [
        ({"boat": 3.0, "harbour": 1.0}, [1.0, 0.0, 0.75]),
        ({"boat": 2.0, "train": 2.0}, [0.5, 0.0, 0.5]),
        ({"train": 2.0}, [0.0, 0.0, 0.0]),
        ({}, [0.0, 0.0, 0.0]),
    ],
)
def test_likeness_by_words_is_the_share_of_the_content(
    words: ByWords, content: dict[str, float], likeness: list[float]
) -> None:
    """Each stem counts by its weight; what no entry has counts in the whole."""
    assert words.likeness(NO_MEANING, content).tolist() == pytest.approx(likeness)


@pytest.mark.parametrize(
    ("meaning", "likeness"), [([5.0, 0.0], [1.0, 0.0, 0.0]), ([0.0, 0.1], [0.6, 0.0, 1.0]), ([0.0, 0.0], [0.0] * 3)]
)
def test_likeness_by_meaning_is_the_nearest_text(meaning: list[float], likeness: list[float]) -> None:
    """Entry 0 rests on two texts, entry 2 on another; whatever has no length is like nothing."""
    points = np.array([[1.0, 0.0], [0.8, 0.6], [0.0, 1.0]], np.float32)
    told = ByMeaning(points, np.array([0, 1, 2]), np.array([0, 0, 2]), 3)
    assert told.likeness(np.array(meaning, np.float32), {}).tolist() == pytest.approx(likeness)


def test_nothing_is_like_nothing() -> None:
    """Where no entry is answered by the story."""
    told = ByMeaning.of([], [], np.zeros((0, 2), np.float32), 1)
    assert told.likeness(np.ones(2, np.float32), {}).tolist() == [0.0]


def test_entries_rest_on_their_answers_and_on_whole_sentences(tmp_path: Path) -> None:
    """A citation stands for the sentences that it touches; what the story does not say rests on nothing."""
    across = """
- id: safe
  questions: [Is it safe?]
  answer: The mayor said that it is not safe yet.
  citations:
    - quote: before Sunday,” said Mayor Ann Hill. “It’s not safe
    - quote: It’s not safe – not yet.
"""
    write_story(tmp_path / "bridge", entries=ENTRIES + across)
    owned = tuple(load_library(tmp_path).entries())
    first, second = "“The bridge won’t open before Sunday,” said Mayor Ann Hill.", "“It’s not safe – not yet.”"
    assert telling_texts(owned) == [
        "Mayor Ann Hill said that it won't open before Sunday.",
        first,
        "The mayor said that it is not safe yet.",
        f"{first} {second}",
        second,
    ]
