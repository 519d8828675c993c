"""Disks that are full or may not be written, the log's own among them: answers go on, and nothing is half written."""

from __future__ import annotations

import errno
import json
import os
import resource
import select
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from bot.answering.records import Answer, Outcome
from bot.knowledge.folder import BACKUPS, FolderChange, replace_file, written
from bot.matching.sealed import write_sealed
from bot.records import Problem
from bot.records.store import Store
from tests.life.conftest import ANSWER, QUESTION, START_SECONDS, Start, ended, soon
from tests.life.test_killed import ROOT, counted
from tests.local_discord import LocalDiscord
from tests.monitoring.test_server import get

MOUNT, UMOUNT = shutil.which("mount") or "", shutil.which("umount") or ""
VAIN = Answer(Outcome.UNSURE, "", 0.1, "0123abcd")
KIB = 1_024


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one mebibyte."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = [MOUNT, "-t", "tmpfs", "-o", "size=1m", "none", str(place)]
    if not MOUNT or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("no right to mount a small disk")
    try:
        yield place
    finally:
        subprocess.run([UMOUNT, "--lazy", str(place)], check=True)


def fill(disk: Path, leave: int = 0) -> Path:
    """Fill a disk but for some bytes, and return what has to go to have room again."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as opened, suppress(OSError):
        while True:
            opened.write(bytes(KIB))
    assert shutil.disk_usage(disk).free == 0
    os.truncate(ballast, ballast.stat().st_size - leave)
    return ballast


def remount(disk: Path, how: str) -> None:
    """Let a disk be written, or not."""
    subprocess.run([MOUNT, "-o", f"remount,{how}", str(disk)], check=True)


@pytest.mark.parametrize("leave", [0, 4 * KIB, 40 * KIB, 100 * KIB])
def test_a_file_for_which_there_is_no_room_stays_as_it_was(disk: Path, leave: int) -> None:
    """Wherever it is that the room ends, the backup or the file; nothing half is left, and later it can be written."""
    file = disk / "all.yaml"
    file.write_bytes(b"old" * 10 * KIB)
    ballast = fill(disk, leave)
    change = FolderChange(Path(file.name), file.read_bytes(), b"new" * 60 * KIB, "")
    with pytest.raises(OSError, match="No space left") as caught, written(disk, change):
        pass
    assert caught.value.errno == errno.ENOSPC
    assert file.read_bytes() == change.before
    assert [each.name for each in disk.iterdir() if each.name not in (file.name, ballast.name, BACKUPS)] == []
    assert [each for each in disk.glob(f"{BACKUPS}/*") if each.read_bytes() != change.before] == []
    ballast.unlink()
    with written(disk, change) as done:
        done.keep()
    assert file.read_bytes() == change.after


def test_a_cache_for_which_there_is_no_room_leaves_nothing(disk: Path) -> None:
    """Half of what was learnt is of no use, least of all on a full disk."""
    ballast = fill(disk, 40 * KIB)
    with pytest.raises(OSError, match="No space left"):
        write_sealed(disk / "a.model", bytes(100 * KIB))
    assert list(disk.iterdir()) == [ballast]


def test_a_file_that_grows_too_large_stays_as_it_was(tmp_path: Path) -> None:
    """The same on every Unix, by the limit that a process has."""
    file = tmp_path / "all.yaml"
    file.write_bytes(b"old")
    program = (
        "import resource, signal, sys; from pathlib import Path; from bot.knowledge.folder import replace_file\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (9999, 9999))\n"
        "try: replace_file(Path(sys.argv[1]), bytes(20_000))\n"
        "except OSError as error: sys.exit(error.errno)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(file)], cwd=ROOT, check=False)
    assert done.returncode == errno.EFBIG
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]
    assert resource.getrlimit(resource.RLIMIT_FSIZE) != (9999, 9999)


async def test_records_wait_until_there_is_room(disk: Path) -> None:
    """All of them are written then, none twice."""
    database = disk / "records.db"
    records = Store(str(database), 90, pause=0.05)
    records.asked("first", VAIN)
    assert len(await records.unanswered()) == 1
    ballast = fill(disk)
    for number in range(300):
        records.asked(f"question {number} " + "with many words " * 20, VAIN)
    await soon(lambda: records.condition.problem, "the trouble to be noticed")
    assert (records.condition.problem, records.condition.lost) == (Problem.FULL, 0)
    ballast.unlink()
    await soon(lambda: not records.condition.problem and not records.condition.waiting, "all to be written", 20.0)
    records.close()
    assert counted(database) == 301


async def test_records_wait_until_the_disk_may_be_written(disk: Path) -> None:
    """It can be read meanwhile."""
    database = disk / "records.db"
    records = Store(str(database), 90, pause=0.05)
    records.asked("first", VAIN)
    assert len(await records.unanswered()) == 1
    records.close()
    remount(disk, "ro")
    records = Store(str(database), 90, pause=0.05)
    records.asked("second", VAIN)
    await soon(lambda: records.condition.problem, "the trouble to be noticed")
    assert records.condition.problem is Problem.READ_ONLY
    remount(disk, "rw")
    await soon(lambda: not records.condition.problem and not records.condition.waiting, "all to be written", 20.0)
    records.close()
    assert counted(database) == 2


def test_a_disk_that_may_not_be_written_changes_no_file(disk: Path) -> None:
    """And says so as what it is."""
    file = disk / "all.yaml"
    file.write_bytes(b"old")
    remount(disk, "ro")
    with pytest.raises(OSError, match="Read-only file system"):
        replace_file(file, b"new")
    assert file.read_bytes() == b"old"
    remount(disk, "rw")


async def test_a_bot_on_a_full_disk_answers_and_says_that_it_is_unwell(
    local: LocalDiscord, start: Start, disk: Path
) -> None:
    """Records and cache have no room from the start; the stop does not wait for it."""
    fill(disk)
    with socket.create_server(("127.0.0.1", 0)) as opened:
        port = opened.getsockname()[1]
    program = await start(RECORDS=disk / "records.db", CACHE_DIR=disk / "cache", MONITORING_PORT=port)
    await local.online(within=START_SECONDS)
    await local.user("alice").says(local.general, QUESTION, mention_bot=True)
    assert ANSWER in (await local.next_message(local.general)).content
    status, _, text = await get(port, "/healthz")
    assert (status, json.loads(text)["records"]) == (503, "full")
    program.send_signal(signal.SIGTERM)
    status, log = await ended(program)
    assert (status, "Traceback" in log) == (0, False), log
    assert log.count("nothing is recorded for now (full)") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("form", ["text", "json"])
async def test_a_log_that_can_not_be_written_stops_no_answer(local: LocalDiscord, start: Start, form: str) -> None:
    """A full disk under the log, or nobody there who reads it."""
    with Path("/dev/full").open("wb") as full:  # noqa: ASYNC230
        program = await start(stderr=full, LOG_FORMAT=form, LOG_LEVEL="DEBUG")
    await local.online(within=START_SECONDS)
    await local.user("alice").says(local.general, QUESTION, mention_bot=True)
    assert ANSWER in (await local.next_message(local.general)).content
    program.send_signal(signal.SIGTERM)
    assert (await ended(program))[0] == 0


async def test_a_log_that_nobody_reads_any_more_stops_no_answer(local: LocalDiscord, start: Start) -> None:
    """The reader at the other end of the pipe has gone."""
    reading, writing = os.pipe()
    program = await start(stderr=writing)
    os.close(writing)
    await local.online(within=START_SECONDS)
    os.close(reading)
    await local.user("alice").says(local.general, QUESTION, mention_bot=True)
    assert ANSWER in (await local.next_message(local.general)).content
    program.send_signal(signal.SIGTERM)
    assert (await ended(program))[0] == 0


async def test_a_log_that_nobody_takes_away_stops_no_answer(local: LocalDiscord, start: Start) -> None:
    """The reader at the other end of the pipe hangs, and the pipe is full."""
    reading, writing = os.pipe()
    try:
        program = await start(stderr=writing, LOG_LEVEL="DEBUG")
        await local.online(within=START_SECONDS)
        for _ in range(40):
            await local.user("alice").says(local.general, "x" * 1_900, mention_bot=True)
        await soon(lambda: not select.select([], [writing], [], 0)[1], "the pipe to be full")
        await local.user("bob").says(local.general, QUESTION, mention_bot=True)
        await soon(lambda: any(ANSWER in each.content for each in local.sent(local.general)), "the answer")
        program.send_signal(signal.SIGTERM)
        assert (await ended(program))[0] == 0
    finally:
        os.close(reading)
        os.close(writing)
