"""The commands as Discord gets them: where they are offered, what they say of themselves, and what the README says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import discord

from bot.discord.client import VerbatimClient
from bot.discord.permissions import NEEDED, SCOPES
from bot.discord.sync import comparable
from tests.discord.conftest import MakeBot
from tests.local_discord import LocalDiscord

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
EVERYWHERE = ([0, 1, 2], [0, 1])
IN_SERVERS = ([0], [0])
SLASH, MESSAGE = 1, 3
# name, type, options as name, required and autocomplete, and where it is offered
SHAPES: list[tuple[str, int, list[tuple[str, bool, bool]], tuple[list[int], list[int]]]] = [
    ("Answer from the story", MESSAGE, [], EVERYWHERE),
    ("Check this quote", MESSAGE, [], EVERYWHERE),
    ("ask", SLASH, [("question", True, True), ("story", False, True)], EVERYWHERE),
    ("health", SLASH, [], IN_SERVERS),
    ("help", SLASH, [], EVERYWHERE),
    ("knowledge add", SLASH, [("story", False, True), ("topic", False, True)], IN_SERVERS),
    ("knowledge edit", SLASH, [("entry", True, True)], IN_SERVERS),
    ("knowledge story", SLASH, [("story", False, True), ("server", False, True)], IN_SERVERS),
    ("knowledge unanswered", SLASH, [], IN_SERVERS),
    ("knowledge check", SLASH, [], IN_SERVERS),
    ("knowledge reload", SLASH, [], IN_SERVERS),
    ("knowledge rollback", SLASH, [("version", False, True)], IN_SERVERS),
    ("knowledge status", SLASH, [], IN_SERVERS),
    ("privacy", SLASH, [], EVERYWHERE),
    ("quote about", SLASH, [("topic", True, True)], EVERYWHERE),
    ("quote by", SLASH, [("speaker", True, True)], EVERYWHERE),
    ("quote find", SLASH, [("text", True, True)], EVERYWHERE),
    ("quote random", SLASH, [], EVERYWHERE),
    ("sides", SLASH, [("point", False, True)], EVERYWHERE),
    ("story", SLASH, [("story", False, True)], EVERYWHERE),
    ("topics", SLASH, [], EVERYWHERE),
    ("verify", SLASH, [("text", True, False)], EVERYWHERE),
]


def leaves(command: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """A command, or its subcommands, by their full names."""
    below = [option for option in command.get("options", ()) if option["type"] in (1, 2)]
    if not below:
        yield command["name"], command
    for option in below:
        for name, leaf in leaves(option):
            yield f"{command['name']} {name}", leaf


def shapes(client: VerbatimClient) -> list[tuple[str, int, list[tuple[str, bool, bool]], tuple[list[int], list[int]]]]:
    """The commands of a bot, in the form of the list above."""
    found = []
    for command in comparable(each.to_dict(client.tree) for each in client.tree.get_commands()):
        for name, leaf in leaves(command):
            options = [
                (each["name"], each.get("required", False), each.get("autocomplete", False))
                for each in leaf.get("options", ())
            ]
            where = command["contexts"], command["integration_types"]
            found.append((name, command.get("type", 1), options, where))
    return sorted(found, key=lambda each: each[0])


async def test_the_commands_are_these(client: VerbatimClient) -> None:
    """Every command has its contexts and installs set; a change of any of it is meant."""
    assert shapes(client) == sorted(SHAPES, key=lambda each: each[0])


async def test_every_command_and_option_is_described(client: VerbatimClient) -> None:
    """Discord would show "…" for an option that is not."""
    for command in comparable(each.to_dict(client.tree) for each in client.tree.get_commands()):
        for part in _parts(command):
            if part.get("type") != MESSAGE:
                assert part["description"] not in ("", "…"), part["name"]


async def test_the_readmes_table_is_the_command_tree(client: VerbatimClient) -> None:
    """Every command and every option stands in it, and nothing that is not there."""
    rows = re.findall(r"^\| (`/[^|]+`|[A-Z][^|]+) \| ([^|]+) \|$", README.split("<!-- commands -->")[1], re.MULTILINE)
    told = {_plain(row) for row, _ in rows}
    real = set()
    for name, kind, options, _ in shapes(client):
        shown = "".join(f" {option}" if required else f" [{option}]" for option, required, _ in options)
        real.add(f"/{name}{shown}" if kind == SLASH else name)
    assert told == real
    assert all(text.strip() for _, text in rows)


def test_the_readme_has_the_invite_link() -> None:
    """With the scopes and permissions that the code asks for."""
    permissions = discord.Permissions(**dict.fromkeys(NEEDED, True)).value
    link = "https://discord.com/oauth2/authorize?client_id=YOUR_APPLICATION_ID"
    assert f"{link}&scope={'+'.join(SCOPES)}&permissions={permissions}" in README


async def test_every_command_answers_a_person_everywhere_it_is_offered(local: LocalDiscord, make_bot: MakeBot) -> None:
    """In a server, in a DM with the bot, between people, and in a server where only the person has the bot."""
    options = {"question": "who is Lavrov?", "topic": "photo", "speaker": "Kirby", "text": "terrorist"}
    async with local.running(make_bot(questions_per_minute=0)):
        alice, bob = local.user("alice"), local.user("bob")
        alice.user.has_installed_app = True
        abroad = local.add_guild("Elsewhere", has_bot=False)
        local.world.join(abroad, alice.user)
        places = [local.general, await alice.dm(), local.world.dm(alice.user, bob.user)]
        places.append(local.add_channel("talk", guild=abroad))
        for name, kind, wanted, where in SHAPES:
            if kind != SLASH or where is IN_SERVERS:
                continue
            for place in places:
                given = {option: options[option] for option, required, _ in wanted if required}
                record = await alice.slash(place, name, **given)
                assert record.ephemeral, name
                assert record.content, name


def _parts(command: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield command
    for option in command.get("options", ()):
        yield from _parts(option)


def _plain(row: str) -> str:
    """A command as the README writes it, without its code marks."""
    return row.replace("`", "").strip()
