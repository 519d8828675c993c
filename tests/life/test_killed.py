"""Killed at any moment, the program leaves its records and the knowledge whole: as before a write, or as after it."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.knowledge.folder import BACKUPS, MOST_BACKUPS
from tests.life.writing import ROUND_OF_DEATH, STEPS, number_in

ROOT = Path(__file__).resolve().parent.parent.parent
KILLS = 8


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Where the records lie."""
    return tmp_path / "data" / "records.db"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file that is written."""
    (tmp_path / "entries").mkdir()
    return tmp_path / "entries" / "all.yaml"


def start(*arguments: object) -> subprocess.Popen[bytes]:
    """Start the program that writes."""
    command = [sys.executable, "-m", "tests.life.writing", *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def rounds(output: bytes) -> int:
    """The last number that was printed whole."""
    return len(output.split(b"\n")) - 1


def counted(database: Path) -> int:
    """How often the question was counted, in a database that is whole."""
    connection = sqlite3.connect(database)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return int(connection.execute("SELECT coalesce(sum(count), 0) FROM asked_on").fetchone()[0])
    finally:
        connection.close()


def check_folder(file: Path, least: int) -> int:
    """Check that the file and all its backups are whole; return the round that the file is of."""
    number = number_in(file.read_bytes())
    assert number is not None, "the file is torn"
    assert number >= least, "what was written before is lost"
    backups = sorted((file.parent / BACKUPS).glob(f"{file.name}.*"))
    assert [each.name for each in backups if number_in(each.read_bytes()) is None] == []
    # Killed between the newest backup and the removal of the oldest, it leaves one more until the next write.
    assert len(backups) <= MOST_BACKUPS + 1
    return number


@pytest.mark.parametrize("step", STEPS)
def test_killed_at_each_step_of_writing(step: str, database: Path, file: Path) -> None:
    """Two rounds are written and told; the third is there whole or not at all, in either place."""
    program = start(database, file, "--at", step)
    output, errors = program.communicate()
    done = ROUND_OF_DEATH - 1
    assert (program.returncode, errors) == (-9, b"")
    assert rounds(output) == done
    assert check_folder(file, done) in (done, ROUND_OF_DEATH)
    assert counted(database) in (done, ROUND_OF_DEATH)


def test_killed_at_any_moment_again_and_again(database: Path, file: Path) -> None:
    """The same folder and database for all of it: nothing that was told is lost, and nothing piles up."""
    chance, told = random.Random(7), 0
    for _ in range(KILLS):
        program = start(database, file)
        assert program.stdout is not None
        first = program.stdout.readline()
        time.sleep(chance.uniform(0, 0.06))
        program.kill()
        output, errors = program.communicate()
        assert errors == b""
        told += rounds(first + output)
        assert check_folder(file, rounds(first + output)) >= 1
        # At most the round under way when it was killed was written and not told.
        assert counted(database) >= told
        told = counted(database)
    long_ago = time.time() - 120
    for folder in (file.parent, file.parent / BACKUPS):
        for left in folder.glob(".*.yaml.*"):
            os.utime(left, (long_ago, long_ago))
    start(database, file, "--times", 1).communicate()
    assert sorted(each.name for each in file.parent.iterdir()) == sorted([file.name, BACKUPS])
