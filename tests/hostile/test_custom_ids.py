"""Custom ids that somebody forged, cut, or brought from another version: read as what they say, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.custom_ids import LONGEST_WORDS, MOST_CHARACTERS, Action, Press, read_press
from bot.discord.turning import page_within
from tests.hostile.strategies import texts

presses = st.builds(
    Press,
    st.sampled_from(Action),
    st.sampled_from(("", "0123abcd", "ffffffff")),
    st.none() | st.integers(0, 2**64 - 1),
    st.none() | st.integers(0, 2**64 - 1),
    texts(LONGEST_WORDS),
)


@given(presses)
def test_a_press_is_read_as_it_was_written(press: Press) -> None:
    """Whatever stands in it."""
    assert read_press(str(press)) == press


@given(presses, st.data())
def test_a_press_that_was_changed_is_another_or_none(press: Press, data: st.DataObject) -> None:
    """Cut, doubled, or with something put in: nothing is raised, and what is read can be written again."""
    text = str(press)
    start, end = (data.draw(st.integers(0, len(text))) for _ in range(2))
    changed = text[:start] + data.draw(texts(20)) + text[end:]
    for each in (changed, text[start:], text[:end], text * 2):
        found = read_press(each)
        assert found is None or read_press(str(found)) == found


@given(texts(MOST_CHARACTERS))
def test_anything_else_is_no_press(text: str) -> None:
    """Unless it is one."""
    found = read_press(text)
    assert found is None or str(found).startswith("vb1:")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "vb1",
        "vb1:share",
        "vb0:share::::x",
        "vb2:share::::x",
        "vb1:SHARE::::x",
        "vb1:own::::x",
        "vb1:share:ABCDEF01:::x",
        "vb1:share:0123abcde:::x",
        "vb1:share::-1::x",
        "vb1:share::1.5::x",
        "vb1:share::٣::x",
        "vb1:share::123456789012345678901::x",
        "vb1:share:\n:::x",
        " vb1:share::::x",
    ],
)
def test_what_was_forged_badly_is_none(text: str) -> None:
    """Other versions, unknown actions, figures of other scripts, and figures that are too long."""
    assert read_press(text) is None


@given(st.none() | st.integers(0, 10**20), st.integers(1, 10**6))
def test_a_page_that_does_not_exist_is_the_nearest(number: int | None, pages: int) -> None:
    """Whatever number somebody asks for."""
    assert 0 <= page_within(number, pages) < pages
