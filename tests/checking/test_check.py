"""What a check says: every fault, or counts, coverage and what a curator may want to look at."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from bot.answering.answerer import Answerer
from bot.checking import Concern, Kind, as_record, as_text, check_knowledge
from bot.checking import check as checking
from bot.checking.reach import unreached
from bot.stories.schema import Settled
from tests.knowledge_folder import ENTRIES, STORY, write_story
from tests.shipped import KNOWLEDGE

StoryFolder = Callable[..., Path]
REACHED = "Every entry is reached by its own phrasings.\n"


def said(folder: Path, kind: Kind) -> list[str]:
    """The warnings of a kind, with files named from inside the folder's story."""
    return [str(each).replace(f"{folder}/", "") for each in check_knowledge(folder).warnings if each.kind is kind]


def test_the_shipped_knowledge_has_no_fault_and_no_warning() -> None:
    """What is shipped is faultless, wholly covered, and no phrasing stands under two entries."""
    record = as_record(check_knowledge(KNOWLEDGE))
    assert record["ok"]
    assert (record["faults"], record["warnings"]) == ([], [])
    (story,) = record["stories"]
    assert story["sentences"] == story["covered"] == 19


def test_every_shipped_entry_is_reached(shipped_answerer: Answerer) -> None:
    """Asked in its own words, each answers."""
    assert list(map(str, unreached(shipped_answerer))) == []


def test_a_sound_folder_is_counted(story_folder: StoryFolder) -> None:
    """The summary names the story, counts what it holds, and gives the version that is served."""
    check = check_knowledge(story_folder())
    assert check.library is not None
    record = as_record(check)
    assert record["version"] == check.library.version
    assert record["not_checked"] == []
    assert record["stories"] == [
        {
            "story": "bridge",
            "entries": 2,
            "answerable": 1,
            "not_in_story": 1,
            "phrasings": 3,
            "follow_ups": 0,
            "quotes": 1,
            "sentences": 7,
            "covered": 1,
        }
    ]
    first, *_, last = as_text(check).splitlines()
    assert first == (
        "bridge: 2 entries (1 answerable, 1 not in the story), 3 phrasings, 1 quotes verified, 1 of 7 sentences covered"
    )
    assert last == f"No faults, 6 warnings. Version {check.library.version}."


def test_warnings_are_said_with_their_place(story_folder: StoryFolder) -> None:
    """A line each, in the form that editors can jump to, with files named from beside the folder that was checked."""
    lines = as_text(check_knowledge(story_folder())).splitlines()
    sentence = "The old bridge was closed on Monday."
    advice = "Write an entry that does, unless nobody will ask for it."
    assert f"warning: bridge/article.txt:3: No entry quotes the sentence “{sentence}” {advice}" in lines


