"""From an empty database, or an older one, to the tables of today."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Column, Connection, MetaData, PrimaryKeyConstraint, String, Table, inspect, select

from bot.records.tables import HEAD, metadata

# As Alembic makes it, which notes there which migration was the last.
_version = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def migrate(connection: Connection, to: str = "head") -> None:
    """Bring a database to a revision, the last by default. One that is there already is left alone."""
    if to == "head" and revision_of(connection) == HEAD:
        return
    if to == "head" and _is_new(connection):
        _make(connection)
        return
    # Alembic is large, and seldom needed.
    from alembic import command

    command.upgrade(config_for(connection), to)


def config_for(connection: Connection | None = None):  # type: ignore[no-untyped-def]
    """Return Alembic's configuration for these scripts."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def revision_of(connection: Connection) -> str | None:
    """Return the revision that a database has, None if it has none."""
    if not inspect(connection).has_table(_version.name):
        return None
    found: str | None = connection.scalar(select(_version.c.version_num))
    return found


def _is_new(connection: Connection) -> bool:
    there = inspect(connection)
    return not any(there.has_table(name) for name in (_version.name, *metadata.tables))


def _make(connection: Connection) -> None:
    """Make the tables of today at once, and note that no migration is left to be done."""
    # Where another process makes them at the same time, the later one shall fail as a whole, and look again.
    metadata.create_all(connection, checkfirst=False)
    _version.create(connection, checkfirst=False)
    connection.execute(_version.insert().values(version_num=HEAD))
