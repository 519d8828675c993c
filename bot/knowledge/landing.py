"""Where questions land: which of them another edition answers otherwise than the one in use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answering.answerer import Answerer
from bot.answering.records import Answer, Outcome
from bot.knowledge.difference import Name
from bot.stories import Library

# So many questions are asked anew at most: each costs some milliseconds, and somebody waits.
MOST_ASKED = 400


@dataclass(frozen=True, slots=True)
class Landing:
    """How a question ends: the outcome, and the ids of the story and the entry if there is one."""

    outcome: Outcome
    entry: Name | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """A question that ends otherwise than before."""

    question: str
    before: Landing
    after: Landing


@dataclass(frozen=True, slots=True)
class Moves:
    """What lands elsewhere.

    own: questions of the knowledge that was in use. astray: new phrasings that do not reach their own entry.
    asked: what people asked lately. answered: what they asked in vain and an entry answers now.
    left_out: how many more changed than could be asked in good time.
    """

    own: tuple[Move, ...] = ()
    astray: tuple[Move, ...] = ()
    asked: tuple[Move, ...] = ()
    answered: tuple[str, ...] = ()
    left_out: int = 0


def landing(answerer: Answerer, question: str) -> Landing:
    """Return where a question lands by itself."""
    return landing_of(answerer.ask(question))


def landing_of(answer: Answer) -> Landing:
    """Return where an answer came from."""
    found = (answer.story.id, answer.entry.id) if answer.story and answer.entry else None
    return Landing(answer.outcome, found)


def moves(before: Answerer, after: Answerer, asked: Sequence[str]) -> Moves:
    """Ask two answerers what may have changed, and return what did."""
    old, new = _owners(before.library), _owners(after.library)
    contested = before.matcher.contested ^ after.matcher.contested
    doubtful = [
        question for question, owners in old.items() if owners != new.get(question) or not contested.isdisjoint(owners)
    ]
    fresh = [question for question, owners in new.items() if question not in old or not contested.isdisjoint(owners)]
    own, astray = _some(doubtful), _some(fresh)
    lately = [Move(text, landing(before, text), landing(after, text)) for text in asked[:MOST_ASKED]]
    return Moves(
        own=_moved(before, after, own),
        astray=tuple(_astray(after, new, astray)),
        asked=tuple(move for move in lately if move.before != move.after),
        answered=tuple(move.question for move in lately if move.after.entry),
        left_out=len(doubtful) - len(own) + len(fresh) - len(astray),
    )


def _owners(library: Library) -> dict[str, frozenset[Name]]:
    """Return whose phrasing each question is."""
    found: dict[str, set[Name]] = {}
    for story, entry in library.entries():
        for question in entry.questions:
            found.setdefault(question, set()).add((story.id, entry.id))
    return {question: frozenset(names) for question, names in found.items()}


def _some(questions: list[str]) -> list[str]:
    """Return all questions, or where there are too many of them some from everywhere."""
    return questions[:: max(1, -(-len(questions) // MOST_ASKED))]


def _moved(before: Answerer, after: Answerer, questions: Iterable[str]) -> tuple[Move, ...]:
    found = (Move(question, landing(before, question), landing(after, question)) for question in questions)
    return tuple(move for move in found if move.before != move.after)


def _astray(after: Answerer, owners: dict[str, frozenset[Name]], questions: Iterable[str]) -> Iterable[Move]:
    """Yield the questions that do not lead to an entry that has them."""
    for question in questions:
        found = landing(after, question)
        if found.entry in owners[question]:
            continue
        story, name = min(owners[question])
        entry = next(each for of, each in after.library.entries() if (of.id, each.id) == (story, name))
        wanted = Outcome.ANSWERED if entry.in_story else Outcome.NOT_IN_STORY
        yield Move(question, Landing(wanted, (story, name)), found)
