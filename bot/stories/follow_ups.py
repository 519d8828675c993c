"""Follow-ups: what people ask next, whom an entry has just answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.stories.packed import FollowUps
from bot.stories.records import FollowUp
from bot.stories.schema import EntrySource, nearest
from bot.stories.yaml_source import Source


def follow_ups_of(made: EntrySource) -> FollowUps:
    """Return the follow-ups of an entry in the order in which they were written."""
    asked = ((after, question) for after, questions in made.follow_ups.items() for question in questions)
    return FollowUps(FollowUp(after, " ".join(question.split())) for after, question in asked)


def check_follow_ups(source: Source, ids: Iterable[str], fault: Callable[..., None]) -> None:
    """Check that every follow-up of a file comes after an entry that there is; ``ids`` are those of all files."""
    known = frozenset(ids)
    for number, item in enumerate(source.value):
        for after in item.get("follow_ups") or ():
            if after not in known:
                line = source.line((number, "follow_ups", after))
                fault(
                    line,
                    f"There is no entry `{after}` that a follow-up could come after.",
                    _meant(after, known),
                    item["id"],
                )


def _meant(name: str, ids: Iterable[str]) -> str:
    near = nearest(name, ids)
    return f"Did you mean `{near}`?" if near else "Write the id of the entry that people were answered with before."
