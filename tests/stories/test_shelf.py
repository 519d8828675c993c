"""Reading a folder again: what has not changed is the very same, and no fault is overlooked for that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.stories import KnowledgeError, Library, Shelf, load_library
from tests.knowledge_folder import ENTRIES

StoryFolder = Callable[..., Path]

ONE = """\
- id: bridge
  questions: [Which bridge is closed?]
  answer: The old one.
  citations:
    - quote: The old bridge was closed on Monday.
  follow_ups:
    boats: [which one]
"""
TWO = """\
- id: boats
  questions: [How many boats pass?]
  answer: The harbour claimed that 3,000 boats pass every year.
  citations:
    - quote: The harbour claimed that 3,000 boats pass below it every year.
"""
# What is written into which file, None to remove it.
EDITS: dict[str, tuple[str, str | None]] = {
    "nothing": ("entries/one.yaml", ONE),
    "an answer": ("entries/two.yaml", TWO.replace("every year.", "each year.", 1)),
    "a line above": ("entries/two.yaml", f"# Boats.\n{TWO}"),
    "an id that stands in a file after it": ("entries/one.yaml", ONE.replace("id: bridge", "id: boats")),
    "an id that stands in a file before it": ("entries/two.yaml", f"{TWO}{ONE.replace('boats', 'bridge')}"),
    "an id that is followed": ("entries/two.yaml", TWO.replace("id: boats", "id: ships")),
    "a file that is followed": ("entries/two.yaml", None),
    "a new file": ("entries/three.yaml", ENTRIES),
    "a quote": ("entries/two.yaml", TWO.replace("3,000 boats pass below", "4,000 boats pass below")),
    "broken YAML": ("entries/one.yaml", "- ["),
    "the article": ("article.txt", "Old bridge closed\n\nThe old bridge was closed on Monday.\n"),
    "a speaker": ("story.yaml", "title: Old bridge closed\nspeakers:\n  - name: Ann Hill\n    role: major\n"),
    "a broken head": ("story.yaml", "titel: Old bridge closed\n"),
}


@pytest.fixture
def folder(story_folder: StoryFolder) -> Path:
    """A story with two files of entries, one of which follows the other."""
    return story_folder(entries={"one.yaml": ONE, "two.yaml": TWO})


def outcome(folder: Path, shelf: Shelf | None = None) -> Library | str:
    """Return the library, or all faults as they are shown."""
    try:
        return load_library(folder, shelf)
    except KnowledgeError as error:
        return str(error)


def edit(folder: Path, file: str, text: str | None) -> None:
    """Write a file, or remove it."""
    if text is None:
        (folder / file).unlink()
    else:
        (folder / file).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("then", EDITS)
@pytest.mark.parametrize("first", EDITS)
def test_reading_again_finds_what_reading_afresh_does(first: str, then: str, folder: Path) -> None:
    """After any two edits, faulty ones too, the library or its faults are those of a reader who knows nothing."""
    shelf = Shelf()
    load_library(folder, shelf)
    for which in (first, then):
        before = {file: file.read_text(encoding="utf-8") for file in folder.rglob("*.*") if file.is_file()}
        edit(folder, *EDITS[which])
        assert outcome(folder, shelf) == outcome(folder)
        if which == first:
            edit(folder, EDITS[which][0], before.get(folder / EDITS[which][0]))
            assert outcome(folder, shelf) == outcome(folder)


def lines_of(library: Library) -> list[object]:
    """Where the parts of all entries stand."""
    return [entry.lines for _, entry in library.entries()]


def test_lines_are_those_of_the_file_as_it_is(folder: Path) -> None:
    """Equal entries may stand at other lines, which faults and reports name."""
    shelf = Shelf()
    load_library(folder, shelf)
    edit(folder, *EDITS["a line above"])
    assert lines_of(load_library(folder, shelf)) == lines_of(load_library(folder))


def test_what_has_not_changed_is_shared(folder: Path) -> None:
    """The entries of a file that stayed are the same objects, those of one that changed are not."""
    shelf = Shelf()
    before = [entry for _, entry in load_library(folder, shelf).entries()]
    edit(folder, *EDITS["a line above"])
    after = [entry for _, entry in load_library(folder, shelf).entries()]
    assert before == after
    assert [one is other for one, other in zip(before, after, strict=True)] == [True, False]


@pytest.mark.parametrize("what", ["the article", "a speaker"])
def test_all_is_read_again_where_all_depends_on_it(what: str, folder: Path) -> None:
    """A quote may not stand in another article, nor a speaker in another story.yaml."""
    edit(folder, "entries/one.yaml", ONE.replace("boats", "bridge"))
    edit(folder, "entries/two.yaml", None)
    shelf = Shelf()
    before = [entry for _, entry in load_library(folder, shelf).entries()]
    edit(folder, *EDITS[what])
    after = [entry for _, entry in load_library(folder, shelf).entries()]
    assert not any(one is other for one, other in zip(before, after, strict=True))


def test_what_was_not_read_lately_is_forgotten(folder: Path) -> None:
    """A shelf holds one reading, not all there ever were."""
    shelf = Shelf()
    first = load_library(folder, shelf)
    edit(folder, *EDITS["a line above"])
    load_library(folder, shelf)
    edit(folder, "entries/two.yaml", TWO)
    again = load_library(folder, shelf)
    shared = [one is other for (_, one), (_, other) in zip(first.entries(), again.entries(), strict=True)]
    assert shared == [True, False]
