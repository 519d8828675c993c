"""How much of an article its entries quote."""

from __future__ import annotations

from dataclasses import dataclass

from bot.stories.article import sentences
from bot.stories.records import Story


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many sentences the article has, and the ones that no entry quotes at least half of."""

    sentences: int
    uncovered: tuple[tuple[int, int], ...]


def coverage(story: Story) -> Coverage:
    """Compare the cited slices with the article's sentences."""
    cited = bytearray(len(story.article.text))
    for entry in story.entries:
        for citation in entry.citations:
            cited[citation.start : citation.end] = b"\1" * (citation.end - citation.start)
    spans = sentences(story.article)
    return Coverage(len(spans), tuple((start, end) for start, end in spans if sum(cited[start:end]) * 2 < end - start))
