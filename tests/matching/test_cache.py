"""What was learnt, kept on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.matching import Cache, Matcher
from bot.stories import Library, load_library
from tests.shipped import KNOWLEDGE

QUESTIONS = ("is russia after isis", "how many people died", "who took the pic")


@pytest.fixture(scope="module")
def library() -> Library:
    """The shipped knowledge."""
    return load_library(KNOWLEDGE)


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


def test_other_knowledge_is_another_file(library: Library, tmp_path: Path) -> None:
    """The key is the content."""
    cache = Cache(tmp_path)
    Matcher(library, cache)
    assert cache.load(library.digest) is not None
    assert cache.load(library.digest[::-1]) is None
