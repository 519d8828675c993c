"""Told to stop, the program hears nothing more, finishes what it is answering, writes its records, and ends with 0."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sqlite3
import time
from pathlib import Path

import pytest

from tests.life.conftest import ANSWER, QUESTION, START_SECONDS, Start, ended, soon
from tests.local_discord import LocalDiscord
from tests.shipped import STORY

SEND = r"/channels/\d+/messages"
CALLBACK = r"/interactions/\d+/[^/]+/callback"
STOPS = [signal.SIGTERM, signal.SIGINT]
# What is in flight may take five seconds, and the records three.
BOUND = 12.0


@pytest.mark.parametrize("number", STOPS)
async def test_a_stop_in_the_middle_of_an_answer(local: LocalDiscord, start: Start, number: signal.Signals) -> None:
    """The answer arrives, the gateway has been left before it, and the status is 0."""
    program = await start()
    await local.online(within=START_SECONDS)
    slow = local.faults.add("POST", SEND, delay=1.0)
    await local.user("alice").says(local.general, QUESTION, mention_bot=True)
    await soon(lambda: slow.hits == 1, "the answer to be on its way")
    program.send_signal(number)
    await soon(lambda: not local.gateway.online, "the gateway to be left", within=0.9)
    assert local.sent(local.general) == []
    status, log = await ended(program)
    assert (status, "Traceback" in log) == (0, False), log
    assert len(local.sent(local.general)) == 1
    assert ANSWER in local.sent(local.general)[0].content


@pytest.mark.parametrize("number", STOPS)
async def test_a_stop_in_the_middle_of_a_command(local: LocalDiscord, start: Start, number: signal.Signals) -> None:
    """Private answers are finished too, all of them."""
    program = await start()
    await local.online(within=START_SECONDS)
    slow = local.faults.add("POST", CALLBACK, delay=0.5, times=None)
    asked = [asyncio.create_task(local.user(name).slash(local.general, "ask", question=QUESTION)) for name in "abc"]
    await soon(lambda: slow.hits == 3, "the answers to be on their way")
    program.send_signal(number)
    status, log = await ended(program)
    assert (status, "Traceback" in log) == (0, False), log
    for record in await asyncio.gather(*asked):
        assert ANSWER in record.content


async def test_a_stop_waits_for_nobody_for_ever(local: LocalDiscord, start: Start) -> None:
    """An answer that Discord does not take in time is given up."""
    program = await start()
    await local.online(within=START_SECONDS)
    stuck = local.faults.add("POST", SEND, delay=7.0)
    await local.user("alice").says(local.general, QUESTION, mention_bot=True)
    await soon(lambda: stuck.hits == 1, "the answer to be on its way")
    began = time.monotonic()
    program.send_signal(signal.SIGTERM)
    assert (await ended(program, BOUND))[0] == 0
    assert 4.0 < time.monotonic() - began < BOUND
    await soon(lambda: not local.running_requests, "the local Discord to be done")


async def test_a_stop_while_discord_is_away(local: LocalDiscord, start: Start) -> None:
    """Discord's library may wait for a minute before it tries again; a stop does not."""
    program = await start()
    await local.online(within=START_SECONDS)
    await local.__aexit__(None, None, None)
    await asyncio.sleep(2.0)
    assert program.returncode is None
    program.send_signal(signal.SIGTERM)
    status, log = await ended(program, BOUND)
    assert status == 0, log


async def test_a_stop_while_it_starts(local: LocalDiscord, start: Start) -> None:
    """Before it has connected there is nothing to finish; the status is 0 wherever it is."""
    for pause in (0.3, 0.6, 0.9, 1.2):
        program = await start()
        await asyncio.sleep(pause)
        program.send_signal(signal.SIGTERM)
        status, log = await ended(program)
        assert status in (0, -signal.SIGTERM), log
        assert "Traceback" not in log


async def test_a_stop_writes_the_records(local: LocalDiscord, start: Start, tmp_path: Path) -> None:
    """What was asked in vain a moment before is in the database."""
    program = await start()
    await local.online(within=START_SECONDS)
    await local.user("alice").says(local.general, "who paid the harbour for the unicorn?", mention_bot=True)
    await local.next_message(local.general)
    program.send_signal(signal.SIGTERM)
    assert (await ended(program))[0] == 0
    connection = sqlite3.connect(tmp_path / "data" / "records.db")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("SELECT count(*) FROM questions").fetchone() == (1,)
    connection.close()
    assert os.listdir(tmp_path / "data") == ["records.db"]  # noqa: PTH208 - its write-ahead log is gone


async def test_a_stop_during_a_reload(local: LocalDiscord, start: Start, tmp_path: Path) -> None:
    """What is being learnt is given up or finished, soon in either case."""
    folder = tmp_path / "knowledge"
    program = await start(KNOWLEDGE_DIR=folder)
    await local.online(within=START_SECONDS)
    await asyncio.to_thread(shutil.copytree, STORY, folder / "large")
    program.send_signal(signal.SIGHUP)
    await asyncio.sleep(0.1)
    program.send_signal(signal.SIGTERM)
    status, log = await ended(program, BOUND)
    assert (status, "Traceback" in log) == (0, False), log
