"""A question and the token go every way that there is, also where things fail; no record above DEBUG holds them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from bot.answering.desk import Desk, Edition
from bot.answering.records import Answer, Outcome
from bot.config import Settings
from bot.discord.client import VerbatimClient
from bot.knowledge.keeper import Keeper
from bot.knowledge.source import Source
from bot.log import Formatter, JsonFormatter
from bot.records import store as stores
from bot.records.store import Store
from bot.stories import load_library
from tests.local_discord import Actor, ChannelType, LocalDiscord

MARK = "zyxquestion"
QUESTION = f"when does the bridge open, {MARK}?"
SEND = r"/channels/\d+/messages"
CALLBACK = r"/interactions/\d+/[^/]+/callback"


class Kept(logging.Handler):
    """Every record as it is written, in either form, with its level."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self.formatters = Formatter([token]), JsonFormatter([token])
        self.lines: list[tuple[int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        # As the log does: in the task that logs.
        self.lines.extend((record.levelno, each.format(record)) for each in self.formatters)

    def above_debug(self) -> list[str]:
        """What an ordinary log has."""
        return [line for level, line in self.lines if level > logging.DEBUG]


@pytest.fixture
def kept(local: LocalDiscord) -> Callable[[], Kept]:
    """A log of everything; it ends with the test."""
    handler, root = Kept(local.token), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield handler
    root.removeHandler(handler)
    root.setLevel(before)


@pytest.fixture
def bot(story_folder: Callable[..., Path], tmp_path: Path) -> VerbatimClient:
    """A bot on a small story that keeps records."""
    folder = story_folder().parent
    records = Store(str(tmp_path / "records.db"), 90, pause=0.01)
    desk = Desk(Answerer(load_library(folder)), records)
    return VerbatimClient(desk, Settings(), keeper=Keeper(desk, Source(folder), records), guild_ready_timeout=0)


async def ask_everywhere(local: LocalDiscord, person: Actor) -> None:
    """Write the question wherever something can be written."""
    message = await person.says(local.general, QUESTION, mention_bot=True)
    await local.settle()
    await person.says(await person.dm(), QUESTION)
    await local.settle()
    await person.posts(local.add_channel("forum", ChannelType.FORUM), QUESTION, "?", mention_bot=True)
    await local.settle()
    for command, options in (
        ("ask", {"question": QUESTION}),
        ("verify", {"text": f"“The bridge won’t open, {MARK}” said Hill"}),
        ("quote find", {"text": MARK}),
    ):
        await person.slash(local.general, command, **options)
    for menu in ("Answer from the story", "Check this quote"):
        await person.context_menu(local.general, menu, message)


async def report(local: LocalDiscord, person: Actor) -> None:
    """Call an answer wrong, with a note."""
    answer = await person.slash(local.general, "ask", question="when does the bridge open?")
    form = await person.clicks(answer, "Wrong?")
    await person.submits_modal(form, {"reason": "other", "note": QUESTION})


def check(kept: Kept, token: str, least: int) -> None:
    """Fail if anything private was written."""
    assert [line for line in kept.above_debug() if MARK in line] == []
    assert [line for _, line in kept.lines if token in line] == []
    assert len(kept.above_debug()) >= least


async def test_no_question_is_logged_above_debug(local: LocalDiscord, bot: VerbatimClient, kept: Kept) -> None:
    """Asked every way, answered or not."""
    async with local.running(bot):
        await ask_everywhere(local, local.user("alice"))
        await local.user("alice").autocomplete(local.general, "ask", focused="question", question=QUESTION)
        await report(local, local.user("alice"))
    check(kept, local.token, 4)
    # At DEBUG it is there, which is what DEBUG is for; so the test can fail.
    assert any(MARK in line for level, line in kept.lines if level == logging.DEBUG)


async def test_no_question_is_logged_where_answering_fails(
    local: LocalDiscord, bot: VerbatimClient, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error repeats it, as errors do; its place and its kind are logged all the same."""

    def broken(_: object, question: str, *__: object, **___: object) -> None:
        raise ValueError(f"can't read {question!r}, nor {question.upper()}")

    for owner, name in ((Answerer, "ask"), (Edition, "check"), (Edition, "search"), (Edition, "suggest")):
        monkeypatch.setattr(owner, name, broken)
    async with local.running(bot):
        await ask_everywhere(local, local.user("alice"))
        # Discord's library answers nothing then.
        local.timeout = 0.5
        with pytest.raises(AssertionError, match="in vain"):
            await local.user("alice").autocomplete(local.general, "ask", focused="question", question=QUESTION)
        local.timeout = 30.0
    check(kept, local.token, 8)
    failed = [line for line in kept.above_debug() if "can't read" in line and "[hidden]" in line]
    assert len(failed) >= 8
    assert all("ValueError" in line for line in failed)


async def test_no_question_is_logged_where_sending_fails(local: LocalDiscord, bot: VerbatimClient, kept: Kept) -> None:
    """Refused, forbidden, cut off."""
    async with local.running(bot):
        for action in ({"status": 400, "body": {"message": MARK, "code": 50035}}, {"drop": "before"}):
            rules = [local.faults.add("POST", path, times=2, **action) for path in (SEND, CALLBACK)]
            person = local.user("alice")
            await person.says(local.general, QUESTION, mention_bot=True)
            await local.settle()
            await person.slash(local.general, "ask", question=QUESTION, wait=False)
            await local.settle()
            for rule in rules:
                local.faults.rules.remove(rule)
    lines = [line for line in kept.above_debug() if MARK in line and "50035" not in line]
    assert lines == []
    assert [line for _, line in kept.lines if local.token in line] == []


async def test_no_question_is_logged_where_recording_fails(
    tmp_path: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A database's error names the statement, not what was to be written."""
    real = stores._ask

    def ask(session: object, text: str, about: object) -> None:
        real(session, text, {**about, "outcome": None})  # type: ignore[dict-item]

    monkeypatch.setattr(stores, "_ask", ask)
    records = Store(str(tmp_path / "records.db"), 90, pause=0.01)
    records.asked(QUESTION, Answer(Outcome.UNSURE, "", 0.1, "0123abcd"))
    await records.unanswered()
    records.close()
    failed = [line for line in kept.above_debug() if "IntegrityError" in line]
    assert failed
    assert [line for line in kept.above_debug() if MARK in line] == []
