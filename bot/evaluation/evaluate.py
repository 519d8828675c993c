"""One run: every question asked of our engine and of the baselines, judged alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.answerer import Answerer
from bot.answering.records import Answer
from bot.evaluation.explain import Mistake, explained
from bot.evaluation.measure import Figures, Share, figures
from bot.evaluation.questions import Labelled
from bot.evaluation.systems import ABSTAINING, Reply, WRatio, from_threshold, our_reply, threshold_for


@dataclass(frozen=True)
class System:
    """A system's replies and what they amount to; ``threshold`` is the score it answers from, if it is a fixed one."""

    name: str
    replies: tuple[Reply, ...]
    figures: Figures
    threshold: float | None = None


@dataclass(frozen=True)
class Evaluation:
    """What came of a set of labelled questions.

    reads: what our engine reads questions by.
    systems: ours first, then WRatio made to answer as many, WRatio as it comes, and always abstaining.
    repeated: how many questions are phrasings of the knowledge, word for word: those prove little.
    stories: the ids of the stories that were asked.
    exact: the quotes shown that are exact slices of the article, out of all quotes shown.
    """

    version: str
    reads: str
    questions: tuple[Labelled, ...]
    answers: tuple[Answer, ...]
    systems: tuple[System, ...]
    repeated: int
    exact: Share
    mistakes: tuple[Mistake, ...]
    stories: tuple[str, ...] = ()

    @property
    def ours(self) -> System:
        """Our engine."""
        return self.systems[0]


def evaluate(answerer: Answerer, questions: Sequence[Labelled], worst: int) -> Evaluation:
    """Ask every question by itself, judge all systems, and explain the ``worst`` mistakes."""
    answers = [answerer.ask(each.question) for each in questions]
    ours = _system("ours", questions, [our_reply(answer) for answer in answers])
    repeated = sum(answerer.matcher.match(each.question).exact for each in questions)
    mistakes = explained(answerer.matcher, questions, answers, ours.figures.verdicts, worst)
    systems = (ours, *_baselines(answerer, questions, ours))
    made = (tuple(questions), tuple(answers), systems, repeated, _exact(answers), tuple(mistakes))
    stories = tuple(story.id for story in answerer.library.stories)
    return Evaluation(answerer.library.version, answerer.reads, *made, stories)


def _baselines(answerer: Answerer, questions: Sequence[Labelled], ours: System) -> list[System]:
    wratio = WRatio(answerer.library)
    replies = [wratio.reply(each.question) for each in questions]
    threshold = threshold_for(replies, ours.figures.coverage.count)
    return [
        _system("WRatio as many", questions, from_threshold(replies, threshold), threshold),
        _system("WRatio by default", questions, replies),
        _system("always abstain", questions, [ABSTAINING] * len(questions)),
    ]


def _system(
    name: str, questions: Sequence[Labelled], replies: Sequence[Reply], threshold: float | None = None
) -> System:
    return System(name, tuple(replies), figures(questions, replies), threshold)


def _exact(answers: Sequence[Answer]) -> Share:
    shown = [(answer.story, citation) for answer in answers if answer.story for citation in answer.citations]
    exact = sum(story.article.text[each.start : each.end] == each.quote for story, each in shown)
    return Share(exact, len(shown))
