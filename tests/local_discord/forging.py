"""Interactions that no client of Discord's would send: with custom ids that somebody made up."""

from __future__ import annotations

from . import components, records
from .actor import Actor
from .records import InteractionRecord


async def forge_press(
    actor: Actor, where: InteractionRecord, custom_id: str, *values: str, wait: bool = True
) -> InteractionRecord:
    """Press a button that the bot never made, or with values choose in such a menu, under a message of the bot's."""
    if values:
        options = [{"label": value[:100] or "-", "value": value} for value in values]
        made = {"type": components.STRING_SELECT, "custom_id": custom_id, "id": 2, "options": options}
    else:
        made = {"type": components.BUTTON, "custom_id": custom_id, "id": 2, "style": 2, "label": "-"}
    where.answer.components = [{"type": components.ROW, "id": 1, "components": [made]}]
    return await actor._use(where.answer, made, {"values": list(values)} if values else {}, wait)


async def forge_form(
    actor: Actor, where: InteractionRecord, custom_id: str, *fields: tuple[str, str], wait: bool = True
) -> InteractionRecord:
    """Send a form that the bot never opened, with fields by their custom ids."""
    inner = [{"type": 4, "custom_id": name, "id": at, "value": value} for at, (name, value) in enumerate(fields, 10)]
    data = {"custom_id": custom_id, "components": [{"type": 18, "id": each["id"], "component": each} for each in inner]}
    types = [int(key) for key in where.payload["authorizing_integration_owners"]]
    record = actor._record(records.MODAL_SUBMIT, where.channel, data, types, name=custom_id, source=where.answer)
    return await actor._send(record, wait)
