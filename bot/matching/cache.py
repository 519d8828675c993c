"""What was learnt, kept on disk under a hash of everything it was learnt from. Safe to delete, and never trusted.

What the shipped knowledge comes to ships too (ship.py makes it): a first start need not learn it, and every machine
answers by the same figures.
"""

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
SHIPPED = Path(__file__).parent / "shipped"
# The knowledge that models ship for.
KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
_KEPT_FILES = 8


class Cache:
    """A folder of learnt models, and one of those that ship; a file begins with the SHA-256 of the rest."""

    def __init__(self, folder: Path | None, shipped: Path | None = None) -> None:
        """Keep files in ``folder``, which is made when it is needed, or keep none; those in ``shipped`` are there."""
        self.folder = folder
        self._shipped = shipped
        self._told = False

    def load(self, digest: str, entries: int, classes: int) -> Learnt | None:
        """Return what was learnt from the content with this digest and these sizes, if it was kept and is whole."""
        if not digest:
            return None
        files = (folder / _name(digest) for folder in (self.folder, self._shipped) if folder)
        return next(filter(None, (self._read(file, entries, classes) for file in files)), None)

    def save(self, digest: str, learnt: Learnt, *, small: bool = False) -> None:
        """Keep a model, if a head is what scores it; a ``small`` file takes longer."""
        if digest and isinstance(learnt.scorer, HeadScorer):
            self.keep(digest, packed(learnt, learnt.scorer, small=small))

    def keep(self, digest: str, body: bytes) -> None:
        """Keep a model as bytes; a folder that can't be written is told once and changes nothing."""
        if not digest or self.folder is None:
            return
        try:
            write_sealed(self.folder / _name(digest), body)
            self._prune(self.folder)
        except OSError as error:
            self._tell(f"what was learnt can't be cached in {self.folder}: {error.strerror}")

    def expects(self, knowledge: Path) -> bool:
        """Tell whether something may have been learnt of the knowledge in this folder before."""
        kept = self.folder and next(self.folder.glob("*.model"), None)
        return kept is not None or (self._shipped is not None and knowledge.resolve() == KNOWLEDGE)

    def _read(self, file: Path, entries: int, classes: int) -> Learnt | None:
        try:
            body = read_sealed(file)
            found = None if body is None else unpacked(body)
            if found is None or found.fits(entries, classes):
                return found
            self._tell(f"the cached model {file} is of other knowledge and is made anew")
        except DamagedError:
            self._tell(f"the cached model {file} is damaged and is made anew")
        except (ValueError, KeyError, TypeError, OSError, zipfile.BadZipFile):
            self._tell(f"the cached model {file} can't be used and is made anew")
        return None

    @staticmethod
    def _prune(folder: Path) -> None:
        kept = sorted(folder.glob("*.model"), key=lambda file: file.stat().st_mtime)
        for old in kept[:-_KEPT_FILES]:
            with contextlib.suppress(OSError):
                old.unlink()

    def _tell(self, sentence: str) -> None:
        if not self._told:
            _log.warning("%s", sentence)
        self._told = True


def _name(digest: str) -> str:
    return f"{hashlib.sha256(f'{digest}{_engine()}'.encode()).hexdigest()[:32]}.model"


@cache
def _engine() -> str:
    """Return a digest of the engine's own files: another engine learns something else."""
    own = sorted(
        (file for file in files("bot.matching").iterdir() if file.name.endswith((".py", ".txt", ".yaml"))),
        key=lambda file: file.name,
    )
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in own)).hexdigest()
