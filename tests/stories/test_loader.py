"""From files to a verified story: what loads, and the exact sentence for each way in which a file can be wrong."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.stories import Citation, KnowledgeError, Speaker, Story, StoryDate
from bot.stories.loader import load_story
from bot.stories.records import Lines
from bot.stories.schema import CitationSource, DateSource, DisputeSource, SpeakerSource, StorySource
from tests.knowledge_folder import ARTICLE, ENTRIES, STORY, Content

StoryFolder = Callable[..., Path]

ONE = """\
- id: opening-day
  questions:
    - When does the bridge open?
  answer: Mayor Ann Hill said that it won't open before Sunday.
  citations:
    - quote: The bridge won't open before Sunday,
      speaker: Ann Hill
      kind: quote
"""
PARTS_OF_STORY = (StorySource, SpeakerSource, DateSource, DisputeSource, CitationSource)
KEYS_OF_STORY = ", ".join(sorted({key for part in PARTS_OF_STORY for key in part.model_fields}))
SHAPE = "has a value of the wrong shape."
UNUSABLE = "can't be used as it is."
BEGIN = "Begin each entry with `- id: …`, its other keys below `id`."
NO_DASH = f"The key `id` stands twice in one entry: a `- ` is missing before it. {BEGIN}"
ID_RULE = "Use letters, digits, `-`, `_` and `.`, at most 80, beginning with a letter or a digit."


def faults(folder: Path) -> list[str]:
    """The faults of a folder in order, with files named from inside it; there must be no story then."""
    loaded = load_story(folder)
    assert loaded.faults
    assert loaded.story is None
    return [str(fault).replace(f"{folder}/", "") for fault in KnowledgeError(loaded.faults).faults]


def story(folder: Path) -> Story:
    """The story of a folder that must load."""
    loaded = load_story(folder)
    assert not loaded.faults, loaded.faults
    assert loaded.story is not None
    return loaded.story


def test_the_least_that_must_load(story_folder: StoryFolder) -> None:
    """A title, an article, and an entry with id, questions, answer and a bare quote are a story."""
    entries = "- id: a\n  questions: [What?]\n  answer: It.\n  citations: [{quote: Old bridge closed}]\n"
    made = story(story_folder("least", story="title: Bridge\n", entries=entries))
    assert (made.id, made.title, made.article.text) == ("least", "Bridge", ARTICLE)
    assert (made.speakers, made.sources, made.aliases, made.topics) == ((), (), (), {})
    assert made.date == StoryDate()
    (entry,) = made.entries
    assert (entry.id, entry.questions, entry.answer, entry.in_story) == ("a", ("What?",), "It.", True)
    assert entry.citations == (Citation("Old bridge closed", 0, 17, 1),)


def test_all_that_can_be_written(story_folder: StoryFolder) -> None:
    """Every optional part comes through; an entry's topic is its file's name if it says none."""
    head = (
        "title: T\nkicker: K\nsummary: S\npublisher: P\nurl: https://example.org/a\ndate: {known: 2015, note: no day}\n"
        "sources: [BBC]\nspeakers: [{name: Ann Hill, role: mayor, organisation: Town, aliases: [Hill]}]\n"
        "aliases: [[US, America]]\ntopics: {all: All}\n"
    )
    made = story(
        story_folder(story=head, entries=ENTRIES.replace("speaker: Ann Hill", "speaker: hill\n      paragraph: 3"))
    )
    assert (made.kicker, made.summary, made.publisher, made.url) == ("K", "S", "P", "https://example.org/a")
    assert (made.date, made.sources) == (StoryDate("2015", "no day"), ("BBC",))
    assert made.speakers == (Speaker("Ann Hill", "mayor", "Town", ("Hill",)),)
    assert (made.aliases, made.topics) == ((("US", "America"),), {"all": "All"})
    asked, near = made.entries
    start = ARTICLE.index("The bridge won")
    quote = "The bridge won’t open before Sunday,"
    assert asked.citations == (Citation(quote, start, start + len(quote), 3, "Ann Hill", "quote"),)
    assert (asked.topic, near.topic) == ("all", "all")
    assert (near.in_story, near.citations) == (False, ())


@pytest.mark.parametrize(
    "change",
    [
        ("  citations: []\n", ""),
        ("  citations: []\n", "  citations:\n"),
        ("  citations: []\n", "  citations: ~\n  topic:\n"),
        ("in_story: false", "in_story: no"),
        ("in_story: false", "in_story: 'False'"),
        ("    - What does the repair cost?", "    - |\n      What does\n      the repair   cost?"),
        ("id: cost", "id: Cost_1.2-b"),
        ("id: cost", "id: 2015"),
        ("answer: The", "topic: money\n  answer: The"),
    ],
)
def test_ways_to_write_a_near_question(story_folder: StoryFolder, change: tuple[str, str]) -> None:
    """A near question needs no citations, and its text may be written in any of YAML's ways."""
    _, near = story(story_folder(entries=ENTRIES.replace(*change))).entries
    assert not near.in_story
    assert near.questions == ("What does the repair cost?",)


