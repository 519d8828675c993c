"""From files to a verified story: what loads, and what comes of it."""

from __future__ import annotations

from array import array

import pytest

from bot.stories import Citation, Speaker, StoryDate
from bot.stories.records import Lines
from tests.knowledge_folder import ARTICLE, ENTRIES
from tests.stories.loading import ONE, StoryFolder, story


def test_the_least_that_must_load(story_folder: StoryFolder) -> None:
    """A title, an article, and an entry with id, questions, answer and a bare quote are a story."""
    entries = "- id: a\n  questions: [What?]\n  answer: It.\n  citations: [{quote: Old bridge closed}]\n"
    made = story(story_folder("least", story="title: Bridge\n", entries=entries))
    assert (made.id, made.title, made.article.text) == ("least", "Bridge", ARTICLE)
    assert (made.speakers, made.sources, made.aliases, made.topics) == ((), (), (), {})
    assert made.date == StoryDate()
    (entry,) = made.entries
    assert (entry.id, entry.questions, entry.answer, entry.in_story) == ("a", ("What?",), "It.", True)
    assert entry.citations == (Citation("Old bridge closed", 0, 17, 1),)


def test_all_that_can_be_written(story_folder: StoryFolder) -> None:
    """Every optional part comes through; an entry's topic is its file's name if it says none."""
    head = (
        "title: T\nkicker: K\nsummary: S\npublisher: P\nurl: https://example.org/a\ndate: {known: 2015, note: no day}\n"
        "sources: [BBC]\nspeakers: [{name: Ann Hill, role: mayor, organisation: Town, aliases: [Hill]}]\n"
        "aliases: [[US, America]]\ntopics: {all: All}\n"
    )
    made = story(
        story_folder(story=head, entries=ENTRIES.replace("speaker: Ann Hill", "speaker: hill\n      paragraph: 3"))
    )
    assert (made.kicker, made.summary, made.publisher, made.url) == ("K", "S", "P", "https://example.org/a")
    assert (made.date, made.sources) == (StoryDate("2015", "no day"), ("BBC",))
    assert made.speakers == (Speaker("Ann Hill", "mayor", "Town", ("Hill",)),)
    assert (made.aliases, made.topics) == ((("US", "America"),), {"all": "All"})
    asked, near = made.entries
    start = ARTICLE.index("The bridge won")
    quote = "The bridge won’t open before Sunday,"
    assert asked.citations == (Citation(quote, start, start + len(quote), 3, "Ann Hill", "quote"),)
    assert (asked.topic, near.topic) == ("all", "all")
    assert (near.in_story, near.citations) == (False, ())


@pytest.mark.parametrize(
    "change",
    [
        ("  citations: []\n", ""),
        ("  citations: []\n", "  citations:\n"),
        ("  citations: []\n", "  citations: ~\n  topic:\n"),
        ("in_story: false", "in_story: no"),
        ("in_story: false", "in_story: 'False'"),
        ("    - What does the repair cost?", "    - |\n      What does\n      the repair   cost?"),
        ("id: cost", "id: Cost_1.2-b"),
        ("id: cost", "id: 2015"),
        ("answer: The", "topic: money\n  answer: The"),
    ],
)
def test_ways_to_write_a_near_question(story_folder: StoryFolder, change: tuple[str, str]) -> None:
    """A near question needs no citations, and its text may be written in any of YAML's ways."""
    _, near = story(story_folder(entries=ENTRIES.replace(*change))).entries
    assert not near.in_story
    assert near.questions == ("What does the repair cost?",)


def test_optional_keys_may_be_left_empty(story_folder: StoryFolder) -> None:
    """A key without a value says no more than no key."""
    empty = "kicker:\nsummary:\npublisher:\nurl:\ndate:\nsources:\nspeakers:\npeople:\naliases:\ntopics:\n"
    made = story(story_folder(story=f"title: T\n{empty}"))
    assert (made.kicker, made.url, made.date) == (None, None, StoryDate())
    assert (made.sources, made.speakers, made.people, made.aliases, made.topics) == ((), (), (), (), {})


def test_a_date_may_be_plain_text(story_folder: StoryFolder) -> None:
    """``date: 2015`` says the same as ``date: {known: 2015}``."""
    assert story(story_folder(story="title: T\ndate: 2015\n")).date == StoryDate("2015")


@pytest.mark.parametrize("article", ["Old bridge closed", ARTICLE.replace("\n", "\r\n"), "\ufeff" + ARTICLE])
def test_the_article_is_kept_as_published(story_folder: StoryFolder, article: str) -> None:
    """Line ends and a byte order mark are not touched, and quotes are still exact slices."""
    made = story(
        story_folder(
            article=article,
            entries=ONE.replace("The bridge won't open before Sunday,", "Old bridge closed").replace(
                "      speaker: Ann Hill\n      kind: quote\n", ""
            ),
        )
    )
    assert made.article.text == article
    (citation,) = made.entries[0].citations
    assert article[citation.start : citation.end] == citation.quote == "Old bridge closed"


def test_an_entry_knows_the_lines_of_its_parts(story_folder: StoryFolder) -> None:
    """The lines of the id, the answer and each phrasing, also of a folded phrasing and of a list in one line."""
    entries = "# Drafts\n- questions:\n    - >-\n      When does the\n      bridge open?\n    - opening day\n" + (
        "  id: day\n  citations: [{quote: Old bridge closed}]\n  answer: Soon.\n"
        "- {id: flat, questions: [a, b], answer: It., in_story: false}\n"
    )
    first, second = story(story_folder(entries=entries)).entries
    assert first.lines == Lines(id=7, answer=9, questions=array("I", (3, 6)))
    assert second.lines == Lines(id=10, answer=10, questions=array("I", (10, 10)))


def test_a_line_added_above_an_entry_changes_nothing_of_it(story_folder: StoryFolder) -> None:
    """Entries are compared by what they say."""
    folder = story_folder()
    (before, _), (file,) = story(folder).entries, (folder / "entries").iterdir()
    file.write_text(f"# A line.\n{ENTRIES}", encoding="utf-8")
    (after, _) = story(folder).entries
    assert before == after
    assert before.lines != after.lines


def test_a_story_knows_its_folder(story_folder: StoryFolder) -> None:
    """So that what is said of its article can name the file."""
    folder = story_folder()
    assert story(folder).folder == folder
