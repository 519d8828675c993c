"""Which changes turn the meaning round."""

from __future__ import annotations

import pytest

from bot.answering.quotecheck.meaning import denies, is_opposite, is_other_figure


@pytest.mark.parametrize("text", ["not", "dont want", "never", "cannot", "no purposes", "neither here", "without"])
def test_a_negation(text: str) -> None:
    """Folded: without its apostrophe."""
    assert denies(text.split())


@pytest.mark.parametrize("text", ["", "want", "note", "nothingness", "now"])
def test_no_negation(text: str) -> None:
    """Words that only look like one."""
    assert not denies(text.split())


@pytest.mark.parametrize(
    ("said", "posted"),
    [
        ("90", "80"),
        ("90 %", "95 percent"),
        ("90 %", "90"),
        ("4.5 million", "4.5 billion"),
        ("million", "billion"),
        ("twenty five", "twenty six"),
        ("two", "every"),
        ("20", ""),
        ("", "500"),
        ("first", "second"),
        ("3rd", "4th"),
        ("wednesday", "thursday"),
        ("may", "june"),
        ("£ 4", "$ 4"),
    ],
)
def test_another_figure(said: str, posted: str) -> None:
    """A number, a unit, a date; none at all is another too."""
    assert is_other_figure(said.split(), posted.split())


@pytest.mark.parametrize(
    ("said", "posted"),
    [
        ("", ""),
        ("90 %", "ninety percent"),
        ("90 %", "90 per cent"),
        ("4.5 million", "4500000"),
        ("25", "twenty five"),
        ("two", "both"),
        ("the", "one"),
        ("once more", "again"),
        ("in its 20 years of work", ""),
        ("september", "sept"),
        ("strikes", "raids"),
        ("3rd", "third"),
    ],
)
def test_the_same_figure(said: str, posted: str) -> None:
    """In words or digits, whole or short; what goes with a longer passage is only left out."""
    assert not is_other_figure(said.split(), posted.split())


@pytest.mark.parametrize(
    ("said", "posted"),
    [
        ("opposes", "supports"),
        ("supported", "opposed"),
        ("safe", "unsafe"),
        ("disagree", "agree"),
        ("careful", "careless"),
        ("before", "after"),
        ("remain", "go"),
        ("will increase", "will decrease"),
    ],
)
def test_an_opposite(said: str, posted: str) -> None:
    """By a plain list of English, in any form of the word, or by a prefix or an ending."""
    assert is_opposite(said.split(), posted.split())


@pytest.mark.parametrize(
    ("said", "posted"),
    [
        ("opposes", "resists"),
        ("goal", "goals"),
        ("purposes", "motives"),
        ("for and against", "against and for"),
        ("", "bad"),
    ],
)
def test_no_opposite(said: str, posted: str) -> None:
    """A word like it, another form of it, both of two opposites in another order."""
    assert not is_opposite(said.split(), posted.split())
