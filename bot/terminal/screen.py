"""How answers, quotes and lists look in a terminal: wrapped plain text with as little decoration as serves reading."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import TextIOWrapper
from shutil import get_terminal_size

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from bot.answering.attribution import attribution, with_role
from bot.answering.records import Answer
from bot.stories import Citation, Dispute, Entry, Library, Story

# A longer line is hard to read.
_LONGEST_LINE = 96
_NARROWEST = 12
# Piped text is not wrapped, so that a quote stays findable in one line.
_UNWRAPPED = 100_000
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_MOST_LISTED = 30


class _StandardOutput(Console):
    """Leaves it to the command line to end quietly when the reader has gone."""

    def on_broken_pipe(self) -> None:
        """Let the error through; rich would exit with status 1."""
        raise BrokenPipeError


def standard_console() -> Console:
    """Return a console on standard output that never fails on a character."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    console = _StandardOutput(markup=False, emoji=False, highlight=False)
    if not sys.stdout.isatty():
        console.width = _UNWRAPPED
    elif console.is_dumb_terminal:
        # rich takes every dumb terminal to be 80 columns wide.
        console.width = get_terminal_size().columns
    return console


class Screen:
    """Shows what the chat has to show on one console."""

    def __init__(self, console: Console) -> None:
        """Draw with what the console's encoding can show."""
        self._console = console
        plain = console.options.ascii_only
        self._bar, self._dash, self._dot = ("| ", "-- ", " - ") if plain else ("│ ", "— ", " · ")

    def gap(self) -> None:
        """Leave a line empty."""
        self._console.print()

    def block(self, text: str, style: str = "", first: str | Text = "", rest: str | Text | None = None) -> None:
        """Show wrapped text; ``first`` and ``rest`` stand before its first and its other lines."""
        before = Text.assemble(first)
        later = before.blank_copy(" " * cell_len(before.plain)) if rest is None else Text.assemble(rest)
        body = Text(_UNPRINTABLE.sub("", text), style)
        for line in body.wrap(self._console, self._room(before), overflow="fold"):
            line.rstrip()
            self._console.print(Text.assemble(before, line), no_wrap=True, overflow="ignore", crop=False)
            before = later

    def answer(self, answer: Answer, pick: bool = True) -> None:
        """Show an answer, its quotes, where they come from, and the questions it offers instead."""
        self.block(answer.text, "bold")
        for citation in answer.citations:
            self.gap()
            self.quote(answer.story, citation)
        if answer.story and answer.entry:
            self.provenance(answer.story, answer.version, *answer.entries)
        offers = answer.worth_offering
        if offers:
            self._offers(replace(answer, offers=offers), pick)

    def quote(self, story: Story | None, citation: Citation) -> None:
        """Set off a quote, with whose words it is and where it stands."""
        bar = Text.assemble("  ", (self._bar, "cyan"))
        self.block(citation.quote, "", bar, bar)
        self._parts(
            [attribution(citation, story), f"paragraph {citation.paragraph}"],
            Text.assemble(bar, (self._dash, "dim")),
            Text.assemble(bar, " " * len(self._dash)),
        )

    def lines(self, text: str) -> None:
        """Show a text whose lines may be indented; the first says the most."""
        style = "bold"
        for line in text.splitlines():
            indented = line.lstrip(" ")
            self.block(indented, style, " " * (len(line) - len(indented)))
            style = ""

    def sides(self, story: Story, dispute: Dispute, said: Mapping[str, Sequence[Citation]]) -> None:
        """Show a disputed point, and each camp's words on it."""
        self.block(dispute.point, "bold")
        for camp, words in said.items():
            self.gap()
            self.block(camp, "bold")
            for citation in words:
                self.quote(story, citation)
            if not words:
                self.block("The story has no words of theirs on this.", "", "  ")

    def provenance(self, story: Story, version: str, *entries: Entry) -> None:
        """Show in one dim line what was read: story, date as far as known, entries and knowledge version."""
        named = [f"entry {entry.id}" for entry in entries]
        self.gap()
        self._parts([story.title, story.date.known or "date not known", *named, f"knowledge {version}"])

    def numbered(self, items: Sequence[tuple[str, str]]) -> int:
        """List texts, each with a dim detail, as numbers to pick; return how many are shown."""
        shown = items[:_MOST_LISTED]
        width = len(str(len(shown)))
        for number, (text, detail) in enumerate(shown, 1):
            self.block(text, "", Text.assemble("  ", (f"{number:>{width}}", "cyan"), "  "))
            if detail:
                self.block(detail, "dim", " " * (width + 4))
        if len(items) > len(shown):
            self.block(f"… and {len(items) - len(shown)} more; ask in your own words.", "dim", " " * (width + 4))
        return len(shown)

    def hint(self, text: str) -> None:
        """Say in a dim line what can be typed next."""
        self.gap()
        self.block(text, "dim")

    def table(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show rows of a name and its text."""
        width = max(len(name) for name, _ in rows) + 2
        for name, text in rows:
            self.block(text, "", Text.assemble("  ", (name.ljust(width), "cyan")))

    def banner(self, library: Library, reads: str) -> None:
        """Say what this is, which stories it knows, by what it reads, and how to ask."""
        self.block("Verbatim answers questions on a news story, with the story's exact words.", "bold")
        self.gap()
        for story in library.stories[:5]:
            self.block(self._dot.join(filter(None, [story.title, story.date.known])), "", "  ")
        if len(library.stories) > 5:
            self.block(f"… and {len(library.stories) - 5} more; /story lists them.", "dim", "  ")
        self.gap()
        self.block(f"Questions are read by {reads}.", "dim")
        self.block("Ask in your own words. /help lists what else you can type, Ctrl-D leaves.", "dim")

    def story(self, story: Story) -> None:
        """Show what is known of a story."""
        self.block(story.title, "bold")
        if story.summary:
            self.block(story.summary)
        self.gap()
        self.table([(name, text) for name, text in _facts(story) if text])

    def _parts(self, parts: Sequence[str], first: Text | None = None, rest: Text | None = None) -> None:
        """Show a dim line of parts; where it is too long it breaks between them."""
        before = first or Text()
        lines = [parts[0]]
        for part in parts[1:]:
            longer = f"{lines[-1]}{self._dot}{part}"
            lines[-1:] = [longer] if cell_len(longer) <= self._room(before) else [lines[-1], part]
        self.block("\n".join(lines), "dim", before, rest)

    def _room(self, before: Text) -> int:
        full = min(self._console.width, _LONGEST_LINE) if self._console.is_terminal else self._console.width
        return max(full - cell_len(before.plain), _NARROWEST)

    def _offers(self, answer: Answer, pick: bool) -> None:
        stories = {offer.story.id: offer.story for offer in answer.offers}
        self.gap()
        if answer.entry:
            self.block("The story does answer:")
        items = [(offer.entry.question, offer.story.title if len(stories) > 1 else "") for offer in answer.offers]
        if pick:
            self.numbered(items)
        else:
            self._bulleted(items)
        if answer.entry is None and len(stories) == 1:
            self.provenance(answer.offers[0].story, answer.version)
        if pick:
            self.hint(f"Type {_numbers(len(items))} to pick, or ask in other words.")

    def _bulleted(self, items: Sequence[tuple[str, str]]) -> None:
        for text, detail in items:
            self.block(text, "", "  - ")
            if detail:
                self.block(detail, "dim", "    ")


def _numbers(many: int) -> str:
    *before, last = map(str, range(1, many + 1))
    return f"{', '.join(before)} or {last}" if before else last


def _facts(story: Story) -> list[tuple[str, str | None]]:
    answered = sum(entry.in_story for entry in story.entries)
    return [
        ("kicker", story.kicker),
        ("publisher", story.publisher),
        ("date", ". ".join(filter(None, [story.date.known, story.date.note])) or "not known"),
        ("sources", ", ".join(story.sources)),
        ("address", story.url),
        ("speakers", "; ".join(with_role(each.name, story) for each in story.speakers)),
        ("length", f"{len(story.article.paragraphs)} paragraphs"),
        ("questions", f"{answered} that it answers, {len(story.entries) - answered} that it does not"),
    ]
