"""What the sentence encoder buys: public intent data with few and many phrasings, with the encoder and without.

Prints a table in Markdown; the one in README.md is made with it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.evaluation.measure import Share
from tests.bench.intents import count, measured, read
from tests.bench.report import Figure, Section

_FIGURES = {
    "accuracy": "accuracy",
    "AUROC": "AUROC",
    "outside refused where 95% inside are kept": "OOS@95",
    "load s": "load s",
    "p50 µs": "p50 ms",
}
_MICROSECONDS_IN_ONE = 1_000


def main(argv: Sequence[str] | None = None) -> int:
    """Run the study."""
    options = _parser().parse_args(argv)
    print(*_head(), sep="\n")
    for row in _rows(options):
        print(f"| {' | '.join(row)} |", flush=True)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.encoder_study", description="What the encoder buys.")
    parser.add_argument("data", type=Path, nargs="+", metavar="DATA", help="CLINC150's .json, BANKING77's train .csv")
    parser.add_argument(
        "--phrasings", type=count, nargs="+", default=[1, 3, 5, 10, None], metavar="N", help="default: 1 3 5 10 all"
    )
    parser.add_argument(
        "--typos-at", type=count, default=10, metavar="N", help="also with typos (default: %(default)s)"
    )
    parser.add_argument("--seed", type=int, default=0, help="default: %(default)s")
    return parser


def _head() -> tuple[str, str]:
    names = ["data", "phrasings", *(f"{name}, {kind}" for name in _FIGURES.values() for kind in ("words", "both"))]
    return f"| {' | '.join(names)} |", "|---" * len(names) + "|"


def _rows(options: argparse.Namespace) -> Iterator[list[str]]:
    for path in options.data:
        data = read(path)
        for phrasings, typos in [*((number, False) for number in options.phrasings), (options.typos_at, True)]:
            given = {"phrasings": phrasings, "typos": typos, "wratio": 1, "seed": options.seed}
            engines = [measured(data, argparse.Namespace(lexical=lexical, **given)) for lexical in (True, False)]
            yield [path.stem, f"{phrasings or 'all'}{', typos' if typos else ''}", *_cells(engines)]


def _cells(engines: Sequence[Section]) -> Iterator[str]:
    for name in _FIGURES:
        yield from (_cell(name, engine[name]) for engine in engines)


def _cell(name: str, figure: Figure) -> str:
    if isinstance(figure, Share):
        return "" if figure.value is None else f"{100 * figure.value:.1f}"
    if not isinstance(figure, float):
        return ""
    if name == "AUROC":
        return f"{100 * figure:.1f}"
    return f"{figure / _MICROSECONDS_IN_ONE:.1f}" if name.endswith("µs") else f"{figure:.1f}"


if __name__ == "__main__":
    raise SystemExit(main())
