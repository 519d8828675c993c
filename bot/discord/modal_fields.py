"""The fields of a form that was sent, by their names: a form is read from its interaction alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def fields_of(data: Any) -> dict[str, Any]:
    """Return what was typed or chosen, by custom id; of a menu the first choice."""
    return dict(_fields((data or {}).get("components", ())))


def _fields(components: Any) -> Iterator[tuple[str, Any]]:
    """Go through the fields of a form at every depth: https://discord.com/developers/docs/components/reference."""
    for component in filter(_is_object, components if isinstance(components, list | tuple) else ()):
        inner = component.get("component")
        yield from _fields([inner] if inner else component.get("components", ()))
        name, chosen = component.get("custom_id"), component.get("values")
        if isinstance(name, str) and "value" in component:
            yield name, component["value"]
        elif isinstance(name, str) and chosen and isinstance(chosen, list):
            yield name, chosen[0]


def _is_object(component: object) -> bool:
    return isinstance(component, dict)
