"""Messages made from request bodies, and what they ping."""

from __future__ import annotations

import copy
import json
import re
from typing import Any

from aiohttp import web

from . import components, limits
from .errors import ApiError, invalid
from .world import COMPONENTS_V2, EPHEMERAL, LOADING, Channel, Message, User, World

Json = dict[str, Any]
USER_MENTION = re.compile(r"<@!?(\d+)>")
SETTABLE_FLAGS = 1 << 2 | EPHEMERAL | 1 << 12 | COMPONENTS_V2
MEDIA = "https://cdn.local.invalid/attachments"


async def read_body(request: web.Request) -> tuple[Any, dict[str, bytes]]:
    """The JSON of a request, and the files that came with it, by form field."""
    if not request.can_read_body:
        return None, {}
    if request.content_type != "multipart/form-data":
        return await request.json(), {}
    form = await request.post()
    files = {key: part for key, part in form.items() if isinstance(part, web.FileField)}
    body = json.loads(str(form["payload_json"])) if "payload_json" in form else {}
    return body, {f"{key}:{part.filename}": part.file.read() for key, part in files.items()}


def mentioned(world: World, content: str) -> list[User]:
    """The users named in a text, each once."""
    ids = dict.fromkeys(int(found) for found in USER_MENTION.findall(content))
    return [world.users[number] for number in ids if number in world.users]


def pinged(world: World, content: str, allowed: Json | None, reply_to: Message | None) -> list[User]:
    """The users a bot's message pings, after its allowed_mentions."""
    named = mentioned(world, content)
    if allowed is None:
        return _with_author(named, reply_to)
    if "users" not in allowed.get("parse", []):
        listed = {str(number) for number in allowed.get("users", [])}
        named = [user for user in named if str(user.id) in listed]
    return _with_author(named, reply_to) if allowed.get("replied_user") else named


def _with_author(named: list[User], reply_to: Message | None) -> list[User]:
    if reply_to and reply_to.author not in named:
        return [*named, reply_to.author]
    return named


def _pings_everyone(content: str, allowed: Json | None) -> bool:
    wanted = "@everyone" in content or "@here" in content
    return wanted and (allowed is None or "everyone" in allowed.get("parse", []))


def compose(world: World, channel: Channel, body: Json, files: dict[str, bytes], **extra: Any) -> Message:
    """A message of the bot, not yet in its channel; Discord trims the text."""
    content = (body.get("content") or "").strip()
    message = Message(world.clock.snowflake(), channel, world.bot, content, **extra)
    message.flags |= (body.get("flags") or 0) & SETTABLE_FLAGS
    message.embeds = copy.deepcopy(body.get("embeds") or [])
    message.components = components.numbered(body.get("components") or [])
    _set_mentions(world, message, body)
    _attach(world, message, body, files)
    message.sent.append(body)
    return message


def _set_mentions(world: World, message: Message, body: Json) -> None:
    allowed = body.get("allowed_mentions")
    reply_to = None if message.interaction else message.reply_to
    message.mentions = pinged(world, message.content, allowed, reply_to)
    message.mention_everyone = _pings_everyone(message.content, allowed)


def _attach(world: World, message: Message, body: Json, files: dict[str, bytes]) -> None:
    described = {str(item.get("id")): item for item in body.get("attachments") or []}
    for key, content in files.items():
        field, filename = key.split(":", 1)
        number = field.removeprefix("files[").removesuffix("]")
        attachment_id = str(world.clock.snowflake())
        url = f"{MEDIA}/{message.channel.id}/{attachment_id}/{filename}"
        attachment = {"id": attachment_id, "filename": filename, "size": len(content), "url": url, "proxy_url": url}
        attachment["description"] = described.get(number, {}).get("description")
        message.attachments.append(attachment)
        message.files[filename] = content


def apply_edit(world: World, message: Message, body: Json, files: dict[str, bytes]) -> None:
    """Change a message of the bot; what the body does not name stays as it is."""
    kept = {"content": message.content, "embeds": message.embeds, "components": message.components}
    after = kept | {key: body[key] for key in kept if key in body}
    after["flags"] = message.flags | (body.get("flags") or 0) & COMPONENTS_V2
    limits.check_message(after | {"nonce": None}, files=len(files) + len(message.attachments))
    message.flags = after["flags"] & ~LOADING
    message.content = (after["content"] or "").strip()
    message.embeds = copy.deepcopy(after["embeds"] or [])
    message.components = components.numbered(after["components"] or [])
    _keep_attachments(message, body)
    _set_mentions(world, message, body)
    _attach(world, message, body, files)
    message.edited_at = world.clock.now()
    message.sent.append(body)


def _keep_attachments(message: Message, body: Json) -> None:
    if "attachments" in body:
        kept = {str(item.get("id")) for item in body["attachments"] or []}
        message.attachments = [item for item in message.attachments if item["id"] in kept]


def replied_to(world: World, channel: Channel, body: Json) -> Message | None:
    """The message that a body replies to."""
    reference = body.get("message_reference")
    if not reference:
        return None
    target = world.message(channel, int(reference["message_id"]))
    if target is None and reference.get("fail_if_not_exists", True):
        raise invalid("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
    if target and not world.bot_may(channel, "read_message_history"):
        raise ApiError(403, 160002, "Cannot reply without permission to read message history")
    return target