def test_files_are_named_from_where_one_stands(story_folder: StoryFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that an editor's terminal can jump there; the record for machines names them whole."""
    folder = story_folder()
    monkeypatch.chdir(folder / "entries")
    assert "warning: bridge/article.txt:3:" in as_text(check_knowledge(folder))
    monkeypatch.chdir(folder.parent.parent)
    assert "warning: knowledge/bridge/article.txt:3:" in as_text(check_knowledge(folder))
    assert "warning: knowledge/bridge/article.txt:3:" in as_text(check_knowledge(Path("knowledge/bridge")))
    assert as_record(check_knowledge(folder))["warnings"][0]["file"] == str(folder / "article.txt")


def test_many_warnings_of_a_kind_are_cut_short(story_folder: StoryFolder) -> None:
    """Ten are shown and the rest counted; a full check and the record for machines have all."""
    article = "Old bridge closed\n\n" + "\n\n".join(f"The harbour has {n} boats." for n in range(100, 113)) + "\n"
    entries = "- {id: a, questions: [What?], answer: It., citations: [{quote: Old bridge closed}]}\n"
    check = check_knowledge(story_folder(story="title: Bridge\n", article=article, entries=entries))
    assert len([line for line in as_text(check).splitlines() if "No entry quotes" in line]) == 10
    assert "warning: … and 3 more sentences that no entry quotes; `check --full` shows all" in as_text(check)
    assert as_text(replace(check, full=True)).count("No entry quotes") == 13
    assert len([each for each in as_record(check)["warnings"] if each["kind"] == "uncovered"]) == 13


@pytest.mark.parametrize(("settled", "told"), [("", True), ("  settled: [opening]\n", False), ("  settled:\n", True)])
def test_a_warning_that_somebody_looked_at_is_told_no_more(story_folder: StoryFolder, settled: str, told: bool) -> None:
    """Where the entry says so; until then a line tells how."""
    entries = "- id: a\n  questions: [What?]\n  answer: Yes.\n  citations: [{quote: Old bridge closed}]\n"
    check = check_knowledge(story_folder(entries=entries + settled))
    assert (Kind.OPENING in {each.kind for each in check.warnings}) == told
    hint = "Is one right as it is? Write `settled: [opening]` into its entry."
    assert (hint in as_text(check).splitlines()) == told


def test_what_can_be_settled_is_a_kind_of_warning() -> None:
    """A misspelt one is a fault; what is simply wrong can't be settled."""
    assert {Kind(each) for each in get_args(Settled)}.isdisjoint(
        {Kind.UNREACHED, Kind.FILE, Kind.DRAFT, Kind.UNCOVERED}
    )


def test_a_kind_that_is_none_is_a_fault(story_folder: StoryFolder) -> None:
    """With those that there are."""
    entries = "- id: a\n  questions: [What?]\n  answer: Yes.\n  citations: [{quote: Old bridge closed}]\n"
    (fault,) = check_knowledge(story_folder(entries=f"{entries}  settled: [speakers]\n")).faults
    assert fault.problem == "`settled` is 'speakers'."
    assert "'speaker'" in fault.remedy


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("Yes. The company said so.", "Yes"),
        ("no, it was closed", "no"),
        ("Yes: on Monday.", "Yes"),
        ("No", "No"),
        ("No receipt is needed.", None),
        ("Nobody knows.", None),
        ("It was closed. Yes, on Monday.", None),
    ],
)
def test_an_answer_that_begins_with_yes_or_no(story_folder: StoryFolder, answer: str, told: str | None) -> None:
    """Who asks the other way round is told the opposite."""
    entries = f"- id: a\n  questions: [What?]\n  answer: '{answer}'\n  citations: [{{quote: Old bridge closed}}]\n"
    found = [
        each.problem for each in check_knowledge(story_folder(entries=entries)).warnings if each.kind is Kind.OPENING
    ]
    asked = "which is wrong for whoever asks the other way round."
    assert found == ([f"The answer begins with “{told}”, {asked}"] if told else [])


def test_a_warning_for_machines(story_folder: StoryFolder) -> None:
    """Kind, story, file, line, both entries, the text, and what to do, as plain JSON."""
    entries = ENTRIES.replace("    - What does the repair cost?", "    - cost?\n    - ok WHEN does the bridge open")
    folder = story_folder(entries=entries)
    warnings = json.loads(json.dumps(as_record(check_knowledge(folder))))["warnings"]
    assert [each for each in warnings if each["kind"] == "shared"] == [
        {
            "kind": "shared",
            "story": "bridge",
            "file": str(folder / "entries/all.yaml"),
            "line": 14,
            "entry": "cost",
            "other": "opening-day",
            "text": "ok WHEN does the bridge open",
            "problem": "“ok WHEN does the bridge open” stands under opening-day too.",
            "remedy": "Keep one of them.",
        }
    ]


def test_a_phrasing_under_two_entries_is_warned_of(story_folder: StoryFolder) -> None:
    """Phrasings that ask the same but for fillers, capitals and marks can't tell two entries apart."""
    entries = ENTRIES.replace("    - What does the repair cost?", "    - cost?\n    - ok WHEN does the bridge open")
    assert said(story_folder(entries=entries), Kind.SHARED) == [
        "entries/all.yaml:14: entry cost: “ok WHEN does the bridge open” stands under opening-day too. "
        "Keep one of them."
    ]


def test_a_follow_up_under_two_entries_is_warned_of(story_folder: StoryFolder) -> None:
    """After the same entry it can't tell two others apart; after another one it can."""
    after = "  follow_ups:\n    cost: [And when?]\n  answer:"
    entries = ENTRIES.replace("  answer:", after)
    assert said(story_folder("one/bridge", entries=entries), Kind.SHARED) == [
        "entries/all.yaml:12: entry cost: The follow-up “And when?” after cost stands under opening-day too. "
        "Keep one of them."
    ]
    other = ENTRIES.replace("  answer:", after, 1).replace(
        "  answer: The", after.replace("cost", "opening-day") + " The"
    )
    assert said(story_folder("two/bridge", entries=other), Kind.SHARED) == []


