"""Keys that stand twice in a file of entries: each is a fault, but a forgotten `- ` is one and not five."""

from __future__ import annotations

from bot.stories.yaml_source import MOST_BYTES, DuplicateKeysError, Path, SourceError

_NO_DASH = "The key `id` stands twice in one entry: a `- ` is missing before it."
_DASH = "Begin each entry with `- id: …`, its other keys below `id`."


def told_once(error: DuplicateKeysError) -> list[tuple[Path, SourceError]]:
    """Return the keys that stand twice; those of an entry that only lacks its `- ` are one fault."""
    begun: dict[Path, int] = {}
    for path, each in error.twice:
        if path[-1] == "id" and path[:-1] not in begun:
            begun[path[:-1]] = each.line or 0
    return [
        (path, SourceError(each.line, _NO_DASH, _DASH) if path[-1] == "id" else each)
        for path, each in error.twice
        if path[-1] == "id" or (each.line or 0) < begun.get(path[:-1], MOST_BYTES)
    ]
