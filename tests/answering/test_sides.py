"""Disputed points: whichever word of one is typed finds it, and every camp is heard or said to be silent."""

from __future__ import annotations

import pytest

from bot.answering.sides import points_like, points_of, sides_of
from bot.stories import Library


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["targets", "motives", "assad", "mistake"]),
        ("MISTAKE", ["mistake"]),
        ("mist russia", ["mistake"]),
        ("zebra", []),
        ("\x00", []),
    ],
)
def test_points_are_found_by_any_of_their_words(shipped_library: Library, typed: str, found: list[str]) -> None:
    """All that is typed must stand in the point, in any order."""
    assert [dispute.id for _, dispute in points_like(typed, points_of(shipped_library))] == found


def test_every_camp_has_its_own_words_alone(shipped_library: Library) -> None:
    """In the order of story.yaml; a camp without words on a point has an empty place."""
    sides = {dispute.id: sides_of(story, dispute) for story, dispute in points_of(shipped_library)}
    assert {tuple(said) for said in sides.values()} == {("United States", "Russia")}
    assert sides["mistake"]["Russia"] == ()
    assert {each.speaker for each in sides["targets"]["Russia"]} == {"Sergei Lavrov"}
