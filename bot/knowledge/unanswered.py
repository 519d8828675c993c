"""What was asked in vain, alike questions together: the same for moderators on Discord and for the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from bot.answering.conversation import content_words
from bot.matching import Meanings
from bot.matching.features import stem
from bot.records import AskedInVain

# Likeness is a matrix of 0 to 1, a row and a column a question.
Likeness = Callable[[Sequence[str]], np.ndarray]
# From here on two questions ask the same: by the words that carry them, and by the encoder's meanings.
_ALIKE_BY_WORDS, _ALIKE_BY_MEANING = 0.85, 0.80
_MOST_GROUPED = 1_000


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that ask the same, the most asked first; the first one names the group."""

    questions: tuple[AskedInVain, ...]

    @property
    def id(self) -> int:
        """The number of the question that names the group."""
        return self.questions[0].id

    @property
    def text(self) -> str:
        """The question that names the group."""
        return self.questions[0].text

    @property
    def nearest(self) -> tuple[tuple[str, str], ...]:
        """The entries that came nearest to it, by the ids of story and entry."""
        return self.questions[0].nearest

    @property
    def count(self) -> int:
        """How often all of them were asked."""
        return sum(each.count for each in self.questions)

    @property
    def this_week(self) -> int:
        """How often in the last seven days."""
        return sum(each.this_week for each in self.questions)

    @property
    def week_before(self) -> int:
        """How often in the seven days before."""
        return sum(each.week_before for each in self.questions)

    @property
    def first(self) -> int:
        """When the first of them was asked, in seconds since 1970."""
        return min(each.first for each in self.questions)

    @property
    def last(self) -> int:
        """When one of them was asked last, in seconds since 1970."""
        return max(each.last for each in self.questions)


def grouped(asked: Sequence[AskedInVain], likeness: Likeness | None = None) -> list[Group]:
    """Group questions that ask the same, the most asked groups first; the same list gives the same groups.

    The most asked question names a group, and others join the one that they are most like. Only the latest thousand
    are compared; ``likeness`` is by words unless given.
    """
    ranked = sorted(asked[:_MOST_GROUPED], key=lambda each: (-each.count, each.first, each.text))
    alike = (likeness or by_words)([each.text for each in ranked]) if ranked else np.zeros((0, 0))
    leaders: list[int] = []
    members: dict[int, list[AskedInVain]] = {}
    for at, question in enumerate(ranked):
        nearest = max(leaders, key=lambda leader: (alike[at, leader], -leader), default=None)
        if nearest is not None and alike[at, nearest] >= 1.0:
            members[nearest].append(question)
        else:
            leaders.append(at)
            members[at] = [question]
    groups = [Group(tuple(members[leader])) for leader in leaders]
    return sorted(groups, key=lambda group: (-group.count, -group.last, group.text))


def by_words(texts: Sequence[str]) -> np.ndarray:
    """Compare questions by the stems of the words that carry them; 1 and more is alike."""
    carried = [" ".join(sorted(map(stem, content_words(text)))) or text for text in texts]
    # By all of their words and not by those that they share: one word of a long question is not that question.
    found = process.cdist(carried, carried, scorer=fuzz.token_sort_ratio, dtype=np.float32)
    return found / (100 * _ALIKE_BY_WORDS)


def by_meaning(meanings: Meanings) -> Likeness:
    """Return what compares questions by their meanings, or by their words where these are the surer sign."""

    def likeness(texts: Sequence[str]) -> np.ndarray:
        points = meanings.of_questions(texts)
        points = points / np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-9)
        return np.maximum(points @ points.T / _ALIKE_BY_MEANING, by_words(texts))

    return likeness
