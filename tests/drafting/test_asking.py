"""Questions for what a sentence counts, costs and dates: in its own words, or none."""

from __future__ import annotations

import pytest

from bot.drafting.asking import about_figures


@pytest.mark.parametrize(
    ("sentence", "questions"),
    [
        ("Eleven councillors were in favour, nine against.", ["How many councillors were in favour?"]),
        (
            "About 180 residents followed the meeting in the hall, many of them in bathing caps.",
            ["How many residents followed the meeting in the hall?"],
        ),
        ("At present 312 pupils use the hall every week.", ["How many pupils use the hall every week?"]),
        ("The club has 430 members, 260 of them children.", ["How many members does the club have?"]),
        ("Its owners had 12 boats.", ["How many boats did its owners have?"]),
        ("Okonjo spoke for its fourteen employees.", ["How many employees?"]),
        ("With 12 boats it was the largest.", ["How many boats?"]),
        ("It needs 2,150 valid signatures by 31 May.", ["How many valid signatures?"]),
        (
            "Hill told the council that a full renovation would cost 8.4 million.",
            ["How much would a full renovation cost?"],
        ),
        (
            "The hall, opened in 1971, cost the town 640,000 euros.",
            ["How much did the hall cost?", "When was the hall opened?"],
        ),
        ("A first protest, with a human chain, is planned for Saturday.", ["When is a first protest planned?"]),
        ("The bridge will be opened in May 2025.", ["When will the bridge be opened?"]),
        ("The hall was built in 1971.", ["When was the hall built?"]),
    ],
)
def test_a_clear_question(sentence: str, questions: list[str]) -> None:
    """As somebody would ask who has read the sentence."""
    assert about_figures(sentence) == questions


@pytest.mark.parametrize(
    "sentence",
    [
        "It was 34 kilometres away.",
        "He was fined 200 euros two years ago.",
        "More than 38 percent of them could not swim.",
        "Repairing only the two would cost 310,000 euros.",
        "The company put the cost of the strike at $48 million.",
        "Ms Stroud, who taught at the baths of Eastwick, died on Thursday.",
        "The old bridge was closed.",
        "The two sides also disagree about when it was known.",
        "It bought used Lark 2 seats.",
        "Those three buckles opened.",
        "",
    ],
)
def test_no_question_rather_than_a_wrong_one(sentence: str) -> None:
    """Measures, shares, and sums whose subject is not plain."""
    assert about_figures(sentence) == []
