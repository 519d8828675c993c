"""Disputed points as story.yaml has them: every statement is somebody's own words, and its speaker has a camp."""

from __future__ import annotations

from bot.stories.citations import CitationReader
from bot.stories.records import Citation, Dispute
from bot.stories.schema import CitationSource, StorySource
from bot.stories.yaml_source import Path


def read_disputes(head: StorySource, reader: CitationReader) -> tuple[Dispute, ...]:
    """Return the disputes of a story.yaml; whatever is wrong with one goes to the reader's ``fault``."""
    seen: dict[str, int | None] = {}
    return tuple(_dispute(head, number, reader, seen) for number in range(len(head.disputes)))


def _dispute(head: StorySource, number: int, reader: CitationReader, seen: dict[str, int | None]) -> Dispute:
    written = head.disputes[number]
    line = reader.source.line(("disputes", number, "id"))
    if written.id in seen:
        reader.fault(line, f"The id {written.id} stands already at line {seen[written.id]}.", "Choose another.", None)
    seen.setdefault(written.id, line)
    places: list[Path] = [("disputes", number, "statements", at) for at in range(len(written.statements))]
    found = (_statement(each, path, reader) for each, path in zip(written.statements, places, strict=True))
    return Dispute(written.id, written.point, tuple(filter(None, found)))


def _statement(written: CitationSource, path: Path, reader: CitationReader) -> Citation | None:
    speaker = reader.speaker(written.speaker)
    line = reader.source.line((*path, "speaker" if written.speaker else "quote"))
    if written.speaker is None:
        reader.fault(line, "A statement of a dispute has no speaker.", "Say with `speaker:` whose words it is.", None)
    elif speaker is None:
        reader.fault(
            line,
            f"The speaker {written.speaker} of a dispute is not in story.yaml.",
            "Add the speaker under `speakers:`, with a `camp:`.",
            None,
        )
        return None
    elif speaker.camp is None:
        reader.fault(line, f"The speaker {speaker.name} of a dispute has no camp.", "Add `camp:` to the speaker.", None)
    return reader.read(written, path, None)
