"""Which organisation 'it' or 'the company' is, or that several may be meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.speech.english import BODY_WORDS, COMPANIES, COMPANY_ROLES, COMPANY_WORDS
from bot.speech.known import Known


@dataclass
class Bodies:
    """The organisations that the text has in mind.

    clear: whether there is no more than one that the next 'it' can be.
    """

    text: str
    clear: bool = True
    _its: Sequence[Known] = ()
    _told: list[Known] = field(default_factory=list)
    _paragraph: int = 0
    _seen: dict[int, int] = field(default_factory=dict)

    def begin_paragraph(self) -> None:
        """Count the paragraphs."""
        self._paragraph += 1

    def tell(self, bodies: Sequence[Known], *, of_thing: bool = False) -> None:
        """Have in mind what a sentence is about: organisations, or a report or the like, which "says" things too."""
        for each in reversed(bodies):
            self._told = [each, *(other for other in self._told if other is not each)]
            self._seen[id(each)] = self._paragraph
        if bodies or of_thing:
            self._its, self.clear = bodies, len(bodies) == 1

    @property
    def it(self) -> Known | None:
        """The organisation that 'it' is, None where that may be several, or something else."""
        return self._its[0] if self.clear and self._its else None

    def called(self, known: Sequence[Known], head: str, words: set[str]) -> list[Known]:
        """Return the organisations that 'the company' or 'the regulator' may be: one, or several if it is not clear."""
        fitting = [each for each in known if each.is_body and not each.unnamed and self._is_called(each, head, words)]
        told = [each for each in self._told if each in fitting]
        if not told:
            only = [each for each in fitting if head not in COMPANIES or self._surely_company(each)]
            return only[:1] if head not in COMPANIES or len(only) == 1 else []
        if head not in COMPANIES:
            return self._last(told)
        plain = [each for each in told if not self._is_partner(each)]
        return self._last(plain) if plain[:1] == told[:1] else [told[0], *plain]

    def _last(self, told: Sequence[Known]) -> list[Known]:
        """Return the one that was told of last, with all others of the same paragraph."""
        return [each for each in told if self._seen[id(each)] == self._seen[id(told[0])]]

    def _is_called(self, known: Known, head: str, words: set[str]) -> bool:
        name = {word.casefold() for word in known.words}
        if words <= self._role(known) or (head in name and _adds_nothing(words - name - self._role(known), head)):
            return True
        return head in COMPANIES and not name & (BODY_WORDS - COMPANY_WORDS)

    def _surely_company(self, known: Known) -> bool:
        name = {word.casefold() for word in known.words}
        return bool(name & (COMPANY_WORDS | {"&"}) or self._role(known) & (COMPANY_ROLES | COMPANIES))

    def _is_partner(self, known: Known) -> bool:
        """Tell whether a company is called by what it is to others, such as their supplier."""
        return bool(self._role(known) & COMPANY_ROLES)

    def _role(self, known: Known) -> set[str]:
        return set(self.text[slice(*known.role)].casefold().split()) if known.role else set()


def _adds_nothing(words: set[str], head: str) -> bool:
    """Tell whether words only describe: 'the 480-bed hospital' may be any, 'the health office' no weather office."""
    return all(word == head or any(letter.isdigit() for letter in word) for word in words)
