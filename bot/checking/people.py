"""People of story.yaml whom only near entries ask for: who asks who they are is told that the story does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.checking.concerns import Concern, Kind
from bot.stories import Speaker, Story
from bot.stories.typography import fold

_SHORTEST_WORD = 3


def denied_people(story: Story) -> Iterator[Concern]:
    """Say whose name, or whose role, stands in the phrasings of near entries and of no other."""
    asked = [(entry, fold(" \n ".join(entry.questions)).casefold()) for entry in story.entries]
    for person in (*story.speakers, *story.people):
        for called, forms in _forms(person):
            pattern = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(fold(form).casefold()) for form in forms)})(?!\w)")
            found = [entry for entry, text in asked if pattern.search(text)]
            if found and not any(entry.in_story for entry in found):
                near = ", ".join(entry.id for entry in found)
                problem = f"Only entries that the story does not answer ask for {called}: {near}."
                remedy = f"Write an entry on who {person.name} is, with phrasings by name and by role."
                file = story.folder / "story.yaml" if story.folder else None
                yield Concern(Kind.PERSON, story.id, file, None, None, problem, remedy, found[0].id, called)
                break


def _forms(person: Speaker) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Return what somebody is called by: all the names, and the role."""
    last = person.name.split()[-1:] if person.role else []
    yield person.name, (*person.names, *(word for word in last if len(word) >= _SHORTEST_WORD))
    if person.role and not person.role.startswith("who "):
        yield f"“{person.role}” ({person.name})", (person.role,)
