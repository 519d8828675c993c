"""A user that tests drive: what people do in Discord, as verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import commands, components, messages, modals, payloads, records
from .errors import NotAvailableError
from .records import Choice, InteractionRecord
from .world import Channel, Message, User

if TYPE_CHECKING:
    from .server import LocalDiscord

Json = dict[str, Any]


class Actor:
    """A user of the local Discord; every verb returns once the bot has been told, or has answered."""

    def __init__(self, discord: LocalDiscord, user: User) -> None:
        self.discord = discord
        self.user = user
        self.id = user.id
        self.name = user.name
        self.mention = user.mention

    async def dm(self) -> Channel:
        """The DM channel with the bot."""
        return self.discord.world.dm(self.discord.world.bot, self.user)

    async def says(
        self,
        channel: Channel,
        text: str,
        *,
        mention_bot: bool = False,
        reply_to: Message | None = None,
        ping: bool = True,
    ) -> Message:
        """Write a message; ``mention_bot`` puts the bot's mention first, ``ping`` is the reply's ping switch."""
        message = self._compose(channel, text, mention_bot=mention_bot, reply_to=reply_to, ping=ping)
        self.discord.post(message)
        await self.discord.gateway.delivered()
        return message

    def _compose(
        self, channel: Channel, text: str, *, mention_bot: bool, reply_to: Message | None = None, ping: bool = False
    ) -> Message:
        world = self.discord.world
        text = f"{world.bot.mention} {text}" if mention_bot else text
        message = Message(world.clock.snowflake(), channel, self.user, text.strip(), reply_to=reply_to)
        message.mentions = messages.mentioned(world, message.content)
        if reply_to:
            message.type = 19
            if ping and reply_to.author not in message.mentions:
                message.mentions.append(reply_to.author)
        return message

    async def posts(self, forum: Channel, title: str, text: str, *, mention_bot: bool = False) -> Message:
        """Open a forum post; its first message has the id of the post, which is ``message.channel``."""
        thread = self.discord.add_thread(forum, title, self.user)
        message = self._compose(thread, text, mention_bot=mention_bot)
        message.id = thread.id
        self.discord.post(message)
        await self.discord.gateway.delivered()
        return message

    async def edits(self, message: Message, text: str) -> None:
        """Change one's own message."""
        message.content, message.edited_at = text.strip(), self.discord.clock.now()
        message.mentions = messages.mentioned(self.discord.world, message.content)
        self.discord.tell("MESSAGE_UPDATE", message)
        await self.discord.gateway.delivered()

    async def deletes(self, message: Message) -> None:
        """Delete a message."""
        self.discord.delete(message)
        await self.discord.gateway.delivered()

    async def slash(
        self, channel: Channel, command: str, /, *, wait: bool = True, bypass: bool = False, **options: Any
    ) -> InteractionRecord:
        """Use a slash command, subcommands with a space: ``slash(channel, "quote find", text="...")``.

        ``wait=False`` returns as soon as the bot has been told; ``bypass=True`` uses a command that is hidden or not
        offered here, as a server's administrators can make it appear.
        """
        data = commands.invocation(self.discord, channel, command, options)
        return await self._command(channel, command, data, wait=wait, bypass=bypass)

    async def context_menu(
        self, channel: Channel, name: str, target: Message | Actor | User, /, *, wait: bool = True, bypass: bool = False
    ) -> InteractionRecord:
        """Use a message or user command from the context menu."""
        kind = commands.MESSAGE_MENU if isinstance(target, Message) else commands.USER_MENU
        found = commands.find(self.discord, channel, name, kind)
        data = {"id": found["id"], "name": name, "type": kind, "target_id": str(target.id)}
        data["resolved"] = commands.resolved_target(target, channel, self.discord.world)
        return await self._command(channel, name, data, wait=wait, bypass=bypass)

    async def _command(self, channel: Channel, name: str, data: Json, *, wait: bool, bypass: bool) -> InteractionRecord:
        command = commands.find(self.discord, channel, data["name"], data["type"])
        if not bypass:
            commands.check_offered(command, self.user, channel, self.discord.world)
        types = command.get("integration_types") or [0]
        record = self._record(records.COMMAND, channel, data, types, name=name)
        return await self._send(record, wait)

    async def autocomplete(self, channel: Channel, command: str, /, *, focused: str, **options: Any) -> list[Choice]:
        """Type into an option: the suggestions for ``focused``, with what stands in the options so far."""
        data = commands.invocation(self.discord, channel, command, options, focused)
        found = commands.find(self.discord, channel, data["name"], commands.CHAT_INPUT)
        types = found.get("integration_types") or [0]
        record = self._record(records.AUTOCOMPLETE, channel, data, types, name=command)
        await self._send(record, True)
        return record.choices

    async def clicks(self, where: Message | InteractionRecord, name: str, *, wait: bool = True) -> InteractionRecord:
        """Press a button, found by custom id or label."""
        message, button = self._component(where, name)
        if button["type"] != components.BUTTON or button.get("style") in (components.LINK, components.PREMIUM):
            raise NotAvailableError(f"{name!r} is not a button that the bot hears of")
        return await self._use(message, button, {}, wait)

    async def selects(
        self, where: Message | InteractionRecord, name: str, *values: str | Actor, wait: bool = True
    ) -> InteractionRecord:
        """Choose in a select menu, found by custom id or placeholder: option values, or users."""
        message, select = self._component(where, name)
        offered = [option["value"] for option in select.get("options") or []]
        if select["type"] == components.STRING_SELECT and not set(values) <= set(offered):
            raise NotAvailableError(f"{name!r} offers {offered}, not {values}")
        if not select.get("min_values", 1) <= len(values) <= select.get("max_values", 1):
            raise NotAvailableError(f"{name!r} does not take {len(values)} values")
        data: Json = {"values": [str(getattr(value, "id", value)) for value in values]}
        for value in values:
            if isinstance(value, Actor):
                commands.merge(data.setdefault("resolved", {}), commands.resolved_user(value.user, message.channel))
        return await self._use(message, select, data, wait)

    async def submits_modal(
        self, record: InteractionRecord, values: dict[str, Any], *, wait: bool = True
    ) -> InteractionRecord:
        """Fill in the modal that an interaction opened and send it; values by custom id."""
        if record.modal is None:
            raise NotAvailableError(f"{record.name} opened no modal: {record.responses}")
        data = modals.submission(record.modal, values)
        types = [int(key) for key in record.payload["authorizing_integration_owners"]]
        submit = self._record(records.MODAL_SUBMIT, record.channel, data, types, name=record.name, source=record.source)
        return await self._send(submit, wait)

    def _component(self, where: Message | InteractionRecord, name: str) -> tuple[Message, Json]:
        shown = [where] if isinstance(where, Message) else where.messages
        for message in shown:
            found = components.find(message.components, name)
            if found:
                self._check_usable(message, found)
                return message, found
        have = [label for message in shown for label in components.names(message.components)]
        raise NotAvailableError(f"nothing called {name!r} to use; there are {have}")

    def _check_usable(self, message: Message, component: Json) -> None:
        if message.deleted:
            raise NotAvailableError("the message has been deleted")
        if component.get("disabled"):
            raise NotAvailableError(f"{component.get('label') or component.get('custom_id')!r} is disabled")
        if message.ephemeral and message.interaction and message.interaction["user"]["id"] != str(self.id):
            raise NotAvailableError(f"{self.name} cannot see this message")

    async def _use(self, message: Message, component: Json, more: Json, wait: bool) -> InteractionRecord:
        data = {"component_type": component["type"], "custom_id": component["custom_id"], "id": component["id"]}
        made_by = message.interaction or {"authorizing_integration_owners": {"0": ""}}
        types = [int(key) for key in made_by["authorizing_integration_owners"]]
        name = component["custom_id"]
        record = self._record(records.COMPONENT, message.channel, data | more, types, name=name, source=message)
        return await self._send(record, wait)

    def _record(
        self, kind: int, channel: Channel, data: Json, types: list[int], *, name: str, source: Message | None = None
    ) -> InteractionRecord:
        world = self.discord.world
        number = world.clock.snowflake()
        owners = commands.owners(types, self.user, channel, world)
        payload = {"id": str(number), "type": kind, "data": data, "token": f"interaction-{number}"}
        payload |= payloads.interaction_frame(self.user, channel, world)
        payload |= {"context": commands.context_of(channel, world), "authorizing_integration_owners": owners}
        if source:
            payload["message"] = payloads.message(source, world)
        return InteractionRecord(number, f"interaction-{number}", kind, name, self.user, channel, payload, source)

    async def _send(self, record: InteractionRecord, wait: bool) -> InteractionRecord:
        self.discord.interact(record)
        await self.discord.gateway.delivered()
        if wait:
            await self.discord.answered(record)
        return record
