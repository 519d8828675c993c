"""Questions in two parts get both answers, where the story surely has both."""

from __future__ import annotations

import pytest

from bot.answering.answerer import Answerer
from bot.answering.lines import as_record
from bot.answering.parts import _by_question_words, _of_either, _splits
from bot.answering.records import Outcome
from bot.matching import Match
from bot.matching.calibration import Signals


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("whose photo is it and what does it show", "photo-credit", "what-the-photo-shows"),
        ("What is the headline? And who is Sergei Lavrov?", "headline", "who-is-lavrov"),
        ("headline and sources please", "headline", "sources"),
        ("when did the strikes begin, and when did Obama speak at the UN", "when-strikes-began", "when-obama-spoke"),
    ],
)
def test_both_parts_are_answered(answerer: Answerer, question: str, first: str, second: str) -> None:
    """One text after the other, the quotes by turns, and both entries named."""
    answer = answerer.ask(question)
    assert answer.outcome is Outcome.ANSWERED
    assert [entry.id for entry in answer.entries] == [first, second]
    one, other = answer.entries
    assert answer.text == f"{one.answer} {other.answer}"
    assert answer.citations[:2] == (one.citations[0], other.citations[0])
    assert as_record(answer)["entry"] == first


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("who are the foreign minister and the spokesman", "who-is-lavrov", "who-is-kirby"),
    ],
)
def test_two_people_are_asked_about_one_by_one(answerer: Answerer, question: str, first: str, second: str) -> None:
    """No word stands between the two that could divide the question."""
    assert [entry.id for entry in answerer.ask(question).entries] == [first, second]


@pytest.mark.parametrize(
    "question",
    [
        "did Kirby and Lavrov meet",
        "Did Lavrov and Ivanov agree?",
        "how old are Kirby and Lavrov",
        "what do the U.S. and Russia each say about who is being hit",
        "did Obama and Putin shake hands",
        "who is Lavrov and how old is he",
        "who took the photo and what does it show",
        "is it exactly 90 percent and how did they count it",
    ],
)
def test_what_belongs_together_or_is_not_there_is_not_torn_apart(answerer: Answerer, question: str) -> None:
    """An entry for both halves is the better answer, and a half that the story does not answer makes no answer."""
    assert answerer.ask(question).also is None


def test_the_second_part_may_lean_on_the_first(answerer: Answerer) -> None:
    """ "He" is whoever the first part is about."""
    answer = answerer.ask("who is Sergey Ivanov and what reason does he give?")
    assert [entry.id for entry in answer.entries] == ["who-is-ivanov", "ivanovs-reason"]


def test_a_talk_goes_on_with_the_second_part(answerer: Answerer) -> None:
    """A follow-up leans on what was said last."""
    answerer.ask("who is Lavrov, and what did Obama say at the UN?", "parts")
    after = answerer.ask("when was that?", "parts")
    assert after.entry is not None
    assert after.entry.id == "when-obama-spoke"


@pytest.mark.parametrize(
    ("question", "score", "parts"),
    [
        ("who is he and what does he say", 0.3, ()),
        ("the photo and the sources", 0.3, (("the photo", "the sources", 0.5),)),
        ("the photo and the sources", 0.7, (("the photo", "the sources", 0.8),)),
        ("the photo and the sources", 0.0, ()),
        ("Who is Kirby? What is his job?", 0.7, (("Who is Kirby", "What is his job?", 0.5),)),
        ("When was it, and on what grounds?", 0.7, ()),
        ("When was the vote, and on what grounds?", 0.7, (("When was the vote", "on what grounds?", 0.5),)),
        ("Who is Kirby, and what is a mistake", 0.7, (("Who is Kirby", "what is a mistake", 0.5),)),
        ("nothing to split here", 0.3, ()),
    ],
)
def test_where_a_question_may_be_split(question: str, score: float, parts: tuple[tuple[str, str, float], ...]) -> None:
    """Before a second question word or at a joint; both parts need a subject, and the second kind must be surer.

    At a mere joint only a question is split of which the story may say something.
    """
    signals = Signals(**dict.fromkeys(Signals.__slots__, 0.0))
    found = _splits(question, Match((), (), score, signals, 1.0, 1.0, 0.0))
    assert tuple((each.first, each.second, each.at) for each in found) == parts


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("When and where did she speak?", [("When did she speak?", "where did she speak?")]),
        ("When did she speak, and where?", [("When did she speak", "where did she speak")]),
        ("ok so who closed it & why??", [("ok so who closed it", "ok so why closed it")]),
        ("Where is it and what is it called?", []),
        ("who is who", []),
    ],
)
def test_two_question_words_ask_twice(question: str, parts: list[tuple[str, str]]) -> None:
    """Both ask of the same."""
    assert [(each.first, each.second) for each in _by_question_words(question)] == parts


def test_the_day_and_the_place_may_stand_in_one_sentence(answerer: Answerer) -> None:
    """Its proof is shown once."""
    answer = answerer.ask("When did Obama speak and where?")
    assert [entry.id for entry in answer.entries] == ["when-obama-spoke", "where-obama-spoke"]
    assert len(set(answer.citations)) == len(answer.citations)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Who are Kirby and Ivanov?", [("Who is Kirby?", "Who is Ivanov?")]),
        (
            "What do John Kirby & the foreign minister say?",
            [("What does John Kirby say?", "What does the foreign minister say?")],
        ),
        ("Lavrov's and Obama's words", [("Lavrov's words", "Obama's words")]),
        ("Who are Kirby and the Kirbyites?", []),
        ("Is it Kirby or Ivanov?", []),
    ],
)
def test_what_is_asked_of_either_is_asked_in_the_singular(
    answerer: Answerer, question: str, parts: list[tuple[str, str]]
) -> None:
    """All names that a story has for its people will do."""
    story = answerer.library.stories[0]
    assert [(each.first, each.second) for each in _of_either(question, story)] == parts
