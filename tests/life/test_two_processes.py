"""Two programs on one database: both go on, and what each has written is there."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
from pathlib import Path

from tests.life.conftest import ANSWER, QUESTION, START_SECONDS, Start, ended, soon
from tests.life.test_killed import ROOT, counted
from tests.local_discord import LocalDiscord

ROUNDS = 60


def test_two_programs_write_at_once(tmp_path: Path) -> None:
    """From the first moment on, when the tables are made: every count is there, in a database that is whole."""
    database = tmp_path / "records.db"
    line = [sys.executable, "-m", "tests.life.writing", str(database), "--times", str(ROUNDS)]
    programs = [
        subprocess.Popen(line, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in "abc"
    ]
    logs = [program.communicate(timeout=60)[1] for program in programs]
    assert [program.returncode for program in programs] == [0, 0, 0], logs
    assert counted(database) == 3 * ROUNDS


async def test_two_bots_share_a_database(local: LocalDiscord, start: Start, tmp_path: Path) -> None:
    """Both hear what is asked, people see one answer, and what was asked in vain is counted by both."""
    programs = [await start() for _ in range(2)]
    await local.online(within=START_SECONDS)
    await soon(lambda: len(local.gateway.online) == 2, "both to be connected", START_SECONDS)
    await local.user("alice").says(local.general, QUESTION, mention_bot=True)
    await soon(lambda: local.sent(local.general), "an answer")
    await local.user("alice").says(local.general, "who paid the harbour for the unicorn?", mention_bot=True)
    await soon(lambda: len(local.sent(local.general)) == 2, "the second answer")
    for program in programs:
        program.terminate()
    assert [status for status, _ in await asyncio.gather(*map(ended, programs))] == [0, 0]
    answer, _ = local.sent(local.general)
    assert ANSWER in answer.content
    database = tmp_path / "data" / "records.db"
    assert counted(database) == 2
    connection = sqlite3.connect(database)
    assert connection.execute("SELECT count(*) FROM questions").fetchone() == (1,)
    connection.close()
