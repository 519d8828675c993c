"""The desk: at once or off the loop, in order, one version an answer, and nobody waits for what they no longer want."""

from __future__ import annotations

import asyncio
import gc
import threading
import weakref
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.answering.answerer import Answerer
from bot.answering.desk import Desk, Edition, reference_of
from bot.answering.quotecheck import Verdict
from bot.answering.records import Answer, Offer, Outcome
from bot.answering.references import LONGEST, refer
from bot.matching import Matcher, Stories
from bot.stories import load_library
from tests.knowledge_folder import ENTRIES

WHEN = "When does the bridge open?"
OPENING = "bridge/opening-day"


@pytest.fixture
def answerer(story_folder: Callable[..., Path]) -> Answerer:
    """A small story, learnt."""
    return Answerer(load_library(story_folder().parent))


@pytest.fixture
async def desk(answerer: Answerer) -> AsyncIterator[Desk]:
    """A desk on the small story."""
    made = Desk(answerer)
    yield made
    made.close()


@pytest.fixture
def asked_on(answerer: Answerer) -> list[tuple[str, int]]:
    """The questions that the answerer has been asked, each with the thread that asked it."""
    asked: list[tuple[str, int]] = []
    ask = answerer.ask

    def noted(question: str, conversation: str | None = None, stories: Stories = None) -> Answer:
        asked.append((question, threading.get_ident()))
        return ask(question, conversation, stories)

    answerer.ask = noted  # type: ignore[method-assign]
    return asked


async def test_a_short_question_is_answered_at_once(desk: Desk, asked_on: list[tuple[str, int]]) -> None:
    """The way to another thread and back would take longer."""
    answers = await asyncio.gather(*(desk.ask(WHEN) for _ in range(5)))
    assert {answer.entry.id for answer in answers if answer.entry} == {"opening-day"}
    assert {thread for _, thread in asked_on} == {threading.get_ident()}


