"""Faults of entries: the exact sentence for each way in which a file can be wrong, and all of them at once."""

from __future__ import annotations

import pytest

from tests.knowledge_folder import ENTRIES, STORY, Content
from tests.stories.loading import ID_RULE, ONE, QUOTE, SHAPE, UNUSABLE, StoryFolder, faults, story

BEGIN = "Begin each entry with `- id: …`, its other keys below `id`."
NO_DASH = f"The key `id` stands twice in one entry: a `- ` is missing before it. {BEGIN}"


def edited(old: str, new: str) -> str:
    """The one entry with a change that must apply."""
    assert old in ONE
    return ONE.replace(old, new)


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
            "6: entry opening-day: The quote “The bridge won't open before Sunday,” does not stand in paragraph 2, "
            "but in paragraph 3. Correct the number, or leave it out; a headline counts as one.",
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


def test_a_faulty_entry_still_has_its_quotes_checked(story_folder: StoryFolder) -> None:
    """An unknown key does not hide that a quote is not in the article: both come at once."""
    entries = (
        "- id: a\n  topik: x\n  questions: [Q]\n  answer: A\n  citations:\n    - quote: words that are nowhere here\n"
    )
    found = faults(story_folder(entries={"a.yaml": entries}))
    assert [fault.split(": ")[0] for fault in found] == ["entries/a.yaml:2", "entries/a.yaml:6"]
    assert all("entry a" in fault for fault in found)
