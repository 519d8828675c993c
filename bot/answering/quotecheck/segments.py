"""What an article's text alone tells of who speaks: its quotations with their 'said X', and its 'X claimed that'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.answering.quotecheck.cast import Cast
from bot.answering.quotecheck.marks import marked_spans
from bot.answering.quotecheck.naming import NameReader
from bot.answering.quotecheck.vocabulary import ORGANISATIONS, SPEECH_VERBS, TITLES
from bot.answering.quotecheck.words import Word, words_of
from bot.stories import Article, Paragraph, Speaker
from bot.stories.article import sentences

_FRAGMENT = 4  # a quotation of fewer words is part of the sentence around it, unless it is a sentence itself
_LONGEST_CLAUSE = 40
_LONGEST_TAIL = 4
_MARKS = '“”„«»"‘ '
_REPORTS = SPEECH_VERBS - {"put", "called", "quoted", "thinks", "believes", "saying", "say", "claim"}
_ACCORDING = re.compile(r"\baccording to\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:^|\W)(?:he|she|they)(?:\W+\w+)?\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of quoted words, and the phrase that names its speaker; it may continue the quotation before it."""

    start: int
    end: int
    phrase: str | None
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """A run of indirect speech, and the phrase that names whose it is; None stands for 'he' or 'she'."""

    start: int
    end: int
    phrase: str | None


def segments_of(paragraph: Paragraph, reader: NameReader) -> list[Segment]:
    """Return the quotations of a paragraph; a clause behind one names its speaker before a clause in front does."""
    text = paragraph.text
    spans = [(start, end) for start, end in marked_spans(text) if _is_quotation(text[start:end])]
    edges = [0, *(end for _, end in spans)], [*(start for start, _ in spans), len(text)]
    gaps = [text[a:b].strip(_MARKS) for a, b in zip(*edges, strict=True)]
    found: list[Segment] = []
    for number, (start, end) in enumerate(spans):
        phrase = _speaker_of(reader, gaps[number], gaps[number + 1])
        continues = bool(found) and bool(found[-1].phrase) and phrase in {None, found[-1].phrase}
        continues = continues and len(words_of(gaps[number])) <= _LONGEST_CLAUSE
        phrase = found[-1].phrase if continues else phrase
        found.append(Segment(paragraph.start + start, paragraph.start + end, phrase, continues))
    return found


def _is_quotation(text: str) -> bool:
    is_sentence = text[:1].isupper() and text.rstrip()[-1:] in {".", "!", "?", ",", "…"}
    return len(words_of(text)) >= _FRAGMENT or (is_sentence and " " in text)


def _speaker_of(reader: NameReader, lead: str, tail: str) -> str | None:
    """Return who is named around a quotation: by a lead that ends as one, or else by what follows."""
    before, after = reader.before(lead), reader.after(tail)
    leads = before is not None and lead.rstrip().endswith((":", ",", "said", "says", "that"))
    return before if leads or after is None else after


def reports_in(article: Article, segments: list[Segment], reader: NameReader) -> Iterator[Report]:
    """Find 'X claimed that …', '…, X announced' and 'according to X' in sentences that have no quotation."""
    for start, end in sentences(article):
        if any(segment.start < end and start < segment.end for segment in segments):
            continue
        if (report := _report(article.text, start, end, reader)) is not None:
            yield report


def _report(text: str, start: int, end: int, reader: NameReader) -> Report | None:
    words = words_of(text, start, end)
    if (mark := _ACCORDING.search(text, start, end)) is not None:
        phrase = reader.after(text[mark.start() : end])
        return Report(start, end, phrase) if phrase else None
    for n, word in enumerate(words[1:], 1):
        lead = text[start : word.end]
        if word.text in _REPORTS and (phrase := reader.before(lead)) is not None:
            begin = start + max(lead.rfind(phrase), 0)
            front = sum(each.start < begin for each in words)
            comes_last = len(words) - n - 1 < _LONGEST_TAIL < front
            return Report(start if comes_last else begin, end, phrase)
        if word.text in _REPORTS and _PRONOUN.search(text[start : word.start]):
            return Report(start, end, None)
    return None


def derived_speakers(cast: Cast, phrases: list[str]) -> list[Speaker]:
    """Make speakers of names that the knowledge does not list, from the fullest form of each name."""
    made: dict[str, Speaker] = {}
    for phrase in sorted(phrases, key=lambda each: (-len(each), each)):
        named = cast.resolve(phrase)
        if named is None or named.voices or not any(_is_proper(phrase, word) for word in words_of(phrase)):
            continue
        name, role = _name_and_role(phrase)
        if not any(f" {other}".casefold().endswith(f" {name}".casefold()) for other in made):
            made[name] = Speaker(name, role)
    return list(made.values())


def _is_proper(phrase: str, word: Word) -> bool:
    return phrase[word.start].isupper() or word.text in ORGANISATIONS


def _name_and_role(phrase: str) -> tuple[str, str | None]:
    """Split 'council leader Maria Dunn' or 'Maria Dunn, the council leader' into name and office."""
    front, _, behind = phrase.partition(",")
    words = words_of(front)
    first = len(words)
    while first and front[words[first - 1].start].isupper() and words[first - 1].text not in TITLES:
        first -= 1
    if first == len(words) or first == 0:
        return front.strip(), behind.strip() or None
    return front[words[first].start :].strip(), front[: words[first].start].strip() or None
