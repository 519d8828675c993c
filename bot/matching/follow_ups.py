"""Follow-ups to learn from, read as they will be asked: leaning on the question before and on what it led to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from zlib import crc32

from bot.matching.elsewhere import elsewhere
from bot.matching.leaning import Talk, leaning, leans
from bot.matching.words import asking_words
from bot.stories import Entry, FollowUp, Story

Read = Callable[[str], list[str]]
# After so many answers each thing is said that no story answers.
_TURNS = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """A follow-up of the entry number ``label``, or of no entry: then it is the number behind the last.

    text, words: the question with "he" and the like written out, and its words.
    before: the row of the phrasing that is taken for the question before; ``after`` is the number of its entry.
    talk: what it leans on, None if it can be understood by itself.
    """

    label: int
    text: str
    words: list[str]
    before: int
    after: int
    talk: Talk | None


def asked_next(owned: Sequence[tuple[Story, Entry]], read: Read) -> tuple[Asked, ...]:
    """Read the follow-ups of all entries; rows are those of the entries' phrasings, one after the other."""
    numbers = {(story.id, entry.id): at for at, (story, entry) in enumerate(owned)}
    firsts = list(accumulate((len(entry.questions) for _, entry in owned), initial=0))
    found: list[Asked] = []
    for turn, (label, each) in enumerate(_every(owned)):
        after = numbers.get((owned[label][0].id, each.after))
        if after is None:
            # A part of a library lacks entries.
            continue
        # As if one of the entry's phrasings had been asked before: by turns another one.
        number = turn % len(owned[after][1].questions)
        found.append(_asked(label, each.question, owned, (after, number, firsts[after] + number), read))
    # No more of them than there are follow-ups: they must not outweigh what a curator wrote.
    return (*found, *islice(_about_nothing(owned, firsts, read), len(found)))


def _about_nothing(owned: Sequence[tuple[Story, Entry]], firsts: Sequence[int], read: Read) -> Iterator[Asked]:
    """Read what no story answers, each line after a few entries, which its letters draw: the same ones every time."""
    if all(entry.in_story for _, entry in owned):
        # Only beside near entries is there a class for it.
        return
    lines = elsewhere("elsewhere_next.txt")
    marks = sorted((crc32(f"{turn} {line}".encode()), line) for turn in range(_TURNS) for line in lines)
    for mark, line in marks:
        after = mark % len(owned)
        number = mark // len(owned) % len(owned[after][1].questions)
        yield _asked(len(owned), line, owned, (after, number, firsts[after] + number), read)


def _asked(
    label: int, question: str, owned: Sequence[tuple[Story, Entry]], before: tuple[int, int, int], read: Read
) -> Asked:
    """Read a follow-up; what was ``before``: the number of an entry, which phrasing of it, and that one's row."""
    after, number, row = before
    text, talk = _leaning(question, owned[after], number)
    return Asked(label, text, read(text), row, after, talk)


def following(after: tuple[str, str], question: str) -> str:
    """Return the words of a follow-up with the ids of the story and the entry that it comes after, as one text."""
    return "\0".join((*after, " ".join(asking_words(question))))


def _every(owned: Sequence[tuple[Story, Entry]]) -> Iterator[tuple[int, FollowUp]]:
    return ((at, each) for at, (_, entry) in enumerate(owned) for each in entry.follow_ups)


def _leaning(question: str, led_to: tuple[Story, Entry], number: int) -> tuple[str, Talk | None]:
    """Return a follow-up written out, and what it leans on; many can be understood by themselves."""
    return leaning(question, led_to[1].questions[number], *led_to) if leans(question) else (question, None)
