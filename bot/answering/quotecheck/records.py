"""What goes up from checking a quote: plain, frozen records."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bot.answering.quotecheck.marks import Span


class Verdict(StrEnum):
    """What a posted quote is, from the best to the worst."""

    EXACT = "exact"
    MISATTRIBUTED = "misattributed"
    ALTERED = "altered"
    STITCHED = "stitched"
    NOT_IN_STORY = "not_in_story"

    @property
    def badness(self) -> int:
        """0 for an exact quote, the more the worse."""
        return list(Verdict).index(self)


# Where a slice stands, whose words it is, and of what kind.
Voiced = tuple[int, int, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the article and what was posted instead; either may be empty.

    start, end: where the article's words stand, None where it has none.
    turns: whether the change turns the meaning round, as a lost negation or another number does.
    """

    said: str
    posted: str
    start: int | None = field(default=None, compare=False)
    end: int | None = field(default=None, compare=False)
    turns: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Misnamed:
    """Somebody named for words that are not theirs; ``speaker`` is whose they are.

    speaker: None where they are nobody's in particular, or several people's.
    owners: how many have a part in the words, the story itself too.
    partly: whether some of the words are theirs who is named.
    """

    named: str
    speaker: str | None = None
    kind: str | None = None
    owners: int = 1
    partly: bool = False


@dataclass(frozen=True, slots=True)
class CheckedQuote:
    """What one quote of a post turned out to be.

    posted: its words as they were posted.
    marked: whether something marks them as a quote.
    reordered: whether its pieces are of one quotation, or one paragraph, in another order.
    context: the whole sentences around it.
    is_cut: whether whoever speaks says more in these sentences.
    nearest: where nothing was found, the sentence that comes nearest.
    is_common: whether it is one word that the article has, and every other text too.
    """

    posted: str
    marked: bool
    verdict: Verdict
    slices: tuple[Voiced, ...] = ()
    differences: tuple[Difference, ...] = ()
    misnamed: Misnamed | None = None
    reordered: bool = False
    context: str | None = None
    is_cut: bool = False
    nearest: Voiced | None = None
    is_common: bool = False


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """The verdict on a post, which is that of its worst quote.

    speaker, kind: of the worst quote; None where pieces of several people were spliced.
    paragraph: where the worst quote stands.
    quotes: what each of the post's quotes turned out to be, in their order.
    """

    verdict: Verdict
    story: str
    speaker: str | None = None
    kind: str | None = None
    paragraph: int | None = None
    quotes: tuple[CheckedQuote, ...] = ()

    @property
    def context(self) -> str | None:
        """The whole sentences around the worst quote."""
        return max(self.quotes, key=lambda quote: quote.verdict.badness).context if self.quotes else None

    @property
    def slices(self) -> tuple[Voiced, ...]:
        """The original slices, each once; none of a post with words that the story does not have."""
        is_found = self.verdict is not Verdict.NOT_IN_STORY
        return tuple(dict.fromkeys(each for quote in self.quotes for each in quote.slices if is_found))

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the original slices stand."""
        return tuple((start, end) for start, end, _, _ in self.slices)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What differs in any of the quotes."""
        is_found = self.verdict is not Verdict.NOT_IN_STORY
        return tuple(each for quote in self.quotes for each in quote.differences if is_found)

    @property
    def has_words(self) -> bool:
        """Whether there are words of the story to show, be they those of one quote among several."""
        return any(quote.slices or quote.nearest for quote in self.quotes)

    @property
    def start(self) -> int | None:
        """Where the first slice starts."""
        return min((start for start, _ in self.spans), default=None)

    @property
    def end(self) -> int | None:
        """Where the last slice ends."""
        return max((end for _, end in self.spans), default=None)
