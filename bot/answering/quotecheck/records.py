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


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the article and what was posted instead; either may be empty.

    ``start`` and ``end`` are where the article's words stand, None where it has none.
    """

    said: str
    posted: str
    start: int | None = field(default=None, compare=False)
    end: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """The verdict on a post: ``spans`` are the original slices, ``context`` the whole sentences around them.

    speaker, kind: of the worst quote; None where pieces of several people were spliced.
    voices: whose words each slice is, and of what kind.
    """

    verdict: Verdict
    story: str
    speaker: str | None = None
    kind: str | None = None
    spans: tuple[Span, ...] = ()
    paragraph: int | None = None
    context: str | None = None
    differences: tuple[Difference, ...] = ()
    voices: tuple[tuple[str | None, str | None], ...] = ()

    @property
    def slices(self) -> tuple[tuple[int, int, str | None, str | None], ...]:
        """The original slices: start, end, speaker, kind."""
        return tuple((*span, *voice) for span, voice in zip(self.spans, self.voices, strict=True))

    @property
    def start(self) -> int | None:
        """Where the first slice starts."""
        return min((start for start, _ in self.spans), default=None)

    @property
    def end(self) -> int | None:
        """Where the last slice ends."""
        return max((end for _, end in self.spans), default=None)
