"""The sentence that has certain words: told from other questions about words, and shown."""

from __future__ import annotations

import pytest

from bot.answering import phrases
from bot.answering.answerer import Answerer
from bot.answering.records import Outcome
from bot.answering.wording import words_sought


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ('copy me the exact sentence with "walks like a terrorist" in it', "walks like a terrorist"),
        ("which line says 'ulterior purposes'?", "ulterior purposes"),
        ("Where does it say “their own people”?", "their own people"),
        ("where does Kirby say 'more fully'", "more fully"),
        ("please show me where it has 'national interest'", "national interest"),
        ("What's the full sentence around «greater than 90%», please", "greater than 90%"),
        ("in which paragraph does he say 'post-conflict Syria'", "post-conflict Syria"),
        ("give me the whole passage where 'terrorist groups' comes up", "terrorist groups"),
        ("who said 'walks like a terrorist'?", None),
        ("what does the line 'walks like a terrorist' mean?", None),
        ("Did Lavrov say 'walks like a terrorist'?", None),
        ("which sentence has 'strikes'?", None),
        ("where does Kirby say that?", None),
        ("show me the sentence with " * 20 + "'these words'", None),
    ],
)
def test_what_asks_for_the_sentence_with_some_words(question: str, words: str | None) -> None:
    """Whose they are and what they mean is asked of entries, and a word alone stands in too many sentences."""
    assert words_sought(question) == words


@pytest.mark.parametrize(
    ("question", "begins", "speaker"),
    [
        (
            'copy me the exact sentence with "Walks like a terrorist" in it',
            "If it looks like a terrorist",
            "Sergei Lavrov",
        ),
        ("which sentence says 'ulterior purposes'?", "Russian military strikes in Syria began", None),
        ("Where does Lavrov say 'as we’ve said before'?", "It’s also, as we’ve said before", "John Kirby"),
    ],
)
def test_it_is_shown(answerer: Answerer, question: str, begins: str, speaker: str | None) -> None:
    """Typography and capitals aside, the words must stand there; whoever said them is named as always."""
    answer = answerer.ask(question)
    assert (answer.outcome, answer.text) == (Outcome.ANSWERED, phrases.AT_PLACE)
    assert answer.citations[0].quote.startswith(begins)
    assert answer.citations[0].speaker == speaker


@pytest.mark.parametrize(
    "question",
    [
        "which sentence has 'words that nobody wrote'?",
        "where does it say 'in Syria'?",
        "which line has '. ,'?",
        "which line says 'alks like a terroris'?",
    ],
)
def test_what_stands_nowhere_or_everywhere_is_a_question_like_others(answerer: Answerer, question: str) -> None:
    """Nothing is shown as having words that it does not have."""
    assert answerer.ask(question).text != phrases.AT_PLACE


def test_the_article_goes_on_from_there(answerer: Answerer) -> None:
    """What is shown is what the next question leans on."""
    answerer.ask("which sentence has 'walks like a terrorist'?", "wording")
    assert answerer.ask("how does it go on?", "wording").text in {phrases.GOES_ON, phrases.NOTHING_FURTHER}
