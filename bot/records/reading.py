"""Looking into the records from beside the bot: nothing is written, made or brought up to date by it."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Engine, create_engine, inspect
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from bot.records.database import BUSY_SECONDS, file_of, url_of
from bot.records.kept import AskedInVain, CalledWrong
from bot.records.problems import Problem, RecordsError, problem_of
from bot.records.store import MOST_LISTED, asked_in_vain, called_wrong
from bot.records.tables import asked_on, questions, votes

# So long a server's database is waited for.
_PATIENCE = 10.0
_SECONDS_A_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was kept at a moment: questions asked in vain, the latest first, and entries that readers called wrong."""

    unanswered: tuple[AskedInVain, ...]
    called_wrong: tuple[CalledWrong, ...]


def look_into(where: str, days: int, clock: Callable[[], float] = time.time) -> Snapshot | None:
    """Return what the records ``where`` hold of the last ``days``, None if there are none yet.

    Raises RecordsError if they can't be read.
    """
    url = url_of(where)
    file = file_of(url)
    try:
        if file is not None and not file.exists():
            return None
        return _soon(lambda: _look(_engine(url, file), days, clock()))
    except ValueError:
        raise RecordsError(f"The records can't be read: {Problem.DAMAGED}.") from None
    except (SQLAlchemyError, OSError, MemoryError) as error:
        raise RecordsError(f"The records can't be read: {_what_of(error)}.") from None


def _what_of(error: BaseException) -> str:
    """Say why; tables that lack something are an older version's."""
    if "no such" in str(error):
        return "they are of another version of the bot, and are brought up to date when it starts"
    return problem_of(error)


def _engine(url: URL, file: Path | None) -> Engine:
    if file is None:
        return create_engine(url, poolclass=NullPool)
    return create_engine("sqlite://", creator=lambda: _read_only(file), poolclass=NullPool)


def _read_only(file: Path) -> sqlite3.Connection:
    # SQLite makes files beside a database that keeps a log of writes, also to read it. Where the log is not there
    # nobody has the database open, and as one that never changes it is read without.
    has_log = file.with_name(f"{file.name}-wal").exists()
    mode = "mode=ro" if has_log else "mode=ro&immutable=1"
    return sqlite3.connect(f"file:{quote(str(file.absolute()))}?{mode}", uri=True, timeout=BUSY_SECONDS)


def _soon(look: Callable[[], Snapshot | None]) -> Snapshot | None:
    """Return what is seen; a database on a server that does not answer must not hold up whoever asked."""
    result: Future[Snapshot | None] = Future()

    def run() -> None:
        try:
            result.set_result(look())
        except Exception as error:
            result.set_exception(error)

    threading.Thread(target=run, name="records", daemon=True).start()
    try:
        return result.result(_PATIENCE)
    except TimeoutError:
        raise RecordsError("The records can't be read: the database does not answer.") from None


def _look(engine: Engine, days: int, now: float) -> Snapshot | None:
    oldest = now - days * _SECONDS_A_DAY
    with engine.connect() as connection:
        there = set(inspect(connection).get_table_names())
        if not there & {table.name for table in (questions, asked_on, votes)}:
            return None
        unanswered = asked_in_vain(connection, datetime.fromtimestamp(now, UTC).date(), MOST_LISTED)
        wrong = called_wrong(connection)
    # What is older the bot forgets when it next starts.
    return Snapshot(tuple(each for each in unanswered if each.last >= oldest), tuple(wrong))
