"""What entries rest on: the sentences that they cite, and their answers.

Phrasings are what a curator thought of; a question that is like none of them may still be like what answers it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

import numpy as np

from bot.stories import Entry, Story
from bot.stories.article import sentences

_Owned: TypeAlias = Sequence[tuple[Story, Entry]]
# So many sentences are read with a question; more would not come into view.
_READ = 2


@dataclass(frozen=True)
class ByMeaning:
    """The points of texts, and which of them belong to which entry.

    points: texts x coordinates, of unit length.
    texts, entries: the number of a text, and that of an entry that it belongs to, in the order of the entries.
    count: how many classes there are.
    """

    points: np.ndarray
    texts: np.ndarray
    entries: np.ndarray
    count: int
    # What comes so near to what an entry rests on is about the story; what likeness counts as, in logits.
    about: ClassVar[float] = 0.49
    weight: ClassVar[float] = 6.0

    @classmethod
    def of(cls, owned: _Owned, texts: Sequence[str], points: np.ndarray, count: int) -> ByMeaning:
        """Take the texts that ``telling_texts`` gives, and their points."""
        numbers = {text: at for at, text in enumerate(texts)}
        told = np.array([(numbers[text], at) for at, text in _told(owned)], np.int64).reshape(-1, 2)
        unit = points / np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-9)
        return cls(np.asarray(unit, np.float32), told[:, 0], told[:, 1], count)

    def likeness(self, meaning: np.ndarray, _: Mapping[str, float]) -> np.ndarray:
        """Return, for each class, the cosine of a question with the text that is nearest to it; 0 for one without."""
        found = np.zeros(self.count, np.float32)
        if len(self.entries):
            starts = np.flatnonzero(np.diff(self.entries, prepend=-1))
            cosines = self.points @ (meaning / max(float(np.linalg.norm(meaning)), 1e-9))
            found[self.entries[starts]] = np.maximum.reduceat(cosines[self.texts], starts)
        return found


@dataclass(frozen=True)
class ByWords:
    """Which entries have a stem in what they rest on.

    having: the numbers of the entries that have each stem.
    count: how many classes there are.
    """

    having: Mapping[str, np.ndarray]
    count: int
    about: ClassVar[float] = 0.3
    weight: ClassVar[float] = 4.0

    @classmethod
    def of(cls, found: Sequence[set[str]], count: int) -> ByWords:
        """Take the stems that each entry rests on."""
        having: dict[str, list[int]] = {}
        for at, roots in enumerate(found):
            for root in sorted(roots):
                having.setdefault(root, []).append(at)
        return cls({root: np.array(entries, np.int32) for root, entries in having.items()}, count)

    def likeness(self, _: np.ndarray, content: Mapping[str, float]) -> np.ndarray:
        """Return, for each class, the share of a question's content by weight that it has; 0 for one without."""
        found = np.zeros(self.count, np.float32)
        for root, weight in content.items():
            having = self.having.get(root)
            if having is not None:
                found[having] += weight
        return found / (sum(content.values()) or 1.0)


Evidence: TypeAlias = ByMeaning | ByWords


def telling_texts(owned: _Owned) -> list[str]:
    """Return the texts that tell what answerable entries are about, each once."""
    return list(dict.fromkeys(text for _, text in _told(owned)))


def proof_of(story: Story, entry: Entry) -> str:
    """Return an entry's answer and the first sentences that it cites: what is read with a question."""
    cited = list(dict.fromkeys(_cited(story, entry, sentences(story.article))))
    return " ".join([entry.answer, *cited[:_READ]])


def _told(owned: _Owned) -> Iterator[tuple[int, str]]:
    """Yield the number of each answerable entry with its answer, and with each sentence that it cites."""
    spans = {story.id: sentences(story.article) for story in {story.id: story for story, _ in owned}.values()}
    for at, (story, entry) in enumerate(owned):
        if entry.in_story:
            yield at, entry.answer
            for text in dict.fromkeys(_cited(story, entry, spans[story.id])):
                yield at, text


def _cited(story: Story, entry: Entry, spans: list[tuple[int, int]]) -> Iterator[str]:
    """Yield the sentences that an entry's citations touch, those of one citation as one text."""
    for citation in entry.citations:
        first = bisect_right(spans, citation.start, key=lambda span: span[1])
        last = bisect_left(spans, citation.end, key=lambda span: span[0])
        start, end = (spans[first][0], spans[last - 1][1]) if first < last else (citation.start, citation.end)
        yield story.article.text[start:end]