def test_optional_keys_may_be_left_empty(story_folder: StoryFolder) -> None:
    """A key without a value says no more than no key."""
    empty = "kicker:\nsummary:\npublisher:\nurl:\ndate:\nsources:\nspeakers:\npeople:\naliases:\ntopics:\n"
    made = story(story_folder(story=f"title: T\n{empty}"))
    assert (made.kicker, made.url, made.date) == (None, None, StoryDate())
    assert (made.sources, made.speakers, made.people, made.aliases, made.topics) == ((), (), (), (), {})


def test_a_date_may_be_plain_text(story_folder: StoryFolder) -> None:
    """``date: 2015`` says the same as ``date: {known: 2015}``."""
    assert story(story_folder(story="title: T\ndate: 2015\n")).date == StoryDate("2015")


@pytest.mark.parametrize("article", ["Old bridge closed", ARTICLE.replace("\n", "\r\n"), "\ufeff" + ARTICLE])
def test_the_article_is_kept_as_published(story_folder: StoryFolder, article: str) -> None:
    """Line ends and a byte order mark are not touched, and quotes are still exact slices."""
    made = story(
        story_folder(
            article=article,
            entries=ONE.replace("The bridge won't open before Sunday,", "Old bridge closed").replace(
                "      speaker: Ann Hill\n      kind: quote\n", ""
            ),
        )
    )
    assert made.article.text == article
    (citation,) = made.entries[0].citations
    assert article[citation.start : citation.end] == citation.quote == "Old bridge closed"


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


def edited(old: str, new: str) -> str:
    """The one entry with a change that must apply."""
    assert old in ONE
    return ONE.replace(old, new)


