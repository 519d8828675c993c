"""What is kept, for how long, and what never is."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from bot.answering.feedback import Reason, Vote
from bot.answering.records import Answer, Outcome
from bot.records import Condition, RecordsError, records_at
from bot.records.database import file_of, url_of
from bot.records.migrations import config_for, migrate, revision_of
from bot.records.store import Store
from bot.records.tables import HEAD, metadata
from tests.records.conftest import Clock, Open

COLUMNS = {
    "questions": {"id", "text", "outcome", "first_at", "last_at", "nearest", "dismissed"},
    "asked_on": {"question", "day", "count"},
    "votes": {"id", "story", "entry", "version", "reason", "count", "first_at", "last_at"},
    "reloads": {"id", "at", "act", "before", "after"},
    "server_stories": {"server", "story"},
    "alembic_version": {"version_num"},
}


async def flushed(records: Store) -> None:
    """Wait until everything that was left has been written: a reading comes behind it."""
    await records.unanswered()


def rows(file: Path, table: str) -> list[tuple[object, ...]]:
    """All rows of a table."""
    with sqlite3.connect(file) as connection:
        found = connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608
    connection.close()
    return found


async def test_a_question_is_counted(open_records: Open, clock: Clock, unsure: Answer) -> None:
    """Normalised, with its first and its last time, and the entries that came nearest."""
    records = open_records()
    records.asked("What’s the PRICE?", unsure)
    clock.days(2)
    records.asked("what's the price", replace(unsure, outcome=Outcome.NOT_IN_STORY))
    (found,) = await records.unanswered()
    assert (found.text, found.count, found.this_week, found.week_before) == ("what's the price", 2, 2, 0)
    assert found.last - found.first == 2 * 86_400
    assert found.outcome == "not_in_story"
    assert found.nearest == tuple((offer.story.id, offer.entry.id) for offer in unsure.candidates)


async def test_weeks_are_told_apart(open_records: Open, clock: Clock, unsure: Answer) -> None:
    """The last seven days, and the seven before."""
    records = open_records()
    for count, days in ((5, 7), (3, 6), (1, 0)):
        for _ in range(count):
            records.asked("why", unsure)
        clock.days(days)
    (found,) = await records.unanswered()
    assert (found.count, found.this_week, found.week_before) == (9, 4, 5)


async def test_the_latest_come_first(open_records: Open, clock: Clock, unsure: Answer) -> None:
    """And only as many as are wanted."""
    records = open_records()
    for text in ("one", "two", "three"):
        records.asked(text, unsure)
        clock.days(0.1)
    assert [each.text for each in await records.unanswered(2)] == ["three", "two"]


async def test_what_looks_personal_is_never_written(open_records: Open, file: Path, unsure: Answer) -> None:
    """Not into the database, nor into the files beside it."""
    records = open_records()
    records.asked("did ann.hill@example.org call +49 170 1234567", unsure)
    records.asked("ann.hill@example.org", unsure)
    await flushed(records)
    assert [row[1] for row in rows(file, "questions")] == ["did [mail] call [phone]"]
    records.close()
    assert all(b"hill" not in each.read_bytes() for each in file.parent.iterdir())


async def test_votes_are_counted_by_entry_version_and_reason(open_records: Open, file: Path) -> None:
    """Without their notes."""
    records = open_records()
    vote = Vote("bridge", "opening-day", "0123abcd", Reason.WRONG_ANSWER, "I am Ann")
    for each in (vote, vote, replace(vote, reason=Reason.UNFAIR), replace(vote, version="4567cdef")):
        records.take(each)
    await flushed(records)
    counted = {(row[3], row[4]): row[5] for row in rows(file, "votes")}
    assert counted == {
        ("0123abcd", "wrong-answer"): 2,
        ("0123abcd", "unfair"): 1,
        ("4567cdef", "wrong-answer"): 1,
    }
    records.close()
    assert all(b"Ann" not in each.read_bytes() for each in file.parent.iterdir())


async def test_what_was_called_wrong_is_ranked(open_records: Open) -> None:
    """By entry, whatever the version and the reason; the commonest reason is told."""
    records = open_records()
    for entry, reason, version, times in (
        ("one", Reason.UNFAIR, "0123abcd", 1),
        ("two", Reason.OTHER, "0123abcd", 1),
        ("two", Reason.UNFAIR, "0123abcd", 1),
        ("two", Reason.UNFAIR, "4567cdef", 1),
    ):
        for _ in range(times):
            records.take(Vote("bridge", entry, version, reason))
    found = await records.called_wrong(5)
    assert [(each.entry, each.count, each.reason) for each in found] == [("two", 3, "unfair"), ("one", 1, "unfair")]
    assert len(await records.called_wrong(1)) == 1


async def test_reloads_are_noted(open_records: Open, file: Path, clock: Clock) -> None:
    """When, how, and from which version to which."""
    records = open_records()
    records.reloaded("reload", "aaaa", "bbbb")
    await flushed(records)
    assert rows(file, "reloads") == [(1, int(clock.now), "reload", "aaaa", "bbbb")]


async def test_nothing_else_is_kept(open_records: Open, file: Path) -> None:
    """A column for a person, a channel or a message would be seen here; a server is kept where it set its story."""
    await flushed(open_records())
    with sqlite3.connect(file) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {name: {row[1] for row in connection.execute(f"PRAGMA table_info({name})")} for name in tables}
    connection.close()
    assert found == COLUMNS


async def test_what_is_old_is_forgotten(open_records: Open, file: Path, clock: Clock, unsure: Answer) -> None:
    """At the next start and then daily: questions, their days, votes and reloads; a server's story stays."""
    records = open_records(days=10)
    records.asked("old", unsure)
    records.asked("asked again", unsure)
    records.take(Vote("bridge", "opening-day", "0123abcd", Reason.OTHER))
    records.reloaded("reload", "aaaa", "bbbb")
    records.set_story(5, "bridge")
    await flushed(records)
    clock.days(6)
    records.asked("asked again", unsure)
    await flushed(records)
    records.close()
    clock.days(5)
    again = open_records(days=10)
    (found,) = await again.unanswered()
    assert (found.text, found.count) == ("asked again", 1)
    assert len(rows(file, "asked_on")) == 1
    assert (rows(file, "votes"), rows(file, "reloads")) == ([], [])
    assert await again.server_stories() == {5: "bridge"}
    clock.days(11)
    assert again._writer
    again._writer._next_daily = 0.0
    assert await again.unanswered() == []


