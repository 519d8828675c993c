"""The terminal: what a person sees of answers, lists and commands, through a pipe, and on narrow screens."""

from __future__ import annotations

import builtins
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from bot.answering import phrases
from bot.answering.answerer import Answerer
from bot.answering.attribution import attribution
from bot.answering.quote_search import QuoteIndex
from bot.answering.quotes import Catalogue
from bot.answering.records import Answer, Offer, Outcome
from bot.config import Settings
from bot.stories import Citation, Library, load_library
from bot.terminal import chat, keyboard, show_answer
from bot.terminal.screen import Screen, standard_console
from bot.terminal.session import Chat

ROOT = Path(__file__).resolve().parent.parent
ESCAPE = "\x1b"

BRIDGE = {
    "story.yaml": """
title: "Bridge [bold]closed[/bold]"
kicker: Traffic
date: 4 May 2020
sources: [The Gazette]
speakers:
  - {name: Ann Hill, role: mayor, aliases: [the mayor]}
  - {name: Captain Reed, role: captain}
aliases: [[ADT, Able Digging Team]]
topics: {closing: The closing, cost: What it costs, unsaid: Not in the story}
""",
    "article.txt": """Old bridge closed

Workers at the old bridge. Photograph: A. Lens

The old bridge was closed on Monday. "It is not safe for anybody," said Ann Hill.

Captain Reed claimed that the repair would cost nine thousand crowns [/dim] this year.

Workers of ADT began to dig.
""",
    "entries/all.yaml": """
- id: who-is-hill
  topic: closing
  questions: [Who is Ann Hill?]
  answer: Ann Hill is quoted on the [red]bridge[/red].
  citations: [{quote: '"It is not safe for anybody,"', speaker: Ann Hill, kind: quote}]
- id: when-closed
  topic: closing
  questions: [When was the old bridge closed?, closing day of the bridge]
  answer: On Monday.
  citations: [{quote: The old bridge was closed on Monday., kind: narration}]
- id: what-cost
  topic: cost
  questions: [How much does the repair cost?]
  answer: Reed claimed nine thousand crowns.
  citations:
    - quote: Captain Reed claimed that the repair would cost nine thousand crowns [/dim] this year.
      speaker: Captain Reed
      kind: reported
    - {quote: Workers of ADT began to dig.}
- id: who-drowned
  topic: unsaid
  in_story: false
  questions: [Did anybody drown at the bridge?]
  answer: The story does not mention a drowning.
  citations: [{quote: Old bridge closed, kind: headline}]
""",
}
HARVEST = {
    "story.yaml": "title: Apples for everybody\n",
    "article.txt": "The orchard gave forty tons of apples.\n",
    "entries/all.yaml": """
- id: how-many-apples
  questions: [How many tons of apples did the orchard give?]
  answer: Forty tons.
  citations: [{quote: The orchard gave forty tons of apples.}]
""",
}


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def bridge(tmp_path: Path) -> Library:
    written(tmp_path / "knowledge" / "bridge", BRIDGE)
    return load_library(tmp_path / "knowledge")


@pytest.fixture
def both(tmp_path: Path) -> Library:
    written(tmp_path / "knowledge" / "bridge", BRIDGE)
    written(tmp_path / "knowledge" / "harvest", HARVEST)
    return load_library(tmp_path / "knowledge")


class Scripted(Answerer):
    """Gives one answer to every question and keeps what it was asked."""

    reads = "words"

    def __init__(self, library: Library, answer: Answer | None = None) -> None:
        self.library = library
        self.given = answer or Answer(Outcome.NOT_IN_STORY, phrases.NOT_ABOUT_STORY, 0.0, library.version)
        self.asked: list[tuple[str, str | None]] = []

    def ask(self, question: str, conversation: str | None = None) -> Answer:
        self.asked.append((question, conversation))
        return self.given

    def entry_answer(self, story_id: str, entry_id: str, conversation: str | None = None) -> Answer | None:
        self.asked.append((entry_id, conversation))
        return entry_answer(self.library, entry_id)


def entry_answer(library: Library, entry_id: str) -> Answer:
    story, entry = next((s, e) for s, e in library.entries() if e.id == entry_id)
    outcome = Outcome.ANSWERED if entry.in_story else Outcome.NOT_IN_STORY
    return Answer(outcome, entry.answer, 1.0, library.version, story, entry, entry.citations)


def unsure(library: Library, *ids: str) -> Answer:
    found = {entry.id: Offer(story, entry) for story, entry in library.entries()}
    return Answer(Outcome.UNSURE, phrases.CLOSE_CALL, 0.2, library.version, offers=tuple(found[each] for each in ids))


def paper(width: int = 80, colour: bool = False) -> Console:
    return Console(file=StringIO(), width=width, force_terminal=colour, color_system="standard" if colour else None)


def seen(console: Console) -> str:
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def said(answerer: Answerer, *typed: str, width: int = 80) -> str:
    console = paper(width)
    talk = Chat(answerer, Screen(console))
    for line in typed:
        talk.take(line)
    return seen(console)


