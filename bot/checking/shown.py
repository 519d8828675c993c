"""A check in words for a person, and as plain values for a machine."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from bot.checking.check import Check
from bot.checking.concerns import Concern
from bot.stories import Story
from bot.stories.coverage import coverage

# More of one kind are not read, only scrolled past.
_MOST_SHOWN = 10


def as_text(check: Check) -> str:
    """Say the result for a person."""
    if check.library is None:
        count = len(check.faults)
        return "\n".join(
            [*map(str, check.faults), f"{count} fault{'s' * (count != 1)}. Nothing of this folder would be served."]
        )
    lines = [_summary(story) for story in check.library.stories]
    lines += [line for _, same in groupby(check.warnings, lambda each: each.kind) for line in _some(list(same))]
    lines += [f"not checked: {what}; `check --full` does" for what in check.skipped]
    return "\n".join([*lines, f"No faults{_warned(check)}. Version {check.library.version}."])


def _some(same: list[Concern]) -> Iterator[str]:
    yield from (f"warning: {each}" for each in same[:_MOST_SHOWN])
    if (more := len(same) - _MOST_SHOWN) > 0:
        yield f"warning: … and {more} more of this kind ({same[0].kind}); `check --json` gives all"


def _warned(check: Check) -> str:
    count = len(check.warnings)
    return f", {count} warning{'s' * (count != 1)}" if count else ""


def as_record(check: Check) -> dict[str, Any]:
    """Say the result for a machine."""
    stories = check.library.stories if check.library else ()
    return {
        "ok": check.library is not None,
        "version": check.library.version if check.library else None,
        "stories": [{"story": story.id, **counts(story)} for story in stories],
        "faults": [
            {
                "file": str(fault.file),
                "line": fault.line,
                "entry": fault.entry,
                "problem": fault.problem,
                "remedy": fault.remedy,
            }
            for fault in check.faults
        ],
        "warnings": [_warning(each) for each in check.warnings],
        "not_checked": list(check.skipped),
    }


def _warning(concern: Concern) -> dict[str, Any]:
    return {
        "kind": str(concern.kind),
        "story": concern.story,
        "file": str(concern.file) if concern.file else None,
        "line": concern.line,
        "entry": concern.entry,
        "other": concern.other,
        "text": concern.text,
        "problem": concern.problem,
        "remedy": concern.remedy,
    }


def counts(story: Story) -> dict[str, int]:
    """Count what a story holds."""
    answerable = sum(entry.in_story for entry in story.entries)
    covered = coverage(story)
    return {
        "entries": len(story.entries),
        "answerable": answerable,
        "not_in_story": len(story.entries) - answerable,
        "phrasings": sum(len(entry.questions) for entry in story.entries),
        "follow_ups": sum(len(entry.follow_ups) for entry in story.entries),
        "quotes": sum(len(entry.citations) for entry in story.entries),
        "sentences": covered.sentences,
        "covered": covered.sentences - len(covered.uncovered),
    }


def _summary(story: Story) -> str:
    count = counts(story)
    return (
        f"{story.id}: {count['entries']} entries "
        f"({count['answerable']} answerable, {count['not_in_story']} not in the story), "
        f"{count['phrasings']} phrasings, {_follow_ups(count['follow_ups'])}{count['quotes']} quotes verified, "
        f"{count['covered']} of {count['sentences']} sentences covered"
    )


def _follow_ups(count: int) -> str:
    return f"{count} follow-ups, " if count else ""
