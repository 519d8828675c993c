"""The button that deletes an answer: whose it is, and what Discord may say."""

from __future__ import annotations

import asyncio
import logging

import pytest

from tests.discord.test_presses import answered_in_public, say
from tests.local_discord import LocalDiscord


@pytest.mark.usefixtures("client")
async def test_the_asker_deletes_the_answer(local: LocalDiscord) -> None:
    """Others can't, and are told who can."""
    public = await answered_in_public(local)
    denied = await local.user("bob").clicks(public, "Delete")
    assert (denied.content, denied.ephemeral, public.deleted) == (say("delete-denied"), True, False)
    await local.user("alice").clicks(public, "Delete")
    assert public.deleted


@pytest.mark.usefixtures("client")
async def test_whoever_manages_messages_deletes_the_answer(local: LocalDiscord) -> None:
    """By their permissions in that channel."""
    public, moderator = await answered_in_public(local), local.user("mod")
    local.add_role("Moderators", moderator, manage_messages=True)
    await moderator.clicks(public, "Delete")
    assert public.deleted


@pytest.mark.usefixtures("client")
async def test_an_answer_in_a_dm_can_be_deleted(local: LocalDiscord) -> None:
    """There people can't delete a bot's messages by themselves."""
    alice = local.user("alice")
    talk = await alice.dm()
    await alice.says(talk, "who is Lavrov?")
    reply = await local.next_message(talk)
    await alice.clicks(reply, "Delete")
    assert reply.deleted


@pytest.mark.usefixtures("client")
async def test_an_answer_that_is_deleted_already_is_no_fault(
    local: LocalDiscord, caplog: pytest.LogCaptureFixture
) -> None:
    """Two people may press at once."""
    public, moderator = await answered_in_public(local), local.user("mod")
    local.add_role("Moderators", moderator, manage_messages=True)
    await asyncio.gather(local.user("alice").clicks(public, "Delete"), moderator.clicks(public, "Delete"))
    await local.settle()
    assert public.deleted
    assert not [each for each in caplog.records if each.levelno >= logging.WARNING]


@pytest.mark.usefixtures("client")
async def test_an_answer_that_can_not_be_deleted_says_who_can(local: LocalDiscord) -> None:
    """Discord may refuse."""
    public = await answered_in_public(local)
    local.faults.forbid("DELETE", r"/webhooks/.*/messages/@original")
    record = await local.user("alice").clicks(public, "Delete", wait=False)
    await local.settle()
    assert [(each.content, each.ephemeral) for each in record.followups] == [(say("delete-failed"), True)]
