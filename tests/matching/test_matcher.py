"""The matcher on small knowledge made for the purpose: sizes, kinds, and what must not happen."""

from __future__ import annotations

import numpy as np
import pytest

from bot.matching import Matcher
from bot.matching.calibration import Signals, calibrate
from bot.stories import Article, Citation, Entry, Library, Paragraph, Story

TEXT = "The harbour opened on Monday. The mayor praised the crane drivers. Tickets cost four crowns at the gate."


def entry(number: int, *questions: str, in_story: bool = True) -> Entry:
    """An entry that cites its own sentence."""
    start = (0, 30, 67)[number % 3]
    quote = TEXT[start : start + 29]
    return Entry(f"e{number}", questions, f"Answer {number}.", (Citation(quote, start, start + 29, 1),), in_story)


def matcher(*entries: Entry, aliases: tuple[tuple[str, ...], ...] = ()) -> Matcher:
    """A matcher of one story."""
    article = Article(TEXT, (Paragraph(1, 0, len(TEXT), TEXT),))
    return Matcher(Library((Story("harbour", "Harbour", article, entries, aliases=aliases),), "v"))


def test_one_entry_with_one_question_is_enough() -> None:
    """The least that loads works: its own question is answered, another subject is not."""
    found = matcher(entry(0, "When did the harbour open?"))
    assert found.match("when did the harbor open").score > 0.5
    assert found.match("who is the best football player").score < 0.2


def test_near_entries_hold_an_answer_back() -> None:
    """The same words with another thing asked go to the near entry."""
    found = matcher(
        entry(0, "When did the harbour open?", "what day was the harbour opened", "harbour opening day"),
        entry(
            1, "Who designed the harbour?", "who is the harbour's architect", "name of the architect", in_story=False
        ),
    )
    asked = found.match("who was the architect of the harbour")
    assert asked.near[0].entry.id == "e1"
    assert asked.signals.gap < 0
    assert found.match("which day did the harbour open").signals.gap > 0


@pytest.mark.parametrize(
    "question",
    [
        "At which airport did the harbour open?",
        "how much did the harbour cost",
        "who did the mayor tell that the harbour opened",
        "How did the mayor find out when the harbour opened?",
        "who wrote that the harbour opened on Monday",
    ],
)
def test_what_an_entry_does_not_have_is_not_its_question(question: str) -> None:
    """However alike the words are."""
    found = matcher(entry(0, "When did the harbour open?", "what day was the harbour opened"))
    assert found.match("so what day did the harbour open").score > 0.4
    asked = found.match(question)
    assert asked.signals.lacking
    assert asked.score <= 0.2


def test_knowledge_of_near_entries_alone_loads() -> None:
    """Nothing is answerable, nothing fails."""
    found = matcher(entry(0, "Who designed the harbour?", in_story=False))
    assert found.match("who designed the harbour").answerable == ()


def test_names_of_one_thing_are_one() -> None:
    """Aliases of the story match each other."""
    found = matcher(
        entry(0, "Who runs the Port Authority?"),
        entry(1, "What do tickets cost?"),
        aliases=(("Port Authority", "PA", "harbour board"),),
    )
    assert found.match("who runs the harbour board").answerable[0].entry.id == "e0"


def test_past_two_thousand_entries_an_index_serves() -> None:
    """Size changes the scorer, not the manner."""
    entries = [
        entry(number, f"What does ticket number {number} cost?", f"price of ticket {number}") for number in range(2_100)
    ]
    found = matcher(*entries)
    assert found.match("ticket 1234 price please").answerable[0].entry.id == "e1234"


@pytest.mark.parametrize("question", ["", "?", "the of and", "x" * 5_000, "harbour " * 500, "Ωμέγα", "\0"])
def test_any_text_gets_a_score(question: str) -> None:
    """Whatever comes in, a figure between 0 and 1 comes out."""
    found = matcher(entry(0, "When did the harbour open?"), entry(1, "Who praised the drivers?"))
    assert 0.0 <= found.match(question).score <= 1.0


def signals(gap: float, cover: float) -> Signals:
    """Signals that differ in two figures."""
    return Signals(
        strength=5.0,
        best=5.0,
        gap=gap,
        lead=gap,
        margin=1.0,
        cover=cover,
        odd=0.0,
        stranger=0.0,
        unknown=0.1,
        length=2.0,
    )


def test_a_calibrated_score_is_a_probability() -> None:
    """Of what is scored near p, a share of about p is right."""
    draw = np.random.default_rng(0)
    gaps = draw.normal(0, 3, 4_000)
    right = list(draw.random(4_000) < 1 / (1 + np.exp(-gaps)))
    found = calibrate([signals(float(gap), 0.5) for gap in gaps], right, [1.0] * 4_000, has_near=True)
    scores = np.array([found.score(signals(float(gap), 0.5)) for gap in gaps])
    high = (scores > 0.85) & (scores < 0.95)
    assert np.mean(np.array(right)[high]) == pytest.approx(0.9, abs=0.04)


def test_a_weight_against_reason_is_left_out() -> None:
    """Where a sample says that cover speaks against an answer, cover says nothing."""
    draw = np.random.default_rng(0)
    rows = [(float(gap), float(cover)) for gap, cover in zip(draw.normal(0, 3, 2_000), draw.random(2_000), strict=True)]
    right = [gap - 4 * cover + 2 > 0 for gap, cover in rows]
    found = calibrate([signals(*row) for row in rows], right, [1.0] * 2_000, has_near=True)
    assert "cover" not in found.weights
    assert found.weights["gap"] > 0
