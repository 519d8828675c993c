"""What is asked about the article itself: its headline, who wrote it and when, what was corrected, its pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.drafting import phrasings
from bot.drafting.drafts import Citer, Draft, listed, some
from bot.drafting.originals import Original
from bot.drafting.passages import Passages, Shape, Span
from bot.speech.datelines import dateline_of
from bot.stories import Article, Paragraph
from bot.stories.around import Around


@dataclass(frozen=True)
class Itself:
    """Makes the drafts of what is printed above and under an article."""

    original: Original
    article: Article
    passages: Passages

    @cached_property
    def _citer(self) -> Citer:
        return Citer(self.article)

    def headline(self) -> Iterator[Draft]:
        """Draft the headline, if there is one."""
        headings = [each for each in self.passages.of_shape(Shape.HEADLINE) if each.number <= 2]
        if self.original.has_headline:
            cited = [self._citer.cite(each.start, each.end, "headline") for each in headings]
            yield Draft("headline", phrasings.HEADLINE, f'The headline is "{self.original.title}".', some(*cited))

    def around(self) -> Iterator[Draft]:
        """Draft what stands around the story; a draft that proves nothing is left out later."""
        printed = [(each.start, each.end) for each in self.passages.of_shape(Shape.SOURCES)]
        around, under = self.passages.around, "Under the story stands"
        yield self._printed("author", phrasings.AUTHOR, "The byline reads", around(Around.BYLINE), "narration")
        yield self._printed("correction", phrasings.CORRECTION, under, around(Around.CORRECTION), "narration")
        yield self._printed("photo-credit", phrasings.CREDIT, under, around(Around.CREDIT), "credit")
        yield from self._day()
        yield self._printed("sources", phrasings.SOURCES, under, [*printed, *around(Around.SOURCES)], "sources")
        for paragraph in self.passages.of_shape(Shape.CAPTION):
            yield from self._photo(paragraph)

    def _day(self) -> Iterator[Draft]:
        lines = (each for shape in (Shape.DAY, Shape.BYLINE) for each in self.passages.of_shape(shape))
        line = next((each for each in lines if self.original.date and self.original.date in each.text), None)
        span = (line.start, line.end) if line else self._dateline()
        if span:
            yield self._printed("publication-date", phrasings.PUBLISHED, "Above the story stands", [span], "narration")

    def _dateline(self) -> Span | None:
        """Return the dateline that has the day."""
        day = self.original.date
        for each in self.article.paragraphs if day else ():
            dateline = dateline_of(each.text)
            if dateline and dateline.day == day:
                return each.start, each.start + dateline.shown
        return None

    def _printed(self, name: str, questions: Sequence[str], lead: str, spans: Sequence[Span], kind: str) -> Draft:
        """Quote what is printed around the story; a draft that proves nothing is left out."""
        quoted = listed([f'"{_bare(text)}"' for text in map(self._text, spans) if text])
        return Draft(name, questions, f"{lead} {quoted}.", some(*(self._citer.cite(*span, kind) for span in spans)))

    def _photo(self, paragraph: Paragraph) -> Iterator[Draft]:
        caption, credit = self.passages.caption(paragraph)
        shown, owed = self._text(caption), self._text(credit)
        yield Draft("photo", phrasings.PHOTO, f"The caption says: {shown}", some(self._citer.cite(*caption, "caption")))
        yield Draft(
            "photo-credit", phrasings.CREDIT, f'The credit is "{owed}".', some(self._citer.cite(*credit, "credit"))
        )

    def _text(self, span: Span) -> str:
        return " ".join(self.article.text[slice(*span)].split())


def _bare(printed: str) -> str:
    """Return a printed line less the brackets around it and its full stop."""
    inside = printed[1:-1] if printed[:1] == "(" and printed[-1:] == ")" else printed
    return inside.removesuffix(".")
