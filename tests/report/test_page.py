"""The page as a text: whole, from nowhere else, safe, and put together as screen readers need it."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from bot.evaluation import held_out
from bot.knowledge.unanswered import Group
from bot.report import Kept, Study, as_html, study
from bot.stories import load_library
from tests.knowledge_folder import write_story
from tests.report.conftest import ARTICLE, ENTRIES, STORY, asked

CSS = (Path(__file__).resolve().parents[2] / "bot/report/templates/report.css").read_text(encoding="utf-8")
VOID = {"meta", "link", "input", "br", "img", "line", "polyline", "circle"}


class Outline(HTMLParser):
    """The elements of a page in order, with their attributes, and the text of those asked for."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.texts[tag][-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every element of a kind."""
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module")
def outline(page: str) -> Outline:
    """The page, read."""
    return Outline(page)


def test_every_element_is_closed(outline: Outline) -> None:
    """The page is well formed as far as it matters."""
    assert outline.open == []


def test_nothing_comes_from_elsewhere(outline: Outline, page: str) -> None:
    """No script, no picture, no font, no style sheet; the policy forbids them too."""
    tags = {tag for tag, _ in outline.elements}
    assert tags.isdisjoint({"script", "link", "img", "iframe", "object", "embed", "form", "base"})
    addresses = [
        value for _, attributes in outline.elements for name, value in attributes.items() if name in {"href", "src"}
    ]
    assert all(address and address.startswith("#") for address in addresses)
    assert not re.search(r"url\(|@import|expression\(", CSS)
    policy = next(
        each["content"] for each in outline.all("meta") if each.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert not any(name.startswith("on") for _, attributes in outline.elements for name in attributes)
    assert "javascript:" not in page


def test_what_others_wrote_is_text(page: str) -> None:
    """The article, phrasings, questions of readers: no element of theirs becomes one of ours."""
    for theirs in ("<b>closed", "<script>alert", "<img src=x", "<i>for it"):
        assert theirs not in page
        assert html.escape(theirs) in page


def test_every_id_stands_once_and_every_link_leads_there(outline: Outline) -> None:
    """From each slice to the entries that quote it, from each entry's name to its row, and back."""
    ids = [attributes["id"] for _, attributes in outline.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = {str(each["href"])[1:] for each in outline.all("a")}
    assert links <= {str(each) for each in ids}
    for attribute in ("aria-labelledby", "aria-describedby"):
        named = " ".join(str(attributes[attribute]) for _, attributes in outline.elements if attribute in attributes)
        assert set(named.split()) <= {str(each) for each in ids}


def test_every_quoted_slice_leads_to_all_entries_that_quote_it(page: str) -> None:
    """By way of the list under its paragraph."""
    piece = re.search(r'<a href="#(by-1-\d+)"[^>]*>bridge was closed</a>', page)
    assert piece
    listed = re.search(rf'<li id="{piece.group(1)}">(.*?)</li>', page, re.DOTALL)
    assert listed
    assert re.findall(r'href="#entry-1-([\w.-]+)"', listed.group(1)) == ["closing-day", "closed"]


def test_what_nobody_quotes_is_visible_and_said(page: str) -> None:
    """By a mark for the eye and by words for the ear."""
    assert '<span class="bare"><span class="away">[quoted by none: </span>Nobody was on it.' in page


def test_there_are_landmarks_and_a_way_past_them(outline: Outline) -> None:
    """A header, a named navigation, one main part, a footer; the first link skips to it."""
    tags = [tag for tag, _ in outline.elements]
    assert [tags.count(tag) for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert outline.all("nav")[0]["aria-label"]
    assert outline.all("a")[0] == {"class": "skip", "href": "#main"}
    assert outline.all("html")[0]["lang"] == "en"
    assert outline.texts["title"][0].endswith("curator's report")


def test_headings_leave_out_no_level(outline: Outline) -> None:
    """One first heading, and none deeper by two than the one before."""
    levels = [int(tag[1]) for tag, _ in outline.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_are_named_and_their_headings_have_a_scope(outline: Outline) -> None:
    """A screen reader says which column and row a figure belongs to."""
    assert len(outline.texts["caption"]) == len(outline.all("table")) == 3
    assert all(each.get("scope") in {"col", "row"} for each in outline.all("th"))


def test_the_curve_is_named_described_and_a_table_too(outline: Outline) -> None:
    """Nobody needs to see it."""
    (drawing,) = outline.all("svg")
    assert drawing["role"] == "img"
    assert drawing["aria-labelledby"] == "curve-title curve-text"
    assert "of the phrasings" in outline.texts["desc"][0]
    assert "from score" in " ".join(outline.texts["table"])


def test_every_control_has_a_name(outline: Outline, page: str) -> None:
    """Radio buttons stand in labels, in a named group."""
    assert len(outline.texts["label"]) == len(outline.all("input")) == 2
    assert outline.texts["legend"] == ["Show"]
    assert all(text.strip() for text in outline.texts["summary"])


def test_a_state_is_told_in_words(outline: Outline, page: str) -> None:
    """Never by colour alone."""
    states = re.findall(r'<span class="state \w+">(\w+)</span>', page)
    assert set(states) == {"look", "well"}
    assert len(states) == len(list(re.finditer(r'<tr class="(?:look|well)"', page)))


def test_what_readers_asked_in_vain(page: str) -> None:
    """With how often, from when to when, and the nearest entries."""
    row = re.search(r"<tr><th scope=\"row\">who paid .*?</tr>", page, re.DOTALL)
    assert row
    for told in (
        ">9<",
        ">2024-03-01<",
        ">2024-05-02<",
        '<a href="#entry-1-cost">cost</a>, gone<',
        "who paid for that (2)",
    ):
        assert told in row.group()


def test_a_long_list_of_them_is_cut_and_says_so(bridge: Path) -> None:
    """The command that prints all of it is named."""
    many = Kept(tuple(Group((asked(f"question {number}", 1),)) for number in range(250)))
    found = as_html(study(load_library(bridge), kept=many))
    assert found.count(">question ") == 100
    assert "100 of 250, <code>python -m bot unanswered</code> lists them all" in found


@pytest.mark.parametrize(
    ("kept", "sentence"),
    [
        (Kept(), "Nothing was asked in vain that has not been seen to."),
        (Kept(missing="The records can't be read: locked."), "The records can&#39;t be read: locked."),
    ],
)
def test_where_there_is_nothing_to_list_it_says_why(bridge: Path, kept: Kept, sentence: str) -> None:
    """What can't be read is no nought: then there is no column of votes either."""
    found = as_html(study(load_library(bridge), kept=kept))
    section = found[found.index('id="vain"') :]
    assert f"<p>{sentence}</p>" in section[:400]
    assert ("Called wrong" in found) is (kept.missing == "")


def test_a_sample_is_called_one(bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads the figures knows of how many phrasings they are."""
    assert "drawn alike" not in as_html(study(load_library(bridge)))
    monkeypatch.setattr(held_out, "_MOST_COMPARED", 8 * 705)
    assert "8 of 21 were, drawn alike from\nevery entry" in as_html(study(load_library(bridge)))


def test_follow_ups_are_counted_where_there_are_some(tmp_path: Path, page: str) -> None:
    """A story without any is not told of them."""
    follow_ups = "  follow_ups: {opening-day: [and the cost?, how much?]}\n  answer: The story"
    entries = ENTRIES.replace("  answer: The story", follow_ups)
    write_story(tmp_path / "bridge", story=STORY, article=ARTICLE, entries=entries)
    assert "<dt>follow-ups</dt><dd>2</dd>" in as_html(study(load_library(tmp_path)))
    assert "follow-ups</dt>" not in page


def test_without_records_there_is_no_section_for_them(bridge: Path) -> None:
    """And no column of votes."""
    found = as_html(study(load_library(bridge)))
    assert "Asked in vain" not in found
    assert "Called wrong" not in found


def test_a_report_is_made_alike_each_time(studied: Study, page: str) -> None:
    """No date, no chance: a second report shows what has changed, and nothing else."""
    assert as_html(studied) == page


def test_several_stories(tmp_path: Path) -> None:
    """Each has its article and its entries, told apart in the navigation."""
    for name in ("one", "two"):
        story = STORY.replace("Bridge <b>closed</b>", f"Bridge {name}")
        write_story(tmp_path / name, story=story, article=ARTICLE, entries=ENTRIES)
    outline = Outline(as_html(study(load_library(tmp_path))))
    ids = [attributes["id"] for _, attributes in outline.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {"article-1", "article-2", "entries-1", "entries-2", "entry-1-boats", "entry-2-boats"} <= set(ids)
    assert "The article: Bridge two" in outline.texts["nav"][0]


def tokens(dark: bool) -> dict[str, tuple[int, int, int]]:
    """The colours of a scheme."""
    blocks = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
    pairs = re.findall(r"--([\w-]+): #([0-9a-f]{6});", blocks[1 if dark else 0])
    return {name: (int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:], 16)) for name, colour in pairs}


def luminance(colour: tuple[int, int, int]) -> float:
    """The relative luminance of a colour, by WCAG 2."""
    parts = [value / 255 for value in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """The contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_text_can_be_read_in_either_scheme(dark: bool) -> None:
    """At least 4.5 to 1 for text, 3 to 1 for lines that mean something."""
    found = tokens(dark)
    texts = [
        ("text", "page"),
        ("text", "panel"),
        ("quiet", "page"),
        ("quiet", "panel"),
        ("link", "page"),
        ("link", "panel"),
    ]
    texts += [("text", "quoted"), ("text", "often"), ("text", "bare-back"), ("good", "page"), ("look", "page")]
    assert {
        pair: round(contrast(*map(found.get, pair)), 1) for pair in texts if contrast(*map(found.get, pair)) < 4.5
    } == {}  # type: ignore[arg-type]
    lines = [("link", "quoted"), ("link", "often"), ("bare", "bare-back"), ("look", "panel"), ("focus", "page")]
    assert [pair for pair in lines if contrast(*map(found.get, pair)) < 3] == []  # type: ignore[arg-type]


def test_it_can_be_printed() -> None:
    """A style for paper is there, and one for those whom motion makes ill."""
    assert "@media print" in CSS
    assert "prefers-reduced-motion" in CSS


def test_few_phrasings_make_the_shares_harsh(studied: Study, page: str) -> None:
    """Below ten an entry the page says so, and no more from there on."""
    assert studied.few_phrasings
    assert "leaving out some is harsh" in page
    (story,) = studied.library.stories
    many = replace(story, entries=tuple(replace(each, questions=tuple(each.questions) * 10) for each in story.entries))
    grown = replace(studied, library=replace(studied.library, stories=(many,)))
    assert "leaving out some is harsh" not in as_html(grown)
