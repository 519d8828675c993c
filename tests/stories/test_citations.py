"""Speakers and kinds of citations: which go together, and who may be named."""

from __future__ import annotations

import pytest

from tests.stories.loading import ONE, QUOTE, StoryFolder, faults, story


@pytest.mark.parametrize("speaker", ["Ann Hill", "ann hill", "Mayor Hill", "MAYOR HILL"])
def test_a_speaker_may_be_called_by_any_of_their_names(story_folder: StoryFolder, speaker: str) -> None:
    """An alias in any case becomes the speaker's name."""
    made = story(story_folder(entries=ONE.replace("speaker: Ann Hill", f"speaker: {speaker}")))
    assert made.entries[0].citations[0].speaker == "Ann Hill"


def test_a_speaker_may_stand_in_the_article_alone(story_folder: StoryFolder) -> None:
    """story.yaml need not list whom the article names."""
    made = story(story_folder(story="title: T\n", entries=ONE))
    assert made.entries[0].citations[0].speaker == "Ann Hill"


@pytest.mark.parametrize("speaker", ["nn Hil", "Ann H", "t"])
def test_a_piece_of_a_word_is_no_speaker(story_folder: StoryFolder, speaker: str) -> None:
    """The article names a speaker with whole words."""
    (fault,) = faults(story_folder(story="title: T\n", entries=ONE.replace("speaker: Ann Hill", f"speaker: {speaker}")))
    assert f"The speaker {speaker} is neither in story.yaml nor in the article." in fault


@pytest.mark.parametrize("kind", ["quote", "reported"])
@pytest.mark.parametrize("speaker", ["      speaker: Ann Hill\n", ""])
def test_spoken_kinds_may_have_a_speaker(story_folder: StoryFolder, kind: str, speaker: str) -> None:
    """Speaker and kind are optional to write."""
    entries = ONE.replace(QUOTE, f"{speaker}      kind: {kind}\n")
    assert story(story_folder(entries=entries)).entries[0].citations[0].kind == kind


@pytest.mark.parametrize("kind", ["narration", "headline", "caption", "credit", "sources"])
def test_other_kinds_are_nobodys_words(story_folder: StoryFolder, kind: str) -> None:
    """A headline or a caption has no speaker, and with one it is a fault."""
    made = story(story_folder("good", entries=ONE.replace(QUOTE, f"      kind: {kind}\n")))
    assert made.entries[0].citations[0].kind == kind
    (fault,) = faults(story_folder("bad", entries=ONE.replace("kind: quote", f"kind: {kind}")))
    assert f"A citation of kind `{kind}` is nobody's words" in fault
