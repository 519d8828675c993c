"""A quote check in words for a person, and as a JSON line (contract 5)."""

from __future__ import annotations

from typing import Any

from bot.answering import phrases
from bot.answering.attribution import with_role
from bot.answering.lines import dump, row_with
from bot.answering.phrases import Phrase
from bot.answering.quotecheck import LibraryChecker, QuoteCheck, Verdict
from bot.stories import Library, Story

_SENTENCES = {
    Verdict.EXACT: phrases.EXACT,
    Verdict.MISATTRIBUTED: phrases.MISATTRIBUTED,
    Verdict.ALTERED: phrases.ALTERED,
    Verdict.STITCHED: phrases.STITCHED,
    Verdict.NOT_IN_STORY: phrases.NOT_IN_STORY,
}


def check_line(line: str, checker: LibraryChecker) -> str:
    """Check the text of one JSON line; a line that can't be used gets an error and nothing else happens."""
    row, problem = row_with(line, "text")
    if problem:
        return dump({"id": row.get("id"), "error": problem})
    return dump({"id": row.get("id"), **as_record(checker.check(row["text"]))})


def as_record(check: QuoteCheck) -> dict[str, Any]:
    """Return a check as plain values."""
    return {
        "verdict": str(check.verdict),
        "story": check.story or None,
        "speaker": check.speaker,
        "start": check.start,
        "end": check.end,
        "spans": [list(span) for span in check.spans],
        "paragraph": check.paragraph,
        "context": check.context,
        "differences": [{"said": each.said, "posted": each.posted} for each in check.differences],
    }


def in_words(check: QuoteCheck, library: Library) -> str:
    """Say the verdict, show the story's own words, who said them, and what differs."""
    story = library.story(check.story)
    lines: list[str] = [sentence(check)]
    if story is not None:
        for start, end, speaker, kind in check.slices:
            number = story.article.paragraph_at(start).number
            lines += [f"  {story.article.text[start:end]}", f"  -- {_who(speaker, kind, story)}paragraph {number}"]
    lines += [difference_in_words(each.said, each.posted) for each in check.differences]
    return "\n".join(lines)


def sentence(check: QuoteCheck) -> Phrase:
    """Say what a check has found; exact words need not be words that anybody spoke."""
    kinds = {kind for _, kind in check.voices}
    if check.verdict is Verdict.EXACT and kinds == {"reported"}:
        return phrases.EXACT_REPORTED
    if check.verdict is Verdict.MISATTRIBUTED and not any(speaker for speaker, _ in check.voices):
        return phrases.NOBODYS
    return _SENTENCES[check.verdict]


def _who(speaker: str | None, kind: str | None, story: Story) -> str:
    if not speaker:
        return ""
    reported = "reported of " if kind == "reported" else ""
    return f"{reported}{with_role(speaker, story)}, "


def difference_in_words(said: str, posted: str) -> Phrase:
    """Say what the article has and what was posted instead."""
    if not said:
        return phrases.ADDED.format(posted=posted)
    if not posted:
        return phrases.LEFT_OUT.format(said=said)
    return phrases.CHANGED.format(posted=posted, said=said)
