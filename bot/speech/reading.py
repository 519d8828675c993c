"""Reading an article whole: its people, its quotations with likely speakers, its indirect speech."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.answering.quotecheck.marks import marked_spans
from bot.speech.clauses import subject_of
from bot.speech.datelines import dateline_of
from bot.speech.interview import read_interview
from bot.speech.known import Known
from bot.speech.names import Mention, NameFinder
from bot.speech.parts import begins_at, parts_of
from bot.speech.people import Cast
from bot.speech.records import Certainty, Quotation, Reading, Report, Span
from bot.speech.sentences import Sentence, Subject
from bot.speech.tokens import blanked, sentences_of, tokens_of
from bot.stories import Article, Paragraph

# Fewer words than this in quotation marks are a part of the sentence around them.
_FRAGMENT = 4
# A few words that end a sentence go on the quotation that stands so near before them.
_NEAR = 60
_ENDS = frozenset({".", "!", "?", ",", "…"})
# Within so many words from its beginning, a sentence names whom it is about.
_OPENING = 7
_DOUBLE = re.compile('[“”„‟″«»＂"]')
# Of the longer words of a headline; more, and every word has one.
_MOST_CAPITALS = 0.6


def read_speech(article: Article, *, has_headline: bool = True) -> Reading:
    """Read an article; its headline names people, but nobody speaks in it."""
    interview = read_interview(article)
    reader = _Reader(article, int(has_headline))
    reader.read(interview.questions | {answer.paragraph for answer in interview.answers})
    quotations = sorted([*interview.answers, *reader.quotations], key=lambda each: each.pieces)
    people = reader.cast.people(quotations, reader.reports)
    questions = frozenset(interview.questions)
    return Reading(tuple(people), tuple(quotations), tuple(reader.reports), questions, interview.asked)


@dataclass
class _Reader:
    """Goes through the sentences in order, with whom the text has in mind."""

    article: Article
    headlines: int
    cast: Cast = field(init=False)
    quotations: list[Quotation] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)

    def __post_init__(self) -> None:
        text, paragraphs = self.article.text, self.article.paragraphs
        single = _prefers_single(text)
        self._quotes = {each.number: _quotes_of(each, single) for each in paragraphs}
        blank = blanked(text, [span for found in self._quotes.values() for span in found])
        spans = {each.number: list(_spans(blank, _begins(text, each), each.end)) for each in paragraphs}
        names = NameFinder([tokens_of(blank, *span) for found in spans.values() for span in found])
        self._sentences = {
            number: [self._sentence(blank, span, number, names) for span in found] for number, found in spans.items()
        }
        told = [each for each in paragraphs if each.number > self.headlines or _is_plain(each.text)]
        self.cast = Cast(text, [each for paragraph in told for each in self._sentences[paragraph.number]])

    def _sentence(self, blank: str, span: Span, number: int, names: NameFinder) -> Sentence:
        tokens = tokens_of(blank, *span)
        quotes = tuple(quote for quote in self._quotes[number] if span[0] <= quote[0] < span[1])
        return Sentence(blank, span, quotes, tuple(tokens), tuple(names.mentions(blank, tokens)))

    def read(self, passed_over: set[int]) -> None:
        """Read all paragraphs but some."""
        for paragraph in self.article.paragraphs[self.headlines :]:
            said: list[Quotation] = []
            self.cast.begin_paragraph()
            for sentence in self._sentences[paragraph.number] if paragraph.number not in passed_over else ():
                said += self._read(sentence, paragraph, said)
            self.quotations += _joined(said)

    def _read(self, sentence: Sentence, paragraph: Paragraph, said: Sequence[Quotation]) -> list[Quotation]:
        """Return what a sentence quotes, or keep what it reports; ``said`` stands before it in the paragraph."""
        subject = subject_of(sentence)
        known, certainty = self.cast.resolve(subject, sentence) if subject else (None, Certainty.GUESSED)
        self._look(sentence, known)
        topics = [each for mention in self._topics(sentence) if (each := self.cast.of(mention))]
        self.cast.tell_of(sentence, topics, known)
        for each in (*topics, None if subject and subject.pronoun else known):
            # Whom a paragraph names may be its next "he" or "she".
            self.cast.have_here(each)
        doubtful = known is None and certainty is Certainty.DOUBTFUL
        if not sentence.quotes:
            if doubtful or (known is not None and certainty is not Certainty.GUESSED):
                name = known.name if known else None
                self.reports.append(Report(self._trimmed(sentence.span), paragraph.number, name, certainty))
            return []
        if known is None and not doubtful:
            speaker, certainty = self._carried(sentence, said)
        else:
            speaker = known.name if known else None
        return [
            Quotation((span,), paragraph.number, speaker, certainty, self._within(sentence, span))
            for span in sentence.quotes
        ]

    def _within(self, sentence: Sentence, span: Span) -> Span | None:
        """Return the sentence where words go on from it: 'accused the council of "passing the hat"'."""
        lead = sentence.text[sentence.span[0] : span[0]].rstrip("\0 ")
        goes_on = self.article.text[span[0]].islower() and bool(lead) and lead[-1] not in ",:"
        return self._trimmed(sentence.span) if goes_on else None

    def _carried(self, sentence: Sentence, said: Sequence[Quotation]) -> tuple[str | None, Certainty]:
        """Give words that stand alone to whoever spoke last."""
        if said:
            return said[-1].speaker, Certainty.GUESSED if sentence.tokens else said[-1].certainty
        last = self.quotations[-1] if self.quotations else None
        if sentence.tokens or last is None:
            about = self.cast.in_mind
            return about.name if about else None, Certainty.GUESSED
        not_closed = last.pieces[-1][1] == self.article.paragraphs[last.paragraph - 1].end
        return last.speaker, Certainty.MEANT if not_closed else Certainty.GUESSED

    def _trimmed(self, span: Span) -> Span:
        span = begins_at(self.article.text, span), span[1]
        inside = self.article.text[slice(*span)]
        return span[0] + len(inside) - len(inside.lstrip()), span[1] - (len(inside) - len(inside.rstrip()))

    def _look(self, sentence: Sentence, speaker: Known | None) -> None:
        """Have in mind who speaks in a sentence, or else whom it is about."""
        about = speaker or self._told_of(sentence)
        if about is not None:
            self.cast.look_at(about)

    def _topics(self, sentence: Sentence) -> list[Mention]:
        """Return the names that stand near the beginning of a sentence, or are introduced in it."""
        opening = sentence.tokens[:_OPENING]
        edge = opening[-1].end if opening else 0
        return [
            each
            for each in sentence.mentions
            if not each.owned
            and not (each.after_preposition and not _is_topic(sentence, each))
            and self._opens(each, edge)
        ]

    def _told_of(self, sentence: Sentence) -> Known | None:
        """Return whom a sentence is about: the first 'he' or 'she', or a name that stands near its beginning."""
        first = next(iter(self._topics(sentence)), None)
        pronoun = next((token for token in sentence.tokens if token.lower in {"he", "she"}), None)
        if pronoun and (first is None or pronoun in sentence.tokens[:2]):
            known, _ = self.cast.resolve(Subject(pronoun=pronoun.lower), sentence)
            return known
        return self.cast.of(first) if first else None

    def _opens(self, mention: Mention, edge: int) -> bool:
        """Tell whether a sentence may be about a name: one near its beginning, or introduced from there on."""
        introduced = mention.role or mention.courtesy or self.cast.is_introduced(mention, edge)
        return mention.end <= edge or bool(introduced)


def _spans(blank: str, start: int, end: int) -> Iterator[Span]:
    """Go through the sentences, those in parts that have several speakers."""
    for span in sentences_of(blank, start, end):
        yield from parts_of(blank, span)


def _begins(text: str, paragraph: Paragraph) -> int:
    """Return where a paragraph begins to tell: a place, an agency and a day before a dash are nobody's name."""
    dateline = dateline_of(text, paragraph.start, paragraph.end)
    return dateline.end if dateline else paragraph.start