QUOTE = "      speaker: Ann Hill\n      kind: quote\n"
ENTRY_FAULTS: list[tuple[Content, list[str]]] = [
    ("", ["1: The file must be a list of entries. Begin each entry with `- id: …`."]),
    ("# nothing yet\n", ["1: The file must be a list of entries. Begin each entry with `- id: …`."]),
    ("entries:\n  - id: a\n", ["1: The file must be a list of entries. Begin each entry with `- id: …`."]),
    (edited("id: opening-day\n  ", ""), ["1: The key `id` is missing. Add it."]),
    (edited("id: opening-day", "id: opening day"), [f"1: entry opening day: `id` {UNUSABLE} {ID_RULE}"]),
    (edited("id: opening-day", "id: ''"), [f"1: `id` {UNUSABLE} {ID_RULE}"]),
    (edited("id: opening-day", "id: " + "x" * 81), [f"1: entry {'x' * 81}: `id` {UNUSABLE} {ID_RULE}"]),
    (
        edited("questions:\n    - When", "questions: When"),
        [f"2: entry opening-day: `questions` {SHAPE} Write a list: one `- ` line each."],
    ),
    (
        edited("questions:\n    - When does the bridge open?", "questions:"),
        ["2: entry opening-day: `questions` is empty. Write a list: one `- ` line each."],
    ),
    (
        edited("questions:\n    - When does the bridge open?", "questions: []"),
        [f"2: entry opening-day: `questions` {UNUSABLE} Write at least one question."],
    ),
    (
        edited("    - When does the bridge open?", "    - a\n    - ''"),
        ["4: entry opening-day: A line of `questions` is empty. Write a text there, or delete the line."],
    ),
    (
        edited("    - When does the bridge open?", "    - a\n    -\n    - b"),
        ["4: entry opening-day: A line of `questions` is empty. Write a text there, or delete the line."],
    ),
    (edited("When does", "x" * 1001), [f"3: entry opening-day: `questions` {UNUSABLE} Keep it to 1000 characters."]),
    (
        edited("  answer: Mayor Ann Hill said that it won't open before Sunday.\n", ""),
        ["1: entry opening-day: The key `answer` is missing. Add it."],
    ),
    (
        edited("answer: Mayor", "answer: " + "x" * 1000),
        [f"4: entry opening-day: `answer` {UNUSABLE} Keep it to 1000 characters."],
    ),
    (
        edited("answer:", "anwser:"),
        [
            "4: entry opening-day: The key `anwser` is not known. Did you mean `answer`?",
        ],
    ),
    (
        edited("  answer:", "  in_story: maybe\n  answer:"),
        [f"4: entry opening-day: `in_story` {SHAPE} Write true or false."],
    ),
    (
        edited("    - quote: The bridge won't open before Sunday,\n" + QUOTE, "    []\n"),
        [
            "1: entry opening-day: An answer needs at least one citation. "
            "Add citations, or `in_story: false` if the story does not say.",
        ],
    ),
    (
        edited("    - quote: The bridge won't open before Sunday,\n" + QUOTE, "    - On Sunday\n"),
        [f"6: entry opening-day: `citations` {SHAPE} Write `key: value` lines."],
    ),
    (
        edited("quote: The bridge", "qoute: The bridge"),
        [
            "6: entry opening-day: The key `qoute` is not known. Did you mean `quote`?",
        ],
    ),
    (
        edited("won't open", "will open"),
        [
            "6: entry opening-day: The quote “The bridge will open before Sunday,” is not in the article, "
            "but paragraph 3 has “The bridge won’t open before Sunday”, with “won’t” for “will”. "
            "Copy the words from article.txt; not one may differ.",
        ],
    ),
    (
        edited("The bridge won't open before Sunday,", "on Monday"),
        [
            "6: entry opening-day: The quote 'on Monday' is too short to prove anything. "
            "Quote at least 12 characters of the article.",
        ],
    ),
    (
        edited("The bridge won't open before Sunday,", "The old bridge was closed"),
        [
            "6: entry opening-day: The quote “The old bridge was closed” stands 2 times in the article "
            "(paragraphs 2, 5). Quote more of the sentence, or say which with `paragraph:`.",
        ],
    ),
    (
        edited("speaker: Ann", "paragraph: 2\n      speaker: Ann"),
        [
            "6: entry opening-day: The quote “The bridge won't open before Sunday,” does not stand in paragraph 2. "
            "Correct the paragraph number, or quote more of the sentence.",
        ],
    ),
    (
        edited("speaker: Ann", "paragraph: two\n      speaker: Ann"),
        [f"7: entry opening-day: `paragraph` {SHAPE} Write a whole number."],
    ),
    (
        edited("speaker: Ann", "paragraph: 0\n      speaker: Ann"),
        [f"7: entry opening-day: `paragraph` {UNUSABLE} Use 1 or more."],
    ),
    (
        edited("kind: quote", "kind: Quote"),
        [
            "8: entry opening-day: `kind` is 'Quote'. "
            "Use one of 'quote', 'reported', 'narration', 'headline', 'caption', 'credit' or 'sources'.",
        ],
    ),
    (
        edited("kind: quote", "kind: narration"),
        [
            "6: entry opening-day: A citation of kind `narration` is nobody's words, but has the speaker Ann Hill. "
            "Remove the speaker, or use kind `quote` or `reported`.",
        ],
    ),
    (
        edited("speaker: Ann Hill", "speaker: Bob Roe"),
        [
            "6: entry opening-day: The speaker Bob Roe is neither in story.yaml nor in the article. "
            "Correct the name, or add the speaker to story.yaml.",
        ],
    ),
    (ONE + ONE, ["9: entry opening-day: The id stands already at all.yaml:1. Choose another."]),
    (
        edited("answer: Mayor", "answer: &x Mayor"),
        [
            "4: YAML anchors and aliases (& and *) are not used here. "
            "Write the value out, or put it in quotation marks if & or * belongs to the text.",
        ],
    ),
    (
        edited("answer: Mayor", "answer: !!binary Mayor"),
        ["4: The YAML tag tag:yaml.org,2002:binary is not allowed. Remove the tag."],
    ),
    (
        edited("  answer:", "   answer:"),
        [
            "4: The key `answer` does not stand below those that it belongs to. "
            "Let the keys of an entry begin below each other.",
        ],
    ),
    (
        edited("speaker: Ann Hill", "speaker: Anne Hill"),
        [
            "6: entry opening-day: The speaker Anne Hill is neither in story.yaml nor in the article. "
            "Did you mean Ann Hill?",
        ],
    ),
    (ONE + "  id: other\n" + ONE.split("\n", 1)[1], [f"9: entry other: {NO_DASH}"]),
    (ONE + "id: other\n  questions: [a]\n", ["9: A `- ` is missing before `id:`. " + BEGIN]),
    (ONE + "---\n- id: b\n", ["10: A second YAML document begins here. Keep one document a file."]),
    (ONE.encode() + b"# caf\xe9\n", ["9: The file is not UTF-8 text. Save it as UTF-8."]),
    (ONE + "# \0\n", ["9: The text has a character that YAML does not allow. Remove it."]),
]


