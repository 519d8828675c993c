"""Near questions that readers of any article ask, drafted where the article lacks the words of an answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bot.drafting import phrasings
from bot.drafting.drafts import Draft, DraftCitation, slug, some
from bot.drafting.originals import Original
from bot.drafting.refusals import refusals_in
from bot.speech import Person
from bot.speech.english import COMPANY_ROLES, SAYING, is_listed_role
from bot.speech.tokens import tokens_of
from bot.stories import Article
from bot.stories.article import sentences

_MOST_PEOPLE, _MOST_UNNAMED = 3, 3
_UNNAMED = re.compile(r"\b[Aa]n? ([a-z-]+)(?: ([a-z-]+))?\b")


@dataclass(frozen=True, slots=True)
class Near:
    """What near questions are drafted from.

    introduce, cite: the citations that introduce somebody, and that of a slice.
    """

    original: Original
    article: Article
    people: Sequence[Person]
    has_byline: bool
    introduce: Callable[[Person], tuple[DraftCitation, ...]]
    cite: Callable[[int, int], DraftCitation | None]

    def drafts(self) -> Iterator[Draft]:
        """Draft near questions; whether the story answers one after all is for the curator to say."""
        text = self.article.text
        if not self.has_byline:
            yield _near("author", phrasings.AUTHOR, "The story does not say who wrote it.")
        if not self.original.date:
            yield _near("publication-date", phrasings.PUBLISHED, "The story does not say on what day it was published.")
        yield from self._left_open()
        yield from self._silent()
        speaking = [person for person in self.people if person.speaks and person.named and not person.is_body]
        for person in speaking[:_MOST_PEOPLE]:
            yield from _of_person(text, person)
        for role in _unnamed(text, self.people)[:_MOST_UNNAMED]:
            yield _near(slug(role, "name"), phrasings.unnamed(role), f"The story does not name the {role}.")

    def _left_open(self) -> Iterator[Draft]:
        """Draft what somebody would not say, with the sentence that tells so."""
        for start, end in sentences(self.article):
            sentence = " ".join(self.article.text[start:end].split())
            for refusal in refusals_in(sentence):
                person = _last_named(refusal.lead, self.people)
                asked = refusal.asked(phrasings.called(person) if person else None)
                if asked:
                    questions = [asked, *phrasings.left_open(person, refusal.topic)]
                    cited = some(self.cite(start, end))
                    yield _near(slug(asked.rstrip("?")), questions, f"The story does not say. {sentence}", cited)

    def _silent(self) -> Iterator[Draft]:
        """Draft what those say who are told of and not quoted: no sentence that names them has a verb of saying."""
        text = self.article.text
        said = [text[start:end] for start, end in sentences(self.article) if _says(text[start:end])]
        silent = [each for each in self.people if each.role and each.named and not each.speaks and not each.is_body]
        found = [each for each in silent if not any(_names(phrasings.short(each), sentence) for sentence in said)]
        for person in found[:_MOST_PEOPLE]:
            told = f"The story does not say what {person.name} says; it quotes nothing of it."
            yield _near(
                slug(phrasings.short(person), "words"), phrasings.all_words(person), told, self.introduce(person)
            )


def _says(sentence: str) -> bool:
    return any(token.lower in SAYING or token.lower == "according" for token in tokens_of(sentence))


def _names(brief: str, sentence: str) -> bool:
    return re.search(rf"\b{re.escape(brief)}\b", sentence) is not None


def _last_named(lead: str, people: Sequence[Person]) -> Person | None:
    """Return the speaker with whose name some words end: 'Tamsel' of 'The mayor left, but Tamsel'."""
    for person in people:
        names = (person.name, phrasings.short(person), *person.forms)
        if person.named and any(re.search(rf"\b{re.escape(name)}\s*$", lead) for name in names):
            return person
    return None


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


def _near(name: str, questions: Sequence[str], answer: str, citations: Sequence[DraftCitation] = ()) -> Draft:
    return Draft(name, questions, answer, citations, in_story=False)
