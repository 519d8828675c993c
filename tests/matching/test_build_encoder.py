"""Making the model: the graph that is written out computes what the weights say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from safetensors.numpy import save_file

from bot.matching.encoder import build

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


def test_the_graph_agrees_with_a_forward_pass_in_numpy() -> None:
    """For a single sentence and for two at once, but for the rounding."""
    given = weights()
    graph = build.quantised(given).SerializeToString()
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    sentences = np.array([[1, 7, 3, 9, 2], [1, 4, 4, 8, 2]])
    (found,) = session.run(None, {"tokens": sentences})
    for tokens, point in zip(sentences, found, strict=True):
        assert point @ build._embedded(tokens, given) > 0.99
        (alone,) = session.run(None, {"tokens": tokens[None]})
        assert alone[0] == pytest.approx(point, abs=1e-4)


def test_weights_of_something_else_are_refused(tmp_path: Path) -> None:
    """What is missing is named, and nothing is written."""
    found = weights()
    del found["encoder.layer.5.output.dense.weight"]
    save_file(found, tmp_path / "model.safetensors")
    with pytest.raises(SystemExit, match=r"they have no 'encoder\.layer\.5\.output\.dense\.weight'"):
        build.main([str(tmp_path / "model.safetensors")])
