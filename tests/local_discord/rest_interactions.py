"""Discord's REST API for interactions: callbacks, the original response, follow-ups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiohttp import web
from discord import Permissions

from . import limits, messages, payloads, records
from .components import check_modal
from .errors import ApiError, invalid, unknown
from .faults import json_response
from .records import InteractionRecord, Response
from .rest import API, BODY, FILES
from .world import EPHEMERAL, LOADING, Message

if TYPE_CHECKING:
    from .server import LocalDiscord

Json = dict[str, Any]
FIRST_RESPONSE_SECONDS = 3.0
TOKEN_SECONDS = 15 * 60.0
MAX_FOLLOWUPS_OUTSIDE = 5
ALLOWED = {
    records.COMMAND: {records.MESSAGE, records.DEFERRED, records.MODAL},
    records.AUTOCOMPLETE: {records.CHOICES},
    records.COMPONENT: {records.MESSAGE, records.DEFERRED, records.DEFERRED_UPDATE, records.UPDATE, records.MODAL},
    records.MODAL_SUBMIT: {records.MESSAGE, records.DEFERRED, records.DEFERRED_UPDATE, records.UPDATE},
}


class InteractionsRest:
    """The handlers, over the state of one local Discord."""

    def __init__(self, discord: LocalDiscord) -> None:
        self.discord = discord
        self.world = discord.world

    def routes(self) -> list[web.RouteDef]:
        """Every route of this part of the API."""
        webhook = f"{API}/webhooks/{{app}}/{{token}}"
        return [
            web.post(f"{API}/interactions/{{id}}/{{token}}/callback", self.callback),
            web.post(webhook, self.follow_up),
            web.get(f"{webhook}/messages/{{message}}", self.get),
            web.patch(f"{webhook}/messages/{{message}}", self.edit),
            web.delete(f"{webhook}/messages/{{message}}", self.delete),
        ]

    async def callback(self, request: web.Request) -> web.Response:
        """POST /interactions/{id}/{token}/callback"""
        record = self.discord.by_token.get(request.match_info["token"])
        if record is None or str(record.id) != request.match_info["id"]:
            raise unknown("interaction")
        try:
            self._respond(record, request[BODY], request[FILES])
        except ApiError as refusal:
            record.refused.append(refusal)
            raise
        if request.query.get("with_response") not in ("1", "true", "True"):
            return web.Response(status=204)
        return json_response(self._callback_result(record))

    def _respond(self, record: InteractionRecord, body: Json, files: dict[str, bytes]) -> None:
        if record.responses:
            raise ApiError(400, 40060, "Interaction has already been acknowledged.")
        if self._age(record) > FIRST_RESPONSE_SECONDS:
            raise unknown("interaction")
        kind, data = body.get("type", 0), body.get("data") or {}
        self._check_kind(record, kind)
        {
            records.MESSAGE: self._message,
            records.DEFERRED: self._defer,
            records.DEFERRED_UPDATE: self._defer_update,
            records.UPDATE: self._update,
            records.CHOICES: self._choices,
            records.MODAL: self._modal,
        }[kind](record, data, files)
        record.responses.append(Response(kind, data))

    def _check_kind(self, record: InteractionRecord, kind: int) -> None:
        allowed = ALLOWED[record.type]
        if record.source is None:
            allowed = allowed - {records.DEFERRED_UPDATE, records.UPDATE}
        if kind not in allowed:
            message = f"Value must be one of {{{', '.join(map(str, sorted(allowed)))}}}."
            raise invalid("type", "BASE_TYPE_CHOICES", message)

    def _message(self, record: InteractionRecord, data: Json, files: dict[str, bytes]) -> None:
        _within("data", data, files)
        record.message = self._compose(record, data, files)
        self.discord.post(record.message)

    def _compose(self, record: InteractionRecord, data: Json, files: dict[str, bytes], **extra: Any) -> Message:
        extra = {"type": 20 if record.type == records.COMMAND else 19, "reply_to": record.source} | extra
        extra |= {"webhook_id": self.world.bot.id, "interaction": self._metadata(record)}
        extra["interaction_name"] = record.name
        message = messages.compose(self.world, record.channel, data, files, **extra)
        if record.private_only or self._external_apps_denied(record):
            message.flags |= EPHEMERAL
        return message

    def _external_apps_denied(self, record: InteractionRecord) -> bool:
        # A member without USE_EXTERNAL_APPS gets the answers of a user-installed app in private.
        guild = record.channel.guild
        if guild is None or guild.has_bot:
            return False
        return not Permissions(self.world.permissions(record.user, record.channel)).use_external_apps

    def _metadata(self, record: InteractionRecord) -> Json:
        owners = record.payload["authorizing_integration_owners"]
        return {
            "id": str(record.id),
            "type": record.type,
            "user": payloads.user(record.user),
            "authorizing_integration_owners": owners,
        }

    def _defer(self, record: InteractionRecord, data: Json, files: dict[str, bytes]) -> None:
        record.message = self._compose(record, {"flags": data.get("flags", 0)}, {})
        record.message.flags |= LOADING
        self.discord.post(record.message)

    def _defer_update(self, record: InteractionRecord, data: Json, files: dict[str, bytes]) -> None:
        record.message = record.source

    def _update(self, record: InteractionRecord, data: Json, files: dict[str, bytes]) -> None:
        assert record.source
        self.discord.edit(record.source, data, files)
        record.message = record.source

    def _choices(self, record: InteractionRecord, data: Json, files: dict[str, bytes]) -> None:
        limits.check_choices(data.get("choices") or [])

    def _modal(self, record: InteractionRecord, data: Json, files: dict[str, bytes]) -> None:
        check_modal(data)

    def _callback_result(self, record: InteractionRecord) -> Json:
        interaction: Json = {"id": str(record.id), "type": record.type}
        kind = record.responses[0].type
        if record.message is None or kind in (records.CHOICES, records.MODAL):
            return {"interaction": interaction}
        interaction["response_message_id"] = str(record.message.id)
        interaction["response_message_loading"] = record.message.loading
        interaction["response_message_ephemeral"] = record.message.ephemeral
        message = payloads.message(record.message, self.world)
        return {"interaction": interaction, "resource": {"type": kind, "message": message}}

    def _age(self, record: InteractionRecord) -> float:
        return self.world.clock.now() - self.discord.asked_at[record.id]

    def _record(self, request: web.Request) -> InteractionRecord:
        record = self.discord.by_token.get(request.match_info["token"])
        if record is None or request.match_info["app"] != str(self.world.bot.id) or not record.responses:
            raise unknown("Webhook")
        if self._age(record) > TOKEN_SECONDS:
            raise ApiError(401, 50027, "Invalid Webhook Token")
        return record

    async def follow_up(self, request: web.Request) -> web.Response:
        """POST /webhooks/{app}/{token}"""
        record, body, files = self._record(request), request[BODY], request[FILES]
        limits.check_message(body, files=len(files))
        if record.message and record.message.loading:
            # The first follow-up to a deferred answer takes the place of the "thinking" line, privacy included.
            message = record.message
            self.discord.edit(message, body, files)
        else:
            message = self._new_follow_up(record, body, files)
        return json_response(payloads.message(message, self.world))

    def _new_follow_up(self, record: InteractionRecord, body: Json, files: dict[str, bytes]) -> Message:
        guild = record.channel.guild
        if guild and not guild.has_bot and len(record.followups) >= MAX_FOLLOWUPS_OUTSIDE:
            raise ApiError(400, 40094, "This interaction has reached the maximum number of follow up messages")
        message = self._compose(record, body, files, type=19, reply_to=record.message)
        record.followups.append(message)
        self.discord.post(message)
        return message

    async def get(self, request: web.Request) -> web.Response:
        """GET /webhooks/{app}/{token}/messages/{message}"""
        return json_response(payloads.message(self._own(request), self.world))

    async def edit(self, request: web.Request) -> web.Response:
        """PATCH /webhooks/{app}/{token}/messages/{message}"""
        message = self._own(request)
        self.discord.edit(message, request[BODY], request[FILES])
        return json_response(payloads.message(message, self.world))

    async def delete(self, request: web.Request) -> web.Response:
        """DELETE /webhooks/{app}/{token}/messages/{message}"""
        self.discord.delete(self._own(request))
        return web.Response(status=204)

    def _own(self, request: web.Request) -> Message:
        record, wanted = self._record(request), request.match_info["message"]
        for message in record.messages:
            if wanted == str(message.id) or (wanted == "@original" and message is record.message):
                return message
        raise unknown("Message")


def _within(key: str, data: Json, files: dict[str, bytes]) -> None:
    """Check a message that stands inside a larger body, so that problems name the whole path."""
    try:
        limits.check_message(data, files=len(files))
    except ApiError as refusal:
        if refusal.errors:
            refusal.errors = {key: refusal.errors}
        raise
