"""A check in words for a person, and as plain values for a machine."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, get_args

from bot.checking.check import Check
from bot.checking.concerns import Concern, Kind
from bot.stories import Story
from bot.stories.coverage import coverage
from bot.stories.schema import Settled

# More of one kind are not read, only scrolled past; of phrasings there are many, and no story is without.
_MOST_SHOWN = 10
_MOST_OF = {Kind.OVERLAP: 3}
_EXPLAINED = {
    Kind.OVERLAP: "Phrasings were left out one by one and asked, as a reader asks who finds the same words: these "
    "surely got a wrong answer, the worst first. As the bot stands it knows them, unless a line says otherwise. At "
    "five phrasings an entry some always remain, and each edit brings others: mend those that readers will ask like, "
    "and leave the rest."
}
_COUNTED = {Kind.UNCOVERED: "sentences that no entry quotes", Kind.OVERLAP: "entries with such phrasings"}


def as_text(check: Check) -> str:
    """Say the result for a person."""
    if check.library is None:
        count, faults = len(check.faults), [each.told(_nearer(each.file, check), "entry ") for each in check.faults]
        return "\n".join([*faults, f"{count} fault{'s' * (count != 1)}. Nothing of this folder would be served."])
    lines = [_summary(story) for story in check.library.stories]
    for kind, same in groupby(check.warnings, lambda each: each.kind):
        lines += _some(kind, list(same), check)
    lines += _settling(check)
    lines += [f"not checked: {what}; `check --full` does" for what in check.skipped]
    if not check.skipped and not any(each.kind is Kind.UNREACHED for each in check.warnings):
        lines.append(_reached(check))
    return "\n".join([*lines, f"No faults{_warned(check)}. Version {check.library.version}."])


def _nearer(file: Path, check: Check) -> Path:
    """Return a file as it is best named on a screen: seen from where we stand, or from beside what was checked."""
    here, root = Path.cwd(), check.root.absolute() if check.root else None
    for place in (here, root.parent if root else None):
        if place and file != root and file.is_absolute() and file.is_relative_to(place):
            return file.relative_to(place)
    return file


def _some(kind: Kind, same: list[Concern], check: Check) -> Iterator[str]:
    most = len(same) if check.full else _MOST_OF.get(kind, _MOST_SHOWN)
    if kind in _EXPLAINED:
        yield _EXPLAINED[kind]
    for each in same[:most]:
        yield f"warning: {each.told(_nearer(each.file, check) if each.file else None)}"
    if (more := len(same) - most) > 0:
        yield f"warning: … and {more} more {_COUNTED.get(kind, 'of this kind')}; `check --full` shows all"


def _reached(check: Check) -> str:
    """Say that every entry is reached; under phrasings that were left out, that now none is."""
    if any(each.kind is Kind.OVERLAP for each in check.warnings):
        return "As the bot stands, with no phrasing left out, every entry is reached by its own."
    return "Every entry is reached by its own phrasings."


def _settling(check: Check) -> list[str]:
    """Say how a curator keeps a warning from being told again."""
    kinds = dict.fromkeys(each.kind for each in check.warnings if each.kind in get_args(Settled))
    which = ", or those of these that are," if len(kinds) > 1 else ""
    return [f"Is one right as it is? Write `settled: [{', '.join(kinds)}]`{which} into its entry."] if kinds else []


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
    return f"{count} follow-up{'s' * (count != 1)}, " if count else ""
