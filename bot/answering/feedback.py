"""What readers say of an answer. Whoever keeps it gives the desk something with a ``take``."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from bot.answering.records import Answer, Outcome

_log = logging.getLogger(__name__)


class Reason(StrEnum):
    """Why an answer is called wrong."""

    WRONG_QUESTION = "wrong-question"
    WRONG_ANSWER = "wrong-answer"
    WRONG_SPEAKER = "wrong-speaker"
    UNFAIR = "unfair"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Vote:
    """One reader's word on an answer: nothing in it says who that is. The note is left out of what is printed."""

    story: str
    entry: str
    version: str
    reason: Reason
    note: str = field(default="", repr=False)


class Feedback(Protocol):
    """Takes votes; must neither block nor raise."""

    def take(self, vote: Vote) -> None:
        """Keep a vote."""


class Recorder(Protocol):
    """Takes what was asked in vain; must neither block nor raise."""

    def asked(self, question: str, answer: Answer) -> None:
        """Keep a question that was not answered."""


class Meter(Protocol):
    """Counts answers; must neither block nor raise."""

    def answered(self, outcome: Outcome, seconds: float) -> None:
        """Count an answer, and how long it took."""


class LoggedFeedback:
    """Writes votes to the log: the note, which may be personal, only where questions are written too."""

    def take(self, vote: Vote) -> None:
        """Log a vote."""
        _log.info("an answer was called wrong: %s", vote)
        if vote.note:
            _log.debug("the note was: %s", vote.note)
