"""Rules 1 to 6 of quote checking, on the shipped story: what is compared, and what its words are."""

from __future__ import annotations

import pytest

from bot.answering.quotecheck import Difference, QuoteChecker
from tests.answering.quotecheck.posts import FUTURE, NATIONAL, PURPOSES, TERRORIST, slices


# 1. What is checked
@pytest.mark.parametrize(
    ("text", "checked"),
    [
        ('so they go "targeted moderate Syrian forces" and nobody blinks', "targeted moderate Syrian forces"),
        ("what a way to put it, `opposed to the Kremlin backed regime`", "opposed to the Kremlin backed regime"),
        ("> opposed to the Kremlin\n> backed regime\nwhat a line", "opposed to the Kremlin backed regime"),
        (">>> targeted moderate\nSyrian forces", "targeted moderate Syrian forces"),
        ("```\ntargeted moderate Syrian forces\n```", "targeted moderate Syrian forces"),
        ("caption: Two Russian air force technicians", "Two Russian air force technicians"),
        ("kirby: opposition groups that want a better future", "opposition groups that want a better future"),
        ("opposition groups that want a better future - John Kirby", "opposition groups that want a better future"),
        ("opposition groups that want a better future\n— Kirby", "opposition groups that want a better future"),
        ("„targeted moderate Syrian forces“ as we say", "targeted moderate Syrian forces"),
        ("«targeted moderate Syrian forces»", "targeted moderate Syrian forces"),
        ("so 'they’ve been largely against opposition groups' it is", "They’ve been largely against opposition groups"),
        ('he wrote "targeted moderate Syrian forces', "targeted moderate Syrian forces"),
        ("targeted moderate Syrian forces” it says", "targeted moderate Syrian forces"),
        ('The strikes never hit ISIS in Syria, see: "publicly opposes"', "publicly opposes"),
    ],
)
def test_only_the_marked_part_is_checked(checker: QuoteChecker, text: str, checked: str) -> None:
    found = checker.check(text)
    assert (found.verdict, slices(checker, found)) == ("exact", [checked])


# 2. Typography is no change
@pytest.mark.parametrize(
    "text",
    [
        "“TARGETED MODERATE SYRIAN FORCES”",
        '"targeted moderate SYRIAN forces"',
        '"in post conflict Syria"',
        '"in post–conflict Syria"',
        '"Isil or al Qaida affiliated terrorists"',
        '"opposed to the Kremlin-backed regime"',
        '"thats not a good future for Syria"',
        '"that`s not a good future for Syria"',
        '"a prospect that the US government publicly opposes"',
        '"a prospect that the U.S government publicly opposes ."',
        '"if it acts like a terrorist if it walks like a terrorist"',
        '"if it acts like a terrorist,if it walks like a terrorist"',
        '"Greater than 90 % of the strikes"',
        "**“Greater than** 90%__ of the__ ~~strikes~~”",
        '"said\nSergey\u00a0Ivanov,   Chief of the Presidential Administration"',
        '"[T]argeted moderate Syrian forces"',
        '"ｔargeted moderate Syrian forces"',
        '"targeted mod\u200berate Syrian forces"',
        "&quot;targeted moderate Syrian forces&quot;",
    ],
)
def test_typography_is_no_change(checker: QuoteChecker, text: str) -> None:
    found = checker.check(text)
    assert found.verdict == "exact", found
    assert found.differences == ()


