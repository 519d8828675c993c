"""Soak: questions, reloads and presses by the thousand, and what the bot has more of at the end than before."""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.bench.crowd import BusyDiscord, Person, bot_process, draw_question, mebibytes, settle_people
from tests.bench.reload_load import Folder, Tally, _figure, _prepared, _reload
from tests.bench.report import Section, show
from tests.bench.typos import misspell, seeded
from tests.local_discord.components import names
from tests.shipped import KNOWLEDGE

_SAMPLES = 200
_WARM_UP, _WINDOW = 0.1, 0.05
_PRESSED = ("In context", "Related", "Wrong?")
_FAULTS = ("quote", "yaml", "speaker")
_KEPT_QUESTIONS = 500


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    options = _parser().parse_args(argv)
    show(asyncio.run(_measured(options)), as_json=options.json)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.soak", description="Memory, tasks and files at length."
    )
    parser.add_argument("--questions", type=int, default=20_000, metavar="N", help="default: %(default)s")
    parser.add_argument("--reloads", type=int, default=200, metavar="N", help="default: %(default)s")
    parser.add_argument("--presses", type=int, default=1_000, metavar="N", help="default: %(default)s")
    parser.add_argument("--people", type=int, default=16, metavar="N", help="who ask at once (default: %(default)s)")
    parser.add_argument("--knowledge", type=Path, default=KNOWLEDGE, metavar="DIR", help="default: the shipped one")
    parser.add_argument("--entries", type=int, metavar="N", help="generate knowledge with so many entries")
    parser.add_argument("--phrasings", type=int, default=1_000, metavar="N", help="of generated knowledge")
    parser.add_argument("--encoder", choices=("on", "off"), default="off", help="default: %(default)s")
    parser.add_argument("--seed", type=int, default=0, help="default: %(default)s")
    parser.add_argument("--log", type=Path, metavar="FILE", help="write each sample there as it is taken")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


@dataclass
class State:
    """How far it is, and the samples of the bot's memory with the number of questions at each."""

    process: psutil.Process
    options: argparse.Namespace
    asked: int = 0
    answered: int = 0
    presses: int = 0
    lost: list[str] = field(default_factory=list)
    samples: list[tuple[int, float]] = field(default_factory=list)
    # Open files and threads once the bot has warmed up: a database is opened when there is something to write.
    open_before: tuple[int, int] | None = None
    began: float = field(default_factory=time.monotonic)

    @property
    def part(self) -> float:
        """The share of the questions that have been asked."""
        return self.asked / self.options.questions

    def sample(self) -> None:
        """Note the bot's memory."""
        self.samples.append((self.asked, mebibytes(self.process)))
        if self.open_before is None and self.part >= _WARM_UP:
            self.open_before = _open_files(self.process), self.process.num_threads()
        if self.options.log:
            line = [*self.samples[-1], round(time.monotonic() - self.began), self.presses, self.process.num_fds()]
            with self.options.log.open("a", encoding="utf-8") as log:
                log.write(f"{json.dumps(line)}\n")

    def mean(self, start: float, end: float) -> float | None:
        """The mean of the samples between two shares of the questions."""
        total = self.options.questions
        found = [memory for asked, memory in self.samples if start * total <= asked <= end * total]
        return sum(found) / len(found) if found else None


