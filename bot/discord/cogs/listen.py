"""Answering where the bot was asked: mentions, replies to it, direct messages, and channels that are open to all."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import discord
from discord.ext import commands

from bot.answering.records import Answer
from bot.discord.addressed import Address, address_of, is_by_a_person, is_open, question_in, title_of_post
from bot.discord.delivery import LINE_ERRORS
from bot.discord.permissions import missing, wanted_in
from bot.discord.render import Audience, answer_shown
from bot.discord.sending import post
from bot.discord.shown import Shown
from bot.discord.speaking import in_reply_to, talk
from bot.log import keep_private
from bot.matching import Stories

if TYPE_CHECKING:
    from bot.discord.client import VerbatimClient

_log = logging.getLogger(__name__)
# What has fewer words is hardly a question, and nobody asked the bot.
_LEAST_WORDS = 3


class Listen(commands.Cog):
    """Messages in, replies out; silent everywhere else."""

    def __init__(self, client: VerbatimClient) -> None:
        """Answer for ``client``."""
        self.client = client

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer what is addressed to the bot, and in open channels what the story surely answers."""
        me = self.client.user
        if me is None or not is_by_a_person(message):
            return
        address = address_of(message, me)
        if address is None and not is_open(message, self.client.settings.open_channels):
            return
        if not self.client.is_new(message.id):
            return
        self.client.in_flight(asyncio.current_task())
        keep_private(message.content, self._question(message), title_of_post(message))
        if not self._is_let(message):
            return
        shown = await (self._overheard(message) if address is None else self._answered(message, address))
        if shown:
            await self._reply(message, shown)

    async def _answered(self, message: discord.Message, address: Address) -> Shown | None:
        """Return the reply to somebody who asked the bot."""
        held_back = self._has_to_wait(message)
        if held_back is not None:
            return held_back if held_back.text else None
        question = self._question(message) or title_of_post(message)
        if question:
            name = talk(message.channel.id, message.author.id)
            answer = await self.client.desk.ask(question, name, self._stories(message))
            return _shown(answer, message)
        return Shown(in_reply_to(message)(_hint(message, address)))

    async def _overheard(self, message: discord.Message) -> Shown | None:
        """Return the answer to what was asked of nobody in particular, if the story surely has one."""
        for question in (self._question(message), title_of_post(message)):
            if len(question.split()) < _LEAST_WORDS:
                continue
            name = talk(message.channel.id, message.author.id)
            answer = await self.client.desk.ask_if_sure(question, name, self._stories(message))
            if answer:
                limits = self.client.limits
                waits = limits.person(message.author.id) or limits.channel(message.channel.id)
                return None if waits else _shown(answer, message)
        return None

    def _stories(self, message: discord.Message) -> Stories:
        """Return the stories that the server asks in which a message stands."""
        server = message.guild.id if message.guild else None
        return self.client.server_stories.asked(server, self.client.desk.edition.story_ids)

    def _question(self, message: discord.Message) -> str:
        role = message.guild.self_role if message.guild else None
        me = self.client.user
        return question_in(message.content, *(each.id for each in (me, role) if each))

    def _has_to_wait(self, message: discord.Message) -> Shown | None:
        """Count the question; return a notice if it comes too soon, an empty one if that has been said already."""
        say, channel, author = in_reply_to(message), message.channel.id, message.author.id
        limits = self.client.limits
        if wait := limits.person(author):
            text, told = say("cooldown-person", when=wait.when), (channel, author)
        elif wait := limits.channel(channel):
            text, told = say("cooldown-channel", when=wait.when), (channel, 0)
        else:
            return None
        return Shown(text if limits.may_notify(told) else "")

    def _is_let(self, message: discord.Message) -> bool:
        """Tell whether the bot may write here; asking Discord in vain too often would shut it out."""
        absent = missing(_held(message), wanted_in(message.channel))
        if absent:
            self.client.turned_away.note(message.guild.id if message.guild else None, message.channel.id, absent)
        return not absent

    async def _reply(self, message: discord.Message, shown: Shown) -> None:
        """Reply without a ping; go on without the reference if the question has been deleted meanwhile."""
        reads = _held(message).read_message_history
        reference = message.to_reference(fail_if_not_exists=False) if reads else None
        try:
            await post(self.client.courier, message.channel, shown, reference, cause=message.id)
        except discord.Forbidden:
            guild = message.guild.id if message.guild else None
            self.client.turned_away.note(guild, message.channel.id, wanted_in(message.channel))
        except discord.NotFound:
            _log.info("channel %s has been deleted before its answer came", message.channel.id)
        except (discord.HTTPException, *LINE_ERRORS):
            self.client.take_back(message.id)
            _log.exception("an answer in channel %s could not be sent", message.channel.id)


def _shown(answer: Answer, message: discord.Message) -> Shown:
    return answer_shown(answer, in_reply_to(message), Audience(asker=message.author.id))


def _hint(message: discord.Message, address: Address) -> str:
    """Return the key of what to say to somebody whose question can't be seen."""
    if address is Address.ROLE:
        return "mentioned-role"
    # Discord empties the text of a reply that does not ping us, unless the message content intent is on.
    unreadable = not message.content and message.reference is not None and not message.attachments
    return "unreadable-reply" if unreadable else "ask-me"


def _held(message: discord.Message) -> discord.Permissions:
    """Return what the bot may do where a message stands; all, where only Discord can tell."""
    channel, me = message.channel, message.guild.me if message.guild else None
    if me is None or isinstance(channel, discord.DMChannel | discord.GroupChannel | discord.PartialMessageable):
        return discord.Permissions.all()
    try:
        return channel.permissions_for(me)
    except discord.ClientException:
        return discord.Permissions.all()