# 3. Any changed, added or missing word
@pytest.mark.parametrize(
    ("text", "said", "changes"),
    [
        (
            '"have not been against Isis or al-Qaida-affiliated terrorists"',
            "have not been against Isil or al-Qaida-affiliated terrorists",
            [("Isil", "Isis")],
        ),
        ('"Greater than 90 percent of the strikes"', "Greater than 90% of the strikes", [("%", "percent")]),
        ('"Greater than 70% of the strikes"', "Greater than 90% of the strikes", [("90", "70")]),
        (
            '"not been against Isil or al-Qaeda-affiliated terrorists"',
            "not been against Isil or al-Qaida-affiliated terrorists",
            [("Qaida", "Qaeda")],
        ),
        ('"And that is not a good future for Syria"', FUTURE, [("that’s", "that is")]),
        ('"And that’s a good future for Syria"', FUTURE, [("not", "")]),
        ('"And that’s not a very good future for Syria"', FUTURE, [("", "very")]),
        (
            '"Two Russian air force technician prepare warplane"',
            "Two Russian air force technicians prepare warplane",
            [("technicians", "technician")],
        ),
        (
            '"the Russian goverment claims that their involvement"',
            "the Russian government claims that their involvement",
            [("government", "goverment")],
        ),
        ('"targeted [so-called] moderate Syrian forces"', "targeted moderate Syrian forces", [("", "so-called")]),
        (
            '"the capability of striking [civilians], including those who are opposed to his regime"',
            "the capability of striking his own people, including those who are opposed to his regime",
            [("his own people", "civilians")],
        ),
        ('"Assad continues to strike his own people, including those who are opposed to his regime"', None, None),
        (
            '"Instead they had targeted moderate Syrian forces"',
            "Instead they have targeted moderate Syrian forces",
            [("have", "had")],
        ),
        (
            '"Every Russian air force technician prepare warplane in Syria"',
            "Two Russian air force technicians prepare warplane in Syria",
            None,
        ),
        ('"It’s only about the national interest of Moscow"', NATIONAL, [("the Russian Federation", "Moscow")]),
        ("their involvement has ulterior purposes", PURPOSES, [("no", "")]),
        ("has ulterior purposes", "has no ulterior purposes", [("no", "")]),
        ("has no other purposes", None, None),
        ("targeted the moderate Syrian forces", "targeted moderate Syrian forces", [("", "the")]),
        ("striking their own people", "striking his own people", [("his", "their")]),
    ],
)
def test_a_changed_word_is_altered(checker: QuoteChecker, text: str, said: str | None, changes: list | None) -> None:
    found = checker.check(text)
    assert found.verdict == "altered", found
    if said is not None:
        assert slices(checker, found) == [said]
    if changes is not None:
        assert found.differences == tuple(Difference(*change) for change in changes)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '"Assad continues to have at his hands the capability"',
            "Assad continues to be able to have at his, you know, at his hands the capability",
        ),
        ('"If it looks like a terrorist, if it walks like a terrorist"', TERRORIST),
        (
            '"groups that want to see the Assad regime stay in power"',
            "groups that want a better future for Syria and don’t want to see the Assad regime stay in power",
        ),
        ('"90 percent of all Russian military strikes have targeted moderate Syrian forces"', None),
    ],
)
def test_an_unmarked_gap_is_altered_and_shown_whole(checker: QuoteChecker, text: str, said: str | None) -> None:
    found = checker.check(text)
    assert (found.verdict, len(found.spans)) == ("altered", 1)
    assert said is None or slices(checker, found) == [said]


