"""All fault scripts, one after the other, and a table of what came of each."""

from __future__ import annotations

import argparse
import json
import logging
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from bot.answering.answerer import Answerer
from bot.stories import load_library
from tests.bench.folders import generated, write_knowledge
from tests.bench.report import quiet
from tests.faults.scripts import SCRIPTS
from tests.faults.stage import Report, Script, played

_COLUMNS = ("fault", "delivered", "answered", "hopeless", "doubled", "lost", "came back after s", "left behind")


def main(argv: Sequence[str] | None = None) -> int:
    """Play the scripts; the status is 1 if anything was lost, doubled or left behind."""
    options = _parser().parse_args(argv)
    wanted = [script for script in SCRIPTS if options.only in script.name]
    with tempfile.TemporaryDirectory() as place:
        library = load_library(write_knowledge(Path(place), *generated(10, 40, seed=1)))
    answerer = Answerer(library)
    question = library.stories[0].entries[0].question
    # Every fault leaves lines in the log; here the table tells.
    with quiet(logging.CRITICAL):
        reports = [_played(each, answerer, question, options.speed) for each in wanted for _ in range(options.times)]
    print(_json(reports) if options.json else _table(reports), flush=True)
    return 0 if all(report.is_clean for report in reports) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.faults", description="Faults, and what they cost.")
    parser.add_argument(
        "--speed", type=float, default=60.0, help="how fast time runs; 1 is real (default: %(default)s)"
    )
    parser.add_argument("--times", type=int, default=1, metavar="N", help="play each so often (default: %(default)s)")
    parser.add_argument("--only", default="", metavar="TEXT", help="only scripts with this in their name")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def _played(script: Script, answerer: Answerer, question: str, speed: float) -> Report:
    try:
        return played(script, answerer, question, speed)
    except Exception as error:
        return Report(script.name, problems=[f"{type(error).__name__}: {error}"])


def _json(reports: Sequence[Report]) -> str:
    return json.dumps({"faults": [asdict(each) for each in reports], "all": _total(reports)})


def _total(reports: Sequence[Report]) -> dict[str, int]:
    names = ("delivered", "answered", "hopeless", "doubled", "lost")
    return {name: sum(getattr(each, name) for each in reports) for name in names}


def _table(reports: Sequence[Report]) -> str:
    rows = [_COLUMNS, *map(_row, reports), ("all", *map(str, _total(reports).values()), "", "")]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    problems = [f"{each.name}: {problem}" for each in reports for problem in each.problems]
    return "\n".join([*lines, *problems])


def _row(report: Report) -> tuple[str, ...]:
    numbers = (report.delivered, report.answered, report.hopeless, report.doubled, report.lost)
    back = "" if report.came_back_after is None else f"{report.came_back_after:.1f}"
    left = report.tasks_left + report.files_left + report.threads_left
    return (report.name, *map(str, numbers), back, str(left))


if __name__ == "__main__":
    raise SystemExit(main())
