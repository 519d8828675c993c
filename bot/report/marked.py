"""The article cut at the edges of all quotes: which entries quote each piece, and what none does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.stories import Entry, Paragraph, Story

_EDGES = " \n\t\"'“”„«»‘’"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that the same entries quote; ``number`` counts the quoted pieces, 0 if no entry quotes it."""

    text: str
    entries: tuple[Entry, ...]
    number: int = 0

    @property
    def bare(self) -> tuple[str, str, str] | None:
        """Words that no entry quotes, and the blanks and quotation marks around them; None if there are none."""
        core = self.text.strip(_EDGES)
        if self.entries or not any(letter.isalnum() for letter in core):
            return None
        lead, _, tail = self.text.partition(core)
        return lead, core, tail


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph in pieces."""

    paragraph: Paragraph
    pieces: tuple[Piece, ...]

    @property
    def quoted_by(self) -> int:
        """How many entries quote anything of it."""
        return len({entry.id for piece in self.pieces for entry in piece.entries})


def marked(story: Story) -> list[Marked]:
    """Cut every paragraph of a story's article."""
    found: list[Marked] = []
    number = 0
    for paragraph in story.article.paragraphs:
        pieces = []
        for start, end, entries in _runs(story, paragraph):
            number += bool(entries)
            text = story.article.text[start:end]
            pieces.append(Piece(text, entries, number if entries else 0))
        found.append(Marked(paragraph, tuple(pieces)))
    return found


def _runs(story: Story, paragraph: Paragraph) -> Iterator[tuple[int, int, tuple[Entry, ...]]]:
    """Go through the runs of one paragraph, with the entries that quote each, in their order."""
    cited = [
        (max(citation.start, paragraph.start), min(citation.end, paragraph.end), entry)
        for entry in story.entries
        for citation in entry.citations
        if citation.start < paragraph.end and paragraph.start < citation.end
    ]
    edges = {paragraph.start, paragraph.end} | {edge for start, end, _ in cited for edge in (start, end)}
    for start, end in pairwise(sorted(edges)):
        quoting = {entry.id: entry for first, last, entry in cited if first <= start and end <= last}
        yield start, end, tuple(quoting.values())
