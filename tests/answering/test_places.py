"""Places in the article: told from other questions, and found where a reader would look."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answering import phrases
from bot.answering.answerer import Answerer
from bot.answering.places import Place, entry_showing, passage_at, place_asked
from bot.answering.records import Outcome
from bot.stories import Story, load_library
from tests.knowledge_folder import write_story


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("What is the last sentence of the article?", Place("sentence", -1)),
        ("so what's the very first sentence", Place("sentence", 1)),
        ("show me the 3rd paragraph please", Place("paragraph", 3)),
        ("can you give me paragraph 10", Place("paragraph", 10, as_shown=True)),
        ("sentence number 2", Place("sentence", 2)),
        ("paragraph zero", Place("paragraph", 0, as_shown=True)),
        ("the second quotation in this text", Place("quote", 2)),
        ("How does the story begin?", Place("sentence", 1)),
        ("how does the article end", Place("sentence", -1)),
        ("last words of the report", Place("sentence", -1)),
        ("how does it end", None),
        ("What was the first target?", None),
        ("who spoke first", None),
        ("what is the first thing that Kirby says in the last sentence", None),
        ("the last sentence " * 20, None),
    ],
)
def test_what_asks_for_a_place(question: str, place: Place | None) -> None:
    """A sentence, a paragraph or a quote by its number, and nothing beside."""
    assert place_asked(question) == place


@pytest.mark.parametrize(
    ("question", "begins", "speaker"),
    [
        ("what is the first sentence?", "In a statement on Wednesday", "U.S. State Department"),
        ("what is the last sentence of the article?", "It’s also, as we’ve said before", "John Kirby"),
        ("paragraph 1", "State Dept: Russians are not", None),
        ("paragraph 10", "The Russian national interest in Syria", None),
        ("paragraph ten", "The Russian national interest in Syria", None),
        ("second to last sentence", "And that’s not a good future for Syria", "John Kirby"),
        ("what is the last but one paragraph?", "Last month during his address", "President Obama"),
        ("the third paragraph", "Russian Foreign Minister Sergei Lavrov claimed", "Sergei Lavrov"),
        ("what's the first quote", "Greater than 90% of the strikes", "John Kirby"),
        ("the last quote", "It’s also, as we’ve said before", "John Kirby"),
    ],
)
def test_what_stands_there_is_shown(answerer: Answerer, question: str, begins: str, speaker: str | None) -> None:
    """A number is that which answers show, the headline being 1; "the third" counts the text alone."""
    answer = answerer.ask(question)
    assert (answer.outcome, answer.text) == (Outcome.ANSWERED, phrases.AT_PLACE)
    (shown,) = answer.citations
    assert shown.quote.startswith(begins)
    assert shown.speaker == speaker
    assert shown.quote.count("“") == shown.quote.count("”")
    assert answer.entry is not None


def test_a_place_beyond_the_end_is_told(answerer: Answerer) -> None:
    """The article is not that long."""
    answer = answerer.ask("show me paragraph 99")
    assert (answer.outcome, answer.text) == (Outcome.NOT_IN_STORY, phrases.NO_SUCH_PLACE)


def test_the_article_goes_on_from_a_place(answerer: Answerer) -> None:
    """What comes next is the next sentence."""
    answerer.ask("what is the first sentence?", "places")
    assert answerer.ask("what comes next?", "places").citations[0].quote.startswith("Instead they have targeted")


HEAD = """\
title: Ferry stops for good
speakers:
  - name: Jo Marsh
  - {name: Tim Roe, camp: Riders}
disputes:
  - id: fares
    point: Are the fares to blame?
    statements:
      - {quote: Nobody rode for fun, speaker: Tim Roe, kind: quote}
"""
TEXT = """\
Ferry stops for good

By Ann Lee in Port Ellery

The ferry will stop in May. “It was cheap,” said Jo Marsh.

“Nobody rode for fun,” Tim Roe said. “We rode to work.”

A bus will run instead.
"""
CITED = """\
- id: stop
  questions: [When does the ferry stop?]
  answer: In May.
  citations:
    - quote: The ferry will stop in May.
    - quote: It was cheap
      speaker: Jo Marsh
      kind: quote
