"""/healthz and /metrics over HTTP, on loopback."""

from __future__ import annotations

import json
import logging
import socket
from dataclasses import replace

import aiohttp
import pytest
from prometheus_client.openmetrics.parser import text_string_to_metric_families as parsed_open
from prometheus_client.parser import text_string_to_metric_families as parsed

from bot.answering.records import Outcome
from bot.monitoring.metrics import Metrics
from bot.monitoring.server import is_loopback, serving
from bot.monitoring.vitals import Vitals
from bot.records import Problem
from tests.monitoring.test_vitals import WELL

HERE = "127.0.0.1"
OPEN_METRICS = "application/openmetrics-text"


class Bot:
    """Something to look at."""

    def __init__(self) -> None:
        self.vitals = WELL
        self.metrics = Metrics(self.look)

    def look(self) -> Vitals:
        """Its state."""
        return self.vitals


@pytest.fixture
def bot() -> Bot:
    """A bot that is well."""
    return Bot()


async def get(port: int | None, path: str, method: str = "GET", **headers: str) -> tuple[int, str, str]:
    """Status, content type and text of an answer."""
    address = f"http://{HERE}:{port}{path}"
    async with aiohttp.ClientSession() as session, session.request(method, address, headers=headers) as response:
        assert response.headers["Server"] == "verbatim"
        return response.status, response.headers.get("Content-Type", ""), await response.text()


def samples(page: str) -> dict[str, float]:
    """Figures by name and labels."""
    found = [sample for family in parsed(page) for sample in family.samples]
    return {each.name + "".join(f" {name}={each.labels[name]}" for name in each.labels): each.value for each in found}


async def test_health_is_json_and_its_status_a_code(bot: Bot) -> None:
    """200 while all is well, 503 otherwise."""
    async with serving(HERE, 0, bot.look, bot.metrics) as port:
        status, kind, text = await get(port, "/healthz")
        assert (status, kind, json.loads(text)["status"]) == (200, "application/json; charset=utf-8", "well")
        bot.vitals = replace(WELL, connected=False)
        status, _, text = await get(port, "/healthz")
        assert (status, json.loads(text)["problems"]) == (503, ["the gateway is not connected"])


async def test_the_metrics_are_those_of_the_bot(bot: Bot) -> None:
    """Counted since the start, or read at the moment; each is there before it first happens."""
    bot.metrics.answered(Outcome.ANSWERED, 0.004)
    bot.metrics.answered(Outcome.ANSWERED, 0.2)
    bot.metrics.answered(Outcome.UNSURE, 0.004)
    bot.vitals = replace(WELL, problem=Problem.FULL, waiting=7, lost=2)
    async with serving(HERE, 0, bot.look, bot.metrics) as port:
        logging.getLogger("bot.x").warning("trouble")
        logging.getLogger("bot.x").info("none")
        status, kind, page = await get(port, "/metrics")
    found = samples(page)
    assert (status, kind.split(";")[0]) == (200, "text/plain")
    assert found["verbatim_answers_total outcome=answered"] == 2
    assert found["verbatim_answers_total outcome=unsure"] == 1
    assert found["verbatim_answers_total outcome=not_in_story"] == 0
    assert found["verbatim_answer_seconds_count"] == 3
    assert found["verbatim_answer_seconds_bucket le=0.005"] == 2
    assert found["verbatim_answer_seconds_sum"] == pytest.approx(0.208)
    assert found["verbatim_knowledge_info version=0123abcd"] == 1
    assert (found["verbatim_knowledge_stories"], found["verbatim_knowledge_entries"]) == (1, 330)
    assert (found["verbatim_gateway_connected"], found["verbatim_gateway_latency_seconds"]) == (1, 0.0312345)
    assert (found["verbatim_reloads_total act=reload"], found["verbatim_reloads_refused_total"]) == (2, 1)
    assert found["verbatim_interactions_late_total"] == 4
    assert found["verbatim_records_trouble problem=full"] == 1
    assert sum(value for name, value in found.items() if name.startswith("verbatim_records_trouble")) == 1
    assert (found["verbatim_records_waiting"], found["verbatim_records_lost_total"]) == (7, 2)
    assert found["verbatim_log_records_total level=WARNING"] == 1
    assert found["verbatim_log_records_total level=ERROR"] == 0
    assert found["process_resident_memory_bytes"] > 1_000_000
    assert found["verbatim_uptime_seconds"] == 60.4


async def test_open_metrics_is_spoken_to_who_asks_for_it(bot: Bot) -> None:
    """Prometheus does; its own parser reads the page."""
    async with serving(HERE, 0, bot.look, bot.metrics) as port:
        _, kind, page = await get(port, "/metrics", Accept=f"{OPEN_METRICS};version=1.0.0")
    assert kind.startswith(OPEN_METRICS)
    assert {"verbatim_answers", "verbatim_answer_seconds"} <= {family.name for family in parsed_open(page)}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 404),
        ("GET", "/metrics/x", 404),
        ("POST", "/healthz", 405),
        ("DELETE", "/metrics", 405),
        ("HEAD", "/healthz", 200),
    ],
)
async def test_nothing_else_is_there(bot: Bot, method: str, path: str, status: int) -> None:
    """Two addresses that can be read."""
    async with serving(HERE, 0, bot.look, bot.metrics) as port:
        assert (await get(port, path, method))[0] == status


async def test_a_taken_port_is_one_line(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    """The bot goes on: answering is what it is for."""
    with socket.create_server((HERE, 0)) as other:
        taken = other.getsockname()[1]
        async with serving(HERE, taken, bot.look, bot.metrics) as port:
            assert port is None
    (line,) = caplog.records
    assert line.levelno == logging.ERROR
    assert line.message.startswith(f"no /healthz and no /metrics: port {taken} of {HERE} can't be opened (")
    assert "address already in use" in line.message
    assert line.exc_info is None


async def test_a_host_that_is_none_is_one_line(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    """An address of another machine can't be opened here; 192.0.2.1 is nobody's."""
    async with serving("192.0.2.1", 0, bot.look, bot.metrics) as port:
        assert port is None
    assert len(caplog.records) == 1


async def test_other_machines_are_let_in_only_with_a_warning(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    """Whoever opens the port to the network is told so."""
    caplog.set_level(logging.INFO)
    for host, warned in ((HERE, 0), ("0.0.0.0", 1)):  # noqa: S104 - opened for a moment, to see the warning
        caplog.clear()
        async with serving(host, 0, bot.look, bot.metrics) as port:
            assert port
        warnings = [each.message for each in caplog.records if each.levelno == logging.WARNING]
        assert len(warnings) == warned
        assert all("other machines can read" in each for each in warnings)


@pytest.mark.parametrize(
    ("host", "is_so"),
    [(HERE, True), ("127.8.9.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("::", False)],  # noqa: S104
)
def test_loopback_is_told_apart(host: str, is_so: bool) -> None:
    """Everything else is seen by others."""
    assert is_loopback(host) is is_so


async def test_nothing_is_left_behind(bot: Bot) -> None:
    """The port is free again, and the log is not counted any more."""
    handlers = logging.getLogger().handlers[:]
    async with serving(HERE, 0, bot.look, bot.metrics) as port:
        assert len(logging.getLogger().handlers) == len(handlers) + 1
    assert logging.getLogger().handlers == handlers
    with pytest.raises(aiohttp.ClientConnectionError):
        await get(port, "/healthz")
