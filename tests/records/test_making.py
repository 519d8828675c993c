"""How the tables of a new database are made, and what is read in for that."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.exc import OperationalError

from bot.answering.records import Answer
from bot.records import migrations
from bot.records.database import opened, url_of
from bot.records.migrations import config_for, migrate, revision_of
from bot.records.tables import HEAD, metadata
from tests.records.conftest import Open

ROOT = Path(__file__).resolve().parents[2]
RECORDING = """
import asyncio, sys, time
from bot.answering.feedback import Reason, Vote
from bot.answering.records import Answer, Outcome
from bot.records.reading import look_into
from bot.records.store import Store

print("ready", flush=True)
sys.stdin.readline()
records = Store(sys.argv[1], 90, pause=0.01)
for _ in range(20):
    records.asked("why", Answer(Outcome.UNSURE, "", 0.1, "0123abcd"))
    records.take(Vote("bridge", "boats", "0123abcd", Reason.OTHER))
records.set_story(5, "bridge")
records.reloaded("reload", "a", "b")
until = time.monotonic() + 20
while records.condition.waiting and time.monotonic() < until:
    time.sleep(0.01)
assert asyncio.run(records.unanswered()) and asyncio.run(records.called_wrong(5))
assert asyncio.run(records.server_stories()) == {5: "bridge"}
records.dismiss([2])
records.settle(["never asked"])
records.close()
assert look_into(sys.argv[1], 90).unanswered
print([name for name in ("sqlalchemy.orm", "alembic") if name in sys.modules])
"""


def started(file: Path) -> subprocess.Popen[str]:
    """A process of its own that is ready to record something, and waits for a line."""
    line = [sys.executable, "-c", RECORDING, str(file)]
    program = subprocess.Popen(line, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert program.stdout
    assert program.stdout.readline() == "ready\n"
    return program


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """A database in which there is nothing."""
    made = create_engine(url_of(str(tmp_path / "one.db")))
    yield made
    made.dispose()


def statements(connection: Connection) -> dict[str, str | None]:
    """The statements that would make everything there is, by names; white space and quotes tell nothing."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master")
    return {name: " ".join(sql.replace('"', "").split()) if sql else None for name, sql in rows}


def shape(connection: Connection) -> dict[str, Any]:
    """Columns, with their types and defaults, keys, indexes and constraints of all tables."""
    there = inspect(connection)
    return {
        table: {
            "columns": [{**each, "type": str(each["type"])} for each in there.get_columns(table)],
            "key": there.get_pk_constraint(table),
            "foreign": there.get_foreign_keys(table),
            "unique": there.get_unique_constraints(table),
            "checks": there.get_check_constraints(table),
            "indexes": there.get_indexes(table),
        }
        for table in there.get_table_names()
    }


def test_made_at_once_the_tables_are_those_of_the_migrations(engine: Engine, tmp_path: Path) -> None:
    """Each to the last of what is said of them, Alembic's own and what it notes there too."""
    other = create_engine(url_of(str(tmp_path / "other.db")))
    with engine.begin() as made, other.begin() as migrated:
        migrate(made)
        migrate(migrated, HEAD)
        assert statements(made) == statements(migrated)
        assert shape(made) == shape(migrated)
        assert set(shape(made)) == {*metadata.tables, "alembic_version"}
        assert revision_of(made) == revision_of(migrated) == HEAD
    other.dispose()


def test_a_new_database_needs_neither_objects_nor_migrations(file: Path) -> None:
    """They would take six MiB and twelve; the second start needs them no more than the first."""
    for _ in range(2):
        assert started(file).communicate("\n", timeout=60)[0] == "[]\n"


def test_two_processes_make_one_database(file: Path) -> None:
    """Whoever comes second finds the tables, and what both have recorded is there."""
    programs = [started(file) for _ in range(2)]
    for program in programs:
        assert program.stdin
        program.stdin.write("\n")
        program.stdin.flush()
    assert [program.communicate(timeout=60)[0] for program in programs] == ["[]\n", "[]\n"]
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT sum(count) FROM asked_on").fetchone() == (40,)
        assert connection.execute("SELECT sum(count) FROM votes").fetchone() == (40,)
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]


def test_tables_of_others_are_left_alone(engine: Engine) -> None:
    """They make a database no older one of ours."""
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE theirs (id INTEGER)")
        migrate(connection)
        assert revision_of(connection) == HEAD
        assert set(inspect(connection).get_table_names()) == {*metadata.tables, "alembic_version", "theirs"}


def test_what_has_a_table_of_ours_is_not_new(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of it may be there: the migrations say so, and nothing is noted."""
    monkeypatch.setattr(migrations, "_make", lambda _: pytest.fail("made at once"))
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE questions (id INTEGER)")
    with engine.connect() as connection, pytest.raises(OperationalError, match="questions already exists"):
        migrate(connection)
    with engine.connect() as connection:
        assert revision_of(connection) is None


def test_what_was_taken_back_is_migrated_again(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """A note of no migration is one: these are done, from the first."""
    from alembic import command

    monkeypatch.setattr(migrations, "_make", lambda _: pytest.fail("made at once"))
    with engine.begin() as connection:
        migrate(connection, HEAD)
        command.downgrade(config_for(connection), "base")
        migrate(connection)
        assert revision_of(connection) == HEAD
        assert set(inspect(connection).get_table_names()) == {*metadata.tables, "alembic_version"}


async def test_a_failure_half_way_leaves_no_table(open_records: Open, file: Path, unsure: Answer) -> None:
    """Tables without the note of their version would never be brought up to date; the next attempt makes all."""

    def fail(_: object, __: object, statement: str, *___: object) -> None:
        if statement.startswith("INSERT INTO alembic_version"):
            raise OSError("as it happens")

    event.listen(Engine, "before_cursor_execute", fail)
    try:
        with pytest.raises(OSError, match="as it happens"):
            opened(url_of(str(file)))
    finally:
        event.remove(Engine, "before_cursor_execute", fail)
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == []
    records = open_records()
    records.asked("why", unsure)
    assert [each.text for each in await records.unanswered()] == ["why"]
