"""Makes the encoder's files and the reader's from weights, as int8 graphs, written out operation by operation.

    python -m bot.matching.encoder.build tuned.safetensors
    python -m bot.matching.encoder.build --reader taught.safetensors

needs the extra `encoder-build`. tests/bench/tune_encoder.py makes the encoder's weights from the published ones of
all-MiniLM-L6-v2, and tests/bench/tune_reader.py the reader's from the encoder. Matrices are quantised to int8 a column,
and what is multiplied with them a token at a time, while running. So a sentence's embedding does not depend on what
else is in its batch, as it would with one range for the whole batch. Weights keep to 7 bits: on x86 without VNNI,
products of 8 bits overflow the 16 in which two are summed, and another processor would give another embedding. The
table of words is a file of its own, which both go by and of which only the words that are met come into memory.
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

from bot.matching.encoder.encoder import LONGEST, SIZE, Encoder, Words
from bot.matching.encoder.files import MODEL, READER, TOKENIZER, WORDS, load_encoder
from bot.matching.encoder.reader import LONGEST_PAIR, Reader, pair_of

LAYERS, HEADS = 6, 12
_HEAD_SIZE = SIZE // HEADS
_MOST_OF_MATRIX, _MOST_OF_WORD = 63, 127
_OPSET, _IR_VERSION = 20, 9
_NORM_EPSILON = 1e-12
_LEAST_COSINE = 0.98
# How far the reader may stray, in logits.
_MOST_ASTRAY = 1.0
_SAMPLE = (
    "Who said that?",
    "so r the russains acutally bombing isis or nah",
    "Which camp are the jets really going after, and who says so?",
    "90 percent",
    "I was wondering whether anybody asked how the figure was arrived at, and on what day it was given to the press.",
)

Weights = dict[str, np.ndarray]


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the files, hold them against the float weights, write them, and print their hashes."""
    parser = argparse.ArgumentParser(prog="python -m bot.matching.encoder.build", description="Makes the models.")
    parser.add_argument("weights", type=Path, help="weights of all-MiniLM-L6-v2, tuned or as published")
    parser.add_argument("--reader", action="store_true", help="the weights are those of the reader")
    options = parser.parse_args(arguments)
    weights = load(options.weights.read_bytes())
    try:
        return _build_reader(weights) if options.reader else _build_encoder(_by_our_names(weights))
    except KeyError as missing:
        raise SystemExit(f"These are weights of something else: they have no {missing}.") from None


def _build_encoder(weights: Weights) -> int:
    model, words = quantised(weights).SerializeToString(), _rounded(weights["words"])
    encoder = Encoder(model, TOKENIZER, Words(words))
    exact = [_embedded(encoder.tokens(text), weights) for text in _SAMPLE]
    least = min(float(one @ other) for one, other in zip(encoder.encode(_SAMPLE), exact, strict=True))
    if least < _LEAST_COSINE:
        raise SystemExit(f"The model strays from its weights: a cosine of {least:.4f}.")
    MODEL.write_bytes(model)
    np.save(WORDS, words)
    _tell(f"least cosine {least:.4f}", MODEL, WORDS)
    return 0


def _build_reader(weights: Weights) -> int:
    encoder, model = load_encoder(with_reader=False), quantised_reader(weights).SerializeToString()
    reader = Reader(model, encoder)
    pairs = [(question, text) for question in _SAMPLE for text in _SAMPLE]
    exact = [_told(*pair_of(encoder, *pair, LONGEST_PAIR), weights) for pair in pairs]
    astray = max(abs(reader.told(*pair) - told) for pair, told in zip(pairs, exact, strict=True))
    if astray > _MOST_ASTRAY:
        raise SystemExit(f"The model strays from its weights: by {astray:.2f} logits.")
    READER.write_bytes(model)
    _tell(f"{astray:.2f} logits astray at most", READER)
    return 0


def _tell(how: str, *files: Path) -> None:
    print(how)
    for file in files:
        found = file.read_bytes()
        print(f"{file.name}: {len(found):,} bytes, SHA-256 {hashlib.sha256(found).hexdigest()}")


def _by_our_names(weights: Weights) -> Weights:
    """Return the published weights with one table of places: there is but one kind of sentence."""
    places = weights["embeddings.position_embeddings.weight"][:LONGEST]
    places = places + weights["embeddings.token_type_embeddings.weight"][0]
    return weights | {"places": places, "words": weights["embeddings.word_embeddings.weight"]}


