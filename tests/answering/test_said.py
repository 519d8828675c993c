"""Whether somebody said certain words is a quote check, asked as a question."""

from __future__ import annotations

import pytest

from bot.answering import phrases
from bot.answering.answerer import Answerer
from bot.answering.records import Outcome
from bot.answering.said import asked_whether_said


@pytest.mark.parametrize(
    ("question", "post"),
    [
        ("did Kirby say 'a good future for Syria'?", "Kirby: “a good future for Syria”"),
        ('so, has the minister really said: "it is a terrorist"', "the minister: “it is a terrorist”"),
        ("Is it true that Obama called it “a mistake for Russia”?", "Obama: “a mistake for Russia”"),
        ("did he say 'terrorist'?", None),
        ("did Kirby say that it's not a good future", None),
        ("who said 'a mistake for Russia'?", None),
        ("", None),
        ("did " * 300 + "he say 'it is not so'", None),
    ],
)
def test_what_is_asked_about(question: str, post: str | None) -> None:
    """Somebody, a verb of saying, and three words or more in quotation marks."""
    found = asked_whether_said(question)
    assert (found and found.post) == post


@pytest.mark.parametrize(
    ("question", "entry", "text"),
    [
        ("did lavrov say 'if it walks like a terrorist'?", None, "Yes, word for word:"),
        (
            'did Putin say "It\'s only about the national interest"',
            "who-said-national-interest",
            "These are Sergey Ivanov's",
        ),
        ("did obama say 'Assad must remain in power'?", None, "A word that changes the meaning differs: “not”"),
        (
            "did the spokesman say 'Greater than 80% of the strikes'",
            "kirby-90-quote",
            "A word that changes the meaning",
        ),
    ],
)
def test_the_verdict_comes_with_the_true_words(answerer: Answerer, question: str, entry: str | None, text: str) -> None:
    """And with an entry that shows them, so that a talk goes on."""
    answer = answerer.ask(question)
    assert answer.outcome is Outcome.ANSWERED
    assert answer.text.startswith(text)
    assert answer.entry is not None
    assert entry in (None, answer.entry.id)
    article = answerer.library.stories[0].article.text
    assert all(each.quote == article[each.start : each.end] for each in answer.citations)


def test_few_words_are_shown_in_their_sentence(answerer: Answerer) -> None:
    """By themselves they may mean something else."""
    answer = answerer.ask('did Kirby say "a good future for Syria"?')
    assert [each.quote for each in answer.citations] == ["And that’s not a good future for Syria."]


def test_words_that_the_story_does_not_have_are_a_question_like_any_other(answerer: Answerer) -> None:
    """What the story does say of it is the better answer."""
    answer = answerer.ask('Did Obama say "Assad must go"?')
    assert answer.entry is not None
    assert answer.entry.id == "obama-on-assad"
    assert answer.text == answer.entry.answer != phrases.WORD_FOR_WORD


def test_he_is_whoever_was_spoken_of(answerer: Answerer) -> None:
    """The talk says who."""
    answerer.ask("Who is John Kirby?", "said")
    assert answerer.ask("did he say 'a mistake for Russia'?", "said").text == phrases.WORD_FOR_WORD
    answerer.ask("Who is Sergei Lavrov?", "said")
    assert answerer.ask("did he say 'a mistake for Russia'?", "said").text.startswith("These are John Kirby's words")
