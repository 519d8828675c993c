"""What the program writes to standard error from its start to its end, in either form."""

from __future__ import annotations

import json
import re
import signal
from pathlib import Path

import pytest

from tests.life.conftest import ANSWER, QUESTION, START_SECONDS, Start, ended
from tests.local_discord import LocalDiscord


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("level", ["INFO", "DEBUG"])
async def test_every_line_is_a_record_and_none_holds_the_token(
    local: LocalDiscord, start: Start, tmp_path: Path, form: str, level: str
) -> None:
    """The token comes from a file that others may read, which is warned of; the question is there at DEBUG alone."""
    file = tmp_path / "token"
    file.write_text(local.token, encoding="utf-8")
    file.chmod(0o644)
    program = await start(DISCORD_TOKEN="", DISCORD_TOKEN_FILE=file, LOG_FORMAT=form, LOG_LEVEL=level)
    await local.online(within=START_SECONDS)
    await local.user("alice").says(local.general, QUESTION, mention_bot=True)
    assert ANSWER in (await local.next_message(local.general)).content
    program.send_signal(signal.SIGTERM)
    status, log = await ended(program)
    lines = log.splitlines()
    assert status == 0
    assert local.token not in log
    assert (QUESTION in log) is (level == "DEBUG")
    assert f"other people of this machine may read {file}" in log
    assert any("stopping" in line for line in lines)
    if form == "json":
        found = [json.loads(line) for line in lines]
        assert all({"time", "level", "logger", "event", "message"} <= set(each) for each in found)
    else:
        assert [line for line in lines if not re.match(r"\d{4}-\d\d-\d\d [\d:,]+ [A-Z]+ [\w.]+: | {4}", line)] == []


async def test_discord_out_of_reach_is_one_line_and_a_status_to_try_again(local: LocalDiscord, start: Start) -> None:
    """75, where a wrong token is 2: a supervisor can tell them apart."""
    await local.__aexit__(None, None, None)
    program = await start()
    status, log = await ended(program, 60.0)
    assert status == 75, log
    assert log.splitlines()[-1].startswith("bot: Discord can't be reached: ")
    assert "Traceback" not in log
