"""All stories of a folder: found, verified whole, and named by their content."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.stories import KnowledgeError, load_library
from bot.stories.library import story_folders

StoryFolder = Callable[..., Path]


def test_every_folder_with_a_story_is_a_story(story_folder: StoryFolder, tmp_path: Path) -> None:
    """Stories lie side by side or deeper, in the order of their names; other folders are passed over."""
    for name in ("b", "a", "year/c", ".hidden/d"):
        story_folder(name)
    (tmp_path / "knowledge" / "drafts").mkdir()
    library = load_library(tmp_path / "knowledge")
    assert [story.id for story in library.stories] == ["a", "b", "c"]
    assert [(story.id, entry.id) for story, entry in library.entries()][:3] == [
        ("a", "opening-day"),
        ("a", "cost"),
        ("b", "opening-day"),
    ]
    found = library.story("b")
    assert found is not None
    assert found.id == "b"
    assert library.story("d") is None


def test_a_story_folder_may_be_named_itself(story_folder: StoryFolder) -> None:
    """The folder that is given may be the story."""
    folder = story_folder("a")
    assert story_folders(folder) == [folder]
    assert [story.id for story in load_library(folder).stories] == ["a"]


def test_the_same_bytes_have_the_same_version(story_folder: StoryFolder, tmp_path: Path) -> None:
    """The version depends on content alone, not on where the folder lies or when it was written."""
    one, other = story_folder("one/bridge"), story_folder("other/bridge")
    assert load_library(one).version == load_library(other).version
    assert load_library(one).digest == load_library(other).digest
    (one / "notes.txt").write_text("not read", encoding="utf-8")
    assert load_library(one).version == load_library(other).version
    assert load_library(one).digest.startswith(load_library(one).version)


@pytest.mark.parametrize("part", ["story.yaml", "article.txt", "entries/all.yaml"])
def test_the_version_changes_with_a_byte(story_folder: StoryFolder, part: str) -> None:
    """One byte more in any file that is read is another version, even if it means nothing."""
    folder = story_folder()
    before = load_library(folder).version
    with (folder / part).open("ab") as file:
        file.write(b"\n")
    assert load_library(folder).version != before


def test_the_version_changes_with_a_files_name(story_folder: StoryFolder) -> None:
    """A file of entries under another name is another version, for the name is a topic."""
    folder = story_folder()
    before = load_library(folder).version
    (folder / "entries/all.yaml").rename(folder / "entries/some.yaml")
    assert load_library(folder).version != before


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "missing",
            "There is no such knowledge folder. Correct the path on the command line, or KNOWLEDGE_DIR where none is "
            "named there.",
        ),
        (
            "a-file",
            "This is a file, no knowledge folder. Name the folder it is in, on the command line or in KNOWLEDGE_DIR.",
        ),
    ],
)
def test_a_missing_folder_is_named(tmp_path: Path, name: str, told: str) -> None:
    """No such folder, or a file in its place: one fault that says what to set."""
    (tmp_path / "a-file").write_text("x", encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_library(tmp_path / name)
    assert str(caught.value) == f"{tmp_path / name}: {told}"


def test_a_folder_without_a_story_is_named(tmp_path: Path) -> None:
    """An empty folder is a fault that says what a story is."""
    with pytest.raises(KnowledgeError) as caught:
        load_library(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path}: There is no story in the knowledge folder. "
        "A story is a folder with story.yaml, article.txt and entries/."
    )


@pytest.mark.parametrize("below", [".", "bridge"])
def test_a_folder_that_lacks_its_story_yaml_is_named(story_folder: StoryFolder, tmp_path: Path, below: str) -> None:
    """The folder is there, and so is the rest of it, at the place named or one below."""
    folder = story_folder(story=None)
    with pytest.raises(KnowledgeError) as caught:
        load_library(folder.parent if below == "bridge" else folder)
    assert str(caught.value) == f"{folder}: There is no story.yaml in this folder. Add it, with a `title:` at least."


def test_one_bad_story_refuses_all(story_folder: StoryFolder, tmp_path: Path) -> None:
    """Nothing half loaded: the faults of all stories come at once, in the order of files and lines."""
    story_folder("good")
    story_folder("worse", article=None, story="kicker: K\nurls: T\n", entries={"a.yaml": "x: 1\n"})
    story_folder("bad", story="title: ''\n")
    with pytest.raises(KnowledgeError) as caught:
        load_library(tmp_path / "knowledge")
    places = [(fault.file.relative_to(tmp_path / "knowledge").as_posix(), fault.line) for fault in caught.value.faults]
    assert places == [
        ("bad/story.yaml", 1),
        ("worse/article.txt", None),
        ("worse/entries/a.yaml", 1),
        ("worse/story.yaml", 1),
        ("worse/story.yaml", 2),
    ]
    assert str(caught.value) == "\n".join(map(str, caught.value.faults))


def test_two_stories_of_one_name_are_refused(story_folder: StoryFolder, tmp_path: Path) -> None:
    """A story's id is its folder's name, so the name may stand once."""
    story_folder("one/bridge")
    story_folder("other/bridge")
    with pytest.raises(KnowledgeError, match=r"Two story folders are called bridge\. Rename one of them\."):
        load_library(tmp_path / "knowledge")


def test_two_stories_may_use_the_same_entry_ids(story_folder: StoryFolder, tmp_path: Path) -> None:
    """Entry ids are unique within a story."""
    story_folder("a")
    story_folder("b")
    assert len(list(load_library(tmp_path / "knowledge").entries())) == 4
