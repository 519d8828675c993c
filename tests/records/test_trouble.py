"""A database in trouble: nothing waits for it, it is logged once, and recording goes on by itself when it can."""

from __future__ import annotations

import asyncio
import logging
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event, insert

from bot.answering.records import Answer
from bot.records import Problem, Records, RecordsError
from bot.records import writer as writers
from bot.records.problems import problem_of
from bot.records.tables import reloads
from tests.records.conftest import Open, until


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Another process holds the database."""
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock is waited for a moment only."""
    monkeypatch.setattr("bot.records.database.BUSY_SECONDS", 0.02)
    monkeypatch.setattr(writers, "_LONGEST_PAUSE", 0.05)
    monkeypatch.setattr("bot.records.store.PATIENCE", 10.0)


def spoil(file: Path, damage: Callable[[bytes], bytes]) -> bytes:
    """Damage a database and return what it is now."""
    file.write_bytes(damage(file.read_bytes()))
    for beside in file.parent.glob("records.db-*"):
        beside.unlink()
    return file.read_bytes()


def set_aside(file: Path) -> bytes:
    """Move a database away, as whoever runs the bot would, and return what it was."""
    data = file.read_bytes()
    file.rename(file.with_suffix(".damaged"))
    return data


def write_empty(file: Path) -> None:
    """Make an empty file."""
    file.parent.mkdir()
    file.write_bytes(b"")