def test_a_topic_without_a_name_is_warned_of(story_folder: StoryFolder) -> None:
    """Once for each topic, the file's name too, and only if story.yaml names topics at all."""
    entries = ENTRIES.replace("- id: opening-day\n", "- id: opening-day\n  topic: opening\n")
    named = story_folder("some/bridge", story=STORY + "topics: {all: All}\n", entries=entries)
    assert said(named, Kind.TOPIC) == [
        "entries/all.yaml:1: entry opening-day: The topic opening is not in story.yaml. "
        "Add `opening: …` under `topics:`, or correct it."
    ]
    other = check_knowledge(story_folder("other/bridge", story=STORY + "topics: {x: X}\n", entries=entries))
    assert [each.entry for each in other.warnings if each.kind is Kind.TOPIC] == ["opening-day", "cost"]
    assert said(story_folder("none", entries=entries), Kind.TOPIC) == []


def test_what_takes_longer_is_left_to_a_full_check(story_folder: StoryFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A quick check says what it did not do; a full one does it."""
    monkeypatch.setattr(checking, "_QUICK_TO_LEARN", 2)
    folder = story_folder()
    quick = check_knowledge(folder)
    assert quick.skipped == (
        "whether the bot reaches every entry, also by phrasings that it has not learnt (3 to be learnt)",
    )
    assert f"not checked: {quick.skipped[0]}; `check --full` does\n" in as_text(quick)
    assert as_record(quick)["not_checked"] == list(quick.skipped)
    assert REACHED not in as_text(quick)
    full = check_knowledge(folder, full=True)
    assert full.skipped == ()
    assert REACHED in as_text(full)


def test_warnings_come_by_kind(story_folder: StoryFolder) -> None:
    """What misleads readers comes before what they may miss."""
    entries = ENTRIES.replace("Mayor Ann Hill said that it", "It")
    entries = entries.replace("What does the repair cost?", "When does the bridge open?")
    kinds = [each.kind for each in check_knowledge(story_folder(entries=entries)).warnings]
    assert list(dict.fromkeys(kinds)) == [Kind.UNATTRIBUTED, Kind.SHARED, Kind.UNREACHED, Kind.UNCOVERED, Kind.OVERLAP]
    assert kinds == sorted(kinds, key=list(Kind).index)


def test_a_warning_without_a_file_names_the_story() -> None:
    """A story need not come from files."""
    concern = Concern(Kind.UNCOVERED, "bridge", None, None, None, "No entry quotes it.", "Write one.")
    assert str(concern) == "bridge: No entry quotes it. Write one."


def test_faults_are_said_one_a_line(story_folder: StoryFolder, tmp_path: Path) -> None:
    """A broken folder gives its faults, their number, and that nothing of it is served."""
    story_folder(story=STORY + "kiker: K\nurl: x\n")
    check = check_knowledge(tmp_path / "knowledge")
    assert check.library is None
    *faults, last = as_text(check).splitlines()
    assert [line.split(" ")[0] for line in faults] == [
        "knowledge/bridge/story.yaml:6:",
        "knowledge/bridge/story.yaml:7:",
    ]
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
        "not_checked": [],
        "faults": [
            {
                "file": str(folder / "entries/all.yaml"),
                "line": 7,
                "entry": "opening-day",
                "problem": "The quote “The bridge will open before Sunday,” is not in the article, but paragraph 3 "
                "has “The bridge won’t open before Sunday”, with “won’t” for “will”.",
                "remedy": "Copy the words from article.txt; not one may differ.",
            }
        ],
    }


def test_a_quote_given_to_the_wrong_speaker_is_warned_of(tmp_path: Path) -> None:
    """The article's own "said X" speaks against the curator's speaker."""
    story = "title: Bakery closes\n"
    article = "Bakery closes\n\n“We baked through two wars,” said Nadia Okafor. Piet Larsen, the engineer, shrugged.\n"
    entry = "- id: a\n  questions: [What was said?]\n  answer: Piet Larsen said it.\n  citations:\n"
    entry += "    - {quote: We baked through two wars, speaker: Piet Larsen, kind: quote}\n"
    folder = write_story(tmp_path / "bakery", story=story, article=article, entries={"a.yaml": entry})
    assert said(folder, Kind.SPEAKER) == [
        "entries/a.yaml:1: entry a: Piet Larsen is given words that the article gives Nadia Okafor: "
        "“We baked through two wars”. "
        "Correct the speaker, or write `settled: [speaker]` if the article is misread here."
    ]
