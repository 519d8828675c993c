"""The two small stories, written and loaded: one of them, and both."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.stories import Library, load_library
from tests.terminal.talks import BRIDGE, HARVEST, written


@pytest.fixture
def bridge(tmp_path: Path) -> Library:
    written(tmp_path / "knowledge" / "bridge", BRIDGE)
    return load_library(tmp_path / "knowledge")


@pytest.fixture
def both(tmp_path: Path) -> Library:
    written(tmp_path / "knowledge" / "bridge", BRIDGE)
    written(tmp_path / "knowledge" / "harvest", HARVEST)
    return load_library(tmp_path / "knowledge")
