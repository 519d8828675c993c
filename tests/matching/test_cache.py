"""What was learnt, kept on disk."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bot.matching import SHIPPED, Cache, Matcher, Meanings
from bot.matching.encoder import SIZE, load_encoder
from bot.matching.learning import learn
from bot.matching.learnt import packed, unpacked
from bot.matching.lessons import digest_of
from bot.matching.material import Material, classes_in_story
from bot.matching.scorers import HeadScorer
from bot.stories import Library, load_library
from tests.shipped import KNOWLEDGE

QUESTIONS = ("is russia after isis", "how many people died", "who took the pic")


@pytest.fixture(scope="module")
def library() -> Library:
    """The shipped knowledge."""
    return load_library(KNOWLEDGE)


@pytest.fixture(scope="module")
def small(library: Library) -> Library:
    """A part of it, with so few phrasings that these are compared in all their coordinates."""
    return part_of(library, 40)


@pytest.fixture(scope="module")
def much(library: Library) -> Library:
    """The same part with all its phrasings."""
    return part_of(library, None)


def part_of(library: Library, phrasings: int | None) -> Library:
    """Leave 25 entries, each with so many phrasings at most."""
    (story,) = library.stories
    entries = tuple(replace(entry, questions=entry.questions[:phrasings]) for entry in story.entries[:25])
    return replace(library, stories=(replace(story, entries=entries),), digest=f"part with {phrasings}")


class Hashing:
    """An encoder that draws a text's point by its letters."""

    name = "hashing"
    reader = None

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        return np.array([np.random.default_rng(list(text.encode())).standard_normal(SIZE) for text in texts], "f")


def figures(matcher: Matcher) -> list[tuple[float, str]]:
    """What a matcher says of a few questions."""
    matches = [matcher.match(question) for question in QUESTIONS]
    return [(match.score, match.answerable[0].entry.id) for match in matches]


def test_a_kept_model_answers_as_the_learnt_one(library: Library, tmp_path: Path) -> None:
    """The second start reads the file and gives the same figures."""
    learnt = figures(Matcher(library, Cache(tmp_path)))
    (file,) = tmp_path.iterdir()
    before = file.stat().st_mtime_ns
    assert figures(Matcher(library, Cache(tmp_path))) == learnt
    assert file.stat().st_mtime_ns == before


@pytest.mark.parametrize("encoded", [False, True], ids=["words", "words and meanings"])
def test_what_ships_is_of_the_shipped_knowledge_and_this_engine(library: Library, *, encoded: bool) -> None:
    """After knowledge or engine were edited, `python -m bot.matching.ship` makes it anew."""
    digest = digest_of(library, Meanings(load_encoder()) if encoded else None)
    found = Cache(None, SHIPPED).load(digest, len(list(library.entries())), len(classes_in_story(library)))
    assert found is not None, "run python -m bot.matching.ship"
    assert (found.centres is not None) == encoded


def test_what_ships_answers_as_what_is_learnt(library: Library, tmp_path: Path) -> None:
    """A first start reads the file that ships and keeps none; learning gives the same figures, but for rounding."""
    shipped = figures(Matcher(library, Cache(tmp_path, SHIPPED)))
    assert not list(tmp_path.iterdir())
    for (score, entry), (again, same) in zip(shipped, figures(Matcher(library)), strict=True):
        assert entry == same
        assert score == pytest.approx(again, abs=0.01)


