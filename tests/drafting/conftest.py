"""What the tests of this room may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.drafting import Started, start_story
from tests.drafting.started import ARTICLE, Start


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Starts a story from a text."""

    def started(text: str = ARTICLE, name: str = "bridge") -> Started:
        file = tmp_path / "article.txt"
        file.write_text(text, encoding="utf-8")
        return start_story(tmp_path / "knowledge" / name, file)

    return started
