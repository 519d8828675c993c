"""The mistakes, explained."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace

import pytest

from bot.answering.answerer import Answerer
from bot.evaluation import Evaluation, as_text, evaluate
from bot.evaluation.explain import against
from bot.evaluation.measure import Verdict
from bot.evaluation.questions import Labelled
from bot.evaluation.systems import Target
from bot.matching import Matcher, Meanings
from bot.matching.calibration import Signals
from bot.matching.encoder import load_encoder
from bot.stories import Library

Find = Callable[[str], Target]


@pytest.fixture
def found(answerer: Answerer, target: Find) -> Evaluation:
    """One right, one labelled so that the answer is wrong, one with nothing to match."""
    questions = [
        Labelled("when does the bridge open", (target("opening-day"),), 1),
        Labelled("how many baots pass below the bridge", (target("opening-day"),), 3),
        Labelled("?!", (target("boats"),), 5),
    ]
    return evaluate(answerer, questions, 5)


def test_wrong_answers_come_before_silences(found: Evaluation) -> None:
    """The surest mistake is the worst."""
    assert [mistake.verdict for mistake in found.mistakes] == [Verdict.WRONG, Verdict.MISSED]


def test_a_mistake_shows_its_words(found: Evaluation) -> None:
    """The typo repaired, the entry chosen and the one expected, and what each word was worth for it."""
    mistake = found.mistakes[0]
    assert ("baots", "boats") in [(word.typed, word.text) for word in mistake.account.words]
    assert mistake.chosen is not None
    assert mistake.expected is not None
    assert (mistake.chosen.target.entry.id, mistake.expected.target.entry.id) == ("boats", "opening-day")
    assert dict(mistake.chosen.account.weights)["boats"] > dict(mistake.expected.account.weights)["boats"]
    assert "baots -> boats" in as_text(found)


def test_a_silence_shows_what_was_said_instead(found: Evaluation) -> None:
    """Where no entry was even considered, that is all."""
    mistake = found.mistakes[1]
    assert mistake.chosen is None
    assert mistake.said in as_text(found)


def test_no_more_than_asked_for(answerer: Answerer, target: Find) -> None:
    """``--worst 0`` explains nothing."""
    questions = [Labelled("hello", (target("boats"),), 1)] * 3
    assert [len(evaluate(answerer, questions, most).mistakes) for most in (0, 2, -1)] == [0, 2, 0]


def test_words_of_the_knowledge_count_as_repeated(answerer: Answerer, target: Find) -> None:
    """They prove little, and the report says so."""
    found = evaluate(answerer, [Labelled("Number of boats?", (target("boats"),), 1)], 0)
    assert found.repeated == 1
    assert "word for word" in as_text(found)


@pytest.mark.parametrize("encoded", [False, True])
@pytest.mark.parametrize("many", [False, True])
def test_words_and_meaning_add_up_to_the_entrys_figure(
    bridge_library: Library, shipped_library: Library, many: bool, encoded: bool
) -> None:
    """Nothing is left out and nothing counted twice, whichever scorer serves: the index or the head."""
    meanings = Meanings(load_encoder()) if encoded else None
    matcher = Matcher(shipped_library if many else bridge_library, meanings=meanings)
    question = "who did the boats of the mayor bomb, and when did the boats stop"
    words = matcher.vocabulary.read(question)
    scores = matcher._model.read(words, matcher._meant(question)).scores
    for at, (story, entry) in list(enumerate(matcher._owned))[:5]:
        assert matcher.explain(question, story, entry).total == pytest.approx(float(scores[at]), abs=1e-3)


@pytest.fixture
def bridge_library(answerer: Answerer) -> Library:
    """The small story's library."""
    return answerer.library


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ({}, []),
        ({"gap": -1.5}, ["near entries outweigh (gap -1.5)"]),
        ({"cover": 0.2}, ["the best answer knows 20% of the content (cover)"]),
        ({"stranger": 1.0}, ["a speaker is named of whom the best answer says nothing (stranger)"]),
        ({"lacking": 1.0}, ["it asks for a kind of thing that the best answer does not have (lacking)"]),
        ({"read": -2.0}, ["its proof, read with the question, seems to answer another (read -2.0)"]),
        ({"read": -1.5}, []),
        ({"read": 2.0}, []),
        ({"told": -1.5}, ["stories seldom tell what it asks for (told -1.5)"]),
        ({"told": -0.5}, []),
        ({"unknown": 0.6}, ["60% is new to the knowledge (unknown)"]),
    ],
)
def test_signals_in_words(figures: dict[str, float], words: list[str]) -> None:
    """Only what speaks against an answer is said."""
    usual = {"gap": 2.0, "cover": 0.9, "unknown": 0.1}
    signals = Signals(**{field.name: (usual | figures).get(field.name, 0.0) for field in fields(Signals)})
    assert against(signals, (), frozenset({"told"})) == words


def test_what_has_no_weight_spoke_against_nothing() -> None:
    """Beside many near entries it does not count what stories seldom tell."""
    signals = replace(Signals(*[0.0] * 10), gap=2.0, cover=0.9, told=-1.5)
    assert against(signals, (), frozenset({"gap"})) == []
