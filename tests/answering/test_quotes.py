"""The catalogue of quotes: each once, in whose mouth, about what."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.quotes import Catalogue, Quoted, whole_quotes
from bot.stories import Library, load_library

STORY = """\
title: Old bridge closed
speakers:
  - name: Ann Hill
    role: mayor
    camp: The town
    aliases: [Mayor Hill, the mayor, the council's head]
  - name: The harbour
    camp: The harbour
topics:
  bridge: The bridge
  boats: Boats on the river
disputes:
  - id: safety
    point: Is the bridge safe?
    statements:
      - quote: It's not safe
        speaker: Ann Hill
        kind: quote
"""
ENTRIES = """\
- id: opening-day
  topic: bridge
  questions: [When does the bridge open?]
  answer: Mayor Ann Hill said that it won't open before Sunday.
  citations:
    - quote: The bridge won't open before Sunday,
    - quote: It's not safe - not yet.
      speaker: Ann Hill
      kind: quote
- id: traffic
  topic: boats
  questions: [How many boats pass below it?]
  answer: The harbour claimed 3,000 a year.
  citations:
    - quote: The harbour claimed that 3,000 boats pass below it every year.
      speaker: The harbour
      kind: reported
    - quote: The bridge won't open before Sunday,
      speaker: Ann Hill
      kind: quote
- id: name
  topic: bridge
  questions: [When was it closed?]
  answer: On Monday.
  citations: [{quote: The old bridge was closed on Monday., kind: narration}]
- id: cost
  topic: boats
  in_story: false
  questions: [What does the repair cost?]
  answer: The story does not say.
  citations: [{quote: "Nobody knows the U.S. firm that built it.", kind: narration}]
"""


@pytest.fixture
def catalogue(story_folder: Callable[..., Path]) -> Catalogue:
    """The quotes of a small story."""
    return Catalogue(load_library(story_folder(story=STORY, entries=ENTRIES).parent))


def seeded(seed: int) -> random.Random:
    """Chance that repeats."""
    return random.Random(seed)


def said(quotes: tuple[Quoted, ...]) -> list[str]:
    """The first words of quotes."""
    return [" ".join(quoted.citation.quote.split()[:3]) for quoted in quotes]


def test_each_slice_stands_once_in_the_order_of_the_article(catalogue: Catalogue) -> None:
    """A slice that two entries cite is one quote with both topics, and keeps what any of them says of it."""
    assert said(catalogue.quotes) == [
        "The old bridge",
        "The bridge won’t",
        "It’s not safe",
        "It’s not safe",
        "The harbour claimed",
        "Nobody knows the",
    ]
    opening = catalogue.quotes[1]
    assert (opening.citation.speaker, opening.citation.kind) == ("Ann Hill", "quote")
    assert opening.topics == ("bridge", "boats")


def test_a_voice_has_whole_quotes_only(catalogue: Catalogue) -> None:
    """A part of a longer quote of the same speaker is not listed beside it; narration is nobody's."""
    voices = {voice.name: said(voice.quotes) for voice in catalogue.voices}
    assert voices == {
        "Ann Hill": ["The bridge won’t", "It’s not safe"],
        "The harbour": ["The harbour claimed"],
    }


def test_a_near_entry_is_not_about_what_it_cites(catalogue: Catalogue) -> None:
    """What the story does not answer is filed under a topic that its nearest words are not about."""
    assert {each.topic.key: said(each.quotes) for each in catalogue.subjects} == {
        "bridge": ["The old bridge", "The bridge won’t", "It’s not safe"],
        "boats": ["The bridge won’t", "The harbour claimed"],
    }


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ["Ann Hill", "The harbour"]),
        ("Ann Hill", ["Ann Hill"]),
        ("the mayor", ["Ann Hill"]),
        ("hill", ["Ann Hill"]),
        ("ann hil", ["Ann Hill"]),
        ("Harbor", ["The harbour"]),
        ("may", ["Ann Hill"]),
        ("the", ["The harbour", "Ann Hill"]),
        ("the m", ["Ann Hill"]),
        ("zebra", []),
        ("council", []),
        ("🙂", []),
    ],
)
def test_speakers_are_found_by_any_name_while_it_is_typed(catalogue: Catalogue, typed: str, names: list[str]) -> None:
    """Aliases, words of a name, beginnings and small slips mean the speaker."""
    assert [voice.name for voice in catalogue.voices_like(typed)] == names


@pytest.mark.parametrize(
    ("typed", "keys"),
    [("", ["bridge", "boats"]), ("boat", ["boats"]), ("the brigde", ["bridge"]), ("river", ["boats"]), ("zebra", [])],
)
def test_topics_are_found_likewise(catalogue: Catalogue, typed: str, keys: list[str]) -> None:
    """By their names and keys."""
    assert [each.topic.key for each in catalogue.subjects_like(typed)] == keys


def test_any_quote_is_somebodys_spoken_words(catalogue: Catalogue) -> None:
    """Chance draws from whole spoken quotes alone, and repeats with its seed."""
    drawn = [catalogue.any_quote(seeded(seed)) for seed in range(20)]
    assert {quoted.citation.kind for quoted in drawn if quoted} == {"quote"}
    assert len({quoted.citation.start for quoted in drawn if quoted}) == 2
    assert catalogue.any_quote(seeded(3)) == drawn[3]


def test_a_story_without_quotes_has_an_empty_catalogue(story_folder: Callable[..., Path]) -> None:
    """Nothing to draw, nobody to name."""
    bare = "- {id: a, in_story: false, questions: [Who?], answer: The story does not say., citations: []}"
    empty = Catalogue(load_library(story_folder("bare", entries=bare).parent))
    assert (empty.quotes, empty.voices, empty.subjects) == ((), (), ())
    assert empty.any_quote(seeded(0)) is None


def test_the_shipped_quotes_are_whole_and_proved(shipped_library: Library) -> None:
    """Every quote is its slice; six people and bodies speak; no listed quote is a part of a listed one."""
    shipped = Catalogue(shipped_library)
    for quoted in shipped.quotes:
        text = quoted.story.article.text
        assert text[quoted.citation.start : quoted.citation.end] == quoted.citation.quote
    assert len(shipped.voices) == 6
    for listed in (*(voice.quotes for voice in shipped.voices), *(each.quotes for each in shipped.subjects)):
        assert whole_quotes(listed) == listed
