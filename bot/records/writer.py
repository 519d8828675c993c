"""The one thread that touches the database. Whoever records something leaves it here and goes on at once.

What can't be written stays in a bounded queue and is tried again, ever more seldom; what is wrong is logged once when
it begins and once when it ends.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine
from sqlalchemy.exc import DataError, IntegrityError, SQLAlchemyError

from bot.records.database import file_of, opened, writing
from bot.records.problems import Problem, RecordsError, problem_of

T = TypeVar("T")
Job = Callable[[Connection], object]
_log = logging.getLogger(__name__)
MOST_WAITING = 5_000
_MOST_TOGETHER = 200
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0
_DAY = 86_400.0
_GOODBYE_SECONDS = 3.0
# What a database in trouble raises; of a damaged file SQLite may say that it would take too much memory.
_TROUBLE = (SQLAlchemyError, OSError, MemoryError)


@dataclass(frozen=True, slots=True)
class Reading:
    """Something to read, and where its result goes."""

    job: Callable[[Connection], Any]
    result: Future[Any]


class Writer:
    """Writes and reads a database on a thread of its own."""

    def __init__(self, url: URL, daily: Job, pause: float = _FIRST_PAUSE) -> None:
        """Work on the database at ``url``; ``daily`` is done at the start and every day.

        ``pause``: seconds until something that failed is tried again, at first.
        """
        self.problem: Problem | None = None
        self.lost = 0
        self._url, self._daily, self._first_pause = url, daily, pause
        self._writes: deque[Job] = deque()
        self._readings: deque[Reading] = deque()
        self._news = threading.Condition()
        self._in_hand = 0
        self._engine: Engine | None = None
        self._inode: int | None = None
        self._pause = 0.0
        self._not_before = 0.0
        self._next_daily = 0.0
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="records", daemon=True)
        self._thread.start()

    @property
    def waiting(self) -> int:
        """How much has not been written yet."""
        return len(self._writes) + self._in_hand

    def put(self, job: Job) -> None:
        """Leave something to be written; never waits and never fails. Of too much, the oldest is lost."""
        with self._news:
            if self.waiting >= MOST_WAITING and self._writes:
                self._writes.popleft()
                self.lost += 1
            self._writes.append(job)
            self._news.notify()

    def get(self, job: Callable[[Connection], T]) -> Future[T]:
        """Leave something to be read, behind all that was left to be written; fails with RecordsError."""
        result: Future[T] = Future()
        with self._news:
            if self._closing:
                result.set_exception(RecordsError("The records are closed."))
                return result
            self._readings.append(Reading(job, result))
            self._news.notify()
        return result

    def close(self) -> None:
        """Write what is left if that can be done soon, and end the thread."""
        with self._news:
            self._closing = True
            self._news.notify()
        self._thread.join(_GOODBYE_SECONDS)

    def _run(self) -> None:
        while self._wait():
            # What is read comes behind all that was left to be written before it: so these first, then that.
            with self._news:
                readings = [self._readings.popleft() for _ in range(len(self._readings))]
            self._write_all(at_once=bool(readings))
            for reading in readings:
                self._read(reading)
        self._dispose()

    def _wait(self) -> bool:
        """Wait for something to do; False once there is nothing left before the end."""
        with self._news:
            while not self._closing and not self._readings and (seconds := self._seconds_left()) > 0:
                self._news.wait(seconds)
            return not (self._closing and (not self._writes or self.problem) and not self._readings)

    def _seconds_left(self) -> float:
        now = time.monotonic()
        due = now if self._writes else self._next_daily
        return max(due, self._not_before) - now

    def _write_all(self, *, at_once: bool) -> None:
        """Write what waits, all of it or, from the first failure on, nothing."""
        if not (at_once or self._closing or time.monotonic() >= self._not_before):
            return
        if time.monotonic() >= self._next_daily and not self._left_of([self._daily]):
            self._next_daily = time.monotonic() + _DAY
        while self._writes:
            batch = self._taken()
            left = self._left_of(batch)
            self._put_back(left)
            if left:
                return

    def _taken(self) -> list[Job]:
        with self._news:
            self._in_hand = min(len(self._writes), _MOST_TOGETHER)
            return [self._writes.popleft() for _ in range(self._in_hand)]

    def _put_back(self, left: list[Job]) -> None:
        with self._news:
            kept = left[max(0, len(left) + len(self._writes) - MOST_WAITING) :]
            self.lost += len(left) - len(kept)
            self._writes.extendleft(reversed(kept))
            self._in_hand = 0

    def _left_of(self, batch: list[Job]) -> list[Job]:
        """Do jobs in one transaction; return them if the database can't be written now. What never can be is lost."""
        try:
            engine = self._opened()
        except Exception as error:
            self._failed(error)
            return batch
        try:
            with writing(engine).begin() as connection:
                for job in batch:
                    job(connection)
        except _TROUBLE as error:
            if not isinstance(error, IntegrityError | DataError):
                self._failed(error)
                return batch
            return self._one_by_one(batch, error)
        except Exception as error:
            return self._one_by_one(batch, error)
        self._recovered()
        return []

    def _one_by_one(self, batch: list[Job], error: Exception) -> list[Job]:
        if len(batch) == 1:
            self.lost += 1
            _log.error("something could not be recorded", exc_info=error)
            return []
        for at, job in enumerate(batch):
            if self._left_of([job]):
                return batch[at:]
        return []

    def _read(self, reading: Reading) -> None:
        try:
            # Whoever asked may have given up.
            if reading.result.set_running_or_notify_cancel():
                with self._opened().connect() as connection:
                    reading.result.set_result(reading.job(connection))
        except _TROUBLE as error:
            self._failed(error)
            reading.result.set_exception(RecordsError(f"The records can't be read: {problem_of(error)}."))
        except Exception as error:
            reading.result.set_exception(error)

    def _opened(self) -> Engine:
        """Return the open database; a file that was replaced or removed is opened anew."""
        file = file_of(self._url)
        if self._engine is not None and file is not None and self._inode != _inode(file):
            self._dispose()
        if self._engine is None:
            self._engine = opened(self._url)
            self._inode = _inode(file) if file else None
        return self._engine

    def _failed(self, error: Exception) -> None:
        self._dispose()
        problem = problem_of(error)
        if problem is not self.problem:
            _log.warning("nothing is recorded for now (%s), answers go on: %s", problem, _first_line(error))
        self.problem = problem
        self._pause = min(_LONGEST_PAUSE, self._pause * 2 or self._first_pause)
        self._not_before = time.monotonic() + self._pause

    def _recovered(self) -> None:
        if self.problem is not None:
            _log.info("recording goes on; what waited is written")
        self.problem, self._pause, self._not_before = None, 0.0, 0.0

    def _dispose(self) -> None:
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None


def _inode(file: Any) -> int | None:
    try:
        return int(file.stat().st_ino)
    except OSError:
        return None


def _first_line(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error).splitlines()[0]
