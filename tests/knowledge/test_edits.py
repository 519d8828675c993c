"""From what a moderator wants of an entry to the file's new bytes, which load as what was wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.knowledge.edit_error import EditError, Trouble
from bot.knowledge.edits import with_entry_added, with_entry_changed, with_phrasings
from bot.knowledge.folder import FolderChange, trial
from bot.knowledge.wanted import AS_IT_IS, NOBODY, Wanted, lines_of, quotes_found, tidy
from bot.stories import Entry, KnowledgeError, Library, load_library
from tests.knowledge_folder import ENTRIES

OPENING, COST = ("bridge", "opening-day"), ("bridge", "cost")
SUNDAY = "The bridge won't open before Sunday,"
BOATS = "The harbour claimed that 3,000 boats pass below it every year."


@pytest.fixture
def root(story_folder: Callable[..., Path]) -> Path:
    """A knowledge folder with the bridge in it."""
    return story_folder().parent


@pytest.fixture
def library(root: Path) -> Library:
    """Its library."""
    return load_library(root)


def entry_of(library: Library, name: tuple[str, str]) -> Entry:
    """An entry by its ids."""
    return next(entry for story, entry in library.entries() if (story.id, entry.id) == name)


def tried(root: Path, change: FolderChange) -> Library:
    """The library as it would be, the folder being as it was."""
    before = (root / change.file).read_bytes() if change.before is not None else None
    assert before == change.before
    return trial(root, change)


def test_phrasings_are_added(root: Path, library: Library) -> None:
    """Tidy, and each once: what the entry has already, in whatever letters, is left out."""
    change = with_phrasings(library, root, OPENING, ["opening  DAY of the bridge", " when can\nwe cross "])
    assert change.after.decode() == ENTRIES.replace(
        "    - opening day of the bridge\n", "    - opening day of the bridge\n    - when can we cross\n"
    )
    assert entry_of(tried(root, change), OPENING).questions[-1] == "when can we cross"
    with pytest.raises(EditError) as caught:
        with_phrasings(library, root, OPENING, ["When does the bridge open?", " "])
    assert caught.value.trouble is Trouble.NOTHING_NEW


@pytest.mark.parametrize("name", [("bridge", "gone"), ("gone", "opening-day")])
def test_what_is_gone_is_told(root: Path, library: Library, name: tuple[str, str]) -> None:
    """An entry, or its whole story."""
    with pytest.raises(EditError) as caught:
        with_phrasings(library, root, name, ["x"])
    assert caught.value.trouble is Trouble.ENTRY_GONE
    with pytest.raises(EditError):
        with_entry_changed(library, root, name, Wanted(("x",), "y"), entry_of(library, OPENING))
    with pytest.raises(EditError) as caught:
        with_entry_added(library, root, "gone", Wanted(("x",), "y"))
    assert caught.value.trouble is Trouble.STORY_GONE


def changed(root: Path, library: Library, name: tuple[str, str], **parts: object) -> tuple[Entry, str]:
    """An entry with some parts as somebody wants them, and the file's new text."""
    seen = entry_of(library, name)
    now = Wanted(seen.questions, seen.answer, tuple(each.quote for each in seen.citations))
    change = with_entry_changed(library, root, name, replace(now, **parts), seen)  # type: ignore[arg-type]
    return entry_of(tried(root, change), name), change.after.decode()


def test_a_form_that_was_not_changed_changes_nothing(root: Path, library: Library) -> None:
    """Not a byte."""
    for name in (OPENING, COST):
        assert changed(root, library, name)[1] == ENTRIES


def test_questions_are_changed_line_by_line(root: Path, library: Library) -> None:
    """Taken away, put in, and put in another order."""
    entry, text = changed(root, library, OPENING, questions=("When may we cross?", "opening day of the bridge"))
    assert entry.questions == ("When may we cross?", "opening day of the bridge")
    assert text == ENTRIES.replace("When does the bridge open?", "When may we cross?")
    swapped, _ = changed(root, library, OPENING, questions=("opening day of the bridge", "When does the bridge open?"))
    assert swapped.questions == ("opening day of the bridge", "When does the bridge open?")


def test_questions_that_the_form_did_not_show_stay(root: Path, library: Library) -> None:
    """They come behind those that were written."""
    entry, _ = changed(root, library, OPENING, questions=("When may we cross?",), hidden=1)
    assert entry.questions == ("When may we cross?", "opening day of the bridge")


def test_an_answer_is_changed(root: Path, library: Library) -> None:
    """One line."""
    entry, text = changed(root, library, OPENING, answer="Not before Sunday: so said the mayor.")
    assert entry.answer == "Not before Sunday: so said the mayor."
    assert text.count("\n") == ENTRIES.count("\n")


def test_a_quote_more_keeps_the_others_as_they_are(root: Path, library: Library) -> None:
    """With their speakers; the new one is nobody's until somebody says so."""
    entry, text = changed(root, library, OPENING, quotes=(SUNDAY, BOATS))
    assert [(each.quote, each.speaker, each.kind) for each in entry.citations] == [
        ("The bridge won’t open before Sunday,", "Ann Hill", "quote"),
        (BOATS, None, None),
    ]
    assert text == ENTRIES.replace("      kind: quote\n", f"      kind: quote\n    - quote: {BOATS}\n")


@pytest.mark.parametrize(
    ("speaker", "said"),
    [(AS_IT_IS, ("Ann Hill", "quote")), (NOBODY, (None, None)), ("Mayor Hill", ("Ann Hill", "quote"))],
)
def test_a_speaker_is_chosen(root: Path, library: Library, speaker: str, said: tuple[str | None, str | None]) -> None:
    """Left as it is, nobody, or somebody by any of their names; spoken words are told from reported ones."""
    entry, _ = changed(root, library, OPENING, speaker=speaker)
    assert [(each.speaker, each.kind) for each in entry.citations] == [said]


