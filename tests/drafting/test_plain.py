"""A plain text as an article: its paragraphs and its title."""

from __future__ import annotations

import pytest

from bot.drafting.plain import read_plain

WRAPPED = "The old bridge, which was built in 1904 and\nmended in 1931, was closed on Monday.\n"


MONDAY, WHY = "It was closed on Monday. " * 6, "Nobody knows why it was. " * 6


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("Title\n\nOne.\n\nTwo.\n", ("Title", "One.", "Two.")),
        ("Title\n\n\n \nOne.\n", ("Title", "One.")),
        (f"Title\n\n{WRAPPED}\nTwo.\n", ("Title", " ".join(WRAPPED.split()), "Two.")),
        ("Title\nOne is here.\nTwo is here.\nThree.\n", ("Title", "One is here.", "Two is here.", "Three.")),
        (f"Bridge closed\n{MONDAY}\n{WHY}", ("Bridge closed", MONDAY.strip(), WHY.strip())),
        ("Title\n\n  One\tand\u00a0more.  \n", ("Title", "One and more.")),
    ],
    ids=["blank lines", "several blank lines", "broken lines", "a line a paragraph", "long lines", "blanks"],
)
def test_where_paragraphs_end(text: str, paragraphs: tuple[str, ...]) -> None:
    """At blank lines, or at every line where no program broke them."""
    assert read_plain(text).paragraphs == paragraphs


@pytest.mark.parametrize(
    ("text", "title", "has_headline"),
    [
        ("Old bridge closed\n\nIt was closed on Monday.", "Old bridge closed", True),
        ("Is the bridge safe?\n\nIt was closed on Monday.", "Is the bridge safe?", True),
        ("It was closed on Monday.\n\nNobody knows why.", "It was closed on Monday", False),
        ("It was closed on Monday. Nobody knows why.", "It was closed on Monday", False),
        ("Old bridge closed", "Old bridge closed", False),
        (f"{'very ' * 60}long\n\nIt was closed.", " ".join(["very"] * 31) + "…", False),
    ],
)
def test_the_title(text: str, title: str, has_headline: bool) -> None:
    """The first paragraph if it looks like one, otherwise the beginning of the text."""
    original = read_plain(text)
    assert (original.title, original.has_headline) == (title, has_headline)
    assert len(original.title) <= 160


def test_the_text_that_is_kept() -> None:
    """A blank line between paragraphs, and nothing else changed."""
    assert read_plain("A\n\n\nB.\n\nC.").text == "A\n\nB.\n\nC.\n"
