"""Speed and memory: microseconds a question beside rapidfuzz's WRatio, seconds to start, MiB of the process."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.answering.answerer import Answerer
from bot.matching import SHIPPED, Cache, Meanings
from bot.matching.encoder import load_encoder
from bot.stories import load_library
from tests.bench.clock import beside_wratio, loaded, phrasings_of, started
from tests.bench.folders import generated, write_knowledge
from tests.bench.report import Section, show
from tests.bench.typos import misspell, seeded
from tests.shipped import KNOWLEDGE


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    options = _parser().parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        knowledge = options.knowledge
        if options.entries:
            made = generated(options.entries, options.phrasings or 5 * options.entries, options.seed)
            knowledge = write_knowledge(Path(folder), *made)
        show(_sections(knowledge, Path(folder) / "cache", options), as_json=options.json)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.speed", description="Speed and memory.")
    parser.add_argument("--knowledge", type=Path, default=KNOWLEDGE, metavar="DIR", help="default: the shipped one")
    parser.add_argument("--entries", type=int, metavar="N", help="generate this many entries instead")
    parser.add_argument("--phrasings", type=int, metavar="N", help="and this many phrasings (default: five an entry)")
    parser.add_argument("--questions", type=int, default=2_000, metavar="N", help="to time (default: %(default)s)")
    parser.add_argument("--wratio", type=int, default=100, metavar="N", help="of them by WRatio (default: %(default)s)")
    parser.add_argument("--starts", type=int, default=200, metavar="N", help="to ask a start (default: %(default)s)")
    parser.add_argument("--lexical", action="store_true", help="without the sentence encoder")
    parser.add_argument("--seed", type=int, default=0, help="default: %(default)s")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def _sections(knowledge: Path, cache: Path, options: argparse.Namespace) -> Mapping[str, Section]:
    """Measure the asking here, and each start in a process of its own."""
    answerer, without = loaded(knowledge, lexical=options.lexical)
    draw, known = seeded(options.seed), phrasings_of(answerer)
    # Misspelt, so that none is a phrasing word for word and every one needs the repair of words.
    questions = [misspell(draw.choice(known), draw) for _ in range(options.questions + options.starts)]
    first, timed = questions[: options.starts], questions[options.starts :]
    for question in first:
        answerer.ask(question)
    asking = beside_wratio(answerer.ask, timed, known, options.wratio)
    matching = beside_wratio(answerer.matcher.match, timed, known, options.wratio)
    size = {"entries": sum(1 for _ in answerer.library.entries()), "phrasings": len(known)}
    del answerer
    cold, warm = (started(knowledge, cache, first, lexical=options.lexical) for _ in range(2))
    return {
        "knowledge": {**size, **_shipped(knowledge, lexical=options.lexical), "load s, in process, learnt": without},
        "a question, answered": asking,
        "a question, matched": matching,
        "start without a cache": cold.section,
        "start with a cache": warm.section,
    }


def _shipped(knowledge: Path, *, lexical: bool) -> Section:
    """Time loading what ships for this knowledge, if anything does."""
    cache = Cache(None, SHIPPED)
    if not cache.expects(knowledge):
        return {}
    before = time.perf_counter()
    Answerer(load_library(knowledge), cache=cache, meanings=None if lexical else Meanings(load_encoder()))
    return {"load s, in process, shipped": time.perf_counter() - before}


if __name__ == "__main__":
    raise SystemExit(main())
