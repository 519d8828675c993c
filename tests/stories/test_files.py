"""What lies in a folder in place of a file: links, folders and pipes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.knowledge_folder import ARTICLE
from tests.stories.loading import StoryFolder, faults, story


@pytest.mark.parametrize("part", ["story.yaml", "article.txt", "entries/all.yaml"])
def test_a_link_that_leads_out_is_refused(story_folder: StoryFolder, tmp_path: Path, part: str) -> None:
    """A file outside the folder is not read, however it is linked."""
    folder = story_folder()
    outside = tmp_path / "outside"
    (folder / part).rename(outside)
    (folder / part).symlink_to(outside)
    found = faults(folder)
    assert f"{part}: The file leads out of the story's folder. Put the file itself here, not a link." in found


def test_a_linked_folder_of_entries_is_refused(story_folder: StoryFolder, tmp_path: Path) -> None:
    """The whole folder of entries linked from outside is not read either."""
    folder = story_folder()
    (folder / "entries").rename(tmp_path / "outside")
    (folder / "entries").symlink_to(tmp_path / "outside", target_is_directory=True)
    (fault,) = faults(folder)
    assert fault.startswith("entries/all.yaml: The file leads out of the story's folder.")


def test_a_link_inside_the_folder_is_read(story_folder: StoryFolder) -> None:
    """A link to a file of the same folder is as good as the file."""
    folder = story_folder()
    (folder / "article.txt").rename(folder / "text.txt")
    (folder / "article.txt").symlink_to("text.txt")
    assert story(folder).article.text == ARTICLE


@pytest.mark.parametrize("part", ["story.yaml", "article.txt", "entries/more.yaml"])
@pytest.mark.parametrize("target", ["itself", "nowhere"])
def test_a_link_to_itself_or_to_nothing_is_a_fault(story_folder: StoryFolder, part: str, target: str) -> None:
    """A broken link is named, and never a traceback."""
    folder = story_folder()
    (folder / part).unlink(missing_ok=True)
    (folder / part).symlink_to(Path(part).name if target == "itself" else "nowhere")
    assert any(fault.startswith(f"{part}: The link leads nowhere.") for fault in faults(folder))


@pytest.mark.parametrize("part", ["story.yaml", "article.txt", "entries/more.yaml"])
def test_a_folder_in_the_place_of_a_file_is_a_fault(story_folder: StoryFolder, part: str) -> None:
    """A directory that is called like a file is named, and never a traceback."""
    folder = story_folder()
    (folder / part).unlink(missing_ok=True)
    (folder / part).mkdir()
    assert any(fault.startswith(f"{part}: This is a folder, not a file.") for fault in faults(folder))


def test_what_is_no_regular_file_is_not_read(story_folder: StoryFolder) -> None:
    """Reading a pipe would wait for ever."""
    folder = story_folder(article=None)
    os.mkfifo(folder / "article.txt")
    assert "article.txt: This is no regular file. Put a regular file in its place." in faults(folder)
