"""What a changed quote is said to differ in, on the shipped story: readably, and what turns the meaning."""

from __future__ import annotations

import pytest

from bot.answering.quotecheck import Difference, QuoteChecker
from tests.answering.quotecheck.posts import slices


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        (
            "if it looks like a terrorist and walks like a terrorist it's a terrorist",
            [("if it acts like a terrorist", ""), ("if it", "and"), ("if it fights like a terrorist", "")],
        ),
        (
            "if it acts like a terrorist, if it fights like a terrorist, it's a terrorist",
            [("if it walks like a terrorist", "")],
        ),
        (
            "if it looks like a terrorist it is a terrorist",
            [
                ("if it acts like a terrorist, if it walks like a terrorist, if it fights like a terrorist", ""),
                ("it’s", "it is"),
            ],
        ),
        (
            "the Russian national interest in Syria seems to involve Assad remaining in power",
            [("Syrian President Bashar al-Assad", "Assad")],
        ),
        ("don’t want to see the al-Assad regime stay in power", [("Assad", "al-Assad")]),
        ("must not remain in power in conflict Syria", [("post-conflict", "conflict")]),
        (
            "Greater than 90% of the strikes ... have been largely against opposition groups",
            [("They’ve", "have")],
        ),
        (
            "the strikes have been largely against opposition groups that want a better future for Syria",
            [
                (
                    "that we’ve seen them take to date have not been against Isil or al-Qaida-affiliated terrorists",
                    "",
                ),
                ("They’ve", "have"),
            ],
        ),
        (
            "have not been against Isil. They’ve been largely against opposition groups",
            [("or al-Qaida-affiliated terrorists", "")],
        ),
    ],
)
def test_differences_can_be_read(checker: QuoteChecker, text: str, changes: list[tuple[str, str]]) -> None:
    """They are whole clauses and whole names, and no words of somebody who reports a quotation."""
    found = checker.check(f"“{text}”")
    assert (found.verdict, found.differences) == ("altered", tuple(Difference(*change) for change in changes))
    assert not any("said" in slice_ for slice_ in slices(checker, found))


@pytest.mark.parametrize(
    ("text", "turning"),
    [
        ("Assad must remain in power in post-conflict Syria", ["not"]),
        ("if it fights like a terrorist, it’s not a terrorist", [""]),
        ("the Russian government admits that their involvement has ulterior purposes", ["no"]),
        ("Greater than 80% of the strikes that we’ve seen", ["90"]),
        ("In a statement on Thursday, the State Department reported", ["Wednesday"]),
        ("a prospect that the U.S. government publicly supports", ["opposes"]),
        ("They’ve been largely for opposition groups that want a worse future", ["against", "better"]),
        ("groups that want to see the Assad regime stay in power", ["a better future for Syria and don’t want"]),
        ("not making distinctions, but not targeting terrorists", [""]),
        ("his military was making distinctions, but not targeting terrorists", ["not", ""]),
        ("do not want to see the Assad regime stay in power", []),
        ("have been not against Isil or al-Qaida-affiliated terrorists", []),
        ("Greater than ninety percent of the strikes that we’ve seen", []),
        ("Greater than 90% of strikes that we have seen", []),
        ("It is only about the national interest of the Russian Federation", []),
        ("This is not about reaching for foreign policy goals", []),
        ("If it looks like a terrorist, it’s a terrorist", []),
        ("they’re exacerbating sectarian tensions in Russia itself", []),
    ],
)
def test_what_turns_the_meaning_is_told_from_a_small_change(
    checker: QuoteChecker, text: str, turning: list[str]
) -> None:
    """A negation, a number or date, an opposite; not a contraction, a number in words, or a missing article."""
    found = checker.check(f"“{text}”")
    assert found.verdict == "altered"
    assert [each.said for each in found.differences if each.turns] == turning
