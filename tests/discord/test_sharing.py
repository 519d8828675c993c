"""Sharing a private answer: once, in the channel, naming who shares it, pinging nobody."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.discord.client import VerbatimClient
from bot.discord.languages import language
from tests.discord.conftest import MakeBot
from tests.discord.test_ask import KIRBY, SLANG
from tests.discord.test_presses import asked
from tests.local_discord import Actor, Channel, LocalDiscord
from tests.local_discord.components import find, names

SEND = r"/channels/\d+/messages"
QUESTION = "Are the Russians targeting ISIS, according to the United States?"
say = language("en")


def abroad(local: LocalDiscord, **permissions: bool) -> tuple[Actor, Channel]:
    """Somebody who brought the bot along, in a server where it is no member."""
    guild = local.add_guild("Elsewhere", has_bot=False)
    channel, alice = local.add_channel("talk", guild=guild), local.user("alice")
    alice.user.has_installed_app = True
    local.world.join(guild, alice.user)
    for name, allowed in permissions.items():
        local.world.overwrite(channel, guild.roles[0], **{"allow" if allowed else "deny": name})
    return alice, channel


@pytest.mark.usefixtures("client")
async def test_an_answer_is_shared_with_its_question_and_its_asker(local: LocalDiscord) -> None:
    """The post names who asked without a ping and holds the whole answer; the asker can delete it."""
    alice, record = local.user("alice"), await asked(local)
    await alice.clicks(record, "Share")
    shared = await local.next_message(local.general)
    lines = shared.content.splitlines()
    assert lines[0] == f"{alice.mention} asked: {QUESTION}"
    assert f"> {KIRBY}" in lines
    assert not shared.mentions
    assert names(shared.components) == ["In context", "Related", "Wrong?", "Delete"]
    assert names(record.components) == ["In context", "Related", "Shared", "Wrong?"]
    await alice.clicks(shared, "Delete")
    assert shared.deleted


@pytest.mark.usefixtures("client")
async def test_what_the_asker_typed_is_not_shared(local: LocalDiscord) -> None:
    """Only the curated question is: the own words were private."""
    await local.user("alice").clicks(await asked(local), "Share")
    assert SLANG not in (await local.next_message(local.general)).content


@pytest.mark.usefixtures("client")
async def test_an_answer_is_shared_once(local: LocalDiscord) -> None:
    """Two presses at once, and one on a message that is not up to date, make one post."""
    alice, record = local.user("alice"), await asked(local)
    before = [dict(row, components=list(map(dict, row["components"]))) for row in record.answer.components]
    presses = await asyncio.gather(*(alice.clicks(record, "Share", wait=False) for _ in range(2)))
    await local.settle()
    assert len(local.sent(local.general)) == 1
    told = [press.content for press in presses if press.message and press.message is not record.message]
    assert told == [say("share-again")]
    record.answer.components = before
    assert (await alice.clicks(record, "Share")).content == say("share-again")
    assert len(local.sent(local.general)) == 1


@pytest.mark.usefixtures("client")
async def test_a_shared_answer_stays_shared_after_a_restart(
    local: LocalDiscord, client: VerbatimClient, make_bot: MakeBot
) -> None:
    """The message itself remembers."""
    alice, record = local.user("alice"), await asked(local)
    await alice.clicks(record, "Share")
    await client.close()
    async with local.running(make_bot()):
        button = find(record.components, "Shared")
        assert button
        assert button.pop("disabled") is True
        record.payload["disabled"] = None
        button["disabled"] = True
        pressed = await alice._use(record.answer, button, {}, True)
        assert pressed.content == say("share-again")
    assert len(local.sent(local.general)) == 1


@pytest.mark.usefixtures("client")
async def test_quotes_and_sides_are_shared_too(local: LocalDiscord) -> None:
    """With the name of who shares them, and a button to delete."""
    alice = local.user("alice")
    for command, options in (("quote by", {"speaker": "Kirby"}), ("sides", {"point": "hitting"}), ("quote random", {})):
        record = await alice.slash(local.general, command, **options)
        await alice.clicks(record, "Share")
        shared = await local.next_message(local.general)
        assert shared.content.startswith(f"Shared by {alice.mention}\n")
        assert names(shared.components) == ["Delete"]
        assert "Shared" in names(record.components)


@pytest.mark.usefixtures("client")
async def test_where_the_bot_is_no_member_the_interaction_shares(local: LocalDiscord) -> None:
    """A person who installed the bot shares through it in any server, and can delete it there."""
    alice, channel = abroad(local)
    record = await alice.slash(channel, "ask", question=SLANG)
    assert record.ephemeral
    share = await alice.clicks(record, "Share", wait=False)
    await local.settle()
    (shared,) = share.followups
    assert not shared.ephemeral
    assert shared.content.startswith(f"{alice.mention} asked: {QUESTION}\n")
    assert "Shared" in names(record.components)
    await alice.clicks(shared, "Delete")
    assert shared.deleted


@pytest.mark.usefixtures("client")
async def test_between_people_the_interaction_shares(local: LocalDiscord) -> None:
    """In a DM of two people, in neither's language."""
    alice, bob = local.user("alice"), local.user("bob")
    alice.user.has_installed_app, alice.user.locale = True, "de"
    channel = local.world.dm(alice.user, bob.user)
    record = await alice.slash(channel, "ask", question=SLANG)
    share = await alice.clicks(record, "Teilen", wait=False)
    await local.settle()
    (shared,) = share.followups
    assert shared.content.startswith(f"{alice.mention} asked: {QUESTION}\n")
    assert names(shared.components)[-1] == "Delete"


