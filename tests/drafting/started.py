"""Stories that tests start from a text."""

from __future__ import annotations

from collections.abc import Callable

from bot.drafting import Started
from bot.stories import Story, load_library

ARTICLE = """\
Old bridge closed

Traffic

Cars before the old bridge. Photograph: A. Lens

The old bridge was closed on Monday after 214 cars had crossed it in an hour.

“The bridge won’t open before Sunday,” said Ann Hill, the mayor of Holm. “It’s not safe: not yet.”

The harbour board claimed that 3,000 boats use the channel every year. Nobody knows who built it.

“Nobody asked us about it.”

[The Gazette] [Harbour News]
"""
Start = Callable[..., Started]


def load(started: Started) -> Story:
    """The story as the bot would load it."""
    (story,) = load_library(started.folder).stories
    return story
