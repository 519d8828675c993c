"""What every test may ask for."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from bot.answering.answerer import Answerer
from bot.stories import Library, Story, load_library
from tests.knowledge_folder import Content, write_story
from tests.local_discord import LocalDiscord
from tests.shipped import KNOWLEDGE

# The same examples everywhere and each time; ``--hypothesis-profile long`` looks further. A machine may be busy, and
# fixtures are shared on purpose: what they hold never changes.
_ALWAYS = {"deadline": None, "database": None, "suppress_health_check": list(HealthCheck)}
settings.register_profile("suite", derandomize=True, max_examples=60, **_ALWAYS)
settings.register_profile("long", max_examples=3_000, **_ALWAYS)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


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


@pytest.fixture(scope="session")
def shipped_answerer(shipped_library: Library) -> Answerer:
    """The shipped knowledge, learnt once for all tests; tests keep apart by their channels and people."""
    return Answerer(shipped_library)


@pytest.fixture
async def local() -> AsyncIterator[LocalDiscord]:
    """A local Discord that must be left without a task."""
    before = asyncio.all_tasks()
    async with LocalDiscord() as server:
        yield server
    left = [task for task in asyncio.all_tasks() - before if task is not asyncio.current_task()]
    assert not left, f"tasks left behind: {left}"
