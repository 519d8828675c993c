"""The answering on the shipped knowledge, with the sentence encoder and without."""

from __future__ import annotations

import pytest

from bot.answering.answerer import Answerer
from bot.matching import Meanings
from bot.matching.encoder import load_encoder
from bot.stories import Library


@pytest.fixture(scope="session", params=["lexical", "encoded"])
def answerer(request: pytest.FixtureRequest, shipped_library: Library) -> Answerer:
    """The shipped knowledge, learnt once for each engine."""
    return Answerer(shipped_library, meanings=Meanings(load_encoder()) if request.param == "encoded" else None)
