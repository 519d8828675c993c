"""Warnings about a story's files: those that are not read, and drafts that nobody has looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bot.checking.concerns import Concern, Kind
from bot.stories import Story
from bot.stories.files import ReadingError, read_inside
from bot.stories.printing import printable
from bot.stories.yaml_source import MOST_BYTES

_READ = frozenset({".yaml", ".yml"})
_DRAFT = re.compile(rb"^[ \t]*#[ \t]*DRAFT\b[ \t]*\r?$", re.MULTILINE)


def unread_files(story: Story) -> Iterator[Concern]:
    """Say which files in entries/ are not read, for their names end in something else."""
    for file in _beside(story):
        if file.suffix.casefold() not in _READ and not _is_left_over(file.name):
            kind = "folder" if file.is_dir() else "file"
            problem = f"The {kind} {printable(file.name)} is not read: only files whose names end in .yaml are."
            remedy = _remedy(file) if kind == "file" else "Move its files one up."
            yield Concern(Kind.FILE, story.id, file, None, None, problem, remedy)


def _is_left_over(name: str) -> bool:
    """Tell whether editors and systems put such files beside others."""
    return name.startswith(".") or name.endswith("~")


def _remedy(file: Path) -> str:
    """Name a file that would be read: without what an editor has hung on, or with another ending."""
    cut = Path(file.stem)
    better = cut.name if cut.suffix.casefold() in _READ else f"{file.stem}.yaml"
    taken = file.with_name(better).exists()
    return f"There is {printable(better)} too: keep one." if taken else f"Rename it to {printable(better)}."


def drafts(story: Story) -> Iterator[Concern]:
    """Count the marks of drafts that `new` made and nobody has taken off."""
    counts = {
        file: count for file in dict.fromkeys(entry.file for entry in story.entries) if (count := _marks(story, file))
    }
    total = sum(counts.values())
    if total:
        many = total > 1
        problem = (
            f"{total} entr{'ies are' if many else 'y is'} still marked DRAFT: nobody has looked at what was guessed."
        )
        remedy = f"Put {'each' if many else 'it'} right, and take the mark off."
        yield Concern(Kind.DRAFT, story.id, next(iter(counts)), None, None, problem, remedy)


def _marks(story: Story, file: Path | None) -> int:
    if file is None or story.folder is None:
        return 0
    try:
        return len(_DRAFT.findall(read_inside(file, story.folder, MOST_BYTES)))
    except ReadingError:
        # It has changed since it was loaded.
        return 0


def _beside(story: Story) -> list[Path]:
    try:
        return sorted((story.folder / "entries").iterdir()) if story.folder else []
    except OSError:
        return []
