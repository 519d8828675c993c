"""What can be asked, by topic, in the order the curators gave."""

from __future__ import annotations

from dataclasses import dataclass

from bot.stories import Entry, Library, Story


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of a story: its key, its name for people, and the entries filed under it."""

    story: Story
    key: str
    label: str
    entries: tuple[Entry, ...]


def topics_of(library: Library) -> tuple[Topic, ...]:
    """Return the topics of all stories that have entries."""
    return tuple(topic for story in library.stories for topic in _of_story(story))


def label_of(story: Story, key: str) -> str:
    """Return a topic's name; one that story.yaml does not name is the name of a file."""
    plain = key.replace("-", " ").replace("_", " ").strip() or "questions"
    return story.topics.get(key, plain[0].upper() + plain[1:])


def _of_story(story: Story) -> list[Topic]:
    filed: dict[str, list[Entry]] = {key: [] for key in story.topics}
    for entry in story.entries:
        filed.setdefault(entry.topic, []).append(entry)
    return [Topic(story, key, label_of(story, key), tuple(entries)) for key, entries in filed.items() if entries]
