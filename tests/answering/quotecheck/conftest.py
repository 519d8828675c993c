"""A checker of the shipped story."""

from __future__ import annotations

import pytest

from bot.answering.quotecheck import QuoteChecker
from bot.stories import Library


@pytest.fixture(scope="session")
def checker(shipped_library: Library) -> QuoteChecker:
    """Read once for all tests."""
    return QuoteChecker(shipped_library.stories[0])
