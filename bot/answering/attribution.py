"""Whose words a citation holds, in words."""

from __future__ import annotations

from bot.stories import Citation, Story

# Kinds of words that are nobody's in particular.
_UNSPOKEN = {
    "headline": "the headline",
    "caption": "the photo's caption",
    "credit": "the photo's credit",
    "sources": "the source line",
}


def attribution(citation: Citation, story: Story | None) -> str:
    """Say whose words a citation holds; what nobody said is never put into somebody's mouth."""
    if citation.kind in _UNSPOKEN:
        return _UNSPOKEN[citation.kind]
    speaker = story.speaker(citation.speaker) if story and citation.speaker else None
    name = f"{citation.speaker}, {speaker.role}" if speaker and speaker.role else citation.speaker
    if citation.kind == "quote":
        return name or "quoted in the story"
    if citation.kind == "reported":
        return f"the story, reporting {name}" if name else "the story, reporting"
    return f"the story, on {name}" if name else "the story's own words"
