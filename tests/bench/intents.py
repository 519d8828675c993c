"""Public intent data: is the right intent first, and does the score tell questions that belong to none.

CLINC150 (Larson et al. 2019) is one .json file with `train`, `test` and `oos_test`. BANKING77 (Casanueva et al. 2020)
is two .csv files; name the one with `train` in its name, and `test` beside it is found.
"""

from __future__ import annotations

import argparse
import csv
import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.answering.records import Answer, Outcome
from bot.evaluation.measure import Share, auroc
from tests.bench.clock import beside_wratio, loaded, phrasings_of
from tests.bench.folders import write_knowledge
from tests.bench.report import Section, show
from tests.bench.typos import misspell, seeded

Labelled = tuple[str, str]
_KEPT_INSIDE = 0.95


@dataclass(frozen=True, slots=True)
class Data:
    """Questions with their intents to learn and to ask, and questions to ask that have none."""

    learn: list[Labelled]
    ask: list[Labelled]
    outside: list[str]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    options = _parser().parse_args(argv)
    show({_title(path, options): measured(read(path), options) for path in options.data}, as_json=options.json)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.intents", description="Public intent data.")
    parser.add_argument("data", type=Path, nargs="+", metavar="DATA", help="CLINC150's .json, BANKING77's train .csv")
    parser.add_argument("--phrasings", type=count, metavar="N", help="draw N phrasings an intent, or `all` (default)")
    parser.add_argument("--typos", action="store_true", help="misspell three in ten words of the test questions")
    parser.add_argument("--wratio", type=int, default=100, metavar="N", help="time WRatio on N (default: %(default)s)")
    parser.add_argument("--lexical", action="store_true", help="without the sentence encoder")
    parser.add_argument("--seed", type=int, default=0, help="of the draw and the typos (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def count(text: str) -> int | None:
    return None if text == "all" else int(text)


def _title(path: Path, options: argparse.Namespace) -> str:
    how = [", typos"] * options.typos + [", lexical"] * options.lexical
    return f"{path.stem}, {options.phrasings or 'all'} phrasings an intent{''.join(how)}"


def read(path: Path) -> Data:
    """Read a data set by the kind of its file."""
    if path.suffix == ".json":
        found = json.loads(path.read_text(encoding="utf-8"))
        learn, ask = ([(text, intent) for text, intent in found[part]] for part in ("train", "test"))
        return Data(learn, ask, [text for text, _ in found["oos_test"]])
    if "train" not in path.name:
        raise SystemExit(f"{path.name}: name the training file; the test file beside it is found.")
    return Data(_rows(path), _rows(path.with_name(path.name.replace("train", "test"))), [])


def _rows(path: Path) -> list[Labelled]:
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["category"]) for row in csv.DictReader(file)]


def measured(data: Data, options: argparse.Namespace) -> Section:
    """Learn some phrasings of each intent, ask the test questions, and judge the answers."""
    intents = sorted({intent for _, intent in data.learn})
    ids = {intent: f"intent-{number}" for number, intent in enumerate(intents)}
    with tempfile.TemporaryDirectory() as folder:
        knowledge = write_knowledge(Path(folder), _phrasings(data, ids, options))
        answerer, seconds = loaded(knowledge, lexical=options.lexical)
    draw = seeded(options.seed)
    asked = [*(text for text, _ in data.ask), *data.outside]
    asked = [misspell(text, draw) for text in asked] if options.typos else asked
    answers: dict[str, Answer] = {}
    times = beside_wratio(
        lambda text: answers.update({text: answerer.ask(text)}), asked, phrasings_of(answerer), options.wratio
    )
    inside, outside = ([answers[text] for text in part] for part in (asked[: len(data.ask)], asked[len(data.ask) :]))
    right = sum(_first(answer) == ids[intent] for answer, (_, intent) in zip(inside, data.ask, strict=True))
    return {
        "accuracy": Share(right, len(inside)),
        **_telling_apart(inside, outside),
        "load s": seconds,
        **times,
    }


def _phrasings(data: Data, ids: dict[str, str], options: argparse.Namespace) -> dict[str, list[str]]:
    draw = seeded(options.seed)
    found: dict[str, list[str]] = {intent: [] for intent in ids}
    for text, intent in data.learn:
        found[intent].append(text)
    count = options.phrasings
    return {ids[name]: draw.sample(each, count) if count else each for name, each in found.items()}


def _first(answer: Answer) -> str | None:
    return answer.candidates[0].entry.id if answer.candidates else None


def _telling_apart(inside: Sequence[Answer], outside: Sequence[Answer]) -> Section:
    """Say how well scores and decisions tell questions with an intent from questions with none."""
    scores = sorted(answer.score for answer in inside)
    cut = scores[int((1 - _KEPT_INSIDE) * len(scores))]
    below = Share(sum(answer.score < cut for answer in outside), len(outside))
    return {
        "AUROC": auroc(scores, [answer.score for answer in outside]),
        "outside refused where 95% inside are kept": below,
        "inside answered": _answered(inside),
        "outside answered": _answered(outside),
    }


def _answered(answers: Sequence[Answer]) -> Share:
    return Share(sum(answer.outcome is Outcome.ANSWERED for answer in answers), len(answers))


if __name__ == "__main__":
    raise SystemExit(main())
