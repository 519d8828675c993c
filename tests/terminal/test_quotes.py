"""Quotes by a few words, and any quote."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering.quote_search import QuoteIndex
from bot.answering.quotes import Catalogue
from bot.stories import Library, load_library
from tests.terminal.talks import HARVEST, Scripted, said, written


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        ("safe", "It is not safe"),
        ("what did the mayor say", "It is not safe"),
        ("anybuddy", "It is not safe"),
        ("crowns", "Captain Reed claimed"),
        ("reed", "Captain Reed claimed"),
        ("costs", "Captain Reed claimed"),
        ("able digging", "Workers of ADT"),
        ("headline old bridge", "The old bridge was closed"),
    ],
)
def test_quotes_are_found_by_words_speakers_topics_and_other_names(bridge: Library, wanted: str, first: str) -> None:
    found = QuoteIndex(Catalogue(bridge)).search(wanted)
    assert found[0].citation.quote.startswith(first)
    assert len(found) <= 3


@pytest.mark.parametrize("wanted", ["zebra", "🙂", "\x00", "?", "x" * 6000])
def test_no_quote_is_found(bridge: Library, wanted: str) -> None:
    assert said(Scripted(bridge), f"/quote {wanted}").startswith("No quote has such words.")


def test_quotes_without_words_go_round(tmp_path: Path) -> None:
    entry = (
        "- {{id: n{0}, questions: [What is {0}?], answer: A., "
        "citations: [{{quote: Line number {0} ends here.}}, {{quote: number {0} ends here.}}]}}\n"
    )
    files = {
        "story.yaml": "title: Lines",
        "article.txt": "\n\n".join(f"Line number {n} ends here." for n in range(7)),
        "entries/all.yaml": "".join(map(entry.format, range(7))),
    }
    index = QuoteIndex(Catalogue(load_library(written(tmp_path / "lines", files))))
    turns = [index.turn(turn) for turn in range(14)]
    assert len({each.citation.quote for each in turns[:7] if each}) == 7
    assert turns[:7] == turns[7:]


def test_a_library_without_quotes_has_none(tmp_path: Path) -> None:
    entry = "- {id: a, in_story: false, questions: [Who won?], answer: The story does not say., citations: []}"
    library = load_library(written(tmp_path / "bare", {**HARVEST, "entries/all.yaml": entry}))
    assert said(Scripted(library), "/quote").startswith("No quote")


def test_a_quote_without_words_is_shown_with_its_story(bridge: Library) -> None:
    assert (
        said(Scripted(bridge), "/quote")
        == f"""\
  │ It is not safe for anybody,
  │ — Ann Hill, mayor, quoted · paragraph 3

Bridge [bold]closed[/bold] · 4 May 2020 · knowledge {bridge.version}
"""
    )


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("/quote find safe", "It is not safe"),
        ("/quote by Captain Reed", "Captain Reed claimed"),
        ("/quote About crowns", "Captain Reed claimed"),
        ("/quote random", "It is not safe"),
    ],
)
def test_the_commands_of_discord_work_too(bridge: Library, typed: str, first: str) -> None:
    assert said(Scripted(bridge), typed).startswith(f"  │ {first}")
