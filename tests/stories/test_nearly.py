"""Quotes that are in the article but for a word or two: which words differ, and what is too far from it."""

from __future__ import annotations

import pytest

from bot.stories.nearly import NearFinder

TEXT = (
    "Eleven councillors were in favour, nine against. “We are not closing a pool,\nwe’re stopping a leak in the "
    "town's budget,” she said. The roof has been called dangerous since 2009."
)


@pytest.mark.parametrize(
    ("quote", "slice_", "differences"),
    [
        ("Twelve councillors were in favour", "Eleven councillors were in favour,", ["with “Eleven” for “Twelve”"]),
        ("We are closing a pool", "“We are not closing a pool,", ["with “not”"]),
        ("roof has been called very dangerous", "roof has been called dangerous", ["without “very”"]),
        ("we were stopping the leak in the town's budget", None, None),
        ("we are stopping a leak in the town's budget", None, ["with “we’re” for “we are”"]),
        ("ELEVEN councillors were in favour", "Eleven councillors were in favour,", []),
        (
            "councillors were in favour; ten against",
            "councillors were in favour, nine against.",
            ["with “nine” for “ten”"],
        ),
        ("called dangerous since 2019", "called dangerous since 2009.", ["with “2009.” for “2019”"]),
    ],
)
def test_nearly(quote: str, slice_: str | None, differences: list[str] | None) -> None:
    """In the article's own characters; at the quote's edges too."""
    found = NearFinder(TEXT).find(quote)
    if differences is None:
        assert found is not None
        assert len(found.differences) == 2
        return
    assert found is not None
    assert [str(each) for each in found.differences] == differences
    assert slice_ is None or TEXT[found.start : found.end] == slice_


@pytest.mark.parametrize(
    "quote", ["something else entirely happened here", "the pool was in the budget of nine towns", "", "x", "1 2 3 4 5"]
)
def test_what_is_too_far(quote: str) -> None:
    """A few words in common are no slice."""
    assert NearFinder(TEXT).find(quote) is None


def test_a_text_without_end_costs_nothing() -> None:
    """The hint is left out where it would hold up a check."""
    assert NearFinder("a " * 60_000).find("a b a") is None
    assert NearFinder("a " * 40_000).find("a " * 100 + "b") is None
    assert NearFinder("a b " * 100).find("a b " * 100) is None
