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
        ("Anton Aas", "What has it cost?", "Anton Aas by name"),
        ("Aas", "What has it cost?", "Anton Aas by name"),
        ("Toni", "What has it cost?", "Anton Aas by name"),
        ("the Treasurer", "Who is Anton Aas?", "“treasurer” (Anton Aas)"),
    ],
)
def test_a_person_whom_only_near_entries_ask_for(story_folder: StoryFolder, near: str, known: str, called: str) -> None:
    """By any name, or by the role: that is how people ask."""
    folder = story_folder(story=STORY, article=ARTICLE, entries=NEAR.format(near) + KNOWN.format(known))
    (concern,) = denied_people(load_library(folder).stories[0])
    assert concern.problem == f"Only entries that the story does not answer ask for {called}: since."
    assert concern.remedy == "Ask so in a phrasing of an entry that the story answers, or write one that does."


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


def test_the_entry_that_tells_of_somebody_is_named(story_folder: StoryFolder) -> None:
    """Its phrasings lack but the name; where several tell of the same, a curator chooses."""
    known = KNOWN.format("Who was against it?").replace("He was.", "Anton Aas.")
    for written, told in (known, "who"), (known + known.replace("who", "also"), "an entry that the story answers"):
        folder = story_folder(f"{told[:3]}/bridge", story=STORY, article=ARTICLE, entries=NEAR.format("Aas") + written)
        (concern,) = denied_people(load_library(folder).stories[0])
        assert concern.remedy == f"Ask so in a phrasing of {told}, or write one that does."


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Two people familiar with the talks", False),
        ("12 residents", False),
        ("A council spokesman", False),
        ("The assistant referee", False),
        ("The Harbour Board", True),
        ("Anton Aas", True),
    ],
)
def test_those_without_a_name(story_folder: StoryFolder, name: str, told: bool) -> None:
    """Who they are is what the story does not say."""
    near = NEAR.format(name).replace("How long has", "Who is")
    story = f"title: Hall closes\nspeakers: [{{name: {name}}}]\n"
    folder = story_folder(story=story, article=ARTICLE, entries=near + KNOWN.format("What has it cost?"))
    assert [each.text for each in denied_people(load_library(folder).stories[0])] == [name] * told
