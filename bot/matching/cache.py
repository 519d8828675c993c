"""What was learnt, kept on disk under a hash of everything it was learnt from. Safe to delete, and never trusted."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import zipfile
from functools import cache
from importlib.resources import files
from pathlib import Path

from bot.matching.learnt import Learnt, packed, unpacked
from bot.matching.scorers import HeadScorer
from bot.matching.sealed import DamagedError, read_sealed, write_sealed

_log = logging.getLogger(__name__)
_KEPT_FILES = 8


class Cache:
    """A folder of learnt models; a file begins with the SHA-256 of the rest."""

    def __init__(self, folder: Path) -> None:
        """Keep files in ``folder``, which is made when it is needed."""
        self.folder = folder
        self._told = False

    def load(self, digest: str, entries: int, classes: int) -> Learnt | None:
        """Return what was learnt from the content with this digest and these sizes, if it was kept and is whole."""
        if not digest:
            return None
        try:
            body = read_sealed(self._file(digest))
            found = None if body is None else unpacked(body)
            if found is None or found.fits(entries, classes):
                return found
            self._tell(f"the cached model {self._file(digest)} is of other knowledge and is made anew")
        except DamagedError:
            self._tell(f"the cached model {self._file(digest)} is damaged and is made anew")
        except (ValueError, KeyError, TypeError, OSError, zipfile.BadZipFile):
            self._tell(f"the cached model {self._file(digest)} can't be used and is made anew")
        return None

    def save(self, digest: str, learnt: Learnt) -> None:
        """Keep a model, if a head is what scores it."""
        if digest and isinstance(learnt.scorer, HeadScorer):
            self.keep(digest, packed(learnt, learnt.scorer))

    def keep(self, digest: str, body: bytes) -> None:
        """Keep a model as bytes; a folder that can't be written is told once and changes nothing."""
        if not digest:
            return
        try:
            write_sealed(self._file(digest), body)
            self._prune()
        except OSError as error:
            self._tell(f"what was learnt can't be cached in {self.folder}: {error.strerror}")

    def is_empty(self) -> bool:
        """Tell whether nothing is kept."""
        return next(self.folder.glob("*.model"), None) is None

    def _file(self, digest: str) -> Path:
        return self.folder / f"{hashlib.sha256(f'{digest}{_engine()}'.encode()).hexdigest()[:32]}.model"

    def _prune(self) -> None:
        kept = sorted(self.folder.glob("*.model"), key=lambda file: file.stat().st_mtime)
        for old in kept[:-_KEPT_FILES]:
            with contextlib.suppress(OSError):
                old.unlink()

    def _tell(self, sentence: str) -> None:
        if not self._told:
            _log.warning("%s", sentence)
        self._told = True


@cache
def _engine() -> str:
    """Return a digest of the engine's own files: another engine learns something else."""
    own = sorted(
        (file for file in files("bot.matching").iterdir() if file.name.endswith((".py", ".txt", ".yaml"))),
        key=lambda file: file.name,
    )
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in own)).hexdigest()
