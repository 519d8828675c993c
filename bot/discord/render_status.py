"""What is served, since when, by whom, and how the bot is doing, for moderators."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from bot.discord.languages import Language
from bot.discord.markup import bold, joined, moment
from bot.discord.render_records import records_line
from bot.discord.shown import Shown
from bot.knowledge.history import Version
from bot.records import CalledWrong
from bot.records import Condition as Records
from bot.stories import Library
from bot.stories.coverage import coverage

_MEBIBYTE = 2**20


@dataclass(frozen=True, slots=True)
class Status:
    """What is looked at: the version, times in seconds since 1970, seconds of answers and latency, bytes of memory."""

    version: Version
    earlier: Sequence[Version]
    started: float
    latency: float
    answers: Sequence[float]
    memory: int
    encoder: bool
    writable: bool
    records: Records
    wrong: Sequence[CalledWrong] = ()


def status_shown(status: Status, say: Language) -> Shown:
    """Return the status in words."""
    version, library = status.version, status.version.library
    act = say(f"act-{version.act}", who=version.by or "")
    covered, sentences = _covered(library)
    lines = (
        say("status-version", version=f"`{version.name}`", since=moment(version.since), act=act),
        say("status-counts", **_counts(library)),
        say("status-coverage", covered=covered, sentences=sentences),
        say("status-earlier", versions=", ".join(f"`{each.name}`" for each in status.earlier))
        if status.earlier
        else "",
        say(f"status-folder-{'writable' if status.writable else 'fixed'}"),
        say("status-up", since=moment(status.started), memory=round(status.memory / _MEBIBYTE)),
        say("status-latency", latency=_milliseconds(status.latency)),
        _speed(status.answers, say),
        records_line(status.records, say),
        _wrong(status.wrong, say),
        say(f"status-encoder-{'on' if status.encoder else 'off'}"),
    )
    return Shown(joined(bold(say("status-heading")), *(f"- {line}" for line in lines if line)))


def _counts(library: Library) -> dict[str, int]:
    entries = [entry for _, entry in library.entries()]
    return {
        "stories": len(library.stories),
        "entries": len(entries),
        "phrasings": sum(len(entry.questions) for entry in entries),
        "quotes": sum(len(entry.citations) for entry in entries),
    }


def _covered(library: Library) -> tuple[int, int]:
    found = [coverage(story) for story in library.stories]
    sentences = sum(each.sentences for each in found)
    return sentences - sum(len(each.uncovered) for each in found), sentences


def _wrong(found: Sequence[CalledWrong], say: Language) -> str:
    if not found:
        return ""
    listed = (f"`{each.entry}` {each.count}× ({say(f'wrong-reason-{each.reason}')})" for each in found)
    return say("status-wrong", entries="; ".join(listed))


def _speed(seconds: Sequence[float], say: Language) -> str:
    if not seconds:
        return ""
    ranked = sorted(seconds)
    middle, slow = (_milliseconds(ranked[int((len(ranked) - 1) * share)]) for share in (0.5, 0.95))
    return say("status-speed", count=len(ranked), middle=middle, slow=slow)


def _milliseconds(seconds: float) -> float:
    return round(seconds * 1_000, 1 if seconds < 0.01 else 0) if math.isfinite(seconds) else 0
