"""How much of an article is quoted: a sentence counts when half of it stands in citations."""

from __future__ import annotations

import pytest

from bot.stories import Citation, Entry, Story
from bot.stories.article import read_article
from bot.stories.coverage import coverage

TEXT = "Headline here\n\nOne two three four. Five six seven eight."


def story(*slices: tuple[int, int], in_story: bool = True) -> Story:
    """A story with one entry that cites these slices."""
    citations = tuple(Citation(TEXT[start:end], start, end, 1) for start, end in slices)
    return Story("s", "S", read_article(TEXT), (Entry("e", ("q",), "a", citations, in_story),))


FIRST, SECOND = TEXT.index("One"), TEXT.index("Five")


@pytest.mark.parametrize(
    ("slices", "uncovered"),
    [
        ([], ["Headline here", "One two three four.", "Five six seven eight."]),
        ([(0, len(TEXT))], []),
        ([(0, 13), (FIRST, FIRST + 19), (SECOND, SECOND + 21)], []),
        ([(0, 6)], ["Headline here", "One two three four.", "Five six seven eight."]),
        ([(0, 7)], ["One two three four.", "Five six seven eight."]),
        ([(0, 4), (9, 13)], ["One two three four.", "Five six seven eight."]),
        ([(0, 5), (0, 5), (2, 5)], ["Headline here", "One two three four.", "Five six seven eight."]),
        ([(0, 13), (FIRST, SECOND + 5)], ["Five six seven eight."]),
    ],
)
def test_half_a_sentence_is_enough_and_less_is_not(slices: list[tuple[int, int]], uncovered: list[str]) -> None:
    """Slices add up, overlaps count once, and what is left uncovered is named in the article's order."""
    found = coverage(story(*slices))
    assert found.sentences == 3
    assert [TEXT[start:end] for start, end in found.uncovered] == uncovered


def test_near_entries_quote_too() -> None:
    """A sentence that only a near entry shows is covered."""
    assert coverage(story((0, len(TEXT)), in_story=False)).uncovered == ()
