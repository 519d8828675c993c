"""Verbatim: answers questions about a news story with curated answers and the story's exact words."""

__version__ = "0.1.0"
