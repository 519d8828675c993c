"""Every fault that Discord and the network are known for, as a script: each is played with questions before, during
and after it.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable

from tests.faults.stage import Script, Stage

SEND = r"/channels/\d+/messages"
CALLBACK = r"/interactions/\d+/[^/]+/callback"
SCRIPTS: list[Script] = []
Play = Callable[[Stage], Awaitable[None]]


def script(name: str) -> Callable[[Play], Play]:
    """Register a script under a name."""

    def keep(play: Play) -> Play:
        SCRIPTS.append(Script(name, play))
        return play

    return keep


# The gateway.


@script("socket cut")
async def _cut(stage: Stage) -> None:
    stage.began()
    stage.local.gateway.cut()
    stage.ask()
    await stage.back()


@script("socket cut with questions on the way")
async def _cut_on_the_way(stage: Stage) -> None:
    stage.ask(5)
    await asyncio.sleep(0)
    stage.began()
    stage.local.gateway.cut()
    stage.ask()
    await stage.back()


@script("cut five times in a row")
async def _cut_often(stage: Stage) -> None:
    stage.began()
    for _ in range(5):
        stage.local.gateway.cut()
        stage.ask(1)
        await stage.back()
        await stage.settled()


@script("cut, and what was seen comes again")
async def _repeated(stage: Stage) -> None:
    stage.local.gateway.trouble.repeats = 1_000
    stage.began()
    stage.local.gateway.cut()
    stage.ask()
    await stage.back()
    await stage.settled()
    if max(stage.sent.values()) < 2:
        stage.problems.append("nothing came again")


@script("op 7, reconnect")
async def _reconnect(stage: Stage) -> None:
    stage.began()
    stage.local.gateway.reconnect()
    stage.ask()
    await stage.back()


@script("op 9, session resumable")
async def _resumable(stage: Stage) -> None:
    stage.began()
    stage.local.gateway.invalidate(resumable=True)
    stage.ask()
    await stage.back()


@script("op 9, session gone")
async def _gone(stage: Stage) -> None:
    stage.ask()
    stage.began()
    stage.local.gateway.invalidate(resumable=False)
    # Nobody tells the bot of these: they belong to no session.
    stage.ask()
    await stage.back()


@script("op 9 after a cut: the session is gone")
async def _gone_after_cut(stage: Stage) -> None:
    stage.began()
    stage.local.gateway.cut()
    stage.local.gateway._valid.clear()
    stage.ask()
    await stage.back()


def _closing(code: int) -> None:
    @script(f"close code {code}")
    async def _close(stage: Stage) -> None:
        stage.began()
        stage.local.gateway.close(code)
        stage.ask()
        await stage.back()


for _code in (1000, 1001, 1011, 4000, 4001, 4007, 4008, 4009):
    _closing(_code)


@script("gateway accepts and closes, 8 times")
async def _hung_up(stage: Stage) -> None:
    stage.began()
    stage.local.gateway.trouble.hang_ups = 8
    stage.local.gateway.cut()
    stage.ask()
    await stage.back()


@script("gateway answers 503, 3 times")
async def _refused(stage: Stage) -> None:
    stage.began()
    stage.local.gateway.trouble.refusals = 3
    stage.local.gateway.cut()
    stage.ask()
    await stage.back()


@script("no heartbeat is acknowledged")
async def _no_ack(stage: Stage) -> None:
    stage.began()
    stage.local.gateway.answers_heartbeats = False
    first = stage.local.gateway.sessions[-1]
    resumes = first.resumes
    await stage.local.until(lambda: first.resumes > resumes, "the bot to notice", 600)
    stage.local.gateway.answers_heartbeats = True
    stage.ask()
    await stage.back()


@script("READY without servers")
async def _ready_without_guilds(stage: Stage) -> None:
    stage.local.gateway.trouble.ready_without_guilds = True
    stage.began()
    stage.local.gateway.invalidate(resumable=False)
    await stage.back()
    stage.ask()
    await stage.settled()


@script("all of Discord away for 3 minutes")
async def _away(stage: Stage) -> None:
    stage.began()
    await stage.local.go_away()
    stage.mention()
    stage.mention()
    # Discord waits three seconds for the answer to a command.
    stage.give_up(stage.slash())
    stage.local.clock.advance(180)
    await asyncio.sleep(180)
    await stage.local.come_back()
    await stage.back()


@script("away the moment questions came")
async def _away_at_once(stage: Stage) -> None:
    stage.local.faults.add("POST", SEND, drop="before", times=2)
    asked = [stage.mention(), stage.mention()]
    await stage.local.until(lambda: all(stage.sent[each.id] for each in asked), "questions to be delivered")
    stage.began()
    await stage.local.go_away()
    await asyncio.sleep(60)
    await stage.local.come_back()
    await stage.back()
    await stage.settled()


@script("events that can't be read")
async def _malformed(stage: Stage) -> None:
    for frame in (
        "this is no JSON",
        "[]",
        '{"op": 0, "t": "MESSAGE_CREATE", "s": 1000, "d": {}}',
        '{"op": 0, "t": "INTERACTION_CREATE", "s": 1001, "d": {"id": "x"}}',
        '{"op": 0, "t": "GUILD_CREATE", "s": 1002, "d": null}',
    ):
        await stage.settled()
        sessions = len(stage.local.gateway.sessions)
        stage.local.gateway.send_raw(frame)
        await stage.local.until(lambda: len(stage.local.gateway.sessions) > sessions, "a new session", 600)  # noqa: B023
        await stage.back()
        stage.ask(1)
    await stage.settled()


@script("unknown events and opcodes")
async def _unknown(stage: Stage) -> None:
    session = stage.local.gateway.sessions[-1]
    session.dispatch("SOMETHING_NEW", {"id": "1"})
    session.dispatch("MESSAGE_CREATE_V2", {})
    for frame in ({"op": 42, "d": {}}, {"op": 0, "t": None, "s": None, "d": None}, {"op": 11, "d": None}):
        stage.local.gateway.send_raw(json.dumps(frame))
    stage.ask()
    await stage.settled()
    if len(stage.local.gateway.sessions) > 1:
        stage.problems.append("the connection was given up")


# The REST API.


@script("429 for a bucket")
async def _bucket(stage: Stage) -> None:
    stage.local.faults.rate_limit("POST", SEND, 2.0, times=2)
    stage.local.faults.rate_limit("POST", CALLBACK, 0.5)
    stage.ask()
    await stage.settled()


@script("429 for all, with Via")
async def _global(stage: Stage) -> None:
    stage.local.faults.rate_limit("POST", SEND, 5.0, times=2, everywhere=True)
    stage.ask()
    await stage.settled()


@script("429 without Via")
async def _banned(stage: Stage) -> None:
    stage.local.faults.rate_limit("POST", SEND, 45.0, times=3, via=False)
    stage.local.faults.rate_limit("POST", CALLBACK, 0.1, via=False)
    stage.ask()
    await stage.settled()


def _failing(status: int, times: int, *, callbacks: int) -> None:
    @script(f"{status}, {times} times")
    async def _fail(stage: Stage) -> None:
        body = {"message": "no", "code": 0}
        stage.local.faults.add("POST", SEND, status=status, body=body, times=times)
        if callbacks:
            stage.local.faults.add("POST", CALLBACK, status=status, body=body, times=callbacks)
        stage.ask()
        await stage.settled()


for _status in (500, 502, 504):
    _failing(_status, 2, callbacks=1)
_failing(503, 3, callbacks=1)
# discord.py gives up after five.
_failing(502, 13, callbacks=0)


@script("answers take 20 s")
async def _slow(stage: Stage) -> None:
    stage.local.faults.add("POST", SEND, delay=20.0, times=4)
    stage.local.faults.add("POST", CALLBACK, delay=2.0, times=2)
    stage.ask(4)
    await stage.settled()


def _dropping(where: str, path: str, drop: str, times: int) -> None:
    @script(f"{where} dropped {'unheard' if drop == 'before' else 'but carried out'}, {times} times")
    async def _drop(stage: Stage) -> None:
        stage.local.faults.add("POST", path, drop=drop, times=times)
        stage.ask()
        await stage.settled()


for _drop, _times in (("before", 1), ("before", 4), ("after", 1), ("after", 4)):
    _dropping("POST", SEND, _drop, _times)
for _drop, _times in (("before", 2), ("after", 2)):
    _dropping("response", CALLBACK, _drop, _times)


@script("403, the permission is missing")
async def _forbidden(stage: Stage) -> None:
    rule = stage.local.faults.forbid("POST", SEND, times=None)
    asked = stage.mention()
    stage.give_up(asked)
    await stage.local.until(lambda: rule.hits, "the refusal")
    await stage.local.settle()
    if rule.hits > 1:
        stage.problems.append(f"asked {rule.hits} times in vain")
    stage.local.faults.rules.remove(rule)


@script("404, the question is deleted")
async def _deleted_question(stage: Stage) -> None:
    message = stage.mention()
    message.deleted = True
    await stage.settled()


@script("404, the channel is deleted")
async def _deleted_channel(stage: Stage) -> None:
    body = {"message": "Unknown Channel", "code": 10003}
    rule = stage.local.faults.add("POST", SEND, status=404, body=body, times=1)
    stage.give_up(stage.mention())
    await stage.local.until(lambda: rule.hits, "the refusal")
    await stage.local.settle()


@script("10062, too late")
async def _too_late(stage: Stage) -> None:
    body = {"message": "Unknown interaction", "code": 10062}
    rule = stage.local.faults.add("POST", CALLBACK, status=404, body=body, times=1)
    stage.give_up(stage.slash())
    await stage.local.until(lambda: rule.hits, "the refusal")
    await stage.local.settle()


@script("40060, answered already")
async def _answered_already(stage: Stage) -> None:
    body = {"message": "Interaction has already been acknowledged.", "code": 40060}
    rule = stage.local.faults.add("POST", CALLBACK, status=400, body=body, times=1)
    stage.give_up(stage.slash())
    await stage.local.until(lambda: rule.hits, "the refusal")
    await stage.local.settle()
