"""What ``python -m bot check`` says of a knowledge folder: every fault, or counts, coverage and warnings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.answering.quotecheck import QuoteChecker, Verdict
from bot.matching.words import asking_words
from bot.stories import Fault, KnowledgeError, Library, Story, load_library
from bot.stories.coverage import coverage


@dataclass(frozen=True)
class Check:
    """The result of a check: faults, or a library and what a curator may want to look at."""

    library: Library | None
    faults: tuple[Fault, ...]
    warnings: tuple[str, ...]


def check_knowledge(folder: Path) -> Check:
    """Verify a knowledge folder whole."""
    try:
        library = load_library(folder)
    except KnowledgeError as error:
        return Check(None, error.faults, ())
    return Check(library, (), tuple(warning for story in library.stories for warning in _warnings(story)))


def as_text(check: Check) -> str:
    """Say the result for a person."""
    if check.library is None:
        count = len(check.faults)
        return "\n".join(
            [*map(str, check.faults), f"{count} fault{'s' * (count != 1)}. Nothing of this folder would be served."]
        )
    lines = [_summary(story) for story in check.library.stories]
    return "\n".join(
        [*lines, *(f"warning: {warning}" for warning in check.warnings), f"No faults. Version {check.library.version}."]
    )


def as_record(check: Check) -> dict[str, Any]:
    """Say the result for a machine."""
    stories = check.library.stories if check.library else ()
    return {
        "ok": check.library is not None,
        "version": check.library.version if check.library else None,
        "stories": [{"story": story.id, **_counts(story)} for story in stories],
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
        "warnings": list(check.warnings),
    }


def _counts(story: Story) -> dict[str, int]:
    answerable = sum(entry.in_story for entry in story.entries)
    covered = coverage(story)
    return {
        "entries": len(story.entries),
        "answerable": answerable,
        "not_in_story": len(story.entries) - answerable,
        "phrasings": sum(len(entry.questions) for entry in story.entries),
        "quotes": sum(len(entry.citations) for entry in story.entries),
        "sentences": covered.sentences,
        "covered": covered.sentences - len(covered.uncovered),
    }


def _summary(story: Story) -> str:
    count = _counts(story)
    return (
        f"{story.id}: {count['entries']} entries "
        f"({count['answerable']} answerable, {count['not_in_story']} not in the story), "
        f"{count['phrasings']} phrasings, {count['quotes']} quotes verified, "
        f"{count['covered']} of {count['sentences']} sentences covered"
    )


def _warnings(story: Story) -> list[str]:
    text = story.article.text
    uncovered = [
        f"{story.id}: no entry quotes the sentence “{text[start:end]}”" for start, end in coverage(story).uncovered
    ]
    return uncovered + _doubtful_speakers(story) + _unnamed_topics(story) + _shared_phrasings(story)


def _doubtful_speakers(story: Story) -> list[str]:
    """Compare each quote's speaker with the one that the article's own "said X" gives, the entries left aside."""
    checker = QuoteChecker(replace(story, entries=()))
    claims = {(c.speaker, c.quote): entry.id for entry in story.entries for c in entry.citations if c.kind == "quote"}
    checks = {claim: checker.check(f"{claim[0]}: “{claim[1]}”") for claim in claims if claim[0]}
    return [
        f"{story.id}: entry {claims[claim]} gives {claim[0]} words that the article gives {check.speaker}: “{claim[1]}”"
        for claim, check in checks.items()
        if check.verdict is Verdict.MISATTRIBUTED and check.speaker
    ]


def _unnamed_topics(story: Story) -> list[str]:
    """Say which topics of entries story.yaml has no name for, unless it names none at all."""
    topics = dict.fromkeys(entry.topic for entry in story.entries if story.topics)
    return [f"{story.id}: the topic {topic} is not in story.yaml" for topic in topics if topic not in story.topics]


def _shared_phrasings(story: Story) -> list[str]:
    owner: dict[str, str] = {}
    found = []
    for entry in story.entries:
        for question in entry.questions:
            key = " ".join(asking_words(question))
            if owner.setdefault(key, entry.id) != entry.id:
                found.append(f"{story.id}: “{question}” stands under {owner[key]} and under {entry.id}; keep one")
    return found