@pytest.mark.parametrize("slow", ["a long question", "many entries", "an encoder"])
async def test_what_may_take_long_is_answered_off_the_loop(
    slow: str, desk: Desk, asked_on: list[tuple[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On another thread than the event loop's, always the same one."""
    if slow != "a long question":
        few = 1_000 if slow == "an encoder" else 1
        monkeypatch.setattr("bot.answering.desk._FEW_ENTRIES", few)
        monkeypatch.setattr(Matcher, "encoded", slow == "an encoder")
        desk.use(Edition(desk.edition.answerer))
    question = WHEN.ljust(400) if slow == "a long question" else WHEN
    answers = await asyncio.gather(*(desk.ask(question) for _ in range(5)))
    assert {answer.entry.id for answer in answers if answer.entry} == {"opening-day"}
    assert len({thread for _, thread in asked_on}) == 1
    assert threading.get_ident() not in {thread for _, thread in asked_on}


async def test_a_short_question_waits_behind_what_was_asked_before(desk: Desk, asked_on: list[tuple[str, int]]) -> None:
    """Never two threads at once, and never out of order; who gave up waiting changes nothing of that."""
    busy = threading.Event()
    blocking = asyncio.create_task(desk._work(lambda _: busy.wait(5)))
    await asyncio.sleep(0)
    blocking.cancel()
    given_up = asyncio.create_task(desk.ask("Is anybody there?"))
    second = asyncio.create_task(desk.ask(WHEN))
    await asyncio.sleep(0)
    given_up.cancel()
    await asyncio.sleep(0)
    assert asked_on == []
    busy.set()
    await second
    (asked,) = asked_on
    assert asked[0] == WHEN
    assert asked[1] != threading.get_ident()


async def test_an_entry_is_looked_up_by_reference(desk: Desk) -> None:
    """What is not there any more is None; what is there can be leant on afterwards."""
    answer = await desk.entry(OPENING, "talk")
    assert answer is not None
    assert answer.text.startswith("Mayor Ann Hill said")
    assert (await desk.ask("who said that?", "talk")).text.startswith("In the story: Ann Hill")
    assert await desk.entry("bridge/gone") is None
    assert await desk.entry("~0123456789abcdef") is None


async def test_what_is_overheard_is_answered_only_if_sure(desk: Desk) -> None:
    """A near question and chatter get nothing; a sure answer can be leant on."""
    assert await desk.ask_if_sure("What does the repair cost?", "talk") is None
    assert await desk.ask_if_sure("hello there", "talk") is None
    answer = await desk.ask_if_sure(WHEN, "talk")
    assert answer is not None
    assert answer.outcome is Outcome.ANSWERED
    assert (await desk.ask("who said that?", "talk")).text.startswith("In the story: Ann Hill")


async def test_only_the_last_keystroke_of_a_person_is_worked_on(desk: Desk, answerer: Answerer) -> None:
    """While the worker is busy, people type on: what they typed before costs nothing; others are not affected."""
    worked_on: list[str] = []
    suggest, busy = answerer.suggest, threading.Event()

    def noted(typed: str, most: int, stories: Stories) -> list[Offer]:
        worked_on.append(typed)
        return suggest(typed, most, stories)

    answerer.suggest = noted  # type: ignore[method-assign]
    blocking = asyncio.create_task(desk._work(lambda _: busy.wait(5)))
    await asyncio.sleep(0)
    keys = [asyncio.create_task(desk.suggest(typed, 5, who="ann")) for typed in ("w", "wh", "whe", "when")]
    keys.append(asyncio.create_task(desk.suggest("bridge", 5, who="bob")))
    await asyncio.sleep(0)
    busy.set()
    *stale, anns, bobs = await asyncio.gather(*keys)
    await blocking
    assert stale == [[], [], []]
    assert worked_on == ["when", "bridge"]
    assert anns
    assert bobs
    assert not desk._typing


async def test_related_questions_show_something_else(shipped_desk: Desk) -> None:
    """Up to three of the same story, none with the same first quote, none of them near ones."""
    for reference, offer in shipped_desk.edition.entries.items():
        found = await shipped_desk.related(offer.story, offer.entry)
        assert 0 < len(found) <= 3, reference
        assert all(each.entry.in_story for each in found)
        first = {(each.entry.citations[0].start, each.entry.citations[0].end) for each in found}
        assert len(first) == len(found)
        own = offer.entry.citations
        assert not own or (own[0].start, own[0].end) not in first


@pytest.fixture
async def shipped_desk(shipped_answerer: Answerer) -> AsyncIterator[Desk]:
    """A desk on the shipped knowledge."""
    made = Desk(shipped_answerer)
    yield made
    made.close()


async def test_a_post_is_checked_with_its_story(desk: Desk) -> None:
    """The story comes with the check; words that are nowhere come with none."""
    checked = await desk.check("> It's not safe - not yet")
    assert checked.check.verdict is Verdict.EXACT
    assert checked.story is not None
    assert checked.story.id == "bridge"
    nowhere = await desk.check("nobody ever said a thing like that")
    assert (nowhere.check.verdict, nowhere.story) == (Verdict.NOT_IN_STORY, None)
    assert nowhere.version == desk.edition.version


async def test_what_is_given_as_a_quote_may_be_short(desk: Desk) -> None:
    """A slice is exact anywhere; what a post asks in its own words is a changed one if it is given as a quote."""
    assert (await desk.check("3,000 boats")).check.verdict is Verdict.EXACT
    asked = "has the old bridge closed on Monday"
    assert (await desk.check(asked)).check.verdict is Verdict.NOT_IN_STORY
    assert (await desk.check(asked, is_quote=True)).check.verdict is Verdict.ALTERED
    assert (await desk.check("zebra boats", is_quote=True)).check.verdict is Verdict.NOT_IN_STORY
    assert (await desk.check("he said “zebra boats” there", is_quote=True)).check.verdict is Verdict.NOT_IN_STORY


async def test_quotes_are_looked_up(desk: Desk) -> None:
    """By their words; nothing has no words."""
    (found,) = await desk.search_quotes("sunday", 5)
    assert found.citation.quote.startswith("The bridge won’t")
    assert desk.edition.quotes[reference_of(found)] == found
    assert await desk.search_quotes("zebra", 5) == []
    assert await desk.suggest_quotes("sunda", 5, who="ann") == [found]


async def test_another_edition_is_put_in_use_at_once_and_whole(
    desk: Desk, answerer: Answerer, story_folder: Callable[..., Path]
) -> None:
    """What is under way belongs to the edition that it began with, all that comes after to the other."""
    other = Edition(Answerer(load_library(story_folder("other", entries=ENTRIES.replace("Ann Hill said", "said")))))
    busy = threading.Event()
    blocking = asyncio.create_task(desk._work(lambda _: busy.wait(5)))
    before = [asyncio.create_task(desk.ask(WHEN)) for _ in range(3)]
    await asyncio.sleep(0)
    desk.use(other)
    after = asyncio.create_task(desk.ask(WHEN))
    await asyncio.sleep(0)
    busy.set()
    assert {answer.version for answer in await asyncio.gather(*before)} == {answerer.library.version}
    assert (await after).version == other.version == desk.edition.version
    assert (await after).text.startswith("Mayor said")
    await blocking


async def test_a_talk_goes_on_in_the_edition_that_was_put_in_use(
    desk: Desk, answerer: Answerer, story_folder: Callable[..., Path]
) -> None:
    """Who said it is answered from the new records; what is not in them any more can't be leant on."""
    for talk in ("kept", "lost"):
        await desk.ask(WHEN, talk)
    changed = story_folder("new/bridge", entries=ENTRIES.replace("Mayor Ann Hill said that", "She said"))
    desk.use(Edition(Answerer(load_library(changed.parent), answerer.conversations)))
    again = await desk.ask("source?", "kept")
    assert again.text.startswith("She said it won't open")
    assert again.entry is desk.edition.entries[OPENING].entry
    gone = story_folder("third/bridge", entries=ENTRIES.replace("opening-day", "other-day"))
    desk.use(Edition(Answerer(load_library(gone.parent), answerer.conversations)))
    assert (await desk.ask("source?", "lost")).entry is None


async def test_an_edition_that_was_replaced_is_freed_at_once(answerer: Answerer) -> None:
    """Nothing in it refers to itself, so that no collection has to stop the bot for it."""
    edition = Edition(Answerer(answerer.library))
    edition.suggest("whe", 5)
    edition.answerer.ask("wen dose the brigde open")
    gone, matcher_gone = weakref.ref(edition), weakref.ref(edition.answerer.matcher)
    gc.disable()
    try:
        del edition
        assert (gone(), matcher_gone()) == (None, None)
    finally:
        gc.enable()


async def test_a_closed_desk_takes_nothing(answerer: Answerer) -> None:
    """Its worker is gone."""
    closed = Desk(answerer)
    closed.close()
    with pytest.raises(RuntimeError):
        await closed.ask(WHEN)


@pytest.mark.parametrize(
    ("story", "thing", "plain"),
    [
        ("bridge", "opening-day", "bridge/opening-day"),
        ("bridge", "What it is about", "bridge/What it is about"),
        ("bridge", "x" * 80, None),
        ("a story: its name", "a", None),
        ("~bridge", "a", None),
        ("brücke", "a", None),
        ("bridge", "\ud800", None),
    ],
)
def test_a_reference_is_short_and_means_one_thing(story: str, thing: str, plain: str | None) -> None:
    """It is readable where it fits, else a hash; the same thing always has the same one."""
    name = refer(story, thing)
    assert len(name) <= LONGEST
    assert name.isascii()
    assert name == refer(story, thing) != refer(story, f"{thing}2")
    assert plain in (None, name)
    assert name.startswith("~") == (plain is None)


async def test_long_names_are_found_by_their_hash(story_folder: Callable[..., Path]) -> None:
    """A story and an entry with long names can be named in a few characters."""
    entries = ENTRIES.replace("opening-day", "o" * 80)
    long = Desk(Answerer(load_library(story_folder("a story with a long name: the bridge", entries=entries).parent)))
    name = refer("a story with a long name: the bridge", "o" * 80)
    assert name.startswith("~")
    answer = await long.entry(name)
    long.close()
    assert answer is not None
    assert answer.entry is not None
    assert answer.entry.id == "o" * 80
