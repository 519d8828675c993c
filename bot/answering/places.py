"""A place in the article that somebody asks for: "what is the last sentence?", "paragraph 10", "how does it begin?"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.answering.neighbours import cited
from bot.answering.picking import ORDINALS_TYPED
from bot.matching.words import clean
from bot.stories import Citation, Entry, Story
from bot.stories.article import sentences

_VALUES = ORDINALS_TYPED | {"opening": 1, "last": -1, "final": -1, "closing": -1}
_TEXT = r"(?:article|story|text|report|piece)"
_LEAD = r"""(?:(?:and|so|ok|but|please|pls|can\ you|could\ you|show|give|read|quote|tell|me|us|i\ want|i\ need|now
    |whats?|what\ (?:is|was|does|did|are)|which\ is|how\ is)\ )*(?:(?:the|its)\ (?:very\ )?)?"""
_OF = rf"(?:\ (?:of|in|from)\ (?:the|this|that|your)?\ ?{_TEXT})?(?:\ (?:say|says|read|go|about|please|pls|now|again))*"
_PLACE = re.compile(
    rf"""{_LEAD}(?:
        (?P<ordinal>{"|".join(_VALUES)})\ (?P<unit>sentence|paragraph|quote|quotation)
        |(?P<numbered>sentence|paragraph)\ (?:number\ |no\ )?(?P<number>[0-9]{{1,3}})
    ){_OF}""",
    re.VERBOSE,
)
_EDGE = re.compile(
    rf"""(?:(?:and|so|ok|but|please)\ )*how\ does\ (?:the|this|that|your)\ {_TEXT}
     \ (?P<edge>begin|start|open|end|finish|close)
    |{_LEAD}(?P<words>first|opening|last|final|closing)\ (?:words?|lines?)\ (?:of|in)\ (?:the|this|that)\ {_TEXT}""",
    re.VERBOSE,
)
# Hardly any question has one of these, and reading the others whole would take longer.
_MAY_BE = re.compile(r"sentence|paragraph|quot|\b(?:words?|lines?|begin|start|open|end|finish|close)\b", re.IGNORECASE)
_BEGINS = frozenset({"begin", "start", "open", "first", "opening"})
_LONGEST, _LONGEST_SHOWN = 80, 1_200
# What stands around the text of an article.
_AROUND = frozenset({"headline", "caption", "credit", "sources"})


@dataclass(frozen=True, slots=True)
class Place:
    """The n-th sentence, paragraph or quote from the beginning, or from the end if n is negative.

    as_shown: n is a paragraph's number as answers show it, the headline being 1; else only the text counts.
    """

    unit: str
    number: int
    as_shown: bool = False


def place_asked(question: str) -> Place | None:
    """Return the place that a question asks for, None if it asks for something else."""
    if len(question) > _LONGEST or not _MAY_BE.search(question):
        return None
    bare = " ".join(re.sub(r"[^\w\s]", " ", clean(question).replace("'", "")).split())
    if found := _EDGE.fullmatch(bare):
        return Place("sentence", 1 if (found["edge"] or found["words"]) in _BEGINS else -1)
    found = _PLACE.fullmatch(bare)
    if found is None:
        return None
    if found["ordinal"]:
        return Place("quote" if found["unit"] == "quotation" else found["unit"], _VALUES[found["ordinal"]])
    return Place(found["numbered"], int(found["number"]), as_shown=found["numbered"] == "paragraph")


def passage_at(story: Story, place: Place) -> Citation | None:
    """Return what stands at a place of the article, None if it has no such place."""
    spans = _spans(story, place)
    at = place.number - 1 if place.number > 0 else len(spans) + place.number
    return cited(story, *_whole_marks(story, *spans[at])) if 0 <= at < len(spans) else None


def is_too_long(shown: Citation) -> bool:
    """Tell whether a passage has no room in an answer; no quote is ever cut."""
    return len(shown.quote) > _LONGEST_SHOWN


def entry_showing(story: Story, shown: Citation) -> Entry | None:
    """Return the answerable entry whose first quote has most in common with a passage, None if none has anything."""

    def common(entry: Entry) -> int:
        first = entry.citations[0]
        return min(shown.end, first.end) - max(shown.start, first.start)

    entries = [entry for entry in story.entries if entry.in_story and entry.citations]
    best = max(entries, key=common, default=None)
    return best if best is not None and common(best) > 0 else None


def _spans(story: Story, place: Place) -> list[tuple[int, int]]:
    article = story.article
    if place.as_shown:
        return [(each.start, each.end) for each in article.paragraphs]
    around = _around(story)
    if place.unit == "paragraph":
        return [(each.start, each.end) for each in article.paragraphs if each.number not in around]
    if place.unit == "sentence":
        return [span for span in sentences(article) if article.paragraph_at(span[0]).number not in around]
    return _quotes(story)


def _whole_marks(story: Story, start: int, end: int) -> tuple[int, int]:
    """Leave out a quotation mark whose other half stands in another sentence."""
    text = story.article.text[start:end]
    opens, closes = text.count("“"), text.count("”")
    if closes > opens and text.endswith("”"):
        return start, end - 1
    return (start + 1, end) if opens > closes and text.startswith("“") else (start, end)


def _around(story: Story) -> set[int]:
    """Return the numbers of the paragraphs that are no text: headline, kicker, caption, sources."""
    cited_as = {each.paragraph for entry in story.entries for each in entry.citations if each.kind in _AROUND}
    named = {each.number for each in story.article.paragraphs if each.text.strip() in (story.title, story.kicker)}
    return cited_as | named


def _quotes(story: Story) -> list[tuple[int, int]]:
    """Return where the spoken quotes stand, what overlaps as one."""
    spans = sorted({(each.start, each.end) for e in story.entries for each in e.citations if each.kind == "quote"})
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
