"""Makes model.onnx from weights: all-MiniLM-L6-v2, tuned to news, as an int8 graph, written out operation by operation.

    python -m bot.matching.encoder.build tuned.safetensors

needs the extra `encoder-build`. tests/bench/tune_encoder.py makes the weights from the published ones. Matrices are
quantised to int8 a column, and what is multiplied with them a token at a time, while running. So a sentence's embedding
does not depend on what else is in its batch, as it would with one range for the whole batch. Weights keep to 7 bits: on
x86 without VNNI, products of 8 bits overflow the 16 in which two are summed, and another processor would give another
embedding.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from safetensors.numpy import load

from bot.matching.encoder.encoder import LONGEST, MODEL, TOKENIZER, Encoder

_LAYERS, _HEADS, _SIZE = 6, 12, 384
_HEAD_SIZE = _SIZE // _HEADS
_OPSET, _IR_VERSION = 20, 9
_NORM_EPSILON = 1e-12
_MASKED = -10_000.0
_LEAST_COSINE = 0.98
_SAMPLE = (
    "Who said that?",
    "so r the russains acutally bombing isis or nah",
    "Which camp are the jets really going after, and who says so?",
    "90 percent",
    "I was wondering whether anybody asked how the figure was arrived at, and on what day it was given to the press.",
)

Weights = dict[str, np.ndarray]


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the model, hold it against the float weights, write it, and print its hash."""
    parser = argparse.ArgumentParser(prog="python -m bot.matching.encoder.build", description="Makes model.onnx.")
    parser.add_argument("weights", type=Path, help="weights of all-MiniLM-L6-v2, tuned or as published")
    weights = load(parser.parse_args(arguments).weights.read_bytes())
    try:
        model = quantised(weights).SerializeToString()
    except KeyError as missing:
        raise SystemExit(f"These are weights of something else: they have no {missing}.") from None
    least = _least_cosine(model, weights)
    if least < _LEAST_COSINE:
        raise SystemExit(f"The model strays from its weights: a cosine of {least:.4f}.")
    MODEL.write_bytes(model)
    print(f"{MODEL.name}: {len(model):,} bytes, least cosine {least:.4f}, SHA-256 {hashlib.sha256(model).hexdigest()}")
    return 0


def _least_cosine(model: bytes, weights: Weights) -> float:
    """Return the least cosine between the model's embeddings and those of the float weights."""
    encoder = Encoder(model, TOKENIZER)
    exact = [_embedded(encoder.tokens(text), weights) for text in _SAMPLE]
    return min(float(one @ other) for one, other in zip(encoder.encode(_SAMPLE), exact, strict=True))


def _embedded(tokens: Sequence[int], weights: Weights) -> np.ndarray:
    """Return a sentence's embedding by the float weights, in NumPy: what the graph must agree with."""
    found = weights["embeddings.word_embeddings.weight"][list(tokens)]
    found = found + _places(weights)[: len(tokens)]
    found = _normed(found, weights, "embeddings.LayerNorm")
    for layer in range(_LAYERS):
        found = _layer(found, weights, f"encoder.layer.{layer}")
    middle = found.mean(0)
    return np.asarray(middle / np.linalg.norm(middle))


def _layer(found: np.ndarray, weights: Weights, name: str) -> np.ndarray:
    def linear(rows: np.ndarray, part: str) -> np.ndarray:
        return np.asarray(rows @ weights[f"{name}.{part}.weight"].T + weights[f"{name}.{part}.bias"])

    query, key, value = (
        linear(found, f"attention.self.{part}").reshape(-1, _HEADS, _HEAD_SIZE).transpose(1, 0, 2)
        for part in ("query", "key", "value")
    )
    raised = np.exp(query @ key.transpose(0, 2, 1) / np.sqrt(_HEAD_SIZE))
    seen = (raised / raised.sum(-1, keepdims=True)) @ value
    seen = linear(seen.transpose(1, 0, 2).reshape(-1, _SIZE), "attention.output.dense")
    found = _normed(seen + found, weights, f"{name}.attention.output.LayerNorm")
    wide = linear(found, "intermediate.dense")
    return _normed(linear(_gelu(wide), "output.dense") + found, weights, f"{name}.output.LayerNorm")


def _gelu(values: np.ndarray) -> np.ndarray:
    from scipy.special import erf  # only this check needs it

    return np.asarray(values * 0.5 * (1 + erf(values / np.sqrt(2))))


def _normed(rows: np.ndarray, weights: Weights, name: str) -> np.ndarray:
    rows = rows - rows.mean(-1, keepdims=True)
    rows = rows / np.sqrt((rows**2).mean(-1, keepdims=True) + _NORM_EPSILON)
    return rows * weights[f"{name}.weight"] + weights[f"{name}.bias"]


def _places(weights: Weights) -> np.ndarray:
    """Return what is added to the token at each place: there is but one kind of sentence."""
    places = weights["embeddings.position_embeddings.weight"][:LONGEST]
    return np.asarray(places + weights["embeddings.token_type_embeddings.weight"][0])


def quantised(weights: Weights) -> onnx.ModelProto:
    """Return the graph: token ids, batch x length without padding, to embeddings of unit length, batch x 384."""
    graph = _Graph(weights)
    found = graph.sentence()
    for layer in range(_LAYERS):
        found = graph.layer(found, f"encoder.layer.{layer}")
    graph.pool(found)
    return graph.model()