@pytest.mark.parametrize(("content", "expected"), ENTRY_FAULTS)
def test_a_bad_file_of_entries(story_folder: StoryFolder, content: Content, expected: list[str]) -> None:
    """Whatever is wrong with entries is said with file, line, entry id and what to do."""
    found = [line.replace("entries/all.yaml:1.", "all.yaml:1.") for line in faults(story_folder(entries=content))]
    assert sorted(found) == sorted(f"entries/all.yaml:{line}" for line in expected)


@pytest.mark.parametrize("content", ["- hello\n", "-\n", "- [a]\n"])
def test_an_entry_that_is_no_entry(story_folder: StoryFolder, content: str) -> None:
    """An item that is no mapping is called an entry, not "the file"."""
    (fault,) = faults(story_folder(entries={"all.yaml": ONE, "more.yaml": content}))
    assert fault.startswith("entries/more.yaml:1: ")
    assert "the file" not in fault


@pytest.mark.parametrize("entries", [None, {}, {"notes.txt": "x"}, {"all.yaml": "[]\n"}])
def test_a_story_without_entries(story_folder: StoryFolder, entries: dict[str, Content] | None) -> None:
    """No folder, no file, or no entry in any file: there is nothing to serve."""
    (fault,) = faults(story_folder(entries=entries))
    assert fault.endswith("entries: There are no entries. Add entries/NAME.yaml with a list of entries.")


def test_several_files_of_either_ending(story_folder: StoryFolder) -> None:
    """Files are read in the order of their names, .yaml and .yml; an empty list among them is no fault."""
    made = story(story_folder(entries={"b.yml": ENTRIES.replace("id: ", "id: b-"), "a.yaml": ENTRIES, "c.yaml": "[]"}))
    assert [(entry.id, entry.topic) for entry in made.entries] == [
        ("opening-day", "a"),
        ("cost", "a"),
        ("b-opening-day", "b"),
        ("b-cost", "b"),
    ]


