"""Setting the story that a server asks: its own server's or another one's, by a moderator of the bot."""

from __future__ import annotations

import discord

from bot.discord.audit import Did, note
from bot.discord.choosing import story_named
from bot.discord.markup import joined, plain
from bot.discord.sending import whisper
from bot.discord.speaking import Interaction, privately

ALL_STORIES = "*"


def server_named(interaction: Interaction, typed: str) -> discord.Guild | None:
    """Return the server that was picked or whose name was typed, the one here if nothing was."""
    if not typed:
        return interaction.guild
    wanted = typed.casefold()
    return next((each for each in interaction.client.guilds if wanted in (str(each.id), each.name.casefold())), None)


def server_story_shown(interaction: Interaction, guild: discord.Guild) -> str:
    """Say which story a server asks."""
    say, client = privately(interaction), interaction.client
    name = client.server_stories.of(guild.id)
    story = client.desk.edition.library.story(name or "")
    if name is None:
        return say("server-asks-all", server=plain(guild.name))
    if story is None:
        return say("server-asks-gone", server=plain(guild.name), story=f"`{name}`")
    return say("server-asks", server=plain(guild.name), story=plain(story.title))


async def set_server_story(interaction: Interaction, guild: discord.Guild, typed: str) -> None:
    """Set the story of a server, or let it ask all; say so if that is forgotten at the next start."""
    client, say = interaction.client, privately(interaction)
    story = None if typed == ALL_STORIES else story_named(client.desk.edition, typed)
    if story is None and typed != ALL_STORIES:
        await whisper(interaction, say("story-unknown"))
        return
    client.server_stories.set(guild.id, story.id if story else None)
    if story:
        note(interaction, Did.STORY, story=story.id, server=plain(guild.name))
    else:
        note(interaction, Did.STORY_ALL, server=plain(guild.name))
    forgotten = "" if client.records.condition.is_kept else say("server-story-forgotten")
    await whisper(interaction, joined(server_story_shown(interaction, guild), forgotten))
