"""Two small stories, an answerer that says what it is told to, and a console of paper."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

from rich.console import Console

from bot.answering import phrases
from bot.answering.answerer import Answerer
from bot.answering.records import Answer, Offer, Outcome
from bot.stories import Library
from bot.terminal import show_answer
from bot.terminal.screen import Screen
from bot.terminal.talk import Chat

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
