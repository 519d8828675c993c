"""Disputed points: chosen from a list or by a word, each camp's own words one under the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.stories import Library, load_library
from tests.terminal.talks import BRIDGE, HARVEST, Scripted, said, written

DISPUTED = (
    BRIDGE["story.yaml"].replace("role: mayor", "role: mayor, camp: Town").replace("role: captain", "camp: Fleet")
    + """
disputes:
  - id: safe
    point: Is the bridge safe?
    statements: [{quote: '"It is not safe for anybody,"', speaker: Ann Hill, kind: quote}]
  - id: cost
    point: What does the bridge cost?
    statements:
      - quote: Captain Reed claimed that the repair would cost nine thousand crowns [/dim] this year.
        speaker: Captain Reed
        kind: reported
"""
)
SAFE = """\
Is the bridge safe?

Town
  │ It is not safe for anybody,
  │ — Ann Hill, mayor, quoted · paragraph 3

Fleet
  The story has no words of theirs on this.
"""


@pytest.fixture
def disputed(tmp_path: Path) -> Library:
    return load_library(written(tmp_path / "bridge", {**BRIDGE, "story.yaml": DISPUTED}))


def test_a_point_is_chosen_from_the_list(disputed: Library) -> None:
    text = said(Scripted(disputed), "/sides", "2", "the first one")
    assert text.startswith(
        "Disputed points\n  1  Is the bridge safe?\n  2  What does the bridge cost?\n\nType a number"
    )
    assert "Town\n  The story has no words of theirs on this.\n\nFleet\n  │ Captain Reed claimed" in text
    assert text.endswith(f"{SAFE}\nBridge [bold]closed[/bold] · 4 May 2020 · knowledge {disputed.version}\n")


def test_a_point_is_found_by_a_word_of_it(disputed: Library) -> None:
    assert said(Scripted(disputed), "/sides SAFE").startswith(SAFE)


def test_a_point_is_named_by_its_number(disputed: Library) -> None:
    assert said(Scripted(disputed), "/sides 1").startswith(SAFE)


def test_words_of_several_points_list_these(disputed: Library) -> None:
    assert "  2  What does the bridge cost?\n" in said(Scripted(disputed), "/sides bridge")


def test_what_is_not_disputed_lists_what_is(disputed: Library) -> None:
    text = said(Scripted(disputed), "/sides the weather")
    assert text.startswith("There is no such disputed point.\nDisputed points\n  1  Is the bridge safe?\n")


@pytest.mark.parametrize("typed", ["/sides", "/sides bridge"])
def test_a_story_without_disputed_points_says_so(tmp_path: Path, typed: str) -> None:
    library = load_library(written(tmp_path / "harvest", HARVEST))
    assert said(Scripted(library), typed) == "No story lists disputed points.\n"
