"""No fault of Discord's or the network's loses a question that was delivered, or answers one twice."""

from __future__ import annotations

import pytest

from bot.answering.answerer import Answerer
from tests.faults.scripts import SCRIPTS
from tests.faults.stage import Script, played

QUESTION = "who is Lavrov?"


@pytest.mark.parametrize("script", SCRIPTS, ids=[script.name for script in SCRIPTS])
def test_nothing_is_lost_and_nothing_doubled(script: Script, shipped_answerer: Answerer) -> None:
    """Questions before, during and after the fault: each that was delivered has one answer, and nothing is left."""
    report = played(script, shipped_answerer, QUESTION)
    assert report.is_clean, report
    assert report.delivered >= 8
    assert report.answered == report.delivered - report.hopeless