- id: bus
  in_story: false
  questions: [What does the bus cost?]
  answer: The story does not say.
  citations:
    - quote: A bus will run instead.
"""


ENTRY = "- {id: bus, in_story: false, questions: [A bus?], answer: The story does not say., citations: []}"


def _story(folder: Path, end: str) -> Story:
    write_story(folder / "ferry", story=HEAD, article=TEXT + end, entries=CITED)
    return load_library(folder).stories[0]


@pytest.mark.parametrize(
    "end",
    [
        "",
        "\nReporting by Ann Lee in Port Ellery; editing by R. Quill. Source: Harbour Post.\n",
        "\n[Harbour Post] [Ellery Echo]\n",
        "\nSources: Harbour Post, the council\n",
        "\nCaption: The ferry on its last day.\n",
        "\nThe ferry at the quay on Monday. Photo: Ana Ruiz\n",
        "\nPhotograph by Ana Ruiz\n\n© 2024 Harbour Post. All rights reserved.\n",
    ],
)
def test_the_end_is_the_end_of_the_text(tmp_path: Path, end: str) -> None:
    """No credit, byline or source line is the last sentence, whether or not an entry cites it; nor is it the first."""
    story = _story(tmp_path, end)
    for unit, number, words in (
        ("sentence", -1, "A bus will run instead."),
        ("paragraph", -1, "A bus will run instead."),
        ("sentence", 1, "The ferry will stop in May."),
    ):
        shown = passage_at(story, Place(unit, number))
        assert shown is not None
        assert shown.quote == words
        assert entry_showing(story, shown) is story.entries[0]


@pytest.mark.parametrize(
    ("end", "last"),
    [
        ("\nBy Monday the quay was empty.\n", "By Monday the quay was empty."),
        ("\nThe old pictures by Ana Ruiz are in the museum.\n", "The old pictures by Ana Ruiz are in the museum."),
        ("\nResearch by the council found no other way.\n", "Research by the council found no other way."),
    ],
)
def test_a_sentence_that_only_begins_like_a_credit_is_text(tmp_path: Path, end: str, last: str) -> None:
    """It has the form of a sentence."""
    shown = passage_at(_story(tmp_path, end), Place("sentence", -1))
    assert shown is not None
    assert shown.quote == last


@pytest.mark.parametrize(
    ("number", "quote", "speaker"),
    [
        (1, "It was cheap", "Jo Marsh"),
        (2, "Nobody rode for fun", "Tim Roe"),
        (-1, "We rode to work.", None),
        (4, None, None),
    ],
)
def test_quotes_are_those_of_the_article_cited_or_not(
    tmp_path: Path, number: int, quote: str | None, speaker: str | None
) -> None:
    """Entries and disputes cite the first two; nothing cites the last, which stands there all the same."""
    shown = passage_at(_story(tmp_path, ""), Place("quote", number))
    assert (shown and shown.quote, shown and shown.speaker) == (quote, speaker)


def test_a_sentence_all_in_marks_is_shown_without_them(tmp_path: Path) -> None:
    """Whoever shows spoken words sets their marks."""
    shown = passage_at(_story(tmp_path, "\n“That is all.”\n"), Place("sentence", -1))
    assert shown is not None
    assert shown.quote == "That is all."


def test_a_text_of_nothing_but_lines_around_it_has_an_end_too(tmp_path: Path) -> None:
    """What is asked for is shown, and never nothing."""
    write_story(tmp_path / "ferry", story="title: Ferry stops", article="Ferry stops\n", entries=ENTRY)
    story = load_library(tmp_path).stories[0]
    shown = passage_at(story, Place("sentence", -1))
    assert shown is not None
    assert (shown.quote, entry_showing(story, shown)) == ("Ferry stops", None)


def test_a_long_paragraph_begins_with_what_there_is_room_for(tmp_path: Path) -> None:
    """As many whole sentences as an answer can show; the next ones are a question away."""
    shown = passage_at(_story(tmp_path, "\n" + "The ferry was loved by all of us. " * 60), Place("paragraph", -1))
    assert shown is not None
    assert len(shown.quote) <= 1200
    assert shown.quote.endswith("loved by all of us.")
