"""Warnings about a story's files: names that are not read, and drafts that are left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.checking import Kind, check_knowledge
from tests.knowledge_folder import ENTRIES

StoryFolder = Callable[..., Path]


def said(folder: Path, kind: Kind) -> list[str]:
    """The warnings of a kind, with files named from inside the folder."""
    return [str(each).replace(f"{folder}/", "") for each in check_knowledge(folder).warnings if each.kind is kind]


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("vote.yaml.txt", "Rename it to vote.yaml."),
        ("vote.txt", "Rename it to vote.yaml."),
        ("vote", "Rename it to vote.yaml."),
        ("all.yaml.bak", "There is all.yaml too: keep one."),
    ],
)
def test_a_file_of_another_ending_is_named(story_folder: StoryFolder, name: str, remedy: str) -> None:
    """What Windows makes of a file vanishes from the story without a word else."""
    folder = story_folder(entries={"all.yaml": ENTRIES, name: "- id: a\n"})
    assert said(folder, Kind.FILE) == [
        f"entries/{name}: The file {name} is not read: only files whose names end in .yaml are. {remedy}"
    ]


def test_hidden_files_are_meant_so(story_folder: StoryFolder) -> None:
    """Editors and backups put them there; and .yml is read."""
    folder = story_folder(entries={"all.yaml": ENTRIES, ".all.yaml.swp": "x", "all.yaml~": "x", "b.yml": "[]"})
    assert said(folder, Kind.FILE) == []


def test_a_folder_among_the_entries_is_named(story_folder: StoryFolder) -> None:
    """What lies in it is not read."""
    folder = story_folder()
    (folder / "entries/more").mkdir()
    assert said(folder, Kind.FILE) == [
        "entries/more: The folder more is not read: only files whose names end in .yaml are. Move its files one up."
    ]


@pytest.mark.parametrize(("marks", "told"), [(1, "1 entry is"), (3, "3 entries are")])
def test_drafts_are_counted(story_folder: StoryFolder, marks: int, told: str) -> None:
    """In one warning, not one each; the line at the top that only speaks of drafts is none."""
    marked = "# DRAFTS, made by `python -m bot new`.\n" + "# DRAFT\n" * marks + ENTRIES
    (warning,) = said(story_folder(entries=marked), Kind.DRAFT)
    assert warning.startswith(f"entries/all.yaml: {told} still marked DRAFT: nobody has looked at what was guessed. ")
    assert warning.endswith(", and take the mark off.")


def test_without_marks_nothing_is_said(story_folder: StoryFolder) -> None:
    """Neither of a text that has the word."""
    assert said(story_folder(entries=f"# A DRAFT of mine\n{ENTRIES}"), Kind.DRAFT) == []
