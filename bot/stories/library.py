"""All stories that are loaded: immutable, verified whole, and named by a hash of their content."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.stories.faults import Fault, KnowledgeError
from bot.stories.records import Entry, Story
from bot.stories.shelf import Shelf

_DEEPEST = 6


@dataclass(frozen=True)
class Library:
    """The loaded stories; ``digest`` and its short form ``version`` change when a byte of a file does."""

    stories: tuple[Story, ...]
    version: str
    digest: str = ""

    def story(self, name: str) -> Story | None:
        """Return the story of that id."""
        return next((story for story in self.stories if story.id == name), None)

    def entries(self) -> Iterator[tuple[Story, Entry]]:
        """Go through all entries of all stories."""
        return ((story, entry) for story in self.stories for entry in story.entries)


def story_folders(root: Path) -> list[Path]:
    """Return every folder under ``root``, itself included, that has a story.yaml."""
    found = []
    for folder, below, files in os.walk(root):
        depth = len(Path(folder).relative_to(root).parts)
        below[:] = sorted(name for name in below if not name.startswith(".") and depth < _DEEPEST)
        if "story.yaml" in files:
            found.append(Path(folder))
    return found


def load_library(root: Path, shelf: Shelf | None = None) -> Library:
    """Load and verify every story under ``root``; raise KnowledgeError with all faults of all files.

    What was read with the same ``shelf`` just before, and has not changed since, is not read again.
    """
    from bot.stories.loader import load_story  # who is given a library needs none of what loads one

    shelf = shelf or Shelf()
    loaded = [load_story(folder, shelf) for folder in _folders_or_fault(root)]
    shelf.turn()
    faults = [fault for each in loaded for fault in each.faults]
    stories = tuple(each.story for each in loaded if each.story is not None)
    faults += _twice(root, stories)
    if faults:
        raise KnowledgeError(faults)
    digest = hashlib.sha256(b"\0".join(each.content for each in loaded)).hexdigest()
    return Library(stories, digest[:8], digest)


def _folders_or_fault(root: Path) -> list[Path]:
    if _is(root.is_file):
        remedy = "Name the folder it is in, on the command line or in KNOWLEDGE_DIR."
        raise KnowledgeError([Fault(root.absolute(), None, None, "This is a file, no knowledge folder.", remedy)])
    if not _is(root.is_dir):
        raise KnowledgeError(
            [
                Fault(
                    # Whoever stands in another folder than they think sees what was looked for.
                    root.absolute(),
                    None,
                    None,
                    "There is no such knowledge folder.",
                    "Correct the path on the command line, or KNOWLEDGE_DIR where none is named there.",
                )
            ]
        )
    folders = story_folders(root)
    if not folders:
        raise KnowledgeError(
            [
                Fault(place, None, None, "There is no story.yaml in this folder.", "Add it, with a `title:` at least.")
                for place in _unfinished(root)
            ]
            or [
                Fault(
                    root,
                    None,
                    None,
                    "There is no story in the knowledge folder.",
                    "A story is a folder with story.yaml, article.txt and entries/.",
                )
            ]
        )
    return folders


def _unfinished(root: Path) -> list[Path]:
    """Return the folders that have all of a story but its story.yaml."""
    try:
        near = [root, *sorted(each for each in root.iterdir() if each.is_dir() and not each.name.startswith("."))]
        return [each for each in near if (each / "article.txt").is_file()]
    except OSError:
        return []


def _is(what: Callable[[], bool]) -> bool:
    try:
        return what()
    except OSError:
        # Its name is longer than any can be, for one.
        return False


def _twice(root: Path, stories: tuple[Story, ...]) -> list[Fault]:
    names = [story.id for story in stories]
    return [
        Fault(root, None, None, f"Two story folders are called {name}.", "Rename one of them.")
        for name in sorted({name for name in names if names.count(name) > 1})
    ]
