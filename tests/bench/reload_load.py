"""Reloads under load: a moderator reloads again and again, every third time a faulty folder, while people ask.

Every answer is held against the version that it names: its entry must be the one that owns the question, its figure the
one that this version was written with, and the version one that was in use while the question was under way.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import psutil

from bot.stories import load_library
from tests.bench.folders import generated, write_knowledge
from tests.bench.report import Section, show
from tests.bench.typos import seeded
from tests.local_discord import Actor, InteractionRecord, LocalDiscord
from tests.shipped import KNOWLEDGE

GAUGES = ("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "theta", "kappa", "lambda", "sigma")
# Of the versions that can be loaded, one in so many is new; the others come again, and what was learnt is cached.
_ONE_IN_NEW = 10
_KNOWN = 5
_WARM_UP = 12
_FOOT = re.compile(r"`([^`]+)` · version ([0-9a-f]{8})$")
_FAULTS = ("quote", "yaml", "speaker")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    options = _parser().parse_args(argv)
    show(asyncio.run(_measured(options)), as_json=options.json)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.reload_load", description="Reloads under load.")
    parser.add_argument("--reloads", type=int, default=1_000, metavar="N", help="default: %(default)s")
    parser.add_argument("--people", type=int, default=6, metavar="N", help="who ask at once (default: %(default)s)")
    parser.add_argument(
        "--pause", type=float, default=0.05, metavar="S", help="between questions (default: %(default)s)"
    )
    parser.add_argument("--knowledge", type=Path, default=KNOWLEDGE, metavar="DIR", help="default: the shipped one")
    parser.add_argument("--entries", type=int, metavar="N", help="generate knowledge with so many entries")
    parser.add_argument("--phrasings", type=int, default=15_000, metavar="N", help="of generated knowledge")
    parser.add_argument("--encoder", choices=("on", "off"), default="off", help="default: %(default)s")
    parser.add_argument("--seed", type=int, default=0, help="default: %(default)s")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


@dataclass
class Folder:
    """The knowledge folder that is reloaded: the given one, and a file of gauges that tells the versions apart."""

    root: Path
    file: Path
    quote: str
    # Which figure each version was written with.
    figures: dict[str, int] = field(default_factory=dict)

    def write(self, figure: int, fault: str | None = None) -> None:
        """Write a version, with a fault if one is wanted."""
        quote = f"{self.quote} never" if fault == "quote" else self.quote
        speaker = "      speaker: Nobody At All\n" if fault == "speaker" else ""
        broken = "- [" if fault == "yaml" else ""
        entries = (
            f"- id: gauge-{name}\n  questions:\n    - What does the gauge {name} read?\n"
            f"  answer: The gauge {name} reads {figure}.\n  citations:\n    - quote: {json.dumps(quote)}\n{speaker}"
            for name in GAUGES
        )
        beside = self.file.with_suffix(".new")
        beside.write_text("".join(entries) + broken, encoding="utf-8")
        beside.replace(self.file)
        if fault is None:
            self.figures[load_library(self.root).version] = figure


@dataclass
class Tally:
    """What came of it so far."""

    counts: Counter[str] = field(default_factory=Counter)
    # Each version that was in use: it may have been from the press on, and no longer once the next was announced.
    in_use: list[list[Any]] = field(default_factory=list)
    reloads: list[float] = field(default_factory=list)
    until_answered: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def pressed(self, version: str) -> None:
        """From now on answers may come from this version, too."""
        self.in_use.append([version, time.monotonic(), math.inf])

    def announced(self) -> None:
        """From now on no answer comes from the version before."""
        if len(self.in_use) > 1:
            self.in_use[-2][2] = time.monotonic()

    def versions_since(self, began: float) -> set[str]:
        """The versions that may have been in use at some time since then."""
        return {version for version, _, end in self.in_use[-20:] if end >= began}


async def _measured(options: argparse.Namespace) -> Mapping[str, Section]:
    with tempfile.TemporaryDirectory() as place:
        folder, questions = _prepared(options, Path(place))
        figures = Path(place) / "figures.json"
        async with LocalDiscord(timeout=300.0) as local:
            bot = await _started(local, folder, Path(place), figures, options.encoder)
            try:
                sections = await _run(local, bot, folder, questions, options)
            finally:
                if bot.returncode is None:
                    bot.send_signal(signal.SIGTERM)
                    await bot.wait()
        return sections | {"event loop": _loop_section(json.loads(figures.read_text(encoding="utf-8")))}


def _prepared(options: argparse.Namespace, place: Path) -> tuple[Folder, dict[str, str]]:
    """Copy or make the knowledge, and return it with questions and the ids of the entries that own them."""
    if options.entries:
        root = write_knowledge(place, *generated(options.entries, options.phrasings, options.seed))
    else:
        root = place / "knowledge"
        shutil.copytree(options.knowledge, root)
    library = load_library(root)
    story = library.stories[0]
    first = story.entries[0]
    assert first.file
    quote = next(each.quote for entry in story.entries for each in entry.citations)
    owners: dict[str, set[str]] = {}
    for entry in story.entries:
        for question in entry.questions:
            owners.setdefault(" ".join(question.casefold().split()), set()).add(entry.id)
    asked = {entry.question: entry.id for entry in story.entries if entry.in_story}
    alone = {text: name for text, name in asked.items() if owners[" ".join(text.casefold().split())] == {name}}
    folder = Folder(root, first.file.parent / "zz-gauges.yaml", quote)
    folder.write(0)
    return folder, alone


async def _started(
    local: LocalDiscord, folder: Folder, place: Path, figures: Path, encoder: str
) -> asyncio.subprocess.Process:
    own = {
        "DISCORD_TOKEN": local.token,
        "KNOWLEDGE_DIR": str(folder.root),
        "CACHE_DIR": str(place / "cache"),
        "RECORDS": str(place / "records.db"),
        "ENCODER": encoder,
        "HOME_GUILD": str(local.home.id),
        "MODERATOR_USERS": str(local.user("mod").id),
        "QUESTIONS_PER_MINUTE": "0",
        "CHANNEL_ANSWERS_PER_MINUTE": "0",
        "LOG_LEVEL": "ERROR",
    }
    command = [sys.executable, "-m", "tests.bench.probed", local.rest_url, local.gateway_url, str(figures)]
    bot = await asyncio.create_subprocess_exec(*command, env={**os.environ, **own})
    await local.online(within=300)
    return bot


async def _run(
    local: LocalDiscord,
    bot: asyncio.subprocess.Process,
    folder: Folder,
    questions: Mapping[str, str],
    options: argparse.Namespace,
) -> dict[str, Section]:
    tally, draw = Tally(), seeded(options.seed)
    tally.pressed(load_library(folder.root).version)
    process, done = psutil.Process(bot.pid), asyncio.Event()
    people = [
        asyncio.create_task(
            _ask_on(
                local, f"person-{number}", questions, folder, tally, seeded(draw.randrange(2**32)), done, options.pause
            )
        )
        for number in range(options.people)
    ]
    began, memory = time.monotonic(), 0.0
    for number in range(options.reloads):
        if number == min(_WARM_UP, options.reloads // 2):
            memory = _mebibytes(process)
        fault = _FAULTS[number // 3 % len(_FAULTS)] if number % 3 == 2 else None
        await _reload(local, folder, tally, _figure(number), fault)
        local.requests.clear()
        local.interactions.clear()
    seconds = time.monotonic() - began
    done.set()
    await asyncio.gather(*people)
    after = _mebibytes(process)
    return {
        "reloads": {
            "applied": tally.counts["applied"],
            "faulty": tally.counts["faulty"],
            "seconds": seconds,
            **_spread("shown after s", tally.reloads),
            **_spread("answered after Apply s", tally.until_answered),
        },
        "answers": {
            "asked": tally.counts["asked"],
            "answered": tally.counts["answered"],
            "lost": tally.counts["asked"] - tally.counts["answered"],
            "wrong": len(tally.wrong),
            "first wrong": tally.wrong[0] if tally.wrong else None,
            "versions seen": tally.counts["versions"],
            **_spread("answer ms", [1_000 * each for each in tally.answers]),
        },
        "memory": {"before MiB": memory, "after MiB": after, "growth": after / memory - 1 if memory else None},
    }


def _figure(number: int) -> int:
    """Return what the gauges read in a reload: most often a figure that they had before, so that it is cached."""
    good = number - number // 3
    return 1_000 + number if good % _ONE_IN_NEW == 0 else good % _KNOWN


async def _reload(local: LocalDiscord, folder: Folder, tally: Tally, figure: int, fault: str | None) -> None:
    """Reload once as a moderator does, and see that it came to what it should."""
    mod = local.user("mod")
    folder.write(figure, fault)
    began = time.monotonic()
    record = await mod.slash(local.general, "knowledge reload", bypass=True)
    await local.until(lambda: record.answered, "what a reload shows")
    tally.reloads.append(time.monotonic() - began)
    if fault:
        tally.counts["faulty"] += 1
        if "fault" not in record.content:
            tally.wrong.append(f"a faulty folder was shown as {record.content[:100]!r}")
        return
    if "What would change" not in record.content:
        tally.wrong.append(f"a reload was shown as {record.content[:100]!r}")
        return
    version = load_library(folder.root).version
    pressed_at = time.monotonic()
    tally.pressed(version)
    pressed = await mod.clicks(record, "Apply")
    await local.until(lambda: pressed.followups, "what comes of Apply")
    if "Applied" not in pressed.followups[-1].content:
        tally.wrong.append(f"Apply came to {pressed.followups[-1].content[:100]!r}")
    tally.counts["applied"] += 1
    answer = await _asked(local, mod, f"What does the gauge {GAUGES[0]} read?")
    tally.announced()
    if version not in answer.content:
        tally.wrong.append(f"after Apply the answer was {answer.content[:100]!r}")
    tally.until_answered.append(time.monotonic() - pressed_at)


async def _asked(local: LocalDiscord, actor: Actor, question: str) -> InteractionRecord:
    record = await actor.slash(local.general, "ask", question=question)
    await local.until(lambda: record.answered, "an answer")
    return record


async def _ask_on(  # noqa: PLR0917 - what one person needs
    local: LocalDiscord,
    name: str,
    questions: Mapping[str, str],
    folder: Folder,
    tally: Tally,
    draw: random.Random,
    done: asyncio.Event,
    pause: float,
) -> None:
    """Ask again and again, and hold each answer against the version that it names."""
    actor, known = local.user(name), list(questions)
    seen: set[str] = set()
    while not done.is_set():
        gauge = draw.choice(GAUGES) if draw.random() < 0.5 else None
        question = f"What does the gauge {gauge} read?" if gauge else draw.choice(known)
        tally.counts["asked"] += 1
        began = time.monotonic()
        record = await _asked(local, actor, question)
        tally.answers.append(time.monotonic() - began)
        tally.counts["answered"] += 1
        found = _FOOT.search(record.content)
        problem = _problem(record.content, found, gauge, questions.get(question), folder)
        if found and not problem and found[2] not in tally.versions_since(began):
            problem = f"version {found[2]} was not in use"
        if found:
            seen.add(found[2])
        if problem:
            tally.wrong.append(f"{question!r}: {problem}: {record.content[:300]!r}")
        await asyncio.sleep(draw.uniform(0, 2 * pause))
    tally.counts["versions"] = max(tally.counts["versions"], len(seen))


def _problem(
    text: str, found: re.Match[str] | None, gauge: str | None, entry: str | None, folder: Folder
) -> str | None:
    if found is None:
        return "no entry and version"
    if found[1] != (f"gauge-{gauge}" if gauge else entry):
        return f"entry {found[1]}"
    if found[2] not in folder.figures:
        return f"version {found[2]} was never written"
    if gauge and f"The gauge {gauge} reads {folder.figures[found[2]]}." not in text:
        return f"not what version {found[2]} says"
    return None


def _mebibytes(process: psutil.Process) -> float:
    return process.memory_info().rss / 2**20


def _spread(name: str, found: Sequence[float]) -> Section:
    if not found:
        return {}
    p50, p99, most = map(float, np.percentile(found, (50, 99, 100)))
    return {f"{name}, p50": p50, f"{name}, p99": p99, f"{name}, most": most}


def _loop_section(figures: Mapping[str, Sequence[float]]) -> Section:
    return {
        "longest turn, ms": figures["longest turns"][-1] if figures["longest turns"] else None,
        "longest block, ms": figures["longest blocks"][-1] if figures["longest blocks"] else None,
        "blocks over 50 ms": sum(each > 50 for each in figures["longest blocks"]),
        "ticks": figures["ticks"],  # type: ignore[dict-item]
    }


if __name__ == "__main__":
    raise SystemExit(main())
