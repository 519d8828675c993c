"""Records that are kept in a database: what is left there, what is read out of them, and what is forgotten."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import case, delete, func, select, update
from sqlalchemy.orm import Session

from bot.answering.feedback import Vote
from bot.answering.records import Answer
from bot.records.database import url_of
from bot.records.kept import AskedInVain, CalledWrong
from bot.records.problems import RecordsError
from bot.records.records import Condition, Records
from bot.records.redaction import normalised
from bot.records.tables import AskedOn, Question, Reloaded, ServerStory, Voted
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
        self._writer.put(lambda session: _vote(session, vote, at))

    def asked(self, question: str, answer: Answer) -> None:
        """Count a question that was not answered, redacted and normalised."""
        text = normalised(question)
        if not text:
            return
        at, outcome = int(self._clock()), str(answer.outcome)
        nearest = [[offer.story.id, offer.entry.id] for offer in answer.candidates]
        self._writer.put(lambda session: _ask(session, text, {"last_at": at, "outcome": outcome, "nearest": nearest}))

    def reloaded(self, act: str, before: str, after: str) -> None:
        """Note that a version came into use."""
        at = int(self._clock())
        self._writer.put(lambda session: session.add(Reloaded(at=at, act=act, before=before, after=after)))

    async def unanswered(self, most: int = MOST_LISTED) -> list[AskedInVain]:
        """Return the questions that were not answered and not dismissed, the latest first."""
        today = datetime.fromtimestamp(self._clock(), UTC).date()
        return await self._get(lambda session: asked_in_vain(session, today, most))

    async def called_wrong(self, most: int) -> list[CalledWrong]:
        """Return the entries that readers called wrong, those most often first."""
        return await self._get(lambda session: called_wrong(session)[:most])

    def dismiss(self, numbers: Iterable[int]) -> None:
        """Show some questions no more, however often they are asked."""
        chosen = list(numbers)
        self._writer.put(
            lambda session: session.execute(update(Question).where(Question.id.in_(chosen)).values(dismissed=True))
        )

    def settle(self, texts: Iterable[str]) -> None:
        """Forget questions that are answered now."""
        chosen = list(texts)
        self._writer.put(lambda session: _drop(session, Question.text.in_(chosen)))

    async def server_stories(self) -> dict[int, str]:
        """Return the story of each server that has set one."""
        return await self._get(lambda session: {row.server: row.story for row in session.scalars(select(ServerStory))})

    def set_story(self, server: int, story: str | None) -> None:
        """Set a server's story, or with None forget it."""
        if story is None:
            self._writer.put(lambda session: session.execute(delete(ServerStory).where(ServerStory.server == server)))
        else:
            self._writer.put(lambda session: session.merge(ServerStory(server=server, story=story)))

    def close(self) -> None:
        """Write what is left, if that can be done soon."""
        self._writer.close()

    async def _get(self, job: Callable[[Session], T]) -> T:
        try:
            return await asyncio.wait_for(asyncio.wrap_future(self._writer.get(job)), PATIENCE)
        except TimeoutError:
            raise RecordsError("The records can't be read: the database does not answer.") from None

    def _forget(self, session: Session) -> None:
        """Drop what is older than the time for which everything is kept, unless the clock was just set anew.

        It may have been set wrong: then nothing is lost, and if it was not, what is old is dropped a day later.
        """
        if self._was_set():
            _log.warning("the clock was set anew: what is too old is dropped a day later")
            return
        oldest = int(self._clock()) - self.days * _SECONDS_A_DAY
        day = datetime.fromtimestamp(oldest, UTC).date()
        _drop(session, Question.last_at < oldest)
        session.execute(delete(AskedOn).where(AskedOn.day < day))
        session.execute(delete(Voted).where(Voted.last_at < oldest))
        session.execute(delete(Reloaded).where(Reloaded.at < oldest))

    def _was_set(self) -> bool:
        """Tell whether the clock has moved otherwise than time since this was last asked."""
        before, self._ahead = self._ahead, self._clock() - self._steady()
        return before is not None and abs(self._ahead - before) > _SET_SECONDS


def _ask(session: Session, text: str, about: Mapping[str, Any]) -> None:
    """Count a question; ``about`` are the columns that each asking writes anew."""
    question = session.scalar(select(Question).where(Question.text == text))
    if question is None:
        question = Question(text=text, first_at=about["last_at"], dismissed=False)
        session.add(question)
    for column, value in about.items():
        setattr(question, column, value)
    session.flush()
    day = datetime.fromtimestamp(about["last_at"], UTC).date()
    found = session.get(AskedOn, (question.id, day))
    if found is None:
        session.add(AskedOn(question=question.id, day=day, count=1))
    else:
        found.count += 1
    session.flush()


def _vote(session: Session, vote: Vote, at: int) -> None:
    named = {"story": vote.story, "entry": vote.entry, "version": vote.version, "reason": str(vote.reason)}
    found = session.scalar(select(Voted).filter_by(**named))
    if found is None:
        session.add(Voted(**named, count=1, first_at=at, last_at=at))
    else:
        found.count, found.last_at = found.count + 1, at
    session.flush()


def _drop(session: Session, which: object) -> None:
    """Delete questions and their days: not every database is set up to do the second by itself."""
    chosen = select(Question.id).where(which)  # type: ignore[arg-type]
    session.execute(delete(AskedOn).where(AskedOn.question.in_(chosen)))
    session.execute(delete(Question).where(which))  # type: ignore[arg-type]


def called_wrong(session: Session) -> list[CalledWrong]:
    """Read the entries that readers called wrong, those most often first."""
    counted: dict[tuple[str, str], dict[str, int]] = {}
    rows = session.execute(
        select(Voted.story, Voted.entry, Voted.reason, func.sum(Voted.count))
        .group_by(Voted.story, Voted.entry, Voted.reason)
        .order_by(Voted.story, Voted.entry, Voted.reason)
    )
    for story, entry, reason, count in rows:
        counted.setdefault((story, entry), {})[reason] = int(count)
    found = [
        CalledWrong(story, entry, sum(reasons.values()), max(reasons, key=lambda each: reasons[each]))
        for (story, entry), reasons in counted.items()
    ]
    return sorted(found, key=lambda each: -each.count)


def asked_in_vain(session: Session, today: date, most: int) -> list[AskedInVain]:
    """Read the questions that were not answered and not dismissed, the latest first."""
    week, before = today - timedelta(days=_WEEK), today - timedelta(days=2 * _WEEK)
    recent = func.sum(case((AskedOn.day > week, AskedOn.count), else_=0))
    earlier = func.sum(case(((AskedOn.day <= week) & (AskedOn.day > before), AskedOn.count), else_=0))
    rows = session.execute(
        select(Question, func.sum(AskedOn.count), recent, earlier)
        .join(AskedOn, AskedOn.question == Question.id)
        .where(Question.dismissed.is_(False))
        .group_by(Question.id)
        .order_by(Question.last_at.desc(), Question.id.desc())
        .limit(most)
    )
    return [
        AskedInVain(
            each.id,
            each.text,
            each.outcome,
            int(count),
            int(this_week),
            int(week_before),
            each.first_at,
            each.last_at,
            tuple((story, entry) for story, entry in each.nearest),
        )
        for each, count, this_week, week_before in rows
    ]
