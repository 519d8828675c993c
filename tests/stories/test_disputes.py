"""Disputed points: what loads, and the exact sentence for each way in which one can be wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.stories import KnowledgeError
from bot.stories.loader import load_story

StoryFolder = Callable[..., Path]

STORY = """\
title: Old bridge closed
speakers:
  - name: Ann Hill
    role: mayor
    camp: The town
    aliases: [Mayor Hill]
  - name: The harbour
    camp: The harbour
  - name: A passer-by
disputes:
  - id: safety
    point: Is the bridge safe?
    statements:
      - quote: It's not safe - not yet.
        speaker: Mayor Hill
        kind: quote
      - quote: The harbour claimed that 3,000 boats pass below it every year.
        speaker: The harbour
        kind: reported
"""


def faults(folder: Path) -> list[str]:
    """The faults of a folder in order, with files named from inside it."""
    loaded = load_story(folder)
    assert loaded.story is None
    return [str(fault).replace(f"{folder}/", "") for fault in KnowledgeError(loaded.faults).faults]


def test_a_dispute_has_proved_statements_of_speakers_with_camps(story_folder: StoryFolder) -> None:
    """Statements are slices of the article, their speakers called by their names, their camps those of story.yaml."""
    story = load_story(story_folder(story=STORY)).story
    assert story is not None
    (dispute,) = story.disputes
    assert (dispute.id, dispute.point) == ("safety", "Is the bridge safe?")
    assert [(each.speaker, each.kind, each.paragraph) for each in dispute.statements] == [
        ("Ann Hill", "quote", 3),
        ("The harbour", "reported", 4),
    ]
    assert dispute.statements[0].quote == "It’s not safe – not yet."
    assert story.camps == ("The town", "The harbour")


def test_what_several_say_together_stands_once_for_each(story_folder: StoryFolder) -> None:
    """Every camp has its own statements; in an entry the article's own words for both are a speaker."""
    both = "Both sides said that they would come to talk.\n"
    statements = "".join(
        f"      - {{quote: {both.strip()}, speaker: {name}}}\n" for name in ("Mayor Hill", "The harbour")
    )
    entry = f"- id: a\n  questions: [Who comes?]\n  answer: Both sides, they said.\n  citations:\n    - quote: {both}"
    entry += "      speaker: Both sides\n      kind: reported\n"
    head = STORY.partition("      - quote:")[0] + statements
    story = load_story(story_folder(story=head, article=f"Old bridge closed\n\n{both}", entries=entry)).story
    assert story is not None
    assert [each.speaker for each in story.disputes[0].statements] == ["Ann Hill", "The harbour"]
    assert story.entries[0].citations[0].speaker == "Both sides"


def test_disputes_may_be_left_out_or_empty(story_folder: StoryFolder) -> None:
    """A story that knows no dispute loads."""
    story = load_story(story_folder(story="title: Bridge\ndisputes:\n")).story
    assert story is not None
    assert (story.disputes, story.camps) == ((), ())


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            ("        speaker: Mayor Hill\n", ""),
            "story.yaml:14: A statement of a dispute has no speaker. Say with `speaker:` whose words it is.",
        ),
        (
            ("speaker: Mayor Hill", "speaker: Nobody"),
            "story.yaml:15: The speaker Nobody of a dispute is not in story.yaml. "
            "Add the speaker under `speakers:`, with a `camp:`.",
        ),
        (
            ("speaker: Mayor Hill", "speaker: A passer-by"),
            "story.yaml:15: The speaker A passer-by of a dispute has no camp. Add `camp:` to the speaker.",
        ),
        (
            ("        kind: quote\n", "        kind: narration\n"),
            "story.yaml:14: A citation of kind `narration` is nobody's words, but has the speaker Mayor Hill. "
            "Remove the speaker, or use kind `quote` or `reported`.",
        ),
        (
            ("It's not safe - not yet.", "It's safe - not yet."),
            "story.yaml:14: The quote “It's safe - not yet.” is not in the article, "
            "but paragraph 3 has “It’s not safe – not yet.”, with “not”. "
            "Copy the words from article.txt; not one may differ.",
        ),
        (
            ("    point: Is the bridge safe?\n", ""),
            "story.yaml:11: The key `point` is missing. Add it.",
        ),
        (
            ("  - id: safety\n", "  - id: not an id\n"),
            "story.yaml:11: `id` can't be used as it is. "
            "Use letters, digits, `-`, `_` and `.`, at most 80, beginning with a letter or a digit.",
        ),
        (
            ("statements:\n", "statement:\n"),
            "story.yaml:13: The key `statement` is not known. Did you mean `statements`?",
        ),
    ],
)
def test_a_bad_dispute(story_folder: StoryFolder, change: tuple[str, str], expected: str) -> None:
    """Each fault names its line and what to do."""
    assert expected in faults(story_folder(story=STORY.replace(*change)))


def test_an_id_stands_once(story_folder: StoryFolder) -> None:
    """Two disputes of one id are told with both lines."""
    again = STORY[STORY.index("  - id: safety") :]
    assert faults(story_folder(story=STORY + again)) == [
        "story.yaml:20: The id safety stands already at line 11. Choose another."
    ]
