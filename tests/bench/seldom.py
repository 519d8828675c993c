"""What stories seldom tell: learns the weights of bot/matching/seldom.txt, and shows how far they tell.

Learnt from questions about invented reports, each marked with whether its report answers it. That a question shares
words with its report is known to whoever asks about a story: so likeness is learnt beside it and left out.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby
from pathlib import Path

import numpy as np

from bot.evaluation.measure import auroc
from bot.matching.features import stem
from bot.matching.seldom import BIAS, terms_of
from bot.matching.words import asking_words, english
from tests.bench.report import Section, show
from tests.bench.reports import read_reports

DATA = Path(__file__).parent.parent / "data"
# A term counts that so many questions have, about so many sources, none of which has more than this share of them.
_FEWEST, _SOURCES, _MOST_OF_ONE = 15, 6, 0.4
_RIDGE, _STEPS = 3.0, 8
# How much a question to a whole story weighs, of which there are few, beside one to a report.
_OF_STORY = 3.0
_SPREAD = 3.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, whether its report answers it, what it comes from, its weight, and how like the report it is."""

    words: tuple[str, ...]
    told: bool
    source: str
    weight: float
    likeness: tuple[float, ...]


def main(argv: Sequence[str] | None = None) -> int:
    """Learn, and write the file or show how well each source is told by what all others taught."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.seldom", description="What stories seldom tell.")
    parser.add_argument("--data", type=Path, default=DATA, metavar="DIR", help="default: %(default)s")
    parser.add_argument("--write", action="store_true", help="write bot/matching/seldom.txt instead")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(argv)
    asked = list(read(options.data))
    if options.write:
        _write(learn(asked))
    else:
        show({"told by what all others taught, AUROC, %": _left_out(asked)}, as_json=options.json)
    return 0


def read(folder: Path) -> Iterator[Asked]:
    """Yield the questions of all reports and stories."""
    for report in read_reports(folder):
        # With their numbers, as they were when seldom.txt was learnt.
        lines = [f"{number} {sentence}" for number, sentence in enumerate(report.sentences, 1)]
        for each in report.questions:
            yield _asked(each.text, lines, report.source, each.told, 1.0)
    for file in sorted(folder.glob("*/questions.jsonl")):
        sentences = [line.split("\t")[1] for line in (file.parent / "sentences.tsv").read_text("utf-8").splitlines()]
        for line in file.read_text(encoding="utf-8").splitlines():
            found = json.loads(line)
            if found["kind"] != "far":
                yield _asked(found["question"], sentences, file.parent.name, found["kind"] == "answerable", _OF_STORY)


def _asked(question: str, sentences: Sequence[str], source: str, told: bool, weight: float) -> Asked:
    words, light = asking_words(question), english().light
    own = {stem(word) for word in words if word not in light}
    shared = [len(own & {stem(word) for word in asking_words(sentence)}) / (len(own) or 1) for sentence in sentences]
    figures = sum(word[0].isdigit() for word in words)
    likeness = (max(shared), sum(shared) / len(shared), math.log1p(len(words)), figures)
    return Asked(tuple(words), told, source, weight, likeness)


def learn(asked: Sequence[Asked]) -> Mapping[str, float]:
    """Return the weights: a logistic regression on terms and, left out afterwards, likeness and source."""
    terms = _terms(asked)
    columns = {term: at for at, term in enumerate(terms)}
    rows = np.array([_row(each.words, columns) for each in asked])
    sources = sorted({each.source for each in asked})
    beside = np.array([[*each.likeness, *(each.source == source for source in sources)] for each in asked])
    weights = _fitted(
        np.hstack([_SPREAD * rows, beside]),
        np.array([each.told for each in asked], float),
        np.array([each.weight for each in asked]),
        np.array([_RIDGE] * len(terms) + [0.1] * beside.shape[1]),
    )[: len(terms)]
    figures = rows @ weights
    return {BIAS: -figures.mean() / figures.std(), **dict(zip(terms, weights / figures.std(), strict=True))}


def _terms(asked: Sequence[Asked]) -> list[str]:
    """Return the terms that questions about all sorts of stories have."""
    by_term: dict[str, Counter[str]] = {}
    for each in asked:
        for term in terms_of(each.words):
            by_term.setdefault(term, Counter())[each.source] += 1
    return sorted(term for term, found in by_term.items() if _is_common(found))


def _is_common(found: Counter[str]) -> bool:
    total = found.total()
    return total >= _FEWEST and len(found) >= _SOURCES and max(found.values()) <= _MOST_OF_ONE * total


def _row(words: Sequence[str], columns: Mapping[str, int]) -> np.ndarray:
    row = np.zeros(len(columns))
    row[[columns[term] for term in terms_of(words) if term in columns]] = 1
    return row / math.sqrt(row.sum() or 1)


def _fitted(rows: np.ndarray, target: np.ndarray, weight: np.ndarray, ridge: np.ndarray) -> np.ndarray:
    """Fit a logistic regression by Newton's method."""
    found = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ found, -30, 30)))
        slope = rows.T @ (weight * (chance - target)) + ridge * found
        curve = (rows * (weight * chance * (1 - chance))[:, None]).T @ rows + np.diag(ridge)
        found -= np.linalg.solve(curve, slope)
    return found


def _left_out(asked: Sequence[Asked]) -> Section:
    """Return how well each source's questions are told apart by weights that others' taught."""
    found: Section = {}
    for source, own in groupby(sorted(asked, key=lambda each: each.source), key=lambda each: each.source):
        weights = learn([each for each in asked if each.source != source])
        columns = {term: at for at, term in enumerate(weights)}
        scored = [(float(_row(each.words, columns) @ np.array(list(weights.values()))), each.told) for each in own]
        share = auroc([score for score, told in scored if told], [score for score, told in scored if not told])
        found[source] = None if share is None else 100 * share
    return found


def _write(weights: Mapping[str, float]) -> None:
    lines = (f"{weight:.2f}\t{term}" for term, weight in sorted(weights.items(), key=lambda each: each[1]))
    text = "\n".join(line for line in lines if not line.startswith(("0.00", "-0.00")))
    Path(str(files("bot.matching").joinpath("seldom.txt"))).write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
