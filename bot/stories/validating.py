"""From what YAML or JSON gives to records: at once where all is well, else to every violation with its place.

msgspec converts a value as a whole, and stops at what is wrong first; only then is the value walked part by part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

import msgspec
from msgspec import inspect

from bot.stories.readying import as_it_is, member, number_of, readier, truth_of
from bot.stories.yaml_source import Path

M = TypeVar("M", bound=msgspec.Struct)
# A value of another shape than this one, or of the right one that can't be used.
Shape = Literal["text", "list", "keys", "truth", "number"]
Misfit = Literal["unknown", "missing", "choice", "too long", "too short", "too few", "too small", "pattern", "refused"]
Kind = Shape | Misfit


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that is wrong with a value: where, in which way, and what it should have kept to."""

    path: Path
    kind: Kind
    value: Any
    limit: Any = None


class FormatError(Exception):
    """A value that is no record, with all that is wrong with it."""

    def __init__(self, violations: list[Violation]) -> None:
        """Keep them in the order of the type's keys, unknown keys last."""
        super().__init__(f"{len(violations)} violations")
        self.violations = violations


class Format(Generic[M]):
    """How the records of one type are written."""

    def __init__(self, model: type[M]) -> None:
        """Look at the type once for all values."""
        self.keys = frozenset(model.__struct_fields__)
        self._model, self._type = model, inspect.type_info(model)
        self._ready = readier(self._type) or as_it_is

    def read(self, value: Any) -> M:
        """Return the record that a value is; raise FormatError with all that is wrong if it is none."""
        try:
            return msgspec.convert(self._ready(value), self._model)
        except (msgspec.ValidationError, ValueError):
            # The latter is a hook's, or of halves of letters, which msgspec can't encode.
            violations = list(_violations(self._type, value, ()))
            if not violations:
                raise
        raise FormatError(violations)


def _violations(kind: inspect.Type, value: Any, path: Path) -> Iterator[Violation]:
    """Walk a value, and tell of each part that is not as its type has it."""
    match kind:
        case inspect.Metadata():
            yield from _of_hooked(kind, value, path)
        case inspect.UnionType():
            if value is not None or not any(isinstance(each, inspect.NoneType) for each in kind.types):
                yield from _violations(member(kind, value), value, path)
        case inspect.StructType():
            yield from _of_keys(kind, value, path) if isinstance(value, dict) else [Violation(path, "keys", value)]
        case inspect.ListType():
            yield from _of_items(kind, value, path) if isinstance(value, list) else [Violation(path, "list", value)]
        case inspect.DictType():
            yield from _of_pairs(kind, value, path) if isinstance(value, dict) else [Violation(path, "keys", value)]
        case _:
            if found := _of_one(kind, value):
                yield Violation(path, found[0], value, found[1])


def _of_hooked(kind: inspect.Metadata, value: Any, path: Path) -> Iterator[Violation]:
    extra = kind.extra or {}
    try:
        value = extra.get("before", as_it_is)(value)
        found = list(_violations(kind.type, value, path))
        yield from found
        if not found:
            extra.get("after", as_it_is)(value)
    except ValueError as error:
        yield Violation(path, "refused", value, str(error))


def _of_keys(kind: inspect.StructType, value: dict[str, Any], path: Path) -> Iterator[Violation]:
    for each in kind.fields:
        if each.name in value:
            yield from _violations(each.type, value[each.name], (*path, each.name))
        elif each.required:
            yield Violation((*path, each.name), "missing", value)
    known = {each.name for each in kind.fields}
    yield from (Violation((*path, key), "unknown", value[key]) for key in value if key not in known)


def _of_items(kind: inspect.ListType, value: list[Any], path: Path) -> Iterator[Violation]:
    found = [wrong for at, each in enumerate(value) for wrong in _violations(kind.item_type, each, (*path, at))]
    yield from found
    if not found and len(value) < (kind.min_length or 0):
        yield Violation(path, "too few", value, kind.min_length)


def _of_pairs(kind: inspect.DictType, value: dict[str, Any], path: Path) -> Iterator[Violation]:
    for key, each in value.items():
        yield from _violations(kind.key_type, key, (*path, key))
        yield from _violations(kind.value_type, each, (*path, key))


def _of_one(kind: inspect.Type, value: Any) -> tuple[Kind, Any] | None:
    """Tell what is wrong with a value that has no parts, and the limit."""
    match kind:
        case inspect.StrType():
            return _of_text(kind, value)
        case inspect.IntType():
            return _of_number(kind, number_of(value))
        case inspect.BoolType():
            return None if isinstance(truth_of(value), bool) else ("truth", None)
        case inspect.LiteralType():
            return None if value in kind.values else ("choice", kind.values)
    raise TypeError(f"There is no rule for {kind}.")


def _of_text(kind: inspect.StrType, value: Any) -> tuple[Kind, Any] | None:
    if not isinstance(value, str):
        return "text", None
    if len(value) < (kind.min_length or 0):
        return "too short", kind.min_length
    if kind.max_length is not None and len(value) > kind.max_length:
        return "too long", kind.max_length
    if kind.pattern is not None and not re.search(kind.pattern, value):
        return "pattern", kind.pattern
    return None


def _of_number(kind: inspect.IntType, value: Any) -> tuple[Kind, Any] | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return "number", None
    return ("too small", kind.ge) if kind.ge is not None and value < kind.ge else None
