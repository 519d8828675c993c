"""Folding: what typography changes is one, what wording changes is not, and the way back is exact."""

from __future__ import annotations

import pytest

from bot.stories.typography import fold, fold_with_offsets

SAME = [
    ("“word”", '"word"'),
    ("„word‟", '"word"'),
    ("«word»", '"word"'),
    ("won’t", "won't"),
    ("won‘t won`t won´t wonʼt won′t", "won't won't won't won't won't"),
    ("ten–twelve", "ten-twelve"),
    ("ten—twelve − one", "ten-twelve - one"),
    ("al‑Qaida", "al-Qaida"),
    ("wait…", "wait..."),
    ("ﬁnal", "final"),
    ("ＡＢ　Ｃ", "AB C"),
    ("x²", "x2"),
    ("said\u00a0Ivanov", "said Ivanov"),
    ("a \t\n\r\n  b", "a b"),
    ("  a  ", "a"),
    ("zero\u200bwidth so\u00adft \ufeffmark", "zerowidth soft mark"),
    ("le\u202eft\u202c", "left"),
    ("cafe\u0301", "café"),
    ("", ""),
    (" \u200b\n", ""),
]

# Folded as a whole or letter by letter, these must come out alike.
ALIKE = [
    *(text for text, _ in SAME),
    "Ａ\u0301 ﬁ…  “x” ¨a a ¨ b",
    "x\u200b y\u00a0\u00a0z",
    "½ ㎏ ™ №",
    "한글",
    "ά ṩ q\u0323\u0307",
]


@pytest.mark.parametrize(("text", "folded"), SAME)
def test_typography_folds_away(text: str, folded: str) -> None:
    """Marks, dashes, ellipses, compatibility forms, invisible characters and white space become one form."""
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [("Isil", "ISIL"), ("not", "now"), ("90%", "90"), ("cafe", "café"), ("a b", "ab"), ("a, b", "a b"), ("'a'", '"a"')],
)
def test_wording_stays(one: str, other: str) -> None:
    """Letters, capitals, accents, signs and spaces between words still tell two texts apart."""
    assert fold(one) != fold(other)


@pytest.mark.parametrize("text", ALIKE)
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded text is its own folded form."""
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("text", ALIKE, ids=ascii)
def test_both_ways_of_folding_agree(text: str) -> None:
    """The article, folded with offsets, has the same text as a quote folded without."""
    assert fold_with_offsets(text).text == fold(text)


@pytest.mark.parametrize(
    "text", ["ﾡￂﾤ", "ㅎㅏ", "\u09c7\u09be x", "\u1112\u1161\u11ab\u1100", "\u1161\u11ab"], ids=ascii
)
def test_what_is_composed_without_marks_folds_alike(text: str) -> None:
    """Half-width jamo, vowel signs and loose vowels too."""
    assert fold_with_offsets(text).text == fold(text)


def test_letters_written_as_several_characters_fold_alike() -> None:
    """Hangul in single jamo composes in the article as it does in a quote."""
    text = "\u1112\u1161\u11ab\u1100\u1173\u11af"
    assert fold_with_offsets(text).text == fold(text) == "한글"


@pytest.mark.parametrize(
    ("text", "folded", "original"),
    [
        ("“Yes…” she  said", '"Yes..."', "“Yes…”"),
        ("“Yes…” she  said", "she said", "she  said"),
        ("a\n\n b c", "a b", "a\n\n b"),
        ("the cafe\u0301 bar", "café", "cafe\u0301"),
        ("\ufeffTitle here", "Title", "Title"),
        ("so\u00adft word", "soft", "so\u00adft"),
        ("ﬁnal word", "final", "ﬁnal"),
    ],
)
def test_a_folded_slice_leads_back_to_the_original(text: str, folded: str, original: str) -> None:
    """The span of a folded slice is the slice of the original that it came from."""
    whole = fold_with_offsets(text)
    at = whole.text.index(folded)
    start, end = whole.span(at, at + len(folded))
    assert text[start:end] == original
