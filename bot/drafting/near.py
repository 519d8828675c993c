"""Near questions that readers of any article ask, drafted where the article lacks the words of an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.drafting import phrasings
from bot.drafting.drafts import Draft, slug
from bot.drafting.originals import Original
from bot.speech import Person
from bot.speech.english import COMPANY_ROLES, is_listed_role

_MOST_PEOPLE, _MOST_UNNAMED = 3, 3
_UNNAMED = re.compile(r"\b[Aa]n? ([a-z-]+)(?: ([a-z-]+))?\b")


def near_drafts(original: Original, text: str, people: Sequence[Person], has_byline: bool) -> Iterator[Draft]:
    """Draft near questions; whether the story answers one after all is for the curator to say."""
    if not has_byline:
        yield _near("author", phrasings.AUTHOR, "The story does not say who wrote it.")
    if not original.date:
        yield _near("publication-date", phrasings.PUBLISHED, "The story does not say on what day it was published.")
    speaking = [person for person in people if person.speaks and person.named and not person.is_body]
    for person in speaking[:_MOST_PEOPLE]:
        yield from _of_person(text, person)
    for role in _unnamed(text, people)[:_MOST_UNNAMED]:
        told = f"The story does not name the {role}."
        yield _near(slug(role, "name"), phrasings.unnamed(role), told)


def _of_person(text: str, person: Person) -> Iterator[Draft]:
    name, brief = person.name, phrasings.short(person)
    if not re.search(rf"{re.escape(brief)}\W{{1,3}}(?:aged )?\d\d\b|year-old|\baged\b", text):
        yield _near(slug(brief, "age"), phrasings.age(name, brief), f"The story does not say how old {name} is.")


def _unnamed(text: str, people: Sequence[Person]) -> list[str]:
    """Return the roles of those whom the text tells of without a name: 'an architect', but nobody's known role."""
    known = " ".join(person.role or "" for person in people).casefold()
    found = (_head(text, match) for match in _UNNAMED.finditer(text))
    return [head for head in dict.fromkeys(found) if head and head not in known]


def _head(text: str, found: re.Match[str]) -> str | None:
    """Return the role that one or two words behind "a" name, if nobody's name follows: 'a welder, Bo Lind'."""
    for number in (1, 2):
        word, end = found.group(number), found.end(number)
        if word and _is_office(word) and text[end : end + 1] not in {"'", "’", "-"}:
            return None if _is_introduced(text, end) else word
    return None


def _is_office(word: str) -> bool:
    """Tell whether a word is said of one person: 'a manufacturer' is a company, which the text may name elsewhere."""
    return is_listed_role(word) and not word.endswith("s") and word not in COMPANY_ROLES


def _is_introduced(text: str, end: int) -> bool:
    """Tell whether a name follows: 'a welder, Bo Lind' or 'a welder called Bo'."""
    return re.match(r",? (?:called |named )?[A-Z]", text[end:]) is not None


def _near(name: str, questions: Sequence[str], answer: str) -> Draft:
    return Draft(name, questions, answer, (), in_story=False)
