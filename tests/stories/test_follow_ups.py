"""Follow-ups: what loads, and the sentence for each way in which one can be wrong."""

from __future__ import annotations

import pytest

from tests.knowledge_folder import ENTRIES
from tests.stories.loading import ID_RULE, SHAPE, UNUSABLE, StoryFolder, faults, story

FOLLOWED = ENTRIES.replace(
    "  answer: The story does not say",
    "  follow_ups:\n    opening-day:\n      - and  the cost?\n      - how much\n"
    "    cost: [in dollars?]\n  answer: The story does not say",
)


def test_follow_ups_come_after_entries(story_folder: StoryFolder) -> None:
    """In the order in which they are written, on one line each; of this entry and of others."""
    asked = story(story_folder(entries=FOLLOWED)).entries[1].follow_ups
    assert [(each.after, each.question) for each in asked] == [
        ("opening-day", "and the cost?"),
        ("opening-day", "how much"),
        ("cost", "in dollars?"),
    ]


def test_a_follow_up_may_come_after_an_entry_of_another_file(story_folder: StoryFolder) -> None:
    """Ids are those of the story, whatever the file."""
    first, second = FOLLOWED.split("- id: cost")
    assert story(story_folder(entries={"b.yaml": first, "a.yaml": f"- id: cost{second}"})).entries


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "    opening-day:\n",
            "    opening-dey:\n",
            "15: entry cost: There is no entry `opening-dey` that a follow-up could come after. "
            "Did you mean `opening-day`?",
        ),
        (
            "    opening-day:\n",
            "    zzz:\n",
            "15: entry cost: There is no entry `zzz` that a follow-up could come after. "
            "Write the id of the entry that people were answered with before.",
        ),
        (
            "    opening-day:\n",
            "    opening day:\n",
            f"15: entry cost: `opening day` {UNUSABLE} {ID_RULE}",
        ),
        ("[in dollars?]", "in dollars?", f"18: entry cost: `cost` {SHAPE} Write a list: one `- ` line each."),
        ("[in dollars?]", "[]", f"18: entry cost: `cost` {UNUSABLE} Write at least one question."),
        (
            "      - how much\n",
            "      - ''\n",
            "17: entry cost: A line of `opening-day` is empty. Write a text there, or delete the line.",
        ),
    ],
)
def test_bad_follow_ups(story_folder: StoryFolder, old: str, new: str, expected: str) -> None:
    """Each way of writing them wrong has its sentence."""
    assert FOLLOWED.count(old) == 1
    assert faults(story_folder(entries=FOLLOWED.replace(old, new))) == [f"entries/all.yaml:{expected}"]


def test_nobody_is_blamed_for_following_a_faulty_entry(story_folder: StoryFolder) -> None:
    """It is there, only not to be read."""
    found = faults(story_folder(entries=FOLLOWED.replace("  answer: Mayor", "  anser: Mayor", 1)))
    assert len(found) == 1
    assert not any("follow-up" in each for each in found)
