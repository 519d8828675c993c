"""The log: no secret in any record, and no line that passes for a record of its own."""

from __future__ import annotations

import json
import logging
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.log import Beside, Formatter, JsonFormatter, start_log

ROOT = Path(__file__).resolve().parent.parent
TOKEN = "not.like-any-token/at all"
REAL_ONE = f"{'M' * 24}.{'a' * 6}.{'x' * 38}"
HOSTILE = [
    "a\n2026-01-01 00:00:00,000 CRITICAL bot: all is lost",
    "a\r2026-01-01 00:00:00,000 CRITICAL bot: all is lost",
    "a\x1b[2K\x1b[1Ared",
    "a\u2028b\u2029c\x85d\x0be",
    "a\u202egnp.exe",
    "a\x00b",
    "a\u200bb\ufeff\ue000",
    "a\ud800b",
    "a\U000e0041",
]
FORMATTERS = [Formatter, JsonFormatter]


def record(message: str, *given: object, error: BaseException | None = None) -> logging.LogRecord:
    """A record as a logger makes it."""
    caught = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("bot.some.room", logging.WARNING, __file__, 1, message, given, caught)


def raised(text: str) -> ValueError:
    """An error with a traceback and a cause that say something."""
    try:
        try:
            {}[text]
        except KeyError as error:
            raise ValueError(f"because of {text}") from error
    except ValueError as error:
        return error


@pytest.fixture
def _log_as_before() -> Iterator[None]:
    """Whatever a test makes of the log ends with it."""
    root, hooks = logging.getLogger(), (sys.excepthook, threading.excepthook)
    before = (root.handlers[:], root.level, logging.getLogger("discord.http").level)
    # A captured log must not be closed by ours.
    root.handlers[:] = []
    yield
    root.handlers[:], root.level = before[0], before[1]
    logging.getLogger("discord.http").setLevel(before[2])
    logging.captureWarnings(False)
    sys.excepthook, threading.excepthook = hooks


@pytest.mark.parametrize("formatter", FORMATTERS)
@pytest.mark.parametrize("secret", [TOKEN, REAL_ONE])
def test_no_secret_is_written(formatter: type[Formatter], secret: str) -> None:
    """Not as the message, a part of one, an argument of any type, an error, its cause or its traceback."""
    known = [TOKEN] if secret == TOKEN else []
    for each in (
        record(f"the token is {secret}"),
        record("Authorization: Bot %s", secret),
        record("headers %r", {"Authorization": f"Bot {secret}"}),
        record("it failed", error=raised(secret)),
    ):
        written = formatter(known).format(each)
        assert secret not in written
        assert "[hidden]" in written


@pytest.mark.parametrize("formatter", FORMATTERS)
def test_the_tokens_of_interactions_are_not_written(formatter: type[Formatter]) -> None:
    """Discord's library names addresses in its warnings, and such a token lets anybody answer in the bot's name."""
    token = "aW50ZXJhY3Rpb246MTIzNDU2Nzg5"
    for address in (f"/interactions/123/{token}/callback", f"/webhooks/123/{token}/messages/@original"):
        written = formatter().format(record("POST %s", address))
        assert token not in written
        assert "/123/[hidden]/" in written


@pytest.mark.parametrize("secret", ["", "abc"])
def test_what_is_too_short_for_a_secret_is_none(secret: str) -> None:
    """An empty token must not empty the log."""
    assert Formatter([secret]).format(record("abc")).endswith(": abc")


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_makes_a_record(name: str) -> None:
    """Whatever stands in a name, only a record begins at the margin of a text, and nothing moves the cursor."""
    written = Formatter().format(record("hello %s", name, error=raised(name)))
    first, *others = re.split(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", written)
    assert re.match(r"\d{4}-\d\d-\d\d [\d:,]+ WARNING bot\.some\.room: hello a", first)
    assert all(line.startswith("    ") for line in others)
    assert all(letter.isprintable() or letter == "\n" for letter in written)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_record_of_json_is_one_line(name: str) -> None:
    """It reads back as what it was, the level and the logger among it."""
    written = JsonFormatter().format(record("hello %s", name, error=raised(name)))
    assert written.isascii()
    assert len(written.splitlines()) == 1
    fields = json.loads(written)
    assert (fields["level"], fields["logger"], fields["event"]) == ("WARNING", "bot.some.room", "hello %s")
    assert fields["message"].startswith("hello a")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", fields["time"])
    assert fields["error"].startswith("Traceback")


def test_what_people_may_write_is_written_as_it_is() -> None:
    """Umlauts, Cyrillic letters and emoji are no danger."""
    assert Formatter().format(record("hello %s", "Zoë Жук 🎈 \tx")).endswith("hello Zoë Жук 🎈 \tx")


@pytest.mark.usefixtures("_log_as_before")
@pytest.mark.parametrize("form", ["text", "json"])
def test_the_log_is_started_as_the_settings_say(capfd: pytest.CaptureFixture[str], form: str) -> None:
    """As much, in that form, and without the requests of Discord's library."""
    start_log("DEBUG", form, [TOKEN])  # type: ignore[arg-type]
    logging.getLogger("bot.x").debug("seen, with %s", TOKEN)
    logging.getLogger("discord.http").debug("unseen")
    logging.getLogger().handlers[0].close()
    written = capfd.readouterr().err
    assert ("[hidden]" in written, "unseen" in written, written.startswith("{")) == (True, False, form == "json")


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(
    "failing",
    [
        "raise ValueError(TOKEN)",
        "import threading; t = threading.Thread(target=lambda: {}[TOKEN], name='records'); t.start(); t.join()",
        "import warnings; warnings.warn(TOKEN)",
    ],
)
def test_what_nobody_caught_is_logged_without_secrets(form: str, failing: str) -> None:
    """The end of the program, of a thread, and warnings: all are records."""
    program = f"TOKEN = {TOKEN!r}; from bot.log import start_log; start_log('INFO', {form!r}, [TOKEN]); {failing}"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert TOKEN not in done.stderr
    assert "[hidden]" in done.stderr
    lines = done.stderr.splitlines()
    if form == "json":
        assert all(json.loads(line) for line in lines)
    else:
        assert all(re.match(r"\d{4}-| {4}", line) for line in lines), lines


def test_the_reason_of_an_end_is_the_last_thing_written() -> None:
    """However much of the log is still to be written when the command line ends."""
    program = (
        "import logging; from bot.cli import main; from bot.log import start_log; start_log('INFO', 'text')\n"
        "for number in range(2_000): logging.info('record %d', number)\n"
        "main(['no-such-command'])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    lines = done.stderr.splitlines()
    assert (len(lines), lines[-1].startswith("bot: ")) == (2_001, True), lines[-3:]


def test_a_log_that_nobody_takes_holds_nobody_up() -> None:
    """What has no room is lost and counted; once somebody reads again, the count is told."""
    reading, writing = os.pipe()
    handler = Beside(writing, most=10)
    logger = logging.getLogger("bot.log")
    logger.addHandler(handler)
    try:
        began = time.monotonic()
        for _ in range(100):
            logger.warning("x" * 10_000)
        assert time.monotonic() - began < 5.0
        written = b""
        while b"were lost" not in written:
            written += os.read(reading, 65_536)
        lost = int(written.split(b" records of the log were lost")[0].split()[-1])
        assert written.count(b"x" * 10_000) + lost == 100
    finally:
        logger.removeHandler(handler)
        handler.close()
        os.close(reading)
        os.close(writing)
