"""Files of a knowledge folder are replaced whole or not at all, with a bounded number of backups."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.knowledge import folder as folders
from bot.knowledge.folder import BACKUPS, MOST_BACKUPS, FolderChange, is_writable, replace_file, trial, written
from bot.stories import load_library

MOUNT, UMOUNT = shutil.which("mount") or "", shutil.which("umount") or ""


def test_a_file_is_replaced_with_its_mode(tmp_path: Path) -> None:
    """And nothing is left beside it."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"old")
    file.chmod(0o640)
    replace_file(file, b"new")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new", 0o640)
    assert list(tmp_path.iterdir()) == [file]


def test_a_write_that_fails_leaves_the_old_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a full disk."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace_file(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_what_is_not_kept_is_taken_back(tmp_path: Path) -> None:
    """The old content, or that there was no file."""
    file, new = tmp_path / "a.yaml", tmp_path / "b.yaml"
    file.write_bytes(b"old")
    with written(tmp_path, FolderChange(Path("a.yaml"), b"old", b"new", "")):
        assert file.read_bytes() == b"new"
    assert file.read_bytes() == b"old"
    with written(tmp_path, FolderChange(Path("b.yaml"), None, b"new", "")):
        assert new.read_bytes() == b"new"
    assert not new.exists()
    with written(tmp_path, FolderChange(Path("b.yaml"), None, b"new", "")) as done:
        done.keep()
    assert new.read_bytes() == b"new"


def test_backups_are_bounded(tmp_path: Path) -> None:
    """The latest are kept, each file's by themselves."""
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_bytes(b"0")
    for number in range(1, MOST_BACKUPS + 4):
        change = FolderChange(Path("a.yaml"), f"{number - 1}".encode(), f"{number}".encode(), "")
        with written(tmp_path, change) as done:
            done.keep()
    with written(tmp_path, FolderChange(Path("b.yaml"), b"0", b"1", "")) as done:
        done.keep()
    kept = sorted(each for each in (tmp_path / BACKUPS).iterdir() if each.name.startswith("a.yaml"))
    assert [each.read_bytes() for each in kept] == [f"{number}".encode() for number in range(3, MOST_BACKUPS + 3)]


def test_a_read_only_folder_is_told(story_folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """If one of the stories' folders of entries is."""
    story_folder("bridge")
    entries = story_folder("ferry") / "entries"
    library = load_library(entries.parent.parent)
    assert is_writable(library)
    monkeypatch.setattr(folders.os, "access", lambda place, _: place != entries)
    assert not is_writable(library)


@pytest.mark.skipif(not (MOUNT and UMOUNT and sys.platform == "linux"), reason="only a Linux mounts like this")
def test_a_read_only_file_system_is_told(story_folder: Callable[..., Path], tmp_path: Path) -> None:
    """For root too, whom no permission of files holds back."""
    place = tmp_path / "mounted"
    place.mkdir()
    mounted = subprocess.run([MOUNT, "-t", "tmpfs", "none", str(place)], check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip("no right to mount")
    try:
        shutil.copytree(story_folder(), place / "bridge")
        assert is_writable(load_library(place))
        subprocess.run([MOUNT, "-o", "remount,ro", str(place)], check=True, capture_output=True)
        assert not is_writable(load_library(place))
        change = FolderChange(Path("bridge/entries/all.yaml"), b"", b"new", "")
        with pytest.raises(OSError, match="Read-only"), written(place, change):
            pass
    finally:
        subprocess.run([UMOUNT, str(place)], check=True, capture_output=True)


def test_a_change_is_tried_beside_whatever_else_lies_there(story_folder: Callable[..., Path]) -> None:
    """Links that lead nowhere, pictures, hidden folders: only what is part of a story is copied."""
    folder = story_folder()
    (folder / "notes.txt").symlink_to("nowhere")
    (folder / "picture.png").write_bytes(b"x")
    (folder / ".git").mkdir()
    (folder / "story link").symlink_to("entries")
    library = load_library(folder.parent)
    file = folder / "entries" / "all.yaml"
    change = FolderChange(Path("bridge/entries/all.yaml"), file.read_bytes(), file.read_bytes(), library.digest)
    assert trial(folder.parent, change).digest == library.digest


@pytest.mark.parametrize("whole", [True, False], ids=["by its whole path", "by its name"])
def test_a_link_within_the_folder_is_one_in_the_copy(story_folder: Callable[..., Path], whole: bool) -> None:
    """However it names its place; pipes beside it are left where they are, and hidden files are no part of a story."""
    folder = story_folder()
    (folder / "article.txt").rename(folder / "text.txt")
    (folder / "article.txt").symlink_to(folder / "text.txt" if whole else "text.txt")
    (folder / "entries" / ".all.yaml.swp.yaml").write_bytes(b"\xff")
    os.mkfifo(folder / "notes.txt")
    library = load_library(folder.parent)
    file = folder / "entries" / "all.yaml"
    change = FolderChange(Path("bridge/entries/all.yaml"), file.read_bytes(), file.read_bytes(), library.digest)
    assert trial(folder.parent, change).digest == library.digest
