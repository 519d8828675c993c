"""Faults of story.yaml and article.txt: the exact sentence for each way in which they can be wrong."""

from __future__ import annotations

import pytest

from bot.stories.schema import CitationSource, DateSource, DisputeSource, SpeakerSource, StorySource
from tests.knowledge_folder import STORY, Content
from tests.stories.loading import ONE, SHAPE, UNUSABLE, StoryFolder, faults, story

PARTS_OF_STORY = (StorySource, SpeakerSource, DateSource, DisputeSource, CitationSource)
KEYS_OF_STORY = ", ".join(sorted({key for part in PARTS_OF_STORY for key in part.__struct_fields__}))
STORY_FAULTS: list[tuple[Content | None, list[str]]] = [
    (None, ["story.yaml: The file is missing. Add story.yaml."]),
    ("", ["story.yaml:1: story.yaml must be `key: value` lines. Begin with `title: …`."]),
    ("- title: T\n", ["story.yaml:1: story.yaml must be `key: value` lines. Begin with `title: …`."]),
    ("kicker: K\n", ["story.yaml:1: The key `title` is missing. Add it."]),
    ("title: ' '\n", [f"story.yaml:1: `title` {UNUSABLE} Write something; it is empty."]),
    ("title: [a]\n", [f"story.yaml:1: `title` {SHAPE} Write text here; it must not be empty."]),
    ("title: " + "x" * 201, [f"story.yaml:1: `title` {UNUSABLE} Keep it to 200 characters."]),
    ("title: T\nkiker: K\n", ["story.yaml:2: The key `kiker` is not known. Did you mean `kicker`?"]),
    ("title: T\nzzz: K\n", [f"story.yaml:2: The key `zzz` is not known. The keys are {KEYS_OF_STORY}."]),
    ("title: T\ntitle: U\n", ["story.yaml:2: The key `title` stands twice. Keep one of them."]),
    ("title: T\nurl: ftp://a\n", [f"story.yaml:2: `url` {UNUSABLE} Use a whole address that begins with https://."]),
    ("title: T\nsources: BBC\n", [f"story.yaml:2: `sources` {SHAPE} Write a list: one `- ` line each."]),
    (
        "title: T\nsources:\n  - A\n  - [B]\n",
        [f"story.yaml:4: `sources` {SHAPE} Write text here; it must not be empty."],
    ),
    ("title: T\nspeakers:\n  - role: mayor\n", ["story.yaml:3: The key `name` is missing. Add it."]),
    ("title: T\nspeakers: [Ann]\n", [f"story.yaml:2: `speakers` {SHAPE} Write `key: value` lines."]),
    (
        "title: T\nspeakers:\n  - name: A\n    alias: [B]\n",
        ["story.yaml:4: The key `alias` is not known. Did you mean `aliases`?"],
    ),
    ("title: T\naliases:\n  - [US]\n", [f"story.yaml:3: `aliases` {UNUSABLE} Write at least 2 names."]),
    ("title: T\ntopics: [a]\n", [f"story.yaml:2: `topics` {SHAPE} Write `key: value` lines."]),
    (
        "title: A: B\n",
        ["story.yaml:1: A colon within a text ends it for YAML. Put the whole text in quotation marks."],
    ),
    (b"title: caf\xe9\n", ["story.yaml:1: The file is not UTF-8 text. Save it as UTF-8."]),
    ("title: T\nkicker: \0\n", ["story.yaml:2: The text has a character that YAML does not allow. Remove it."]),
    ("title: T\ndate: ' '\n", [f"story.yaml:2: `date` {UNUSABLE} Write something; it is empty."]),
    (
        "title: T\ndate:\n  known: [a]\n",
        [f"story.yaml:3: `known` {SHAPE} Write text here; it must not be empty."],
    ),
    ("title: T\ntopics:\n  a: [b]\n", [f"story.yaml:3: `a` {SHAPE} Write text here; it must not be empty."]),
    ("title: T\ntopics:\n  ' ': b\n", [f"story.yaml:3: ` ` {UNUSABLE} Write something; it is empty."]),
    (
        "title: T\nspeakers:\n  - {name: Ann, aliases: [Hill]}\npeople:\n  - name: Bob\n    aliases:\n    - hill\n",
        ["story.yaml:7: The name hill stands already at line 3. Keep it at one of them."],
    ),
    (
        "title: T\naliases:\n  - [US, America, us]\n  - [United States,\n     AMERICA]\n",
        ["story.yaml:5: The name AMERICA stands already at line 3. Keep it at one of them."],
    ),
]


@pytest.mark.parametrize(("content", "expected"), STORY_FAULTS)
def test_a_bad_story_file(story_folder: StoryFolder, content: Content | None, expected: list[str]) -> None:
    """Whatever is wrong with story.yaml is said once, with its line and what to do."""
    entries = ONE.replace("      speaker: Ann Hill\n      kind: quote\n", "")
    assert faults(story_folder(story=content, entries=entries)) == expected


@pytest.mark.parametrize(
    ("written", "name", "hint"),
    [
        ("date: {knwon: x}", "knwon", "Did you mean `known`?"),
        ("titleSource: x", "titleSource", "Did you mean `title`?"),
        ("'title[]': x", "title[]", "Did you mean `title`?"),
    ],
)
def test_an_unknown_key_is_one_fault_with_its_name(
    story_folder: StoryFolder, written: str, name: str, hint: str
) -> None:
    """One mistake is one fault that calls the key what the curator called it."""
    folder = story_folder(story=f"{STORY}{written}\n")
    line = STORY.count("\n") + 1
    assert faults(folder) == [f"story.yaml:{line}: The key `{name}` is not known. {hint}"]


def test_a_date_of_the_wrong_shape_is_one_fault(story_folder: StoryFolder) -> None:
    """A list for the date is said once, in words of the format."""
    (fault,) = faults(story_folder(story="title: T\ndate: [a]\n", entries=ONE))
    assert fault.startswith(f"story.yaml:2: `date` {SHAPE}")


ARTICLE_FAULTS: list[tuple[Content | None, str]] = [
    (None, "article.txt: The file is missing. Add article.txt."),
    ("", "article.txt: The article is empty. Paste the story's text into it."),
    (" \n\t\n", "article.txt: The article is empty. Paste the story's text into it."),
    (b"one\n\ntwo \xe9\n", "article.txt:3: The article is not UTF-8 text. Save it as UTF-8."),
]


@pytest.mark.parametrize(("content", "expected"), ARTICLE_FAULTS)
def test_a_bad_article(story_folder: StoryFolder, content: Content | None, expected: str) -> None:
    """An article that can't be read is one fault; its quotes are not blamed for it."""
    assert faults(story_folder(article=content)) == [expected]


def test_a_name_may_stand_for_a_person_and_in_a_group(story_folder: StoryFolder) -> None:
    """Names of people and groups of names are different things, and a name may stand twice for one of them."""
    head = "title: T\nspeakers:\n  - {name: Ann Hill, aliases: [Hill, hill]}\naliases: [[Hill, Ann Hill, hill]]\n"
    assert story(story_folder(story=head)).aliases == (("Hill", "Ann Hill", "hill"),)


def test_speakers_are_not_blamed_for_a_key_that_stands_twice(story_folder: StoryFolder) -> None:
    """Which of the lists of speakers is meant, nobody knows."""
    (fault,) = faults(story_folder(story=STORY + "speakers: []\n", entries=ONE.replace("Ann Hill", "Mayor Hill")))
    assert fault == "story.yaml:6: The key `speakers` stands twice. Keep one of them."
