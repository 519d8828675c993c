"""Teaches a reader: whether what an entry rests on answers a question, told from both texts read together.

    python -m tests.bench.tune_reader read.safetensors

It begins as the sentence encoder that ships and learns from the invented reports of tests/data alone, for half an hour
on two processors; the eight stories there take no part. ``python -m bot.matching.encoder.build --reader`` makes
reader.onnx of what is written. Needs torch (the extra `encoder-tune`). Another machine's sums differ in their last
digits, and so do its weights.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from torch.nn import functional

from bot.matching.encoder import SIZE, Encoder, load_encoder
from bot.matching.encoder.build import HEADS, LAYERS, weights_of
from bot.matching.encoder.reader import pair_of
from tests.bench.reports import Question, Report, read_reports
from tests.bench.seldom import DATA

_PARTS = ("reports", "disputed")
_AT_ONCE, _WARM_UP, _SHOWN = 32, 0.08, 50
# The head learns from nothing, all else from what the encoder knows.
_RATE, _RATE_OF_HEAD, _DECAY, _DROPPED = 6e-5, 1e-3, 0.01, 0.1
_HIDDEN = 128
# So many of the sentences nearest to a question tempt to be taken for its answer.
_NEAREST = 4
# How often an answer has another sentence beside it, and how often a question is asked of such sentences alone.
_BESIDE, _TEMPTED = 0.5, 0.5
# How often a text is asked what was asked of another report.
_ASTRAY = 0.2

Weights = Mapping[str, torch.Tensor]


@dataclass(frozen=True)
class Pair:
    """A question, a text, and whether this answers it."""

    question: str
    text: str
    told: bool


def main(argv: Sequence[str] | None = None) -> int:
    """Teach, and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.tune_reader", description="Teaches the reader.")
    parser.add_argument("taught", type=Path, metavar="FILE", help="where to write the weights")
    parser.add_argument("--data", type=Path, default=DATA, metavar="DIR", help="default: %(default)s")
    parser.add_argument("--epochs", type=int, default=3, help="default: %(default)s")
    options = parser.parse_args(argv)
    torch.manual_seed(0)
    weights = _untaught()
    teach(weights, list(read_reports(options.data, *_PARTS)), load_encoder(with_reader=False), options.epochs)
    save_file({name: found.detach().contiguous() for name, found in weights.items()}, options.taught)
    return 0


def _untaught() -> Weights:
    """Return the encoder's weights, with nothing added for the kinds of text and a head that knows nothing."""
    weights: dict[str, torch.Tensor] = {name: torch.tensor(found) for name, found in weights_of().items()}
    weights |= {"kinds": torch.zeros(2, SIZE), "head.in.bias": torch.zeros(_HIDDEN), "head.out.bias": torch.zeros(1)}
    weights["head.in.weight"] = torch.randn(_HIDDEN, 2 * SIZE) * (2 * SIZE) ** -0.5
    weights["head.out.weight"] = torch.randn(1, _HIDDEN) * _HIDDEN**-0.5
    for name, found in weights.items():
        found.requires_grad_(name != "words")
    return weights


def teach(weights: Weights, reports: Sequence[Report], encoder: Encoder, epochs: int) -> None:
    """Train all but the table of words, some pairs of like length at a time."""
    learning = {name: found for name, found in weights.items() if found.requires_grad}
    rates = [_RATE_OF_HEAD if name.startswith("head") else _RATE for name in learning]
    groups = [{"params": [found], "lr": rate} for found, rate in zip(learning.values(), rates, strict=True)]
    optimizer = torch.optim.AdamW(groups, weight_decay=_DECAY)
    tempting = [_tempting(report, encoder) for report in reports]
    batches = list(_batches(reports, tempting, encoder, epochs))
    rising = _WARM_UP * len(batches)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / rising) * max(0.03, 1 - step / len(batches))
    )
    losses: list[float] = []
    for tokens, kinds, there, told in batches:
        with torch.autocast("cpu", torch.bfloat16):
            found = read(weights, tokens, kinds, there)
        loss = functional.binary_cross_entropy_with_logits(found.float(), told)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learning.values(), 1.0)
        optimizer.step()
        schedule.step()
        losses.append(loss.item())
        if len(losses) % _SHOWN == 0:
            print(f"{len(losses)} of {len(batches)}: loss {sum(losses[-_SHOWN:]) / _SHOWN:.3f}", flush=True)


def _tempting(report: Report, encoder: Encoder) -> list[list[int]]:
    """Return, for each question, the places of the sentences nearest to it, the nearest first."""
    if not report.sentences or not report.questions:
        return []
    near = encoder.encode([each.text for each in report.questions]) @ encoder.encode(report.sentences).T
    return [list(map(int, row[:_NEAREST])) for row in np.argsort(-near, axis=1)]


