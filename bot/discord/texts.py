"""The sentences of the Discord side that are neither the story's nor the answering's, in one place."""

from __future__ import annotations

ASK_DESCRIPTION = "Ask the story in your own words; the answer comes with its exact words"
ASK_QUESTION = "Your question, or pick one from the list"
ASK_ME = "Ask me anything about the story, in your own words: mention me with your question, or use /ask."
UNREADABLE_REPLY = (
    "Discord shows me a reply only if it pings me. Turn the @ of the reply on, or mention me with your question."
)
PICK = "Reply with a number, or ask in other words."
PICK_SLASH = "Use /ask with one of these, or ask in other words."
TOO_LONG_QUOTE = "The words stand in paragraph {number}; they are too long for one message."
FAILED = "Something went wrong on my side. It has been noted; please try again in a moment."