@pytest.mark.usefixtures("client")
async def test_a_server_that_keeps_such_answers_private_is_told_of(local: LocalDiscord) -> None:
    """Nobody is left in the belief that others see it; the button is as it was."""
    alice, channel = abroad(local, use_external_apps=False)
    record = await alice.slash(channel, "ask", question=SLANG)
    share = await alice.clicks(record, "Share", wait=False)
    await local.settle()
    assert share.followups[-1].content == say("share-private")
    assert all(each.ephemeral for each in share.followups)
    assert "Share" in names(record.components)


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize("manages", [False, True])
async def test_a_missing_permission_is_explained_to_who_can_give_it(local: LocalDiscord, manages: bool) -> None:
    """Others learn whom to ask; nothing is sent in vain, and the button stays."""
    alice = local.user("alice")
    if manages:
        local.add_role("Managers", alice, manage_guild=True)
    local.world.overwrite(local.general, local.bot, deny="send_messages")
    record = await asked(local)
    share = await alice.clicks(record, "Share")
    assert share.ephemeral
    expected = say("share-missing", permissions="Send Messages") if manages else say("share-denied")
    assert share.content == expected
    assert "Share" in names(record.components)
    assert not [each for each in local.requests if each.path.endswith("/messages")]


@pytest.mark.usefixtures("client")
async def test_in_a_thread_it_is_the_threads_permission_that_is_missing(local: LocalDiscord) -> None:
    """Named as Discord's settings name it."""
    alice, thread = local.user("alice"), local.add_thread(local.general, "about Lavrov")
    local.add_role("Managers", alice, manage_guild=True)
    local.world.overwrite(local.general, local.bot, deny="send_messages_in_threads")
    record = await alice.slash(thread, "ask", question=SLANG)
    share = await alice.clicks(record, "Share")
    assert share.content == say("share-missing", permissions="Send Messages in Threads")


@pytest.mark.usefixtures("client")
@pytest.mark.parametrize(
    ("fault", "key"),
    [
        ({"status": 403, "body": {"code": 50013, "message": "Missing Permissions"}}, "share-denied"),
        ({"status": 400, "body": {"code": 50083, "message": "Thread is archived"}}, "share-failed"),
    ],
)
async def test_a_post_that_fails_can_be_tried_again(
    local: LocalDiscord, fault: dict[str, object], key: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The person is told, and the button works once more."""
    alice, record = local.user("alice"), await asked(local)
    local.faults.add("POST", SEND, **fault)
    share = await alice.clicks(record, "Share", wait=False)
    await local.settle()
    assert [each.content for each in share.followups] == [say(key)]
    assert names(record.components) == ["In context", "Related", "Share", "Wrong?"]
    await alice.clicks(record, "Share")
    assert KIRBY in (await local.next_message(local.general)).content
    assert caplog.records


@pytest.mark.usefixtures("client")
async def test_a_share_that_comes_too_late_is_not_taken_for_shared(local: LocalDiscord, client: VerbatimClient) -> None:
    """Discord takes no answer any more, nothing is posted, and the next press works."""
    alice, record = local.user("alice"), await asked(local)
    late = {"status": 404, "body": {"message": "Unknown interaction", "code": 10062}}
    local.faults.add("POST", r"/interactions/\d+/.+/callback", **late)
    await alice.clicks(record, "Share", wait=False)
    await local.nothing_sent(local.general)
    await alice.clicks(record, "Share")
    assert KIRBY in (await local.next_message(local.general)).content


async def test_a_channel_with_too_many_answers_takes_no_shares(local: LocalDiscord, make_bot: MakeBot) -> None:
    """The person is told when it goes on, and nothing is marked as shared."""
    async with local.running(make_bot(channel_answers_per_minute=1)):
        first, second = await asked(local), await asked(local)
        await local.user("alice").clicks(first, "Share")
        await local.next_message(local.general)
        refused = await local.user("alice").clicks(second, "Share")
        assert refused.ephemeral
        assert refused.content.startswith("This channel has had many answers just now. It goes on <t:")
        assert "Share" in names(second.components)
        await local.nothing_sent(local.general)


@pytest.mark.usefixtures("client")
async def test_a_shared_answer_speaks_the_servers_language(local: LocalDiscord) -> None:
    """While the private one spoke the person's."""
    alice = local.user("alice")
    alice.user.locale = "fr"
    local.home.locale = "de"
    record = await asked(local)
    assert "Partager" in names(record.components)
    await alice.clicks(record, "Partager")
    shared = await local.next_message(local.general)
    assert shared.content.startswith(f"{alice.mention} hat gefragt: {QUESTION}\n")
    assert names(shared.components)[-1] == "Löschen"
    assert "Partagé" in names(record.components)


@pytest.mark.usefixtures("client")
async def test_an_archived_thread_is_no_unforeseen_error(local: LocalDiscord, caplog: pytest.LogCaptureFixture) -> None:
    """Discord's refusal is logged, the person is told."""
    thread = local.add_thread(local.general, "about Lavrov")
    alice = local.user("alice")
    record = await alice.slash(thread, "ask", question=SLANG)
    thread.locked = True
    with caplog.at_level(logging.ERROR):
        share = await alice.clicks(record, "Share", wait=False)
        await local.settle()
    assert share.followups[-1].content == say("share-failed")
