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
        ("Police said 31 people were hurt, including six officers.", ["How many people were hurt?"]),
        ("Two people were hurt and nobody has been reported missing.", ["How many people were hurt?"]),
        (
            "Quist said two handwriting experts had found the signature to be genuine.",
            ["How many handwriting experts had found the signature to be genuine?"],
        ),
        ("The case has cost the museum 880,000 crowns in fees.", ["How much has the case cost?"]),
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
        "Okonjo spoke for its fourteen employees.",
        "With 12 boats it was the largest.",
        "It needs 2,150 valid signatures by 31 May.",
        "Two employees of the company, who asked not to be named, left.",
        "It claimed that 3,000 boats pass below it every year.",
        "Its owners had 12 boats.",
        "The work that he did has a cost.",
        "Two people familiar with the talks left.",
        "The lake stood 40 centimetres below the crest.",
        "",
    ],
)
def test_no_question_rather_than_a_wrong_one(sentence: str) -> None:
    """Measures, shares, sums whose subject is not plain, and what is understood only with the words before it."""
    assert about_figures(sentence) == []
