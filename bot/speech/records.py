"""What is read in an article: plain, frozen records; offsets count the article's characters."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks or has a role in an article, or an organisation that speaks.

    name: the full name, or how the text calls somebody whom it does not name ("A spokesman for the council").
    role: the article's own words for what they are, without an article before them.
    described: where the name and the role stand together, or else where the name stands first.
    forms: the shorter names that the article uses.
    """

    name: str
    role: str | None
    described: Span
    forms: tuple[str, ...] = ()
    is_body: bool = False
    speaks: bool = False
    named: bool = True


class Certainty(StrEnum):
    """How an article tells who says something.

    By name; by "she" or "the company"; only by what stands around; or not, with a "she" that may be several people.
    """

    NAMED = "named"
    MEANT = "meant"
    GUESSED = "guessed"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Spoken words of one person in one paragraph, "said X" left out.

    within: the sentence, where the words are but a part of one that goes on around them.
    """

    pieces: tuple[Span, ...]
    paragraph: int
    speaker: str | None
    certainty: Certainty
    within: Span | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A sentence of indirect speech and whose it is, None where "he" may be several people."""

    span: Span
    paragraph: int
    speaker: str | None
    certainty: Certainty = Certainty.NAMED


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that is read.

    questions: the paragraphs of an interview that ask.
    asked: for each paragraph that answers one, where the question stands.
    """

    people: tuple[Person, ...]
    quotations: tuple[Quotation, ...]
    reports: tuple[Report, ...]
    questions: frozenset[int]
    asked: dict[int, Span]
