"""New stories: how the engine fares on eight invented ones with few phrasings, as curators wrote them in an hour.

What stories seldom tell (bot/matching/seldom.txt) was learnt from their questions too: so each is asked with what the
others' questions teach. The weights for little knowledge are not left out so: they were chosen on these stories.
`--fit` fits what bot/matching/calibration.py has for little knowledge with near entries.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np

from bot.answering.answerer import Answerer
from bot.evaluation.measure import Share
from bot.matching import Matcher, Meanings
from bot.matching.calibration import Signals, fitted
from bot.matching.encoder import load_encoder
from bot.stories import Library, load_library
from tests.bench import seldom
from tests.bench.report import Section, show
from tests.bench.story_study import Asked, cut, measured, read_questions, sentences_of, shows_all
from tests.bench.typos import seeded

_NAMES = ("lead", "cover", "stranger", "lacking", "told")
_FEW = (1, 2, 3, 4)


@dataclass(frozen=True)
class Bed:
    """A story, its questions, and what all other stories' questions teach of what is seldom told."""

    name: str
    library: Library
    asked: Sequence[Asked]
    weights: Mapping[str, float]

    @contextmanager
    def ready(self) -> Iterator[None]:
        """Know of what is seldom told only what others teach."""
        with patch("bot.matching.seldom._weights", return_value=self.weights):
            yield


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    options = _parser().parse_args(argv)
    beds, sections = list(_beds(options.data)), {}
    for title, meanings in _readers(lexical=options.lexical):
        for phrasings in options.phrasings:
            figures = dict(_figures(beds, phrasings, meanings, options.seed))
            shown = figures if options.each else {"all": figures["all"]}
            sections |= {f"{name}, {phrasings} phrasings, {title}": section for name, section in shown.items()}
        if options.fit:
            sections[f"fitted, {title}"] = _fit(beds, meanings, options.seed)
    show(sections, as_json=options.json)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.new_stories", description="New stories.")
    parser.add_argument("--data", type=Path, default=seldom.DATA, metavar="DIR", help="default: %(default)s")
    parser.add_argument(
        "--phrasings", type=int, nargs="+", default=[5, 3, 1], metavar="N", help="of each entry, drawn; default: 5 3 1"
    )
    parser.add_argument("--each", action="store_true", help="show the figures of each story too")
    parser.add_argument("--lexical", action="store_true", help="without the sentence encoder only")
    parser.add_argument("--fit", action="store_true", help="fit the weights for little knowledge too")
    parser.add_argument("--seed", type=int, default=0, help="of the draw (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def _readers(*, lexical: bool) -> Iterator[tuple[str, Meanings | None]]:
    yield "words", None
    if not lexical:
        yield "words and meanings", Meanings(load_encoder())


def _beds(data: Path) -> Iterator[Bed]:
    everything = list(seldom.read(data))
    for file in sorted(data.glob("*/questions.jsonl")):
        name, library = file.parent.name, load_library(file.parent / "story")
        asked = list(read_questions(file, sentences_of(file.with_name("sentences.tsv"), library)))
        yield Bed(name, library, asked, seldom.learn([each for each in everything if each.source != name]))


def _figures(
    beds: Sequence[Bed], phrasings: int, meanings: Meanings | None, seed: int
) -> Iterator[tuple[str, Section]]:
    """Yield the figures of each story, and of all: shares of all questions, the mean of what is no share."""
    found: list[Section] = []
    for bed in beds:
        with bed.ready():
            found.append(measured(Answerer(cut(bed.library, phrasings, seeded(seed)), meanings=meanings), bed.asked))
        yield bed.name, found[-1]
    yield "all", {name: _together([each[name] for each in found]) for name in found[0]}


def _together(figures: Sequence[object]) -> Share | float:
    shares = [each for each in figures if isinstance(each, Share)]
    if shares:
        return Share(sum(each.count for each in shares), sum(each.total for each in shares))
    return float(np.mean([each for each in figures if isinstance(each, float)]))


def _fit(beds: Sequence[Bed], meanings: Meanings | None, seed: int) -> Section:
    signals, right = zip(*(each for bed in beds for each in _answered(bed, meanings, seed)), strict=True)
    rows = np.array([[asdict(each)[name] for name in _NAMES] for each in signals])
    found = fitted(rows, np.array(right, float), np.ones(len(rows)), list(_NAMES))
    return dict(found.weights) | {"bias": found.bias}


def _answered(bed: Bed, meanings: Meanings | None, seed: int) -> Iterator[tuple[Signals, bool]]:
    """Yield the signals for a story's questions, and whether the first entry would be a right answer."""
    with bed.ready():
        for phrasings in _FEW:
            matcher = Matcher(cut(bed.library, phrasings, seeded(seed)), meanings=meanings)
            for asked in bed.asked:
                match = matcher.match(asked.question)
                if not match.exact:
                    yield match.signals, shows_all(match.answerable[0].entry.citations, asked)


if __name__ == "__main__":
    raise SystemExit(main())
