"""What the sentence encoder buys on questions about a story: labelled questions, with the encoder and without.

A line of the questions is {"question", "kind", "gold"}: "answerable", "near" or "far", and for an answerable one the
alternatives, each a list of ids of the article's sentences, of which a file has a line each: the id, a tab, the text.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from bot.answering.answerer import Answerer
from bot.answering.records import Answer, Outcome
from bot.evaluation.measure import Share, auroc
from bot.matching import Meanings
from bot.matching.encoder import load_encoder
from bot.stories import Citation, Library, load_library
from tests.bench.report import Section, show
from tests.bench.typos import seeded
from tests.shipped import KNOWLEDGE

_SHOWN = 3
# A quote shows a sentence that it shares so many letters with, or half of it.
_ENOUGH, _HALF = 40, 0.5
_NEAR_BOUND = 0.05
_KINDS = ("answerable", "near", "far")


Span = tuple[int, int]


@dataclass(frozen=True)
class Asked:
    """A question, what kind it is, and what answers it: any of the alternatives, with all of its sentences."""

    question: str
    kind: str
    gold: tuple[tuple[Span, ...], ...]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the study."""
    options = _parser().parse_args(argv)
    asked = list(read_questions(options.questions, sentences_of(options.sentences, load_library(options.knowledge))))
    library = cut(load_library(options.knowledge), options.phrasings, seeded(options.seed))
    sections: dict[str, Section] = {}
    for title, meanings in (("words", None), ("words and meanings", Meanings(load_encoder()))):
        sections[title] = measured(Answerer(library, meanings=meanings), asked)
    show(sections, as_json=options.json)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.story_study", description="What the encoder buys.")
    parser.add_argument("questions", type=Path, metavar="QUESTIONS", help="labelled questions, JSON lines")
    parser.add_argument("sentences", type=Path, metavar="SENTENCES", help="the article's sentences, .tsv")
    parser.add_argument(
        "--knowledge", type=Path, default=KNOWLEDGE, metavar="DIR", help="one story; default: the shipped"
    )
    parser.add_argument("--phrasings", type=int, metavar="N", help="of each entry, drawn; default: all")
    parser.add_argument("--seed", type=int, default=0, help="of the draw (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    return parser


def cut(library: Library, phrasings: int | None, draw: Random) -> Library:
    """Leave each entry its first phrasing and others drawn, so many in all, and no follow-ups; None leaves all."""
    if phrasings is None:
        return library
    stories = []
    for story in library.stories:
        entries = []
        for entry in story.entries:
            first, *others = entry.questions
            drawn = draw.sample(others, min(phrasings - 1, len(others)))
            entries.append(replace(entry, questions=(first, *drawn), follow_ups=()))
        stories.append(replace(story, entries=tuple(entries)))
    return replace(library, stories=tuple(stories))


def sentences_of(file: Path, library: Library) -> dict[str, Span]:
    """Return where in the article each sentence stands, by its id."""
    article = library.stories[0].article.text
    found: dict[str, Span] = {}
    for line in filter(None, file.read_text(encoding="utf-8").splitlines()):
        name, text = line.split("\t")[0], line.split("\t")[-1]
        # What stands between the words may differ: line ends, quotation marks.
        place = re.search(r"\W+".join(map(re.escape, re.findall(r"\w+", text))), article)
        if place is None:
            raise SystemExit(f"{file.name}: sentence {name} is not in the article.")
        found[name] = place.span()
    return found


def read_questions(file: Path, sentences: dict[str, Span]) -> Iterator[Asked]:
    """Yield labelled questions; ``sentences`` are where those that they name stand."""
    for line in filter(None, file.read_text(encoding="utf-8").splitlines()):
        found = json.loads(line)
        gold = (tuple(sentences[name] for name in alternative) for alternative in found["gold"])
        yield Asked(found["question"], found["kind"], tuple(gold))


def measured(answerer: Answerer, asked: Sequence[Asked]) -> Section:
    """Ask everything; ``right at near <= 5%`` is at a threshold that one near question in twenty passes."""
    answers = [(each, answerer.ask(each.question)) for each in asked]
    scores = {kind: [answer.score for each, answer in answers if each.kind == kind] for kind in _KINDS}
    right = [answer for each, answer in answers if each.kind == "answerable" and _proves(answer, each)]
    near, total = sorted(scores["near"], reverse=True), len(scores["answerable"])
    cut = near[int(_NEAR_BOUND * len(near))] if near else 0.0
    return {
        "AUROC near, %": _percent(auroc(scores["answerable"], near)),
        "AUROC far, %": _percent(auroc(scores["answerable"], scores["far"])),
        "right at near <= 5%": Share(sum(answer.score > cut for answer in right), total),
        "right": Share(sum(answer.outcome is Outcome.ANSWERED for answer in right), total),
        "right or offered": Share(sum(_reaches(answer, each) for each, answer in answers), total),
        **{f"{kind} answered": _answered(answers, kind) for kind in _KINDS[1:]},
    }


def _percent(share: float | None) -> float | None:
    return None if share is None else 100 * share


def _answered(answers: Sequence[tuple[Asked, Answer]], kind: str) -> Share:
    found = [answer.outcome is Outcome.ANSWERED for each, answer in answers if each.kind == kind]
    return Share(sum(found), len(found))


def _proves(answer: Answer, asked: Asked) -> bool:
    """Tell whether what is shown, or would be first, is a right answer."""
    cited = answer.citations
    if answer.outcome is not Outcome.ANSWERED:
        cited = next((each.entry.citations for each in answer.candidates if each.entry.in_story), ())
    return shows_all(cited, asked)


def _reaches(answer: Answer, asked: Asked) -> bool:
    """Tell whether the answer proves it, or one of the entries that are offered does."""
    if asked.kind != "answerable":
        return False
    if answer.outcome is Outcome.ANSWERED:
        return _proves(answer, asked)
    return any(shows_all(each.entry.citations, asked) for each in answer.offers)


def shows_all(cited: Sequence[Citation], asked: Asked) -> bool:
    """Tell whether the first citations show all sentences of an alternative."""
    return any(all(_shown(sentence, cited[:_SHOWN]) for sentence in alternative) for alternative in asked.gold)


def _shown(sentence: Span, cited: Sequence[Citation]) -> bool:
    start, end = sentence
    enough = min(_ENOUGH, _HALF * (end - start))
    return any(min(end, each.end) - max(start, each.start) >= enough for each in cited)


if __name__ == "__main__":
    raise SystemExit(main())
