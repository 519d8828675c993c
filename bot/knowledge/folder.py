"""Writing into a knowledge folder: tried on a copy, replaced in one step, and with a backup beside."""

from __future__ import annotations

import contextlib
import glob
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from bot.stories import KnowledgeError, Library, load_library

BACKUPS = ".backups"
MOST_BACKUPS = 10
# Replacing a file takes a moment: what is older than this, nobody works on any more.
_LEFT_SECONDS = 60.0
_KINDS = (".yaml", ".yml", ".txt")


@dataclass(frozen=True, slots=True)
class FolderChange:
    """New bytes for one file.

    file: relative to the knowledge folder. before: what it holds, None if it does not exist yet.
    base: the digest of the folder's library that the change was made for.
    """

    file: Path
    before: bytes | None
    after: bytes
    base: str


def is_writable(library: Library) -> bool:
    """Tell whether the files of a library's entries can be replaced, which takes the right to write beside them."""
    places = {entry.file.parent for _, entry in library.entries() if entry.file}
    return all(os.access(place, os.W_OK | os.X_OK) for place in places)


def trial(folder: Path, change: FolderChange) -> Library:
    """Load a folder as it would be after a change; raise KnowledgeError with its faults, the folder's names in them."""
    with tempfile.TemporaryDirectory(prefix="verbatim-") as place:
        # A story may be the folder itself, and has its name then.
        copy = Path(place) / folder.resolve().name
        shutil.copytree(folder, copy, ignore=_ignored, symlinks=True)
        _repoint(copy, folder.resolve())
        (copy / change.file).write_bytes(change.after)
        try:
            return _moved(load_library(copy), copy, folder)
        except KnowledgeError as error:
            faults = [replace(fault, file=folder / fault.file.relative_to(copy)) for fault in error.faults]
            raise KnowledgeError(faults) from None


def _repoint(copy: Path, folder: Path) -> None:
    """Let links that name a place in the folder by its whole path name the same place in the copy."""
    for link in (each for each in copy.rglob("*") if each.is_symlink()):
        to = Path(os.path.realpath(link))
        if link.readlink().is_absolute() and to.is_relative_to(folder):
            link.unlink()
            link.symlink_to(copy / to.relative_to(folder))


def _ignored(folder: str, names: list[str]) -> set[str]:
    """Leave out what is no part of a story, and what can't be copied: pipes, sockets, devices."""
    return {name for name in names if name.startswith(".") or not _is_copied(Path(folder) / name)}


def _is_copied(file: Path) -> bool:
    if file.is_symlink():
        return file.name.endswith(_KINDS) or file.is_dir()
    return file.is_dir() or (file.name.endswith(_KINDS) and file.is_file())


def _moved(library: Library, copy: Path, folder: Path) -> Library:
    """Return a library whose entries say where they stand in the folder, not in its copy."""
    stories = []
    for story in library.stories:
        entries = (
            replace(entry, file=folder / entry.file.relative_to(copy)) if entry.file else entry
            for entry in story.entries
        )
        stories.append(replace(story, entries=tuple(entries)))
    return replace(library, stories=tuple(stories))


@dataclass
class Written:
    """A file that was replaced; it gets its old content back unless it is kept."""

    is_kept: bool = False

    def keep(self) -> None:
        """Let the new content stay."""
        self.is_kept = True


@contextlib.contextmanager
def written(folder: Path, change: FolderChange) -> Iterator[Written]:
    """Replace a file in one step, its old content kept beside; take that back unless told to keep the new one."""
    file, done = folder / change.file, Written()
    if change.before is not None:
        _back_up(file)
    replace_file(file, change.after)
    try:
        yield done
    finally:
        if not done.is_kept:
            if change.before is None:
                file.unlink(missing_ok=True)
            else:
                replace_file(file, change.before)


def replace_file(file: Path, data: bytes) -> None:
    """Give a file other content, whole or not at all."""
    _sweep(file)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        with contextlib.suppress(FileNotFoundError):
            shutil.copymode(file, beside)
        beside.replace(file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _sweep(file: Path) -> None:
    """Remove what a program that was killed while it replaced a file has left beside it."""
    for left in file.parent.glob(f".{glob.escape(file.name)}.*"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT_SECONDS:
                left.unlink()


def _back_up(file: Path) -> None:
    """Copy a file beside, and drop the oldest copies."""
    backups = file.parent / BACKUPS
    backups.mkdir(exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    # Whole or not at all: half a backup would be worse than none.
    replace_file(backups / f"{file.name}.{stamp}", file.read_bytes())
    kept = sorted(backups.glob(f"{glob.escape(file.name)}.*"), key=lambda each: each.name)
    for old in kept[:-MOST_BACKUPS]:
        old.unlink(missing_ok=True)
