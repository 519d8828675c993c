"""Phrasings that would lead a reader astray: not learnt, they get what the story says of something else.

Being nearer to another entry harms nobody as long as the bot answers rightly. So the phrasings that are clearly nearer
to another one are tried: each is left out and asked of an engine that has learnt the rest, as a reader would ask who
found the same words. Only those that surely end with something wrong are worth a curator's time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot.answering.answerer import Answerer
from bot.answering.decision import ANSWER_AT
from bot.answering.records import Answer, Outcome
from bot.checking.concerns import Concern, Kind, sentence
from bot.checking.overlap import overlaps, space_of, tell_the_same
from bot.checking.reach import named
from bot.evaluation.held_out import Place, Trial, folds, trials_of
from bot.evaluation.systems import Target
from bot.matching import Meanings
from bot.progress import UNWATCHED, Watch
from bot.stories import Library

# So far from the score from which on it answers, the bot is sure enough of what is wrong; nearer to it than the second
# figure, what goes wrong comes and goes with edits elsewhere, and is worth nobody's time.
_SURELY, _WORTH_TELLING = 0.2, 0.3
# So large a share of an entry's phrasings may be left out at once, or one.
_SHARE = 5
_MOST_NAMED = 3
# Whoever keeps to few phrasings can do something too.
_ONE = (
    "Make another of its phrasings more like this one, or add some; "
    "if it asks for something else, move it, or split the entry."
)
_SEVERAL = (
    "Make others of its phrasings more like these, or add some; "
    "if they ask for something else, move them, or split the entry."
)


@dataclass(frozen=True, slots=True)
class Astray:
    """A phrasing that surely gets a wrong answer: ``trial`` without having been learnt, ``known`` if even with that."""

    trial: Trial
    known: Answer | None = None

    @property
    def sureness(self) -> tuple[bool, bool, float]:
        """How much harm is done; the larger the worse."""
        answer = self.known or self.trial.answer
        return self.known is not None, answer.outcome is Outcome.ANSWERED, abs(answer.score - ANSWER_AT)

    @property
    def is_worth_telling(self) -> bool:
        """Whether the harm is clear: done by the bot as it stands, or far from being none."""
        return self.known is not None or self.sureness[-1] >= _WORTH_TELLING

    def concern(self, others: Sequence[Astray] = ()) -> Concern:
        """Return the same as a warning, with other phrasings of its entry that mislead too."""
        own, number = self.trial.place.own, self.trial.place.number
        answer = self.known or self.trial.answer
        when = "Even as the bot stands," if self.known else "Left out and asked,"
        problem = sentence(f"{when} “{self.trial.place.question}” {_ended(own, answer)}") + _also(others)
        made = Concern.of_entry(Kind.OVERLAP, own.story, own.entry, problem, _SEVERAL if others else _ONE)
        return replace(made.on_phrasing(own.entry, number), other=named(own, answer))


def astray(
    library: Library, answerer: Answerer, meanings: Meanings | None = None, watch: Watch = UNWATCHED
) -> list[Astray]:
    """Return the phrasings that mislead, the worst first; ``answerer`` has learnt all of the library."""
    with watch.during("Comparing phrasings"):
        near = [each.place for each in overlaps(library, space_of(library, meanings), watch)]
    tried = trials_of(library, [group for group in _groups(near) if group], meanings, watch)
    wrong = [trial for trial in tried if misleads(trial)]
    asked = [answerer.ask(trial.place.question) for trial in watch.each(wrong, "Asking phrasings")]
    found = [
        Astray(trial, answer if misleads(Trial(trial.place, answer)) else None)
        for trial, answer in zip(wrong, asked, strict=True)
    ]
    return sorted(found, key=lambda each: each.sureness, reverse=True)


def _groups(near: Sequence[Place]) -> list[list[Place]]:
    """Return what is left out together: the fewest groups that take at most a fifth of an entry's phrasings, or one."""
    count: dict[tuple[str, str], int] = {}
    for place in near:
        count[_key(place)] = count.get(_key(place), 0) + 1
    most = max((-(-count[_key(place)] // _room(place)) for place in near), default=0)
    return folds(sorted(near, key=_key), most)


def _room(place: Place) -> int:
    return max(1, len(place.own.entry.questions) // _SHARE)


def _key(place: Place) -> tuple[str, str]:
    return place.key[:2]


def misleads(trial: Trial) -> bool:
    """Tell whether a reader is surely told something wrong: another answer, or that the story does not say.

    Other questions to choose from, or none, tell nothing wrong; nor does an entry that shows some of the same words.
    """
    answer, own = trial.answer, trial.place.own
    if trial.ended_well or _shows_the_same(own, answer):
        return False
    if answer.outcome is Outcome.ANSWERED:
        return answer.score >= ANSWER_AT + _SURELY
    return answer.outcome is Outcome.NOT_IN_STORY and answer.entry is not None and answer.score <= ANSWER_AT - _SURELY


def _shows_the_same(own: Target, answer: Answer) -> bool:
    if answer.entry is None or answer.story is None:
        return False
    return tell_the_same(own.story, own.entry, answer.story, answer.entry)


def misleading(found: Sequence[Astray]) -> Iterator[Concern]:
    """Warn once of each entry with phrasings that clearly mislead, the worst first.

    Of lost entries another warning tells.
    """
    for same in _by_entry(found):
        is_lost = len(same) == len(same[0].trial.place.own.entry.questions)
        told = [each for each in same if each.is_worth_telling]
        if told and (told[0].known or not is_lost):
            yield told[0].concern(told[1:])


def lost_entries(found: Sequence[Astray]) -> Iterator[Concern]:
    """Warn of entries all of whose phrasings mislead: whoever does not ask word for word lands elsewhere."""
    for same in _by_entry(found):
        own = same[0].trial.place.own
        if len(same) == len(own.entry.questions):
            others = ", ".join(dict.fromkeys(filter(None, map(partial(_other, own), same))))
            problem = f"Each of its {len(same)} phrasings, left out and asked, ends at another entry ({others})."
            remedy = "Write phrasings that ask for this alone, or make one entry of them."
            yield Concern.of_entry(Kind.UNREACHED, own.story, own.entry, problem, remedy)


def _by_entry(found: Sequence[Astray]) -> list[list[Astray]]:
    by_entry: dict[tuple[str, str], list[Astray]] = {}
    for each in found:
        by_entry.setdefault(_key(each.trial.place), []).append(each)
    return list(by_entry.values())


def _also(others: Sequence[Astray]) -> str:
    """Name the other phrasings, the worst few of them."""
    if not others:
        return ""
    named = ", ".join(f"“{each.trial.place.question}”" for each in others[:_MOST_NAMED])
    more = f" and {len(others) - _MOST_NAMED} more" if len(others) > _MOST_NAMED else ""
    return " " + sentence(f"Also wrong: {named}{more}")


def _other(own: Target, each: Astray) -> str | None:
    return named(own, each.known or each.trial.answer)


def _ended(own: Target, answer: Answer) -> str:
    if answer.outcome is Outcome.ANSWERED:
        return f"gets the answer of {named(own, answer)}"
    return f"gets “{answer.text}” ({named(own, answer)})"
