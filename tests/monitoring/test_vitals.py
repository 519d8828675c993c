"""What /healthz says of the state of the bot."""

from __future__ import annotations

import json
import math
from dataclasses import replace

import pytest

from bot.monitoring.vitals import Vitals, health
from bot.records import Problem

WELL = Vitals(
    connected=True,
    latency=0.0312345,
    servers=3,
    uptime=60.4,
    version="0123abcd",
    stories=1,
    entries=330,
    problem=None,
    waiting=0,
    lost=0,
    reloads={"reload": 2},
    refused=1,
    too_late=4,
)


def test_a_bot_that_is_well_says_what_it_serves() -> None:
    """Connection, knowledge and records, as JSON."""
    is_well, found = health(WELL)
    assert is_well
    assert found == {
        "status": "well",
        "problems": [],
        "gateway": "connected",
        "latency_seconds": 0.0312,
        "servers": 3,
        "uptime_seconds": 60,
        "knowledge": "0123abcd",
        "stories": 1,
        "entries": 330,
        "records": "fine",
        "records_waiting": 0,
        "records_lost": 0,
    }


def test_without_a_gateway_it_is_not_well() -> None:
    """Nobody can ask it."""
    is_well, found = health(replace(WELL, connected=False))
    assert not is_well
    assert (found["status"], found["gateway"]) == ("unwell", "disconnected")
    assert found["problems"] == ["the gateway is not connected"]


@pytest.mark.parametrize("problem", Problem)
def test_without_records_it_is_not_well(problem: Problem) -> None:
    """Readers get their answers; what they ask in vain is being lost."""
    is_well, found = health(replace(WELL, problem=problem))
    assert not is_well
    assert (found["records"], found["problems"]) == (problem, [f"nothing is recorded: {problem}"])


@pytest.mark.parametrize("latency", [math.inf, math.nan])
def test_an_unknown_latency_is_null(latency: float) -> None:
    """JSON knows no infinity."""
    _, found = health(replace(WELL, latency=latency))
    assert found["latency_seconds"] is None
    json.dumps(found, allow_nan=False)
