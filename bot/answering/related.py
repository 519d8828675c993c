"""What somebody may want to ask next: questions like this one that show something else."""

from __future__ import annotations

from bot.answering.answerer import Answerer
from bot.answering.records import Offer
from bot.stories import Entry, Story

_MOST = 3
_LOOKED_AT = 15


def related(answerer: Answerer, story: Story, entry: Entry) -> tuple[Offer, ...]:
    """Return up to three questions that the same story answers with other words than this entry's."""
    match = answerer.matcher.match(entry.question, most=_LOOKED_AT)
    shown = [_evidence(entry)]
    found: list[Offer] = []
    for candidate in match.answerable:
        evidence = _evidence(candidate.entry)
        if candidate.story.id == story.id and candidate.entry.id != entry.id and evidence not in shown:
            found.append(Offer(candidate.story, candidate.entry, candidate.share))
            shown.append(evidence)
    return tuple(found[:_MOST])


def _evidence(entry: Entry) -> tuple[int, int] | str:
    """Return the first slice that an entry shows; what shows nothing is told by its id."""
    return (entry.citations[0].start, entry.citations[0].end) if entry.citations else entry.id
