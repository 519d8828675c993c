"""Which story or entry somebody means who picked it from a list, or typed its name."""

from __future__ import annotations

from discord import app_commands

from bot.answering.desk import Edition
from bot.answering.references import refer
from bot.discord.markup import clipped
from bot.discord.shown import LONGEST_OPTION, MOST_OPTIONS
from bot.stories import Story


def story_named(edition: Edition, typed: str) -> Story | None:
    """Return the story that was picked or whose title or id was typed; the only one if nothing was."""
    if not typed:
        stories = edition.library.stories
        return stories[0] if len(stories) == 1 else None
    wanted = typed.casefold()
    likely = (story for story in edition.library.stories if wanted in story.title.casefold() or wanted == story.id)
    return edition.stories.get(typed) or next(likely, None)


def story_choices(edition: Edition, typed: str) -> list[app_commands.Choice[str]]:
    """Return the stories to pick from, by their titles."""
    found = [each for each in edition.stories.items() if typed.casefold() in each[1].title.casefold()]
    return [
        app_commands.Choice(name=clipped(story.title, LONGEST_OPTION), value=reference)
        for reference, story in found[:MOST_OPTIONS]
    ]


def entry_named(edition: Edition, typed: str) -> str:
    """Return the reference of the entry that was picked, or whose id was typed; what was typed if there is none."""
    if typed in edition.entries:
        return typed
    same = (refer(each.story.id, each.entry.id) for each in edition.entries.values() if each.entry.id == typed)
    return next(same, typed)
