"""The meanings of texts: points of the sentence encoder, computed once for each text and kept.

A point is rounded to a byte a coordinate before anybody uses it, so that one from a file is the one that was computed.
The points of the shipped knowledge ship with the encoder: a first start need not compute them.
"""

from __future__ import annotations

import hashlib
import io
import logging
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from bot.matching.encoder import FOLDER, SIZE, Encoder, Reader
from bot.matching.sealed import DamagedError, read_sealed, write_sealed

_log = logging.getLogger(__name__)
SHIPPED_POINTS = FOLDER / "shipped.points"
_KEPT = "encoder.points"
_KEY_BYTES = 16
_CACHED_QUESTIONS = 500

# A text's key, and its point: the scale of its coordinates, and their bytes.
Points = dict[bytes, tuple[np.float32, bytes]]


class Meanings:
    """Turns texts into points, texts x ``SIZE``."""

    def __init__(self, encoder: Encoder, folder: Path | None = None) -> None:
        """Use points kept in ``folder``, and keep new ones there."""
        self.name = encoder.name
        self._encoder = encoder
        self._file = folder / _KEPT if folder else None
        self._known: Points | None = None
        self._told = False
        self.of_question = lru_cache(_CACHED_QUESTIONS)(self._of_question)

    def of_phrasings(self, texts: Sequence[str]) -> np.ndarray:
        """Return curated texts as points."""
        known = self.points(texts)
        return _as_array([known[_key(text)] for text in texts])

    def of_questions(self, texts: Sequence[str]) -> np.ndarray:
        """Return what people asked as points, none of which are kept."""
        return self._encoder.encode(texts)

    @property
    def reader(self) -> Reader | None:
        """What tells whether a text answers a question, if there is anything that does."""
        return self._encoder.reader

    def points(self, texts: Sequence[str]) -> Points:
        """Return the points of curated texts, and forget all others."""
        keys = {_key(text): text for text in texts}
        known = self._read() if self._known is None else self._known
        new = {key: text for key, text in keys.items() if key not in known}
        if new:
            known = known | _rounded(dict(zip(new, self._encoder.encode(list(new.values())), strict=True)))
        self._known = {key: known[key] for key in keys}
        if new:
            self._write(self._known)
        return self._known

    def unread(self, texts: Sequence[str]) -> int:
        """Return how many curated texts have no point yet: reading one takes a millisecond or two."""
        self._known = self._read() if self._known is None else self._known
        return len({_key(text) for text in texts}.difference(self._known))

    def _of_question(self, text: str) -> np.ndarray:
        return np.asarray(self._encoder.encode([text])[0])

    def _read(self) -> Points:
        """Return what is kept by this encoder: what ships with it, and what was computed here."""
        found: Points = {}
        for file in filter(None, (SHIPPED_POINTS, self._file)):
            try:
                found |= unpacked(read_sealed(file), self.name)
            except (DamagedError, ValueError, KeyError, OSError, zipfile.BadZipFile):
                self._tell(f"{file} is damaged; its points are computed anew")
        return found

    def _write(self, points: Points) -> None:
        if self._file is None:
            return
        try:
            write_sealed(self._file, packed(points, self.name))
        except OSError as error:
            self._tell(f"the meanings of phrasings can't be cached in {self._file.parent}: {error.strerror}")

    def _tell(self, sentence: str) -> None:
        if not self._told:
            _log.warning("%s", sentence)
        self._told = True


def packed(points: Points, encoder: str) -> bytes:
    """Return points as the body of a file; ``encoder`` names the one that made them."""
    found = io.BytesIO()
    keys = np.frombuffer(b"".join(points), np.uint8).reshape(-1, _KEY_BYTES)
    rows = np.frombuffer(b"".join(row for _, row in points.values()), np.int8).reshape(-1, SIZE)
    scales = np.array([scale for scale, _ in points.values()], np.float32)
    np.savez(found, keys=keys, rows=rows, scales=scales, encoder=np.array(encoder))
    return found.getvalue()


def unpacked(body: bytes | None, encoder: str) -> Points:
    """Return the points of a file's body; none if another encoder made them."""
    if body is None:
        return {}
    with np.load(io.BytesIO(body), allow_pickle=False) as found:
        if str(found["encoder"]) != encoder:
            return {}
        keys, rows, scales = found["keys"], found["rows"], found["scales"]
    if keys.shape != (len(scales), _KEY_BYTES) or rows.shape != (len(scales), SIZE) or rows.dtype != np.int8:
        raise ValueError("the shapes do not fit")
    return {key.tobytes(): (scale, row.tobytes()) for key, scale, row in zip(keys, scales, rows, strict=True)}


def _key(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:_KEY_BYTES]


def _rounded(points: Mapping[bytes, np.ndarray]) -> Points:
    return {key: _bytes(point) for key, point in points.items()}


def _bytes(point: np.ndarray) -> tuple[np.float32, bytes]:
    scale = np.float32(np.abs(point).max() / 127)
    return scale, np.round(point / scale).astype(np.int8).tobytes()


def _as_array(kept: Iterable[tuple[np.float32, bytes]]) -> np.ndarray:
    kept = list(kept)
    rows = np.frombuffer(b"".join(row for _, row in kept), np.int8).reshape(-1, SIZE)
    return rows * np.array([scale for scale, _ in kept], np.float32)[:, None]
