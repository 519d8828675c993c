"""A place in the article that somebody asks for: "what is the last sentence?", "paragraph 10", "how does it begin?"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bot.answering.neighbours import cited
from bot.answering.picking import ORDINALS_TYPED
from bot.matching.words import clean
from bot.numerals import NUMERALS
from bot.stories import Citation, Entry, Paragraph, Story
from bot.stories.around import is_no_text
from bot.stories.article import sentences
from bot.stories.typography import fold

_VALUES = ORDINALS_TYPED | {"opening": 1, "last": -1, "final": -1, "closing": -1}
_VALUES |= {"second to last": -2, "last but one": -2, "penultimate": -2}
_TEXT = r"(?:article|story|text|report|piece)"
_LEAD = r"""(?:(?:and|so|ok|but|please|pls|can\ you|could\ you|show|give|read|quote|tell|me|us|i\ want|i\ need|now
    |whats?|what\ (?:is|was|does|did|are)|which\ is|how\ is)\ )*(?:(?:the|its)\ (?:very\ )?)?"""
_OF = rf"(?:\ (?:of|in|from)\ (?:the|this|that|your)?\ ?{_TEXT})?(?:\ (?:say|says|read|go|about|please|pls|now|again))*"
_PLACE = re.compile(
    rf"""{_LEAD}(?:
        (?P<ordinal>{"|".join(map(re.escape, _VALUES))})\ (?P<unit>sentence|paragraph|quote|quotation)
        |(?P<numbered>sentence|paragraph)\ (?:number\ |no\ )?(?P<number>[0-9]{{1,3}}|{"|".join(NUMERALS)})
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
# What stands around the text of an article, as curators call it and by its form.
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
    number = NUMERALS[found["number"]] if found["number"] in NUMERALS else int(found["number"])
    return Place(found["numbered"], number, as_shown=found["numbered"] == "paragraph")


def passage_at(story: Story, place: Place) -> Citation | None:
    """Return what stands at a place of the article, None if it has no such place; of a long paragraph its beginning."""
    spans = _spans(story, place)
    at = place.number - 1 if place.number > 0 else len(spans) + place.number
    return cited(story, *_whole_marks(story, *_fitting(story, *spans[at]))) if 0 <= at < len(spans) else None


def is_too_long(shown: Citation) -> bool:
    """Tell whether a passage has no room in an answer; no quote is ever cut."""
    return len(shown.quote) > _LONGEST_SHOWN


def entry_showing(story: Story, shown: Citation) -> Entry | None:
    """Return the answerable entry whose first quote has most in common with a passage, or else any quote of it.

    Where no quote has anything of it, the nearest one stands for its surroundings; None if the story has no quotes.
    """

    def common(citation: Citation) -> int:
        return min(shown.end, citation.end) - max(shown.start, citation.start)

    entries = [entry for entry in story.entries if entry.in_story and entry.citations]
    best = max(entries, key=lambda entry: common(entry.citations[0]), default=None)
    if best is None or common(best.citations[0]) > 0:
        return best
    return max(entries, key=lambda entry: max(map(common, entry.citations)))


def _spans(story: Story, place: Place) -> list[tuple[int, int]]:
    paragraphs = story.article.paragraphs
    if place.as_shown:
        return [(each.start, each.end) for each in paragraphs]
    if place.unit == "quote":
        return _quotes(story)
    cited_as = {(each.start, each.end) for entry in story.entries for each in entry.citations if each.kind in _AROUND}
    text = [each for each in paragraphs if not _is_around(story, each, cited_as)] or list(paragraphs)
    if place.unit == "paragraph":
        return [(each.start, each.end) for each in text]
    inside = {each.number for each in text}
    return [span for span in sentences(story.article) if story.article.paragraph_at(span[0]).number in inside]


def _fitting(story: Story, start: int, end: int) -> tuple[int, int]:
    """Return as many whole sentences of a passage as there is room for, and one at least."""
    if end - start <= _LONGEST_SHOWN:
        return start, end
    ends = [last for first, last in sentences(story.article) if start <= first < end]
    return start, max((last for last in ends if last - start <= _LONGEST_SHOWN), default=ends[0])


def _whole_marks(story: Story, start: int, end: int) -> tuple[int, int]:
    """Leave out a quotation mark whose other half stands in another sentence, and both if all stands in them."""
    text = story.article.text[start:end]
    opens, closes = text.count("“"), text.count("”")
    if opens == closes == 1 and text.startswith("“") and text.endswith("”"):
        return start + 1, end - 1
    if closes > opens and text.endswith("”"):
        return start, end - 1
    return (start + 1, end) if opens > closes and text.startswith("“") else (start, end)


def _is_around(story: Story, paragraph: Paragraph, cited_as: Collection[tuple[int, int]]) -> bool:
    """Tell whether a paragraph is no text: headline, kicker, byline, caption, credit, sources.

    cited_as: where citations stand that are of such a kind; they make it one if they are most of it.
    """
    text = fold(paragraph.text)
    if text in {fold(story.title), fold(story.kicker or "")}:
        return True
    if is_no_text(text):
        return True
    covered = {n for start, end in cited_as for n in range(max(start, paragraph.start), min(end, paragraph.end))}
    return 2 * len(covered) > len(paragraph.text)


def _quotes(story: Story) -> list[tuple[int, int]]:
    """Return where the spoken quotes stand as they are cited, what overlaps as one, and those that nothing cites."""
    from bot.answering.quotecheck.passages import quotations_in  # few ask for a quote by its number

    cited_ones = [c for entry in story.entries for c in entry.citations]
    cited_ones += [c for dispute in story.disputes for c in dispute.statements]
    known = _merged({(each.start, each.end) for each in cited_ones if each.kind == "quote"})
    others = [one for one in quotations_in(story) if not any(a < one[1] and one[0] < b for a, b in known)]
    return sorted([*known, *others])


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