def test_an_id_stands_once_in_all_files(story_folder: StoryFolder) -> None:
    """The same id in another file is a fault that says where the first one is."""
    (fault,) = faults(story_folder(entries={"a.yaml": ENTRIES, "b.yaml": ONE}))
    assert fault == "entries/b.yaml:1: entry opening-day: The id stands already at entries/a.yaml:1. Choose another."


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


def test_all_faults_of_all_files_come_at_once(story_folder: StoryFolder) -> None:
    """A curator sees everything that is wrong in one go, in every file and every entry."""
    folder = story_folder(
        story=STORY + "kiker: K\nurl: x\n",
        entries={
            "a.yaml": ONE.replace("won't open", "will open").replace(
                "kind: quote", "kind: quote\n    - quote: too short"
            )
            + "- id: second\n  question: [a]\n  answer: b\n",
            "b.yaml": "a: [",
            "c.yaml": ONE.replace("opening-day", "third").replace("kind: quote", "kind: caption"),
        },
    )
    assert [fault.split(": ")[0] for fault in faults(folder)] == [
        "entries/a.yaml:6",
        "entries/a.yaml:9",
        "entries/a.yaml:11",
        "entries/b.yaml:1",
        "entries/c.yaml:6",
        "story.yaml:6",
        "story.yaml:7",
    ]


def test_duplicate_keys_all_come_at_once_and_name_their_entry(story_folder: StoryFolder) -> None:
    """A key that stands twice hides neither another one nor the other faults of its file."""
    entries = edited("  citations:", "  answer: Another.\n  citations:") + ONE.replace("opening-day", "other").replace(
        "  citations:", "  questions: [b]\n  citations:"
    )
    found = faults(story_folder(entries=entries))
    assert found == [
        "entries/all.yaml:5: entry opening-day: The key `answer` stands twice. Keep one of them.",
        "entries/all.yaml:14: entry other: The key `questions` stands twice. Keep one of them.",
    ]


@pytest.mark.parametrize(
    "broken",
    [{"story": STORY + "kiker: K\n"}, {"story": "title: [\n"}, {"story": "title: T\n", "article": None}],
)
def test_one_mistake_is_one_fault(story_folder: StoryFolder, broken: dict[str, Content | None]) -> None:
    """When story.yaml or the article is broken, the speakers of the entries are not called unknown."""
    assert len(faults(story_folder(**broken, entries=ONE.replace("speaker: Ann Hill", "speaker: Mayor Hill")))) == 1


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


@pytest.mark.parametrize("part", ["story.yaml", "article.txt", "entries/all.yaml"])
def test_a_link_that_leads_out_is_refused(story_folder: StoryFolder, tmp_path: Path, part: str) -> None:
    """A file outside the folder is not read, however it is linked."""
    folder = story_folder()
    outside = tmp_path / "outside"
    (folder / part).rename(outside)
    (folder / part).symlink_to(outside)
    found = faults(folder)
    assert f"{part}: The file leads out of the story's folder. Put the file itself here, not a link." in found


def test_a_linked_folder_of_entries_is_refused(story_folder: StoryFolder, tmp_path: Path) -> None:
    """The whole folder of entries linked from outside is not read either."""
    folder = story_folder()
    (folder / "entries").rename(tmp_path / "outside")
    (folder / "entries").symlink_to(tmp_path / "outside", target_is_directory=True)
    (fault,) = faults(folder)
    assert fault.startswith("entries/all.yaml: The file leads out of the story's folder.")


def test_a_link_inside_the_folder_is_read(story_folder: StoryFolder) -> None:
    """A link to a file of the same folder is as good as the file."""
    folder = story_folder()
    (folder / "article.txt").rename(folder / "text.txt")
    (folder / "article.txt").symlink_to("text.txt")
    assert story(folder).article.text == ARTICLE


