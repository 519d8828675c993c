"""What is done to a value before msgspec converts it: text becomes numbers and truth values, and hooks are asked.

Hooks stand in the ``extra`` of a type's ``Meta``, which msgspec lets alone: ``before`` makes ready what is checked,
``after`` looks at a text that has passed. Either refuses by a ValueError that says what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import inspect

from bot.scalars import truth, whole_number

Ready = Callable[[Any], Any]


def readier(kind: inspect.Type) -> Ready | None:
    """Return what makes values of a type ready, or None if they are; a value of another shape comes back as it is."""
    made = _READIERS.get(type(kind))
    return made(kind) if made else None


def as_it_is(value: Any) -> Any:
    """Return a value."""
    return value


def member(union: inspect.UnionType, value: Any) -> inspect.Type:
    """Return by whose rules a value is of a union, in which text comes first, keys last; both would blame it."""
    members = [each for each in union.types if not isinstance(each, inspect.NoneType)]
    return members[0] if isinstance(value, str) else members[-1]


def truth_of(value: Any) -> Any:
    """Return the truth value that a text is."""
    meant = truth(value) if isinstance(value, str) else None
    return value if meant is None else meant


def number_of(value: Any) -> Any:
    """Return the whole number that a text is."""
    meant = whole_number(value) if isinstance(value, str) else None
    return value if meant is None else meant


def _of_hooked(kind: inspect.Metadata) -> Ready:
    inner, extra = readier(kind.type) or as_it_is, kind.extra or {}
    before, after = extra.get("before", as_it_is), extra.get("after", as_it_is)

    def ready(value: Any) -> Any:
        value = inner(before(value))
        return after(value) if isinstance(value, str) else value

    return ready


def _of_members(kind: inspect.UnionType) -> Ready | None:
    text, other = readier(member(kind, "")), readier(member(kind, None))
    if text is other is None:
        return None
    of_text, of_other = text or as_it_is, other or as_it_is
    return lambda value: of_text(value) if isinstance(value, str) else of_other(value)


def _of_items(kind: inspect.ListType) -> Ready | None:
    item = readier(kind.item_type)
    if item is None:
        return None
    return lambda value: list(map(item, value)) if isinstance(value, list) else value


def _of_pairs(kind: inspect.DictType) -> Ready:
    key, item = readier(kind.key_type) or as_it_is, readier(kind.value_type) or as_it_is
    return lambda value: {key(k): item(v) for k, v in value.items()} if isinstance(value, dict) else value


def _of_fields(kind: inspect.StructType) -> Ready:
    parts = [(each.name, of_part) for each in kind.fields if (of_part := readier(each.type))]

    def ready(value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return value | {name: of_part(value[name]) for name, of_part in parts if name in value}

    return ready


_READIERS: Mapping[type[inspect.Type], Callable[[Any], Ready | None]] = {
    inspect.Metadata: _of_hooked,
    inspect.UnionType: _of_members,
    inspect.ListType: _of_items,
    inspect.DictType: _of_pairs,
    inspect.StructType: _of_fields,
    inspect.BoolType: lambda _: truth_of,
    inspect.IntType: lambda _: number_of,
}
