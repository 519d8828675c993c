"""The files that ship: each is what it should be, or is not used."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np

from bot.matching.encoder.encoder import FOLDER, Encoder, EncoderError, Words
from bot.matching.encoder.reader import Reader

MODEL = FOLDER / "model.onnx"
READER = FOLDER / "reader.onnx"
WORDS = FOLDER / "words.npy"
TOKENIZER = FOLDER / "tokenizer.json"
_SHA256 = {
    MODEL: "c7da1e5115585e02435e943dd395580f22a97afa786c4f135997dcef9167e369",
    READER: "028bb6026281c6eb6f33b58477a6c8a184dad94863646be5bd1dcd7d849f14e7",
    WORDS: "89ec25e6599ae73518e95f7bdc6c368ce0a75ff2d5947f715761cdb6910db587",
    TOKENIZER: "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


def load_encoder(*, with_reader: bool = True) -> Encoder:
    """Return the encoder of the shipped files; raise EncoderError if one is missing or altered."""
    # By its path: of a model given as bytes, onnxruntime keeps these too.
    model, tokenizer, words = (_whole(file) for file in (MODEL, TOKENIZER, WORDS))
    encoder = Encoder(model, tokenizer, Words(np.load(words, mmap_mode="r")), _SHA256[MODEL])
    if with_reader:
        encoder.reader = Reader(_whole(READER), encoder)
    return encoder


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
