"""Leave-one-out: each phrasing of a knowledge folder is asked of a bot that has learnt all but that phrasing.

Learning anew for every phrasing would take an hour, so by default phrasings are left out in folds, by their place in
the entry: with ten folds an entry of 30 phrasings misses three at a time, which is harder than missing one. `--exact N`
leaves out one at a time, for a sample of N. With each fold a part of the follow-ups is left out too, and asked after
the entry that each comes after.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.answering.answerer import Answerer
from bot.answering.records import Outcome
from bot.evaluation.held_out import KeepingMeanings, Place, folds, places, without
from bot.evaluation.measure import Share
from bot.evaluation.systems import Target
from bot.matching import Meanings
from bot.matching.encoder import load_encoder
from bot.stories import Entry, FollowUp, Library, Story, load_library
from tests.bench.report import Section, show
from tests.bench.typos import seeded
from tests.shipped import KNOWLEDGE


@dataclass(frozen=True, slots=True)
class Result:
    """How one phrasing went.

    first, first_of_kind: its own entry comes first of all, or of the entries that the story answers (or does not).
    evidence: the first answerable entry shows every slice of the article that its own one does.
    alike: another phrasing has the same words as the engine reads them, so that this one was easy.
    """

    in_story: bool
    first: bool
    first_of_kind: bool
    evidence: bool
    answered: bool
    answered_right: bool
    alike: bool


@dataclass(frozen=True, slots=True)
class Next:
    """How one follow-up went: answered at all, and by its own entry or one that shows the same."""

    in_story: bool
    answered: bool
    answered_right: bool


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    options = _parser().parse_args(argv)
    library = load_library(options.knowledge)
    phrasings = places(library)
    title, groups = f"leave-one-out in {options.folds} folds", folds(phrasings, options.folds)
    if options.exact:
        sample = seeded(options.seed).sample(phrasings, min(options.exact, len(phrasings)))
        title, groups = "leave-one-out, one at a time", [[place] for place in sample]
    meanings = None if options.lexical else KeepingMeanings(load_encoder())
    show({title: measured(library, groups, meanings)}, as_json=options.json)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.leave_one_out", description="Leave-one-out.")
    parser.add_argument("--knowledge", type=Path, default=KNOWLEDGE, metavar="DIR", help="default: the shipped one")
    parser.add_argument("--folds", type=_at_least_two, default=10, metavar="K", help="default: %(default)s")
    parser.add_argument("--exact", type=int, metavar="N", help="leave out one at a time, for a sample of N phrasings")
    parser.add_argument("--lexical", action="store_true", help="without the sentence encoder")
    parser.add_argument("--seed", type=int, default=0, help="of the sample (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def _at_least_two(text: str) -> int:
    if int(text) < 2:
        raise argparse.ArgumentTypeError("two folds at least")
    return int(text)


def measured(library: Library, groups: Sequence[Sequence[Place]], meanings: Meanings | None) -> Section:
    """Leave out each group in turn and ask it."""
    results: list[Result] = []
    following: list[Next] = []
    for number, group in enumerate(filter(None, groups)):
        cut, gone = _without_follow_ups(without(library, group), number, len(groups))
        answerer = Answerer(cut, meanings=meanings)
        results += [_asked(answerer, place.own, place.question) for place in group]
        following += [_asked_next(answerer, own, each) for own, each in gone]
    return _figures(results) | _figures_next(following)


def _without_follow_ups(library: Library, number: int, of: int) -> tuple[Library, list[tuple[Target, FollowUp]]]:
    """Take a part of the follow-ups out of a library; return both."""
    gone: list[tuple[Target, FollowUp]] = []
    stories: list[Story] = []
    for story in library.stories:
        entries: list[Entry] = []
        for entry in story.entries:
            out = entry.follow_ups[number::of]
            gone += [(Target(story, entry), each) for each in out]
            entries.append(replace(entry, follow_ups=tuple(each for each in entry.follow_ups if each not in out)))
        stories.append(replace(story, entries=tuple(entries)))
    return replace(library, stories=tuple(stories)), gone


def _asked_next(answerer: Answerer, own: Target, follow_up: FollowUp) -> Next:
    """Ask a follow-up after the entry that it comes after."""
    answerer.entry_answer(own.story.id, follow_up.after, "leave-one-out")
    answer = answerer.ask(follow_up.question, "leave-one-out")
    answered = answer.outcome is Outcome.ANSWERED
    given = Target(answer.story, answer.entry) if answered and answer.story and answer.entry else None
    return Next(own.entry.in_story, answered, given is not None and _shows(given, own))


def _asked(answerer: Answerer, own: Target, question: str) -> Result:
    match, answer = answerer.matcher.match(question), answerer.ask(question)
    answerable, near = ([Target(each.story, each.entry) for each in kind] for kind in (match.answerable, match.near))
    in_story = own.entry.in_story
    kin = (answerable if in_story else near)[0]
    leading = max((*match.answerable[:1], *match.near[:1]), key=lambda each: each.share)
    answered = answer.outcome is Outcome.ANSWERED
    given = Target(answer.story, answer.entry) if answered and answer.story and answer.entry else None
    return Result(
        in_story=in_story,
        first=own.is_same(Target(leading.story, leading.entry)),
        first_of_kind=own.is_same(kin),
        evidence=_shows(kin, own),
        answered=answered,
        answered_right=given is not None and _shows(given, own),
        alike=match.exact,
    )


def _shows(found: Target, own: Target) -> bool:
    return found.is_same(own) or found.serves_for(own)


def _figures(results: Sequence[Result]) -> Section:
    said = [each for each in results if each.in_story]
    unsaid = [each for each in results if not each.in_story]
    return {
        "right entry first": _share(results, lambda each: each.first),
        "right entry first among its kind": _share(results, lambda each: each.first_of_kind),
        "answerable: right entry first": _share(said, lambda each: each.first),
        "answerable: right by evidence": _share(said, lambda each: each.evidence),
        "answerable: answered": _share(said, lambda each: each.answered),
        "answerable: answered right": _share(said, lambda each: each.answered_right),
        "near: right entry first": _share(unsaid, lambda each: each.first),
        "near: held back": _share(unsaid, lambda each: not each.answered),
        "same words in another phrasing": _share(results, lambda each: each.alike),
    }


def _figures_next(results: Sequence[Next]) -> Section:
    said = [each for each in results if each.in_story]
    unsaid = [each for each in results if not each.in_story]
    return {
        "follow-ups, answerable: answered right": Share(sum(each.answered_right for each in said), len(said)),
        "follow-ups, near: held back": Share(sum(not each.answered for each in unsaid), len(unsaid)),
    }


def _share(results: Sequence[Result], holds: Callable[[Result], bool]) -> Share:
    return Share(sum(map(holds, results)), len(results))


if __name__ == "__main__":
    raise SystemExit(main())