def problems(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the log says of it."""
    return [each.message for each in caplog.records if each.name == "bot.records.writer"]


async def texts(records: Records) -> list[str]:
    """The questions that were written."""
    return [each.text for each in await records.unanswered()]


async def test_a_locked_database_is_written_when_it_is_free(
    open_records: Open, file: Path, unsure: Answer, caplog: pytest.LogCaptureFixture
) -> None:
    """Everything that waited, in order; logged when it began and when it ended."""
    caplog.set_level(logging.INFO, logger="bot.records")
    records = open_records()
    records.asked("before", unsure)
    await texts(records)
    with locked(file):
        for number in range(50):
            records.asked(f"while {number}", unsure)
        await until(lambda: records.condition.problem)
        assert records.condition.problem is Problem.LOCKED
        assert records.condition.waiting == 50
        await asyncio.sleep(0.2)
        assert len(problems(caplog)) == 1
    await until(lambda: records.condition.problem is None)
    assert len(await texts(records)) == 51
    assert problems(caplog)[-1] == "recording goes on; what waited is written"
    assert len(problems(caplog)) == 2


async def test_recording_never_waits(open_records: Open, file: Path, unsure: Answer) -> None:
    """Leaving a thousand questions takes no time, locked or not, and too much is dropped from its old end."""
    records = open_records()
    await texts(records)
    with locked(file):
        began = time.perf_counter()
        for number in range(1_000):
            records.asked(f"question {number}", unsure)
        assert time.perf_counter() - began < 1.0
        for number in range(writers.MOST_WAITING):
            records.reloaded("reload", "a", f"{number % 7}")
        await until(lambda: records.condition.lost)
        assert records.condition.waiting <= writers.MOST_WAITING
    await until(lambda: not records.condition.waiting)


async def test_a_full_database_is_written_when_there_is_room(open_records: Open, unsure: Answer) -> None:
    """SQLite says the same of a full disk."""
    limits = ["PRAGMA max_page_count = 20"]

    def limit(connection: sqlite3.Connection, _: object) -> None:
        for pragma in limits:
            connection.execute(pragma)

    event.listen(Engine, "connect", limit)
    try:
        records = open_records()
        for number in range(400):
            records.asked(f"question {number} " + "with many words " * 15, unsure)
        await until(lambda: records.condition.problem)
        assert records.condition.problem is Problem.FULL
        limits.clear()
        await until(lambda: records.condition.problem is None)
        assert len(await texts(records)) == 400
    finally:
        event.remove(Engine, "connect", limit)


async def test_a_read_only_database_is_told(open_records: Open, file: Path, unsure: Answer) -> None:
    """It can be read all the same."""
    first = open_records()
    first.asked("before", unsure)
    await texts(first)
    first.close()
    records = open_records(f"sqlite:///file:{file}?mode=ro&uri=true")
    records.asked("while", unsure)
    await until(lambda: records.condition.problem)
    assert records.condition.problem is Problem.READ_ONLY
    assert await texts(records) == ["before"]


@pytest.mark.skipif(os.name != "posix" or not hasattr(os, "geteuid"), reason="permissions of files are Unix's")
async def test_a_folder_that_can_not_be_made_is_told(open_records: Open, tmp_path: Path, unsure: Answer) -> None:
    """Also where a file lies in the way."""
    (tmp_path / "data").write_bytes(b"")
    records = open_records()
    records.asked("while", unsure)
    await until(lambda: records.condition.problem)
    with pytest.raises(RecordsError):
        await records.unanswered()
    (tmp_path / "data").unlink()
    await until(lambda: records.condition.problem is None)
    assert await texts(records) == ["while"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2 + 100],
        lambda data: data[:100] + b"\xff" * (len(data) - 100),
        lambda data: b"no database at all, but a text that somebody keeps here" * 20,
    ],
    ids=["truncated", "overwritten", "another file"],
)
async def test_a_damaged_database_is_left_alone_until_it_is_moved(
    open_records: Open, file: Path, unsure: Answer, damage: Callable[[bytes], bytes]
) -> None:
    """Nothing of it is deleted: it may be somebody's. When it is gone, recording goes on in a new one."""
    first = open_records()
    for number in range(300):
        first.asked(f"question {number} " + "with many words " * 10, unsure)
    await texts(first)
    first.close()
    spoilt = spoil(file, damage)
    records = open_records()
    records.asked("while", unsure)
    await until(lambda: records.condition.problem)
    assert records.condition.problem is Problem.DAMAGED
    assert set_aside(file) == spoilt
    await until(lambda: records.condition.problem is None)
    assert await texts(records) == ["while"]


async def test_an_empty_file_becomes_a_database(open_records: Open, file: Path, unsure: Answer) -> None:
    """As after a full disk, or a touch."""
    write_empty(file)
    records = open_records()
    records.asked("why", unsure)
    assert await texts(records) == ["why"]


async def test_a_database_that_is_removed_while_it_is_used_is_made_anew(
    open_records: Open, file: Path, unsure: Answer
) -> None:
    """Written into a file that nobody finds any more, everything would be lost in silence."""
    records = open_records()
    records.asked("before", unsure)
    await texts(records)
    for each in file.parent.iterdir():
        each.unlink()
    records.asked("after", unsure)
    assert await texts(records) == ["after"]
    assert [each.name for each in file.parent.glob("*.db")] == ["records.db"]


async def test_a_fault_of_ours_loses_one_thing_and_not_the_rest(
    open_records: Open, unsure: Answer, caplog: pytest.LogCaptureFixture
) -> None:
    """What can never be written is logged whole and dropped."""
    records = open_records()
    records.asked("one", unsure)
    records._writer.put(lambda _: 1 // 0)
    records.asked("two", unsure)
    assert set(await texts(records)) == {"one", "two"}
    assert records.condition.lost == 1
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize(
    "fault",
    [
        lambda connection: connection.execute(insert(reloads).values(at=1, act=None, before="a", after="b")),
        lambda _: 1 // 0,
    ],
    ids=["refused by the database", "ours"],
)
async def test_what_fails_half_way_leaves_nothing_of_itself(
    open_records: Open, file: Path, unsure: Answer, fault: Callable[[Connection], object]
) -> None:
    """Neither in the batch that it broke nor when it is tried alone; all else of the batch is counted once."""

    def half(connection: Connection) -> None:
        connection.execute(insert(reloads).values(at=1, act="half", before="a", after="b"))
        fault(connection)

    records = open_records()
    await texts(records)
    with locked(file):  # until all of it waits, as one batch
        records.asked("one", unsure)
        records._writer.put(half)
        records.asked("one", unsure)
        records.reloaded("reload", "a", "b")
    await until(lambda: not records.condition.waiting)
    assert [(each.text, each.count) for each in await records.unanswered()] == [("one", 2)]
    assert records.condition.lost == 1
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT act FROM reloads").fetchall() == [("reload",)]
    connection.close()


async def test_what_is_left_is_written_at_the_end(open_records: Open, file: Path, unsure: Answer) -> None:
    """A stop right after a question loses nothing, and the thread is gone."""
    records = open_records()
    records.asked("last words", unsure)
    records.close()
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT text FROM questions").fetchall() == [("last words",)]
    connection.close()
    assert not [each for each in threading.enumerate() if each.name == "records"]
    with pytest.raises(RecordsError):
        await records.unanswered()


async def test_a_stop_does_not_wait_for_a_lock_for_ever(open_records: Open, file: Path, unsure: Answer) -> None:
    """What can't be written then is lost."""
    records = open_records()
    await texts(records)
    with locked(file):
        records.asked("never", unsure)
        began = time.perf_counter()
        records.close()
        assert time.perf_counter() - began < 3.0


async def test_a_database_that_does_not_answer_is_not_waited_for(
    open_records: Open, unsure: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever reads is told; when it answers again, all is written."""
    monkeypatch.setattr("bot.records.store.PATIENCE", 0.05)
    records, answers = open_records(), threading.Event()
    records._writer.put(lambda _: answers.wait(5))
    records.asked("while", unsure)
    for _ in range(2):
        with pytest.raises(RecordsError, match="does not answer"):
            await records.unanswered()
    answers.set()
    monkeypatch.undo()
    assert await texts(records) == ["while"]


async def test_two_processes_may_use_one_file(
    open_records: Open, unsure: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each waits for the other's writes, and both see all."""
    monkeypatch.setattr("bot.records.database.BUSY_SECONDS", 10.0)
    one, two = open_records(), open_records()
    for number in range(100):
        (one, two)[number % 2].asked(f"question {number}", unsure)
    await texts(one)
    assert len(await texts(two)) == 100


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("(sqlite3.OperationalError) database is locked", Problem.LOCKED),
        ("database or disk is full", Problem.FULL),
        ("attempt to write a readonly database", Problem.READ_ONLY),
        ("unable to open database file", Problem.READ_ONLY),
        ("database disk image is malformed", Problem.DAMAGED),
        ("file is not a database", Problem.DAMAGED),
        ("connection refused", Problem.UNREACHABLE),
    ],
)
def test_problems_are_told_apart(text: str, problem: Problem) -> None:
    """By what somebody can do about them."""
    assert problem_of(RuntimeError(text)) is problem