def _batches(
    reports: Sequence[Report], tempting: Sequence[list[list[int]]], encoder: Encoder, epochs: int
) -> Iterator[tuple[torch.Tensor, ...]]:
    draw = random.Random(0)
    for _ in range(epochs):
        pairs = [
            pair
            for report, nearest in zip(reports, tempting, strict=True)
            for question, places in zip(report.questions, nearest, strict=False)
            for pair in (*_pairs(report, question, places, draw), *_astray(report, reports, draw))
        ]
        read = [(*pair_of(encoder, pair.question, pair.text), pair.told) for pair in pairs]
        read.sort(key=lambda each: len(each[0]) + draw.random() * 8)
        batches = [read[at : at + _AT_ONCE] for at in range(0, len(read), _AT_ONCE)]
        draw.shuffle(batches)
        yield from map(_padded, batches)


def _pairs(report: Report, question: Question, nearest: Sequence[int], draw: random.Random) -> Iterator[Pair]:
    """Yield a question with what answers it and with what only seems to, or with this alone."""
    answering = sorted(question.answered_by)[:2]
    others = [place for place in nearest if place not in answering]
    if question.told and answering:
        yield _pair(report, question, [*answering, *(others[:1] if draw.random() < _BESIDE else [])], draw, told=True)
        if others and draw.random() < _TEMPTED:
            yield _pair(report, question, others[: draw.choice((1, 2))], draw, told=False)
    elif not question.told:
        yield _pair(report, question, list(nearest[: draw.choice((1, 2, 2))]), draw, told=False)


def _astray(report: Report, reports: Sequence[Report], draw: random.Random) -> Iterator[Pair]:
    """Yield, now and then, what was asked of another report with sentences of this one."""
    other = draw.choice(reports)
    if draw.random() < _ASTRAY and other is not report and other.questions:
        places = draw.sample(range(len(report.sentences)), min(2, len(report.sentences)))
        yield _pair(report, draw.choice(other.questions), places, draw, told=False)


def _pair(report: Report, question: Question, places: list[int], draw: random.Random, *, told: bool) -> Pair:
    draw.shuffle(places)
    return Pair(question.text, " ".join(report.sentences[place] for place in places), told)


def _padded(batch: Sequence[tuple[list[int], list[int], bool]]) -> tuple[torch.Tensor, ...]:
    """Return tokens, kinds of text and which there are, pairs x length, and what was told."""
    longest = max(len(tokens) for tokens, _, _ in batch)
    tokens, kinds = (
        torch.tensor([each[part] + [0] * (longest - len(each[part])) for each in batch]) for part in (0, 1)
    )
    there = torch.tensor([[at < len(each[0]) for at in range(longest)] for each in batch])
    return tokens, kinds, there, torch.tensor([float(told) for *_, told in batch])


def read(weights: Weights, tokens: torch.Tensor, kinds: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
    """Return how surely each text answers its question, in logits."""
    rows = weights["words"][tokens] + weights["places"][: tokens.shape[1]] + weights["kinds"][kinds]
    found = _normed(rows, weights, "embeddings.LayerNorm")
    for layer in range(LAYERS):
        found = _layer(found, weights, f"encoder.layer.{layer}", there[:, None, None, :])
    of_text = (kinds * there)[..., None].float()
    of_question = there[..., None].float() - of_text
    middles = [(found * part).sum(1) / part.sum(1) for part in (of_question, of_text)]
    hidden = torch.tanh(_linear(torch.cat(middles, -1), weights, "head.in"))
    return _linear(hidden, weights, "head.out")[:, 0]


def _layer(found: torch.Tensor, weights: Weights, name: str, there: torch.Tensor) -> torch.Tensor:
    count, length, _ = found.shape
    query, key, value = (
        _linear(found, weights, f"{name}.attention.self.{part}").view(count, length, HEADS, -1).transpose(1, 2)
        for part in ("query", "key", "value")
    )
    seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=there, dropout_p=_DROPPED)
    seen = _linear(seen.transpose(1, 2).reshape(found.shape), weights, f"{name}.attention.output.dense")
    found = _normed(found + functional.dropout(seen, _DROPPED), weights, f"{name}.attention.output.LayerNorm")
    wide = functional.gelu(_linear(found, weights, f"{name}.intermediate.dense"))
    narrow = functional.dropout(_linear(wide, weights, f"{name}.output.dense"), _DROPPED)
    return _normed(found + narrow, weights, f"{name}.output.LayerNorm")


def _linear(rows: torch.Tensor, weights: Weights, name: str) -> torch.Tensor:
    return functional.linear(rows, weights[f"{name}.weight"], weights[f"{name}.bias"])


def _normed(rows: torch.Tensor, weights: Weights, name: str) -> torch.Tensor:
    return functional.layer_norm(rows, (SIZE,), weights[f"{name}.weight"], weights[f"{name}.bias"], 1e-12)


if __name__ == "__main__":
    raise SystemExit(main())
