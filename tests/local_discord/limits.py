"""Discord's limits on messages, embeds, choices and commands, refused as Discord refuses them."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from .components import check_components
from .errors import ApiError, Problems
from .world import COMPONENTS_V2

Json = dict[str, Any]
COMMAND_NAME = re.compile(r"[-_'\w]{1,32}")
COMMANDS_PER_TYPE = {1: 100, 2: 15, 3: 15}
KIND_NAMES = {1: "slash", 2: "user", 3: "message"}


def check_message(payload: Json, *, files: int = 0, editing: bool = False) -> None:
    """Refuse a message body that Discord would refuse."""
    problems = Problems()
    problems.length("content", payload.get("content") or "", 0, 2000)
    problems.length("nonce", str(payload.get("nonce") or ""), 0, 25)
    check_embeds(problems, payload.get("embeds") or [])
    v2 = bool((payload.get("flags") or 0) & COMPONENTS_V2)
    if v2:
        _check_v2_only(problems, payload)
    check_components(problems, payload.get("components") or [], v2=v2)
    problems.refuse()
    if not editing and is_empty(payload, files):
        raise ApiError(400, 50006, "Cannot send an empty message")


def is_empty(payload: Json, files: int = 0) -> bool:
    """Whether nothing would be seen of a message; white space does not count."""
    shown = ("embeds", "components", "sticker_ids", "poll")
    return not files and not (payload.get("content") or "").strip() and not any(payload.get(key) for key in shown)


def _check_v2_only(problems: Problems, payload: Json) -> None:
    for key in ("content", "embeds", "poll", "sticker_ids"):
        if payload.get(key):
            message = f"The '{key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
            problems.add(key, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", message)


def check_embeds(problems: Problems, embeds: list[Json]) -> None:
    """Ten embeds, each part within its own limit, 6,000 characters over all."""
    problems.length("embeds", embeds, 0, 10)
    total = 0
    for index, embed in enumerate(embeds):
        total += _check_embed(problems, f"embeds.{index}", embed)
    if total > 6000:
        problems.add("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000")


def _check_embed(problems: Problems, path: str, embed: Json) -> int:
    texts: list[tuple[str, str, int, int]] = [
        ("title", embed.get("title") or "", 0, 256),
        ("description", embed.get("description") or "", 0, 4096),
        ("author.name", (embed.get("author") or {}).get("name") or "", 0, 256),
        ("footer.text", (embed.get("footer") or {}).get("text") or "", 0, 2048),
    ]
    fields = embed.get("fields") or []
    problems.length(f"{path}.fields", fields, 0, 25)
    for index, item in enumerate(fields):
        texts.append((f"fields.{index}.name", item.get("name") or "", 1, 256))
        texts.append((f"fields.{index}.value", item.get("value") or "", 1, 1024))
    for name, text, low, high in texts:
        problems.length(f"{path}.{name}", text, low, high)
    return sum(len(text) for _, text, _, _ in texts)


def check_choices(choices: list[Json]) -> None:
    """Autocomplete: at most 25 choices with short names and values."""
    problems = Problems()
    problems.length("data.choices", choices, 0, 25)
    for index, choice in enumerate(choices):
        _check_choice(problems, f"data.choices.{index}", choice)
    problems.refuse()


def _check_choice(problems: Problems, path: str, choice: Json) -> None:
    problems.length(f"{path}.name", choice.get("name"), 1, 100)
    if isinstance(choice.get("value"), str):
        problems.length(f"{path}.value", choice["value"], 1, 100)


def check_commands(commands: list[Json]) -> None:
    """A whole list of commands, as a sync sends it."""
    problems = Problems()
    for index, command in enumerate(commands):
        _check_command(problems, str(index), command)
    _check_command_list(problems, commands)
    problems.refuse()


def _check_command_list(problems: Problems, commands: list[Json]) -> None:
    kinds = Counter(command.get("type", 1) for command in commands)
    for kind, limit in COMMANDS_PER_TYPE.items():
        if kinds[kind] > limit:
            message = f"Maximum number of {KIND_NAMES[kind]} commands reached ({limit})."
            raise ApiError(400, {1: 30032, 2: 30033, 3: 30034}[kind], message)
    seen: set[tuple[int, str]] = set()
    for index, command in enumerate(commands):
        key = (command.get("type", 1), command.get("name", ""))
        if key in seen:
            text = "Application command names must be unique"
            problems.add(f"{index}.name", "APPLICATION_COMMANDS_DUPLICATE_NAME", text)
        seen.add(key)


def _check_command(problems: Problems, path: str, command: Json) -> None:
    if command.get("type", 1) != 1:
        problems.length(f"{path}.name", command.get("name"), 1, 32)
        if command.get("description"):
            message = "Context menu commands cannot have description"
            problems.add(f"{path}.description", "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION", message)
        return
    _check_named(problems, path, command)
    _check_options(problems, path, command.get("options") or [])
    if _command_size(command) > 8000:
        message = "Command exceeds maximum size (8000)"
        problems.add(path, "APPLICATION_COMMAND_TOO_LARGE", message)


def _check_named(problems: Problems, path: str, item: Json) -> None:
    name = item.get("name") or ""
    problems.length(f"{path}.name", name, 1, 32)
    if name and (not COMMAND_NAME.fullmatch(name) or name != name.lower()) and len(name) <= 32:
        message = "Command name is invalid"
        problems.add(f"{path}.name", "APPLICATION_COMMAND_INVALID_NAME", message)
    problems.length(f"{path}.description", item.get("description"), 1, 100)
    for locale, text in (item.get("description_localizations") or {}).items():
        problems.length(f"{path}.description_localizations.{locale}", text, 1, 100)


def _check_options(problems: Problems, path: str, options: list[Json]) -> None:
    problems.length(f"{path}.options", options, 0, 25)
    optional_seen = False
    for index, option in enumerate(options):
        here = f"{path}.options.{index}"
        _check_named(problems, here, option)
        if option.get("type") in (1, 2):
            _check_options(problems, here, option.get("options") or [])
            continue
        _check_values(problems, here, option)
        if option.get("required") and optional_seen:
            message = "Required options must be placed before non-required options"
            problems.add(here, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message)
        optional_seen = optional_seen or not option.get("required")


def _check_values(problems: Problems, path: str, option: Json) -> None:
    choices = option.get("choices") or []
    problems.length(f"{path}.choices", choices, 0, 25)
    for index, choice in enumerate(choices):
        _check_choice(problems, f"{path}.choices.{index}", choice)
    if choices and option.get("autocomplete"):
        message = "Autocomplete and choices cannot be used together"
        problems.add(path, "APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE", message)
    for bound in ("min_length", "max_length"):
        if not 0 <= option.get(bound, 0) <= 6000:
            problems.add(f"{path}.{bound}", "NUMBER_TYPE_MAX", "int value should be between 0 and 6000.")


def without_localizations(item: Json) -> Json:
    """A command as Discord lists it unless its translations are asked for."""
    kept = {key: value for key, value in item.items() if not key.endswith("_localizations")}
    for key in ("options", "choices"):
        if kept.get(key):
            kept[key] = [without_localizations(inner) for inner in kept[key]]
    return kept


def _longest(item: Json, key: str) -> int:
    """Characters of a text; of its translations the longest counts."""
    texts = [item.get(key) or "", *(item.get(f"{key}_localizations") or {}).values()]
    return max(map(len, texts))


def _command_size(item: Json) -> int:
    """Characters of names, descriptions and values, all levels counted."""
    size = _longest(item, "name") + _longest(item, "description")
    value = item.get("value")
    size += len(value) if isinstance(value, str) else 0
    return size + sum(_command_size(inner) for key in ("options", "choices") for inner in item.get(key) or [])
