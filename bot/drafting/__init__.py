"""From an article to a story to edit: ``python -m bot new``."""

from bot.drafting.originals import DraftError
from bot.drafting.shown import as_text
from bot.drafting.start import Started, start_story

__all__ = ["DraftError", "Started", "as_text", "start_story"]
