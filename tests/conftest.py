"""What every test may ask for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.stories import Library, Story, load_library
from tests.knowledge_folder import Content, write_story
from tests.shipped import KNOWLEDGE


@pytest.fixture
def story_folder(tmp_path: Path) -> Callable[..., Path]:
    """A factory of story folders under one knowledge folder; keywords as ``write_story`` takes them."""

    def make(name: str = "bridge", **parts: Content | dict[str, Content] | None) -> Path:
        return write_story(tmp_path / "knowledge" / name, **parts)

    return make


@pytest.fixture(scope="session")
def shipped_library() -> Library:
    """The shipped knowledge; it is immutable, so that all tests may share it."""
    return load_library(KNOWLEDGE)


@pytest.fixture(scope="session")
def shipped_story(shipped_library: Library) -> Story:
    """The one story that is shipped."""
    (story,) = shipped_library.stories
    return story
