"""How recording is going, in a line."""

from __future__ import annotations

from bot.discord.languages import Language
from bot.records import Condition


def records_line(condition: Condition, say: Language) -> str:
    """Return whether anything is kept, and what keeps it from being written."""
    if not condition.is_kept:
        return say("records-off")
    if condition.problem is None:
        return say("records-fine", days=condition.days)
    problem = say(f"records-problem-{condition.problem}")
    return say("records-trouble", problem=problem, waiting=condition.waiting, lost=condition.lost)
