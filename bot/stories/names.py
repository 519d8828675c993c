"""Names that mean two things: one for two people, or one in two groups of aliases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.stories.schema import StorySource
from bot.stories.typography import fold
from bot.stories.yaml_source import Path


def given_twice(head: StorySource) -> list[tuple[str, Path, Path]]:
    """Return each name that somebody or something else has already, with its path and the path of the first."""
    return [*_shared(_people(head)), *_shared(_groups(head))]


def _people(head: StorySource) -> Iterator[tuple[str, Path]]:
    for key, people in (("speakers", head.speakers), ("people", head.people)):
        for number, person in enumerate(people):
            yield person.name, (key, number, "name")
            yield from ((alias, (key, number, "aliases", at)) for at, alias in enumerate(person.aliases))


def _groups(head: StorySource) -> Iterator[tuple[str, Path]]:
    for number, group in enumerate(head.aliases):
        yield from ((name, ("aliases", number, at)) for at, name in enumerate(group))


def _shared(named: Iterable[tuple[str, Path]]) -> Iterator[tuple[str, Path, Path]]:
    first: dict[str, Path] = {}
    for name, path in named:
        before = first.setdefault(fold(name).casefold(), path)
        # The first two steps of a path lead to the person or the group.
        if before[:2] != path[:2]:
            yield name, path, before
