"""People of story.yaml whom only near entries ask for: who asks who they are is told that the story does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.checking.concerns import Concern, Kind
from bot.numerals import NUMERALS
from bot.stories import Entry, Speaker, Story
from bot.stories.typography import fold

_SHORTEST_WORD = 3
_INDEFINITE = frozenset({"a", "an", "another", "some", "several", "many", "few", *NUMERALS})


def denied_people(story: Story) -> Iterator[Concern]:
    """Say whose name, or whose role, stands in the phrasings of near entries and of no other.

    Of those without a name ("Two people familiar with the talks") the story does not say who they are.
    """
    asked = [(entry, fold(" \n ".join(entry.questions)).casefold()) for entry in story.entries]
    for person in (*story.speakers, *story.people):
        for called, forms in () if _is_nameless(person.name) else _forms(person):
            pattern = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(fold(form).casefold()) for form in forms)})(?!\w)")
            found = [entry for entry, text in asked if pattern.search(text)]
            if found and not any(entry.in_story for entry in found):
                near = ", ".join(entry.id for entry in found)
                problem = f"Only entries that the story does not answer ask for {called}: {near}."
                remedy = f"Ask so in a phrasing of {_telling(story, pattern)}, or write one that does."
                file = story.folder / "story.yaml" if story.folder else None
                yield Concern(Kind.PERSON, story.id, file, None, None, problem, remedy, found[0].id, person.name)
                break


def _is_nameless(name: str) -> bool:
    """Tell whether a name only describes: "A council spokesman", "Two employees of Norrick", "The assistant"."""
    first, *others = name.split()
    if first.casefold() == "the":
        return not any(word[0].isupper() for word in others)
    return first.casefold() in _INDEFINITE or first.isdigit()


def _forms(person: Speaker) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Return what somebody is called by: all the names, and the role."""
    last = person.name.split()[-1:] if person.role else []
    yield f"{person.name} by name", (*person.names, *(word for word in last if len(word) >= _SHORTEST_WORD))
    if person.role and not person.role.startswith("who "):
        yield f"“{person.role}” ({person.name})", (person.role,)


def _telling(story: Story, pattern: re.Pattern[str]) -> str:
    """Name the entry whose answer tells of somebody, if it is but one."""
    found = [entry.id for entry in story.entries if _tells_of(entry, pattern)]
    return found[0] if len(found) == 1 else "an entry that the story answers"


def _tells_of(entry: Entry, pattern: re.Pattern[str]) -> bool:
    return entry.in_story and pattern.search(fold(entry.answer).casefold()) is not None
