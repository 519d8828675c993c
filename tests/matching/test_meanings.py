"""The meanings of texts: computed once, kept, and never trusted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.matching import meanings as module
from bot.matching.encoder import SIZE
from bot.matching.material import every_text
from bot.matching.meanings import Meanings
from bot.stories import load_library
from tests.shipped import KNOWLEDGE


class Counting:
    """An encoder that gives each text a point of its own and counts what it was asked."""

    reader = None

    def __init__(self, name: str = "counting") -> None:
        self.name = name
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        self.asked += texts
        points = np.array([np.random.default_rng(len(text)).standard_normal(SIZE) for text in texts], np.float32)
        return points / np.linalg.norm(points, axis=1, keepdims=True)


@pytest.fixture(autouse=True)
def _nothing_shipped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As if no points were shipped."""
    monkeypatch.setattr(module, "SHIPPED_POINTS", tmp_path / "none")


def test_what_is_kept_is_not_computed_again(tmp_path: Path) -> None:
    """A second process reads the file, computes only what is new, and has the same points."""
    first = Meanings(Counting(), tmp_path).of_phrasings(["a", "bb"])
    encoder = Counting()
    second = Meanings(encoder, tmp_path).of_phrasings(["bb", "ccc", "a", "bb"])
    assert encoder.asked == ["ccc"]
    assert np.array_equal(second[[2, 0, 3]], first[[0, 1, 1]])


def test_an_edit_computes_only_what_is_new(tmp_path: Path) -> None:
    """A reload in the same process needs no file."""
    encoder = Counting()
    meanings = Meanings(encoder)
    meanings.of_phrasings(["a", "bb"])
    meanings.of_phrasings(["a", "ccc"])
    assert encoder.asked == ["a", "bb", "ccc"]
    assert list(tmp_path.iterdir()) == []


def test_how_much_is_unread_is_known_beforehand(tmp_path: Path) -> None:
    """What is kept, in this process or on disk, counts as read; a text that stands twice counts once."""
    meanings = Meanings(Counting(), tmp_path)
    assert meanings.unread(["a", "bb", "a"]) == 2
    meanings.of_phrasings(["a"])
    assert (meanings.unread(["a", "bb"]), Meanings(Counting(), tmp_path).unread(["a", "bb"])) == (1, 1)


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "foreign", "sealed nonsense"])
def test_a_damaged_file_is_made_anew(tmp_path: Path, damage: str, caplog: pytest.LogCaptureFixture) -> None:
    """One line in the log, and the right points."""
    right = Meanings(Counting(), tmp_path).of_phrasings(["a", "bb"])
    (file,) = tmp_path.iterdir()
    data = file.read_bytes()
    if damage == "sealed nonsense":
        module.write_sealed(file, b"nonsense")
    else:
        changed = {"cut": data[:-9], "flipped": data[:99] + b"!" + data[100:], "empty": b"", "foreign": b"x" * 99}
        file.write_bytes(changed[damage])
    assert np.array_equal(Meanings(Counting(), tmp_path).of_phrasings(["a", "bb"]), right)
    assert caplog.text.count("is damaged; its points are computed anew") == 1
    assert file.read_bytes() == data


def test_points_of_another_encoder_are_not_used(tmp_path: Path) -> None:
    """Points are compared only with points of the same encoder."""
    Meanings(Counting("one"), tmp_path).of_phrasings(["a"])
    encoder = Counting("other")
    Meanings(encoder, tmp_path).of_phrasings(["a"])
    assert encoder.asked == ["a"]


def test_a_folder_that_cannot_be_written_changes_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The log says once why the next start will not be faster."""
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    meanings = Meanings(Counting(), blocked / "cache")
    for texts in (["a"], ["bb"]):
        assert meanings.of_phrasings(texts).shape == (1, SIZE)
    assert caplog.text.count("can't be cached") == 1


def test_a_rounded_point_is_the_point() -> None:
    """A byte a coordinate is enough."""
    encoder = Counting()
    texts = ["a" * number for number in range(1, 40)]
    kept, exact = Meanings(encoder).of_phrasings(texts), Counting().encode(texts)
    assert (kept * exact).sum(1) == pytest.approx(np.ones(len(texts)), abs=1e-3)


def test_the_points_of_the_shipped_knowledge_ship(monkeypatch: pytest.MonkeyPatch) -> None:
    """After an edit of the knowledge: python -m bot.matching.ship."""
    from bot.matching.encoder import FOLDER, load_encoder

    monkeypatch.setattr(module, "SHIPPED_POINTS", FOLDER / "shipped.points")
    encoder = Counting(load_encoder().name)
    Meanings(encoder).of_phrasings(every_text(load_library(KNOWLEDGE)))
    assert encoder.asked == []
