"""The sentence that has certain words: "copy me the sentence with 'a mistake for Russia' in it"."""

from __future__ import annotations

import re

from bot.answering.neighbours import cited
from bot.answering.said import QUOTED, quoted
from bot.stories import Citation, Story
from bot.stories.article import sentences
from bot.stories.typography import fold

_UNIT = r"(?:sentence|line|passage|paragraph|part|bit|place|spot|context|quote|quotation|wording)"
_WHOLE = r"(?:(?:the|that|this|a|his|her|their|very|exact|full|whole|complete|entire|original|precise)\s+)*"
_REQUEST = r"""(?:(?:please|pls|ok|so|and|can|could|would|will|you|i|want|need|to|see|like|kindly|just)\W+)*
    (?:show|give|copy|paste|quote|find|read|post|send|cite|get|see)\s+(?:(?:me|us|out|back|in)\s+)*"""
_HAS = r"""(?:with|that|where|which|in\s+which|containing|around|about|has|have|says?|reads?|contains?|uses?|mentions?
    |(?:does|do|did)\s+(?:the\s+)?\w+\s+(?:say|have|use|mention))"""
_BETWEEN = r"[^\"“«‘'’?]{0,30}?"
_SOUGHT = re.compile(
    rf"""\W*(?:
        {_REQUEST}{_WHOLE}{_UNIT}\s+{_HAS}\b{_BETWEEN}
        |{_REQUEST}where\s+(?:it|the\s+\w+)\s+(?:says?|has|reads?|mentions?)\b{_BETWEEN}
        |(?:in\s+)?(?:which|what)(?:\s+is|'s|\s+was)?\s+{_WHOLE}{_UNIT}\s+(?:of\s+\w+\s+\w+\s+)?{_HAS}\b{_BETWEEN}
        |where\s+(?:exactly\s+)?(?:in\s+\w+\s+\w+\s+)?(?:does|do|did)\s+(?:(?:the|this)\s+)?\w+\s+
         (?:say|have|read|mention|use)\b{_BETWEEN}
    )\s*{QUOTED}(?:\W+(?:in\s+it|in|please|pls|thanks?|there|exactly
    |comes?\s+up|appears?|occurs?|stands?|is\s+used|is|are))*\W*""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
# One word alone stands in too many sentences, and what stands in many is no place.
_FEWEST_WORDS, _MOST = 2, 2
_LONGEST = 300


def words_sought(question: str) -> str | None:
    """Return the words whose sentence a question asks for, None if it asks for something else."""
    found = _SOUGHT.fullmatch(question) if len(question) <= _LONGEST else None
    words = quoted(found) if found else ""
    return words if len(words.split()) >= _FEWEST_WORDS else None


def sentences_with(story: Story, words: str) -> tuple[Citation, ...]:
    """Return the sentences of the article that have these very words; none if so many have that it is no place."""
    wanted = fold(words).strip(" .,;:!?")
    if not wanted:
        return ()
    whole = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)", re.IGNORECASE)
    having = [span for span in sentences(story.article) if whole.search(fold(story.article.text[slice(*span)]))]
    return tuple(cited(story, *span) for span in having) if len(having) <= _MOST else ()
