"""Entries that their own phrasings do not reach: asked in a curator's words, the engine answers something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.answering.answerer import Answerer
from bot.answering.records import Answer, Outcome
from bot.checking.concerns import Concern, Kind, sentence
from bot.evaluation.held_out import reaches
from bot.evaluation.systems import Target
from bot.progress import UNWATCHED, Watch


def unreached(answerer: Answerer, watch: Watch = UNWATCHED) -> Iterator[Concern]:
    """Ask each entry's phrasings, the canonical one first, until one reaches it; warn where none does.

    Warn also where only the canonical one does not, unless all that it gets is another "the story does not say".
    """
    targets = [Target(story, entry) for story, entry in answerer.library.entries()]
    for target in watch.each(targets, "Asking every entry"):
        first: Answer | None = None
        for question in target.entry.questions:
            answer = answerer.ask(question)
            if reaches(answer, target):
                if first is not None and (target.entry.in_story or first.outcome is Outcome.ANSWERED):
                    yield _concern(
                        target, first, "The first of its phrasings, which is shown to people, does not reach it"
                    )
                break
            first = first or answer
        else:
            if first is not None:
                yield _concern(target, first, _none_reaches(len(target.entry.questions)))


def _none_reaches(count: int) -> str:
    return "Its only phrasing does not reach it" if count == 1 else f"None of its {count} phrasings reaches it"


def _concern(target: Target, answer: Answer, asked: str) -> Concern:
    entry = target.entry
    problem = sentence(f"{asked}: “{entry.question}” {_ended(target, answer)}")
    remedy = "Write phrasings that ask for this alone."
    other = answer.entry.id if answer.entry else None
    made = Concern.of_entry(Kind.UNREACHED, target.story, entry, problem, remedy)
    return replace(made, other=other, text=entry.question)


def named(own: Target, answer: Answer) -> str | None:
    """Return the entry that answered, and its story if that is another one."""
    if answer.entry is None or answer.story is None:
        return None
    elsewhere = answer.story.id != own.story.id
    return f"{answer.entry.id} of {answer.story.id}" if elsewhere else answer.entry.id


def _ended(own: Target, answer: Answer) -> str:
    if answer.entry is not None:
        return f"gets the answer of {named(own, answer)}"
    if answer.outcome is Outcome.UNSURE:
        return "gets other questions to choose from"
    return f"gets “{answer.text}”"
