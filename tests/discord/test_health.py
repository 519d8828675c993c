"""/health and who may use it: the configured people of the configured server, and nobody else anywhere."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from bot.discord.languages import language
from tests.discord.conftest import MakeBot
from tests.local_discord import Actor, Channel, ChannelType, LocalDiscord

say = language("en")
DENIED = say("moderators-only")


def settings(local: LocalDiscord, *, roles: str = "", users: str = "") -> dict[str, Any]:
    """The settings of a bot whose home is the local server."""
    return {"home_guild": local.home.id, "moderator_roles": roles, "moderator_users": users}


async def health(actor: Actor, channel: Channel) -> str:
    """What a person sees of /health, even where it would be hidden from them."""
    record = await actor.slash(channel, "health", bypass=True)
    assert record.ephemeral
    return record.content


async def test_a_moderator_sees_how_the_bot_is(local: LocalDiscord, make_bot: MakeBot) -> None:
    """Knowledge, connection, intents and permissions of the server's channels."""
    role = local.add_role("Editors", local.user("mod"), manage_guild=True)
    bot = make_bot(**settings(local, roles=f"{role.id}"))
    async with local.running(bot):
        record = await local.user("mod").slash(local.general, "health")
    lines = record.content.splitlines()
    assert record.ephemeral
    assert lines[0] == f"**{say('health-heading')}**"
    assert lines[1].startswith(f"- Knowledge: version `{bot.desk.edition.version}`, one story, ")
    assert lines[2].startswith("- Connection: started <t:")
    assert lines[2].endswith(", one server")
    assert lines[3] == f"- {say('health-content-unused')}"
    assert lines[4] == f"- {say('records-off')}"
    assert lines[5] == "- Permissions: all there in the one channel that I see here"
    assert len(lines) == 6


async def test_what_is_missing_is_named_by_channel(local: LocalDiscord, make_bot: MakeBot) -> None:
    """As Discord's settings name it; hidden channels are counted, what Discord refused lately is listed."""
    mod = local.user("mod")
    forum, hidden = local.add_channel("forum", ChannelType.FORUM), local.add_channel("staff")
    local.world.overwrite(local.general, local.bot, deny="send_messages read_message_history")
    local.world.overwrite(forum, local.bot, deny="send_messages_in_threads")
    local.world.overwrite(hidden, local.bot, deny="view_channel")
    async with local.running(make_bot(**settings(local, users=f"{mod.id}"), open_channels="1")):
        await mod.says(local.general, "who is Lavrov?", mention_bot=True)
        await local.nothing_sent(local.general)
        text = await health(mod, local.general)
    assert f"  - <#{local.general.id}>: Send Messages, Read Message History" in text
    assert f"  - <#{forum.id}>: Send Messages in Threads" in text
    assert "- One channel here is hidden from me" in text
    assert "- Intents: servers, messages, direct messages, and message content for one open channel" in text
    assert f"- {say('health-refused')}\n  - <#{local.general.id}>, <t:" in text


async def test_many_faults_are_counted_and_fit(local: LocalDiscord, make_bot: MakeBot) -> None:
    """A server with fifty broken channels still gets one message, in the longest language."""
    mod = local.user("mod")
    mod.user.locale = "ru"
    for number in range(50):
        channel = local.add_channel(f"channel-{number}")
        local.world.overwrite(channel, local.bot, deny="send_messages send_messages_in_threads read_message_history")
    async with local.running(make_bot(**settings(local, users=f"{mod.id}"))):
        text = await health(mod, local.general)
    assert "… и ещё 42" in text


@pytest.mark.parametrize("by", ["role", "user"])
async def test_a_moderator_is_one_by_role_or_by_name(local: LocalDiscord, make_bot: MakeBot, by: str) -> None:
    """Either is enough; no permission of Discord's is needed beside it."""
    mod = local.user("mod")
    role = local.add_role("Editors", mod)
    configured = settings(local, roles=f"{role.id}") if by == "role" else settings(local, users=f"{mod.id}")
    async with local.running(make_bot(**configured)):
        assert say("health-heading") in await health(mod, local.general)


async def test_nobody_is_a_moderator_by_default(local: LocalDiscord, make_bot: MakeBot) -> None:
    """Not the owner, not an administrator; who manages the server learns how there can be one."""
    admin = local.user("admin")
    local.add_role("Admins", admin, administrator=True)
    async with local.running(make_bot()):
        assert await health(admin, local.general) == say("moderators-none")
        assert await health(local.user("alice"), local.general) == DENIED
    async with local.running(make_bot(home_guild=local.home.id)):
        assert await health(admin, local.general) == say("moderators-none")


