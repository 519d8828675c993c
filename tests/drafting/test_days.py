"""The day that is printed above an article."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from bot.drafting import start_story
from bot.drafting.days import printed_day
from bot.stories import load_library


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("By Mira Solvang, The Fjord Courier, 4 June 2024", "4 June 2024"),
        ("Published on Monday, 3 May 2019, 10:15", "3 May 2019"),
        ("May 3, 2019", "May 3, 2019"),
        ("Posted: 2019-05-03", "2019-05-03"),
        ("Sept. 12th, 2021", "Sept. 12th, 2021"),
        ("The bridge was closed on 3 May 2019 by the council.", None),
        ("3 May 2019 was the day on which it fell", None),
        ("By the time of 3 May 2019 nobody was left, " + "and so on and on " * 6, None),
        ("By Ann Hill", None),
        ("Updated 3 May 2019", None),
        ("HALVERN, Ostreva Bay, 14 March — A bridge fell.", "14 March"),
        ("HOLM, May 3 (Coast Wire) — A ferry ran aground.", "May 3"),
        ("OSLO, Monday, Feb. 9 - Miners voted.", "Feb. 9"),
        ("On 14 March the bridge fell — at last.", None),
        ("On Monday, 14 March — a rainy day — it fell.", None),
        ("The 14 March — a rainy day — was no day for a protest.", None),
    ],
)
def test_the_day_of_a_line(line: str, day: str | None) -> None:
    """In a byline or alone; a day that the story tells of is not the day on which it was published."""
    assert printed_day(("Old bridge closed", line, "It fell.")) == day


# A quote is not shorter than this.
LEAST = 12


@pytest.mark.parametrize("line", ["By Mira Solvang, 4 June 2024", "Published 4 June 2024", "4 June 2024"])
def test_it_is_shown_with_answers_and_is_no_near_question(tmp_path: Path, line: str) -> None:
    """Nobody is told that the story does not say what stands above it."""
    article = tmp_path / "ferry.txt"
    article.write_text(f"Ferry stays\n\n{line}\n\n“It stays,” said Ingrid Moen, the mayor.\n", encoding="utf-8")
    start_story(tmp_path / "knowledge" / "ferry", article)
    library = load_library(tmp_path / "knowledge")
    (story,) = library.stories
    assert story.date.known == "4 June 2024"
    asked = {entry.id: entry for entry in story.entries}.get("publication-date")
    if len(line) < LEAST:
        assert asked is None
        return
    assert asked is not None
    assert asked.in_story
    assert Answerer(library).ask("When was the story published?").text == f'Above the story stands "{line}".'