def test_whether_something_may_be_kept(tmp_path: Path) -> None:
    """Of the shipped knowledge it ships; of other knowledge, if this folder has something."""
    other = tmp_path / "knowledge"
    assert Cache(None, SHIPPED).expects(KNOWLEDGE)
    assert not Cache(tmp_path, SHIPPED).expects(other)
    assert not Cache(tmp_path).expects(KNOWLEDGE)
    (tmp_path / "some.model").touch()
    assert Cache(tmp_path).expects(other)


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "foreign"])
def test_a_damaged_file_is_made_anew(
    library: Library, tmp_path: Path, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    """A cache is never trusted: one line in the log, and the right figures."""
    learnt = figures(Matcher(library, Cache(tmp_path)))
    (file,) = tmp_path.iterdir()
    data = file.read_bytes()
    changed = {
        "cut": data[:-100],
        "flipped": data[:5_000] + bytes([data[5_000] ^ 1]) + data[5_001:],
        "empty": b"",
        "foreign": b"x" * 99,
    }
    file.write_bytes(changed[damage])
    assert figures(Matcher(library, Cache(tmp_path))) == learnt
    assert "is damaged and is made anew" in caplog.text
    assert file.read_bytes() == data


def test_a_folder_that_cannot_be_written_changes_nothing(
    library: Library, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The bot answers, and the log says once why the next start will not be faster."""
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    assert figures(Matcher(library, Cache(blocked / "cache"))) == figures(Matcher(library))
    assert caplog.text.count("can't be cached") == 1


@pytest.mark.parametrize("size", ["small", "much"])
def test_a_kept_model_is_the_learnt_one(size: str, request: pytest.FixtureRequest) -> None:
    """Nothing of it is lost, with points that are compared one by one too."""
    library: Library = request.getfixturevalue(size)
    learnt = learn(Material(library, Meanings(Hashing())))
    assert isinstance(learnt.scorer, HeadScorer)
    found = unpacked(packed(learnt, learnt.scorer))
    assert found.lore.by_nearest == (size == "small")
    assert found.fits(len(list(library.entries())), len(classes_in_story(library)))
    for part in ("oddness", "named", "people", "expected", "by_nearest", "by_familiarity", "by_evidence"):
        assert getattr(found.lore, part) == getattr(learnt.lore, part)
    assert found.lore.known.masks == learnt.lore.known.masks
    assert np.array_equal(found.lore.points, learnt.lore.points)
    nearest = [each.lore.nearest() for each in (found, learnt)]
    kept_scores, scores = (each.scores(np.ones(SIZE, np.float32)) for each in nearest if each)
    assert np.array_equal(kept_scores, scores)
    assert found.centres
    assert learnt.centres
    assert np.array_equal(found.centres.points, learnt.centres.points)
    assert found.counts == learnt.counts
    for name in ("slips", "phrasings", "followed"):
        kept, known = getattr(found, name), getattr(learnt, name)
        assert np.array_equal(kept.keys, known.keys)
        assert np.array_equal(kept.numbers, known.numbers)


@pytest.mark.parametrize(
    "spoilt",
    [
        {"head": np.array([60_000], np.uint16), "starts": None},
        {"starts": np.zeros(1, np.int32)},
        {"steps": np.zeros(1, np.float32)},
    ],
    ids=["an entry that is not there", "too few terms", "too few steps"],
)
def test_weights_that_do_not_fit_are_refused(small: Library, spoilt: dict[str, np.ndarray | None]) -> None:
    """Of a file that is something else nothing is used."""
    learnt = learn(Material(small))
    assert isinstance(learnt.scorer, HeadScorer)
    with np.load(io.BytesIO(packed(learnt, learnt.scorer))) as whole:
        arrays = {name: whole[name] for name in whole.files}
    starts = np.r_[np.zeros(len(arrays["starts"]) - 1, np.int32), np.int32(1)]
    arrays |= {name: starts if found is None else found for name, found in spoilt.items()}
    body = io.BytesIO()
    np.savez(body, **arrays)
    with pytest.raises(ValueError, match="do not fit"):
        unpacked(body.getvalue())


@pytest.mark.parametrize("meanings", [None, Meanings(Hashing())], ids=["by words", "by meaning"])
def test_what_entries_rest_on_is_kept(small: Library, meanings: Meanings | None) -> None:
    """By words or by meaning, whichever it is."""
    learnt = learn(Material(small, meanings))
    assert isinstance(learnt.scorer, HeadScorer)
    found, known = (each.evidence for each in (unpacked(packed(learnt, learnt.scorer)), learnt))
    asked = np.ones(SIZE, "f"), {"russia": 2.0, "photo": 1.0}
    assert type(found) is type(known)
    assert known.likeness(*asked).any()
    assert np.array_equal(found.likeness(*asked), known.likeness(*asked))


def test_other_knowledge_is_another_file(library: Library, tmp_path: Path) -> None:
    """The key is the content."""
    cache = Cache(tmp_path)
    Matcher(library, cache)
    sizes = (len(list(library.entries())), len(list(library.entries())) + 1)
    assert cache.load(library.digest, *sizes) is not None
    assert cache.load(library.digest[::-1], *sizes) is None
    assert cache.load(library.digest, 3, 4) is None
