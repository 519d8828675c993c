"""The local Discord: one server on the loopback, its state, and what tests wait for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, asynccontextmanager
from types import TracebackType
from typing import Any

import discord
from aiohttp import web

from . import messages, payloads
from .actor import Actor
from .clock import Clock
from .faults import Faults
from .gateway import Gateway
from .records import InteractionRecord
from .redirect import redirected
from .rest import API, Rest
from .rest_interactions import InteractionsRest
from .waiting import Waiting, stop_view_timers
from .world import Channel, ChannelType, Event, Guild, Message, Role, User, World

Json = dict[str, Any]
TOKEN = "local.discord.token"


class LocalDiscord(Waiting):
    """Speaks Discord's REST API and gateway on 127.0.0.1; an async context manager.

    It starts with one guild, ``home``, that has the bot in it, and one text channel there, ``general``.
    """

    def __init__(self, *, token: str = TOKEN, bot_name: str = "storybot", timeout: float = 30.0) -> None:
        super().__init__(timeout)
        self.token = token
        self.clock = Clock()
        self.world = World(self.clock, bot_name)
        self.gateway = Gateway(self.world, token, self.changed)
        self.faults = Faults()
        self.unsupported: list[str] = []
        self.crashes = self.gateway.crashes
        self.syncs: list[list[Json]] = []
        self.command_lists: dict[int | None, list[Json]] = {}
        self.interactions: list[InteractionRecord] = []
        self.by_token: dict[str, InteractionRecord] = {}
        self.asked_at: dict[int, float] = {}
        self.home = self.world.add_guild("Newsroom")
        self.general = self.world.add_channel(self.home, "general")
        self.rest_url = ""
        self.gateway_url = ""
        self._actors: dict[str, Actor] = {}
        self._runner: web.AppRunner | None = None
        self._site: web.TCPSite | None = None

    async def __aenter__(self) -> LocalDiscord:
        rest = Rest(self)
        app = web.Application(middlewares=[rest.middleware], client_max_size=30 * 1024 * 1024)
        app.add_routes([*rest.routes(), *InteractionsRest(self).routes()])
        app.router.add_get("/gateway/", self.gateway.serve)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        self._site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await self._site.start()
        address = "{}:{}".format(*self._runner.addresses[0][:2])
        self.rest_url = f"http://{address}{API}"
        self.gateway_url = self.gateway.url = f"ws://{address}/gateway/"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.gateway.cut()
        if self._runner:
            await self._runner.cleanup()
        if self.crashes and error is None:
            raise ExceptionGroup("the local Discord failed", self.crashes)

    async def go_away(self) -> None:
        """Become unreachable: connections are cut, and new ones are refused."""
        assert self._site
        assert self._runner
        assert self._runner.server
        self.faults.down = True
        await self._site.stop()
        self.gateway.cut()
        # Clients keep connections for later, and would open the gateway on one of them.
        for connection in self._runner.server.connections:
            connection.force_close()
            if connection.transport:
                connection.transport.abort()

    async def come_back(self) -> None:
        """Be reachable again at the same address, with all sessions."""
        assert self._runner
        self._site = web.TCPSite(self._runner, "127.0.0.1", int(self.rest_url.split(":")[2].split("/")[0]))
        await self._site.start()
        self.faults.down = False

    def pointed_at(self) -> AbstractContextManager[None]:
        """Point discord.py of this process here; `running` does so by itself."""
        return redirected(self.rest_url, self.gateway_url)

    @asynccontextmanager
    async def running(self, client: discord.Client) -> AsyncIterator[None]:
        """Run a client of this process against the local Discord, ready at entry and closed at exit.

        A client that cannot start raises here what it raised; one that dies during the test does so at exit.
        """
        self.in_process = True
        with self.pointed_at():
            running = asyncio.create_task(client.start(self.token), name="client under test")
            ready = asyncio.create_task(self._ready(client), name="wait for ready")
            try:
                await asyncio.wait({running, ready}, return_when=asyncio.FIRST_COMPLETED)
                if not running.done():
                    await ready
                    yield
            finally:
                ready.cancel()
                await client.close()
                await asyncio.gather(ready, return_exceptions=True)
                await stop_view_timers()
                await running

    async def _ready(self, client: discord.Client) -> None:
        await self.online()
        await client.wait_until_ready()

    @property
    def bot(self) -> User:
        """The bot's own user."""
        return self.world.bot

    @property
    def reads_content(self) -> bool:
        """Whether the bot identified with the message content intent, which REST answers go by as well."""
        sessions = self.gateway.sessions
        return bool(sessions and sessions[-1].intents & payloads.MESSAGE_CONTENT)

    def commands(self, guild_id: int | None = None) -> list[Json]:
        """The commands that are synced now, global or of one guild."""
        return self.command_lists.get(guild_id, [])

    def sent(self, channel: Channel) -> list[Message]:
        """The bot's own messages in a channel, oldest first, without answers to interactions."""
        return [message for message in self.messages(channel) if message.author is self.bot and not message.interaction]

    def messages(self, channel: Channel) -> list[Message]:
        """All that everybody in a channel sees, oldest first."""
        found = sorted(channel.messages.items())
        return [message for _, message in found if not message.deleted and not message.ephemeral]

    def user(self, name: str, *, bot: bool = False, member: bool = True) -> Actor:
        """The user of this name, made at first mention; a member of ``home`` unless told otherwise."""
        if name not in self._actors:
            self._actors[name] = Actor(self, self.world.add_user(name, bot=bot))
            if member:
                self.world.join(self.home, self._actors[name].user)
        return self._actors[name]

    def add_guild(self, name: str, *, has_bot: bool = True) -> Guild:
        """A new guild; a connected bot learns that it has joined."""
        guild = self.world.add_guild(name, has_bot=has_bot)
        if has_bot:
            joined = payloads.guild(guild, self.world)
            del joined["unavailable"]  # its absence is what tells joining from becoming available again
            self.gateway.announce(Event("GUILD_CREATE", joined, payloads.GUILDS))
        return guild

    def add_channel(self, name: str, kind: ChannelType = ChannelType.TEXT, *, guild: Guild | None = None) -> Channel:
        """A new channel, in ``home`` unless told otherwise."""
        channel = self.world.add_channel(guild or self.home, name, kind)
        self._announce_in(channel, "CHANNEL_CREATE")
        return channel

    def add_thread(self, parent: Channel, name: str, owner: User | None = None) -> Channel:
        """A new thread under a text channel, or a post in a forum."""
        thread = self.world.add_thread(parent, name, owner)
        self._announce_in(thread, "THREAD_CREATE")
        return thread

    def _announce_in(self, channel: Channel, name: str) -> None:
        if channel.guild and channel.guild.has_bot:
            self.gateway.announce(Event(name, payloads.channel(channel), payloads.GUILDS))

    def tell_channel(self, channel: Channel) -> None:
        """Announce a channel as it stands now, after a change of its permissions."""
        self._announce_in(channel, "CHANNEL_UPDATE")

    def tell_guild(self, guild: Guild) -> None:
        """Announce a guild as it stands now."""
        changed = payloads.guild(guild, self.world)
        del changed["unavailable"]
        self.gateway.announce(Event("GUILD_UPDATE", changed, payloads.GUILDS))

    def add_role(self, name: str, *members: Actor, guild: Guild | None = None, **permissions: bool) -> Role:
        """A new role with permissions and members, in ``home`` unless told otherwise."""
        guild = guild or self.home
        role = self.world.add_role(guild, name, **permissions)
        for actor in members:
            self.world.join(guild, actor.user, role)
        if guild.has_bot:
            payload = {"guild_id": str(guild.id), "role": payloads.role(role)}
            self.gateway.announce(Event("GUILD_ROLE_CREATE", payload, payloads.GUILDS))
        return role

    async def webhook_says(self, channel: Channel, text: str, *, name: str = "Webhook") -> Message:
        """A message posted through somebody's webhook."""
        author = User(self.clock.snowflake(), name, bot=True)
        message = Message(self.clock.snowflake(), channel, author, text, webhook_id=author.id)
        message.mentions = messages.mentioned(self.world, text)
        self.post(message)
        await self.gateway.delivered()
        return message

    def interact(self, record: InteractionRecord) -> None:
        """Tell the bot of an interaction; its three seconds begin."""
        self.interactions.append(record)
        self.by_token[record.token] = record
        self.asked_at[record.id] = self.clock.now()
        self.gateway.announce(Event("INTERACTION_CREATE", record.payload))

    def post(self, message: Message) -> None:
        """Put a message into its channel."""
        message.channel.messages[message.id] = message
        self.tell("MESSAGE_CREATE", message)

    def edit(self, message: Message, body: Json, files: dict[str, bytes]) -> None:
        """Change a message of the bot by a request body."""
        messages.apply_edit(self.world, message, body, files)
        self.tell("MESSAGE_UPDATE", message)

    def delete(self, message: Message) -> None:
        """Delete a message; the record of it stays for tests to look at."""
        message.deleted = True
        if self._bot_sees(message.channel):
            self.gateway.announce(payloads.delete_event(message))
        self.changed()

    def tell(self, name: str, message: Message) -> None:
        """Announce a message where the bot is there to hear it."""
        if self._bot_sees(message.channel):
            self.gateway.announce(payloads.message_event(name, message, self.world))
        self.changed()

    def _bot_sees(self, channel: Channel) -> bool:
        if channel.guild is None:
            return self.bot in channel.recipients
        return channel.guild.has_bot and self.world.bot_may(channel, "view_channel")
