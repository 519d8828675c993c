"""Drafts of entries: plain records, and what keeps their ids, phrasings and quotes sound."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from bot.matching.words import asking_words
from bot.stories import Article
from bot.stories.quotes import QuoteFinder
from bot.stories.typography import fold

T = TypeVar("T")

_LONGEST_ID = 60
_LONGEST_QUOTE = 2_000
LONGEST_QUESTION = 99


@dataclass(frozen=True, slots=True)
class DraftCitation:
    """A slice of the article; ``paragraph`` is given where the words stand twice, ``note`` is a comment on it."""

    quote: str
    kind: str
    speaker: str | None = None
    paragraph: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry to edit; ``notes`` are said to the curator in comments."""

    id: str
    questions: Sequence[str]
    answer: str
    citations: Sequence[DraftCitation]
    in_story: bool = True
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A file of entries: its name, which is their topic, what the topic is called, and what it says at its top."""

    topic: str
    label: str
    about: str
    drafts: tuple[Draft, ...]


class Citer:
    """Makes citations of slices, those alone that prove something and stand in one place."""

    def __init__(self, article: Article) -> None:
        """Take the article as it will be read again."""
        self._article = article
        self._finder = QuoteFinder(article)

    def cite(self, start: int, end: int, kind: str, speaker: str | None = None) -> DraftCitation | None:
        """Return a citation of a slice, less blanks at its edges; None if it can't be one."""
        quote = self._article.text[start:end].strip()
        # The comma before "said X" is the sentence's, not the speaker's.
        quote = quote.rstrip(",") if kind == "quote" else quote
        if not quote or len(quote) > _LONGEST_QUOTE:
            return None
        number = self._article.paragraph_at(start).number
        for paragraph in (None, number):
            if isinstance(self._finder.locate(quote, paragraph), tuple):
                return DraftCitation(quote, kind, speaker, paragraph)
        return None


@dataclass
class Desk:
    """Keeps ids and phrasings apart: none stands twice in a story."""

    _ids: set[str] = field(default_factory=set)
    _asked: set[str] = field(default_factory=set)

    def sound(self, drafts: Iterable[Draft]) -> tuple[Draft, ...]:
        """Return the drafts that prove something or say that the story does not, each with what no other has."""
        kept = [self._own(draft) for draft in drafts if draft.citations or not draft.in_story]
        return tuple(draft for draft in kept if draft.questions)

    def _own(self, draft: Draft) -> Draft:
        plain = [" ".join(question.split()) for question in draft.questions]
        questions = [question for question in plain if len(question) <= LONGEST_QUESTION and self._is_new(question)]
        return (
            replace(draft, id=self._own_id(draft.id), questions=questions)
            if questions
            else replace(draft, questions=())
        )

    def _is_new(self, question: str) -> bool:
        key = " ".join(asking_words(question))
        new = bool(key) and key not in self._asked
        self._asked.add(key)
        return new

    def _own_id(self, wanted: str) -> str:
        made, number = wanted, 2
        while made in self._ids:
            made, number = f"{wanted}-{number}", number + 1
        self._ids.add(made)
        return made


def slug(*parts: str) -> str:
    """Return an id made of some words, articles left out: plain small letters, digits and hyphens."""
    bare = unicodedata.normalize("NFKD", fold(" ".join(parts)).casefold().replace("'", ""))
    bare = re.sub(r"\b(?:the|an?)\s", "", bare)
    plain = re.sub(r"[^a-z0-9]+", "-", "".join(letter for letter in bare if not unicodedata.combining(letter)))
    return plain.strip("-")[:_LONGEST_ID].strip("-") or "entry"


def some(*found: T | None) -> tuple[T, ...]:
    """Return what there is of several things."""
    return tuple(each for each in found if each is not None)


def listed(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: 'a, b and c'."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if words[1:] else "".join(words)
