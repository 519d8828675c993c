"""What somebody wants of an entry, as they wrote it in a form."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bot.stories import Story
from bot.stories.quotes import QuoteFinder, QuoteProblem

# Whose words a quote is: left as it is, or nobody's; else a speaker's name.
AS_IT_IS, NOBODY = "=", "-"


@dataclass(frozen=True, slots=True)
class Wanted:
    """An entry as somebody wants it.

    speaker: whose words the quotes are: ``AS_IT_IS`` (new ones are nobody's), ``NOBODY``, or a name.
    hidden: so many of the entry's last questions had no room in the form, and stay.
    Without quotes the story does not say it.
    """

    questions: tuple[str, ...]
    answer: str
    quotes: tuple[str, ...] = ()
    speaker: str = AS_IT_IS
    hidden: int = 0


def tidy(text: str) -> str:
    """Return a text on one line, without letters that nobody can see."""
    seen = "".join(each if unicodedata.category(each)[0] != "C" or each.isspace() else "" for each in text)
    return " ".join(seen.split())


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a field, each tidy and once."""
    return tuple(dict.fromkeys(filter(None, map(tidy, text.splitlines()))))


def quotes_found(story: Story, quotes: Sequence[str]) -> list[tuple[str, QuoteProblem | None]]:
    """Tell of each quote whether it stands in the story, and if not what is wrong with it."""
    finder = QuoteFinder(story.article)
    found = [(quote, finder.locate(quote)) for quote in quotes]
    return [(quote, place if isinstance(place, QuoteProblem) else None) for quote, place in found]
