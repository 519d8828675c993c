"""Time and memory: microseconds a question beside WRatio, and the bot's own start in a process of its own."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import fmean, median

import numpy as np
from rapidfuzz import process

from bot.answering.answerer import Answerer
from bot.matching import Meanings
from bot.matching.encoder import load_encoder
from bot.memory import settle
from bot.stories import load_library
from tests.bench.report import Section

ROOT = Path(__file__).resolve().parents[2]
_BLOCKS = 10


def loaded(knowledge: Path, *, lexical: bool) -> tuple[Answerer, float]:
    """Load as the command line does without a cache, unless ``lexical`` with the encoder; return the seconds too."""
    before = time.perf_counter()
    gc.disable()
    answerer = Answerer(load_library(knowledge), meanings=None if lexical else Meanings(load_encoder()))
    settle()
    gc.enable()
    return answerer, time.perf_counter() - before


def phrasings_of(answerer: Answerer) -> list[str]:
    """Return every phrasing of every entry."""
    return [question for _, entry in answerer.library.entries() for question in entry.questions]


def beside_wratio(ask: Callable[[str], object], questions: Sequence[str], known: Sequence[str], wratio: int) -> Section:
    """Time each question once, and some of them with extractOne over the ``known`` phrasings, by turns in one run.

    A noisy machine slows both alike, so each block has a ratio of its own and their median is told.
    """
    blocks = [block for at in range(_BLOCKS) if (block := questions[at::_BLOCKS])]
    own: list[float] = []
    theirs: list[float] = []
    ratios: list[float] = []
    for block in blocks:
        mine = [_microseconds(partial(ask, question)) for question in block]
        few = block[: max(1, wratio // len(blocks))]
        other = [_microseconds(partial(process.extractOne, question, known)) for question in few]
        own, theirs, ratios = own + mine, theirs + other, [*ratios, fmean(other) / fmean(mine)]
    return {**_percentiles(own), "WRatio extractOne, mean µs": fmean(theirs), "times faster": median(ratios)}


def _microseconds(call: Callable[[], object]) -> float:
    before = time.perf_counter_ns()
    call()
    return (time.perf_counter_ns() - before) / 1_000


def _percentiles(times: Sequence[float]) -> Section:
    p50, p95, p99 = map(float, np.percentile(times, (50, 95, 99)))
    return {"questions": len(times), "p50 µs": p50, "p95 µs": p95, "p99 µs": p99, "mean µs": fmean(times)}


@dataclass(frozen=True, slots=True)
class Start:
    """A start of the bot's own command: seconds to its first answer, and MiB after all answers and at most."""

    seconds: float
    resident: float | None
    peak: float | None

    @property
    def section(self) -> Section:
        """The figures with their names."""
        return {"first answer after s": self.seconds, "resident MiB": self.resident, "peak MiB": self.peak}


def started(knowledge: Path, cache: Path, questions: Sequence[str], *, lexical: bool) -> Start:
    """Start the bot in a fresh process with this cache folder and ask it questions."""
    command = [sys.executable, "-m", "bot", "ask", "--jsonl", "--knowledge", str(knowledge.resolve())]
    own = {"CACHE_DIR": str(cache), "ENCODER": "off" if lexical else "on", "PYTHONIOENCODING": "utf-8"}
    settings = {**os.environ, **own}
    before = time.perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, env=settings, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as bot:
        _exchange(bot, questions[0])
        seconds = time.perf_counter() - before
        for question in questions[1:]:
            _exchange(bot, question)
        return Start(seconds, _mebibytes(bot.pid, "VmRSS"), _mebibytes(bot.pid, "VmHWM"))


def _exchange(bot: subprocess.Popen[str], question: str) -> None:
    assert bot.stdin
    assert bot.stdout
    bot.stdin.write(json.dumps({"question": question}) + "\n")
    bot.stdin.flush()
    if not bot.stdout.readline():
        raise SystemExit("the bot ended without an answer")


def _mebibytes(process_id: int, name: str) -> float | None:
    """Read a figure of a process from Linux, which alone tells the peak of a process without that of its parent."""
    status = Path(f"/proc/{process_id}/status")
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{name}:")), None)
