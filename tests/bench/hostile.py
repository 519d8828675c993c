"""Hostile folders and hostile texts by the thousand: what became of them, the slowest, and the memory at most.

Usage: ``python -m tests.bench.hostile --folders 2000 --texts 5000 --seed 1``
"""

from __future__ import annotations

import argparse
import logging
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.answering.answerer import Answerer
from bot.answering.desk import Edition
from bot.discord.languages import language
from bot.discord.markup import plain
from bot.discord.render import Frame, answer_shown
from bot.discord.render_check import check_shown, clamped
from bot.matching import Meanings
from bot.matching.encoder import load_encoder
from bot.records.redaction import normalised
from bot.stories import load_library
from tests.bench.report import Section, quiet, show
from tests.bench.typos import seeded
from tests.hostile.folders import hostile_folder
from tests.hostile.harmless import check_limits, doing
from tests.hostile.outcomes import Outcome, outcome_of, warm_up
from tests.hostile.texts import hostile_text, repeated
from tests.hostile.watching import outside, watched
from tests.shipped import KNOWLEDGE

_QUESTION, _POST, _MESSAGE, _OPTION = 1_500, 3_000, 4_000, 6_000
_OUTCOMES = {
    Outcome.REFUSED: "refused, every fault with its place",
    Outcome.LOADED: "loaded, every quote proved",
    Outcome.NEITHER: "neither",
}


def folders(count: int, seed: int) -> Section:
    """Load hostile folders under an audit hook."""
    found: Counter[Outcome] = Counter()
    astray, slowest, first = 0, 0.0, None
    warm_up()
    for number in range(count):
        with tempfile.TemporaryDirectory(prefix="hostile-") as place:
            knowledge = hostile_folder(seeded(seed * 1_000_000 + number)).write(Path(place))
            with watched() as seen:
                judged = outcome_of(knowledge)
            astray += bool(outside(seen, knowledge))
        found[judged.outcome] += 1
        slowest = max(slowest, judged.seconds)
        if judged.outcome is Outcome.NEITHER and first is None:
            first = f"{number}: {judged.told}"
    counted = {name: found[outcome] for outcome, name in _OUTCOMES.items()}
    return {
        "folders": count,
        **counted,
        "first that is neither": first,
        "read elsewhere or run": astray,
        "slowest s": slowest,
    }


def texts(count: int, seed: int, *, encoder: bool) -> Section:
    """Ask, check, keep and echo drawn texts, and each of their pieces again and again."""
    edition = Edition(Answerer(load_library(KNOWLEDGE), meanings=Meanings(load_encoder()) if encoder else None))
    say = language("en")

    def ask(text: str) -> None:
        check_limits(answer_shown(edition.answerer.ask(text, "a talk"), say))

    def check(text: str) -> None:
        part, _ = clamped(text)
        check_limits(check_shown(edition.check(part, is_quote=True), Frame(say, edition.version)))

    def echo(text: str) -> None:
        assert not doing(plain(text))

    ways: dict[str, tuple[Callable[[str], object], int]] = {
        "question": (ask, _QUESTION),
        "post": (check, _POST),
        "kept": (normalised, _OPTION),
        "echoed": (echo, _MESSAGE),
    }
    edition.answerer.ask("what is read at the first question")
    drawn = [hostile_text(seeded(seed * 1_000_000 + number), _MESSAGE) for number in range(count)]
    made: dict[str, float | str | None] = {"texts": count}
    failed: str | None = None
    for name, (do, most) in ways.items():
        several = [*drawn, *repeated(most)]
        times = []
        for text in several:
            seconds, problem = _tried(do, text)
            times.append((seconds, text))
            failed = failed or (problem and f"{name}: {problem}")
        slowest, text = max(times)
        made[f"{name}: slowest, processor ms"] = slowest * 1_000
        made[f"{name}: that one begins"] = repr(text[:12])
    return {**made, "first that failed": failed}


def _tried(do: Callable[[str], object], text: str) -> tuple[float, str | None]:
    """Return the processor's seconds that a text took, which a busy machine hardly changes, and what failed."""
    began, problem = time.thread_time(), None
    try:
        do(text)
    except Exception as error:
        problem = f"{type(error).__name__} {error} of {text[:60]!r}"
    return time.thread_time() - began, problem


def _peak() -> float:
    """Return the most memory of this process in MiB; macOS counts bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)


def _measured(options: argparse.Namespace) -> dict[str, Section]:
    found: dict[str, Section] = {}
    if options.folders:
        found["folders"] = {**folders(options.folders, options.seed), "peak MiB": _peak()}
    if options.texts:
        asked = texts(options.texts, options.seed, encoder=options.encoder == "on")
        found["texts"] = {**asked, "peak MiB": _peak()}
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, and return 1 if anything is neither refused nor loaded, was read elsewhere, or failed."""
    parser = argparse.ArgumentParser(prog="hostile")
    parser.add_argument("--folders", type=int, default=2_000)
    parser.add_argument("--texts", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--encoder", choices=("on", "off"), default="off")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    with quiet(logging.WARNING):
        found = _measured(options)
    show(found, as_json=options.json)
    bad = ("neither", "read elsewhere or run", "first that failed")
    return int(any(section.get(name) for section in found.values() for name in bad))


if __name__ == "__main__":
    raise SystemExit(main())