# 4. One quotation
@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '"al-Qaida-affiliated terrorists. They’ve been largely against opposition groups"',
            ["al-Qaida-affiliated terrorists", "They’ve been largely against opposition groups"],
        ),
        (
            '"including those who are opposed to his regime, … and that’s not a good future"',
            ["including those who are opposed to his regime", "And that’s not a good future"],
        ),
        (
            '"Greater than 90% of the strikes [...] have not been against Isil"',
            ["Greater than 90% of the strikes", "have not been against Isil"],
        ),
        ('"If it looks like a terrorist ... it’s a terrorist"', ["If it looks like a terrorist", "it’s a terrorist"]),
        (
            '"Russian military strikes in Syria … has no ulterior purposes"',
            ["Russian military strikes in Syria", "has no ulterior purposes"],
        ),
        ('"…potentially exacerbating sectarian tensions…"', ["potentially exacerbating sectarian tensions"]),
        ('"... a mistake for Russia (…)"', ["a mistake for Russia"]),
        (
            "“opposed to his regime,” said State Department spokesman John Kirby. “And that’s not a good future”",
            ["opposed to his regime,” said State Department spokesman John Kirby. “And that’s not a good future"],
        ),
        ("> his regime of doom", []),
        (
            "stay in power. Russian Foreign Minister Sergei Lavrov claimed that his military",
            ["stay in power.”\n\nRussian Foreign Minister Sergei Lavrov claimed that his military"],
        ),
        (
            "look at this: “It’s only about the national interest of the Russian Federation,” said Sergey Ivanov",
            ["It’s only about the national interest of the Russian Federation,” said\u00a0Sergey Ivanov"],
        ),
        (
            "if it fights like a terrorist, it’s a terrorist,” Lavrov said.",
            ["if it fights like a terrorist, it’s a terrorist,” Lavrov said"],
        ),
    ],
)
def test_parts_of_one_quotation_in_order_are_exact(checker: QuoteChecker, text: str, said: list[str]) -> None:
    found = checker.check(text)
    assert (found.verdict, slices(checker, found)) == ("exact" if said else "not_in_story", said)


# 5. Stitched
@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '"a mistake for Russia. Assad must not remain in power"',
            ["a mistake for Russia", "Assad must not remain in power"],
        ),
        (
            '"They’ve been largely against opposition groups. And that’s not a good future for Syria"',
            ["They’ve been largely against opposition groups", FUTURE],
        ),
        (
            '"Instead they have targeted moderate Syrian forces, if it looks like a terrorist"',
            ["Instead they have targeted moderate Syrian forces", "If it looks like a terrorist"],
        ),
        (
            '"if it walks like a terrorist, if it looks like a terrorist"',
            ["if it walks like a terrorist", "If it looks like a terrorist"],
        ),
        (
            '"has no ulterior purposes … Russian military strikes in Syria"',
            ["has no ulterior purposes", "Russian military strikes in Syria"],
        ),
        ('"remaining in power … stay in power"', ["remaining in power", "stay in power"]),
        (
            '"it’s a terrorist ... if it walks like a terrorist, if it fights like a terrorist"',
            ["it’s a terrorist", "if it walks like a terrorist, if it fights like a terrorist"],
        ),
        ("Greater than 90% of the strikes were, and that’s not a good future for Syria", None),
        ("this is not about satisfying ambitions, but they’re potentially exacerbating sectarian tensions", None),
    ],
)
def test_pieces_of_different_places_are_stitched(checker: QuoteChecker, text: str, said: list[str] | None) -> None:
    found = checker.check(text)
    assert found.verdict == "stitched", found
    assert said is None or slices(checker, found) == said


@pytest.mark.parametrize(
    ("text", "reordered"),
    [
        ('"if it walks like a terrorist, if it looks like a terrorist"', True),
        (f'"{NATIONAL}. This is not about reaching for some foreign policy goals"', True),
        ('"has no ulterior purposes … Russian military strikes in Syria"', True),
        ('"They’ve been largely against opposition groups. And that’s not a good future for Syria"', False),
        ('"a mistake for Russia. Assad must not remain in power"', False),
    ],
)
def test_another_order_is_told_from_other_places(checker: QuoteChecker, text: str, reordered: bool) -> None:
    """Pieces of one quotation do follow each other, the other way round."""
    (quote,) = checker.check(text).quotes
    assert (quote.verdict, quote.reordered) == ("stitched", reordered)


# 6. Several spans
def test_start_and_end_cover_all_spans(checker: QuoteChecker) -> None:
    found = checker.check('"stay in power … Greater than 90% of the strikes"')
    assert found.verdict == "stitched"
    assert found.spans[0] > found.spans[1]
    assert (found.start, found.end) == (found.spans[1][0], found.spans[0][1])
