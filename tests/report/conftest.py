"""One report for all tests of the page: a small story with something of everything, and hostile words in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.unanswered import Group
from bot.records import AskedInVain
from bot.report import Kept, Study, as_html, study
from bot.stories import load_library
from tests.knowledge_folder import write_story

STORY = """\
title: "Bridge <b>closed</b>"
publisher: The Gazette
url: https://example.org/bridge
speakers:
  - {name: Ann Hill, role: mayor}
"""
ARTICLE = """\
Bridge <b>closed</b>

The bridge was closed on Monday. Nobody was on it.

“The bridge won't open before Sunday,” said Mayor Ann Hill.

The harbour claimed that 3,000 boats pass below it every year.

<script>alert("unquoted")</script> & so on.
"""
ENTRIES = """\
- id: closing-day
  questions: [When was the bridge closed?, closing day of the bridge, what day did they close the bridge,
              the day the bridge was closed, when did the bridge close, date of the closing of the bridge]
  answer: It was closed on Monday.
  citations: [{quote: The bridge was closed on Monday.}]
- id: opening-day
  questions: [When does the bridge open?, opening day of the bridge, how many boats pass, will the bridge open again,
              is the bridge open before Sunday, opening of the bridge]
  answer: Mayor Ann Hill said that it won't open before Sunday.
  citations: [{quote: The bridge won't open before Sunday, speaker: Ann Hill, kind: quote}]
- id: boats
  questions: [How many boats pass below the bridge?, number of boats that pass, boats a year below the bridge,
              how many boats each year, boats below the bridge, "boats <img src=x onerror=alert(1)>"]
  answer: 3,000 a year.
  citations: [{quote: "3,000 boats pass below it every year"}, {quote: boats pass below it}]
- id: closed
  questions: [Is the bridge closed?]
  answer: Yes, on Monday.
  citations: [{quote: bridge was closed}]
- id: cost
  in_story: false
  questions: [What does the repair cost?, price of the repair, how much for the repair]
  answer: The story does not say what the repair costs.
"""


def asked(text: str, count: int, *nearest: str) -> AskedInVain:
    """A question that was asked in vain from the first of March to the second of May."""
    about = tuple(("bridge", entry) for entry in nearest)
    return AskedInVain(1, text, "unsure", count, 3, 1, 1_709_290_000, 1_714_640_000, about)


KEPT = Kept(
    (
        Group((asked("who paid <i>for it</i>", 7, "cost", "gone"), asked("who paid for that", 2))),
        Group((asked("is it raining", 1),)),
    ),
    {("bridge", "boats"): 2},
)


@pytest.fixture(scope="session")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The knowledge folder."""
    folder = tmp_path_factory.mktemp("knowledge")
    write_story(folder / "bridge", story=STORY, article=ARTICLE, entries=ENTRIES)
    return folder


@pytest.fixture(scope="session")
def studied(bridge: Path) -> Study:
    """What the report tells."""
    return study(load_library(bridge), kept=KEPT)


@pytest.fixture(scope="session")
def page(studied: Study) -> str:
    """The page."""
    return as_html(studied)


@pytest.fixture(scope="session")
def file(page: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page as a file."""
    made = tmp_path_factory.mktemp("report") / "report.html"
    made.write_text(page, encoding="utf-8")
    return made
