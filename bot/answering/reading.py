"""Reading a question by itself or with what was said before, whichever makes more sense."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.answering.conversation import MORE, Context, asks_about_an_answer, asks_for_more
from bot.matching import Match
from bot.matching.leaning import (
    asks_of_someone_unnamed,
    content_words,
    corrected,
    is_english,
    leaning,
    leans,
    names_something,
    points_at_somebody,
)
from bot.stories import Entry

# What the engine makes of a question, of some stories or of all.
Matched = Callable[..., Match]

# A question that by itself is so clearly near needs no context.
_CLEARLY_NEAR = -2.0
_OUT_OF_THE_BLUE = 0.3
# A leaning question's own content that an answer must know, and how many words of it are much.
_LEAST_SHARED = 0.5
_MUCH_CONTENT = 4
# Read with the talk before, a question is misread oftener: measured on the talks of two stories without follow-ups.
_ODDS_IN_TALK, _LEAST_DOUBT = 0.67, 1e-9
# All of it but for how it begins or ends.
_UNKNOWN = 0.92


def understood(matched: Matched, question: str, context: Context | None) -> tuple[str, Match]:
    """Return the question as it is understood, and what the engine makes of it."""
    if context is not None and context.story is not None:
        question = corrected(question, context.question, context.story) or question
    alone = matched(question)
    if not alone.exact and _misses_an_answer(question, context, alone):
        # "Who said that?", "who is he?" out of the blue: the likeliest entries are offered, none is answered with.
        return question, replace(alone, score=min(alone.score, _OUT_OF_THE_BLUE))
    if context is None or not leans(question) or _stands_alone(question, alone) or _is_gibberish(question, alone):
        return question, alone
    full, talk = leaning(question, context.question, context.story, context.entry)
    together = matched(full, talk)
    if together.exact:
        return full, replace(together, leaning=True)
    if asks_for_more(question):
        # "What else?" has no subject of its own: what else there is to the question before.
        asked = full if set(content_words(full)) - MORE else context.question
        return full, _without(matched(asked), context.entry)
    by_itself = matched(full) if full != question else alone
    # What the question adds to the talk must be known to the answer: else the talk before answers, not the story.
    fits = together.signals.cover >= _LEAST_SHARED if by_itself.content else not names_something(full)
    if together.in_talk:
        own = _is_whole(full, by_itself) or (len(content_words(full)) >= _MUCH_CONTENT and not fits)
        return full, replace(by_itself if own else together, leaning=True)
    sensible = [
        match for match, makes_sense in ((together, fits), (by_itself, by_itself.content or not fits)) if makes_sense
    ]
    found = max(sensible, key=lambda match: match.score)
    return full, replace(found, score=found.score if found.exact else _less_sure(found.score), leaning=True)


def _less_sure(score: float) -> float:
    """Return a score for what leans on a talk, where no follow-ups are written to tell what it is worth there."""
    odds = score / max(1 - score, _LEAST_DOUBT) * _ODDS_IN_TALK
    return odds / (1 + odds)


def _misses_an_answer(question: str, context: Context | None, alone: Match) -> bool:
    """Tell whether a question can only be asked of an answer, and there is none before it."""
    if context is not None:
        return context.entry is None and asks_about_an_answer(question)
    unnamed = bool(alone.answerable) and asks_of_someone_unnamed(question, alone.answerable[0].story)
    return unnamed or asks_about_an_answer(question)


def _is_gibberish(question: str, alone: Match) -> bool:
    """Tell whether a question has no word that anybody knows: it asks nothing of what was said before."""
    words = content_words(question)
    return bool(words) and alone.signals.unknown >= _UNKNOWN and not any(map(is_english, words))


def _stands_alone(question: str, alone: Match) -> bool:
    """Tell whether a question is so clear by itself that nothing before it matters, unless it asks of a "he"."""
    clearly_near = alone.signals.gap <= _CLEARLY_NEAR and not points_at_somebody(question)
    return bool(alone.content) and (_is_whole(question, alone) or clearly_near)


def _is_whole(question: str, match: Match) -> bool:
    """Tell whether these are a phrasing's words, and more than "since when?", which is asked of whatever was told."""
    return match.exact and len(content_words(question)) > 1


def _without(match: Match, entry: Entry | None) -> Match:
    """Leave out an entry and what rests on the same first quote."""
    if entry is None or not entry.citations:
        return match
    told = entry.citations[0].start
    others, offered = (
        tuple(each for each in kind if each.entry.citations[0].start != told)
        for kind in (match.answerable, match.offered)
    )
    return replace(match, answerable=others, offered=offered) if others else match
