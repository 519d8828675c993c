"""Reading a post: which parts of it are quoted, and what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.answering.quotecheck.marks import Span, marked_spans
from bot.answering.quotecheck.words import words_of

_SYNTAX = re.compile(
    r"<a?:\w+:\d+>|<[@#][!&]?\d+>|<t:\d+(?::\w)?>|</[\w -]+:\d+>|<?https?://[^\s>)]+>?|(?<!\w):[a-z_]\w+:(?!\w)",
)
_LINK = re.compile(r"\[([^\]\n]+)\]\(\s*<?https?://[^)\n]*\)")
_FENCE = re.compile(r"```(?:[a-z]+\n)?([^`]+)```|(?<!`)(`{1,2})(?!`)([^\n]+?)(?<!`)\2(?!`)", re.DOTALL)
_QUOTE_LINE = re.compile(r"[ \t]*>(?!>>)[ \t]?(.*)")
_QUOTE_REST = re.compile(r"^[ \t]*>>>", re.MULTILINE)
_MOST_PARTS = 200
_MARKS = "“”„‟″«»＂\"'‘’‚‹›"
_NAME_LINE = re.compile(r"^[ \t*_]*[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,4}[*_]*:[*_]*[ \t]+(?=\S)", re.MULTILINE)
# A name and an empty quote: the name is no quote.
_NAME_ALONE = re.compile(r"[^\n:]{0,60}:\W*")
_LINE_MARKUP = re.compile(r"^[ \t]*(?:-#|#{1,3})(?=[ \t])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Part:
    """A quoted part of a post; a block is a `>` or code block, and an unmarked part is the whole post."""

    start: int
    end: int
    marked: bool = True
    block: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """A post without Discord's own syntax, and its quoted parts in order."""

    text: str
    parts: tuple[Part, ...]

    def before(self, number: int) -> str:
        """Return what stands between the part before and this one."""
        start = self.parts[number - 1].end if number else 0
        return self.text[start : self.parts[number].start].strip(_MARKS)

    def after(self, number: int) -> str:
        """Return what stands between this part and the next one."""
        end = self.parts[number + 1].start if number + 1 < len(self.parts) else len(self.text)
        return self.text[self.parts[number].end : end].strip(_MARKS)


def read_post(text: str) -> Post:
    """Find the quoted parts of a post: quotation marks, `>` lines and code ticks, or else the whole."""
    plain = _LINE_MARKUP.sub("", _SYNTAX.sub(" ", _LINK.sub(r"\1", _unescaped(text))))
    plain, code = _take_code(plain)
    plain, quoted = _take_quote_lines(plain)
    blocks = sorted([*code, *quoted])
    parts = [part for block in blocks for part in _within_block(plain, block)]
    parts += [Part(start, end) for start, end in marked_spans(_masked(plain, blocks))]
    parts = [part for part in parts if words_of(plain, part.start, part.end)]
    if not parts and not _NAME_ALONE.fullmatch(plain):
        parts = _lines_of_dialogue(plain, Part(0, len(plain), marked=False))
    return Post(plain, tuple(sorted(parts, key=lambda part: part.start)[:_MOST_PARTS]))


def _lines_of_dialogue(text: str, part: Part) -> list[Part]:
    """Cut a part where a line begins with 'Name:', if more than one line does."""
    starts = [found.start() for found in _NAME_LINE.finditer(text, part.start, part.end)]
    if len(starts) < 2 or text[part.start : starts[0]].strip():
        return [part]
    return [replace(part, start=start, end=end) for start, end in pairwise([*starts, part.end])]


def _masked(text: str, spans: list[Span]) -> str:
    letters = list(text)
    for start, end in spans:
        letters[start:end] = "\n" * (end - start)
    return "".join(letters)


def _take_code(text: str) -> tuple[str, list[Span]]:
    """Blank the ticks and return what stood between them."""
    found = [(each.span(), each.span(1 if each.group(1) is not None else 3)) for each in _FENCE.finditer(text)]
    letters = list(text)
    for (first, last), (start, end) in found:
        letters[first:start] = " " * (start - first)
        letters[end:last] = " " * (last - end)
    return "".join(letters), [(start, end) for _, (start, end) in found if text[start:end].strip()]


def _take_quote_lines(text: str) -> tuple[str, list[Span]]:
    """Blank the `>` of quoted lines and return each run of them."""
    if rest := _QUOTE_REST.search(text):
        head, spans = _take_quote_lines(text[: rest.start()])
        return head + " " * (rest.end() - rest.start()) + text[rest.end() :], [*spans, (rest.end(), len(text))]
    lines, spans, at = [], [], 0
    for line in text.splitlines(keepends=True):
        found = _QUOTE_LINE.match(line)
        start, end = at, at + len(line.rstrip("\n"))
        if found:
            start += found.start(1)
            joined = bool(spans) and spans[-1][1] + 1 == at
            spans = [*spans[:-1], (spans[-1][0], end)] if joined else [*spans, (start, end)]
        lines.append(" " * (start - at) + line[start - at :])
        at += len(line)
    return "".join(lines), [span for span in spans if text[slice(*span)].strip("> \t\n")]


def _within_block(text: str, block: Span) -> list[Part]:
    """A block is one part, unless it is a paste that has its own quotation marks around most of it."""
    start, end = block
    inner = [Part(start + a, start + b) for a, b in marked_spans(text[start:end])]
    marked = sum(len(words_of(text, part.start, part.end)) for part in inner)
    if inner and marked * 2 >= len(words_of(text, start, end)):
        return inner
    return _lines_of_dialogue(text, Part(start, end, block=True))


def _unescaped(text: str) -> str:
    """Return a text with the characters that "&quot;" and the like stand for."""
    if "&" not in text:
        return text
    from html import unescape  # its table of names is large, and few posts need it

    return unescape(text)
