"""What each paragraph of an article is, and what it tells outside of quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from bot.drafting.days import is_day_line
from bot.drafting.originals import Original
from bot.speech import Reading
from bot.speech.datelines import dateline_of
from bot.speech.english import NO_NAMES, SAYING
from bot.speech.tokens import tokens_of
from bot.stories import Article, Paragraph
from bot.stories.around import Around, credit_in, lines_around, sources_in_brackets
from bot.stories.article import sentences

Span = tuple[int, int]

_LONGEST_SUBHEAD = 90
_LONGEST_KICKER = 160
_LONGEST_MERGED = 300
# Fewer words of meaning, beside a name, than this tell nothing.
_FEWEST_TELLING = 3
_ENDED = re.compile(r"[.!?…:;,][\"'”’)\]]*$")
_LABELLED_SOURCES = re.compile(r"\(?sources?:\s+(.{2,600}?)\.?\)?", re.IGNORECASE)
_LABELLED_CAPTION = re.compile(r"(?:photo |picture |image )?caption:\s*", re.IGNORECASE)
_LONGEST_CAPTION = 400
_EDGES = "\"'“”„«»‘’,:; \n\t"


def sources_of(paragraph: str) -> list[str]:
    """Return the sources that a paragraph of nothing else lists: in brackets each, or behind "Sources:"."""
    labelled = _LABELLED_SOURCES.fullmatch(paragraph)
    return sources_in_brackets(paragraph) or (_separate(labelled.group(1)) if labelled else [])


def sources_in_credits(paragraph: str) -> list[str]:
    """Return the sources at the end of a line that says who wrote a story."""
    around = lines_around(paragraph)
    if Around.BYLINE not in {kind for kind, _ in around}:
        return []
    return [name for kind, span in around if kind is Around.SOURCES for name in sources_of(paragraph[slice(*span)])]


def _separate(listed: str) -> list[str]:
    return [each.strip() for each in re.split(r"[,;]\s", listed) if each.strip()]


class Shape(StrEnum):
    """What a paragraph is."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DAY = "day"
    CAPTION = "caption"
    SOURCES = "sources"
    CORRECTION = "correction"
    QUESTION = "question"
    BODY = "body"


def _shape_around(text: str) -> Shape | None:
    """Tell whether a paragraph is nothing but the day, who wrote the story, or what was corrected."""
    if is_day_line(text):
        return Shape.DAY
    kinds = {kind for kind, _ in lines_around(text)}
    if Around.BYLINE in kinds:
        return Shape.BYLINE
    return Shape.CORRECTION if Around.CORRECTION in kinds else None


@dataclass(frozen=True, slots=True)
class Part:
    """Something a paragraph tells: a slice, and of whom it is reported, if of anybody; ``doubtful`` if nobody knows."""

    span: Span
    speaker: str | None = None
    doubtful: bool = False

    @property
    def is_reported(self) -> bool:
        """Whether it is somebody's indirect speech."""
        return self.doubtful or self.speaker is not None


