"""/healthz and /metrics of a bot that is connected."""

from __future__ import annotations

import json
import socket

from bot.discord.client import VerbatimClient
from bot.discord.vitals import monitored, vitals_of
from tests.discord.conftest import MakeBot
from tests.local_discord import LocalDiscord
from tests.monitoring.test_server import get, samples
from tests.shipped import close_call


def free_port() -> int:
    """A port that nobody has."""
    with socket.create_server(("127.0.0.1", 0)) as opened:
        return int(opened.getsockname()[1])


async def test_nothing_is_served_unless_a_port_is_set(local: LocalDiscord, client: VerbatimClient) -> None:
    """By default no port is opened, and nothing is counted."""
    async with monitored(client) as port:
        assert port is None
        assert client.desk.meter is None


async def test_health_follows_the_gateway(local: LocalDiscord, make_bot: MakeBot) -> None:
    """Unwell before the start, well when ready, unwell while the connection is lost, well when it is back, unwell
    after."""
    bot = make_bot(monitoring_port=free_port())
    async with monitored(bot) as port:
        assert (await get(port, "/healthz"))[0] == 503
        async with local.running(bot):
            status, _, text = await get(port, "/healthz")
            assert (status, json.loads(text)["servers"]) == (200, 1)
            assert json.loads(text)["knowledge"] == bot.desk.edition.version
            local.gateway.cut()
            await local.until(lambda: not bot.is_connected or None, "the loss to be noticed")
            assert (await get(port, "/healthz"))[0] == 503
            await local.online()
            await local.settle()
            assert (await get(port, "/healthz"))[0] == 200
        assert (await get(port, "/healthz"))[0] == 503


async def test_questions_are_counted_and_nothing_of_them_is_shown(local: LocalDiscord, make_bot: MakeBot) -> None:
    """By outcome alone: no word that somebody wrote, no name, no id."""
    bot = make_bot(monitoring_port=free_port())
    vague = close_call(bot.desk.edition.answerer)
    async with local.running(bot), monitored(bot) as port:
        person = local.user("mallory-the-person")
        for question in (vague, "who is Lavrov?", "who is Lavrov?"):
            await person.says(local.general, question, mention_bot=True)
            await local.next_message(local.general)
        await person.slash(local.general, "ask", question="who is Lavrov?")
        page, health = (await get(port, "/metrics"))[2], (await get(port, "/healthz"))[2]
    found = samples(page)
    assert found["verbatim_answers_total outcome=answered"] == 3
    assert found["verbatim_answers_total outcome=unsure"] == 1
    assert found["verbatim_answer_seconds_count"] == 4
    for private in ("Lavrov", vague, "mallory", str(person.user.id), str(local.general.id), local.token):
        assert private not in page
        assert private not in health


async def test_the_uptime_is_not_moved_by_the_clock(client: VerbatimClient) -> None:
    """It is counted by the monotonic clock; the start is told by today's."""
    before = vitals_of(client).uptime
    assert 0 <= before < 60
    assert client.started_at > 1_700_000_000


async def test_a_monitored_bot_answers_where_its_port_is_taken(local: LocalDiscord, make_bot: MakeBot) -> None:
    """Two bots on one machine with the same settings: the second answers all the same."""
    port = free_port()
    with socket.create_server(("127.0.0.1", port)):
        bot = make_bot(monitoring_port=port)
        async with local.running(bot), monitored(bot) as opened:
            assert opened is None
            await local.user("alice").says(local.general, "who is Lavrov?", mention_bot=True)
            assert (await local.next_message(local.general)).content
