"""Why an edit can't be made as it was asked for."""

from __future__ import annotations

from enum import StrEnum

from bot.errors import BotError


class Trouble(StrEnum):
    """What stands in the way."""

    ENTRY_GONE = "entry-gone"
    ENTRY_CHANGED = "entry-changed"
    STORY_GONE = "story-gone"
    UNUSUAL_FILE = "unusual-file"
    NO_QUESTION = "no-question"
    NO_ANSWER = "no-answer"
    NOTHING_NEW = "nothing-new"
    TOO_LONG = "too-long"


class EditError(BotError):
    """An edit that can't be made; ``trouble`` says why."""

    def __init__(self, trouble: Trouble) -> None:
        """Take the reason."""
        super().__init__(trouble)
        self.trouble = trouble