@dataclass(frozen=True)
class Passages:
    """The paragraphs of an article whose speech was read."""

    original: Original
    article: Article
    reading: Reading

    def shape(self, paragraph: Paragraph) -> Shape:
        """Tell what a paragraph is, by its form."""
        text, number = paragraph.text, paragraph.number
        if number == 1 and self.original.has_headline:
            return Shape.HEADLINE
        if number in self.reading.questions:
            return Shape.QUESTION
        if sources_of(text):
            return Shape.SOURCES
        if shape := _shape_around(text):
            return shape
        if len(text) <= _LONGEST_CAPTION and (credit_in(text) is not None or _LABELLED_CAPTION.match(text)):
            return Shape.CAPTION
        longest = _LONGEST_KICKER if number == 2 and self.original.has_headline else _LONGEST_SUBHEAD
        short = len(text) <= longest and not _ENDED.search(text) and number not in self._quoted
        return Shape.HEADLINE if short and number < len(self.article.paragraphs) else Shape.BODY

    def of_shape(self, shape: Shape) -> Iterator[Paragraph]:
        """Go through the paragraphs of a kind."""
        return (paragraph for paragraph in self.article.paragraphs if self.shape(paragraph) is shape)

    def caption(self, paragraph: Paragraph) -> tuple[Span, Span]:
        """Return a caption, less the word "Caption" before it, and the credit behind it; either may be empty."""
        label, credit = _LABELLED_CAPTION.match(paragraph.text), credit_in(paragraph.text)
        at = paragraph.start + (len(paragraph.text) if credit is None else credit)
        return (paragraph.start + (label.end() if label else 0), at), (at, paragraph.end)

    def around(self, kind: Around) -> list[Span]:
        """Return where the lines of a kind stand in paragraphs about the story: who wrote it, what was corrected."""
        return [
            (each.start + start, each.start + end)
            for each in self.article.paragraphs
            if self.shape(each) in {Shape.BYLINE, Shape.CORRECTION}
            for found, (start, end) in lines_around(each.text)
            if found is kind
        ]

    def told(self, paragraph: Paragraph) -> list[Part]:
        """Return what a paragraph tells outside of quotations: whole sentences, and what else is more than 'said X'."""
        found: list[Part] = []
        for span in self._by_paragraph[paragraph.number]:
            parts, reported = self._outside(span), self._reported_in(span)
            if parts == [span] and len(reported) > 1:
                found += reported
            elif parts == [span]:
                found = self._with(found, reported[0] if reported else Part(span), span)
            else:
                found += [Part(self._less_verb(part)) for part in parts if self._tells(part)]
        return found

    def introductions(self, pieces: Sequence[Span]) -> list[Span]:
        """Return the 'said X' around quoted words, where these are less than half of their sentence."""
        found = []
        for start, end in self._by_paragraph[self.article.paragraph_at(min(pieces)[0]).number]:
            shared = sum(max(0, min(end, b) - max(start, a)) for a, b in pieces)
            if 0 < 2 * shared < end - start:
                found += [part for part in self._outside((start, end)) if not self._tells(part)]
        return found

    def sentence_at(self, at: int) -> Span | None:
        """Return the sentence around a place."""
        inside = self._by_paragraph[self.article.paragraph_at(at).number]
        return next((span for span in inside if span[0] <= at < span[1]), None)

    @cached_property
    def _by_paragraph(self) -> dict[int, list[Span]]:
        """The sentences of each paragraph."""
        found: dict[int, list[Span]] = {paragraph.number: [] for paragraph in self.article.paragraphs}
        numbers = iter(self.article.paragraphs)
        paragraph = next(numbers, None)
        for span in sentences(self.article):
            while paragraph is not None and paragraph.end <= span[0]:
                paragraph = next(numbers, None)
            if paragraph is not None:
                found[paragraph.number].append(self._less_dateline(span))
        return found

    def _less_dateline(self, span: Span) -> Span:
        dateline = dateline_of(self.article.text, *span)
        return (dateline.end, span[1]) if dateline else span

    @cached_property
    def _quoted(self) -> dict[int, list[Span]]:
        """The quoted pieces of each paragraph, and the sentences that go on around one."""
        found: dict[int, list[Span]] = {}
        for each in self.reading.quotations:
            spans = [*([each.within] if each.within else []), *each.pieces]
            found[each.paragraph] = sorted([*found.get(each.paragraph, []), *spans])
        return found

    def _reported_in(self, span: Span) -> list[Part]:
        """Return who speaks in a sentence, and each one's part of it where there are several."""
        inside = [each for each in self.reading.reports if span[0] < each.span[1] <= span[1]]
        parts = [
            Part((max(each.span[0], span[0]), each.span[1]), each.speaker, each.speaker is None) for each in inside
        ]
        if not parts:
            return []
        edges = [span[0], *(edge for part in parts for edge in part.span), span[1]]
        gaps = [(edges[at], edges[at + 1]) for at in range(0, len(edges), 2)]
        between = [Part(bare) for gap in gaps if (bare := self._bare(*gap)) and self._tells(bare)]
        return sorted([*parts, *between], key=lambda part: part.span)

    def _with(self, found: list[Part], told: Part, span: Span) -> list[Part]:
        """Add a sentence, to the one before it if both are the story's own words and together not long."""
        part, last = replace(told, span=span), found[-1] if found else None
        if last and not part.is_reported and not last.is_reported and self._follows(last.span, part.span):
            return [*found[:-1], replace(last, span=(last.span[0], part.span[1]))]
        return [*found, part]

    def _follows(self, one: Span, other: Span) -> bool:
        between = self.article.text[one[1] : other[0]]
        return not between.strip() and other[1] - one[0] <= _LONGEST_MERGED

    def _outside(self, span: Span) -> list[Span]:
        """Return a sentence, or the parts of it that quotations leave."""
        quoted = self._quoted.get(self.article.paragraph_at(span[0]).number, ())
        inside = [piece for piece in quoted if piece[0] < span[1] and span[0] < piece[1]]
        if not inside:
            return [span]
        edges = [span[0], *(edge for piece in inside for edge in piece), span[1]]
        gaps = [(edges[at], edges[at + 1]) for at in range(0, len(edges), 2)]
        return [part for gap in gaps if (part := self._bare(*gap))]

    def _bare(self, start: int, end: int) -> Span | None:
        """Return a slice less blanks, quotation marks and commas at its edges; None if nothing is left."""
        text = self.article.text
        while start < end and text[start] in _EDGES:
            start += 1
        while start < end and text[end - 1] in _EDGES:
            end -= 1
        return (start, end) if start < end and any(letter.isalpha() for letter in text[start:end]) else None

    def _tells(self, span: Span) -> bool:
        """Tell whether words say more than who speaks: more than "said X, the minister"."""
        people = [each.described for each in self.reading.people if span[0] <= each.described[0] < span[1]]
        rest = [
            token
            for token in tokens_of(self.article.text, *span)
            if token.lower not in NO_NAMES and not any(start <= token.start < end for start, end in people)
        ]
        return len(rest) >= _FEWEST_TELLING

    def _less_verb(self, span: Span) -> Span:
        """Return what is left of a sentence less the 'said' that it begins with."""
        first = tokens_of(self.article.text, *span)[:2]
        return (first[1].start, span[1]) if len(first) > 1 and first[0].lower in SAYING else span
