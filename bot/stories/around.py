"""What stands around an article's text, told by its form: bylines, corrections, captions, credits, sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from bot.stories.article import read_article, sentences

Span = tuple[int, int]


class Around(StrEnum):
    """What a line around a story is."""

    BYLINE = "byline"
    CORRECTION = "correction"
    CREDIT = "credit"
    SOURCES = "sources"


_WORK = r"(?:reporting|reported|writing|written|compiled|editing|edited|words|story|text|report)"
_TEXT = r"(?:article|report|story|text|piece|page)"
_KINDS = {
    Around.BYLINE: re.compile(rf"\(?(?:additional )?(?:{_WORK} )?by (?-i:[A-Z])", re.IGNORECASE),
    Around.CREDIT: re.compile(
        r"\(?(?:(?:photograph|photo|picture|image)s?(?:\s+by\b|\s*:)|(?:photo |picture |image )?credits?\s*:)",
        re.IGNORECASE,
    ),
    Around.SOURCES: re.compile(r"\(?sources?:\s", re.IGNORECASE),
    Around.CORRECTION: re.compile(
        rf"\(?(?:(?:correction|clarification|corrected)s?\s*[:—–-]"
        rf"|(?:in )?an (?:earlier|previous) version (?:of (?:this|the|our) {_TEXT}\b|misstated|gave|said|wrongly)"
        rf"|this {_TEXT} (?:was|has been) (?:amended|corrected|updated|changed)\b)",
        re.IGNORECASE,
    ),
}
_SEMICOLON = re.compile(r";\s+")
# A line that says who wrote a story is short; a sentence that begins so is not.
_LONGEST = 300
_BARE, _LONGEST_BARE = re.compile(r"by\b", re.IGNORECASE), 85
_BRACKETS = re.compile(r"(?:\[[^\]\n]{2,80}\]\s*)+")
_CREDIT = re.compile(r"\(?\b(?:photograph|photo|picture|image|credit)s?(?:\s+by\b|\s*:)", re.IGNORECASE)
_LABEL = r"(?:photo(?:graph)?|picture|image|credit|video|graphic|source)s?"
_NO_TEXT = re.compile(
    rf"""(?:\[[^\]\n]+\]\s*)+
    |[(\[]?(?:{_LABEL}|(?:{_LABEL}\ )?caption)\ ?:.*
    |{_LABEL}\ by\ (?-i:[^\W\d_a-z])[^.!?]*\W?
    |.*[.!?"')(]\s*{_LABEL}(?:\ by|\ ?:)\ [^.]*\W?
    |(?:(?:additional\ )?(?:reporting|writing|editing|words|story|text)|written|edited)\ by\ (?-i:[^\W\d_a-z]).*
    |by\ (?-i:[^\W\d_a-z])[^.!?]*
    |(?:©|copyright\ (?:©|\(c\)|[12])).*""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_LONGEST_NO_TEXT = 400


def is_no_text(paragraph: str) -> bool:
    """Tell whether a paragraph is a byline, a caption, a credit or sources, and nothing of the article's text."""
    return len(paragraph) <= _LONGEST_NO_TEXT and _NO_TEXT.fullmatch(paragraph) is not None


def sources_in_brackets(paragraph: str) -> list[str]:
    """Return the sources that a paragraph of nothing else lists in brackets."""
    return re.findall(r"\[([^\]]+)\]", paragraph) if _BRACKETS.fullmatch(paragraph) else []


def credit_in(caption: str) -> int | None:
    """Return where the credit in a caption begins, None without one."""
    found = _CREDIT.search(caption)
    return found.start() if found else None


def lines_around(text: str) -> list[tuple[Around, Span]]:
    """Return what a paragraph says about the story, each with its place; nothing if it tells anything else."""
    found: list[tuple[Around, Span]] = []
    for start, end in _pieces(text):
        kind = _kind_of(text[start:end])
        if kind is None and found and found[-1][0] is Around.CORRECTION:
            # "Correction: The story gave 4 as 5. The figure is right now."
            kind = Around.CORRECTION
        if kind is None:
            return []
        if found and found[-1][0] is kind:
            found[-1] = kind, (found[-1][1][0], end)
        else:
            found.append((kind, (start, end)))
    return found


def _kind_of(piece: str) -> Around | None:
    kind = next((kind for kind, form in _KINDS.items() if form.match(piece)), None)
    longest = _LONGEST_BARE if _BARE.match(piece) else _LONGEST
    return None if kind is Around.BYLINE and len(piece) > longest else kind


def _pieces(text: str) -> Iterator[Span]:
    """Go through the sentences, and their parts between semicolons where these are of a kind."""
    for start, end in sentences(read_article(text)):
        at = start
        for mark in _SEMICOLON.finditer(text, start, end):
            if _kind_of(text[mark.end() : end]):
                yield at, mark.start()
                at = mark.end()
        yield at, end