def shown(answer: Answer, width: int = 80) -> str:
    console = paper(width)
    show_answer(answer, console)
    return seen(console)


# Answers


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


# Picking, follow-ups


def test_a_number_picks_from_the_last_list(bridge: Library) -> None:
    answerer = Scripted(bridge, unsure(bridge, "when-closed", "what-cost"))
    text = said(answerer, "hm", "2", "(1)")
    assert answerer.asked == [("hm", "terminal"), ("what-cost", "terminal"), ("when-closed", "terminal")]
    assert "Reed claimed nine thousand crowns." in text
    assert "On Monday." in text


@pytest.mark.parametrize("typed", ["0", "3", "9999"])
def test_a_number_beyond_the_list_is_told(bridge: Library, typed: str) -> None:
    answerer = Scripted(bridge, unsure(bridge, "when-closed", "what-cost"))
    assert f"There is no {typed} in the list; it ends at 2." in said(answerer, "hm", typed)


def test_a_number_without_a_list_is_told(bridge: Library) -> None:
    assert said(Scripted(bridge), "1") == "There is no list to pick from. /topics lists what you can ask.\n"


@pytest.mark.parametrize("typed", ["2015", "9" * 6000, "¹", "1 or 2?"])
def test_other_numbers_are_questions(bridge: Library, typed: str) -> None:
    answerer = Scripted(bridge)
    said(answerer, typed)
    assert answerer.asked == [(typed, "terminal")]


# Commands


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


# Quotes


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


# What wrong input gets


@pytest.mark.parametrize(
    "typed",
    ["x" * 6000, "why " * 1500, "🙂🙂", "\x00\x01\x1b[2J", "\x1c", "\u200b", "\udc80 who", "\x1b[31mwho is hill"],
)
def test_odd_questions_get_a_friendly_reply(bridge: Library, typed: str) -> None:
    text = said(Answerer(bridge), typed)
    assert text.strip()
    assert ESCAPE not in text


def test_control_characters_never_reach_the_screen() -> None:
    assert shown(Answer(Outcome.UNSURE, f"a{ESCAPE}[2Jb\x00c\x9b\rd\ne", 0.0, "v")) == "a[2Jbcd\ne\n"


# The loop


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    return lambda text: monkeypatch.setattr(sys, "stdin", StringIO(text))


def test_a_pipe_sees_answers_only(bridge: Library, piped: Callable[[str], None]) -> None:
    piped("who\n\n  \nwhat\n/quit\nnever\n")
    console, answerer = paper(), Scripted(bridge)
    assert chat(answerer, None, console) == 0
    assert seen(console) == f"{phrases.NOT_ABOUT_STORY}\n\n{phrases.NOT_ABOUT_STORY}\n\nGoodbye.\n"
    assert [question for question, _ in answerer.asked] == ["who", "what"]


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_the_notice_comes_first(bridge: Library, piped: Callable[[str], None], text: str) -> None:
    piped(text)
    console = paper()
    assert chat(Scripted(bridge), "No token.", console) == 0
    assert seen(console) == "No token.\n"


def test_a_closed_standard_input_ends_the_chat(bridge: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert chat(Scripted(bridge), None, paper()) == 0


@pytest.mark.parametrize("end", [EOFError, KeyboardInterrupt])
def test_a_person_is_greeted_and_may_leave_at_the_prompt(
    bridge: Library,
    monkeypatch: pytest.MonkeyPatch,
    end: type[BaseException],
) -> None:
    typed: Iterator[str | BaseException] = iter(["", "/story", end()])

    def typing(prompt: str) -> str:
        assert prompt == keyboard.PROMPT
        line = next(typed)
        if isinstance(line, BaseException):
            raise line
        return line

    monkeypatch.setattr("bot.terminal.session.someone_types", lambda: True)
    monkeypatch.setattr("bot.terminal.session.prepare_editing", lambda _: None)
    monkeypatch.setattr(builtins, "input", typing)
    console = paper()
    assert chat(Scripted(bridge), "No token.", console) == 0
    text = seen(console)
    assert text.startswith("No token.\nVerbatim answers questions on a news story")
    assert "  Bridge [bold]closed[/bold] · 4 May 2020\n" in text
    assert "\nQuestions are read by words.\n" in text
    assert "/help" in text
    assert text.endswith("\nGoodbye.\n")


def test_many_stories_make_no_long_banner(bridge: Library) -> None:
    console = paper()
    Screen(console).banner(Library(bridge.stories * 1_000, "v"), "words")
    assert len(seen(console).splitlines()) == 11
    assert "… and 995 more; /story lists them." in seen(console)


def test_without_readline_the_prompt_still_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "readline", None)
    keyboard.prepare_editing(["/help"])


def test_tab_completes_commands() -> None:
    readline = pytest.importorskip("readline")
    keyboard.prepare_editing(["/quote", "/quit", "/help"])
    complete = readline.get_completer()
    assert [complete("/qu", state) for state in range(3)] == ["/quote", "/quit", None]
    assert complete("qu", 0) is None
    readline.set_completer(None)


