"""Little knowledge: entries with one to eight phrasings each, drawn from public intent data.

So little can't be learnt from. Likeness decides, and what it is worth is fixed in bot/matching/calibration.py; this
benchmark shows how that fares, and with `--fit` what it would be by these samples.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from bot.answering.decision import ANSWER_AT
from bot.evaluation.measure import Share, auroc
from bot.matching import Matcher, Meanings
from bot.matching.calibration import Signals, fitted
from bot.matching.encoder import load_encoder
from bot.stories import Citation, Entry, Library, Story
from bot.stories.article import read_article
from tests.bench.intents import Data, read
from tests.bench.report import Section, show
from tests.bench.typos import seeded

_ENTRIES, _PHRASINGS = (2, 4, 8, 15, 30), (1, 2, 3, 5, 8)
_NEAR_SHARES = (0.0, 0.3)
_ASKED_INSIDE, _STRANGE_INTENTS, _ASKED_OF_THEM, _ASKED_OUTSIDE = 6, 6, 4, 15
_FITTED = {False: ("best", "cover", "margin"), True: ("best", "margin", "alike")}


@dataclass(frozen=True, slots=True)
class Result:
    """One question: the phrasings an entry has, whether its answer is there, and whether that came first."""

    phrasings: int
    inside: bool
    right: bool
    score: float
    signals: Signals


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    options = _parser().parse_args(argv)
    draw, data = seeded(options.seed), [read(path) for path in options.data]
    meanings = None if options.lexical else Meanings(load_encoder())
    results = [each for _ in range(options.samples) for each in _sample(draw.choice(data), draw, meanings)]
    sections = {f"{count} phrasings an entry": _figures(results, count) for count in _PHRASINGS}
    if options.fit:
        sections["fitted to these samples"] = _fit(results, by_meaning=not options.lexical)
    show(sections, as_json=options.json)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.few_phrasings", description="Little knowledge.")
    parser.add_argument("data", type=Path, nargs="+", metavar="DATA", help="CLINC150's .json, BANKING77's train .csv")
    parser.add_argument("--samples", type=int, default=90, metavar="N", help="knowledge bases (default: %(default)s)")
    parser.add_argument("--lexical", action="store_true", help="without the sentence encoder")
    parser.add_argument("--fit", action="store_true", help="fit the weights of the signals too")
    parser.add_argument("--seed", type=int, default=1, help="default: %(default)s")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def _sample(data: Data, draw: random.Random, meanings: Meanings | None) -> Iterator[Result]:
    """Make a knowledge base of some intents, and ask it about these, about others, and about what has none."""
    count, phrasings, near = draw.choice(_ENTRIES), draw.choice(_PHRASINGS), draw.choice(_NEAR_SHARES)
    every = sorted({intent for _, intent in data.learn})
    intents = draw.sample(every, min(count + _STRANGE_INTENTS, len(every)))
    count = min(count, len(intents) - 1)
    learnt = [_some(data.learn, intent, phrasings, draw) for intent in intents[:count]]
    entries = [_entry(number, questions, near, draw) for number, questions in enumerate(learnt)]
    if not any(entry.in_story for entry in entries):
        return
    matcher = Matcher(_library(entries), meanings=meanings)
    asked = [(text, entry) for entry, intent in zip(entries, intents, strict=False) for text in
             _some(data.ask, intent, _ASKED_INSIDE, draw)]  # fmt: skip
    asked += [(text, None) for intent in intents[count:] for text in _some(data.ask, intent, _ASKED_OF_THEM, draw)]
    asked += [(text, None) for text in draw.sample(data.outside, min(_ASKED_OUTSIDE, len(data.outside)))]
    for text, entry in asked:
        match = matcher.match(text)
        inside = entry is not None and entry.in_story
        right = inside and match.answerable[0].entry.id == entry.id
        yield Result(phrasings, inside, right, match.score, match.signals)


def _some(labelled: Sequence[tuple[str, str]], intent: str, count: int, draw: random.Random) -> list[str]:
    found = [text for text, own in labelled if own == intent]
    return draw.sample(found, min(count, len(found)))


def _entry(number: int, questions: Sequence[str], near: float, draw: random.Random) -> Entry:
    return Entry(f"e{number}", tuple(questions), f"Matter {number}.", (), in_story=draw.random() >= near)


def _library(entries: Sequence[Entry]) -> Library:
    article = read_article("Desk by desk, everything is dealt with.\n")
    citation = Citation(article.text.strip(), 0, len(article.text.strip()), 1)
    cited = tuple(Entry(each.id, each.questions, each.answer, (citation,), each.in_story) for each in entries)
    return Library((Story("desk", "Desk", article, cited),), "v")


def _figures(results: Sequence[Result], phrasings: int) -> Section:
    own = [each for each in results if each.phrasings == phrasings]
    inside, outside = [each for each in own if each.inside], [each for each in own if not each.inside]
    answered = [each for each in own if each.score >= ANSWER_AT]
    return {
        "inside: right entry first": Share(sum(each.right for each in inside), len(inside)),
        "inside: answered": Share(sum(each.score >= ANSWER_AT for each in inside), len(inside)),
        "outside: answered": Share(sum(each.score >= ANSWER_AT for each in outside), len(outside)),
        "right of all answers": Share(sum(each.right for each in answered), len(answered)),
        "AUROC": auroc([each.score for each in inside], [each.score for each in outside]),
    }


def _fit(results: Sequence[Result], *, by_meaning: bool) -> Section:
    """Fit what bot/matching/calibration.py has for knowledge without near entries, where there is no gap to them."""
    names, results = list(_FITTED[by_meaning]), [each for each in results if not each.signals.gap]
    rows = np.array([[asdict(each.signals)[name] for name in names] for each in results])
    found = fitted(rows, np.array([each.right for each in results], float), np.ones(len(results)), names)
    return dict(found.weights) | {"bias": found.bias}


if __name__ == "__main__":
    raise SystemExit(main())
