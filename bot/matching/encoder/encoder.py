"""The sentence encoder: a question as a point, near the points of questions that mean the same.

all-MiniLM-L6-v2 (Reimers and Gurevych 2019, https://www.sbert.net), tuned to questions about news, int8, by onnxruntime
on one thread. NOTICE says where the files are from; build.py made the model. Sentences of one length go through
together: without padding, an embedding does not depend on its neighbours.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from pathlib import Path

import numpy as np

from bot.errors import BotError

FOLDER = Path(__file__).parent
MODEL = FOLDER / "model.onnx"
TOKENIZER = FOLDER / "tokenizer.json"
_SHA256 = {
    MODEL: "83894dffd714e11c2e6f20194e0c0775e440a7fc3a7a4a373f13997f66eecd5b",
    TOKENIZER: "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
SIZE = 384
# Tokens of a sentence that are read; what is longer than a chat message has its question elsewhere.
LONGEST = 128
_BATCH = 32
_THREADS = 2


class EncoderError(BotError):
    """The encoder can't be used; the lexical engine answers without it."""


class Encoder:
    """Turns texts into points of unit length. Safe to use from several threads."""

    def __init__(self, model: bytes | Path, tokenizer: Path, name: str = "") -> None:
        """Take the files, or a model that is no file yet; raise EncoderError if the extra is not installed.

        ``name``: points are compared only with points of an encoder of the same name.
        """
        self.name = name
        try:
            import onnxruntime  # an extra
            from tokenizers import Tokenizer
        except ImportError as error:
            raise EncoderError(f"{error.name} is not installed (pip install 'verbatim-bot[encoder]')") from None
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        # The arena would keep the memory of the largest batch for ever, at no gain in time.
        options.enable_cpu_mem_arena = False
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])

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
        return np.asarray(self._session.run(None, {"tokens": np.array(read, np.int64)})[0])


def load_encoder() -> Encoder:
    """Return the encoder of the shipped files; raise EncoderError if one is missing or altered."""
    # By its path: of a model given as bytes, onnxruntime keeps these too.
    return Encoder(_whole(MODEL), _whole(TOKENIZER), _SHA256[MODEL])


def _whole(file: Path) -> Path:
    """Return a file if it has the right hash."""
    try:
        with file.open("rb") as opened:
            found = hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        raise EncoderError(f"{file.name} can't be read: {error.strerror}") from None
    if found != _SHA256[file]:
        raise EncoderError(f"{file.name} is not the file that belongs here: its SHA-256 is another")
    return file


def _encodable(text: str) -> str:
    """Return a text without half surrogate pairs, which the tokenizer refuses."""
    return text.encode("utf-8", "replace").decode()


def _batches(read: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Yield the places of sentences that have one length, some at a time."""
    order = sorted(range(len(read)), key=lambda at: len(read[at]))
    for _, same in groupby(order, key=lambda at: len(read[at])):
        places = list(same)
        yield from (places[start : start + _BATCH] for start in range(0, len(places), _BATCH))
