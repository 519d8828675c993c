"""The article as words in passages: a speaker's quotation, or a paragraph's narration, with whose words they are."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from bot.answering.quotecheck.cast import Cast
from bot.answering.quotecheck.marks import Span
from bot.answering.quotecheck.naming import NameReader
from bot.answering.quotecheck.segments import Report, Segment, derived_speakers, reports_in, segments_of
from bot.answering.quotecheck.words import Word, words_of
from bot.stories import Paragraph, Story
from bot.stories.around import credit_in, sources_in_brackets
from bot.stories.article import sentences
from bot.stories.records import SPOKEN
from bot.stories.typography import fold


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of each word of an article; all tuples run beside ``words``.

    passages: the quotation or narration a word belongs to.
    joined: whether the word follows on the one before it in its passage, over 'said X' at most.
    owners: whose words they are; None in narration.
    granted: who is named before a headline's colon, and may be named for it.
    """

    words: tuple[Word, ...]
    passages: tuple[int, ...]
    joined: tuple[bool, ...]
    owners: tuple[str | None, ...]
    granted: tuple[str | None, ...]
    kinds: tuple[str, ...]
    sentences: tuple[Span, ...]
    sentence_of: tuple[int, ...]


def read_passages(story: Story) -> tuple[Reading, Cast]:
    """Read a story's article, with its cast completed by the names that only the article gives."""
    known = Cast(story)
    reader = NameReader(known.vocabulary)
    segments = {paragraph.number: segments_of(paragraph, reader) for paragraph in story.article.paragraphs}
    reports = list(reports_in(story.article, [each for found in segments.values() for each in found], reader))
    phrases = [segment.phrase for found in segments.values() for segment in found if segment.phrase]
    phrases += [report.phrase for report in reports if report.phrase]
    cast = Cast(story, derived_speakers(known, phrases))
    return _Builder(story, cast, segments, reports).reading(), cast


def quotations_in(story: Story) -> list[Span]:
    """Return where the quotations of an article stand by its marks, without these; a word or two in marks are none."""
    reader = NameReader(Cast(story).vocabulary)
    found = (segment for paragraph in story.article.paragraphs for segment in segments_of(paragraph, reader))
    return [(segment.start, segment.end) for segment in found]


class _Builder:
    """Fills in what is known of each word."""

    def __init__(self, story: Story, cast: Cast, segments: dict[int, list[Segment]], reports: list[Report]) -> None:
        self.story, self.cast, self.segments, self.reports = story, cast, segments, reports
        self.words = words_of(story.article.text)
        self.starts = [word.start for word in self.words]
        count = len(self.words)
        self.passages = [0] * count
        self.joined = [False] * count
        self.owners: list[str | None] = [None] * count
        self.granted: list[str | None] = [None] * count
        self.kinds = ["narration"] * count

    def reading(self) -> Reading:
        """Read paragraph after paragraph, then let the curators' citations have the last word."""
        spans = tuple(sentences(self.story.article))
        self._narrate()
        self._quote()
        self._report()
        self._cite()
        return Reading(
            self.words,
            tuple(self.passages),
            tuple(self.joined),
            tuple(self.owners),
            tuple(self.granted),
            tuple(self.kinds),
            spans,
            tuple(_sentence_numbers(self.words, spans)),
        )

    def _between(self, start: int, end: int) -> range:
        """Return the numbers of the words in ``text[start:end]``."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end)
        while last > first and self.words[last - 1].end > end:
            last -= 1
        return range(first, last)

    def _narrate(self) -> None:
        for paragraph in self.story.article.paragraphs:
            inside = self._between(paragraph.start, paragraph.end)
            for n in inside:
                self.passages[n] = 2 * paragraph.number
                self.joined[n] = n > inside[0]
                self.kinds[n] = self._paragraph_kind(paragraph, self.words[n].start)
            self._grant(paragraph, inside)

    def _paragraph_kind(self, paragraph: Paragraph, at: int) -> str:
        """Tell headlines, captions, credits and sources from narration by their shape."""
        if fold(paragraph.text) in {fold(self.story.title), fold(self.story.kicker or "")}:
            return "headline"
        if sources_in_brackets(paragraph.text):
            return "sources"
        credit = credit_in(paragraph.text)
        if credit is None or len(paragraph.text) > 400:
            return "narration"
        return "credit" if at >= paragraph.start + credit else "caption"

    def _grant(self, paragraph: Paragraph, inside: range) -> None:
        """A headline 'X: …' may be given to X, though it is nobody's words."""
        name, colon, _ = paragraph.text.partition(":")
        named = self.cast.resolve(name) if colon and inside and self.kinds[inside[0]] == "headline" else None
        if named and len(named.voices) == 1:
            for n in inside:
                self.granted[n] = next(iter(named.voices))

    def _quote(self) -> None:
        speaker: str | None = None
        for paragraph in self.story.article.paragraphs:
            passage = 0
            for number, segment in enumerate(self.segments[paragraph.number]):
                inside = self._between(segment.start, segment.end)
                speaker = self._named(segment.phrase) or speaker
                passage = passage if segment.continues and passage else 1_000_000 + 1_000 * paragraph.number + number
                for n in inside:
                    self.passages[n], self.owners[n], self.kinds[n] = passage, speaker, "quote"
                    self.joined[n] = n > inside[0] or segment.continues
                if inside and inside[-1] + 1 < len(self.words):
                    # What stands behind a quotation does not follow on the narration before it.
                    self.joined[inside[-1] + 1] = False

    def _named(self, phrase: str | None) -> str | None:
        named = self.cast.resolve(phrase) if phrase else None
        return min(named.voices) if named and named.voices else None

    def _report(self) -> None:
        """Give indirect speech in the narration to whom it is reported of; 'he' is whoever spoke last."""
        told: dict[int, str] = {word.start: owner for word, owner in zip(self.words, self.owners, strict=True) if owner}
        for report in self.reports:
            last = max((at for at in told if at < report.start), default=None)
            speaker = self._named(report.phrase) if report.phrase else told.get(last or 0)
            inside = self._between(report.start, report.end)
            if speaker and all(self.kinds[n] == "narration" for n in inside):
                told[report.start] = speaker
                self._give(inside, speaker, "reported")

    def _give(self, inside: range, speaker: str | None, kind: str) -> None:
        for n in inside:
            self.owners[n], self.kinds[n] = speaker, kind

    def _cite(self) -> None:
        """Apply the citations, the longest first, so that the closest one decides."""
        cited = {(c.start, c.end, c.speaker, c.kind) for entry in self.story.entries for c in entry.citations}
        told = [each for each in cited if each[2] or each[3]]
        for start, end, speaker, kind in sorted(told, key=lambda each: (each[0] - each[1], each[0], str(each))):
            for n in self._between(start, end):
                quoted = self.kinds[n] == "quote"
                if quoted and kind != "quote":
                    continue
                self.kinds[n] = kind or ("reported" if speaker and not quoted else self.kinds[n])
                self.owners[n] = (speaker or (self.owners[n] if quoted else None)) if self.kinds[n] in SPOKEN else None


def _sentence_numbers(words: tuple[Word, ...], spans: tuple[Span, ...]) -> list[int]:
    numbers, at = [], 0
    for word in words:
        while at + 1 < len(spans) and spans[at + 1][0] <= word.start:
            at += 1
        numbers.append(at)
    return numbers
