"""Where the shipped knowledge lies, and what it is not sure of."""

from __future__ import annotations

from pathlib import Path

from bot.answering.answerer import Answerer
from bot.answering.records import Outcome

KNOWLEDGE = Path(__file__).resolve().parent.parent / "knowledge"
STORY = KNOWLEDGE / "russian-strikes-in-syria"

# Too little to be sure of; which of these the engine is not sure of changes with it and with the knowledge.
VAGUE = tuple(
    f"{subject} and {matter}"
    for subject in ("moscow", "the ruler", "washington", "the planes", "the caliphate", "the minister")
    for matter in ("the opposition", "staying", "the reason", "the future", "terror")
)


def close_call(answerer: Answerer) -> str:
    """A question for which the answerer offers others."""
    return next(question for question in VAGUE if answerer.ask(question).outcome is Outcome.UNSURE)
