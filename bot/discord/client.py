"""The Discord client: no privileged intent unless wanted, no mention ever pinged, commands synced when they changed."""

from __future__ import annotations

import asyncio
import logging
import random
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering.desk import Desk
from bot.answering.feedback import Feedback, LoggedFeedback
from bot.config import Settings
from bot.discord.cogs import COGS
from bot.discord.commands import CommandTranslator
from bot.discord.custom_ids import Action, Press
from bot.discord.delivery import Courier
from bot.discord.errors import answer_error, shorten_late_choices
from bot.discord.forms import Forms
from bot.discord.lateness import PATIENCE, Lateness
from bot.discord.limits import Limits
from bot.discord.presses import dispatch
from bot.discord.presses.report import take_report
from bot.discord.recent import Recent
from bot.discord.reconnecting import Pace, log_lost, traced
from bot.discord.selfcheck import log_selfcheck
from bot.discord.sending import whisper
from bot.discord.server_stories import ServerStories
from bot.discord.speaking import Interaction, privately
from bot.discord.sync import sync_if_changed
from bot.discord.turned_away import TurnedAway
from bot.discord.views import Pressable
from bot.discord.written import keep_interaction_private
from bot.knowledge.keeper import Keeper
from bot.knowledge.source import Source
from bot.knowledge.unanswered import Unanswered
from bot.memory import trim

_log = logging.getLogger(__name__)
_GOODBYE_SECONDS = 5.0
_MOST_DELIVERED = 10_000
_ENTRY_FORM = str(Press(Action.FORM)).rstrip(":") + ":"
# The bot never speaks: discord.py need not warn that the libraries for voice are not there.
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False


class Tree(app_commands.CommandTree["VerbatimClient"]):
    """The command tree with the one place where errors of commands end."""

    async def interaction_check(self, interaction: Interaction) -> bool:
        """Note what is in flight, so that a stop can finish it; keep people from asking too fast."""
        if not interaction.client.hears(interaction):
            return False
        interaction.client.in_flight(asyncio.current_task())
        keep_interaction_private(interaction)
        if interaction.type is discord.InteractionType.autocomplete:
            return True
        wait = interaction.client.limits.person(interaction.user.id)
        if wait:
            await whisper(interaction, privately(interaction)("cooldown-person", when=wait.when))
        return not wait

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError) -> None:
        """Tell the person what they can do about it, or one fixed sentence."""
        await answer_error(interaction, error)


