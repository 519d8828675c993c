"""Load: people in many servers ask for minutes, by turns of Verbatim and of a bot that replies with a constant.

Each bot is a program of its own on a local Discord of its own, and both local Discords and all people are this process:
so whatever the people and the machine do to one bot they do to the other.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import random
import signal
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import psutil

from bot.stories import load_library
from tests.bench.crowd import BusyDiscord, Person, bot_process, draw_question, mebibytes, settle_people, without_pauses
from tests.bench.report import Section, show
from tests.bench.typos import misspell, seeded
from tests.shipped import KNOWLEDGE

_SECONDS_A_TURN = 10.0
_PEOPLE_FLAT_OUT = 32
_ONE_IN_FLAT_OUT = 8


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    options = _parser().parse_args(argv)
    show(asyncio.run(_measured(options)), as_json=options.json)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.load", description="Load, beside a constant bot.")
    parser.add_argument("--people", type=int, default=1_000, metavar="N", help="default: %(default)s")
    parser.add_argument("--servers", type=int, default=200, metavar="N", help="default: %(default)s")
    parser.add_argument("--seconds", type=float, default=120.0, metavar="S", help="of each bot (default: %(default)s)")
    parser.add_argument("--every", type=float, default=10.0, metavar="S", help="a person asks (default: %(default)s)")
    parser.add_argument("--knowledge", type=Path, default=KNOWLEDGE, metavar="DIR", help="default: the shipped one")
    parser.add_argument("--encoder", choices=("on", "off"), default="off", help="default: %(default)s")
    parser.add_argument("--records", action="store_true", help="keep records, as the bot does unless told otherwise")
    parser.add_argument("--seed", type=int, default=0, help="default: %(default)s")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


@dataclass
class Side:
    """One bot, its Discord and its people, and what they have seen."""

    name: str
    local: BusyDiscord
    people: Sequence[Person]
    process: psutil.Process
    file: Path
    times: list[float] = field(default_factory=list)
    asked: int = 0
    lost: int = 0
    seconds: float = 0.0
    flat_out: int = 0
    flat_out_seconds: float = 0.0
    cpu_seconds: float = 0.0
    start: float = 0.0
    peak: float = 0.0

    def sample(self) -> None:
        """Look at the bot's memory."""
        self.peak = max(self.peak, mebibytes(self.process))


async def _measured(options: argparse.Namespace) -> Mapping[str, Section]:
    library = load_library(options.knowledge)
    questions = [question for _, entry in library.entries() for question in entry.questions]
    draw = seeded(options.seed)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        settings = {"KNOWLEDGE_DIR": str(options.knowledge), "CACHE_DIR": str(folder / "cache")}
        settings |= {"ENCODER": options.encoder, "RECORDS": str(folder / "records.db") if options.records else "off"}
        bare = await _bare(options, folder)
        async with contextlib.AsyncExitStack() as stack:
            sides = []
            for name in ("verbatim", "constant"):
                local = await stack.enter_async_context(BusyDiscord())
                people = settle_people(local, options.people, options.servers)
                file = folder / f"{name}.json"
                process = await stack.enter_async_context(bot_process(local, name, file, settings))
                sides.append(Side(name, local, people, process, file))
            await _by_turns(sides, options, questions, draw)
        return _sections(sides, bare, options)


async def _bare(options: argparse.Namespace, folder: Path) -> float:
    """The memory of a client that is in as many servers and does nothing."""
    async with BusyDiscord() as local:
        settle_people(local, options.people, options.servers)
        async with bot_process(local, "bare", folder / "bare.json", {}) as process:
            await asyncio.sleep(2)
            return mebibytes(process)


