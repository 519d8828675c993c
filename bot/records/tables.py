"""The tables. Every change of them needs a migration, and ``HEAD`` names the last one."""

from __future__ import annotations

import datetime

from sqlalchemy import JSON, BigInteger, Date, ForeignKey, Integer, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

HEAD = "0002"


class Base(DeclarativeBase):
    """What all tables are declared on."""


class Question(Base):
    """A normalised question that was not answered; times in seconds since 1970."""

    __tablename__ = "questions"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    text: Mapped[str] = mapped_column(String(300), unique=True)
    outcome: Mapped[str] = mapped_column(String(16))
    first_at: Mapped[int] = mapped_column(BigInteger)
    last_at: Mapped[int] = mapped_column(BigInteger, index=True)
    nearest: Mapped[list[list[str]]] = mapped_column(JSON)
    dismissed: Mapped[bool] = mapped_column(default=False)


class AskedOn(Base):
    """How often a question was asked on a day (UTC)."""

    __tablename__ = "asked_on"

    question: Mapped[int] = mapped_column(ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True)
    day: Mapped[datetime.date] = mapped_column(Date, primary_key=True)
    count: Mapped[int] = mapped_column(Integer)


class Voted(Base):
    """How often an entry of a version was called wrong for a reason."""

    __tablename__ = "votes"
    __table_args__ = (UniqueConstraint("story", "entry", "version", "reason"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    story: Mapped[str] = mapped_column(String(200))
    entry: Mapped[str] = mapped_column(String(80))
    version: Mapped[str] = mapped_column(String(8))
    reason: Mapped[str] = mapped_column(String(32))
    count: Mapped[int] = mapped_column(Integer)
    first_at: Mapped[int] = mapped_column(BigInteger)
    last_at: Mapped[int] = mapped_column(BigInteger, index=True)


class Reloaded(Base):
    """A version that came into use: how, and in place of which."""

    __tablename__ = "reloads"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    at: Mapped[int] = mapped_column(BigInteger, index=True)
    act: Mapped[str] = mapped_column(String(16))
    before: Mapped[str] = mapped_column(String(8))
    after: Mapped[str] = mapped_column(String(8))


class ServerStory(Base):
    """The story that a server asks, by the server's id."""

    __tablename__ = "server_stories"

    server: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    story: Mapped[str] = mapped_column(String(200))
