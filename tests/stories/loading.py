"""What the tests of loading share: an entry to change, and the faults or the story of a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bot.stories import KnowledgeError, Story
from bot.stories.loader import load_story

StoryFolder = Callable[..., Path]

ONE = """\
- id: opening-day
  questions:
    - When does the bridge open?
  answer: Mayor Ann Hill said that it won't open before Sunday.
  citations:
    - quote: The bridge won't open before Sunday,
      speaker: Ann Hill
      kind: quote
"""
SHAPE = "has a value of the wrong shape."
UNUSABLE = "can't be used as it is."
ID_RULE = "Use letters, digits, `-`, `_` and `.`, at most 80, beginning with a letter or a digit."


def faults(folder: Path) -> list[str]:
    """The faults of a folder in order, with files named from inside it; there must be no story then."""
    loaded = load_story(folder)
    assert loaded.faults
    assert loaded.story is None
    return [str(fault).replace(f"{folder}/", "") for fault in KnowledgeError(loaded.faults).faults]


def story(folder: Path) -> Story:
    """The story of a folder that must load."""
    loaded = load_story(folder)
    assert not loaded.faults, loaded.faults
    assert loaded.story is not None
    return loaded.story


QUOTE = "      speaker: Ann Hill\n      kind: quote\n"
