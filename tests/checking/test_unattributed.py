"""Answers that rest on somebody's words must say whose: which do, and which are warned of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.checking import Kind
from bot.checking.evidence import unattributed
from bot.checking.speakers import doubtful_speakers
from bot.stories import load_library

StoryFolder = Callable[..., Path]

STORY = """\
title: Old bridge closed
speakers:
  - {name: Ann Hill, role: mayor, organisation: Holm Council, aliases: [Mayor Hill]}
  - {name: The Harbour Board, aliases: [the harbour]}
  - {name: Holm Council}
"""
ARTICLE = """\
Old bridge closed

“The bridge won’t open before Sunday,” said Mayor Ann Hill.

The Harbour Board claimed that 3,000 boats pass below it. Bo Lind, a welder, said: “Nobody asked us about it.”

The bridge was built in 1904.
"""
HILL = {"quote": "The bridge won’t open before Sunday,"}
BOARD = {"quote": "3,000 boats pass below it"}
LIND = {"quote": "Nobody asked us about it."}
NARRATION = {"quote": "The bridge was built in 1904."}


def of(citation: dict[str, str], speaker: str, kind: str = "quote") -> dict[str, str]:
    """A citation with its speaker."""
    return {**citation, "speaker": speaker, "kind": kind}


def entry(answer: str, *citations: dict[str, str], in_story: bool = True) -> str:
    """An entry with that answer and those citations."""
    written = "\n".join(
        "    - {" + ", ".join(f'{key}: "{value}"' for key, value in each.items()) + "}" for each in citations
    )
    known = "" if in_story else "  in_story: false\n"
    return f"- id: a\n{known}  questions: [What?]\n  answer: {answer}\n  citations:\n{written}\n"


@pytest.mark.parametrize(
    ("answer", "citations"),
    [
        ("It opens on Sunday at the earliest.", [of(HILL, "Ann Hill")]),
        ("Over the hill, on Sunday.", [of(HILL, "Ann Hill")]),
        ("3,000 boats.", [of(BOARD, "The Harbour Board", "reported")]),
        ("On Sunday, and 3,000 boats.", [of(HILL, "Ann Hill"), of(BOARD, "The Harbour Board", "reported")]),
        ("They were not asked.", [LIND]),
        ("They were not asked.", [{**LIND, "kind": "quote"}]),
    ],
)
def test_an_answer_that_names_nobody_is_warned_of(
    story_folder: StoryFolder, answer: str, citations: list[dict[str, str]]
) -> None:
    """Also where only the article says whose words they are, and where a word is merely like a name."""
    folder = story_folder(story=STORY, article=ARTICLE, entries=entry(answer, *citations))
    (concern,) = unattributed(load_library(folder).stories[0])
    assert (concern.entry, concern.line, concern.text) == ("a", 3, answer)


@pytest.mark.parametrize(
    ("answer", "citations"),
    [
        ("Not before Sunday, says Ann Hill.", [of(HILL, "Ann Hill")]),
        ("Not before Sunday, says Hill.", [of(HILL, "Ann Hill")]),
        ("By Hill’s word not before Sunday.", [of(HILL, "Ann Hill")]),
        ("The mayor said not before Sunday.", [of(HILL, "Ann Hill")]),
        ("Not before Sunday, Holm Council says.", [of(HILL, "Ann Hill")]),
        ("The harbour board claims 3,000.", [of(BOARD, "The Harbour Board", "reported")]),
        ("THE HARBOUR claims 3,000.", [of(BOARD, "The Harbour Board", "reported")]),
        ("Bo Lind says that they were not.", [LIND]),
        ("Lind says that they were not.", [of(LIND, "Bo Lind")]),
        ("Not before Sunday; it was built in 1904.", [of(HILL, "Ann Hill"), NARRATION]),
        ("It was built in 1904.", [NARRATION]),
        ("It was built in 1904.", [{**NARRATION, "kind": "narration"}]),
        ("Nobody asked them.", [{**LIND, "kind": "narration"}]),
        ("Holm Council said not before Sunday.", [of(HILL, "Ann Hill"), LIND]),
    ],
)
def test_an_answer_that_says_whose_words_it_rests_on_is_fine(
    story_folder: StoryFolder, answer: str, citations: list[dict[str, str]]
) -> None:
    """A name, its last word, the office, the organisation; or the story's own words stand beside."""
    folder = story_folder(story=STORY, article=ARTICLE, entries=entry(answer, *citations))
    assert list(unattributed(load_library(folder).stories[0])) == []


def test_what_the_story_does_not_answer_rests_on_nothing(story_folder: StoryFolder) -> None:
    """A near answer says that the story does not; the words it shows are only the nearest."""
    written = entry("The story does not say.", of(HILL, "Ann Hill"), in_story=False)
    folder = story_folder(story=STORY, article=ARTICLE, entries=written)
    assert list(unattributed(load_library(folder).stories[0])) == []


def test_the_shipped_answers_say_whose_words_they_rest_on(shipped_library: object) -> None:
    """No story is known to the rule, this one least of all."""
    assert [str(each) for story in shipped_library.stories for each in unattributed(story)] == []  # type: ignore[attr-defined]


def test_who_is_given_somebody_elses_words_is_not_to_be_named(story_folder: StoryFolder) -> None:
    """That the speaker is wrong is warned of elsewhere; to write the name into the answer would make it worse."""
    written = entry("The harbour sees 3,000 boats a year.", of(BOARD, "Bo Lind", "reported"))
    (story,) = load_library(story_folder(story=STORY, article=ARTICLE, entries=written)).stories
    assert list(unattributed(story)) == []
    assert [each.kind for each in doubtful_speakers(story)] == [Kind.SPEAKER]