async def _by_turns(
    sides: Sequence[Side], options: argparse.Namespace, questions: Sequence[str], draw: random.Random
) -> None:
    turns = max(1, round(options.seconds / _SECONDS_A_TURN))
    length = options.seconds / turns
    for number in range(turns):
        # The same people ask the same at the same times.
        seed = draw.randrange(2**32)
        for side in sides if number % 2 == 0 else reversed(sides):
            with without_pauses():
                await _turn(side, length, options.every, questions, seeded(seed))
            if not side.start:
                side.start = mebibytes(side.process)
    for side in sides:
        # What each question costs is written now: flat out, each waits for the others.
        side.process.send_signal(signal.SIGUSR1)
    await asyncio.sleep(0.5)
    for number in range(max(1, turns // _ONE_IN_FLAT_OUT) * 2):
        for side in sides if number % 2 == 0 else reversed(sides):
            with without_pauses():
                await _flat_out(side, length, questions, draw)


async def _turn(side: Side, seconds: float, every: float, questions: Sequence[str], draw: random.Random) -> None:
    """Let everybody ask now and then; who still waits at the end is waited for."""
    began, used = time.perf_counter(), _cpu_seconds(side.process)
    end = began + seconds
    await asyncio.gather(
        *(
            _ask_now_and_then(side, person, end, every, questions, seeded(draw.randrange(2**32)))
            for person in side.people
        )
    )
    side.seconds += time.perf_counter() - began
    side.cpu_seconds += _cpu_seconds(side.process) - used
    side.local.forget()


def _cpu_seconds(process: psutil.Process) -> float:
    used = process.cpu_times()
    return float(used.user + used.system)


async def _ask_now_and_then(  # noqa: PLR0917 - what one person needs
    side: Side, person: Person, end: float, every: float, questions: Sequence[str], draw: random.Random
) -> None:
    # As if the turn were cut out of a long day: whoever's next question lies behind its end does not ask in it.
    due = time.perf_counter() + draw.uniform(0, every)
    while due < end:
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        await _ask(side, person, misspell(draw_question(questions, draw), draw), by_mention=draw.random() < 0.5)
        due = max(time.perf_counter(), due + every)
        if side.asked % 50 == 0:
            side.sample()


async def _ask(side: Side, person: Person, question: str, *, by_mention: bool) -> None:
    side.asked += 1
    try:
        _, seconds = await (person.mentions(question) if by_mention else person.asks(question))
    except TimeoutError:
        side.lost += 1
    else:
        side.times.append(seconds * 1_000)


async def _flat_out(side: Side, seconds: float, questions: Sequence[str], draw: random.Random) -> None:
    """Let a few ask without a pause: as much as there can be."""
    began = time.perf_counter()

    async def on_and_on(person: Person, own: random.Random) -> None:
        while time.perf_counter() - began < seconds:
            question = misspell(draw_question(questions, own), own)
            try:
                await (person.mentions(question) if own.random() < 0.5 else person.asks(question))
            except TimeoutError:
                # A command that had to wait for more than three seconds: Discord takes no answer to it any more.
                continue
            side.flat_out += 1

    some = side.people[:_PEOPLE_FLAT_OUT]
    await asyncio.gather(*(on_and_on(person, seeded(draw.randrange(2**32))) for person in some))
    side.flat_out_seconds += time.perf_counter() - began
    side.sample()
    side.local.forget()


def _sections(sides: Sequence[Side], bare: float, options: argparse.Namespace) -> Mapping[str, Section]:
    ours, constant = (_figures(side) for side in sides)
    sections: dict[str, Section] = {"Verbatim": ours, "a bot that replies with a constant": constant}
    both = {
        "rate held, of the constant bot's": _ratio(ours["answers a second"], constant["answers a second"]),
        "flat out, of the constant bot's": _ratio(ours["flat out, a second"], constant["flat out, a second"]),
        "offered a second": options.people / options.every,
        "bare client MiB": bare,
        "peak over a bare client, MiB": sides[0].peak - bare,
    }
    return sections | {"together": both}


def _ratio(ours: object, other: object) -> float | None:
    return float(ours) / float(other) if ours and other else None  # type: ignore[arg-type]


def _figures(side: Side) -> dict[str, float | int | None]:
    measured = json.loads(side.file.read_text(encoding="utf-8"))
    own = [each for found in measured["times"].values() for each in found]
    blocks = measured["longest blocks"]
    return {
        "asked": side.asked,
        "lost": side.lost,
        "answers a second": len(side.times) / side.seconds if side.seconds else None,
        **_percentiles("delivery ms", side.times),
        **_percentiles("own share ms", own),
        "processor ms an answer": 1_000 * side.cpu_seconds / len(side.times) if side.times else None,
        "longest block ms": blocks[-1] if blocks else None,
        "blocks over 50 ms": sum(each > 50 for each in blocks),
        "flat out, a second": side.flat_out / side.flat_out_seconds if side.flat_out_seconds else None,
        "memory at start MiB": side.start,
        "memory at most MiB": side.peak,
    }


def _percentiles(name: str, found: Sequence[float]) -> dict[str, float]:
    if not found:
        return {}
    p50, p99, most = map(float, np.percentile(found, (50, 99, 100)))
    return {f"{name}, p50": p50, f"{name}, p99": p99, f"{name}, most": most}


if __name__ == "__main__":
    raise SystemExit(main())
