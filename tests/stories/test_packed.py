"""Phrasings and follow-ups kept as one text: what goes in comes out, and compares like a tuple."""

from __future__ import annotations

import pickle
from collections.abc import Sequence

import pytest

from bot.stories.packed import FollowUps, Texts
from bot.stories.records import FollowUp

ASKED = (FollowUp("cost", "who paid?"), FollowUp("cost", "“when”, exactly?"), FollowUp("opening", "why?"))


@pytest.mark.parametrize(
    "texts", [(), ("Why?",), ("",), ("", ""), ("Why?", "“How” much — in €?", "Когда?"), ("a",) * 60]
)
def test_texts_come_out_as_they_went_in(texts: tuple[str, ...]) -> None:
    """In their order, one by one, from either end, and in slices."""
    packed: Sequence[str] = Texts(texts)
    assert tuple(packed) == texts
    assert len(packed) == len(texts)
    assert [packed[at] for at in range(-len(texts), len(texts))] == [*texts, *texts]
    assert (packed[1:], packed[-1:], packed[:0]) == (texts[1:], texts[-1:], ())
    assert bool(packed) is bool(texts)


@pytest.mark.parametrize("packed", [Texts(()), Texts(("Why?",)), FollowUps(ASKED)])
def test_beyond_the_end_there_is_none(packed: Sequence[object]) -> None:
    """As of any sequence."""
    with pytest.raises(IndexError):
        packed[len(packed)]


def test_they_compare_like_tuples() -> None:
    """With each other and with tuples, either way round; a text is no sequence of texts."""
    one, same, other = Texts("ab"), Texts(("a", "b")), Texts(("a", "c"))
    assert one == same == ("a", "b") == one
    assert hash(one) == hash(same) == hash(("a", "b"))
    assert one != other
    assert one != "ab"
    assert one != 7
    assert repr(one) == "('a', 'b')"


def test_follow_ups_come_out_as_they_went_in() -> None:
    """Each with the entry that it comes after."""
    packed = FollowUps(ASKED)
    assert tuple(packed) == ASKED == packed
    assert (len(packed), packed[1], packed[-1]) == (3, ASKED[1], ASKED[2])
    assert FollowUps(()) == ()
    assert not FollowUps(())


@pytest.mark.parametrize("packed", [Texts(("Why?", "Wer?")), FollowUps(ASKED)])
def test_another_process_gets_the_same(packed: Sequence[object]) -> None:
    """A library is handed to the process that learns."""
    assert pickle.loads(pickle.dumps(packed)) == packed  # noqa: S301 - our own bytes
