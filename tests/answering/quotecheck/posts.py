"""What several tests of quote checking post."""

from __future__ import annotations

from bot.answering.quotecheck import QuoteCheck, QuoteChecker

TERRORIST = "If it looks like a terrorist, if it acts like a terrorist, if it walks like a terrorist"
PURPOSES = "their involvement has no ulterior purposes"
NATIONAL = "It’s only about the national interest of the Russian Federation"
FUTURE = "And that’s not a good future for Syria"


def slices(checker: QuoteChecker, found: QuoteCheck) -> list[str]:
    """The article's words that were found."""
    return [checker.story.article.text[start:end] for start, end in found.spans]