async def test_a_person_without_the_role_is_denied(
    local: LocalDiscord, make_bot: MakeBot, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever else they may do in the server; the log has a line."""
    role, admin = local.add_role("Editors"), local.user("admin")
    local.add_role("Admins", admin, administrator=True)
    async with local.running(make_bot(**settings(local, roles=f"{role.id}"))):
        with caplog.at_level(logging.WARNING, logger="bot"):
            assert await health(admin, local.general) == DENIED
    (line,) = [each.message for each in caplog.records if "refused" in each.message]
    assert line == f"refused health to somebody who is no moderator, in server {local.home.id}"


async def test_an_administrator_of_another_server_is_denied(local: LocalDiscord, make_bot: MakeBot) -> None:
    """Whoever adds the bot to a server of their own is an administrator there, and nothing here."""
    stranger = local.user("stranger", member=False)
    other = local.world.add_guild("Their own", owner=stranger.user)
    channel = local.world.add_channel(other, "general")
    local.world.join(other, stranger.user)
    async with local.running(make_bot(**settings(local, roles=f"{other.id}", users=f"{local.user('mod').id}"))):
        assert await health(stranger, channel) == DENIED


async def test_a_moderator_elsewhere_is_denied(local: LocalDiscord, make_bot: MakeBot) -> None:
    """In another server, in a DM, and with the app that they brought along themselves."""
    mod = local.user("mod")
    mod.user.has_installed_app = True
    other = local.world.add_guild("Other")
    channel = local.world.add_channel(other, "general")
    local.world.join(other, mod.user)
    async with local.running(make_bot(**settings(local, users=f"{mod.id}"))):
        assert say("health-heading") in await health(mod, local.general)
        assert await health(mod, channel) == DENIED
        assert await health(mod, await mod.dm()) == DENIED
        assert await health(mod, local.world.dm(mod.user, local.user("bob").user)) == DENIED


async def test_a_user_installed_app_in_the_home_server_is_denied(local: LocalDiscord, make_bot: MakeBot) -> None:
    """The server must have let the bot in itself."""
    mod = local.user("mod")
    mod.user.has_installed_app = True
    async with local.running(make_bot(**settings(local, users=f"{mod.id}"))):
        record = mod._record(
            2,
            local.general,
            {"id": "1", "name": "health", "type": 1, "options": []},
            [1],
            name="health",
        )
        assert "0" not in record.payload["authorizing_integration_owners"]
        await mod._send(record, True)
        assert record.content == DENIED


async def test_the_everyone_role_makes_nobody_a_moderator(local: LocalDiscord, make_bot: MakeBot) -> None:
    """It has the server's id; writing it by mistake opens nothing."""
    async with local.running(make_bot(**settings(local, roles=f"{local.home.id}"))):
        assert await health(local.user("alice"), local.general) == DENIED


async def test_the_command_is_hidden_from_most_and_offered_in_servers_only(
    local: LocalDiscord, make_bot: MakeBot
) -> None:
    """That is Discord's hint; the check is ours."""
    async with local.running(make_bot()):
        (command,) = [each for each in local.commands() if each["name"] == "health"]
    assert command["contexts"] == [0]
    assert command["integration_types"] == [0]
    assert int(command["default_member_permissions"]) == 1 << 5


async def test_the_start_says_what_is_missing(
    local: LocalDiscord, make_bot: MakeBot, caplog: pytest.LogCaptureFixture
) -> None:
    """Once, in the log: permissions by channel, open channels and a home that are not there."""
    local.world.overwrite(local.general, local.bot, deny="send_messages")
    with caplog.at_level(logging.INFO, logger="bot"):
        bot = make_bot(home_guild=5, open_channels="7")
        async with local.running(bot):
            await bot.on_ready()  # as after a lost session
    text = caplog.text
    assert f"in channel {local.general.id} of server {local.home.id}: send_messages is missing" in text
    assert "OPEN_CHANNELS names the channel 7, which the bot can't see" in text
    assert "HOME_GUILD names the server 5, but the bot is not in it" in text
    assert text.count("send_messages is missing") == 1


async def test_moderators_without_a_home_are_warned_of(
    local: LocalDiscord, make_bot: MakeBot, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever set them believes that there are some."""
    with caplog.at_level(logging.WARNING, logger="bot"):
        async with local.running(make_bot(moderator_users="5")):
            pass
    assert "nobody is a moderator: MODERATOR_ROLES or MODERATOR_USERS is set, but HOME_GUILD is not" in caplog.text


async def test_a_bot_without_a_server_says_how_to_add_it(
    local: LocalDiscord, make_bot: MakeBot, caplog: pytest.LogCaptureFixture
) -> None:
    """With the scopes and the permissions that it needs."""
    local.world.guilds.clear()
    with caplog.at_level(logging.INFO, logger="bot"):
        async with local.running(make_bot()):
            pass
    assert f"oauth2/authorize?client_id={local.bot.id}&scope=bot+applications.commands&permissions=274877975552" in (
        caplog.text
    )
