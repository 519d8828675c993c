"""Questions in two parts: "who is in the photo and who took it" gets both answers, if the story surely has both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice, zip_longest

from bot.answering.conversation import Context
from bot.answering.decision import OFFER_AT, answers, decide
from bot.answering.names import any_of
from bot.answering.reading import Matched, understood
from bot.answering.records import Answer
from bot.matching import Match
from bot.matching.leaning import content_words, leans
from bot.stories import Citation, Story

_ASKS = r"(?:who|whom|whose|what|whats|when|where|why|how|which|is|are|was|were|did|does|do|has|have)\b"
# Where a second question begins, and where a second thing may be named.
_AT = r"(?:(?:about|against|at|by|for|from|in|of|on|since|to|until|with)\s+)?"
_SECOND_QUESTION = re.compile(
    rf"(?:[?!.]\s+(?:and\s+)?|,?\s+(?:and|n|plus|&)\s+(?:also\s+)?)(?={_AT}{_ASKS})", re.IGNORECASE
)
_SECOND_THING = re.compile(r",?\s+(?:and|n|plus|&|\+)\s+", re.IGNORECASE)
_JOINED = re.compile(r"\s(?:and|n|&|plus|or)\s", re.IGNORECASE)
_OF_ONE = {"are": "is", "were": "was", "do": "does", "have": "has"}
_PLURAL = re.compile(rf"\b(?:{'|'.join(_OF_ONE)})\b", re.IGNORECASE)
# Both parts must be surer than a whole question need be: a split may have torn apart what belongs together. Most of all
# where nothing but "and" divides a question that makes sense as a whole.
_SURE, _SURER = 0.5, 0.8
_MOST_CITATIONS = 4
# Trying a way to split costs as much as a question; nobody has more than two who joins so many things.
_MOST_SPLITS = 5
_STORIES_IN_HAND = 64
_WORD = r"(?:when|where|why|how|who|what)"
_TWO_WORDS = re.compile(rf"\b(?P<one>{_WORD})\s+(?:and|&|n|or)\s+(?P<other>{_WORD})\b", re.IGNORECASE)
_LAST_WORD = re.compile(
    rf"(?P<before>(?:\w+\s+){{0,3}}?)(?P<one>{_WORD})\b(?P<rest>.*?)[\s,;]+(?:and|&|n)\s+(?P<other>{_WORD})[\s?!.]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Split:
    """Two questions that one may be, and how sure both must be; two by what proves them, or by their entries alone."""

    first: str
    second: str
    at: float
    by_proof: bool = True


def answer_to_both(matched: Matched, question: str, whole: Match, version: str) -> Answer | None:
    """Return one answer from two entries, None if the question is not two or the story does not surely answer both."""
    if whole.exact:
        return None
    for split in islice(_splits(question, whole), _MOST_SPLITS):
        if _shorter_fails(matched, split):
            continue
        one = matched(split.first)
        if not answers(one, split.at):
            continue
        leading = one.answerable[0]
        _, other = understood(matched, split.second, Context(split.first, leading.story, leading.entry))
        if answers(other, split.at) and _are_two(whole, one, other, by_proof=split.by_proof):
            return _joined(decide(one, version), decide(other, version))
    return None


def _splits(question: str, whole: Match) -> Iterator[_Split]:
    """Yield the ways to split a question in two."""
    yield from _by_question_words(question)
    joints = [(_SECOND_QUESTION, _SURE)]
    # "What did Kerry and Lavrov agree" is one question; of what the story does not say at all, no half is answered.
    if whole.score >= OFFER_AT:
        joints.append((_SECOND_THING, _SURER if answers(whole, _SURE) else _SURE))
    seen: set[str] = set()
    if whole.answerable and not answers(whole, _SURER) and _JOINED.search(question):
        yield from _of_either(question, whole.answerable[0].story)
    for joint, at in joints:
        for found in joint.finditer(question):
            first, second = question[: found.start()].strip(), question[found.end() :].strip()
            if first not in seen and content_words(first) and content_words(second):
                seen.add(first)
                yield _Split(first, second, at)


def _by_question_words(question: str) -> Iterator[_Split]:
    """Ask with two question words one by one: "when and where did he speak?", "when did he speak, and where?"."""
    if not _JOINED.search(question):
        return
    if found := _TWO_WORDS.search(question):
        before, after = question[: found.start()], question[found.end() :]
        yield _Split(f"{before}{found['one']}{after}", f"{before}{found['other']}{after}", _SURE, by_proof=False)
    elif found := _LAST_WORD.fullmatch(question):
        first = f"{found['before']}{found['one']}{found['rest']}"
        yield _Split(first, f"{found['before']}{found['other']}{found['rest']}", _SURE, by_proof=False)


def _of_either(question: str, story: Story) -> Iterator[_Split]:
    """Ask of two people one by one: "who are Kirby and Ivanov?"."""
    found = _two_of(tuple(name for person in story.persons for name in person.names)).search(question)
    if found:
        before, after = (_PLURAL.sub(_singular, part) for part in (question[: found.start()], question[found.end() :]))
        yield _Split(f"{before}{found['one']}{after}", f"{before}{found['other']}{after}", _SURER)


def _singular(verb: re.Match[str]) -> str:
    return _OF_ONE[verb.group().casefold()]


@lru_cache(_STORIES_IN_HAND)
def _two_of(names: tuple[str, ...]) -> re.Pattern[str]:
    who = rf"(?:the\s+)?{any_of(names)}(?:['’]s)?"
    return re.compile(rf"\b(?P<one>{who})\s+(?:and|n|&|plus)\s+(?P<other>{who})(?!\w)", re.IGNORECASE)


def _shorter_fails(matched: Matched, split: _Split) -> bool:
    """Tell whether a second part fails that is the shorter and needs nothing of the first.

    Most splits fail at either part, and a text takes the encoder as long as it is: so the shorter one comes first.
    """
    shorter = len(split.second) < len(split.first) and not leans(split.second)
    return shorter and not answers(matched(split.second), split.at)


def _are_two(whole: Match, one: Match, other: Match, *, by_proof: bool) -> bool:
    """Tell whether two parts have two answers; the day and the place of one speech may stand in one sentence."""
    if not by_proof:
        return one.answerable[0].entry.id != other.answerable[0].entry.id
    return _differ(one, other) and not _covers(whole, one, other)


def _differ(one: Match, other: Match) -> bool:
    """Tell whether two parts have different proof to show first."""
    return not _overlap(_first(one), _first(other))


def _covers(whole: Match, one: Match, other: Match) -> bool:
    """Tell whether the question as a whole has an entry that shows what both parts show first."""
    shown = _slices(whole)
    return all(any(_overlap(first, each) for each in shown) for first in (_first(one), _first(other)))


def _slices(match: Match) -> set[tuple[int, int]]:
    return {(citation.start, citation.end) for citation in match.answerable[0].entry.citations}


def _first(match: Match) -> tuple[int, int]:
    citation = match.answerable[0].entry.citations[0]
    return citation.start, citation.end


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _joined(one: Answer, other: Answer) -> Answer:
    """Join two answers: one text after the other, and the quotes of both by turns."""
    turns = chain.from_iterable(zip_longest(one.citations, other.citations))
    citations: list[Citation] = [citation for citation in dict.fromkeys(turns) if citation is not None]
    return Answer(
        one.outcome,
        f"{one.text} {other.text}",
        min(one.score, other.score),
        one.version,
        one.story,
        one.entry,
        tuple(citations[:_MOST_CITATIONS]),
        (*one.candidates[:1], *other.candidates[:2]),
        also=other.entry,
    )