class _Graph:
    """An ONNX graph in the making; every method adds nodes and returns the name of what they put out."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}

    def model(self) -> onnx.ModelProto:
        tokens = helper.make_tensor_value_info("tokens", TensorProto.INT64, ["batch", "length"])
        embeddings = helper.make_tensor_value_info("embeddings", TensorProto.FLOAT, ["batch", _SIZE])
        graph = helper.make_graph(self._nodes, "encoder", [tokens], [embeddings], list(self._constants.values()))
        found = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR_VERSION)
        onnx.checker.check_model(found)
        return found

    def sentence(self) -> str:
        """Look the tokens up, add their places, and norm."""
        table = self._weights["embeddings.word_embeddings.weight"]
        scale = (np.abs(table).max(1, keepdims=True) / 127).astype(np.float32)
        rounded = self._const("words", np.round(table / scale).astype(np.int8))
        rows = self._cast(self._op("Gather", rounded, "tokens"), TensorProto.FLOAT)
        rows = self._op("Mul", rows, self._op("Gather", self._const("words.scale", scale), "tokens"))
        return self._norm(self._op("Add", rows, self._place_rows()), "embeddings.LayerNorm")

    def _place_rows(self) -> str:
        length = self._op("Slice", self._op("Shape", "tokens"), self._ints("one", 1), self._ints("two", 2))
        return self._op("Slice", self._const("places", _places(self._weights)), self._ints("zero", 0), length)

    def layer(self, found: str, name: str) -> str:
        attended = self._dense(self._attention(found, name), f"{name}.attention.output.dense")
        found = self._norm(self._op("Add", attended, found), f"{name}.attention.output.LayerNorm")
        wide = self._op("Gelu", self._dense(found, f"{name}.intermediate.dense"))
        narrow = self._dense(wide, f"{name}.output.dense")
        return self._norm(self._op("Add", narrow, found), f"{name}.output.LayerNorm")

    def _attention(self, found: str, name: str) -> str:
        """Attend with queries, keys and values from one product, the queries scaled beforehand."""
        parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
        scales = (1 / np.sqrt(_HEAD_SIZE), 1.0, 1.0)
        matrix = np.hstack([self._weights[f"{part}.weight"].T * by for part, by in zip(parts, scales, strict=True)])
        bias = np.hstack([self._weights[f"{part}.bias"] * by for part, by in zip(parts, scales, strict=True)])
        joined = self._product(found, f"{name}.attention.self", matrix, bias)
        heads = self._op("Reshape", joined, self._ints("heads", 0, 0, 3 * _HEADS, _HEAD_SIZE))
        heads = self._op("Transpose", heads, perm=[0, 2, 1, 3])
        query, key, value = (f"{part}.heads" for part in parts)
        self._nodes.append(helper.make_node("Split", [heads], [query, key, value], axis=1, num_outputs=3))
        likeness = self._op("MatMul", query, self._op("Transpose", key, perm=[0, 1, 3, 2]))
        seen = self._op("MatMul", self._op("Softmax", likeness, axis=-1), value)
        return self._op("Reshape", self._op("Transpose", seen, perm=[0, 2, 1, 3]), self._ints("joined", 0, 0, _SIZE))

    def pool(self, found: str) -> None:
        """Put out the middle of the tokens, at unit length."""
        total = self._op("ReduceSum", found, self._ints("one", 1), keepdims=0)
        length = self._op("ReduceL2", total, self._ints("last", -1), keepdims=1)
        self._nodes.append(helper.make_node("Div", [total, length], ["embeddings"]))

    def _dense(self, rows: str, name: str) -> str:
        return self._product(rows, name, self._weights[f"{name}.weight"].T, self._weights[f"{name}.bias"])

    def _product(self, rows: str, name: str, matrix: np.ndarray, bias: np.ndarray) -> str:
        """Multiply in integers: rows scaled by their own largest value to 8 bits, columns to 7."""
        scale = (np.abs(matrix).max(0) / 63).astype(np.float32)
        columns = self._const(name, np.round(matrix / scale).astype(np.int8))
        largest = self._op("ReduceMax", self._op("Abs", rows), self._ints("last", -1), keepdims=1)
        step = self._op("Div", largest, self._const("steps", np.float32(127)))
        shifted = self._op("Add", self._op("Round", self._op("Div", rows, step)), self._const("shift", np.float32(128)))
        whole = self._cast(shifted, TensorProto.UINT8)
        sums = self._op("MatMulInteger", whole, columns, self._const("zero.point", np.uint8(128)))
        real = self._op("Mul", self._cast(sums, TensorProto.FLOAT), step)
        real = self._op("Mul", real, self._const(f"{name}.scale", scale))
        return self._op("Add", real, self._const(f"{name}.bias", bias.astype(np.float32)))

    def _norm(self, rows: str, name: str) -> str:
        parts = [self._const(f"{name}.{part}", self._weights[f"{name}.{part}"]) for part in ("weight", "bias")]
        return self._op("LayerNormalization", rows, *parts, axis=-1, epsilon=_NORM_EPSILON)

    def _cast(self, rows: str, kind: int) -> str:
        return self._op("Cast", rows, to=kind)

    def _ints(self, name: str, *values: int) -> str:
        return self._const(f"int.{name}", np.array(values, np.int64))

    def _const(self, name: str, values: np.ndarray | np.generic) -> str:
        self._constants.setdefault(name, numpy_helper.from_array(np.asarray(values), name))
        return name

    def _op(self, kind: str, *inputs: str, **attributes: Any) -> str:
        found = f"{kind}.{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, list(inputs), [found], **attributes))
        return found


if __name__ == "__main__":
    raise SystemExit(main())
