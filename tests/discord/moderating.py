"""What tests of the moderators' commands share: a bot with a home, moderators, and a small folder to work on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from bot.discord.languages import language
from tests.discord.conftest import MakeBot
from tests.local_discord import Actor, Channel, InteractionRecord, LocalDiscord, Message

say = language("en")
DENIED = say("moderators-only")
MOD = "mod"


def settings(local: LocalDiscord, **more: object) -> dict[str, Any]:
    """The settings of a bot whose home is the local server, with one moderator."""
    return {"home_guild": local.home.id, "moderator_users": f"{local.user(MOD).id}", **more}


async def use(actor: Actor, channel: Channel, command: str, **options: object) -> InteractionRecord:
    """Use a command that Discord would hide from most; what comes is seen by one person alone."""
    record = await actor.slash(channel, command, bypass=True, **options)
    assert record.modal or record.ephemeral
    return record


async def press(local: LocalDiscord, actor: Actor, where: Message | InteractionRecord, label: str) -> InteractionRecord:
    """Press a button whose first answer only takes the buttons away, and wait for what comes after."""
    record = await actor.clicks(where, label)
    await local.until(lambda: record.followups, f"what comes of {label}")
    return await local.answered(record)


def last(record: InteractionRecord) -> str:
    """The text of the latest message of an interaction."""
    return record.messages[-1].content


Act = Callable[[Actor, Channel], Awaitable[InteractionRecord]]


async def assert_denied_to_all_others(local: LocalDiscord, make_bot: MakeBot, act: Act, **more: object) -> None:
    """A person without the role, an administrator elsewhere, a DM and a user-install context all get a denial."""
    mod, admin = local.user(MOD), local.user("admin")
    mod.user.has_installed_app = True
    local.add_role("Admins", admin, administrator=True)
    stranger = local.user("stranger", member=False)
    other = local.world.add_guild("Their own", owner=stranger.user)
    there = local.world.add_channel(other, "general")
    for actor in (stranger, mod):
        local.world.join(other, actor.user)
    abroad = local.world.add_guild("Without the bot", has_bot=False)
    local.world.join(abroad, mod.user)
    away = local.world.add_channel(abroad, "general")
    async with local.running(make_bot(**settings(local, **more))):
        for actor, channel in (
            (admin, local.general),
            (stranger, there),
            (mod, there),
            (mod, await mod.dm()),
            (mod, local.world.dm(mod.user, admin.user)),
            (mod, away),
        ):
            record = await act(actor, channel)
            assert record.ephemeral
            assert record.content == DENIED, (actor.name, channel.name)
            assert not record.modal


def change(folder: Path, old: str, new: str, file: str = "entries/all.yaml") -> None:
    """Change a file of a story folder, as a curator would."""
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")


__all__ = ["DENIED", "MOD", "assert_denied_to_all_others", "change", "last", "press", "say", "settings", "use"]
