"""A program that does nothing but write: records into a database, and one file of a knowledge folder, over and over.

Usage: ``python -m tests.life.writing DATABASE [FILE] [--times N] [--at STEP]``. Each line that it prints is a number:
so many rounds are written, whole. ``--at`` names a step of writing at which it kills itself, in its third round.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from bot.answering.records import Answer, Outcome
from bot.knowledge.folder import FolderChange, written
from bot.records import Records
from bot.records.store import Store

ROUND_OF_DEATH = 3
# It ends by itself, also where nobody kills it.
MOST_ROUNDS = 2_000
QUESTION = "how high is the moon"
# Long enough that it takes more than one write, with its number in every line.
LINES = 4_000


def content(number: int) -> bytes:
    """What the file holds after so many rounds."""
    return b"".join(b"# round %d, line %d\n" % (number, line) for line in range(LINES))


def number_in(data: bytes) -> int | None:
    """Return the round of a content that is whole, None if it is not."""
    number = int(data.split(maxsplit=3)[2].rstrip(b","))
    return number if data == content(number) else None


async def write(records: Records, file: Path | None, number: int) -> None:
    """Write one round, and wait until all of it is on the disk."""
    records.asked(QUESTION, Answer(Outcome.UNSURE, "", 0.1, "0123abcd"))
    if file is not None:
        replace(file, number)
    # What is read comes behind all that was left to be written.
    await records.unanswered()


def replace(file: Path, number: int) -> None:
    """Write the file as the keeper of the knowledge does."""
    before = file.read_bytes() if file.exists() else None
    with written(file.parent, FolderChange(Path(file.name), before, content(number), "")) as done:
        done.keep()


async def main() -> None:
    """Write round by round until told or killed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("database")
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--times", type=int, default=MOST_ROUNDS)
    parser.add_argument("--at", choices=STEPS)
    options = parser.parse_args()
    records = Store(options.database, 90)
    for number in range(1, options.times + 1):
        if options.at and number == ROUND_OF_DEATH:
            STEPS[options.at]()
        await write(records, options.file, number)
        os.write(1, b"%d\n" % number)
    records.close()


def die(*_: Any, **__: Any) -> None:
    """End as by a lost battery: nothing is flushed, closed or taken back."""
    os.kill(os.getpid(), signal.SIGKILL)


def around(owner: Any, name: str, time: int, *, after: bool) -> Callable[[], None]:
    """Die before or after a step, when it comes for the first time, the backup's, or the second, the file's."""
    real, times = getattr(owner, name), []

    def step(*given: Any, **named: Any) -> Any:
        times.append(1)
        result = real(*given, **named) if after or len(times) < time else None
        if len(times) == time:
            die()
        return result

    return lambda: setattr(owner, name, step)


def _half(handle: int, mode: str) -> Any:
    """Open a file of which only the first half of what is written arrives."""
    opened = os.fdopen(handle, mode, buffering=0)

    class Half:
        def __enter__(self) -> Half:
            return self

        def __exit__(self, *_: object) -> None: ...

        def write(self, data: bytes) -> None:
            opened.write(data[: len(data) // 2])
            die()

    return Half()


def _half_written() -> None:
    from bot.knowledge import folder

    class Halved:
        fdopen = staticmethod(_half)

        def __getattr__(self, name: str) -> Any:
            return getattr(os, name)

    folder.os = Halved()  # type: ignore[assignment]


def _in_a_transaction() -> None:
    """Die with a transaction open, its rows written and not committed."""
    from bot.records import store

    real = store._ask

    def ask(*given: Any) -> None:
        real(*given)
        die()

    store._ask = ask


BACKUP, FILE = 1, 2
STEPS: dict[str, Callable[[], None]] = {
    "backup when its temporary file is made": around(tempfile, "mkstemp", BACKUP, after=True),
    "half of the content": _half_written,
    "backup before it has its name": around(Path, "replace", BACKUP, after=False),
    "file before its temporary file is made": around(tempfile, "mkstemp", FILE, after=False),
    "file before its content is on the disk": around(os, "fsync", FILE, after=False),
    "file when its content is on the disk": around(os, "fsync", FILE, after=True),
    "file before it is replaced": around(Path, "replace", FILE, after=False),
    "file when it is replaced": around(Path, "replace", FILE, after=True),
    "rows before they are committed": _in_a_transaction,
    "rows as they are committed": lambda: event.listen(Engine, "commit", die),
}


if __name__ == "__main__":
    asyncio.run(main())