def test_reported_words_are_told_by_the_article(root: Path, library: Library) -> None:
    """There are no quotation marks around them."""
    entry, _ = changed(root, library, OPENING, quotes=(BOATS,), speaker="Ann Hill")
    assert [(each.speaker, each.kind) for each in entry.citations] == [("Ann Hill", "reported")]


def test_a_quote_makes_a_near_question_an_answer_and_back(root: Path, library: Library) -> None:
    """What has no quote is not in the story."""
    entry, _ = changed(root, library, COST, quotes=(BOATS,))
    assert entry.in_story
    entry, text = changed(root, library, OPENING, quotes=())
    assert (entry.in_story, entry.citations) == (False, ())
    assert "- id: opening-day\n  in_story: false\n" in text


@pytest.mark.parametrize(
    ("parts", "trouble"), [({"questions": ()}, Trouble.NO_QUESTION), ({"answer": ""}, Trouble.NO_ANSWER)]
)
def test_what_an_entry_must_have_is_asked_for(
    root: Path, library: Library, parts: dict[str, object], trouble: Trouble
) -> None:
    """A question and an answer."""
    with pytest.raises(EditError) as caught:
        changed(root, library, OPENING, **parts)
    assert caught.value.trouble is trouble
    with pytest.raises(EditError):
        with_entry_added(library, root, "bridge", replace(Wanted(("x",), "y"), **parts))  # type: ignore[arg-type]


def test_an_entry_that_somebody_else_changed_is_told(root: Path, library: Library) -> None:
    """The form showed another."""
    seen = replace(entry_of(library, OPENING), answer="Another one.")
    with pytest.raises(EditError) as caught:
        with_entry_changed(library, root, OPENING, Wanted(("x",), "y"), seen)
    assert caught.value.trouble is Trouble.ENTRY_CHANGED


def test_a_wrong_quote_is_a_fault(root: Path, library: Library) -> None:
    """As when a curator writes it."""
    with pytest.raises(KnowledgeError, match="is not in the article"):
        changed(root, library, OPENING, quotes=("The bridge won't open before Monday,",))
    (_, right), (_, wrong) = quotes_found(library.stories[0], [SUNDAY, "The bridge won't open before Monday,"])
    assert right is None
    assert wrong
    assert "is not in the article" in wrong.problem


def test_an_entry_is_added_where_its_topic_is(root: Path, library: Library) -> None:
    """With an id of its question's words, as an answer or as a near question."""
    wanted = Wanted(("How many boats pass below it?", "boats a year"), "The harbour claimed 3,000.", (BOATS,), NOBODY)
    change, number = with_entry_added(library, root, "bridge", wanted, "all")
    assert (change.file, number) == (Path("bridge/entries/all.yaml"), "boats-pass-below")
    assert change.after.decode() == ENTRIES + (
        "\n- id: boats-pass-below\n  questions:\n    - How many boats pass below it?\n    - boats a year\n"
        f"  answer: The harbour claimed 3,000.\n  citations:\n    - quote: {BOATS}\n"
    )
    entry = entry_of(tried(root, change), ("bridge", number))
    assert (entry.topic, entry.in_story) == ("all", True)
    near, number = with_entry_added(library, root, "bridge", Wanted(("Who paints it?",), "It does not say."))
    assert not entry_of(tried(root, near), ("bridge", number)).in_story


def test_a_new_topic_gets_a_file_of_its_own(root: Path, library: Library) -> None:
    """Named by it, and by nothing that leads elsewhere."""
    wanted = Wanted(("Who paints it?",), "It does not say.")
    change, number = with_entry_added(library, root, "bridge", wanted, "../The paint")
    assert change.file == Path("bridge/entries/The-paint.yaml")
    assert change.before is None
    assert entry_of(tried(root, change), ("bridge", number)).topic == "../The paint"


def test_ids_differ(root: Path, library: Library) -> None:
    """Also for the same words, and for none that an id can have."""
    twice = replace(
        library,
        stories=(
            replace(
                library.stories[0], entries=(*library.stories[0].entries, replace(entry_of(library, COST), id="paints"))
            ),
        ),
    )
    wanted = Wanted(("Who paints it?",), "It does not say.")
    assert with_entry_added(twice, root, "bridge", wanted)[1] == "paints-2"
    assert with_entry_added(twice, root, "bridge", replace(wanted, questions=("почему?",)))[1] == "entry"


def test_a_mark_at_a_files_beginning_stays(root: Path) -> None:
    """Some editors put one there."""
    file = root / "bridge" / "entries" / "all.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + ENTRIES.encode())
    change = with_phrasings(load_library(root), root, OPENING, ["when can we cross"])
    assert change.after.startswith(b"\xef\xbb\xbf- id: opening-day")
    assert change.after.count(b"\xef\xbb\xbf") == 1


@pytest.mark.parametrize(
    ("text", "one_line"),
    [(" a\n b ", "a b"), ("a\u200bb", "ab"), ("a\x00\x07b", "ab"), ("a\u202eb\tc", "ab c"), ("", "")],
)
def test_what_nobody_sees_is_not_written(text: str, one_line: str) -> None:
    """Invisible letters and line ends."""
    assert tidy(text) == one_line


def test_fields_are_read_by_lines() -> None:
    """Empty ones left out, each once."""
    assert lines_of(" a \n\nb\na\n") == ("a", "b")
