"""What was learnt, kept on disk under a hash of everything it was learnt from. Safe to delete, and never trusted."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import logging
import zipfile
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from bot.matching.calibration import Calibration
from bot.matching.features import TermSpace
from bot.matching.model import Learnt
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

    def load(self, digest: str) -> Learnt | None:
        """Return what was learnt from the content with this digest, if it was kept and is whole."""
        if not digest:
            return None
        try:
            body = read_sealed(self._file(digest))
            return None if body is None else _unpacked(body)
        except DamagedError:
            self._tell(f"the cached model {self._file(digest)} is damaged and is made anew")
        except (ValueError, KeyError, TypeError, OSError, zipfile.BadZipFile):
            self._tell(f"the cached model {self._file(digest)} can't be used and is made anew")
        return None

    def save(self, digest: str, learnt: Learnt) -> None:
        """Keep a model; a folder that can't be written is told once and changes nothing."""
        if not digest or not isinstance(learnt.scorer, HeadScorer):
            return
        try:
            write_sealed(self._file(digest), _packed(learnt, learnt.scorer))
            self._prune()
        except OSError as error:
            self._tell(f"what was learnt can't be cached in {self.folder}: {error.strerror}")

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


def _packed(learnt: Learnt, scorer: HeadScorer) -> bytes:
    space = learnt.space
    about = {
        "words": [" ".join(words) for words in learnt.words],
        "terms": list(space.columns),
        "rarest": space.rarest,
        "weights": dict(learnt.calibration.weights),
        "bias": learnt.calibration.bias,
    }
    packed = io.BytesIO()
    written = np.frombuffer(json.dumps(about).encode(), np.uint8)
    head, meanings, middle = scorer.terms, scorer.meanings, scorer.middle
    np.savez(packed, about=written, terms=space.weights, head=head, meanings=meanings, middle=middle)
    return packed.getvalue()


def _unpacked(body: bytes) -> Learnt:
    with np.load(io.BytesIO(body), allow_pickle=False) as found:
        about = json.loads(bytes(found["about"]))
        weights, head, meanings, middle = (found[name] for name in ("terms", "head", "meanings", "middle"))
    columns = {term: column for column, term in enumerate(about["terms"])}
    if head.shape != (len(columns), meanings.shape[1]) or weights.shape != (len(columns),):
        raise ValueError("the shapes do not fit")
    if middle.shape != meanings.shape[:1]:
        raise ValueError("the shapes do not fit")
    return Learnt(
        [words.split() for words in about["words"]],
        TermSpace(columns, weights, about["rarest"]),
        HeadScorer(head, meanings, middle),
        Calibration(about["weights"], about["bias"]),
    )