def test_an_old_encoding_gets_plain_bars_and_dashes(bridge: Library) -> None:
    class Old(StringIO):
        encoding = "cp1252"

    console = Console(file=Old(), width=80)
    show_answer(entry_answer(bridge, "when-closed"), console)
    assert "  | -- the article - paragraph 3" in seen(console)


# The real thing


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "bot", *arguments]


def surroundings(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"DISCORD_TOKEN", "NO_COLOR", "COLUMNS"}}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **more}


def test_piped_into_the_program(bridge: Library, tmp_path: Path) -> None:
    done = subprocess.run(
        command("chat", "--knowledge", "knowledge"),
        cwd=tmp_path,
        env=surroundings(),
        check=False,
        timeout=60,
        input=b"When was the old bridge closed?\n\xff\xfe\x00\n/quote crowns\n",
        capture_output=True,
    )
    text = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert text.startswith("On Monday.\n\n  │ The old bridge was closed on Monday.\n")
    assert "  │ Captain Reed claimed that the repair would cost nine thousand crowns [/dim] this year.\n" in text
    assert ESCAPE not in text
    assert keyboard.PROMPT not in text


class Terminal:
    """A person at a pseudo-terminal: reads up to the prompt, types, reads on."""

    def __init__(self, folder: Path, **more: str) -> None:
        import pty  # Windows has none

        self._master, slave = pty.openpty()
        self._process = subprocess.Popen(
            command("chat", "--knowledge", "knowledge"),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=folder,
            env=surroundings(**more),
            start_new_session=True,
        )
        os.close(slave)
        self.screen = b""

    def prompted(self) -> str:
        before = len(self.screen)
        while not self.screen[before:].endswith(keyboard.PROMPT.encode()):
            if not self._read():
                raise AssertionError(self.screen.decode())
        return self.screen[before:].decode()

    def types(self, text: str) -> None:
        os.write(self._master, text.encode())

    def ended(self) -> int:
        while self._read():
            pass
        os.close(self._master)
        return self._process.wait(timeout=30)

    def _read(self) -> bytes:
        try:
            got = os.read(self._master, 65_536)
        except OSError:  # Linux's way of saying that the other side has closed
            got = b""
        self.screen += got
        return got


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals of this kind")
@pytest.mark.parametrize(
    ("environment", "bold"), [({"TERM": "xterm-256color"}, True), ({"TERM": "dumb"}, False)], ids=["colour", "dumb"]
)
def test_a_person_at_a_terminal(bridge: Library, tmp_path: Path, environment: dict[str, str], bold: bool) -> None:
    terminal = Terminal(tmp_path, **environment)
    assert "Bridge [bold]closed[/bold]" in terminal.prompted()
    terminal.types("When was the old bridge closed?\n")
    assert "On Monday." in terminal.prompted()
    terminal.types("/topics\n")
    assert "What it costs (1)" in terminal.prompted()
    terminal.types("2\n")
    assert "How much does the repair cost?" in terminal.prompted()
    terminal.types("1\n")
    assert "Reed claimed nine thousand crowns." in terminal.prompted()
    terminal.types("\x04")
    assert terminal.ended() == 0
    assert b"Goodbye." in terminal.screen
    assert (b"\x1b[1m" in terminal.screen) is bold
    assert list(tmp_path.iterdir()) == [tmp_path / "knowledge"]


def test_the_shipped_knowledge_answers() -> None:
    answerer = Answerer(load_library(Settings().knowledge_dir))
    text = said(answerer, "who is lavrov", "/quote terrorist lavrov")
    assert text.startswith("Sergei Lavrov is named in the story as the Russian Foreign Minister.\n")
    assert "— reported of Sergei Lavrov, Russian Foreign Minister · paragraph 6" in text
    assert "— Sergei Lavrov, Russian Foreign Minister, quoted · paragraph 7" in text


def test_the_standard_console_leaves_piped_text_unwrapped(
    capsys: pytest.CaptureFixture[str],
    bridge: Library,
) -> None:
    Screen(standard_console()).block("word " * 1_000)
    assert capsys.readouterr().out == ("word " * 1_000).rstrip() + "\n"


def test_told_to_stop_the_chat_leaves_as_by_ctrl_c(monkeypatch: pytest.MonkeyPatch, bridge: Library) -> None:
    """SIGTERM at the prompt ends politely, so that readline gives the terminal back as it was."""

    def stopped(_: str) -> str:
        signal.raise_signal(signal.SIGTERM)
        return "never seen"

    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(builtins, "input", stopped)
    monkeypatch.setattr("bot.terminal.session.someone_types", lambda: True)
    console = Console(file=StringIO(), width=80)
    try:
        assert chat(Scripted(bridge), console=console) == 0
    finally:
        signal.signal(signal.SIGTERM, before)
    assert seen(console).endswith("Goodbye.\n")
