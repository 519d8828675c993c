"""Finding a quote in the article: an exact slice, in one place, or a reason why it is not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from bot.stories.nearly import NearFinder
from bot.stories.printing import printable
from bot.stories.records import Article
from bot.stories.typography import Folded, fold, fold_with_offsets

SHORTEST_QUOTE = 12
_SHORTEST_PIECE = 12
_AROUND = " ,;:\"'“”„«»‘’()"
_COPY = "Copy the words from article.txt; not one may differ."
_MOST_LISTED = 10
_LONGEST_SHOWN = 70
# A place inside a word: between letters or digits, beside the apostrophe of "won't", beside the comma of "3,000".
_INSIDE = re.compile(
    r"(?<=[^\W_])(?=[^\W_])"
    r"|(?<=[^\W\d_])(?='[^\W\d_])|(?<=[^\W\d_]')(?=[^\W\d_])"
    r"|(?<=\d)(?=[.,]\d)|(?<=\d[.,])(?=\d)"
)


@dataclass(frozen=True, slots=True)
class QuoteProblem:
    """Why a quote can't be shown as the article's words, and what to do."""

    problem: str
    remedy: str


class QuoteFinder:
    """Locates quotes in one article, typography folded."""

    def __init__(self, article: Article) -> None:
        """Fold the article once for all of its quotes."""
        self.article = article
        self._folded: Folded = fold_with_offsets(article.text)

    def locate(self, quote: str, paragraph: int | None = None) -> tuple[int, int] | QuoteProblem:
        """Return the offsets of the only slice that ``quote`` is, or what is wrong with it."""
        wanted = _unwrapped(fold(quote))
        if len(wanted) < SHORTEST_QUOTE:
            return QuoteProblem(
                f"The quote {printable(quote, _LONGEST_SHOWN)!r} is too short to prove anything.",
                f"Quote at least {SHORTEST_QUOTE} characters of the article.",
            )
        found = [self._folded.span(at, at + len(wanted)) for at in _occurrences(self._folded.text, wanted)]
        if not found:
            return self._absent(quote, wanted)
        if paragraph is not None:
            return self._within(quote, found, paragraph)
        return found[0] if len(found) == 1 else self._ambiguous(quote, found)

    def names(self, name: str) -> bool:
        """Tell whether the article has a name in whole words; in "Hill's" it has Hill."""
        wanted = fold(name)
        return any(_occurrences(self._folded.text, form) for form in (wanted, f"{wanted}'s"))

    def _within(self, quote: str, found: list[tuple[int, int]], number: int) -> tuple[int, int] | QuoteProblem:
        inside = [span for span in found if self.article.paragraph_at(span[0]).number == number]
        if len(inside) == 1:
            return inside[0]
        if inside:
            problem = f"The quote {_short(quote)} stands more than once in paragraph {number}."
            return QuoteProblem(problem, "Quote more of the sentence.")
        numbers = self._paragraphs(found)
        place = f"paragraph {numbers}" if numbers.isdecimal() else f"paragraphs {numbers}"
        problem = f"The quote {_short(quote)} does not stand in paragraph {number}, but in {place}."
        or_not = ", or leave it out" if len(found) == 1 else ""
        return QuoteProblem(problem, f"Correct the number{or_not}; a headline counts as one.")

    def _ambiguous(self, quote: str, found: list[tuple[int, int]]) -> QuoteProblem:
        return QuoteProblem(
            f"The quote {_short(quote)} stands {len(found)} times in the article "
            f"(paragraphs {self._paragraphs(found)}).",
            "Quote more of the sentence, or say which with `paragraph:`.",
        )

    def _paragraphs(self, found: list[tuple[int, int]]) -> str:
        """List the numbers of the paragraphs in which slices begin."""
        numbers = sorted({self.article.paragraph_at(start).number for start, _ in found})
        return ", ".join(map(str, numbers[:_MOST_LISTED])) + (", …" if len(numbers) > _MOST_LISTED else "")

    def _absent(self, quote: str, wanted: str) -> QuoteProblem:
        if wanted in self._folded.text:
            return QuoteProblem(f"The quote {_short(quote)} begins or ends inside a word.", "Quote whole words.")
        if self._is_stitched(wanted):
            return QuoteProblem(
                f"The quote {_short(quote)} joins pieces that do not follow each other in the article.",
                "Make a citation of each piece.",
            )
        if _occurrences(self._folded.text.casefold(), wanted.casefold()):
            return QuoteProblem(
                f"The quote {_short(quote)} differs from the article in capital letters.",
                "Copy the words from article.txt.",
            )
        return QuoteProblem(f"The quote {_short(quote)} is not in the article{self._nearly(quote)}.", _COPY)

    def _nearly(self, quote: str) -> str:
        """Say which words differ, if it is but a few."""
        found = self._near.find(quote)
        if found is None:
            return ""
        has = " ".join(self.article.text[found.start : found.end].split()).strip(_AROUND)
        differences = [f" {printable(str(each), _LONGEST_SHOWN)}" for each in found.differences] or [
            " with other marks"
        ]
        number = self.article.paragraph_at(found.start).number
        return f", but paragraph {number} has {_short(has)},{','.join(differences)}"

    @cached_property
    def _near(self) -> NearFinder:
        return NearFinder(self.article.text)

    def _is_stitched(self, wanted: str) -> bool:
        """Tell whether the quote is made of slices from different places, each long enough to be one."""
        rest, ends = wanted, list[int]()
        while len(rest) >= _SHORTEST_PIECE:
            length = self._longest_start(rest)
            at = self._folded.text.find(rest[:length])
            # Pieces that all but touch are one place with a few letters changed.
            if length < _SHORTEST_PIECE or any(0 <= at - end < _SHORTEST_PIECE for end in ends):
                return False
            ends.append(at + length)
            rest = rest[length:].lstrip(" .,;[]()\"'-")
        return len(ends) > 1 and not rest

    def _longest_start(self, text: str) -> int:
        """Return how much of the start of ``text`` stands in the article."""
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if text[:middle] in self._folded.text else (low, middle - 1)
        return low


def _unwrapped(quote: str) -> str:
    """Take off one pair of quotation marks that a curator put around the whole quote."""
    if len(quote) > 1 and quote[0] == quote[-1] == '"' and '"' not in quote[1:-1]:
        return quote[1:-1].strip()
    return quote


def _occurrences(text: str, wanted: str) -> list[int]:
    """Return where ``wanted`` stands in ``text`` as whole words."""
    found, at = [], text.find(wanted)
    while at >= 0:
        if _whole_words(text, at, at + len(wanted)):
            found.append(at)
        at = text.find(wanted, at + 1)
    return found


def _whole_words(text: str, start: int, end: int) -> bool:
    return not _INSIDE.match(text, start) and not _INSIDE.match(text, end)


def _short(quote: str) -> str:
    plain = " ".join(quote.split())
    return f"“{printable(plain if len(plain) <= _LONGEST_SHOWN else f'{plain[: _LONGEST_SHOWN - 1].rstrip()}…')}”"
