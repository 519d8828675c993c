"""The tables. Every change of them needs a migration, and ``HEAD`` names the last one.

They are declared without SQLAlchemy's mapping of objects, which would take six MiB.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

HEAD = "0002"
metadata = MetaData()

# Normalised questions that were not answered; times in seconds since 1970.
questions = Table(
    "questions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("text", String(300), nullable=False, unique=True),
    Column("outcome", String(16), nullable=False),
    Column("first_at", BigInteger, nullable=False),
    Column("last_at", BigInteger, nullable=False, index=True),
    Column("nearest", JSON, nullable=False),
    Column("dismissed", Boolean, nullable=False, default=False),
)

# How often a question was asked on a day (UTC).
asked_on = Table(
    "asked_on",
    metadata,
    Column("question", Integer, ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("count", Integer, nullable=False),
)

# How often an entry of a version was called wrong for a reason.
votes = Table(
    "votes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("story", String(200), nullable=False),
    Column("entry", String(80), nullable=False),
    Column("version", String(8), nullable=False),
    Column("reason", String(32), nullable=False),
    Column("count", Integer, nullable=False),
    Column("first_at", BigInteger, nullable=False),
    Column("last_at", BigInteger, nullable=False, index=True),
    UniqueConstraint("story", "entry", "version", "reason"),
)

# Versions that came into use: how, and in place of which.
reloads = Table(
    "reloads",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", BigInteger, nullable=False, index=True),
    Column("act", String(16), nullable=False),
    Column("before", String(8), nullable=False),
    Column("after", String(8), nullable=False),
)

# The story that a server asks, by the server's id.
server_stories = Table(
    "server_stories",
    metadata,
    Column("server", BigInteger, primary_key=True, autoincrement=False),
    Column("story", String(200), nullable=False),
)