async def _measured(options: argparse.Namespace) -> Mapping[str, Section]:
    with tempfile.TemporaryDirectory() as place:
        folder, questions = _prepared(options, Path(place))
        async with BusyDiscord() as local:
            people = settle_people(local, options.people, max(1, options.people // 4))
            settings = {
                "KNOWLEDGE_DIR": str(folder.root),
                "CACHE_DIR": str(Path(place) / "cache"),
                "RECORDS": str(Path(place) / "records.db"),
                "ENCODER": options.encoder,
                "HOME_GUILD": str(local.home.id),
                "MODERATOR_USERS": str(local.user("mod").id),
            }
            figures = Path(place) / "figures.json"
            async with bot_process(local, "unwatched", figures, settings) as process:
                return await _soaked(local, people, folder, list(questions), process, figures, options)


async def _soaked(  # noqa: PLR0917 - everything there is
    local: BusyDiscord,
    people: Sequence[Person],
    folder: Folder,
    questions: Sequence[str],
    process: psutil.Process,
    figures: Path,
    options: argparse.Namespace,
) -> Mapping[str, Section]:
    state, tally, draw = State(process, options), Tally(), seeded(options.seed)
    tasks = await _tasks(process, figures)
    reloading = asyncio.create_task(_reload_now_and_then(local, folder, tally, state))
    await asyncio.gather(*(_ask_on(person, questions, state, seeded(draw.randrange(2**32))) for person in people))
    await reloading
    state.sample()
    # What is being written or closed has a moment for it.
    await asyncio.sleep(3)
    left = await _tasks(process, figures) - tasks
    files, threads = state.open_before or (0, 0)
    before, after = state.mean(_WARM_UP, _WARM_UP + _WINDOW), state.mean(1 - _WINDOW, 1)
    return {
        "done": {
            "questions": state.answered,
            "reloads": tally.counts["applied"] + tally.counts["faulty"],
            "presses": state.presses,
            "seconds": time.monotonic() - state.began,
            "lost": len(state.lost),
            "first lost": state.lost[0] if state.lost else None,
            "reloads that went wrong": len(tally.wrong),
            "first wrong": tally.wrong[0] if tally.wrong else None,
        },
        "memory": {
            "at start MiB": state.samples[0][1],
            "after warm-up MiB": before,
            "at the end MiB": after,
            "at most MiB": max(memory for _, memory in state.samples),
            "growth after warm-up": after / before - 1 if before and after else None,
        },
        "left behind": {
            "tasks": left.total(),
            "files": max(0, _open_files(process) - files),
            "threads": max(0, process.num_threads() - threads),
        },
    }


def _open_files(process: psutil.Process) -> int:
    """What a process has open, without connections: the HTTP library keeps some for later and closes them by itself."""
    return int(process.num_fds()) - len(process.net_connections())


async def _tasks(process: psutil.Process, figures: Path) -> Counter[str]:
    """What the bot runs beside itself, by kind."""
    return await asyncio.to_thread(_read_tasks, process, figures)


def _read_tasks(process: psutil.Process, figures: Path) -> Counter[str]:
    figures.unlink(missing_ok=True)
    process.send_signal(signal.SIGUSR2)
    end = time.monotonic() + 10
    while not figures.exists() and time.monotonic() < end:
        time.sleep(0.05)
    return Counter(json.loads(figures.read_text(encoding="utf-8")))


async def _ask_on(person: Person, questions: Sequence[str], state: State, draw: random.Random) -> None:
    """Ask until enough has been asked, and press a button under an answer now and then."""
    options = state.options
    while state.asked < options.questions:
        state.asked += 1
        if state.asked % max(1, options.questions // _SAMPLES) == 1:
            state.sample()
        if state.asked % _KEPT_QUESTIONS == 0:
            person.local.forget()
        question = misspell(draw_question(questions, draw), draw)
        way = (
            "command and press" if state.presses < state.part * options.presses else draw.choice(("mention", "command"))
        )
        try:
            if way == "command and press":
                await _ask_and_press(person, question, state, draw)
            else:
                await (person.mentions(question) if way == "mention" else person.asks(question))
            state.answered += 1
        except TimeoutError:
            state.lost.append(f"{way}: {question}")


async def _ask_and_press(person: Person, question: str, state: State, draw: random.Random) -> None:
    record = person.command(question)
    answer = person.local.answer_to(record.id)
    person.local.interact(record)
    async with asyncio.timeout(60):
        message = await answer
    labels = [label for label in names(message.components) if label in _PRESSED]
    if labels:
        state.presses += 1
        pressed = await person.actor.clicks(message, draw.choice(labels), wait=False)
        await person.local.until(lambda: pressed.answered, "what a press shows")


async def _reload_now_and_then(local: BusyDiscord, folder: Folder, tally: Tally, state: State) -> None:
    """Reload evenly over all questions, every third time a faulty folder."""
    options = state.options
    for number in range(options.reloads):
        while number / options.reloads > state.part:  # noqa: ASYNC110 - nothing tells of each question
            await asyncio.sleep(0.01)
        fault = _FAULTS[number // 3 % len(_FAULTS)] if number % 3 == 2 else None
        await _reload(local, folder, tally, _figure(number), fault)


if __name__ == "__main__":
    raise SystemExit(main())
