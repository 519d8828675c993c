"""People of story.yaml whom nothing but near entries asks for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.checking.people import denied_people
from bot.stories import load_library

StoryFolder = Callable[..., Path]
STORY = "title: Hall closes\npeople:\n  - {name: Anton Aas, role: treasurer, aliases: [Toni]}\n"
ARTICLE = "Hall closes\n\nThe treasurer, Anton Aas, was against it. It has cost the town too much.\n"
NEAR = "- id: since\n  in_story: false\n  questions: [How long has {} been there?]\n  answer: Not said.\n"
KNOWN = '- id: who\n  questions: [{}]\n  answer: He was.\n  citations: [{{quote: "was against it."}}]\n'


@pytest.mark.parametrize(
    ("near", "known", "called"),
    [
        ("Anton Aas", "What has it cost?", "Anton Aas"),
        ("Aas", "What has it cost?", "Anton Aas"),
        ("Toni", "What has it cost?", "Anton Aas"),
        ("the Treasurer", "Who is Anton Aas?", "“treasurer” (Anton Aas)"),
    ],
)
def test_a_person_whom_only_near_entries_ask_for(story_folder: StoryFolder, near: str, known: str, called: str) -> None:
    """By any name, or by the role: that is how people ask."""
    folder = story_folder(story=STORY, article=ARTICLE, entries=NEAR.format(near) + KNOWN.format(known))
    (concern,) = denied_people(load_library(folder).stories[0])
    assert concern.problem == f"Only entries that the story does not answer ask for {called}: since."
    assert concern.remedy == "Write an entry on who Anton Aas is, with phrasings by name and by role."


@pytest.mark.parametrize(
    ("near", "known"),
    [
        ("Anton Aas", "Who is Aas?"),
        ("the treasurer", "who is the treasurer"),
        ("he", "What has it cost?"),  # nobody asks for him at all
    ],
)
def test_who_is_asked_for_otherwise_too(story_folder: StoryFolder, near: str, known: str) -> None:
    """One phrasing of an answerable entry is enough."""
    folder = story_folder(story=STORY, article=ARTICLE, entries=NEAR.format(near) + KNOWN.format(known))
    assert list(denied_people(load_library(folder).stories[0])) == []
