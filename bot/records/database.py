"""Opening the database: a file of SQLite's by default, any other that SQLAlchemy knows by its URL."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from bot.records.migrations import migrate
from bot.records.problems import RecordsError

# How long a write waits for another process's lock.
BUSY_SECONDS = 2.0
_MIGRATING = threading.Lock()


def url_of(where: str) -> URL:
    """Return the URL of a database that is named by its file or by a URL; raise RecordsError with a sentence."""
    if "://" not in where:
        return URL.create("sqlite", database=str(Path(where).expanduser()))
    try:
        url = make_url(where)
        url.get_dialect().import_dbapi()
    except (ArgumentError, NoSuchModuleError, ValueError):
        raise RecordsError(
            "RECORDS is no address of a database: write a file, or a URL such as postgresql+psycopg://user@host/name."
        ) from None
    except ImportError as error:
        raise RecordsError(f"RECORDS needs the database driver {error.name}: install it with pip.") from None
    return url


def file_of(url: URL) -> Path | None:
    """Return the file of an SQLite database, None for any other and for one in memory."""
    if url.get_backend_name() != "sqlite" or not url.database or url.database.startswith((":memory:", "file:")):
        return None
    return Path(url.database)


def opened(url: URL) -> Engine:
    """Open a database and bring its tables up to date."""
    if file := file_of(url):
        file.parent.mkdir(parents=True, exist_ok=True)
    is_sqlite = url.get_backend_name() == "sqlite"
    # What is written are people's questions: no error shall repeat them.
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS} if is_sqlite else {}, hide_parameters=True)
    if is_sqlite:
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    try:
        # Alembic keeps what it works on in a module: one migration at a time in a process.
        with _MIGRATING, writing(engine).begin() as connection:
            migrate(connection)
    except BaseException:
        engine.dispose()
        raise
    return engine


def writing(engine: Engine) -> Engine:
    """Return an engine for writing: SQLite's lock is taken, and waited for, before anything is read."""
    return engine.execution_options(begin="BEGIN IMMEDIATE")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    """Set SQLite up for one writer and any number of readers."""
    # Python's module would begin transactions by itself, and leave changes of tables out of them.
    connection.isolation_level = None
    # Little is read, and seldom: a fourth of the two MiB that SQLite would keep of the file.
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", "cache_size = -500"):
        connection.execute(f"PRAGMA {pragma}").close()