async def test_a_dismissed_question_stays_away(open_records: Open, unsure: Answer) -> None:
    """However often it is asked from then on."""
    records = open_records()
    for text in ("one", "two"):
        records.asked(text, unsure)
    first = next(each for each in await records.unanswered() if each.text == "one")
    records.dismiss([first.id])
    records.asked("one", unsure)
    assert [each.text for each in await records.unanswered()] == ["two"]


async def test_an_answered_question_is_forgotten(open_records: Open, file: Path, unsure: Answer) -> None:
    """With its days; asked in vain again, it counts from one."""
    records = open_records()
    records.asked("one", unsure)
    records.settle(["one", "never asked"])
    assert await records.unanswered() == []
    assert rows(file, "asked_on") == []
    records.asked("one", unsure)
    assert [each.count for each in await records.unanswered()] == [1]


async def test_a_servers_story_is_kept_changed_and_forgotten(open_records: Open) -> None:
    """Also over a restart."""
    records = open_records()
    records.set_story(2**63 - 1, "bridge")
    records.set_story(2**63 - 1, "ferry")
    records.set_story(6, "bridge")
    records.set_story(6, None)
    await flushed(records)
    records.close()
    assert await open_records().server_stories() == {2**63 - 1: "ferry"}


async def test_turned_off_nothing_is_kept(file: Path, unsure: Answer) -> None:
    """No file, no thread, and nothing to read."""
    records = records_at(None, 90)
    records.asked("why", unsure)
    records.take(Vote("bridge", "opening-day", "0123abcd", Reason.OTHER))
    records.reloaded("reload", "a", "b")
    records.dismiss([1])
    records.settle(["why"])
    records.set_story(1, "bridge")
    assert await records.unanswered() == []
    assert await records.server_stories() == {}
    assert records.condition == Condition(is_kept=False)
    assert not file.parent.exists()


@pytest.mark.parametrize("start", [None, "0001", HEAD])
def test_migrations_lead_to_the_tables_of_today(file: Path, start: str | None) -> None:
    """From nothing, from the first revision, and from the last; Alembic sees no difference to the tables."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    file.parent.mkdir()
    engine = create_engine(url_of(str(file)))
    with engine.begin() as connection:
        if start:
            migrate(connection, start)
            assert revision_of(connection) == start
        migrate(connection)
        assert revision_of(connection) == HEAD
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        assert set(inspect(connection).get_table_names()) == set(COLUMNS)
    engine.dispose()


def test_the_head_is_the_last_script() -> None:
    """A migration that was added is not forgotten where the start looks."""
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory.from_config(config_for())
    assert scripts.get_heads() == [HEAD]
    assert [each.revision for each in scripts.walk_revisions()][-1] == "0001"


@pytest.mark.parametrize("to", ["head", HEAD], ids=["made at once", "migrated"])
def test_migrations_can_be_taken_back(file: Path, to: str) -> None:
    """Down to nothing, however the tables were made."""
    from alembic import command

    file.parent.mkdir()
    engine = create_engine(url_of(str(file)))
    with engine.begin() as connection:
        migrate(connection, to)
        command.downgrade(config_for(connection), "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
    engine.dispose()


async def test_questions_survive_a_migration(open_records: Open, file: Path, clock: Clock, unsure: Answer) -> None:
    """A database of the first revision is brought up to date with what is in it."""
    file.parent.mkdir()
    engine = create_engine(url_of(str(file)))
    with engine.begin() as connection:
        migrate(connection, "0001")
        row = (1, "why", "unsure", int(clock.now), int(clock.now), "[]", 0)
        connection.exec_driver_sql("INSERT INTO questions VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        connection.exec_driver_sql("INSERT INTO asked_on VALUES (1, '2023-11-14', 4)")
    engine.dispose()
    records = open_records()
    records.asked("Why?", unsure)
    assert [(each.text, each.count) for each in await records.unanswered()] == [("why", 5)]


@pytest.mark.parametrize(
    ("where", "sentence"),
    [
        ("nonsense://host/name", "is no address of a database"),
        ("://", "is no address of a database"),
        ("postgresql+nonsense://host/name", "is no address of a database"),
        ("mysql+oursql_is_not_there://host/name", "is no address of a database"),
    ],
)
def test_what_is_no_database_is_one_sentence(where: str, sentence: str) -> None:
    """Said at the start, without a password that may stand in it."""
    with pytest.raises(RecordsError, match=sentence):
        Store(where, 90)


def test_a_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which to install."""
    with pytest.raises(RecordsError, match="needs the database driver "):
        url_of("oracle://host/name")


def test_a_file_may_begin_with_a_tilde() -> None:
    """As people write it."""
    assert file_of(url_of("~/records.db")) == Path.home() / "records.db"


def test_whoever_keeps_nothing_does_without_the_library_for_databases() -> None:
    """It would take some fifteen MiB."""
    code = (
        "import sys, bot.discord.run, bot.records; bot.records.records_at(None, 1); print('sqlalchemy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
