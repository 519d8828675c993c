"""Places in the article: told from other questions, and found where a reader would look."""

from __future__ import annotations

import pytest

from bot.answering import phrases
from bot.answering.answerer import Answerer
from bot.answering.places import Place, place_asked
from bot.answering.records import Outcome


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("What is the last sentence of the article?", Place("sentence", -1)),
        ("so what's the very first sentence", Place("sentence", 1)),
        ("show me the 3rd paragraph please", Place("paragraph", 3)),
        ("can you give me paragraph 10", Place("paragraph", 10, as_shown=True)),
        ("sentence number 2", Place("sentence", 2)),
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
