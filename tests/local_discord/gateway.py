"""Discord's gateway: sessions, their event logs, and the WebSockets they ride on."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from aiohttp import WSMsgType, web
from discord import Intents

from . import payloads
from .trouble import GatewayTrouble
from .world import Event, Guild, World

Json = dict[str, Any]
ALL_INTENTS = Intents.all().value
PRIVILEGED = Intents(members=True, presences=True, message_content=True).value
DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, REQUEST_MEMBERS, INVALID, HELLO, ACK = 0, 1, 2, 6, 7, 8, 9, 10, 11
NOT_AUTHENTICATED, AUTHENTICATION_FAILED, INVALID_SEQ = 4003, 4004, 4007
INVALID_INTENTS, DISALLOWED_INTENTS = 4013, 4014


class Connection:
    """One WebSocket; everything leaves through one queue, so order is kept."""

    def __init__(
        self, socket: web.WebSocketResponse, request: web.Request, sent: Callable[[Json], None] | None = None
    ) -> None:
        self.socket = socket
        self._sent = sent
        self.transport = request.transport
        self.session: Session | None = None
        self._outbox: asyncio.Queue[Json | bytes | int | str] = asyncio.Queue()
        self._pongs: dict[bytes, asyncio.Future[None]] = {}
        self._writer = asyncio.create_task(self._write(), name="local discord gateway writer")

    def send(self, payload: Json) -> None:
        """Queue one JSON frame."""
        self._outbox.put_nowait(payload)

    def close(self, code: int) -> None:
        """Queue a close frame."""
        self._outbox.put_nowait(code)

    def send_raw(self, text: str) -> None:
        """Queue a frame as it stands, whatever it is."""
        self._outbox.put_nowait(text)

    def cut(self) -> None:
        """Drop the TCP connection with no goodbye."""
        if self.transport:
            self.transport.abort()

    async def barrier(self) -> None:
        """Wait until the client has read every frame queued so far, or the connection has died.

        A WebSocket client answers a ping when it reads it, in line with the other frames. discord.py parses an
        event and starts its handlers before it reads on, so the pong proves that all handlers have been started.
        """
        mark = str(next(_marks)).encode()
        pong = self._pongs[mark] = asyncio.get_running_loop().create_future()
        self._outbox.put_nowait(mark)
        await pong

    def ponged(self, mark: bytes) -> None:
        """The client has answered a ping."""
        pong = self._pongs.pop(mark, None)
        if pong and not pong.done():
            pong.set_result(None)

    async def finish(self) -> None:
        """Release everything that waits on this connection."""
        self._writer.cancel()
        await asyncio.gather(self._writer, return_exceptions=True)
        for mark in list(self._pongs):
            self.ponged(mark)

    async def _write(self) -> None:
        while True:
            item = await self._outbox.get()
            if isinstance(item, bytes):
                await self.socket.ping(item)
            elif isinstance(item, int):
                await self.socket.close(code=item)
            elif isinstance(item, str):
                await self.socket.send_str(item)
            else:
                await self.socket.send_str(json.dumps(item))
                if self._sent:
                    self._sent(item)


_marks = count(1)


@dataclass(eq=False)
class Session:
    """What survives a lost connection: the log of events, to be replayed on RESUME."""

    id: str
    intents: int
    identify: Json
    connection: Connection | None = None
    resumes: int = 0
    seq: int = 0
    log: list[Json] = field(default_factory=list)

    def dispatch(self, name: str, payload: Json) -> None:
        """Log an event, and send it if somebody is connected."""
        self.seq += 1
        frame = {"op": DISPATCH, "s": self.seq, "t": name, "d": payload}
        self.log.append(frame)
        if self.connection:
            self.connection.send(frame)


class Gateway:
    """The gateway's server side; ``sessions`` keeps every IDENTIFY that was accepted, newest last."""

    def __init__(self, world: World, token: str, changed: Callable[[], None]) -> None:
        self.world = world
        self.token = token
        self.url = ""
        self.allowed_intents = ALL_INTENTS
        self.heartbeat_seconds = 41.25
        self.answers_heartbeats = True
        self.trouble = GatewayTrouble()
        # Called with every frame that has been written to a client.
        self.on_sent: Callable[[Json], None] | None = None
        self.connections: list[Connection] = []
        self.sessions: list[Session] = []
        self.received: list[Json] = []
        self.crashes: list[Exception] = []
        self._valid: dict[str, Session] = {}
        self._changed = changed

    @property
    def online(self) -> list[Session]:
        """The sessions somebody is connected to."""
        return [session for session in self._valid.values() if session.connection]

    def announce(self, event: Event) -> None:
        """Dispatch an event to every session that asked for its kind, as far as it may see it."""
        for session in self._valid.values():
            if event.intent and not session.intents & event.intent:
                continue
            hidden = event.redacted is not None and not session.intents & payloads.MESSAGE_CONTENT
            session.dispatch(event.name, event.redacted if hidden and event.redacted else event.payload)

    async def delivered(self) -> None:
        """Wait until every connected client has taken in all that was announced."""
        await asyncio.gather(*(connection.barrier() for connection in self.connections if connection.session))

    def reconnect(self) -> None:
        """Ask every client to come back and resume (op 7)."""
        self._tell({"op": RECONNECT, "d": None})

    def invalidate(self, *, resumable: bool = False) -> None:
        """Tell every client that its session is gone (op 9); not resumable means its events are lost."""
        if not resumable:
            self._valid.clear()
        self._tell({"op": INVALID, "d": resumable})

    def close(self, code: int) -> None:
        """Close every connection with a code."""
        for connection in self._disown():
            connection.close(code)

    def cut(self) -> None:
        """Cut every connection with no goodbye."""
        for connection in self._disown():
            connection.cut()

    def send_raw(self, text: str) -> None:
        """Send every client a frame that may be anything."""
        for connection in self.connections:
            connection.send_raw(text)

    def _sent(self, frame: Json) -> None:
        if self.on_sent:
            self.on_sent(frame)

    def _tell(self, payload: Json) -> None:
        for connection in self._disown():
            connection.send(payload)

    def _disown(self) -> list[Connection]:
        # From here on events are only logged: a client that was told to go must not count as online.
        for session in self._valid.values():
            session.connection = None
        return list(self.connections)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One WebSocket from HELLO to its end."""
        if self.trouble.refuse():
            return web.Response(status=503)
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        if self.trouble.hang_up():
            await socket.close(code=self.trouble.hang_up_code)
            return socket
        connection = Connection(socket, request, self._sent)
        self.connections.append(connection)
        connection.send({"op": HELLO, "s": None, "t": None, "d": {"heartbeat_interval": self.heartbeat_seconds * 1000}})
        try:
            async for frame in socket:
                await self._take(connection, frame)
        finally:
            await self._lost(connection)
        return socket

    async def _take(self, connection: Connection, frame: Any) -> None:
        if frame.type is WSMsgType.PONG:
            connection.ponged(bytes(frame.data))
        elif frame.type is WSMsgType.PING:
            await connection.socket.pong(frame.data)
        elif frame.type is WSMsgType.TEXT:
            try:
                self._handle(connection, json.loads(frame.data))
            except Exception as fault:
                self.crashes.append(fault)
                raise

    def _handle(self, connection: Connection, frame: Json) -> None:
        self.received.append(frame)
        op, data = frame["op"], frame["d"]
        if op == HEARTBEAT:
            if self.answers_heartbeats:
                connection.send({"op": ACK})
        elif op == IDENTIFY:
            self._identify(connection, data)
        elif op == RESUME:
            self._resume(connection, data)
        elif connection.session is None:
            connection.close(NOT_AUTHENTICATED)
        elif op == REQUEST_MEMBERS:
            self._no_members(connection.session, data)
        self._changed()

    def _identify(self, connection: Connection, data: Json) -> None:
        refusal = self._refusal(data)
        if refusal:
            connection.close(refusal)
            return
        session = Session(f"session-{len(self.sessions) + 1}", data["intents"], data, connection)
        connection.session = session
        # A client that starts afresh has given up its older, disconnected sessions.
        self._valid = {key: value for key, value in self._valid.items() if value.connection}
        self._valid[session.id] = session
        self.sessions.append(session)
        self._ready(session, data)

    def _refusal(self, data: Json) -> int:
        intents = data.get("intents", 0)
        if data.get("token") != self.token:
            return AUTHENTICATION_FAILED
        if intents & ~ALL_INTENTS:
            return INVALID_INTENTS
        return DISALLOWED_INTENTS if intents & PRIVILEGED & ~self.allowed_intents else 0

    def _ready(self, session: Session, data: Json) -> None:
        guilds = [guild for guild in self.world.guilds.values() if guild.has_bot]
        ready = {
            "v": 10,
            "user": payloads.user(self.world.bot),
            "guilds": [] if self.trouble.ready_without_guilds else [_unavailable(guild) for guild in guilds],
            "session_id": session.id,
            "resume_gateway_url": self.url,
            "shard": data.get("shard", [0, 1]),
            "application": {"id": str(self.world.bot.id), "flags": 0},
        }
        session.dispatch("READY", ready)
        if session.intents & payloads.GUILDS and not self.trouble.ready_without_guilds:
            for guild in guilds:
                session.dispatch("GUILD_CREATE", payloads.guild(guild, self.world))

    def _resume(self, connection: Connection, data: Json) -> None:
        session = self._valid.get(data.get("session_id", ""))
        if data.get("token") != self.token:
            connection.close(AUTHENTICATION_FAILED)
        elif session is None:
            connection.send({"op": INVALID, "d": False})
        elif data["seq"] > session.seq:
            connection.close(INVALID_SEQ)
        else:
            self._replay(connection, session, data["seq"])

    def _replay(self, connection: Connection, session: Session, seen: int) -> None:
        connection.session, session.connection = session, connection
        for frame in session.log:
            # Discord promises no more than that nothing is missing: what has been seen may come again.
            again = frame["t"] in ("MESSAGE_CREATE", "INTERACTION_CREATE") and frame["s"] > seen - self.trouble.repeats
            if frame["s"] > seen or again:
                connection.send(frame)
        session.resumes += 1
        session.dispatch("RESUMED", {"_trace": []})

    def _no_members(self, session: Session, data: Json) -> None:
        chunk = {"guild_id": str(data["guild_id"]), "members": [], "chunk_index": 0, "chunk_count": 1}
        session.dispatch("GUILD_MEMBERS_CHUNK", chunk | {"not_found": [], "nonce": data.get("nonce")})

    async def _lost(self, connection: Connection) -> None:
        self.connections.remove(connection)
        session = connection.session
        if session and session.connection is connection:
            session.connection = None
            # A client that says goodbye with 1000 or 1001 ends its session; any other end can be resumed.
            if connection.socket.close_code in (1000, 1001):
                self._valid.pop(session.id, None)
        await connection.finish()
        self._changed()


def _unavailable(guild: Guild) -> Json:
    return {"id": str(guild.id), "unavailable": True}
