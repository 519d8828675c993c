"""The sentence encoder: a question as a point, near the points of questions that mean the same.

all-MiniLM-L6-v2 (Reimers and Gurevych 2019, https://www.sbert.net), tuned to questions about news, int8, by onnxruntime
on one thread. NOTICE says where the files are from; build.py made the model. Sentences of one length go through
together: without padding, an embedding does not depend on its neighbours.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.errors import BotError

if TYPE_CHECKING:
    from bot.matching.encoder.reader import Reader

FOLDER = Path(__file__).parent
SIZE = 384
# Tokens of a sentence that are read; what is longer than a chat message has its question elsewhere.
LONGEST = 128
_BATCH = 32
_THREADS = 2


class EncoderError(BotError):
    """The encoder can't be used; the lexical engine answers without it."""


class Words:
    """The table of word pieces: a byte a coordinate, and a scale each.

    Of a table that is a mapped file nothing stays in memory: what is looked up again comes from the system's own cache.
    """

    def __init__(self, table: np.ndarray) -> None:
        """Take records of a ``scale`` and a ``row``."""
        self._table = table
        file = table.base if hasattr(mmap, "MADV_DONTNEED") else None
        self._file = file if isinstance(file, mmap.mmap) else None

    def rows(self, tokens: Sequence[Sequence[int]]) -> np.ndarray:
        """Return the rows of word pieces, texts x pieces x ``SIZE``."""
        found = self._table[np.array(tokens, np.int64)]
        if self._file is not None:
            self._file.madvise(mmap.MADV_DONTNEED)
        return np.asarray(found["row"] * found["scale"][..., None])


class Encoder:
    """Turns texts into points of unit length. Safe to use from several threads."""

    # What reads questions with texts, if there is anything.
    reader: Reader | None = None

    def __init__(self, model: bytes | Path, tokenizer: Path, words: Words, name: str = "") -> None:
        """Take the files, or a model that is no file yet; raise EncoderError if the extra is not installed.

        ``name``: points are compared only with points of an encoder of the same name.
        """
        self.name, self.words = name, words
        self._session = session_of(model)
        from tokenizers import Tokenizer  # an extra

        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)

    def tokens(self, text: str) -> list[int]:
        """Return the numbers of a text's word pieces, the marks of its start and end included."""
        return list(self._tokenizer.encode(_encodable(text)).ids)

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return texts as points, texts x 384, float32."""
        found = np.empty((len(texts), SIZE), np.float32)
        if len(texts) == 1:
            found[0] = self._points([self.tokens(texts[0])])[0]
            return found
        read = [each.ids for each in self._tokenizer.encode_batch(list(map(_encodable, texts)))]
        with ThreadPoolExecutor(_THREADS) as pool:
            batches = list(_batches(read))
            done = pool.map(lambda places: self._points([read[at] for at in places]), batches)
            for places, points in zip(batches, done, strict=True):
                found[places] = points
        return found

    def _points(self, read: Sequence[Sequence[int]]) -> np.ndarray:
        return np.asarray(self._session.run(None, {"rows": self.words.rows(read)})[0])


def session_of(model: bytes | Path) -> Any:
    """Return what runs a model on one thread; raise EncoderError if the extra is not installed."""
    try:
        import onnxruntime  # an extra
        import tokenizers  # noqa: F401 - the other part of it
    except ImportError as error:
        raise EncoderError(f"{error.name} is not installed (pip install 'verbatim-bot[encoder]')") from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    # The arena would keep the memory of the largest batch for ever, at no gain in time.
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _encodable(text: str) -> str:
    """Return a text without half surrogate pairs, which the tokenizer refuses."""
    return text.encode("utf-8", "replace").decode()


def _batches(read: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Yield the places of sentences that have one length, some at a time."""
    order = sorted(range(len(read)), key=lambda at: len(read[at]))
    for _, same in groupby(order, key=lambda at: len(read[at])):
        places = list(same)
        yield from (places[start : start + _BATCH] for start in range(0, len(places), _BATCH))
