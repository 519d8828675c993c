"""Reading a question with what an entry rests on: the reader itself, and where it is asked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import copy
from pathlib import Path

import pytest

from bot.evaluation.measure import auroc
from bot.matching import Matcher, Meanings, doubts
from bot.matching.doubts import Doubts, settled
from bot.matching.encoder import Encoder, load_encoder
from bot.matching.encoder.encoder import LONGEST
from bot.matching.encoder.reader import Reader, pair_of
from bot.matching.evidence import proof_of
from bot.stories import load_library
from tests.bench.seldom import DATA
from tests.knowledge_folder import ENTRIES, write_story

BRIDGE = "The bridge at Orvel, closed since a barge hit it in May, was reopened on Friday by its builder, Ann Hill."


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    """The shipped encoder."""
    return load_encoder()


@pytest.fixture(scope="module")
def reader(encoder: Encoder) -> Reader:
    """The shipped reader."""
    assert encoder.reader is not None
    return encoder.reader


@pytest.mark.parametrize(
    ("answered", "alike"),
    [
        ("who built the bridge?", "who paid for the bridge?"),
        ("who opened it?", "how much did the repair cost?"),
        ("when was it opened again", "when will the next bridge be opened"),
        ("since which month was it shut?", "how many people crossed it each month?"),
    ],
)
def test_what_a_text_answers_is_told_from_what_it_only_resembles(reader: Reader, answered: str, alike: str) -> None:
    """Both share the text's words; one of them it answers."""
    assert reader.told(answered, BRIDGE) > 0 > reader.told(alike, BRIDGE)


def test_the_questions_of_stories_that_did_not_teach_it_are_told_apart(encoder: Encoder, reader: Reader) -> None:
    """Those that a story answers, read with what answers them, from those that it does not, read with what is nearest.

    By likeness alone the latter would come first: they were written to tempt.
    """
    pairs = [pair for story in sorted(DATA.glob("*/questions.jsonl")) for pair in _pairs(story, encoder)]
    answered, tempting = (
        [reader.told(question, text) for question, text, told in pairs if told is kind] for kind in (True, False)
    )
    assert min(len(answered), len(tempting)) >= 300
    assert (auroc(answered, tempting) or 0) > 0.85


def _pairs(file: Path, encoder: Encoder) -> Iterator[tuple[str, str, bool]]:
    """Yield a story's questions with a sentence each, and whether it answers; what is far from the story aside."""
    rows = file.with_name("sentences.tsv").read_text("utf-8").splitlines()
    texts = {row.split("\t")[0]: row.split("\t")[-1] for row in rows}
    asked = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    asked = [each for each in asked if each["kind"] == "near" or [len(found) for found in each["gold"]][:1] == [1]]
    likeness = encoder.encode([each["question"] for each in asked]) @ encoder.encode(list(texts.values())).T
    for each, row in zip(asked, likeness, strict=True):
        named = each["gold"][0][0] if each["gold"] else list(texts)[int(row.argmax())]
        yield each["question"], texts[named], bool(each["gold"])


def test_the_same_pair_always_reads_the_same(reader: Reader) -> None:
    """Same question, same answer."""
    assert len({reader.told("who built the bridge?", BRIDGE) for _ in range(5)}) == 1


@pytest.mark.parametrize("question", ["", "who?", "who built it " * 50])
@pytest.mark.parametrize("text", ["", BRIDGE, BRIDGE * 20, "\ud800", "\0"])
def test_any_pair_can_be_read(encoder: Encoder, reader: Reader, question: str, text: str) -> None:
    """Of what is too long the beginning is read, and the text always has room."""
    tokens, kinds = pair_of(encoder, question, text)
    assert len(tokens) == len(kinds) <= LONGEST
    assert kinds == sorted(kinds)
    assert set(kinds) == {0, 1}
    assert isinstance(reader.told(question, text), float)


def test_what_is_far_behind_is_not_read(reader: Reader) -> None:
    """A long text takes no longer than one that fills what is read."""
    assert reader.told("who built it?", BRIDGE * 10) == reader.told("who built it?", BRIDGE * 20)


def test_a_pair_is_the_question_and_then_the_text(encoder: Encoder) -> None:
    """Each ends with the mark of an end; the text has no mark of a beginning."""
    asked, read = encoder.tokens("who built it?"), encoder.tokens(BRIDGE)
    tokens, kinds = pair_of(encoder, "who built it?", BRIDGE)
    assert tokens == asked + read[1:]
    assert kinds == [0] * len(asked) + [1] * (len(read) - 1)


class Fixed:
    """A reader that finds the same of everything, and notes what it is asked."""

    def __init__(self, found: float) -> None:
        self.found = found
        self.asked: list[tuple[str, str]] = []

    def told(self, question: str, text: str) -> float:
        """Return what is always found."""
        self.asked.append((question, text))
        return self.found


def test_only_doubts_are_read(tmp_path: Path) -> None:
    """What is as good as sure stays as it is, unread."""
    write_story(tmp_path / "bridge")
    owned, reader = list(load_library(tmp_path).entries()), Fixed(4.0)
    found = Doubts(reader, owned)
    assert [found.read(chance, "When?", 0) for chance in (0.0, 0.01, 0.95, 1.0)] == [0.0] * 4
    assert not reader.asked
    assert found.read(0.3, "When?", 0) == 4.0
    assert reader.asked == [("When?", proof_of(*owned[0]))]


@pytest.mark.parametrize("chance", [0.06, 0.3, 0.6, 0.89])
def test_what_was_read_speaks_for_and_against(chance: float) -> None:
    """The more the surer; what was not read changes nothing."""
    against, little, much = (settled(chance, read) for read in (-4.0, 3.0, 6.0))
    assert 0 < against < chance < little < much < 1
    assert settled(chance, 0.0) == chance


def test_a_question_is_read_as_it_is_meant(tmp_path: Path, encoder: Encoder) -> None:
    """Repaired, and with the proof of the likeliest entry; a curator's very words need no reading."""
    write_story(tmp_path / "bridge")
    library, reader = load_library(tmp_path), Fixed(-4.0)
    unread = Matcher(library, meanings=Meanings(without_reader(encoder)))
    other = without_reader(encoder)
    other.reader = reader
    matcher = Matcher(library, meanings=Meanings(other))
    question = "on which day will the birdge be oppened"
    assert matcher.match(question).score < unread.match(question).score
    ((asked, text),) = reader.asked
    assert "bridge" in asked
    assert text.startswith("Mayor Ann Hill said that it won't open before Sunday. “The bridge won’t open")
    matcher.match("When does the bridge open?")
    assert len(reader.asked) == 1


def test_without_near_entries_nothing_is_read(
    tmp_path: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The score says how like a question is there, and no more, however much in doubt it is."""
    monkeypatch.setattr(doubts, "_LEAST_DOUBT", 0.0)
    monkeypatch.setattr(doubts, "_MOST_DOUBT", 1.0)
    write_story(tmp_path / "bridge", entries=ENTRIES.partition("- id: cost")[0])
    reader, other = Fixed(-4.0), without_reader(encoder)
    other.reader = reader
    match = Matcher(load_library(tmp_path), meanings=Meanings(other)).match("on which day will the bridge be opened")
    assert match.answerable
    assert not reader.asked


def without_reader(encoder: Encoder) -> Encoder:
    """The same encoder, which reads nothing."""
    found = copy(encoder)
    found.reader = None
    return found
