"""Records that are kept in a database: what is left there, what is read out of them, and what is forgotten."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Table, case, delete, func, insert, select, update

from bot.answering.feedback import Vote
from bot.answering.records import Answer
from bot.records.database import url_of
from bot.records.kept import AskedInVain, CalledWrong
from bot.records.problems import RecordsError
from bot.records.records import Condition, Records
from bot.records.redaction import normalised
from bot.records.tables import asked_on, questions, reloads, server_stories, votes
from bot.records.writer import Writer

T = TypeVar("T")
_log = logging.getLogger(__name__)
_WEEK = 7
_SECONDS_A_DAY = 86_400
# A clock that is off by more was set by somebody; by less, it was corrected.
_SET_SECONDS = 3_600.0
# So many seconds a reading may take: a database may not answer, and Discord waits three for whoever wants to know.
PATIENCE = 2.0
# So many questions are looked at for the list of what was asked in vain, the latest first.
MOST_LISTED = 2_000


class Store(Records):
    """Keeps what readers asked in vain, what they voted, what was reloaded, and the stories of servers."""

    def __init__(
        self,
        where: str,
        days: int,
        clock: Callable[[], float] = time.time,
        pause: float = 1.0,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        """Keep everything for ``days`` in the database ``where``, a file or a URL.

        ``clock`` tells seconds since 1970, ``steady`` seconds that nobody sets; ``pause`` is how many seconds the first
        retry of a failed write waits.
        Raises RecordsError if ``where`` names no database.
        """
        self.days = days
        self._clock, self._steady = clock, steady
        self._ahead: float | None = None
        self._writer = Writer(url_of(where), self._forget, pause)

    @property
    def condition(self) -> Condition:
        """How recording is going."""
        return Condition(True, self._writer.problem, self._writer.waiting, self._writer.lost, self.days)

    def take(self, vote: Vote) -> None:
        """Count a vote, without its note."""
        at = int(self._clock())
        self._writer.put(lambda connection: _vote(connection, vote, at))

    def asked(self, question: str, answer: Answer) -> None:
        """Count a question that was not answered, redacted and normalised."""
        text = normalised(question)
        if not text:
            return
        at, outcome = int(self._clock()), str(answer.outcome)
        nearest = [[offer.story.id, offer.entry.id] for offer in answer.candidates]
        about = {"last_at": at, "outcome": outcome, "nearest": nearest}
        self._writer.put(lambda connection: _ask(connection, text, about))

    def reloaded(self, act: str, before: str, after: str) -> None:
        """Note that a version came into use."""
        at = int(self._clock())
        row = {"at": at, "act": act, "before": before, "after": after}
        self._writer.put(lambda connection: connection.execute(insert(reloads).values(row)))

    async def unanswered(self, most: int = MOST_LISTED) -> list[AskedInVain]:
        """Return the questions that were not answered and not dismissed, the latest first."""
        today = datetime.fromtimestamp(self._clock(), UTC).date()
        return await self._get(lambda connection: asked_in_vain(connection, today, most))

    async def called_wrong(self, most: int) -> list[CalledWrong]:
        """Return the entries that readers called wrong, those most often first."""
        return await self._get(lambda connection: called_wrong(connection)[:most])

    def dismiss(self, numbers: Iterable[int]) -> None:
        """Show some questions no more, however often they are asked."""
        chosen = questions.c.id.in_(list(numbers))
        self._writer.put(lambda connection: connection.execute(update(questions).where(chosen).values(dismissed=True)))

    def settle(self, texts: Iterable[str]) -> None:
        """Forget questions that are answered now."""
        chosen = questions.c.text.in_(list(texts))
        self._writer.put(lambda connection: _drop(connection, chosen))

    async def server_stories(self) -> dict[int, str]:
        """Return the story of each server that has set one."""
        return await self._get(_server_stories)

    def set_story(self, server: int, story: str | None) -> None:
        """Set a server's story, or with None forget it."""
        self._writer.put(lambda connection: _set_story(connection, server, story))

    def close(self) -> None:
        """Write what is left, if that can be done soon."""
        self._writer.close()

    async def _get(self, job: Callable[[Connection], T]) -> T:
        try:
            return await asyncio.wait_for(asyncio.wrap_future(self._writer.get(job)), PATIENCE)
        except TimeoutError:
            raise RecordsError("The records can't be read: the database does not answer.") from None

    def _forget(self, connection: Connection) -> None:
        """Drop what is older than the time for which everything is kept, unless the clock was just set anew.

        It may have been set wrong: then nothing is lost, and if it was not, what is old is dropped a day later.
        """
        if self._was_set():
            _log.warning("the clock was set anew: what is too old is dropped a day later")
            return
        oldest = int(self._clock()) - self.days * _SECONDS_A_DAY
        day = datetime.fromtimestamp(oldest, UTC).date()
        _drop(connection, questions.c.last_at < oldest)
        connection.execute(delete(asked_on).where(asked_on.c.day < day))
        connection.execute(delete(votes).where(votes.c.last_at < oldest))
        connection.execute(delete(reloads).where(reloads.c.at < oldest))

    def _was_set(self) -> bool:
        """Tell whether the clock has moved otherwise than time since this was last asked."""
        before, self._ahead = self._ahead, self._clock() - self._steady()
        return before is not None and abs(self._ahead - before) > _SET_SECONDS


