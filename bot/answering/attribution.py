"""Whose words a citation holds, in words."""

from __future__ import annotations

from bot.stories import Citation, Story

# Kinds of words that are nobody's in particular.
_UNSPOKEN = {"headline": "headline", "caption": "photo caption", "credit": "photo credit", "sources": "source line"}


def attribution(citation: Citation, story: Story | None) -> str:
    """Say whose words a citation is; only a quote is ever somebody's spoken words."""
    if citation.kind in _UNSPOKEN:
        return _UNSPOKEN[citation.kind]
    who = with_role(citation.speaker, story) if citation.speaker else None
    if citation.kind == "quote":
        return f"{who}, quoted" if who else "quoted"
    if citation.kind == "reported":
        return f"reported of {who}" if who else "reported"
    return f"attributed to {who}" if who else "the article"


def with_role(name: str, story: Story | None) -> str:
    """Return a speaker's name with the role that the story gives, unless the name says it."""
    speaker = story.speaker(name) if story else None
    role = speaker.role if speaker else None
    return f"{name}, {role}" if role and role.casefold() not in name.casefold() else name
