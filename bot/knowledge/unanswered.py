"""What was asked in vain, alike questions together: the same for moderators on Discord and for the command line."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process

from bot.matching import Meanings
from bot.matching.features import stem
from bot.matching.leaning import content_words
from bot.matching.words import words
from bot.records import AskedInVain, Records, records_at

# Likeness is a matrix of 0 to 1, a row and a column a question.
Likeness = Callable[[Sequence[str]], np.ndarray]
# From here on two questions ask the same: by the words that carry them, and by the encoder's meanings.
_ALIKE_BY_WORDS, _ALIKE_BY_MEANING = 0.85, 0.80
_MOST_GROUPED = 1_000
_DENIALS = frozenset({"not", "never", "no", "none", "nobody"})


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


class Unanswered:
    """Groups what the records hold; meanings are computed once while a question is listed."""

    def __init__(self, records: Records, meanings: Meanings | None = None) -> None:
        """Group by ``meanings`` too, where there are any."""
        self._records = records
        self._likeness = by_meaning(meanings) if meanings else by_words

    async def groups(self) -> list[Group]:
        """Return the groups; raise RecordsError while the records can't be read."""
        asked = await self._records.unanswered()
        return await asyncio.to_thread(grouped, asked, self._likeness)


def read_groups(where: str, days: int, meanings: Meanings | None) -> list[Group]:
    """Return the groups of the records ``where``, for a program that does nothing else; it may raise RecordsError."""
    records = records_at(where, days)
    try:
        return asyncio.run(Unanswered(records, meanings).groups())
    finally:
        records.close()


def as_text(groups: Sequence[Group]) -> str:
    """Say for a person what was asked in vain, the most asked first."""
    if not groups:
        return "Nothing was asked in vain that has not been seen to."
    return "\n".join(line for group in groups for line in _lines(group))


def _lines(group: Group) -> list[str]:
    nearest = ", ".join(entry for _, entry in group.nearest)
    trend = f"this week {group.this_week}, the week before {group.week_before}"
    head = f"{group.count:>5}×  {group.text}  ({trend}{f'; nearest: {nearest}' if nearest else ''})"
    return [head, *(f"{each.count:>9}×  {each.text}" for each in group.questions[1:])]


def as_record(groups: Sequence[Group]) -> list[dict[str, Any]]:
    """Say it for a machine; times in seconds since 1970."""
    return [
        {
            "question": group.text,
            "count": group.count,
            "this_week": group.this_week,
            "week_before": group.week_before,
            "first": group.first,
            "last": group.last,
            "nearest": [{"story": story, "entry": entry} for story, entry in group.nearest],
            "questions": [{"question": each.text, "count": each.count} for each in group.questions],
        }
        for group in groups
    ]


def by_words(texts: Sequence[str]) -> np.ndarray:
    """Compare questions by the stems of the words that carry them; 1 and more is alike."""
    carried = [" ".join(sorted(map(stem, content_words(text)))) or text for text in texts]
    # By all of their words and not by those that they share: one word of a long question is not that question.
    found = process.cdist(carried, carried, scorer=fuzz.token_sort_ratio, dtype=np.float32)
    return np.where(_same_guards(texts), found / (100 * _ALIKE_BY_WORDS), 0)


def _same_guards(texts: Sequence[str]) -> np.ndarray:
    """Tell which questions have the same numbers, and deny or don't: what differs in these asks something else."""
    guards = [frozenset(word for word in words(text) if word in _DENIALS or not word.isalpha()) for text in texts]
    numbers = {guard: number for number, guard in enumerate(dict.fromkeys(guards))}
    found = np.array([numbers[guard] for guard in guards])
    return found[:, None] == found[None, :]


def by_meaning(meanings: Meanings) -> Likeness:
    """Return what compares questions by their meanings, or by their words where these are the surer sign."""

    known: dict[str, np.ndarray] = {}

    def likeness(texts: Sequence[str]) -> np.ndarray:
        new = [text for text in texts if text not in known]
        kept = {text: known[text] for text in texts if text in known}
        kept |= dict(zip(new, meanings.of_questions(new), strict=True)) if new else {}
        known.clear()
        known.update(kept)
        points = np.array([kept[text] for text in texts])
        points = points / np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-9)
        by_points = np.where(_same_guards(texts), points @ points.T / _ALIKE_BY_MEANING, 0)
        return np.maximum(by_points, by_words(texts))

    return likeness