def _ask(connection: Connection, text: str, about: Mapping[str, Any]) -> None:
    """Count a question; ``about`` are the columns that each asking writes anew."""
    at = about["last_at"]
    _put(connection, questions, {"text": text}, {**about, "first_at": at}, about)
    number = connection.scalar(select(questions.c.id).where(questions.c.text == text))
    asked = {"question": number, "day": datetime.fromtimestamp(at, UTC).date()}
    _put(connection, asked_on, asked, {"count": 1}, {"count": asked_on.c.count + 1})


def _vote(connection: Connection, vote: Vote, at: int) -> None:
    named = {"story": vote.story, "entry": vote.entry, "version": vote.version, "reason": str(vote.reason)}
    again = {"count": votes.c.count + 1, "last_at": at}
    _put(connection, votes, named, {"count": 1, "first_at": at, "last_at": at}, again)


def _set_story(connection: Connection, server: int, story: str | None) -> None:
    if story is None:
        connection.execute(delete(server_stories).where(server_stories.c.server == server))
    else:
        _put(connection, server_stories, {"server": server}, {"story": story}, {"story": story})


def _put(
    connection: Connection, table: Table, key: Mapping[str, Any], first: Mapping[str, Any], again: Mapping[str, Any]
) -> None:
    """Write ``again`` into the row that has the key, or ``first`` into one that is made for it.

    Databases differ in how they would do both at once.
    """
    has_key = [table.c[column] == value for column, value in key.items()]
    if connection.execute(select(table).where(*has_key)).first() is None:
        connection.execute(insert(table).values({**key, **first}))
    else:
        connection.execute(update(table).where(*has_key).values({**again}))


def _drop(connection: Connection, which: ColumnElement[bool]) -> None:
    """Delete questions and their days: not every database is set up to do the second by itself."""
    chosen = select(questions.c.id).where(which)
    connection.execute(delete(asked_on).where(asked_on.c.question.in_(chosen)))
    connection.execute(delete(questions).where(which))


def _server_stories(connection: Connection) -> dict[int, str]:
    return {row.server: row.story for row in connection.execute(select(server_stories))}


def called_wrong(connection: Connection) -> list[CalledWrong]:
    """Read the entries that readers called wrong, those most often first."""
    counted: dict[tuple[str, str], dict[str, int]] = {}
    by = (votes.c.story, votes.c.entry, votes.c.reason)
    for story, entry, reason, count in connection.execute(
        select(*by, func.sum(votes.c.count)).group_by(*by).order_by(*by)
    ):
        counted.setdefault((story, entry), {})[reason] = int(count)
    found = [
        CalledWrong(story, entry, sum(reasons.values()), max(reasons, key=lambda each: reasons[each]))
        for (story, entry), reasons in counted.items()
    ]
    return sorted(found, key=lambda each: -each.count)


def asked_in_vain(connection: Connection, today: date, most: int) -> list[AskedInVain]:
    """Read the questions that were not answered and not dismissed, the latest first."""
    week, before = today - timedelta(days=_WEEK), today - timedelta(days=2 * _WEEK)
    day, count = asked_on.c.day, asked_on.c.count
    rows = connection.execute(
        select(
            questions,
            func.sum(count).label("asked"),
            func.sum(case((day > week, count), else_=0)).label("this_week"),
            func.sum(case(((day <= week) & (day > before), count), else_=0)).label("week_before"),
        )
        .join(asked_on, asked_on.c.question == questions.c.id)
        .where(questions.c.dismissed.is_(False))
        .group_by(questions.c.id)
        .order_by(questions.c.last_at.desc(), questions.c.id.desc())
        .limit(most)
    )
    return [_in_vain(row) for row in rows]


def _in_vain(row: Row[Any]) -> AskedInVain:
    return AskedInVain(
        row.id,
        row.text,
        row.outcome,
        int(row.asked),
        int(row.this_week),
        int(row.week_before),
        row.first_at,
        row.last_at,
        tuple((story, entry) for story, entry in row.nearest),
    )
