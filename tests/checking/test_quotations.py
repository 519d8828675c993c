"""What an answer puts in quotation marks is the article's, or a curator hears of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.checking.quotations import misquoted
from bot.stories import Story, load_library
from tests.knowledge_folder import ENTRIES

StoryFolder = Callable[..., Path]
ANSWER = "Mayor Ann Hill said that it won't open before Sunday."


def story_with(story_folder: StoryFolder, answer: str) -> Story:
    """The bridge, with another answer to when it opens."""
    return load_library(story_folder(entries=ENTRIES.replace(ANSWER, answer)).parent).stories[0]


@pytest.mark.parametrize(
    "answer",
    [
        ANSWER,
        "'The mayor said \"the bridge won’t open before Sunday\".'",
        "The mayor said “the BRIDGE won't open … before Sunday,” and no more.",
        'The harbour claimed that "[some] 3,000 boats pass below it" a year.',
        'The mayor calls it "quite unsafe", more or less.',
        'The story does not speak of a "ghost".',
    ],
)
def test_the_articles_words_may_stand_in_marks(answer: str, story_folder: StoryFolder) -> None:
    """Typography, case, and pieces about a gap; one word or two may be a name for something."""
    assert list(misquoted(story_with(story_folder, answer))) == []


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ("The mayor said “we will never open it again”.", "we will never open it again"),
        ('The mayor said "the bridge will open before Sunday".', "the bridge will open before Sunday"),
        ("“The bridge won't open … until Monday”, said the mayor.", "The bridge won't open ... until Monday"),
    ],
)
def test_other_words_in_marks_are_told(answer: str, text: str, story_folder: StoryFolder) -> None:
    """With the line of the answer and what to do."""
    story = story_with(story_folder, answer if answer.startswith("T") else f"'{answer.replace(chr(39), '’')}'")
    (concern,) = misquoted(story)
    assert concern.line == 5
    assert concern.text == text
    told = f"entry opening-day: The answer has “{text}” in quotation marks, and the article does not have these words."
    assert told in str(concern)
    assert "leave the marks out" in str(concern)


def test_no_shipped_answer_misquotes(shipped_story: Story) -> None:
    """Not one word of three or more in marks is anybody's but the article's."""
    assert [str(each) for each in misquoted(shipped_story)] == []
