"""Discord's REST API: the application, its commands, channels and messages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiohttp import web

from . import limits, messages, payloads
from .errors import ApiError, invalid, missing_access, missing_permissions, unauthorized, unknown
from .faults import json_response
from .records import Request
from .world import Channel, ChannelType, Message

if TYPE_CHECKING:
    from .server import LocalDiscord

Json = dict[str, Any]
API = "/api/v10"
# Interaction tokens stand in the path, so these need no Authorization header; nor does the gateway's address.
OPEN_PATHS = ("/interactions/", "/webhooks/", "/gateway")
BODY: web.RequestKey[Any] = web.RequestKey("body", object)
FILES = web.RequestKey("files", dict[str, bytes])


class Rest:
    """The handlers, over the state of one local Discord."""

    def __init__(self, discord: LocalDiscord) -> None:
        self.discord = discord
        self.world = discord.world

    def routes(self) -> list[web.RouteDef]:
        """Every route of this part of the API."""
        return [
            web.get(f"{API}/users/@me", self.me),
            web.get(f"{API}/users/{{user}}", self.user),
            web.post(f"{API}/users/@me/channels", self.open_dm),
            web.get(f"{API}/oauth2/applications/@me", self.application),
            web.get(f"{API}/applications/@me", self.application),
            web.get(f"{API}/gateway", self.gateway),
            web.get(f"{API}/gateway/bot", self.gateway_bot),
            web.put(f"{API}/applications/{{app}}/commands", self.put_commands),
            web.get(f"{API}/applications/{{app}}/commands", self.get_commands),
            web.put(f"{API}/applications/{{app}}/guilds/{{guild}}/commands", self.put_commands),
            web.get(f"{API}/applications/{{app}}/guilds/{{guild}}/commands", self.get_commands),
            web.get(f"{API}/channels/{{channel}}", self.get_channel),
            web.post(f"{API}/channels/{{channel}}/typing", self.typing),
            web.get(f"{API}/channels/{{channel}}/messages", self.history),
            web.post(f"{API}/channels/{{channel}}/messages", self.send),
            web.get(f"{API}/channels/{{channel}}/messages/{{message}}", self.get_message),
            web.patch(f"{API}/channels/{{channel}}/messages/{{message}}", self.edit),
            web.delete(f"{API}/channels/{{channel}}/messages/{{message}}", self.delete),
        ]

    @web.middleware
    async def middleware(self, request: web.Request, handler: Any) -> web.StreamResponse:
        """Record a request, check its token, apply the faults, and put refusals in Discord's form."""
        path = request.path.removeprefix(API)
        if not request.path.startswith(API):
            return await handler(request)
        record = Request(request.method, path, dict(request.query))
        self.discord.requests.append(record)
        self.discord.running_requests.append(record)
        try:
            record.body, record.files = await messages.read_body(request)
            request[BODY], request[FILES] = record.body, record.files
            response = await self.discord.faults.apply(request, path, self._guarded(handler, path))
            record.status = None if response.status == 499 else response.status
            return response
        finally:
            self.discord.running_requests.remove(record)
            self.discord.changed()

    def _guarded(self, handler: Any, path: str) -> Any:
        async def handle(request: web.Request) -> web.StreamResponse:
            try:
                if not path.startswith(OPEN_PATHS):
                    self._authorize(request)
                return await handler(request)
            except ApiError as refusal:
                return json_response(refusal.body(), refusal.status)
            except web.HTTPException as error:
                # Tests read this list to see what the bot asked for that the local Discord does not know.
                self.discord.unsupported.append(f"{request.method} {path}")
                return json_response({"message": f"{error.status}: {error.reason}", "code": 0}, error.status)
            except Exception as fault:
                # A 500 would be retried for seconds; the fault is raised where the local Discord ends.
                self.discord.crashes.append(fault)
                return json_response({"message": f"the local Discord failed: {fault!r}", "code": 0}, 400)

        return handle

    def _authorize(self, request: web.Request) -> None:
        if request.headers.get("Authorization") != f"Bot {self.discord.token}":
            raise unauthorized()

    async def me(self, request: web.Request) -> web.Response:
        """GET /users/@me"""
        return json_response(payloads.user(self.world.bot))

    async def user(self, request: web.Request) -> web.Response:
        """GET /users/{user}"""
        found = self.world.users.get(_number(request, "user"))
        if found is None:
            raise unknown("User")
        return json_response(payloads.user(found))

    async def application(self, request: web.Request) -> web.Response:
        """GET /applications/@me"""
        return json_response(payloads.application(self.world, 0))

    async def gateway(self, request: web.Request) -> web.Response:
        """GET /gateway"""
        return json_response({"url": self.discord.gateway_url})

    async def gateway_bot(self, request: web.Request) -> web.Response:
        """GET /gateway/bot"""
        start = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
        return json_response({"url": self.discord.gateway_url, "shards": 1, "session_start_limit": start})

    async def put_commands(self, request: web.Request) -> web.Response:
        """PUT /applications/{app}/commands, and the same for one guild: replaces the whole list."""
        guild_id = self._scope(request)
        limits.check_commands(request[BODY])
        before = {(command["type"], command["name"]): command for command in self.discord.commands(guild_id)}
        stored = [self._command(command, guild_id, before) for command in request[BODY]]
        self.discord.syncs.append(request[BODY])
        self.discord.command_lists[guild_id] = stored
        return json_response(stored)

    def _command(self, command: Json, guild_id: int | None, before: dict[tuple[int, str], Json]) -> Json:
        kind = command.get("type", 1)
        known = before.get((kind, command["name"]))
        defaults = {"type": kind, "description": "", "version": str(self.world.clock.snowflake())}
        defaults |= {"default_member_permissions": None, "nsfw": False, "integration_types": [0], "contexts": None}
        stored = defaults | command
        stored["id"] = known["id"] if known else str(self.world.clock.snowflake())
        stored["application_id"] = str(self.world.bot.id)
        return stored | {"guild_id": str(guild_id)} if guild_id else stored

    async def get_commands(self, request: web.Request) -> web.Response:
        """GET /applications/{app}/commands, and the same for one guild; translations only if they are asked for."""
        stored = self.discord.commands(self._scope(request))
        if request.query.get("with_localizations") not in ("1", "true", "True"):
            stored = [limits.without_localizations(command) for command in stored]
        return json_response(stored)

    def _scope(self, request: web.Request) -> int | None:
        if _number(request, "app") != self.world.bot.id:
            raise unknown("Application")
        if "guild" not in request.match_info:
            return None
        guild = self.world.guilds.get(_number(request, "guild"))
        if guild is None or not guild.has_bot:
            raise missing_access()
        return guild.id

    async def open_dm(self, request: web.Request) -> web.Response:
        """POST /users/@me/channels"""
        person = self.world.users.get(int(request[BODY]["recipient_id"]))
        if person is None:
            raise invalid("recipient_id", "INVALID_USER", "Unknown user")
        channel = self.world.dm(self.world.bot, person)
        return json_response(payloads.channel(channel) | {"recipients": [payloads.user(person)]})

    async def get_channel(self, request: web.Request) -> web.Response:
        """GET /channels/{channel}"""
        return json_response(payloads.channel(self._channel(request)))

    async def typing(self, request: web.Request) -> web.Response:
        """POST /channels/{channel}/typing"""
        channel = self._channel(request)
        self._require(channel, "send_messages")
        channel.typing += 1
        return web.Response(status=204)

    async def history(self, request: web.Request) -> web.Response:
        """GET /channels/{channel}/messages: newest first, before or after an id."""
        channel = self._channel(request)
        if not self.world.bot_may(channel, "read_message_history"):
            return json_response([])
        low, high = int(request.query.get("after", 0)), int(request.query.get("before", 1 << 63))
        found = [item for number, item in sorted(channel.messages.items()) if low < number < high]
        found = [item for item in found if self.world.message(channel, item.id)]
        limit = int(request.query.get("limit", 50))
        page = found[:limit] if low else found[-limit:]
        return json_response([self._show(item) for item in reversed(page)])

    def _show(self, message: Message) -> Json:
        return payloads.message(message, self.world, reveal=self.discord.reads_content)

    async def send(self, request: web.Request) -> web.Response:
        """POST /channels/{channel}/messages"""
        channel, body, files = self._channel(request), request[BODY], request[FILES]
        limits.check_message(body, files=len(files))
        self._check_sendable(channel, body, files)
        earlier = self._same_nonce(channel, body)
        if earlier:
            return json_response(payloads.message(earlier, self.world))
        reply_to = messages.replied_to(self.world, channel, body)
        kind = 19 if reply_to else 0
        nonce = body.get("nonce")
        message = messages.compose(self.world, channel, body, files, type=kind, reply_to=reply_to, nonce=nonce)
        self.discord.post(message)
        return json_response(payloads.message(message, self.world))

    def _check_sendable(self, channel: Channel, body: Json, files: dict[str, bytes]) -> None:
        if channel.type is ChannelType.FORUM:
            raise ApiError(400, 50008, "Cannot send messages in a non-text channel")
        if channel.locked:
            raise ApiError(400, 50083, "Thread is archived")
        people = [user for user in channel.recipients if user is not self.world.bot]
        if channel.guild is None and not all(user.accepts_dms for user in people):
            raise ApiError(403, 50007, "Cannot send messages to this user")
        self._require(channel, "send_messages_in_threads" if channel.is_thread else "send_messages")
        if body.get("embeds"):
            self._require(channel, "embed_links")
        if files:
            self._require(channel, "attach_files")

    def _same_nonce(self, channel: Channel, body: Json) -> Message | None:
        nonce = body.get("nonce")
        if nonce is None or not body.get("enforce_nonce"):
            return None
        own = (message for message in channel.messages.values() if message.author is self.world.bot)
        return next((message for message in own if message.nonce == nonce), None)

    async def get_message(self, request: web.Request) -> web.Response:
        """GET /channels/{channel}/messages/{message}"""
        return json_response(self._show(self._message(request)))

    async def edit(self, request: web.Request) -> web.Response:
        """PATCH /channels/{channel}/messages/{message}"""
        message = self._message(request)
        if message.author is not self.world.bot:
            raise ApiError(403, 50005, "Cannot edit a message authored by another user")
        self.discord.edit(message, request[BODY], request[FILES])
        return json_response(payloads.message(message, self.world))

    async def delete(self, request: web.Request) -> web.Response:
        """DELETE /channels/{channel}/messages/{message}"""
        message = self._message(request)
        if message.author is not self.world.bot:
            if message.guild is None:
                raise ApiError(403, 50003, "Cannot execute action on a DM channel")
            self._require(message.channel, "manage_messages")
        self.discord.delete(message)
        return web.Response(status=204)

    def _channel(self, request: web.Request) -> Channel:
        channel = self.world.channels.get(_number(request, "channel"))
        if channel is None:
            raise unknown("Channel")
        inside = channel.guild.has_bot if channel.guild else self.world.bot in channel.recipients
        if not inside or not self.world.bot_may(channel, "view_channel"):
            raise missing_access()
        return channel

    def _message(self, request: web.Request) -> Message:
        message = self.world.message(self._channel(request), _number(request, "message"))
        if message is None:
            raise unknown("Message")
        return message

    def _require(self, channel: Channel, permission: str) -> None:
        if not self.world.bot_may(channel, permission):
            raise missing_permissions()


def _number(request: web.Request, name: str) -> int:
    """An id from the path."""
    text = request.match_info[name]
    if not text.isdigit():
        raise invalid(f"{name}_id", "NUMBER_TYPE_COERCE", f'Value "{text}" is not snowflake.')
    return int(text)
