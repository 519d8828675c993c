"""The fields of a form that was sent, by their names: a form is read from its interaction alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def fields_of(data: Any) -> dict[str, Any]:
    """Return what was typed or chosen, by custom id; of a menu the first choice."""
    return dict(_fields((data or {}).get("components", ())))


def _fields(components: Any) -> Iterator[tuple[str, Any]]:
    """Go through the fields of a form at every depth: https://discord.com/developers/docs/components/reference."""
    for component in components:
        inner = component.get("component")
        yield from _fields([inner] if inner else component.get("components", ()))
        if "custom_id" in component and "value" in component:
            yield component["custom_id"], component["value"]
        elif "custom_id" in component and component.get("values"):
            yield component["custom_id"], component["values"][0]