def weights_of() -> Weights:
    """Return the weights of the encoder that ships, as they are rounded."""
    held = {each.name: numpy_helper.to_array(each) for each in onnx.load(str(MODEL)).graph.initializer}
    table = np.load(WORDS)
    found = {"words": table["row"] * table["scale"][:, None], "places": held["places"]}
    for name, columns in held.items():
        if f"{name}.scale" in held:
            matrix, bias = columns * held[f"{name}.scale"], held[f"{name}.bias"]
            parts = _apart(name, matrix, bias) if name.endswith("attention.self") else [(name, matrix, bias)]
            for part, own, own_bias in parts:
                found |= {f"{part}.weight": np.ascontiguousarray(own.T), f"{part}.bias": own_bias}
        elif "LayerNorm" in name:
            found[name] = columns
    return found


def _apart(name: str, matrix: np.ndarray, bias: np.ndarray) -> list[tuple[str, np.ndarray, np.ndarray]]:
    """Return queries, keys and values, which one product makes, each with its matrix and bias."""
    scales = (np.sqrt(np.float32(_HEAD_SIZE)), 1.0, 1.0)
    parts = zip(("query", "key", "value"), scales, np.split(matrix, 3, 1), np.split(bias, 3), strict=True)
    return [(f"{name}.{part}", own * by, own_bias * by) for part, by, own, own_bias in parts]


def _rounded(table: np.ndarray) -> np.ndarray:
    """Return a table of words with a byte a coordinate, and a scale each."""
    scales = (np.abs(table).max(1) / _MOST_OF_WORD).astype(np.float32)
    found = np.zeros(len(table), [("scale", "<f4"), ("row", "i1", SIZE)])
    found["scale"], found["row"] = scales, np.round(table / scales[:, None])
    return found


def _embedded(tokens: Sequence[int], weights: Weights) -> np.ndarray:
    """Return a sentence's embedding by the float weights, in NumPy: what the graph must agree with."""
    middle = _attended(weights["words"][list(tokens)] + weights["places"][: len(tokens)], weights).mean(0)
    return np.asarray(middle / np.linalg.norm(middle))


def _told(tokens: Sequence[int], kinds: Sequence[int], weights: Weights) -> float:
    """Return how surely a text answers a question by the float weights."""
    rows = weights["words"][list(tokens)] + weights["places"][: len(tokens)] + weights["kinds"][list(kinds)]
    found, of_text = _attended(rows, weights), np.array(kinds, bool)
    middles = np.concatenate([found[~of_text].mean(0), found[of_text].mean(0)])
    hidden = np.tanh(weights["head.in.weight"] @ middles + weights["head.in.bias"])
    return float((weights["head.out.weight"] @ hidden + weights["head.out.bias"])[0])


def _attended(rows: np.ndarray, weights: Weights) -> np.ndarray:
    found = _normed(rows, weights, "embeddings.LayerNorm")
    for layer in range(LAYERS):
        found = _layer(found, weights, f"encoder.layer.{layer}")
    return found


def _layer(found: np.ndarray, weights: Weights, name: str) -> np.ndarray:
    def linear(rows: np.ndarray, part: str) -> np.ndarray:
        return np.asarray(rows @ weights[f"{name}.{part}.weight"].T + weights[f"{name}.{part}.bias"])

    query, key, value = (
        linear(found, f"attention.self.{part}").reshape(-1, HEADS, _HEAD_SIZE).transpose(1, 0, 2)
        for part in ("query", "key", "value")
    )
    raised = np.exp(query @ key.transpose(0, 2, 1) / np.sqrt(_HEAD_SIZE))
    seen = (raised / raised.sum(-1, keepdims=True)) @ value
    seen = linear(seen.transpose(1, 0, 2).reshape(-1, SIZE), "attention.output.dense")
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


def quantised(weights: Weights) -> onnx.ModelProto:
    """Return the graph: rows of words, batch x length x 384, no padding, to embeddings of unit length, batch x 384."""
    graph = _Graph(weights)
    graph.pool(graph.attended(graph.placed()))
    return graph.model("encoder", "embeddings", SIZE)


def quantised_reader(weights: Weights) -> onnx.ModelProto:
    """Return the graph: rows of words and kinds of text (0 question, 1 text), batch x length, to logits, batch x 1."""
    graph = _Graph(weights, with_kinds=True)
    graph.judge(graph.attended(graph.placed()))
    return graph.model("reader", "told", 1)


