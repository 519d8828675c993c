"""Finding what stands in quotation marks, in a post or in an article, however carelessly they are set."""

from __future__ import annotations

import re

Span = tuple[int, int]

_DOUBLE = re.compile('[“”„‟″«»＂"]+')
_OPENING = "“„«"
_CLOSING = "”»"
_BEFORE_OPENING = " \t\n\r\u00a0([{<>*_~|-–—:/"
_AFTER_CLOSING = ",.;:!?)]}"
_SINGLE_OPEN = re.compile(r"(?<![^\s(\[{\-–—:*_~|>])['‘‚‹](?=[^\W_]|\[|…|\.\.)")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s(\[{'‘])['’›](?![^\W_])")


def marked_spans(text: str) -> list[Span]:
    """Return the insides of quotation marks in order: double ones, and single ones outside of these."""
    double = _double(text)
    outside = "".join(text[a:b] if keep else "\n" * (b - a) for a, b, keep in _alternating(double, len(text)))
    return sorted([*double, *_single(outside)])


def _alternating(spans: list[Span], length: int) -> list[tuple[int, int, bool]]:
    """Cut ``0..length`` into what lies outside of the spans and what lies inside."""
    pieces, at = [], 0
    for start, end in spans:
        pieces += [(at, start, True), (start, end, False)]
        at = end
    return [*pieces, (at, length, True)]


def _double(text: str, nested: bool = True) -> list[Span]:
    """Pair the double marks; without ``nested``, an opening mark behind an unclosed one takes its place."""
    spans: list[Span] = []
    opened: int | None = None
    depth = 0
    for mark in _DOUBLE.finditer(text):
        if opened is None and (span := _closed_alone(text, spans, mark)) is not None:
            spans.append(span)
        elif opened is None or (not nested and _opens(text, mark)):
            opened, depth = mark.end(), 1
        elif _opens(text, mark):
            # Each paragraph of a long quotation begins with a mark; anywhere else it is a quotation within.
            depth += not _begins_line(text, mark.start())
        elif depth > 1:
            depth -= 1
        else:
            spans.append((opened, mark.start()))
            opened = None
    return spans if opened is None else _with_unclosed(text, spans, opened, nested)


def _closed_alone(text: str, spans: list[Span], mark: re.Match[str]) -> Span | None:
    """Return what a mark closes though none is open: nothing between two marks, or all since its paragraph began."""
    if _is_empty_pair(text, mark):
        return mark.start() + 1, mark.start() + 1
    return (_orphan_start(text, spans, mark.start()), mark.start()) if _closes(text, mark) else None


def _with_unclosed(text: str, spans: list[Span], opened: int, nested: bool) -> list[Span]:
    """A mark that is never closed quotes what follows, to the end of its paragraph, unless other marks stand there."""
    if nested and _DOUBLE.search(text, opened):
        return _double(text, nested=False)
    end = text.find("\n\n", opened)
    end = len(text) if end < 0 else end
    return [*spans, (opened, end)] if text[opened:end].strip() else spans


def _is_empty_pair(text: str, mark: re.Match[str]) -> bool:
    before, after = text[: mark.start()][-1:], text[mark.end() :][:1]
    return mark.end() - mark.start() == 2 and not before.strip() and not after.strip()


def _opens(text: str, mark: re.Match[str]) -> bool:
    first, before, after = mark.group()[0], text[: mark.start()][-1:], text[mark.end() :][:1]
    if first in _CLOSING or not after.strip() or after in _AFTER_CLOSING:
        return False
    return first in _OPENING or before in _BEFORE_OPENING


def _closes(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a mark can only close: with no mark open before it, a doubtful one opens."""
    before, after = text[: mark.start()][-1:], text[mark.end() :][:1]
    if mark.group()[0] in _CLOSING:
        return bool(before.strip())
    return bool(before.strip()) and (not after.strip() or after in _AFTER_CLOSING)


def _begins_line(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip()


def _orphan_start(text: str, spans: list[Span], at: int) -> int:
    """Where a quotation begins whose opening mark is missing: with its paragraph, or after the one before."""
    after_last = spans[-1][1] + 1 if spans else 0
    return max(after_last, text.rfind("\n\n", 0, at) + 1)


def _single(text: str) -> list[Span]:
    spans: list[Span] = []
    at = 0
    while mark := _SINGLE_OPEN.search(text, at):
        end = _single_end(text, mark.end())
        at = mark.end() if end is None else end + 1
        if end is not None and end - mark.end() > 1:
            spans.append((mark.end(), end))
    return spans


def _single_end(text: str, start: int) -> int | None:
    """Return where a single-quoted part ends; an apostrophe after a plural does not end it if another mark does."""
    following = _SINGLE_OPEN.search(text, start)
    limit = following.start() if following else len(text)
    paragraph = text.find("\n\n", start)
    limit = min(limit, paragraph) if paragraph >= 0 else limit
    ends = [mark.start() for mark in _SINGLE_CLOSE.finditer(text, start, limit)]
    certain = [end for end in ends if not re.match(r"s['’] \w", text[end - 1 : end + 3])]
    return min(certain or ends, default=None)