class VerbatimClient(commands.Bot):
    """Verbatim on Discord."""

    def __init__(
        self,
        desk: Desk,
        settings: Settings,
        feedback: Feedback | None = None,
        keeper: Keeper | None = None,
        clock: Callable[[], float] = time.monotonic,
        **options: Any,
    ) -> None:
        """Serve what ``desk`` answers, and close it at the end; ``options`` go to discord.py."""
        shorten_late_choices()
        super().__init__(
            command_prefix=(),
            help_command=None,
            tree_cls=Tree,
            allowed_mentions=discord.AllowedMentions.none(),
            intents=intents_for(settings),
            # What people write is not kept, not even in memory.
            max_messages=None,
            http_trace=traced(Pace()),
            **options,
        )
        self.desk, self.settings = desk, settings
        self.keeper = keeper or Keeper(desk, Source(settings.knowledge_dir))
        self.records = self.keeper.records
        self.unanswered = Unanswered(self.records, self.keeper.source.meanings)
        self.forms = Forms()
        self.server_stories = ServerStories(self.records)
        self.feedback: Feedback = feedback or LoggedFeedback()
        self.limits = Limits(settings, clock)
        self.turned_away = TurnedAway()
        self.courier = Courier()
        # What Discord has delivered: after a lost connection it may deliver it again.
        self._delivered = Recent(_MOST_DELIVERED)
        self._lateness = Lateness()
        # Interactions that came too late to be answered.
        self.too_late = 0
        # The private messages whose answers have been shared.
        self.shared = Recent()
        self.draw = random.Random()  # noqa: S311 - nothing secret is drawn
        self.command_ids: dict[str, int] = {}
        self._began = time.monotonic()
        # Whether the gateway is ready: discord.py keeps a connection that was lost "ready" while it tries again.
        self.is_connected = False
        self._is_leaving = False
        self._checked = False
        self._working: set[asyncio.Task[object]] = set()

    async def setup_hook(self) -> None:
        """Add the cogs and whoever hears presses, then register the commands."""
        for cog in COGS:
            await self.add_cog(cog(self))
        self.add_dynamic_items(Pressable)
        await self.tree.set_translator(CommandTranslator())
        await self.server_stories.load()
        self.command_ids = await sync_if_changed(self.tree)
        # Describing the commands in all languages took some MiB.
        trim()

    @property
    def uptime(self) -> float:
        """Seconds since the start; a clock that is set anew changes nothing."""
        return time.monotonic() - self._began

    @property
    def started_at(self) -> float:
        """When the bot was started by today's clock, in seconds since 1970."""
        return time.time() - self.uptime

    async def on_ready(self) -> None:
        """Say who we are and where, and at the first time what we lack."""
        self.is_connected = True
        _log.info("ready as %s; servers: %d", self.user, len(self.guilds))
        if not self._checked:
            self._checked = True
            log_selfcheck(self)

    async def on_resumed(self) -> None:
        """Note that what was lost is back."""
        self.is_connected = True

    async def on_disconnect(self) -> None:
        """Note that the connection is lost; discord.py tries again by itself."""
        self.is_connected = False

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget what was set for a server that the bot has left."""
        if self.server_stories.of(guild.id) is not None:
            self.server_stories.set(guild.id, None)

    async def on_message(self, _: discord.Message, /) -> None:
        """Do nothing: the bot has no prefix commands, and cogs listen by themselves."""

    async def on_interaction(self, interaction: Interaction) -> None:
        """Take the forms that people send; commands and presses come by other ways."""
        if interaction.type is not discord.InteractionType.modal_submit or not self.hears(interaction):
            return
        self.in_flight(asyncio.current_task())
        keep_interaction_private(interaction)
        custom_id = str(dict(interaction.data or {}).get("custom_id", ""))
        try:
            if custom_id.startswith(_ENTRY_FORM):
                await dispatch(interaction, custom_id)
            else:
                await take_report(interaction)
        except Exception as error:
            await answer_error(interaction, error)

    async def pressed(self, interaction: Interaction, custom_id: str) -> None:
        """Do what a button or a menu stands for."""
        if not self.hears(interaction):
            return
        self.in_flight(asyncio.current_task())
        try:
            await dispatch(interaction, custom_id)
        except Exception as error:
            await answer_error(interaction, error)

    def hears(self, interaction: Interaction) -> bool:
        """Tell whether an interaction is new and can still be answered: what can't would keep others waiting."""
        if not self.is_new(interaction.id):
            return False
        seconds = self._lateness.of(interaction.id)
        if seconds <= PATIENCE:
            return True
        self.too_late += 1
        _log.warning("an interaction came %.1f s late and is dropped: Discord takes no answer any more", seconds)
        return False

    def is_new(self, number: int) -> bool:
        """Tell whether a message or an interaction is delivered for the first time, and note that it has been."""
        new = number not in self._delivered
        self._delivered.add(number)
        return new

    def take_back(self, number: int) -> None:
        """Note that something could not be answered: if it is delivered again, that is another chance."""
        self._delivered.discard(number)

    async def connect(self, *, reconnect: bool = True) -> None:
        """Stay connected: where something breaks discord.py itself, log it and begin anew instead of ending."""
        while not self.is_closed():
            try:
                return await super().connect(reconnect=reconnect)
            except discord.DiscordException:
                # The refusals that no second try would change.
                raise
            except Exception as error:
                if self.is_closed():
                    break
                if not reconnect:
                    raise
                log_lost(error, was_connected=self.ws is not None)
                if self.ws is not None:
                    await self.ws.close()
        return None

    def in_flight(self, task: asyncio.Task[object] | None) -> None:
        """Remember a task that must be finished before the connection closes."""
        if task is not None:
            self._working.add(task)
            task.add_done_callback(self._working.discard)

    def is_closed(self) -> bool:
        """Tell whether the bot has left or is about to: discord.py then does not connect again."""
        return self._is_leaving or super().is_closed()

    async def close(self) -> None:
        """Hear nothing more, finish what is in flight as far as that can be done soon, then leave."""
        self._is_leaving = True
        self.is_connected = False
        with suppress(TimeoutError):
            async with asyncio.timeout(_GOODBYE_SECONDS):
                await self._hear_nothing_more()
                while waiting := self._working - {asyncio.current_task()}:
                    await asyncio.wait(waiting)
        for late in self._working - {asyncio.current_task()}:
            late.cancel()
        await super().close()
        self.keeper.close()
        self.records.close()
        self.desk.close()

    async def _hear_nothing_more(self) -> None:
        """Leave the gateway: what Discord delivers to nobody is lost for nobody."""
        # What has been heard already begins to be answered, and is in flight from then on.
        await asyncio.sleep(0)
        if self.ws is not None and self.ws.open:
            await self.ws.close(code=1000)


def intents_for(settings: Settings) -> discord.Intents:
    """Return what the bot asks to hear of; message content only where channels are open to all."""
    return discord.Intents(
        guilds=True, guild_messages=True, dm_messages=True, message_content=bool(settings.open_channels)
    )
