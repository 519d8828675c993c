"""What was learnt, kept on disk under a hash of everything it was learnt from. Safe to delete, and never trusted."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import logging
import tempfile
import zipfile
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from bot.matching.calibration import Calibration
from bot.matching.features import TermSpace
from bot.matching.model import Learnt
from bot.matching.scorers import HeadScorer

_log = logging.getLogger(__name__)
_DIGEST_BYTES = 32
_KEPT_FILES = 8


class Cache:
    """A folder of learnt models; a file begins with the SHA-256 of the rest."""

    def __init__(self, folder: Path) -> None:
        """Keep files in ``folder``, which is made when it is needed."""
        self._folder = folder
        self._told = False

    def load(self, digest: str) -> Learnt | None:
        """Return what was learnt from the content with this digest, if it was kept and is whole."""
        if not digest:
            return None
        try:
            data = self._file(digest).read_bytes()
        except OSError:
            return None
        body = data[_DIGEST_BYTES:]
        if hashlib.sha256(body).digest() != data[:_DIGEST_BYTES]:
            self._tell(f"the cached model {self._file(digest)} is damaged and is made anew")
            return None
        try:
            return _unpacked(body)
        except (ValueError, KeyError, TypeError, OSError, zipfile.BadZipFile):
            self._tell(f"the cached model {self._file(digest)} can't be used and is made anew")
            return None

    def save(self, digest: str, learnt: Learnt) -> None:
        """Keep a model; a folder that can't be written is told once and changes nothing."""
        if not digest or not isinstance(learnt.scorer, HeadScorer):
            return
        body = _packed(learnt, learnt.scorer)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as file:
                file.write(hashlib.sha256(body).digest() + body)
            Path(file.name).replace(self._file(digest))
            self._prune()
        except OSError as error:
            self._tell(f"what was learnt can't be cached in {self._folder}: {error.strerror}")

    def _file(self, digest: str) -> Path:
        return self._folder / f"{hashlib.sha256(f'{digest}{_engine()}'.encode()).hexdigest()[:32]}.model"

    def _prune(self) -> None:
        kept = sorted(self._folder.glob("*.model"), key=lambda file: file.stat().st_mtime)
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
        (file for file in files("bot.matching").iterdir() if file.name.endswith((".py", ".yaml"))),
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
    np.savez(
        packed, about=np.frombuffer(json.dumps(about).encode(), np.uint8), terms=space.weights, head=scorer.weights
    )
    return packed.getvalue()


def _unpacked(body: bytes) -> Learnt:
    with np.load(io.BytesIO(body), allow_pickle=False) as found:
        about, weights, head = json.loads(bytes(found["about"])), found["terms"], found["head"]
    columns = {term: column for column, term in enumerate(about["terms"])}
    if weights.shape != (len(columns),) or head.ndim != 2 or head.shape[0] != len(columns):
        raise ValueError("the shapes do not fit")
    return Learnt(
        [words.split() for words in about["words"]],
        TermSpace(columns, weights, about["rarest"]),
        HeadScorer(head),
        Calibration(about["weights"], about["bias"]),
    )
