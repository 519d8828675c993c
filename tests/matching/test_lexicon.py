"""Common English words: what is no typo, and what a typo may stand for."""

from __future__ import annotations

import json
import re

import pytest

from bot.matching.encoder import FOLDER
from bot.matching.lexicon import CommonWords, common_word_near, common_words, is_other_spelling
from bot.matching.vocabulary import Names, Vocabulary


def test_there_are_thousands_of_them() -> None:
    """Everyday words are among them, typos are not."""
    words = common_words()
    assert len(words) > 15_000
    assert all(word in words for word in ("question", "smart", "reason"))
    assert not any(word in words for word in ("quesiton", "zzzzzzzzzzzzzzzzzz", "", 7))


def test_they_are_the_tokenizers_whole_words_with_their_ranks() -> None:
    """All of its words of four plain letters and more, as a JSON reader has them: they are read without one."""
    vocabulary = json.loads((FOLDER / "tokenizer.json").read_bytes())["model"]["vocab"]
    expected = {word: rank for word, rank in vocabulary.items() if re.fullmatch("[A-Za-z]{4,}", word)}
    words = common_words()
    kinds = {(word[0], len(word)) for word in expected}
    found = {word: rank for kind in kinds for word, rank in zip(words.alike(*kind), words.ranks(*kind), strict=True)}
    assert found == expected
    assert len(words) == len(expected)


def test_words_are_kept_by_their_beginning_and_length() -> None:
    """Each is found, gone through once and has its own rank; what only begins or ends like one is none."""
    ranks = {"bread": 7, "boats": 3, "brook": 65_000, "bridge": 5, "apple": 9}
    words = CommonWords(ranks.items())
    assert sorted(words) == sorted(ranks)
    assert len(words) == len(ranks)
    assert dict(zip(words.alike("b", 5), words.ranks("b", 5), strict=True)) == {"boats": 3, "bread": 7, "brook": 65_000}
    assert not any(word in words for word in ("atsbr", "brea", "breads", "zebra"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("quesiton", "question"), ("purpse", "purpose"), ("governmnt", "government"), ("zzzzzz", None)],
)
def test_a_slip_of_the_fingers_is_undone(typed: str, meant: str | None) -> None:
    """One letter lost, added, changed or swapped; the first letter stays."""
    assert common_word_near(typed) == meant


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("harbour", "harbor", True),
        ("defence", "defense", True),
        ("organised", "organized", True),
        ("centre", "center", True),
        ("labelled", "labeled", True),
        ("dialogue", "dialog", True),
        ("smart", "start", False),
        ("four", "for", False),
        ("same", "same", False),
    ],
)
def test_british_and_american_spellings(one: str, other: str, same: bool) -> None:
    """Two spellings of one word are no typo and no other word."""
    assert is_other_spelling(one, other) is same


@pytest.mark.parametrize(
    ("question", "repaired"),
    [
        ("Whats the smart answer, if ISIS strats?", "whats the smart answer, if isis starts?"),
        ("why the airstrieks on <@123> Syria", "why the airstrikes on syria"),
        ("did they acutally aggree on harbor fees", "did they actually agree on harbour fees"),
        ("it wasnt 90%", "it wasnt 90%"),
        ("bbc bombimg", "bbc bombing"),
    ],
)
def test_a_question_is_repaired_in_place(question: str, repaired: str) -> None:
    """Known words, common words and contractions stay as they are; Discord's syntax goes."""
    known = dict.fromkeys(("starts", "airstrikes", "syria", "isis", "harbour", "fees"), 3)
    assert Vocabulary(known, Names([])).repaired(question) == repaired


@pytest.mark.parametrize(
    ("question", "repaired"),
    [
        ("Who is Bashar?", "who is assad?"),
        ("who's daesh", "who's isis"),
        ("Bashar al-Assad?", "bashar al-assad?"),
        ("is Daesh the same as ISIS", "is daesh the same as isis"),
        ("is Bashir in it", "is basher in it"),
    ],
)
def test_a_name_is_no_slip_of_another_word(question: str, repaired: str) -> None:
    """A name that no phrasing has is read as the first for the same thing, unless that stands there too."""
    names = Names([("Assad", "Bashar al-Assad", "Bashar"), ("ISIS", "Daesh")])
    assert Vocabulary({"assad": 3, "isis": 3, "basher": 1}, names).repaired(question) == repaired
