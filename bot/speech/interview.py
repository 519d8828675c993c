"""Interviews: answers behind 'Name:', and questions in paragraphs of their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bot.speech.records import Certainty, Quotation, Span
from bot.stories import Article, Paragraph

_LABEL = re.compile(r"([A-Z][\w.'’&-]*(?: (?:[A-Z][\w.'’&-]*|de|van|von|al|of|the)){0,4}):\s+(?=\S)")
_QUESTION = re.compile(r"[^\"“”«»]{8,300}\?$")
_FEWEST = 2
_FEWEST_UNLABELLED = 3


@dataclass
class Interview:
    """What a text has of an interview: the answers behind labels, who asks, and what.

    questions: the paragraphs that ask.
    asked: for each paragraph that answers one, where the question stands.
    """

    answers: list[Quotation] = field(default_factory=list)
    questions: set[int] = field(default_factory=set)
    asked: dict[int, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Turn:
    """A paragraph that begins with a label, and where its words begin."""

    paragraph: Paragraph
    label: str
    start: int


def read_interview(article: Article) -> Interview:
    """Read an interview; nothing is found in any other text."""
    turns = _turns(article.paragraphs)
    return _labelled(turns) if turns else _unlabelled(article.paragraphs)


def _turns(paragraphs: Sequence[Paragraph]) -> list[_Turn]:
    """Return the paragraphs that begin with a label that several begin with."""
    matches = [(each, match) for each in paragraphs if (match := _LABEL.match(each.text))]
    counts = Counter(match.group(1) for _, match in matches)
    return [
        _Turn(each, match.group(1), each.start + match.end())
        for each, match in matches
        if counts[match.group(1)] >= _FEWEST
    ]


def _labelled(turns: Sequence[_Turn]) -> Interview:
    interviewer = _interviewer(turns)
    found, question = Interview(), None
    for turn in turns:
        span, number = (turn.start, turn.paragraph.end), turn.paragraph.number
        if turn.label == interviewer:
            question = span
            found.questions.add(number)
            continue
        found.answers.append(Quotation((span,), number, turn.label, Certainty.NAMED))
        if question:
            found.asked[number] = question
    return found


def _interviewer(turns: Sequence[_Turn]) -> str | None:
    """Return the label most of whose paragraphs ask; None if nobody's do, or if there is one label only."""
    count = Counter(turn.label for turn in turns)
    asks = Counter(turn.label for turn in turns if turn.paragraph.text.endswith("?"))
    label = max(count, key=lambda each: asks[each] / count[each])
    return label if len(count) > 1 and 2 * asks[label] >= count[label] else None


def _unlabelled(paragraphs: Sequence[Paragraph]) -> Interview:
    """Read questions that stand alone in paragraphs, where there are several."""
    pairs = [
        (before, after)
        for before, after in pairwise(paragraphs)
        if before.number > 1 and _QUESTION.fullmatch(before.text) and not after.text.endswith("?")
    ]
    if len(pairs) < _FEWEST_UNLABELLED:
        return Interview()
    asked = {after.number: (before.start, before.end) for before, after in pairs}
    return Interview(questions={before.number for before, _ in pairs}, asked=asked)
