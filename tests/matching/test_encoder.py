"""The sentence encoder: the tuned model's embeddings, from files that are what they should be."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from bot.matching import encoder as package
from bot.matching.encoder import SIZE, Encoder, EncoderError, load_encoder
from bot.matching.encoder import files as module

# The first six coordinates that the tuned float model gives, by PyTorch and sentence-transformers.
EXACT = {
    "Who said that most strikes did not hit ISIS?": (0.0972, 0.0409, 0.0282, 0.0504, -0.0127, 0.0031),
    "so r the russains acutally bombing isis or nah": (0.0478, 0.0444, 0.0048, 0.0283, -0.0191, 0.0184),
    "tldr": (-0.0162, 0.0534, 0.0188, 0.0012, 0.0435, -0.0429),
    "90%": (0.026, 0.0605, 0.0091, 0.0076, 0.0252, -0.0329),
}


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    """The shipped encoder."""
    return load_encoder()


@pytest.mark.parametrize("text", EXACT)
def test_the_points_are_those_of_the_float_model(encoder: Encoder, text: str) -> None:
    """Rounding to int8 moves no coordinate far."""
    assert encoder.encode([text])[0][:6] == pytest.approx(EXACT[text], abs=0.02)


def test_a_paraphrase_lies_nearer_than_shared_words(encoder: Encoder) -> None:
    """That is what it is for."""
    asked, paraphrase, alike = encoder.encode(
        ["how much does the ticket cost", "what is the price of admission", "how much does the captain know"]
    )
    assert asked @ paraphrase > asked @ alike + 0.1


def test_a_point_does_not_depend_on_its_neighbours(encoder: Encoder) -> None:
    """Alone or among others, of whatever lengths, a text has the same point, of unit length."""
    texts = [*EXACT, *(f"word {'and more words ' * number}" for number in range(40))]
    together = encoder.encode(texts)
    apart = np.concatenate([encoder.encode([text]) for text in texts])
    assert together == pytest.approx(apart, abs=1e-4)
    assert np.linalg.norm(together, axis=1) == pytest.approx(np.ones(len(texts)), abs=1e-5)


@pytest.mark.parametrize("text", ["", " ", "\ud800", "\0", "[CLS] [PAD]", "x" * 50_000, "word " * 5_000, "👀", "مرحبا"])
def test_any_text_has_a_point(encoder: Encoder, text: str) -> None:
    """Nothing that people type is refused."""
    assert np.isfinite(encoder.encode([text])).all()


def test_no_texts_no_points(encoder: Encoder) -> None:
    """The shape stays."""
    assert encoder.encode([]).shape == (0, SIZE)


@pytest.mark.parametrize("name", ["MODEL", "READER", "WORDS", "TOKENIZER"])
@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (lambda data: data[:-100], "is not the file that belongs here"),
        (lambda data: data[:99] + b"\xff" + data[100:], "is not the file that belongs here"),
        (None, "can't be read"),
    ],
    ids=["truncated", "altered", "missing"],
)
def test_a_wrong_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, damage: object, sentence: str
) -> None:
    """Each file is checked by its hash before anything reads it."""
    shipped: Path = getattr(module, name)
    file = tmp_path / shipped.name
    if callable(damage):
        file.write_bytes(damage(shipped.read_bytes()))
    monkeypatch.setattr(module, "_SHA256", {**module._SHA256, file: module._SHA256[shipped]})
    monkeypatch.setattr(module, name, file)
    with pytest.raises(EncoderError, match=f"{shipped.name} {sentence}"):
        load_encoder()


@pytest.mark.parametrize("missing", ["onnxruntime", "tokenizers"])
def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    """One sentence names the package that is missing and the extra that brings it."""
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(EncoderError, match=rf"{missing} is not installed .*verbatim-bot\[encoder\]"):
        load_encoder()


def test_where_the_files_are_from_is_said_beside_them() -> None:
    """NOTICE names the origin, its hash and the licence; the licence's text is there."""
    notice = package.FOLDER.joinpath("NOTICE").read_text(encoding="utf-8")
    assert "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db" in notice
    assert "Apache License, Version 2.0" in " ".join(notice.split())
    assert "Apache License" in package.FOLDER.joinpath("LICENSE").read_text(encoding="utf-8")
