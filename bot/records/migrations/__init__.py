"""From an empty database, or an older one, to the tables of today."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from bot.records.tables import HEAD

_TABLE = "alembic_version"


def migrate(connection: Connection, to: str = "head") -> None:
    """Bring a database to a revision, the last by default. One that is there already is left alone."""
    if to == "head" and revision_of(connection) == HEAD:
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
    if not inspect(connection).has_table(_TABLE):
        return None
    return connection.execute(text(f"SELECT version_num FROM {_TABLE}")).scalar()  # noqa: S608 - our own name
