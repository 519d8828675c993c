"""Quotes in the paragraphs that they stand in, marked; what surrounds them is cut at sentences, they never are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from bot.discord.markup import MOST_CHARACTERS, apart, beginning, bold, joined, plain, quote_lines
from bot.discord.render import Frame
from bot.discord.shown import Shown
from bot.stories import Article, Citation, Paragraph, Story
from bot.stories.article import sentences

Span = tuple[int, int]
# How many sentences before and after a quote are tried where the whole paragraph has no room.
_AROUND = (3, 2, 1, 0)


def context_shown(story: Story, citations: Iterable[Citation], frame: Frame, entry: str | None = None) -> Shown:
    """Return the paragraphs that citations stand in, with the citations in bold; as many as fit."""
    foot = frame.foot(story, entry)
    room = MOST_CHARACTERS - len(joined(frame.lead, foot)) - 2
    marks = merged((citation.start, citation.end) for citation in citations)
    blocks: list[str] = []
    for paragraph in story.article.paragraphs:
        inside = _within(marks, paragraph)
        if not inside:
            continue
        title = bold(plain(frame.say("context-paragraph", number=paragraph.number)))
        left = room - len(apart(*blocks, title)) - 1
        text = passage(story.article, paragraph, inside, left)
        blocks.append(joined(title, text or frame.say("context-too-long")))
        if len(apart(*blocks)) > room:
            blocks.pop()
            break
    return Shown(joined(frame.lead, apart(*blocks), foot))


def passage(article: Article, paragraph: Paragraph, marks: Sequence[Span], room: int) -> str | None:
    """Return a paragraph as ``>`` lines with the marked spans in bold, or the sentences around them, or None."""
    whole = _quoted(marked(article.text, (paragraph.start, paragraph.end), marks))
    if len(whole) <= room:
        return whole
    spans = [span for span in sentences(article) if paragraph.start <= span[0] < paragraph.end]
    touched = [n for n, (start, end) in enumerate(spans) if any(a < end and start < b for a, b in marks)]
    if not touched:
        return None
    for around in _AROUND:
        first, last = max(touched[0] - around, 0), min(touched[-1] + around, len(spans) - 1)
        text = marked(article.text, (spans[first][0], spans[last][1]), marks)
        text = f"{'… ' if first else ''}{text}{' …' if last < len(spans) - 1 else ''}"
        if len(_quoted(text)) <= room:
            return _quoted(text)
    return None


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, overlapping ones as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _within(marks: Sequence[Span], paragraph: Paragraph) -> list[Span]:
    """Return the parts of spans that lie in a paragraph; a quote may run over several."""
    cut = ((max(start, paragraph.start), min(end, paragraph.end)) for start, end in marks)
    return [(start, end) for start, end in cut if start < end]


def marked(text: str, part: Span, marks: Sequence[Span]) -> str:
    """Return a part of a text with its markdown escaped and the marks in bold."""
    edges = sorted({*part, *(edge for span in marks for edge in span if part[0] < edge < part[1])})
    pieces = []
    for start, end in pairwise(edges):
        inside = any(a <= start and end <= b for a, b in marks)
        pieces += [_piece(line, inside) for line in _split(text[start:end])]
    return "".join(pieces)


def _split(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _piece(line: str, inside: bool) -> str:
    """Return a piece of a line, bold without the white space at its edges, which bold can't begin or end with."""
    body = line.strip()
    if not body:
        return line
    before, after = line[: len(line) - len(line.lstrip())], line[len(line.rstrip()) :]
    return f"{before}{bold(plain(body)) if inside else plain(body)}{after}"


def _quoted(text: str) -> str:
    return quote_lines(beginning(line) for line in text.splitlines() if line.strip())
