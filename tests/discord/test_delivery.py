"""Getting answers through a bad line, and not sending them twice."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from itertools import pairwise
from types import SimpleNamespace

import aiohttp
import discord
import pytest

from bot.discord.client import VerbatimClient
from bot.discord.delivery import ALREADY_ANSWERED, UNKNOWN_INTERACTION, Courier
from bot.discord.vitals import vitals_of
from tests.local_discord import LocalDiscord, records
from tests.local_discord.commands import invocation
from tests.local_discord.fast_loop import FastLoop

SEND = r"/channels/\d+/messages"
CALLBACK = r"/interactions/\d+/[^/]+/callback"
TOO_LATE = {"status": 404, "body": {"message": "Unknown interaction", "code": UNKNOWN_INTERACTION}}
ANSWERED = {"status": 400, "body": {"message": "Interaction has already been acknowledged.", "code": ALREADY_ANSWERED}}


def refusal(status: int, **headers: str) -> discord.HTTPException:
    """A status as discord.py raises it."""
    return discord.HTTPException(SimpleNamespace(status=status, reason="no", headers=headers), "no")  # type: ignore[arg-type]


def unreachable() -> aiohttp.ClientConnectorError:
    """Nobody took the connection."""
    return aiohttp.ClientConnectorError(SimpleNamespace(host="x", port=1, ssl=True), OSError("no"))  # type: ignore[arg-type]


class Line:
    """A line on which sending fails in given ways before it succeeds; it notes when each try was."""

    def __init__(self, *errors: Exception, always: bool = False) -> None:
        self.errors, self.always = list(errors), always
        self.tried: list[float] = []

    async def send(self) -> str:
        self.tried.append(asyncio.get_running_loop().time())
        if not self.errors:
            return "sent"
        raise self.errors[0] if self.always else self.errors.pop(0)


def fast(make: Callable[[], Awaitable[object]]) -> object:
    """Run something on a loop on which minutes are moments."""

    async def run() -> object:
        return await make()

    with asyncio.Runner(loop_factory=lambda: FastLoop(1_000)) as runner:
        return runner.run(run())


@pytest.mark.parametrize(
    "error", [refusal(500), refusal(503), unreachable(), aiohttp.ServerDisconnectedError(), TimeoutError(), OSError()]
)
def test_what_may_pass_is_tried_again(error: Exception) -> None:
    """With pauses that grow."""
    line = Line(error, error, error)
    assert fast(lambda: Courier().deliver(line.send)) == "sent"
    pauses = [later - sooner for sooner, later in pairwise(line.tried)]
    assert all(pause >= least for pause, least in zip(pauses, (0.5, 1, 2), strict=True))


@pytest.mark.parametrize("status", [400, 403, 404])
def test_what_will_not_pass_is_not_tried_again(status: int) -> None:
    """Asking in vain shuts the bot out."""
    line = Line(refusal(status))
    with pytest.raises(discord.HTTPException):
        fast(lambda: Courier().deliver(line.send))
    assert len(line.tried) == 1


@pytest.mark.parametrize(("error", "seconds"), [(unreachable(), 300), (aiohttp.ServerDisconnectedError(), 120)])
def test_patience_ends(error: Exception, seconds: float) -> None:
    """Sooner where a try may have been carried out: Discord remembers a nonce for minutes only."""
    line = Line(error, always=True)
    with pytest.raises(type(error)):
        fast(lambda: Courier().deliver(line.send))
    assert seconds - 40 < line.tried[-1] - line.tried[0] <= seconds + 10


def test_while_discord_shuts_everybody_out_nothing_is_sent() -> None:
    """A 429 from the wall before Discord holds up all deliveries for as long as it says."""
    courier, shut, other = Courier(), Line(refusal(429, **{"Retry-After": "90"})), Line()

    async def both() -> None:
        first = asyncio.create_task(courier.deliver(shut.send))
        await asyncio.sleep(10)
        await asyncio.gather(first, courier.deliver(other.send))

    fast(both)
    assert shut.tried[1] - shut.tried[0] >= 90
    assert other.tried[0] - shut.tried[0] >= 90


def test_waiting_deliveries_do_not_pile_up() -> None:
    """Beyond so many, an answer is given up at once; the others go on."""
    courier, lines = Courier(most=3), [Line(refusal(500)) for _ in range(5)]

    async def all_of_them() -> list[object]:
        return await asyncio.gather(*(courier.deliver(line.send) for line in lines), return_exceptions=True)

    found = fast(all_of_them)
    assert [each == "sent" for each in found] == [True, True, True, False, False]  # type: ignore[attr-defined]
    assert courier.waiting == 0


async def test_a_message_that_comes_again_is_not_worked_on_again(local: LocalDiscord, client: VerbatimClient) -> None:
    """Neither sent again nor counted against what a person may ask."""
    local.gateway.trouble.repeats = 100
    await local.user("alice").says(local.general, "who is Lavrov?", mention_bot=True)
    await local.next_message(local.general)
    record = await local.user("alice").slash(local.general, "ask", question="who is Lavrov?")
    sent = len([each for each in local.requests if each.method == "POST"])
    local.gateway.cut()
    await local.until(lambda: local.gateway.online, "the bot to come back")
    await local.settle()
    assert len([each for each in local.requests if each.method == "POST"]) == sent
    assert record.refused == []


@pytest.mark.usefixtures("client")
async def test_an_answer_that_was_carried_out_unheard_is_one_message(local: LocalDiscord) -> None:
    """It is sent again with the nonce of its question, and Discord knows it."""
    local.faults.add("POST", SEND, drop="after")
    question = await local.user("alice").says(local.general, "who is Lavrov?", mention_bot=True)
    await local.until(lambda: len([each for each in local.requests if each.method == "POST"]) == 2, "a second try")
    await local.settle()
    (answer,) = local.sent(local.general)
    assert answer.nonce == str(question.id)


@pytest.mark.usefixtures("client")
async def test_after_a_response_that_was_carried_out_unheard_it_goes_on(local: LocalDiscord) -> None:
    """What is shared is shared, though the first response to the press got lost."""
    alice = local.user("alice")
    record = await alice.slash(local.general, "ask", question="who is Lavrov?")
    local.faults.add("POST", CALLBACK, drop="after")
    await alice.clicks(record, "Share", wait=False)
    shared = await local.next_message(local.general)
    assert "Russian Foreign Minister" in shared.content
    await local.nothing_sent(local.general)


@pytest.mark.parametrize("trouble", [TOO_LATE, ANSWERED], ids=["10062", "40060"])
@pytest.mark.usefixtures("client")
async def test_an_interaction_that_is_over_is_one_line_in_the_log(
    local: LocalDiscord, caplog: pytest.LogCaptureFixture, trouble: dict[str, object]
) -> None:
    """For a command and for choices alike: no traceback, no second try, and nobody is told."""
    refused = local.faults.add("POST", CALLBACK, times=None, **trouble)
    alice = local.user("alice")
    with caplog.at_level(logging.INFO, "bot"), caplog.at_level(logging.INFO, "discord.app_commands"):
        await alice.slash(local.general, "ask", question="who is Lavrov?", wait=False)
        await local.settle()
        assert [each.message for each in caplog.records] == ["too late for an answer to the command ask"]
        caplog.clear()
        local.user("alice")
        data = await _typed(local)
        assert data
    assert refused.hits == 2
    assert [each.message for each in caplog.records] == ["choices came too late for somebody who types"]
    assert not [each for each in caplog.records if each.exc_info]


@pytest.mark.usefixtures("client")
async def test_who_is_cut_off_is_one_line_in_the_log(local: LocalDiscord, caplog: pytest.LogCaptureFixture) -> None:
    """There are many of them when Discord is away: no traceback for each."""
    local.faults.add("POST", CALLBACK, drop="before", times=None)
    with caplog.at_level(logging.WARNING, "bot"):
        await local.user("alice").slash(local.general, "ask", question="who is Lavrov?", wait=False)
        await local.settle()
    (line,) = caplog.records
    assert line.message.startswith("Discord could not be reached with the answer to the command ask")
    assert not line.exc_info


async def _typed(local: LocalDiscord) -> bool:
    """Somebody types into /ask, and nobody waits for the choices."""
    alice = local.user("alice")
    typing = asyncio.create_task(alice.autocomplete(local.general, "ask", focused="question", question="who"))
    await local.until(lambda: len(local.interactions) == 2, "an interaction")
    await local.settle()
    typing.cancel()
    await asyncio.gather(typing, return_exceptions=True)
    return True


@pytest.mark.parametrize("way", ["command", "press", "typing", "form"])
async def test_what_comes_too_late_is_dropped(
    way: str,
    local: LocalDiscord,
    client: VerbatimClient,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Discord waits three seconds: what can't be answered any more costs one line, is counted, and is not worked on."""
    alice = local.user("alice")
    shown = await alice.slash(local.general, "ask", question="who is Lavrov?")
    form = await alice.clicks(shown, "Wrong?")
    clock = client._lateness._clock
    monkeypatch.setattr(client._lateness, "_clock", lambda: clock() + 4)
    with caplog.at_level(logging.WARNING, logger="bot"):
        if way == "command":
            await alice.slash(local.general, "ask", question="who is Assad?", wait=False)
        elif way == "press":
            await alice.clicks(shown, "In context", wait=False)
        elif way == "form":
            await alice.submits_modal(form, {"reason": "other"}, wait=False)
        else:
            data = invocation(local, local.general, "ask", {}, "who")
            local.interact(alice._record(records.AUTOCOMPLETE, local.general, data, [0], name="ask"))
        await local.settle()
    late = local.interactions[-1]
    assert (late.responses, late.refused) == ([], [])
    (line,) = [each.message for each in caplog.records]
    assert line.endswith("s late and is dropped: Discord takes no answer any more")
    assert vitals_of(client).too_late == 1
    monkeypatch.undo()
    assert (await alice.slash(local.general, "ask", question="who is Assad?")).responses
