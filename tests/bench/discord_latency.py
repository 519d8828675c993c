"""Latency on Discord: many people type and ask at once, and the bot measures how long each waits for its answer."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import signal
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from bot.stories import load_library
from tests.bench.report import Section, show
from tests.bench.typos import misspell, seeded
from tests.local_discord import Actor, LocalDiscord
from tests.shipped import KNOWLEDGE

# People type about five letters a second; Discord asks for choices a few times a second.
_LETTERS_A_STROKE = 4
_SECONDS_A_STROKE = (0.15, 0.35)
_SECONDS_OF_READING = (0.5, 1.5)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    options = _parser().parse_args(argv)
    show(asyncio.run(_measured(options)), as_json=options.json)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.discord_latency", description="Latency on Discord.")
    parser.add_argument("--people", type=int, default=50, metavar="N", help="at once (default: %(default)s)")
    parser.add_argument("--seconds", type=float, default=20.0, metavar="S", help="of talk (default: %(default)s)")
    parser.add_argument("--knowledge", type=Path, default=KNOWLEDGE, metavar="DIR", help="default: the shipped one")
    parser.add_argument("--seed", type=int, default=0, help="default: %(default)s")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


async def _measured(options: argparse.Namespace) -> Mapping[str, Section]:
    """Let people talk to a bot in a process of its own, and return what it measured."""
    library = load_library(options.knowledge)
    questions = [question for _, entry in library.entries() for question in entry.questions]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "figures.json"
        async with LocalDiscord(timeout=60.0) as local:
            bot = await _started(local, options.knowledge, Path(folder), file)
            draw = seeded(options.seed)
            people = [
                _Person(local, f"person-{number}", questions, seeded(draw.randrange(2**32)))
                for number in range(options.people)
            ]
            await asyncio.gather(*(person.talk(options.seconds) for person in people))
            bot.send_signal(signal.SIGTERM)
            await bot.wait()
        return _sections(json.loads(file.read_text(encoding="utf-8")))


async def _started(local: LocalDiscord, knowledge: Path, folder: Path, file: Path) -> asyncio.subprocess.Process:
    own = {"DISCORD_TOKEN": local.token, "KNOWLEDGE_DIR": str(knowledge), "CACHE_DIR": str(folder / "cache")}
    own |= {"RECORDS": "off", "QUESTIONS_PER_MINUTE": "0", "CHANNEL_ANSWERS_PER_MINUTE": "0", "LOG_LEVEL": "ERROR"}
    command = [sys.executable, "-m", "tests.bench.probed", local.rest_url, local.gateway_url, str(file)]
    bot = await asyncio.create_subprocess_exec(*command, env={**os.environ, **own})
    await local.online(within=60)
    return bot


class _Person:
    """Somebody who types questions, asks them, reads, presses a button, and now and then mentions the bot."""

    def __init__(self, local: LocalDiscord, name: str, questions: Sequence[str], draw: random.Random) -> None:
        self._local, self._questions, self._draw = local, questions, draw
        self._actor: Actor = local.user(name)
        # A channel for each, for a mention's answer is told by its channel.
        self._channel = local.add_channel(name)

    async def talk(self, seconds: float) -> None:
        """Go on for so long."""
        async with asyncio.timeout(seconds + 60):
            loop = asyncio.get_running_loop()
            end = loop.time() + seconds
            await asyncio.sleep(self._draw.uniform(0, 1))
            while loop.time() < end:
                await self._ask()

    async def _ask(self) -> None:
        question = misspell(self._draw.choice(self._questions), self._draw)[:300]
        if self._draw.random() < 0.2:
            message = await self._actor.says(self._channel, question, mention_bot=True)
            await self._local.next_message(self._channel, after=message)
            return
        for end in range(_LETTERS_A_STROKE, min(len(question), 40), _LETTERS_A_STROKE):
            await self._actor.autocomplete(self._channel, "ask", focused="question", question=question[:end])
            await asyncio.sleep(self._draw.uniform(*_SECONDS_A_STROKE))
        record = await self._actor.slash(self._channel, "ask", question=question)
        await asyncio.sleep(self._draw.uniform(*_SECONDS_OF_READING))
        labels = [each["label"] for row in record.components for each in row["components"]]
        if labels:
            await self._actor.clicks(record, self._draw.choice([each for each in labels if each != "Share"] or labels))


def _sections(figures: Mapping[str, object]) -> Mapping[str, Section]:
    times: Mapping[str, Sequence[float]] = figures["times"]  # type: ignore[assignment]
    first = [each for kind, found in times.items() if kind != "autocomplete" for each in found]
    turns: Sequence[float] = figures["longest turns"]  # type: ignore[assignment]
    return {
        "first response": _percentiles(first),
        "autocomplete": _percentiles(times.get("autocomplete", [])),
        "event loop": {"turns": figures["turns"], "longest turn, ms": turns[-1] if turns else None},  # type: ignore[dict-item]
    }


def _percentiles(times: Sequence[float]) -> Section:
    if not times:
        return {"count": 0}
    p50, p95, p99, most = map(float, np.percentile(times, (50, 95, 99, 100)))
    return {"count": len(times), "p50 ms": p50, "p95 ms": p95, "p99 ms": p99, "most ms": most}


if __name__ == "__main__":
    raise SystemExit(main())