def _is_topic(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a sentence opens with 'For X, …'."""
    before = [token for token in sentence.tokens if token.end <= mention.start]
    return len(before) == 1 and sentence.text[mention.end : mention.end + 1] == ","


def _prefers_single(text: str) -> bool:
    """Tell whether an article quotes in single marks, and in double ones within these."""
    single, double = marked_spans(_DOUBLE.sub("\0", text)), _double_spans(text)
    return _count_outer(single, double) > _count_outer(double, single)


def _double_spans(text: str) -> list[Span]:
    return [
        (start, end) for start, end in marked_spans(text) if _DOUBLE.match(text, end) or _DOUBLE.match(text, start - 1)
    ]


def _count_outer(spans: Sequence[Span], others: Sequence[Span]) -> int:
    """Count the spans that lie in none of the others."""
    return sum(not any(start < span[0] and span[1] < end for start, end in others) for span in spans)


def _quotes_of(paragraph: Paragraph, single: bool) -> list[Span]:
    """Return the insides of the paragraph's quotation marks that hold more than a word or two."""
    text = paragraph.text
    outer = marked_spans(_DOUBLE.sub("\0", text)) if single else []
    spans = outer + [(a, b) for a, b in marked_spans(text) if not any(a < end and start < b for start, end in outer)]
    kept: list[Span] = []
    for start, end in sorted(spans):
        near = bool(kept) and start - kept[-1][1] < _NEAR and text[start:end].rstrip()[-1:] in _ENDS
        if _is_quotation(text[start:end]) or (near and " " in text[start:end]):
            kept.append((start, end))
    return [(paragraph.start + start, paragraph.start + end) for start, end in kept]


def _is_plain(headline: str) -> bool:
    """Tell whether a headline's capital letters mean names, and not that it is a headline."""
    words = [token for token in tokens_of(headline) if len(token.text) > 3]
    return sum(token.capital for token in words) <= _MOST_CAPITALS * len(words)


def _is_quotation(text: str) -> bool:
    if _is_title(text):
        return False
    is_sentence = text[:1].isupper() and text.rstrip()[-1:] in _ENDS and " " in text
    return len(tokens_of(text)) >= _FRAGMENT or is_sentence


def _is_title(text: str) -> bool:
    """Tell whether quoted words are a work's title: every longer one with a capital letter, and no mark behind."""
    longer = [token for token in tokens_of(text) if len(token.text) > 3]
    return len(longer) > 1 and all(token.capital for token in longer) and text.rstrip()[-1:] not in _ENDS


def _joined(said: Sequence[Quotation]) -> list[Quotation]:
    """Join what one person says in one paragraph, before and after "said X"."""
    joined: list[Quotation] = []
    for each in said:
        if joined and joined[-1].speaker == each.speaker and joined[-1].within == each.within:
            last = joined[-1]
            certainty = max(last.certainty, each.certainty, key=list(Certainty).index)
            joined[-1] = replace(last, pieces=(*last.pieces, *each.pieces), certainty=certainty)
        else:
            joined.append(each)
    return joined
