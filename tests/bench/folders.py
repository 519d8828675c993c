"""Knowledge folders made for a measurement: from given phrasings, or from generated ones."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path

from tests.bench.typos import seeded

Phrasings = Mapping[str, Sequence[str]]

_OPENINGS = (
    "what is the", "who said that the", "when did the", "how many of the", "why does the", "where was the",
    "did they say if the", "tell me about the", "is it true that the", "how was the", "which", "the",
)  # fmt: skip
_JOINTS = ("of the", "in the", "with the", "and", "for", "")
_TOPIC, _KEPT = 5, 3
# Words in use grow with the square root of the text (Heaps), and are as common as one over their rank (Zipf).
_WORDS_A_ROOT = 60
_FLATTENED_RANKS = 5
_ONE_IN_NEAR = 5


def write_knowledge(root: Path, phrasings: Phrasings, near: frozenset[str] = frozenset()) -> Path:
    """Write one story with an entry for each id; entries in ``near`` are what the story does not say."""
    folder = root / "knowledge" / "generated"
    (folder / "entries").mkdir(parents=True)
    # The sentences have no word of the phrasings: only those are measured.
    told = {name: f"Matter {number} is dealt with at desk {number}." for number, name in enumerate(phrasings)}
    (folder / "story.yaml").write_text("title: Where matters are dealt with\n", encoding="utf-8")
    (folder / "article.txt").write_text("\n\n".join(told.values()) + "\n", encoding="utf-8")
    entries = (_entry(name, phrasings[name], told[name], name not in near) for name in phrasings)
    (folder / "entries" / "all.yaml").write_text("".join(entries), encoding="utf-8")
    return root / "knowledge"


def _entry(name: str, questions: Sequence[str], told: str, in_story: bool) -> str:
    written = "".join(f"    - {json.dumps(question, ensure_ascii=False)}\n" for question in dict.fromkeys(questions))
    if not in_story:
        return f"- id: {name}\n  in_story: false\n  questions:\n{written}  answer: The story does not say.\n"
    return f"- id: {name}\n  questions:\n{written}  answer: {told}\n  citations:\n    - quote: {told}\n"


def generated(entries: int, phrasings: int, seed: int) -> tuple[dict[str, list[str]], frozenset[str]]:
    """Return phrasings by entry id, each entry's about a few words of its own, and the ids that are near ones."""
    draw = seeded(seed)
    words = _Words(draw, int(_WORDS_A_ROOT * phrasings**0.5))
    found = {}
    for number in range(entries):
        topic = words.some(_TOPIC)
        count = phrasings // entries + (number < phrasings % entries)
        found[f"e{number}"] = [_phrasing(topic, words, draw) for _ in range(count)]
    return found, frozenset(list(found)[_ONE_IN_NEAR - 1 :: _ONE_IN_NEAR])


def _phrasing(topic: Sequence[str], words: _Words, draw: random.Random) -> str:
    first, *rest = (*draw.sample(topic, _KEPT), *words.some(draw.randrange(3)))
    return " ".join(f"{draw.choice(_OPENINGS)} {first} {' '.join(f'{draw.choice(_JOINTS)} {w}' for w in rest)}".split())


class _Words:
    """Invented words, a few of them common and most of them rare."""

    def __init__(self, draw: random.Random, count: int) -> None:
        self._draw = draw
        made = _invented(draw)
        self._words = [next(made) for _ in range(count)]
        self._commonness = list(accumulate(1 / (rank + _FLATTENED_RANKS) for rank in range(count)))

    def some(self, count: int) -> list[str]:
        return self._draw.choices(self._words, cum_weights=self._commonness, k=count)


def _invented(draw: random.Random) -> Iterator[str]:
    """Yield words of two to four syllables, no word twice."""
    seen: set[str] = set()
    while True:
        syllables = draw.choices("bcdfghjklmnprstvwz", k=draw.choice((2, 3, 3, 4)))
        word = "".join(letter + draw.choice("aeiou") for letter in syllables) + draw.choice(("", "n", "r", "st"))
        if word not in seen:
            seen.add(word)
            yield word
