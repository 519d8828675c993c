"""Looking into the records from beside the bot, and leaving every file as it was."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from bot.answering.feedback import Reason, Vote
from bot.answering.records import Answer
from bot.records import Records, RecordsError
from bot.records.database import url_of
from bot.records.migrations import migrate, revision_of
from bot.records.reading import look_into
from bot.records.store import Store
from tests.records.conftest import Clock, Open, until


async def filled(records: Records, unsure: Answer) -> None:
    """Something of everything that is read, and written when this ends."""
    for question in ("Who paid for it?", "who paid for it", "Is it raining?"):
        records.asked(question, unsure)
    for reason in (Reason.WRONG_ANSWER, Reason.UNFAIR, Reason.WRONG_ANSWER):
        records.take(Vote("bridge", "boats", "0123abcd", reason))
    await until(lambda: not records.condition.waiting)


def contents(folder: Path) -> dict[str, bytes]:
    """All files of a folder, but the one in which SQLite notes who reads at the moment."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if not file.name.endswith("-shm")}


@pytest.mark.parametrize("running", [True, False], ids=["beside the bot", "after it"])
async def test_what_was_kept_is_seen_and_left_alone(
    open_records: Open, file: Path, clock: Clock, unsure: Answer, running: bool
) -> None:
    """Not a byte changes, and no file is made."""
    records = open_records()
    await filled(records, unsure)
    if not running:
        records.close()
    before, names = contents(file.parent), sorted(file.parent.iterdir())
    found = look_into(str(file), 90, clock)
    assert found is not None
    assert [(each.text, each.count) for each in found.unanswered] == [("is it raining", 1), ("who paid for it", 2)]
    assert [(each.story, each.entry, each.count) for each in found.called_wrong] == [("bridge", "boats", 3)]
    assert contents(file.parent) == before
    assert sorted(file.parent.iterdir()) == names


async def test_what_should_be_forgotten_is_not_seen(
    open_records: Open, file: Path, clock: Clock, unsure: Answer
) -> None:
    """The bot forgets it when it next starts; nobody sees it until then."""
    records = open_records()
    await filled(records, unsure)
    records.close()
    clock.days(91)
    found = look_into(str(file), 90, clock)
    assert found is not None
    assert found.unanswered == ()


@pytest.mark.parametrize("make", [lambda _: None, lambda file: file.write_bytes(b"")], ids=["absent", "empty"])
def test_no_records_yet(tmp_path: Path, make: Callable[[Path], object]) -> None:
    """None are none, and none are begun."""
    make(tmp_path / "records.db")
    before = contents(tmp_path)
    assert look_into(str(tmp_path / "records.db"), 90) is None
    assert contents(tmp_path) == before


def test_older_tables_stay_as_they_are(tmp_path: Path) -> None:
    """The bot brings them up to date when it starts, and nobody else does."""
    file = tmp_path / "records.db"
    old = create_engine(url_of(str(file)))
    with old.begin() as connection:
        migrate(connection, "0001")
    found = look_into(str(file), 90)
    assert found is not None
    with old.connect() as connection:
        assert revision_of(connection) == "0001"
    old.dispose()


def test_tables_that_lack_something_are_another_versions(tmp_path: Path) -> None:
    """That is said, with what brings them up to date."""
    file = tmp_path / "records.db"
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE questions (id INTEGER)")
    with pytest.raises(RecordsError, match="of another version of the bot, and are brought up to date when it starts"):
        look_into(str(file), 90)


async def test_a_locked_database_is_told(open_records: Open, file: Path, unsure: Answer) -> None:
    """After the time for which a lock is waited for."""
    records = open_records()
    await filled(records, unsure)
    records.close()
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("DELETE FROM votes")
        with pytest.raises(RecordsError, match="can't be read: locked"):
            look_into(str(file), 90)


def test_a_damaged_database_is_told_and_left_alone(file: Path) -> None:
    """It may be somebody's."""
    file.parent.mkdir()
    file.write_bytes(b"no database at all, but a text that somebody keeps here" * 20)
    before = contents(file.parent)
    with pytest.raises(RecordsError, match="can't be read: damaged"):
        look_into(str(file), 90)
    assert contents(file.parent) == before


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    """As any other file that can't be opened."""
    with pytest.raises(RecordsError, match="can't be read"):
        look_into(str(tmp_path), 90)


async def test_a_name_with_marks_is_a_name(tmp_path: Path, clock: Clock, unsure: Answer) -> None:
    """What means something in an address means nothing in a file's name."""
    file = tmp_path / "50% of? #1.db"
    records = Store(str(file), 90, clock)
    await filled(records, unsure)
    records.close()
    found = look_into(str(file), 90, clock)
    assert found is not None
    assert len(found.unanswered) == 2
    assert list(contents(tmp_path)) == [file.name]
