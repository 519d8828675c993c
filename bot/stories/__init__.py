"""What a story is: the article, its knowledge, and the proof that every quote stands in the text."""

from bot.stories.faults import Fault, KnowledgeError
from bot.stories.library import Library, load_library
from bot.stories.records import Article, Citation, Dispute, Entry, FollowUp, Paragraph, Speaker, Story, StoryDate
from bot.stories.shelf import Shelf

__all__ = [
    "Article",
    "Citation",
    "Dispute",
    "Entry",
    "Fault",
    "FollowUp",
    "KnowledgeError",
    "Library",
    "Paragraph",
    "Shelf",
    "Speaker",
    "Story",
    "StoryDate",
    "load_library",
]
