"""The log: text or JSON lines, with no secret in any record, and no record that can pass for another.

Whatever is logged goes through one formatter: the text of a message, of an error and of its traceback. There secrets
are taken out, and what could end a line or hide text in a terminal is written as an escape. Further lines of a record
are indented, so that each line of text that begins at the margin is a record of ours.
"""

from __future__ import annotations

import json
import logging
import os
import queue
import re
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from contextvars import ContextVar
from datetime import UTC, datetime
from types import TracebackType
from typing import Literal

LogFormat = Literal["text", "json"]
_log = logging.getLogger(__name__)
_TEXT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_HIDDEN = "[hidden]"
# How long the end of the program waits for a log that nobody takes.
_GOODBYE_SECONDS = 1.0
# What is as short as this is no secret, and would be found everywhere.
_LEAST_SECRET = 6
# Bot tokens of any bot, and the tokens with which Discord lets an interaction be answered: both stand in its addresses.
_TOKENS = re.compile(r"[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,}|(/(?:webhooks|interactions)/\d+/)[\w-]{20,}", re.ASCII)


# What the person wrote for whom this task works; each task has its own.
_WRITTEN: ContextVar[tuple[str, ...]] = ContextVar("written", default=())


def keep_private(*texts: str) -> None:
    """Keep what somebody wrote out of this task's records above DEBUG, also where an error repeats it."""
    # What is shorter may be anything: a number, a name of ours.
    found = {each.strip() for each in texts if len(each.strip()) >= _LEAST_SECRET}
    _WRITTEN.set((*_WRITTEN.get(), *sorted(found, key=len, reverse=True)))


class Formatter(logging.Formatter):
    """Makes each record text that is safe to be written."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        """Keep ``secrets`` out of everything."""
        super().__init__(_TEXT)
        self._secrets = sorted({each for each in secrets if len(each) >= _LEAST_SECRET}, key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as text: the first line at the margin, all others behind it."""
        return self.clean(super().format(record), record.levelno).rstrip("\n").replace("\n", "\n    ")

    def clean(self, text: str, level: int) -> str:
        """Return text without secrets, without what is unseen, and above DEBUG without what people wrote."""
        for written in _WRITTEN.get() if level > logging.DEBUG else ():
            text = re.sub(re.escape(written), _HIDDEN, text, flags=re.IGNORECASE)
        for secret in self._secrets:
            text = text.replace(secret, _HIDDEN)
        text = _TOKENS.sub(lambda found: f"{found[1] or ''}{_HIDDEN}", text)
        return "".join(letter if letter.isprintable() or letter in "\n\t" else _escaped(letter) for letter in text)


def _escaped(letter: str) -> str:
    """Write out what nobody sees: controls, marks that turn the direction of writing, halves of letters."""
    return letter.encode("unicode_escape").decode("ascii")


class JsonFormatter(Formatter):
    """Makes each record one line of JSON, the same in every locale.

    time: UTC, ISO 8601. event: the message before it was filled in, the same for all of its kind. error: the traceback.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as a line of JSON."""
        fields = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": self.clean(str(record.msg), record.levelno),
            "message": self.clean(record.getMessage(), record.levelno),
        }
        if record.exc_info:
            fields["error"] = self.clean(self.formatException(record.exc_info), record.levelno)
        return json.dumps(fields)


class Beside(logging.Handler):
    """Writes records on a thread of its own: who logs never waits for who reads, nor for a disk."""

    def __init__(self, descriptor: int = 2, most: int = 10_000) -> None:
        """Write to a file descriptor, standard error by default; of more than ``most`` that wait, the last are lost."""
        super().__init__()
        self._descriptor, self._lost = descriptor, 0
        self._lines: queue.Queue[str | None] = queue.Queue(most)
        self._thread = threading.Thread(target=self._write, name="log", daemon=True)
        self._thread.start()

    def emit(self, record: logging.LogRecord) -> None:
        """Leave a record to be written."""
        try:
            self._lines.put_nowait(self.format(record))
        except queue.Full:
            self._lost += 1
        except Exception:
            self.handleError(record)

    def close(self) -> None:
        """Write what is left, if that can be done soon."""
        with suppress(queue.Full):
            self._lines.put_nowait(None)
            self._thread.join(_GOODBYE_SECONDS)
        super().close()

    def _write(self) -> None:
        while (line := self._lines.get()) is not None:
            # Of a full disk, or a reader who has gone, nobody can be told here.
            with suppress(OSError):
                _write_all(self._descriptor, f"{line}\n".encode(errors="backslashreplace"))
            if self._lost and self._lines.empty():
                lost, self._lost = self._lost, 0
                _log.warning("%d records of the log were lost: they came faster than they were taken", lost)


def _write_all(descriptor: int, data: bytes) -> None:
    # Not by sys.stderr: the program could not end while a write holds its lock.
    while data:
        data = data[os.write(descriptor, data) :]


def start_log(level: str, form: LogFormat, secrets: Iterable[str] = ()) -> None:
    """Begin to log to standard error; ``secrets`` are never written, whatever holds them.

    Errors that nobody caught, of any thread, and Python's warnings are logged too: their text may hold anything.
    """
    handler = Beside()
    handler.setFormatter((JsonFormatter if form == "json" else Formatter)(secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # discord.py logs every request there; an operator who wants our DEBUG lines does not want those.
    logging.getLogger("discord.http").setLevel(max(logging.INFO, logging.getLevelName(level)))
    logging.captureWarnings(True)
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_a_thread


def end_log() -> None:
    """Write what the log still holds, if that can be done soon: what is said next is said last."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler, Beside):
            handler.close()


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    _log.critical("the program ends by an error", exc_info=(kind, error, trace))


def _uncaught_in_a_thread(caught: threading.ExceptHookArgs) -> None:
    if caught.exc_value is not None:
        name = caught.thread.name if caught.thread else "gone"
        _log.critical("the thread %s ended by an error", name, exc_info=caught.exc_value)
