"""What a report tells: the article in pieces, the health of each entry, the curve, and where it may be written."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from bot.checking import Kind
from bot.evaluation.curve import Point
from bot.evaluation.measure import Figures, Verdict
from bot.report import ReportError, Study, study, write_report
from bot.report.chart import chart
from bot.report.health import Health
from bot.report.marked import marked
from bot.report.write import GENERATOR
from bot.stories import load_library
from tests.knowledge_folder import write_story


def health(studied: Study, entry: str) -> Health:
    """How an entry does."""
    return next(each for each in studied.health if each.entry.id == entry)


def test_the_pieces_of_a_paragraph_are_the_paragraph(studied: Study) -> None:
    """Not a character is lost or doubled, and pieces are numbered through."""
    (story,) = studied.library.stories
    found = marked(story)
    assert ["".join(piece.text for piece in each.pieces) for each in found] == [
        paragraph.text for paragraph in story.article.paragraphs
    ]
    numbers = [piece.number for each in found for piece in each.pieces if piece.entries]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_piece_knows_the_entries_that_quote_it(studied: Study) -> None:
    """Also where quotes overlap; one entry that quotes it twice counts once."""
    (story,) = studied.library.stories
    pieces = [(piece.text, [entry.id for entry in piece.entries]) for each in marked(story) for piece in each.pieces]
    assert ("The ", ["closing-day"]) in pieces
    assert ("bridge was closed", ["closing-day", "closed"]) in pieces
    assert (" on Monday.", ["closing-day"]) in pieces
    assert ("boats pass below it", ["boats"]) in pieces


def test_words_that_nobody_quotes_are_told_from_marks(studied: Study) -> None:
    """Blanks and quotation marks are nothing to quote."""
    (story,) = studied.library.stories
    bare = [piece.bare for each in marked(story) for piece in each.pieces if piece.bare]
    assert (" ", "Nobody was on it.", "") in bare
    assert (" ", "said Mayor Ann Hill.", "") in [(lead[-1:], core, tail) for lead, core, tail in bare] or any(
        core.endswith("said Mayor Ann Hill.") for _, core, _ in bare
    )
    assert all(core.strip() == core for _, core, _ in bare)


def test_the_health_of_an_entry(studied: Study) -> None:
    """Its trials, what it overlaps with, its votes, and in words what to look at."""
    fine = health(studied, "closing-day")
    assert (fine.reached.total, fine.votes, fine.concerns) == (6, 0, ())
    stray = health(studied, "opening-day")
    assert [each.phrasing for each in stray.overlaps] == ["how many boats pass"]
    assert "how many boats pass" in [each.question for each in stray.missed]
    assert [each.ended for each in stray.missed if each.question == "how many boats pass"] == ["boats"]
    assert "overlaps" in stray.concerns
    assert health(studied, "boats").concerns[:1] == ("called wrong",)
    only = health(studied, "closed")
    assert (only.reached.total, only.concerns) == (0, ("few phrasings",))


def test_entries_that_want_a_look_come_first(studied: Study) -> None:
    """The least found of them before the others."""
    wants = [bool(each.concerns) for each in studied.health]
    assert wants == sorted(wants, reverse=True)
    shares = [each.reached.value for each in studied.health if each.concerns and each.reached.value is not None]
    assert shares == sorted(shares)


def test_without_records_nothing_is_said_of_votes(bridge: Path) -> None:
    """None is not none."""
    assert {each.votes for each in study(load_library(bridge)).health} == {None}


def test_warnings_are_told_once(studied: Study) -> None:
    """Not those that the article and the entries show themselves."""
    assert {each.kind for each in studied.concerns}.isdisjoint({Kind.OVERLAP, Kind.UNCOVERED})


def test_knowledge_without_a_second_phrasing(tmp_path: Path) -> None:
    """There is nothing to leave out; the rest of the report is there."""
    entries = "- {id: a, questions: [What?], answer: It., citations: [{quote: Bridge closed}]}\n"
    folder = write_story(tmp_path / "bridge", story="title: T\n", article="Bridge closed\n", entries=entries)
    found = study(load_library(folder))
    assert (found.figures, found.points) == (None, ())
    assert [each.reached.total for each in found.health] == [0]


POINTS = [Point(1 - n / 1_000, (n + 1) / 1_000, 1 - n / 4_000) for n in range(1_000)]
FIGURES = Figures((Verdict.RIGHT,) * 6 + (Verdict.WRONG,) * 2 + (Verdict.HELD_BACK,) * 2, 0.9)


def test_the_curve_lies_in_its_frame() -> None:
    """From left to right, thinned to what can be seen, its last point kept."""
    drawn = chart(POINTS, FIGURES)
    places = [tuple(map(float, place.split(","))) for place in drawn.line.split()]
    assert 100 <= len(places) <= 200
    assert all(one[0] <= two[0] for one, two in pairwise(places))
    assert all(drawn.left <= x <= drawn.right and drawn.top <= y <= drawn.bottom for x, y in places)
    assert places[-1][0] == drawn.right
    assert drawn.answers is not None
    assert drawn.left < drawn.answers[0] < drawn.story + 1


@pytest.mark.parametrize(("lowest", "label"), [(0.75, "50%"), (0.5, "50%"), (0.4, "0%")])
def test_the_accuracy_axis_says_where_it_begins(lowest: float, label: str) -> None:
    """At a half if the curve lies above it, otherwise at nothing."""
    assert chart([Point(0.9, 0.5, 1.0), Point(0.1, 1.0, lowest)], FIGURES).lines[0].label == label


def test_the_table_has_a_row_a_tenth() -> None:
    """Rising coverage, and no row twice."""
    rows = chart(POINTS, FIGURES).rows
    assert len(rows) == 10
    assert [round(row.coverage, 1) for row in rows] == [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]
    assert len(chart([Point(0.5, 1.0, 0.8)], FIGURES).rows) == 1


def test_a_report_is_written_over_an_older_one(tmp_path: Path) -> None:
    """In one step, and nothing else is left."""
    file = tmp_path / "report.html"
    write_report(f"<html>{GENERATOR}one", file)
    write_report(f"<html>{GENERATOR}two", file)
    assert file.read_text(encoding="utf-8").endswith("two")
    assert [each.name for each in tmp_path.iterdir()] == ["report.html"]


def test_nothing_else_is_overwritten(tmp_path: Path) -> None:
    """A curator's file that is no report stays as it is."""
    file = tmp_path / "article.txt"
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(ReportError, match="is there already and is no report; it was not changed"):
        write_report("<html>", file)
    assert file.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (".", "is a folder. Name a file, such as"),
        ("none/report.html", "There is no folder"),
    ],
)
def test_where_no_report_can_be_written(tmp_path: Path, name: str, sentence: str) -> None:
    """One sentence, before anything is tried."""
    with pytest.raises(ReportError, match=sentence):
        write_report("<html>", tmp_path / name)
