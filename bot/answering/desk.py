"""The desk: the one place that knows which answerer is in use, and asks it without holding up the event loop.

What may take milliseconds is done on a single worker thread: the event loop goes on, answers come in order, and what
the answerer remembers needs no lock. A short question that is read by its words alone takes less time than the way to
another thread and back, so it is answered at once, unless the worker has something to do: the order stays the same, and
only one thread works at a time. Each call looks up the edition in use once, so that what it returns belongs wholly to
one version of the knowledge.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from bot.answering.answerer import Answerer
from bot.answering.feedback import Meter, Recorder
from bot.answering.quote_search import QuoteIndex
from bot.answering.quotecheck import QuoteCheck, Verdict
from bot.answering.quotes import Catalogue, Quoted
from bot.answering.records import Answer, Offer, Outcome
from bot.answering.references import refer
from bot.answering.related import related
from bot.answering.sides import points_of
from bot.answering.topics import topics_of
from bot.matching import Stories
from bot.matching.leaning import content_words
from bot.stories import Entry, Library, Story

T = TypeVar("T")
_KEPT_SUGGESTIONS = 500
_KEPT_SECONDS = 1_000
# What marks words as quoted.
_MARKS = frozenset('"“”„«»>`')
# What is quick: so few characters, asked of so few entries, without an encoder. The slowest known take some ten
# milliseconds.
_SHORT, _FEW_ENTRIES = 300, 1_000
# While somebody types, quotes are offered from this share of the best one's score.
_WHILE_TYPING = 0.3


@dataclass(frozen=True, slots=True)
class Checked:
    """A checked post with the story it was found in, if it was found."""

    check: QuoteCheck
    story: Story | None
    version: str


class Edition:
    """Everything that is read from one version of the knowledge; nothing in it changes."""

    def __init__(self, answerer: Answerer) -> None:
        """Prepare what is looked up often; the dictionaries go by short reference."""
        self.answerer = answerer
        self.library: Library = answerer.library
        self.version = answerer.library.version
        self.catalogue = Catalogue(self.library)
        self._checker = answerer.checker
        self._index = QuoteIndex(self.catalogue)
        # Without the edition itself in it: a cycle would keep an edition that was replaced until a collection.
        self._suggested = lru_cache(_KEPT_SUGGESTIONS)(lambda *typed: tuple(answerer.suggest(*typed)))
        every = self.library.entries()
        self.entries = {refer(story.id, entry.id): Offer(story, entry) for story, entry in every}
        self.topics = {refer(topic.story.id, topic.key): topic for topic in topics_of(self.library)}
        self.quotes = {reference_of(quoted): quoted for quoted in self.catalogue.quotes}
        self.voices = {refer(voice.story.id, voice.name): voice for voice in self.catalogue.voices}
        self.disputes = {refer(story.id, each.id): (story, each) for story, each in points_of(self.library)}
        self.story_ids = frozenset(story.id for story in self.library.stories)
        self.stories = {refer(story.id, ""): story for story in self.library.stories}
        self.subjects = {refer(each.topic.story.id, each.topic.key): each for each in self.catalogue.subjects}
        self._is_quick = not answerer.matcher.encoded and len(self.entries) <= _FEW_ENTRIES

    def is_quick_with(self, text: str) -> bool:
        """Tell whether a question takes less time than the way to another thread and back."""
        return self._is_quick and len(text) <= _SHORT

    def check(self, text: str, is_quote: bool = False) -> Checked:
        """Check a post against every story; ``is_quote`` tells that it is a quote even if nothing in it does.

        What asks something in a post, or is not quite the article's, may be chatter; as a quote it is all there is.
        """
        check = self._checker.check(text)
        if is_quote and check.verdict is Verdict.NOT_IN_STORY and _MARKS.isdisjoint(text):
            again = self._checker.check(f"“{text}”")
            check = check if again.verdict is Verdict.NOT_IN_STORY else again
        return Checked(check, self.library.story(check.story) if check.has_words else None, self.version)

    def suggest(self, typed: str, most: int, stories: Stories = None) -> tuple[Offer, ...]:
        """Return the entries whose questions a person who types this may want; people begin alike, so some are kept."""
        return self._suggested(typed, most, stories)

    def search(self, wanted: str, most: int, nearly: float) -> list[Quoted]:
        """Look quotes up by a few words."""
        return self._index.search(wanted, most, nearly)

    def likely_quotes(self, typed: str, most: int) -> list[Quoted]:
        """Return the quotes that somebody who types this may want; before they type, what people said."""
        if typed.strip():
            return self.search(typed, most, _WHILE_TYPING)
        return [quoted for voice in self.catalogue.voices for quoted in voice.quotes][:most]


def reference_of(quoted: Quoted) -> str:
    """Return the short name of a quote."""
    return refer(quoted.story.id, f"{quoted.citation.start}-{quoted.citation.end}")


class Desk:
    """Asks the answerer in use; closed with the connection."""

    def __init__(self, answerer: Answerer, recorder: Recorder | None = None) -> None:
        """Put an answerer in use; ``recorder`` hears what was asked in vain."""
        self._edition = Edition(answerer)
        self._recorder = recorder
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="desk")
        # What the worker has not done yet; it takes each out by itself.
        self._waiting: set[Future[Any]] = set()
        self._is_open = True
        self._typing: dict[Hashable, object] = {}
        # How long the last answers took, their wait for the worker included.
        self.seconds: deque[float] = deque(maxlen=_KEPT_SECONDS)
        # Who counts answers, if anybody does.
        self.meter: Meter | None = None

    @property
    def edition(self) -> Edition:
        """The edition in use; who looks several things up that belong together keeps it while doing so."""
        return self._edition

    def use(self, edition: Edition) -> None:
        """Put another edition in use; what is being answered keeps the one that it began with."""
        self._edition = edition
        # The worker takes its turn behind all that was asked of the edition before, and before all that comes.
        self._submit(lambda _: edition.answerer.conversations.move_to(edition.library))

    async def ask(self, question: str, conversation: str | None = None, stories: Stories = None) -> Answer:
        """Answer a question, from some stories alone if they are named; it may lean on the one before."""
        began = time.perf_counter()
        answer = await self._work(lambda edition: edition.answerer.ask(question, conversation, stories), question)
        self._took(answer.outcome, time.perf_counter() - began)
        if self._recorder is not None and answer.is_in_vain and content_words(question):
            self._recorder.asked(question, answer)
        return answer

    async def ask_if_sure(self, question: str, conversation: str, stories: Stories = None) -> Answer | None:
        """Answer what was asked of nobody in particular, by itself, and only if the story answers it."""

        def overhear(edition: Edition) -> Answer | None:
            answer = edition.answerer.ask(question, None, stories)
            if answer.outcome is not Outcome.ANSWERED or answer.story is None or answer.entry is None:
                return None
            # From now on the person may lean on it.
            edition.answerer.entry_answer(answer.story.id, answer.entry.id, conversation)
            return answer

        began = time.perf_counter()
        answer = await self._work(overhear, question)
        if answer is not None:
            self._took(answer.outcome, time.perf_counter() - began)
        return answer

    async def entry(self, reference: str, conversation: str | None = None) -> Answer | None:
        """Return the answer of the entry that a reference names, or None if there is no such entry any more."""

        def look_up(edition: Edition) -> Answer | None:
            offer = edition.entries.get(reference)
            return edition.answerer.entry_answer(offer.story.id, offer.entry.id, conversation) if offer else None

        return await self._work(look_up, "")

    async def related(self, story: Story, entry: Entry) -> tuple[Offer, ...]:
        """Return what somebody may want to ask next."""
        return await self._work(lambda edition: related(edition.answerer, story, entry))

    async def check(self, text: str, *, is_quote: bool = False) -> Checked:
        """Check a post, or what is given as a quote and nothing else, against every story."""
        return await self._work(lambda edition: edition.check(text, is_quote))

    async def suggest(self, typed: str, most: int, who: Hashable, stories: Stories = None) -> list[Offer]:
        """Return the entries whose questions a person who types this may want; nothing if they have typed on."""
        return await self._while_typing(who, lambda edition: list(edition.suggest(typed, most, stories)), typed)

    async def search_quotes(self, wanted: str, most: int, nearly: float = 0.5) -> list[Quoted]:
        """Look quotes up by a few words; ``nearly`` is the share of the best one's score from which others count."""
        return await self._work(lambda edition: edition.search(wanted, most, nearly))

    async def suggest_quotes(self, typed: str, most: int, who: Hashable) -> list[Quoted]:
        """Return the quotes that a person who types this may want; nothing if they have typed on."""
        return await self._while_typing(who, lambda edition: edition.likely_quotes(typed, most))

    def close(self) -> None:
        """Give the worker back; nothing can be asked from now on."""
        self._is_open = False
        self._worker.shutdown(wait=False, cancel_futures=True)

    def _took(self, outcome: Outcome, seconds: float) -> None:
        self.seconds.append(seconds)
        if self.meter is not None:
            self.meter.answered(outcome, seconds)

    async def _work(self, job: Callable[[Edition], T], question: str | None = None) -> T:
        """Do a job: at once if it is a question that is answered quickly and nothing waits, else by the worker."""
        if question is not None and self._is_open and not self._waiting and self._edition.is_quick_with(question):
            return job(self._edition)
        return await asyncio.wrap_future(self._submit(job))

    def _submit(self, job: Callable[[Edition], T]) -> Future[T]:
        done = self._worker.submit(job, self._edition)
        self._waiting.add(done)
        done.add_done_callback(self._waiting.discard)
        return done

    async def _while_typing(
        self, who: Hashable, job: Callable[[Edition], list[T]], question: str | None = None
    ) -> list[T]:
        """Do a job unless the same person has typed on before its turn comes: nobody waits for its result then."""
        turn = self._typing[who] = object()

        def unless_stale(edition: Edition) -> list[T]:
            return job(edition) if self._typing.get(who) is turn else []

        try:
            return await self._work(unless_stale, question)
        finally:
            if self._typing.get(who) is turn:
                del self._typing[who]
