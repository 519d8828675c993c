"""A small story of four answerable entries and two near ones, learnt once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from bot.evaluation.systems import Target
from bot.stories import load_library
from tests.knowledge_folder import write_story

ARTICLE = """\
Bridge closed

The bridge was closed on Monday.

“The bridge won't open before Sunday,” said Mayor Ann Hill.

The harbour claimed that 3,000 boats pass below it every year.
"""

ENTRIES = """\
- id: closing-day
  questions: [When was the bridge closed?, closing day of the bridge, what day did they close the bridge]
  answer: It was closed on Monday.
  citations: [{quote: The bridge was closed on Monday.}]
- id: is-it-closed
  questions: [Is the bridge closed?, bridge shut or not]
  answer: It was closed on Monday.
  citations: [{quote: The bridge was closed on Monday.}]
- id: opening-day
  questions: [When does the bridge open?, opening day of the bridge, when will the bridge open again]
  answer: Mayor Ann Hill said that it won't open before Sunday.
  citations: [{quote: The bridge won't open before Sunday}]
- id: boats
  questions: [How many boats pass below the bridge?, number of boats, boats a year]
  answer: The harbour claimed 3,000 a year.
  citations: [{quote: "3,000 boats pass below it every year"}]
- id: cost
  in_story: false
  questions: [What does the repair cost?, price of the repair]
  answer: The story does not say what the repair costs.
- id: builder
  in_story: false
  questions: [Who built the bridge?, which firm built the bridge]
  answer: The story does not say who built the bridge.
"""


@pytest.fixture(scope="session")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The knowledge folder."""
    folder = tmp_path_factory.mktemp("knowledge")
    write_story(folder / "bridge", story="title: Bridge closed\n", article=ARTICLE, entries=ENTRIES)
    return folder


@pytest.fixture(scope="session")
def answerer(bridge: Path) -> Answerer:
    """The engine on it."""
    return Answerer(load_library(bridge))


@pytest.fixture
def target(answerer: Answerer) -> Callable[[str], Target]:
    """The entry of an id."""
    return lambda name: next(Target(*owned) for owned in answerer.library.entries() if owned[1].id == name)


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file of labelled questions."""

    def make(text: str, name: str = "questions.yaml") -> Path:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return file

    return make