@pytest.mark.parametrize("part", ["story.yaml", "article.txt", "entries/more.yaml"])
@pytest.mark.parametrize("target", ["itself", "nowhere"])
def test_a_link_to_itself_or_to_nothing_is_a_fault(story_folder: StoryFolder, part: str, target: str) -> None:
    """A broken link is named, and never a traceback."""
    folder = story_folder()
    (folder / part).unlink(missing_ok=True)
    (folder / part).symlink_to(Path(part).name if target == "itself" else "nowhere")
    assert any(fault.startswith(f"{part}: The link leads nowhere.") for fault in faults(folder))


@pytest.mark.parametrize("part", ["story.yaml", "article.txt", "entries/more.yaml"])
def test_a_folder_in_the_place_of_a_file_is_a_fault(story_folder: StoryFolder, part: str) -> None:
    """A directory that is called like a file is named, and never a traceback."""
    folder = story_folder()
    (folder / part).unlink(missing_ok=True)
    (folder / part).mkdir()
    assert any(fault.startswith(f"{part}: This is a folder, not a file.") for fault in faults(folder))


def test_what_is_no_regular_file_is_not_read(story_folder: StoryFolder) -> None:
    """Reading a pipe would wait for ever."""
    folder = story_folder(article=None)
    os.mkfifo(folder / "article.txt")
    assert "article.txt: This is no regular file. Put a regular file in its place." in faults(folder)


def test_a_name_may_stand_for_a_person_and_in_a_group(story_folder: StoryFolder) -> None:
    """Names of people and groups of names are different things, and a name may stand twice for one of them."""
    head = "title: T\nspeakers:\n  - {name: Ann Hill, aliases: [Hill, hill]}\naliases: [[Hill, Ann Hill, hill]]\n"
    assert story(story_folder(story=head)).aliases == (("Hill", "Ann Hill", "hill"),)


def test_speakers_are_not_blamed_for_a_key_that_stands_twice(story_folder: StoryFolder) -> None:
    """Which of the lists of speakers is meant, nobody knows."""
    (fault,) = faults(story_folder(story=STORY + "speakers: []\n", entries=ONE.replace("Ann Hill", "Mayor Hill")))
    assert fault == "story.yaml:6: The key `speakers` stands twice. Keep one of them."


def test_a_faulty_entry_still_has_its_quotes_checked(story_folder: StoryFolder) -> None:
    """An unknown key does not hide that a quote is not in the article: both come at once."""
    entries = (
        "- id: a\n  topik: x\n  questions: [Q]\n  answer: A\n  citations:\n    - quote: words that are nowhere here\n"
    )
    found = faults(story_folder(entries={"a.yaml": entries}))
    assert [fault.split(": ")[0] for fault in found] == ["entries/a.yaml:2", "entries/a.yaml:6"]
    assert all("entry a" in fault for fault in found)


def test_an_entry_knows_the_lines_of_its_parts(story_folder: StoryFolder) -> None:
    """The lines of the id, the answer and each phrasing, also of a folded phrasing and of a list in one line."""
    entries = "# Drafts\n- questions:\n    - >-\n      When does the\n      bridge open?\n    - opening day\n" + (
        "  id: day\n  citations: [{quote: Old bridge closed}]\n  answer: Soon.\n"
        "- {id: flat, questions: [a, b], answer: It., in_story: false}\n"
    )
    first, second = story(story_folder(entries=entries)).entries
    assert first.lines == Lines(id=7, answer=9, questions=(3, 6))
    assert second.lines == Lines(id=10, answer=10, questions=(10, 10))


def test_a_line_added_above_an_entry_changes_nothing_of_it(story_folder: StoryFolder) -> None:
    """Entries are compared by what they say."""
    folder = story_folder()
    (before, _), (file,) = story(folder).entries, (folder / "entries").iterdir()
    file.write_text(f"# A line.\n{ENTRIES}", encoding="utf-8")
    (after, _) = story(folder).entries
    assert before == after
    assert before.lines != after.lines


def test_a_story_knows_its_folder(story_folder: StoryFolder) -> None:
    """So that what is said of its article can name the file."""
    folder = story_folder()
    assert story(folder).folder == folder