class _Graph:
    """An ONNX graph in the making; every method adds nodes and returns the name of what they put out."""

    def __init__(self, weights: Weights, *, with_kinds: bool = False) -> None:
        self._weights, self._with_kinds = weights, with_kinds
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}

    def model(self, name: str, output: str, size: int) -> onnx.ModelProto:
        given = [helper.make_tensor_value_info("rows", TensorProto.FLOAT, ["batch", "length", SIZE])]
        if self._with_kinds:
            given.append(helper.make_tensor_value_info("kinds", TensorProto.INT64, ["batch", "length"]))
        told = helper.make_tensor_value_info(output, TensorProto.FLOAT, ["batch", size])
        graph = helper.make_graph(self._nodes, name, given, [told], list(self._constants.values()))
        found = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR_VERSION)
        onnx.checker.check_model(found)
        return found

    def placed(self) -> str:
        """Add their places to the rows, and their kinds if there are any, and norm."""
        length = self._op("Slice", self._op("Shape", "rows"), self._ints("one", 1), self._ints("two", 2))
        places = self._op("Slice", self._const("places", self._weights["places"]), self._ints("zero", 0), length)
        found = self._op("Add", "rows", places)
        if self._with_kinds:
            found = self._op(
                "Add", found, self._op("Gather", self._const("kinds.table", self._weights["kinds"]), "kinds")
            )
        return self._norm(found, "embeddings.LayerNorm")

    def attended(self, found: str) -> str:
        """Put all layers on top of each other."""
        for layer in range(LAYERS):
            found = self.layer(found, f"encoder.layer.{layer}")
        return found

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
        heads = self._op("Reshape", joined, self._ints("heads", 0, 0, 3 * HEADS, _HEAD_SIZE))
        heads = self._op("Transpose", heads, perm=[0, 2, 1, 3])
        query, key, value = (f"{part}.heads" for part in parts)
        self._nodes.append(helper.make_node("Split", [heads], [query, key, value], axis=1, num_outputs=3))
        likeness = self._op("MatMul", query, self._op("Transpose", key, perm=[0, 1, 3, 2]))
        seen = self._op("MatMul", self._op("Softmax", likeness, axis=-1), value)
        return self._op("Reshape", self._op("Transpose", seen, perm=[0, 2, 1, 3]), self._ints("joined", 0, 0, SIZE))

    def pool(self, found: str) -> None:
        """Put out the middle of the tokens, at unit length."""
        total = self._op("ReduceSum", found, self._ints("one", 1), keepdims=0)
        length = self._op("ReduceL2", total, self._ints("last", -1), keepdims=1)
        self._nodes.append(helper.make_node("Div", [total, length], ["embeddings"]))

    def judge(self, found: str) -> None:
        """Put out how surely the text answers the question, from the middles of both."""
        of_text = self._op("Unsqueeze", self._cast("kinds", TensorProto.FLOAT), self._ints("last", -1))
        of_question = self._op("Sub", self._const("full", np.float32(1)), of_text)
        middles = [self._middle(found, part) for part in (of_question, of_text)]
        hidden = self._op("Tanh", self._whole(self._op("Concat", *middles, axis=-1), "head.in"))
        self._nodes.append(helper.make_node("Identity", [self._whole(hidden, "head.out")], ["told"]))

    def _middle(self, found: str, part: str) -> str:
        """Return the middle of the tokens of one part."""
        total = self._op("ReduceSum", self._op("Mul", found, part), self._ints("one", 1), keepdims=0)
        return self._op("Div", total, self._op("ReduceSum", part, self._ints("one", 1), keepdims=0))

    def _whole(self, rows: str, name: str) -> str:
        """Multiply as it is, unrounded: the last steps are small."""
        matrix, bias = np.ascontiguousarray(self._weights[f"{name}.weight"].T), self._weights[f"{name}.bias"]
        product = self._op("MatMul", rows, self._const(name, matrix))
        return self._op("Add", product, self._const(f"{name}.bias", bias))

    def _dense(self, rows: str, name: str) -> str:
        return self._product(rows, name, self._weights[f"{name}.weight"].T, self._weights[f"{name}.bias"])

    def _product(self, rows: str, name: str, matrix: np.ndarray, bias: np.ndarray) -> str:
        """Multiply in integers: rows scaled by their own largest value to 8 bits, columns to 7."""
        scale = (np.abs(matrix).max(0) / _MOST_OF_MATRIX).astype(np.float32)
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
