"""What is typed with a slash."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli import main
from bot.stories import Library, load_library
from bot.terminal.screen import Screen
from bot.terminal.talk import Chat
from tests.terminal.talks import ESCAPE, HARVEST, Scripted, paper, said, seen, written


def test_topics_lead_to_questions_and_questions_to_answers(bridge: Library) -> None:
    text = said(Scripted(bridge), "/topics", "1", "2")
    assert "  1  The closing (2)\n  2  What it costs (1)\n  3  Not in the story (1)\n" in text
    assert "  1  Who is Ann Hill?\n  2  When was the old bridge closed?\n" in text
    assert "On Monday." in text


def test_a_single_topic_is_opened_at_once(tmp_path: Path) -> None:
    library = load_library(written(tmp_path / "harvest", HARVEST))
    assert said(Scripted(library), "/topics").startswith("All\n  1  How many tons of apples did the orchard give?\n")


def test_topics_of_several_stories_name_theirs(both: Library) -> None:
    assert "  4  All (1)\n     Apples for everybody\n" in said(Scripted(both), "/topics")


@pytest.mark.parametrize("typed", ["/topics 2", "/topics COSTS", "/topics cost"])
def test_a_topic_may_be_named_at_once(bridge: Library, typed: str) -> None:
    assert said(Scripted(bridge), typed).startswith("What it costs\n  1  ")


def test_a_topic_that_there_is_not_lists_those_that_there_are(bridge: Library) -> None:
    text = said(Scripted(bridge), "/topics banana")
    assert text.startswith("There is no such topic.\nTopics\n  1  The closing (2)\n")


def test_a_story_may_be_named_at_once(both: Library) -> None:
    assert said(Scripted(both), "/story apples").startswith("Apples for everybody\n")
    assert said(Scripted(both), "/story pears").startswith("There is no such story.\nStories\n")


def test_a_long_list_is_cut_and_says_so(bridge: Library) -> None:
    console = paper()
    assert Screen(console).numbered([(f"question {number}", "") for number in range(200)]) == 30
    assert seen(console).endswith("… and 170 more; ask in your own words.\n")


def test_the_story_is_told(bridge: Library) -> None:
    text = said(Scripted(bridge), "/story")
    for fact in (
        "Bridge [bold]closed[/bold]",
        "Traffic",
        "4 May 2020",
        "The Gazette",
        "Ann Hill, mayor; Captain Reed",
        "3 that it answers, 1 that it does not",
    ):
        assert fact in text


def test_one_of_several_stories_is_picked(both: Library) -> None:
    text = said(Scripted(both), "/story", "2")
    assert "  2  Apples for everybody\n" in text
    assert "date       not known" in text


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("/qoute hill", "There is no /qoute. Did you mean /quote?"),
        ("/topcs", "Did you mean /topics?"),
        ("/STORRY", "Did you mean /story?"),
        ("/zzzzzz", "There is no /zzzzzz. /help lists what there is."),
        (f"/{ESCAPE}[31mred", "There is no /[31mred."),
        ("/\udcff\x00", "There is no /."),
        ("/", "/quote"),
        ("/knowledge reload", "/knowledge is for moderators, on Discord only."),
        ("/help", "leave (so does Ctrl-D)"),
        ("HELP", "leave (so does Ctrl-D)"),
    ],
)
def test_commands_that_are_unknown_or_misspelt(bridge: Library, typed: str, expected: str) -> None:
    text = said(Scripted(bridge), typed)
    assert expected in text
    assert ESCAPE not in text


@pytest.mark.parametrize("typed", ["/quit", "/q", "/exit", "quit", "Exit", "/quit now"])
def test_ways_to_leave(bridge: Library, typed: str) -> None:
    talk = Chat(Scripted(bridge), Screen(paper()))
    talk.take(typed)
    assert talk.over


def test_ask_works_as_on_discord(bridge: Library) -> None:
    answerer = Scripted(bridge)
    said(answerer, "/ask  who is Ann Hill?")
    assert answerer.asked == [("who is Ann Hill?", "terminal")]


def test_the_help_names_somebody_of_the_story(bridge: Library) -> None:
    assert "as in /quote Ann Hill; alone" in said(Scripted(bridge), "/help")


def test_the_help_of_a_story_without_speakers_names_nobody(tmp_path: Path) -> None:
    library = load_library(written(tmp_path / "harvest", HARVEST))
    assert "quotes on some words; alone, any quote" in said(Scripted(library), "/help")


def test_the_chat_says_what_it_keeps(bridge: Library) -> None:
    assert said(Scripted(bridge), "/privacy").startswith("Nothing that you type in this chat is written down")


@pytest.mark.parametrize(
    "text",
    [
        '"It is not safe for anybody" - Captain Reed',
        "“It is safe for anybody,” said Ann Hill",
        "The old bridge was closed on Monday.",
        "[red]zebras[/red] are many",
    ],
)
def test_a_quote_is_checked_as_by_the_command_line(
    bridge: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    assert main(["verify", text, "--knowledge", str(tmp_path / "knowledge")]) == 0
    assert said(Scripted(bridge), f"/verify {text}", width=1_000) == capsys.readouterr().out


def test_nothing_to_check_is_told(bridge: Library) -> None:
    assert said(Scripted(bridge), "/verify ").startswith("Type the quote behind it")


@pytest.mark.parametrize(("width", "lines"), [(30, 10), (80, 3)])
def test_a_checked_quote_stays_indented_on_a_narrow_screen(bridge: Library, width: int, lines: int) -> None:
    shown = said(Scripted(bridge), "/verify The old bridge was closed on Monday.", width=width).splitlines()
    assert max(map(len, shown)) <= width
    quoted = [line for line in shown if line.startswith("  ")]
    assert " ".join(quoted[0].split()).startswith("The old bridge was closed")
    assert len(shown) <= lines
