"""How an answer looks: its quotes, whose words they are, what it offers, on narrow screens and wide ones."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from bot.answering.attribution import attribution
from bot.answering.records import Answer, Outcome
from bot.stories import Citation, Library
from bot.terminal import show_answer
from bot.terminal.screen import Screen, standard_console
from tests.terminal.talks import ESCAPE, Scripted, entry_answer, paper, said, seen, shown, unsure


def test_an_answer_stands_first_then_its_quotes_then_where_they_come_from(bridge: Library) -> None:
    assert (
        shown(entry_answer(bridge, "what-cost"), width=100)
        == f"""\
Reed claimed nine thousand crowns.

  │ Captain Reed claimed that the repair would cost nine thousand crowns [/dim] this year.
  │ — reported of Captain Reed · paragraph 4

  │ Workers of ADT began to dig.
  │ — the article · paragraph 5

Bridge [bold]closed[/bold] · 4 May 2020 · entry what-cost · knowledge {bridge.version}
"""
    )


def test_the_answer_is_bold_and_the_rest_is_dim() -> None:
    console = paper(colour=True)
    show_answer(Answer(Outcome.NOT_IN_STORY, "No.", 0.0, "v"), console)
    assert seen(console) == f"{ESCAPE}[1mNo.{ESCAPE}[0m\n"


def test_what_looks_like_markup_is_shown_as_it_stands(bridge: Library) -> None:
    assert "[red]bridge[/red]" in shown(entry_answer(bridge, "who-is-hill"))


@pytest.mark.parametrize(
    ("kind", "speaker", "expected"),
    [
        ("quote", "Ann Hill", "Ann Hill, mayor, quoted"),
        ("quote", None, "quoted"),
        ("reported", "Ann Hill", "reported of Ann Hill, mayor"),
        ("reported", "Captain Reed", "reported of Captain Reed"),
        ("reported", None, "reported"),
        (None, "Nobody Known", "attributed to Nobody Known"),
        (None, None, "the article"),
        ("narration", None, "the article"),
        ("headline", None, "headline"),
        ("caption", None, "photo caption"),
        ("credit", None, "photo credit"),
        ("sources", None, "source line"),
    ],
)
def test_only_a_quote_is_shown_as_spoken(bridge: Library, kind: str | None, speaker: str | None, expected: str) -> None:
    assert attribution(Citation("x", 0, 1, 1, speaker, kind), bridge.stories[0]) == expected


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120])
def test_no_line_is_wider_than_the_screen_and_no_word_is_lost(bridge: Library, width: int) -> None:
    answer = replace(entry_answer(bridge, "what-cost"), offers=unsure(bridge, "when-closed").offers)
    lines = shown(answer, width).splitlines()
    assert max(map(len, lines)) <= width
    assert all(line == line.rstrip() for line in lines)
    words = " ".join(lines).replace("│", "").split()
    assert " ".join(answer.citations[0].quote.split()) in " ".join(words)


def test_a_wide_terminal_keeps_lines_readable(bridge: Library) -> None:
    console = Console(file=StringIO(), width=200, force_terminal=True, color_system=None)
    Screen(console).block("word " * 100)
    assert max(map(len, seen(console).splitlines())) <= 96


def test_an_unsure_answer_offers_questions_and_names_the_story(bridge: Library) -> None:
    text = said(Scripted(bridge, unsure(bridge, "when-closed", "what-cost")), "hm")
    assert "  1  When was the old bridge closed?\n  2  How much does the repair cost?\n" in text
    assert "Bridge [bold]closed[/bold] · 4 May 2020 · knowledge" in text
    assert text.endswith("Type 1 or 2 to pick, or ask in other words.\n")


def test_a_near_answer_offers_nothing_far_fetched(bridge: Library) -> None:
    offers = tuple(replace(offer, share=0.001) for offer in unsure(bridge, "when-closed").offers)
    assert "does answer" not in shown(replace(entry_answer(bridge, "who-drowned"), offers=offers))


def test_a_single_answer_offers_without_numbers(bridge: Library) -> None:
    offers = tuple(replace(offer, share=0.2) for offer in unsure(bridge, "when-closed").offers)
    text = shown(replace(entry_answer(bridge, "who-drowned"), offers=offers))
    assert "  │ — headline · paragraph 1" in text
    assert "The story does answer:\n  - When was the old bridge closed?\n" in text
    assert "Type" not in text


def test_offers_of_several_stories_name_theirs(both: Library) -> None:
    text = said(Scripted(both, unsure(both, "when-closed", "how-many-apples")), "hm")
    assert "     Bridge [bold]closed[/bold]\n" in text
    assert "     Apples for everybody\n" in text


def test_a_story_without_a_date_says_so(both: Library) -> None:
    text = shown(entry_answer(both, "how-many-apples"))
    assert "Apples for everybody · date not known · entry how-many-apples" in text


def test_the_standard_console_leaves_piped_text_unwrapped(
    capsys: pytest.CaptureFixture[str],
    bridge: Library,
) -> None:
    Screen(standard_console()).block("word " * 1_000)
    assert capsys.readouterr().out == ("word " * 1_000).rstrip() + "\n"


def test_an_old_encoding_gets_plain_bars_and_dashes(bridge: Library) -> None:
    class Old(StringIO):
        encoding = "cp1252"

    console = Console(file=Old(), width=80)
    show_answer(entry_answer(bridge, "when-closed"), console)
    assert "  | -- the article - paragraph 3" in seen(console)
