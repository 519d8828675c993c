"""Making the models: the graphs that are written out compute what the weights say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from safetensors.numpy import save_file

from bot.matching.encoder import build, load_encoder
from bot.matching.encoder.encoder import Words

WORDS = 50


def weights() -> build.Weights:
    """Random weights of the right shapes, with a small table of words."""
    return dict(_tensors(np.random.default_rng(0)))


def _tensors(draw: np.random.Generator) -> Iterator[tuple[str, np.ndarray]]:
    size, wide = 384, 1536

    def some(*shape: int) -> np.ndarray:
        return (draw.standard_normal(shape) / shape[-1] ** 0.5).astype(np.float32)

    tables = {"word": WORDS, "position": 128, "token_type": 2}
    yield from ((f"embeddings.{name}_embeddings.weight", some(rows, size)) for name, rows in tables.items())
    norms = ["embeddings.LayerNorm"]
    for layer in range(6):
        name = f"encoder.layer.{layer}"
        square = ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense")
        dense = dict.fromkeys(square, (size, size))
        dense |= {"intermediate.dense": (wide, size), "output.dense": (size, wide)}
        for part, shape in dense.items():
            yield from ((f"{name}.{part}.weight", some(*shape)), (f"{name}.{part}.bias", some(shape[0])))
        norms += [f"{name}.attention.output.LayerNorm", f"{name}.output.LayerNorm"]
    for name in norms:
        yield from ((f"{name}.weight", np.ones(size, np.float32)), (f"{name}.bias", some(size)))


def with_a_head(given: build.Weights) -> build.Weights:
    """The weights of a reader."""
    draw = np.random.default_rng(1)
    shapes = {"kinds": (2, 384), "head.in.weight": (128, 768), "head.in.bias": (128,), "head.out.weight": (1, 128)}
    return given | {
        name: draw.standard_normal(shape).astype(np.float32) / 5
        for name, shape in (shapes | {"head.out.bias": (1,)}).items()
    }


def session_of(model: onnx.ModelProto) -> onnxruntime.InferenceSession:
    """What runs a model."""
    return onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])


def test_the_graph_agrees_with_a_forward_pass_in_numpy() -> None:
    """For a single sentence and for two at once, but for the rounding."""
    given = build._by_our_names(weights())
    session, words = session_of(build.quantised(given)), Words(build._rounded(given["words"]))
    sentences = [[1, 7, 3, 9, 2], [1, 4, 4, 8, 2]]
    (found,) = session.run(None, {"rows": words.rows(sentences)})
    for tokens, point in zip(sentences, found, strict=True):
        assert point @ build._embedded(tokens, given) > 0.99
        (alone,) = session.run(None, {"rows": words.rows([tokens])})
        assert alone[0] == pytest.approx(point, abs=1e-4)


def test_the_readers_graph_agrees_too() -> None:
    """It tells which words are the question's and which the text's."""
    given = with_a_head(build._by_our_names(weights()))
    session, words = session_of(build.quantised_reader(given)), Words(build._rounded(given["words"]))
    tokens, found = [1, 7, 3, 2, 9, 5, 2], []
    for kinds in ([0, 0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 1, 1, 1]):
        (told,) = session.run(None, {"rows": words.rows([tokens]), "kinds": np.array([kinds])})
        assert float(told[0, 0]) == pytest.approx(build._told(tokens, kinds, given), abs=0.1)
        found.append(float(told[0, 0]))
    assert found[0] != pytest.approx(found[1], abs=0.1)


def test_what_ships_can_be_read_back() -> None:
    """A reader begins as the encoder that ships: its weights, read out of it, give its embeddings again."""
    encoder, given = load_encoder(with_reader=False), build.weights_of()
    text = "Who said that?"
    assert encoder.encode([text])[0] @ build._embedded(encoder.tokens(text), given) > 0.99
    assert session_of(build.quantised(given)).run(None, {"rows": encoder.words.rows([encoder.tokens(text)])})[0][
        0
    ] == pytest.approx(encoder.encode([text])[0], abs=1e-4)


def test_weights_of_something_else_are_refused(tmp_path: Path) -> None:
    """What is missing is named, and nothing is written."""
    found = weights()
    del found["encoder.layer.5.output.dense.weight"]
    save_file(found, tmp_path / "model.safetensors")
    with pytest.raises(SystemExit, match=r"they have no 'encoder\.layer\.5\.output\.dense\.weight'"):
        build.main([str(tmp_path / "model.safetensors")])
