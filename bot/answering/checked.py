"""A quote check in words for a person, and as a JSON line (contract 5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from bot.answering import phrases
from bot.answering.attribution import with_role
from bot.answering.phrases import Phrase
from bot.answering.quotecheck import CheckedQuote, Difference, LibraryChecker, Misnamed, QuoteCheck, Verdict, Voiced
from bot.answering.quotecheck.words import words_of
from bot.answering.rows import dump, row_with
from bot.stories import Library, Story

# Of what turns the meaning, so much goes into the first line.
_MOST_TURNS = 2
_LONGEST_WORDS = 150


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a quote, or of several that the same is true of.

    head: the verdict, in sentences that make one line.
    changes: what differs and does not stand in the head.
    notes: sentences to understand it by.
    nearest: where nothing was found, what the story has that comes nearest.
    in_full: the whole sentences around a cut, which can turn the meaning.
    """

    head: tuple[Phrase, ...]
    slices: tuple[Voiced, ...]
    changes: tuple[Phrase, ...] = ()
    notes: tuple[Phrase, ...] = ()
    nearest: Voiced | None = None
    in_full: tuple[str, ...] = ()


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
    lines: list[str] = []
    for each in told(check):
        lines.append(" ".join(each.head))
        lines += [line for voiced in each.slices for line in _slice(voiced, story)]
        lines += each.changes
        lines += each.notes
        if each.nearest:
            lines += [phrases.NEAREST, *_slice(each.nearest, story)]
        if each.in_full:
            lines += [phrases.IN_FULL, *(f"  {line}" for line in _lines(each.in_full))]
    return "\n".join(lines)


def told(check: QuoteCheck) -> list[Told]:
    """Return what is told of each quote, the worst first; quotes that the same is true of are told of together."""
    if not check.quotes:
        return [Told((phrases.NOT_IN_STORY,), ())]
    ranked = sorted(check.quotes, key=lambda quote: -quote.verdict.badness)
    found = [_told(quote, len(ranked) == 1) for quote in ranked]
    runs = [list(run) for _, run in groupby(found, key=lambda each: replace(each, slices=(), in_full=()))]
    return [_noted(_merged(run), runs[n + 1 :]) for n, run in enumerate(runs)]


def _merged(run: Sequence[Told]) -> Told:
    slices = dict.fromkeys(voiced for each in run for voiced in each.slices)
    return replace(
        run[0], slices=tuple(slices), in_full=tuple(dict.fromkeys(one for each in run for one in each.in_full))
    )


def _noted(each: Told, later: Sequence[Sequence[Told]]) -> Told:
    """Leave out the notes that come again further down."""
    again = {note for run in later for other in run for note in other.notes}
    return replace(each, notes=tuple(note for note in each.notes if note not in again))


def _told(quote: CheckedQuote, is_only: bool) -> Told:
    if quote.verdict is Verdict.NOT_IN_STORY:
        if not words_of(quote.posted):
            return Told((phrases.NO_WORDS,), ())
        if quote.is_common:
            return Told((phrases.COMMON_WORD.format(posted=quote.posted),), ())
        these = phrases.NOT_THESE_WORDS.format(posted=_clipped(quote.posted))
        notes = (phrases.ELSEWHERE, *(() if quote.marked else (phrases.UNMARKED,)))
        return Told((phrases.NOT_IN_STORY if is_only else these,), (), notes=notes, nearest=quote.nearest)
    turns = sorted((each for each in quote.differences if each.turns), key=lambda each: len(each.said + each.posted))
    turns = turns[:_MOST_TURNS]
    changes = tuple(difference_in_words(each) for each in quote.differences if each not in turns)
    is_cut = quote.is_cut and quote.verdict is not Verdict.STITCHED
    in_full = (quote.context,) if quote.context and is_cut else ()
    return Told((*_whose(quote.misnamed), *_state(quote, turns)), quote.slices, changes, in_full=in_full)


def _whose(misnamed: Misnamed | None) -> tuple[Phrase, ...]:
    """Say whose words they are, if somebody else was named."""
    if misnamed is None:
        return ()
    named = _clipped(misnamed.named)
    if misnamed.speaker is not None:
        reported = misnamed.kind == "reported"
        sentence = phrases.NOT_REPORTED_OF_THEM if reported else phrases.NOT_THEIRS
        return (sentence.format(speaker=misnamed.speaker, named=named),)
    if misnamed.owners > 1:
        return ((phrases.PARTLY_THEIRS if misnamed.partly else phrases.NOT_AT_ALL_THEIRS).format(named=named),)
    return (phrases.NOBODYS.format(named=named),)


def _state(quote: CheckedQuote, turns: Sequence[Difference]) -> tuple[Phrase, ...]:
    """Say whether the words are the story's own."""
    turned = (phrases.TURNED, *map(difference_in_words, turns)) if turns else ()
    if quote.verdict is Verdict.STITCHED:
        return (phrases.REORDERED if quote.reordered else phrases.STITCHED, *turned)
    if quote.verdict is Verdict.ALTERED:
        return turned or (phrases.ALSO_ALTERED if quote.misnamed else phrases.ALTERED,)
    if quote.verdict is Verdict.MISATTRIBUTED:
        return (phrases.ELSE_EXACT,)
    if len(quote.posted.split()) == 1:
        return (phrases.EXACT_WORD,)
    is_report = {kind for *_, kind in quote.slices} == {"reported"}
    return (phrases.EXACT_REPORTED if is_report else phrases.EXACT,)


def difference_in_words(difference: Difference) -> Phrase:
    """Say what the article has and what was posted instead."""
    said, posted = _clipped(difference.said), _clipped(difference.posted)
    if not said:
        return phrases.ADDED.format(posted=posted)
    if not posted:
        return phrases.LEFT_OUT.format(said=said)
    return phrases.CHANGED.format(posted=posted, said=said)


def _slice(voiced: Voiced, story: Story | None) -> list[str]:
    if story is None:
        return []
    start, end, speaker, kind = voiced
    number = story.article.paragraph_at(start).number
    return [f"  {story.article.text[start:end]}", f"  -- {_who(speaker, kind, story)}paragraph {number}"]


def _lines(texts: Sequence[str]) -> list[str]:
    return [line for text in texts for line in text.splitlines() if line.strip()]


def _who(speaker: str | None, kind: str | None, story: Story) -> str:
    if not speaker:
        return ""
    reported = "reported of " if kind == "reported" else ""
    return f"{reported}{with_role(speaker, story)}, "


def _clipped(words: str) -> str:
    """Return words on one line, cut at a word if they are many: they are only pointed at."""
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST_WORDS else flat[: _LONGEST_WORDS - 1].rsplit(" ", 1)[0] + "…"
