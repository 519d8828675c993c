"""What commands say of themselves: in English, and in the other languages through Discord's own fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

import discord
from discord import app_commands
from discord.app_commands import locale_str
from fluent.runtime import FluentResource
from fluent.syntax import ast

from bot.discord.languages import SOURCE, Language, code_for, language, source_of

T = TypeVar("T")
# Names stay English.
ANSWER_MENU = "Answer from the story"
CHECK_MENU = "Check this quote"
# A message of a language's file with what stands further in below it.
_DESCRIBING = re.compile(r"^(?:command|option)-[\w-]+ =.*(?:\n[ \t].*)*", re.MULTILINE)


def described(key: str) -> locale_str:
    """Return the description with that key, to be shown in each person's language."""
    return locale_str(language(SOURCE)(key), key=key)


class CommandTranslator(app_commands.Translator):
    """Translates descriptions; names stay English, so that people can tell each other what to type."""

    async def translate(self, string: locale_str, locale: discord.Locale, _: Any) -> str | None:
        """Return the description in a locale, None where that is English anyway."""
        key, code = string.extras.get("key"), code_for(locale)
        return None if key is None or code == SOURCE else _descriptions(code).get(str(key))


@cache
def _descriptions(code: str) -> Mapping[str, str]:
    """Return what commands and options say of themselves in a language.

    All languages are needed for it once, and few are spoken: so no more is read of each than these plain texts.
    """
    read = FluentResource("\n".join(_DESCRIBING.findall(source_of(code)))).body
    return {each.id.name: _plain(each.value) for each in read if isinstance(each, ast.Message) and each.value}


def _plain(pattern: ast.Pattern) -> str:
    return "".join(each.value for each in pattern.elements if isinstance(each, ast.TextElement))


def everywhere(command: T) -> T:
    """Offer a command in servers, in DMs and between people, to servers and to people who install the bot."""
    command = app_commands.allowed_installs(guilds=True, users=True)(command)
    return app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)(command)


def listed(
    tree: app_commands.CommandTree[discord.Client], ids: Mapping[str, int], say: Language
) -> list[tuple[str, str]]:
    """Return every slash command that anybody may use, as people can click it, with its description."""
    commands = [each for each in tree.walk_commands() if isinstance(each, app_commands.Command)]
    open_to_all = [each for each in commands if (each.root_parent or each).default_permissions is None]
    return [(mention(each.qualified_name, ids), say(key_of(each.qualified_name))) for each in open_to_all]


def mention(name: str, ids: Mapping[str, int]) -> str:
    """Return a command as a link that opens it, or its plain name while its id is not known."""
    number = ids.get(name.partition(" ")[0])
    return f"</{name}:{number}>" if number else f"`/{name}`"


def key_of(name: str) -> str:
    """Return the key of a command's description."""
    return f"command-{name.replace(' ', '-')}"
