"""What moderators type into a form, or strangers have asked, becomes YAML that reads back as the same text."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord.forms import LONGEST_FIELD, Form, form_of
from bot.discord.modal_fields import fields_of
from bot.knowledge.edit_error import EditError
from bot.knowledge.edits import with_entry_added, with_entry_changed, with_phrasings
from bot.knowledge.folder import FolderChange, trial
from bot.knowledge.wanted import tidy
from bot.stories import Entry, KnowledgeError, Library, load_library
from tests.hostile.folders import Hostile
from tests.hostile.strategies import texts
from tests.hostile.valid import ENTRIES, VALID

STORY, BOATS = "bridge", (("bridge"), "boats")
QUOTE = "The harbour claimed that 3,000 boats pass below it every year."
lines = st.lists(texts(120), min_size=1, max_size=4).map("\n".join)
# Files as curators write them by hand: another indentation, line ends of another system, no last line end, comments.
STYLES: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "no last line end": str.rstrip,
    "of another system": lambda text: text.replace("\n", "\r\n"),
    "lists at the margin of their keys": lambda text: text.replace("\n    - ", "\n  - ").replace("\n      ", "\n    "),
    "with comments": lambda text: text.replace("- id", "# about\n- id").replace("  answer", "  # said\n  answer"),
    "with a mark": lambda text: f"\ufeff{text}",
}


@pytest.fixture(scope="module", params=STYLES)
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A knowledge folder; a change is tried on a copy and never made."""
    entries = STYLES[request.param](ENTRIES).encode()
    return Hostile({**VALID, "entries/all.yaml": entries}).write(tmp_path_factory.mktemp("written"))


@pytest.fixture(scope="module")
def library(folder: Path) -> Library:
    """What the folder holds."""
    return load_library(folder)


def entries_of(library: Library) -> dict[str, Entry]:
    """The entries by id."""
    return {entry.id: entry for _, entry in library.entries()}


def tried(folder: Path, make: Callable[[], FolderChange]) -> Library | None:
    """What a change would come to; None if a moderator is told why it can't be."""
    try:
        return trial(folder, make())
    except (KnowledgeError, EditError):
        return None


def plain(text: str) -> str:
    """A text as it is shown: on one line, as the loader has it."""
    return " ".join(text.split())


def check_others(before: Library, after: Library, entry: str) -> None:
    """Fail if any other entry has changed."""
    old, new = entries_of(before), entries_of(after)
    assert {name: each.answer for name, each in old.items() if name != entry} == {
        name: new[name].answer for name in old if name != entry
    }
    assert all(old[name].questions == new[name].questions for name in old if name != entry)


@given(lines, texts(300), texts(60))
def test_an_entry_that_is_added_reads_back(
    folder: Path, library: Library, questions: str, answer: str, topic: str
) -> None:
    """Its questions, its answer, its topic; nothing else changes, whatever is in them."""
    form = Form(STORY, topic=tidy(topic)[:100], questions=questions, answer=answer, quotes=QUOTE)
    name: list[str] = []

    def make() -> FolderChange:
        change, number = with_entry_added(library, folder, STORY, form.wanted, form.topic)
        name.append(number)
        return change

    made = tried(folder, make)
    if made is None:
        return
    entry = entries_of(made)[name[0]]
    assert entry.questions == tuple(map(plain, form.wanted.questions))
    assert plain(entry.answer) == plain(form.wanted.answer)
    assert [each.quote for each in entry.citations] == [QUOTE]
    assert not form.topic or entry.topic == form.topic
    check_others(library, made, entry.id)


@given(lines, texts(300))
def test_an_entry_that_is_changed_reads_back(folder: Path, library: Library, questions: str, answer: str) -> None:
    """All of it as it was typed."""
    seen = entries_of(library)["boats"]
    form = form_of(STORY, seen).typed({"questions": questions, "answer": answer})
    made = tried(folder, lambda: with_entry_changed(library, folder, BOATS, form.wanted, seen))
    if made is None:
        return
    entry = entries_of(made)["boats"]
    assert entry.questions == tuple(map(plain, form.wanted.questions))
    assert plain(entry.answer) == plain(form.wanted.answer)
    assert entry.citations == seen.citations
    check_others(library, made, "boats")


@given(st.lists(texts(300), min_size=1, max_size=5))
def test_what_was_asked_in_vain_reads_back_as_phrasings(folder: Path, library: Library, asked: list[str]) -> None:
    """Strangers have written that."""
    made = tried(folder, lambda: with_phrasings(library, folder, BOATS, asked))
    if made is None:
        return
    entry = entries_of(made)["boats"]
    added = entry.questions[1:]
    assert added
    assert set(added) <= {plain(tidy(text)) for text in asked}
    check_others(library, made, "boats")


def test_most_of_this_is_written(folder: Path, library: Library) -> None:
    """Texts that could be written are: what looks like YAML, markdown, or a form of its own is a text."""
    for text in (
        "no",
        "~",
        "- x",
        "# x",
        "a: b",
        "'",
        '"',
        "{x}",
        "[x]",
        "&a",
        "*a",
        "!x",
        "|",
        "%x",
        "@x",
        "`x`",
        "0x1",
    ):
        made = tried(folder, lambda text=text: with_phrasings(library, folder, BOATS, [f"{text} {text}"]))
        assert made, text
        assert entries_of(made)["boats"].questions[-1] == f"{text} {text}"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | texts(20),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["components", "component", "custom_id", "value", "values", "type"]), inner, max_size=4
            )
        ),
        max_leaves=12,
    )
)
def test_a_form_of_any_shape_has_fields_or_none(data: object) -> None:
    """Only Discord makes the shape of a form, but nothing is raised if it makes another."""
    fields_of({"components": data})


def test_a_form_that_is_full_fits_again() -> None:
    """What has no room in a field is kept out of the form, and not lost."""
    with tempfile.TemporaryDirectory() as place:
        many = "".join(f"    - What of boat {number} and its {'long ' * 10}name?\n" for number in range(300))
        entries = ENTRIES.replace("    - How many boats pass?\n", many)
        library = load_library(Hostile({**VALID, "entries/all.yaml": entries.encode()}).write(Path(place)))
    form = form_of(STORY, entries_of(library)["boats"])
    assert len(form.questions) <= LONGEST_FIELD
    assert len(form.wanted.questions) + form.hidden == 300
