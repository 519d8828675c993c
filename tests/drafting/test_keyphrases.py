"""What a passage is about: nouns, as people would name them in a question."""

from __future__ import annotations

import pytest

from bot.drafting.keyphrases import KeyPhrases
from bot.stories.article import read_article


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Opponents of the closure accuse the mayor.", {"opponents", "the closure", "the mayor"}),
        ("He suspects that an investor was lined up.", {"the investor"}),
        ("Nobody knows who pays if it comes down.", set()),
        ("They never have to sign for them.", set()),
        ("A protest with a human chain around the hall began.", {"the protest", "the human chain", "the hall"}),
        ("The nearest other pool is dear.", {"the pool"}),
        ("In all 3,000 boats pass below it.", {"boats"}),
        ("She said that the pictures proved nothing.", {"the pictures"}),
        ("The receipt shown at the trial was old.", {"the receipt", "the trial"}),
        ("It cuts a part that stores landmarks.", set()),
        ("It raised money through dinners and a raffle.", {"the raffle"}),
        ("They rejected Norrick's request for a delay.", {"Norrick's request", "the delay"}),
        ("In the thirteenth year it cost 3 million crowns.", set()),
        ("The national of the seventh.", set()),
        ("It was seen by the National Weather Office.", {"the National Weather Office"}),
        ("She chairs the Lower Aldra Growers' Union.", {"the Lower Aldra Growers' Union"}),
        ("He told the court lawmakers had meant it.", set()),
        ("An independent report within 60 days.", {"the independent report"}),
        ("Cheap estimates are written fast.", {"cheap estimates"}),
    ],
)
def test_phrases_are_nouns(text: str, phrases: set[str]) -> None:
    """No verb, no adjective that stands alone, no preposition at an end; "the" for whatever has an article."""
    article = read_article(text)
    assert set(KeyPhrases(article).of([(0, len(text))])) == phrases
