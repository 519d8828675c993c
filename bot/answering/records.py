"""What goes up from an answer: plain records, the same for Discord, the terminal and JSON lines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.answering import phrases
from bot.stories import Citation, Entry, Story

_LIKELY = 0.03
_IN_VAIN = frozenset(
    each.key
    for each in (
        phrases.CLOSE_CALL,
        phrases.NOT_SAID,
        phrases.NOT_FOUND,
        phrases.NOTHING_NEAR,
        phrases.NOT_ABOUT_STORY,
    )
)


class Outcome(StrEnum):
    """How a question ended."""

    ANSWERED = "answered"
    NOT_IN_STORY = "not_in_story"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Offer:
    """An entry that is offered or was considered."""

    story: Story
    entry: Entry
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question.

    score: 0 to 1, how sure it is that the story answers the question; the figure that the outcome was decided on.
    offers: up to three questions that the story does answer, empty when answered.
    also: the entry that answers the other half of a question in two parts.
    """

    outcome: Outcome
    text: str
    score: float
    version: str
    story: Story | None = None
    entry: Entry | None = None
    citations: tuple[Citation, ...] = ()
    candidates: tuple[Offer, ...] = ()
    offers: tuple[Offer, ...] = ()
    also: Entry | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries that the text is from."""
        return tuple(entry for entry in (self.entry, self.also) if entry is not None)

    @property
    def is_in_vain(self) -> bool:
        """Whether somebody wanted to know something and did not get it: no small talk, and nothing curated."""
        return self.entry is None and getattr(self.text, "key", "") in _IN_VAIN

    @property
    def worth_offering(self) -> tuple[Offer, ...]:
        """The offers to show: beside a near answer only those that the question may well have meant."""
        return worth_offering(self.entry, self.offers)


def worth_offering(entry: Entry | None, offers: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """Return the offers that are shown beside the answer of an entry, all of them where there is none."""
    return offers if entry is None else tuple(offer for offer in offers if offer.share >= _LIKELY)
