"""What a check says: every fault, or counts, coverage and what a curator may want to look at."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from bot.checking import as_record, as_text, check_knowledge
from tests.knowledge_folder import ENTRIES, STORY, write_story
from tests.shipped import KNOWLEDGE

StoryFolder = Callable[..., Path]


def test_the_shipped_knowledge_has_no_fault_and_no_warning() -> None:
    """What is shipped is faultless, wholly covered, and no phrasing stands under two entries."""
    record = as_record(check_knowledge(KNOWLEDGE))
    assert record["ok"]
    assert (record["faults"], record["warnings"]) == ([], [])
    (story,) = record["stories"]
    assert story["sentences"] == story["covered"] == 19


def test_a_sound_folder_is_counted(story_folder: StoryFolder) -> None:
    """The summary names the story, counts what it holds, and gives the version that is served."""
    check = check_knowledge(story_folder())
    assert check.library is not None
    record = as_record(check)
    assert record["version"] == check.library.version
    assert record["stories"] == [
        {
            "story": "bridge",
            "entries": 2,
            "answerable": 1,
            "not_in_story": 1,
            "phrasings": 3,
            "quotes": 1,
            "sentences": 7,
            "covered": 1,
        }
    ]
    first, *_, last = as_text(check).splitlines()
    assert first == (
        "bridge: 2 entries (1 answerable, 1 not in the story), 3 phrasings, 1 quotes verified, 1 of 7 sentences covered"
    )
    assert last == f"No faults. Version {check.library.version}."


def test_uncovered_sentences_are_warned_of(story_folder: StoryFolder) -> None:
    """A curator sees each sentence that no entry quotes, in the article's words."""
    check = check_knowledge(story_folder())
    assert "bridge: no entry quotes the sentence “The old bridge was closed on Monday.”" in check.warnings
    assert len(check.warnings) == 6
    assert as_text(check).count("\nwarning: bridge: no entry quotes") == 6


def test_a_phrasing_under_two_entries_is_warned_of(story_folder: StoryFolder) -> None:
    """Phrasings that ask the same but for fillers, capitals and marks can't tell two entries apart."""
    entries = ENTRIES.replace("    - What does the repair cost?", "    - cost?\n    - ok WHEN does the bridge open")
    warnings = check_knowledge(story_folder(entries=entries)).warnings
    assert "bridge: “ok WHEN does the bridge open” stands under opening-day and under cost; keep one" in warnings


def test_a_topic_without_a_name_is_warned_of(story_folder: StoryFolder) -> None:
    """Once for each topic, the file's name too, and only if story.yaml names topics at all."""
    entries = ENTRIES.replace("- id: opening-day\n", "- id: opening-day\n  topic: opening\n")
    warning = "bridge: the topic {} is not in story.yaml"
    named = check_knowledge(story_folder("some/bridge", story=STORY + "topics: {all: All}\n", entries=entries))
    assert [found for found in named.warnings if "topic" in found] == [warning.format("opening")]
    other = check_knowledge(story_folder("other/bridge", story=STORY + "topics: {x: X}\n", entries=entries))
    assert {warning.format("opening"), warning.format("all")} <= set(other.warnings)
    assert not any("topic" in found for found in check_knowledge(story_folder("none", entries=entries)).warnings)


def test_faults_are_said_one_a_line(story_folder: StoryFolder, tmp_path: Path) -> None:
    """A broken folder gives its faults, their number, and that nothing of it is served."""
    folder = story_folder(story=STORY + "kiker: K\nurl: x\n")
    check = check_knowledge(tmp_path / "knowledge")
    assert check.library is None
    *faults, last = as_text(check).splitlines()
    assert [line.split(" ")[0] for line in faults] == [f"{folder}/story.yaml:6:", f"{folder}/story.yaml:7:"]
    assert last == "2 faults. Nothing of this folder would be served."


def test_one_fault_is_not_called_faults(tmp_path: Path) -> None:
    """A single fault is counted in the singular."""
    assert as_text(check_knowledge(tmp_path)).endswith("\n1 fault. Nothing of this folder would be served.")


def test_faults_for_machines(story_folder: StoryFolder) -> None:
    """The record of a fault has file, line, entry, problem and remedy, and is plain JSON."""
    folder = story_folder(entries=ENTRIES.replace("won't open before Sunday,", "will open before Sunday,"))
    record = json.loads(json.dumps(as_record(check_knowledge(folder))))
    assert record == {
        "ok": False,
        "version": None,
        "stories": [],
        "warnings": [],
        "faults": [
            {
                "file": str(folder / "entries/all.yaml"),
                "line": 7,
                "entry": "opening-day",
                "problem": "The quote “The bridge will open before Sunday,” is not in the article.",
                "remedy": "Copy the words from article.txt; not one may differ.",
            }
        ],
    }


def test_a_quote_given_to_the_wrong_speaker_is_warned_of(tmp_path: Path) -> None:
    """The article's own "said X" speaks against the curator's speaker."""
    story = "title: Bakery closes\n"
    article = "Bakery closes\n\n“We baked through two wars,” said Nadia Okafor. Piet Larsen, the engineer, shrugged.\n"
    entry = "- id: a\n  questions: [What was said?]\n  answer: It was said.\n  citations:\n"
    entry += "    - {quote: We baked through two wars, speaker: Piet Larsen, kind: quote}\n"
    folder = write_story(tmp_path / "bakery", story=story, article=article, entries={"a.yaml": entry})
    warnings = check_knowledge(folder.parent).warnings
    assert any("gives Piet Larsen words that the article gives Nadia Okafor" in warning for warning in warnings)
