"""Near questions that readers of any article ask, drafted where the article lacks the words of an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.drafting import phrasings
from bot.drafting.drafts import Draft, slug
from bot.drafting.originals import Original
from bot.speech import Person

_MOST_PEOPLE = 3
_BORN = re.compile(r"\b(?:born|birthplace|grew up|native|hometown|raised in)\b", re.IGNORECASE)
_FAMILY = re.compile(
    r"\b(?:married|marriage|wife|husband|sons?|daughters?|children|kids|family|partner|mother|father|brother|sister|twins?)\b",
    re.IGNORECASE,
)


def near_drafts(original: Original, text: str, people: Sequence[Person], has_byline: bool) -> Iterator[Draft]:
    """Draft near questions; whether the story answers one after all is for the curator to say."""
    if not has_byline:
        yield _near("author", phrasings.AUTHOR, "The story does not say who wrote it.")
    if not original.date:
        yield _near("publication-date", phrasings.PUBLISHED, "The story does not say on what day it was published.")
    speaking = [person for person in people if person.speaks and person.named and not person.is_body]
    for person in speaking[:_MOST_PEOPLE]:
        yield from _of_person(text, person)


def _of_person(text: str, person: Person) -> Iterator[Draft]:
    name, brief = person.name, phrasings.short(person)
    if not re.search(rf"{re.escape(brief)}\W{{1,3}}(?:aged )?\d\d\b|year-old|\baged\b", text):
        yield _near(slug(brief, "age"), phrasings.age(name, brief), f"The story does not say how old {name} is.")
    if not _BORN.search(text):
        told = f"The story does not say where {name} was born."
        yield _near(slug(brief, "birthplace"), phrasings.birthplace(name, brief), told)
    if not _FAMILY.search(text):
        told = f"The story does not say anything about the family of {name}."
        yield _near(slug(brief, "family"), phrasings.family(name, brief), told)


def _near(name: str, questions: Sequence[str], answer: str) -> Draft:
    return Draft(name, questions, answer, (), in_story=False)
