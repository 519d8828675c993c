"""Changing one entry in the text of a file of entries: everything else stays as it is, byte for byte.

The entry's own lines are read and written back by ruamel.yaml, which keeps comments, order and quotation marks; the
other lines are not touched at all. Values are text as they are written, as everywhere in this format.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.tag import Tag

from bot.knowledge.edit_error import EditError, Trouble
from bot.stories.yaml_source import read_yaml

_STR, _NULL = Tag(suffix="tag:yaml.org,2002:str"), Tag(suffix="tag:yaml.org,2002:null")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NESTED = re.compile(r"^[^#\n]*:[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*( *)- ", re.MULTILINE)
_USUAL_OFFSET = 2


@dataclass(frozen=True, slots=True)
class _Place:
    """The lines of an entry, from ``start`` to before ``end``, and the column at which its keys begin."""

    entry: str
    start: int
    end: int
    column: int


class _TextResolver(VersionedResolver):
    """Takes every value for text, so that what is written stays as it was written."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """Return the tag of a value."""
        if kind is not ScalarNode:
            return super().resolve(kind, value, implicit)
        return _NULL if implicit[0] and value in _NULLS else _STR


def with_changed(text: str, entry: str, change: Callable[[CommentedMap], None]) -> str:
    """Return the text of a file with one of its entries changed; raise EditError if it is not there."""
    place = next((each for each in _places(text) if each.entry == entry), None)
    if place is None:
        raise EditError(Trouble.ENTRY_GONE)
    newline, lines = _newline(text), text.splitlines(keepends=True)
    own = lines[place.start : place.end]
    prefix = own[0][: place.column]
    if prefix.strip() != "-":
        raise EditError(Trouble.UNUSUAL_FILE)
    inner = "".join([own[0][place.column :], *(_outdented(line, place.column) for line in own[1:])])
    yaml_ = _round_trip(inner)
    value = yaml_.load(inner)
    change(value)
    written = _indented(_dumped(yaml_, value), prefix).replace("\n", newline)
    if not own[-1].endswith(("\n", "\r")):
        written = written.rstrip("\r\n")
    return _checked(text, "".join([*lines[: place.start], written, *lines[place.end :]]), entry)


def with_added(text: str, item: Mapping[str, Any]) -> str:
    """Return the text of a file, which may be empty, with an entry more at its end."""
    places = _places(text) if text.strip() else []
    newline = _newline(text)
    prefix = "- "
    if places:
        last = text.splitlines(keepends=True)[places[-1].start]
        prefix = last[: places[-1].column]
        if prefix.strip() != "-":
            raise EditError(Trouble.UNUSUAL_FILE)
    before = text if not text or text.endswith(("\n", "\r")) else text + newline
    inner = _dumped(_round_trip(text, len(prefix)), CommentedMap(item))
    added = f"{newline if places else ''}{_indented(inner, prefix)}".replace("\r\n", "\n").replace("\n", newline)
    return _checked(text, before + added, str(item["id"]))


def _places(text: str) -> list[_Place]:
    """Find the entries of a file that is a list, each item beginning with a dash."""
    events = yaml.parse(text, Loader=_LOADER)
    frame = (yaml.StreamStartEvent, yaml.DocumentStartEvent)
    first = next((event for event in events if not isinstance(event, frame)), None)
    if not isinstance(first, yaml.SequenceStartEvent) or first.flow_style:
        raise EditError(Trouble.UNUSUAL_FILE)
    lines = text.splitlines(keepends=True)
    return list(_each_place(events, lines))


def _each_place(events: Iterator[Any], lines: list[str]) -> Iterator[_Place]:
    start: Any
    while not isinstance(start := next(events), yaml.SequenceEndEvent):
        if not isinstance(start, yaml.MappingStartEvent):
            raise EditError(Trouble.UNUSUAL_FILE)
        entry, depth, key = "", 1, ""
        end: Any = start.end_mark
        while depth:
            event: Any = next(events)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.ScalarEvent):
                if depth == 1 and key == "id":
                    entry = event.value
                key = event.value if depth == 1 else ""
                end = event.end_mark
            elif isinstance(event, yaml.CollectionEndEvent) and (mark := cast(Any, event.end_mark)).column:
                end = max(end, mark, key=lambda each: (each.line, each.column))
        first: Any = start.start_mark
        yield _Place(entry, first.line, _end_of(lines, first, end), first.column)


def _end_of(lines: list[str], first: Any, end: Any) -> int:
    """Return the line before which an entry ends: empty lines and comments before the next entry are the next one's."""
    line = min(end.line + (1 if end.column else 0), len(lines))
    while line > first.line + 1 and (
        not lines[line - 1].strip()
        or (lines[line - 1].lstrip().startswith("#") and _indentation(lines[line - 1]) < first.column)
    ):
        line -= 1
    return line


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _outdented(line: str, column: int) -> str:
    return line[column:] if not line[:column].strip() else line.lstrip()


def _indented(text: str, prefix: str) -> str:
    """Return lines as an item of a list: the first behind the dash, the others below it."""
    first, *rest = text.splitlines(keepends=True)
    space = " " * len(prefix)
    return "".join([prefix + first, *(space + line if line.strip() else line for line in rest)])


def _round_trip(text: str, column: int = 0) -> YAML:
    """Return a reader and writer that indents lists as a text does, whose keys begin at ``column``."""
    found = _NESTED.search(text)
    offset = max(0, len(found[1]) - column) if found else _USUAL_OFFSET
    made = YAML(typ="rt", pure=True)
    made.Resolver = _TextResolver
    made.preserve_quotes = True
    made.width = 1_000_000
    made.allow_unicode = True
    made.indent(mapping=2, sequence=offset + 2, offset=offset)
    return made


def _dumped(yaml_: YAML, value: CommentedMap) -> str:
    written = io.StringIO()
    yaml_.dump(value, written)
    return written.getvalue()


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _checked(before: str, after: str, entry: str) -> str:
    """Make sure that nothing but one entry has changed."""
    old, new = (_others(text, entry) for text in (before, after))
    if old != new:
        raise EditError(Trouble.UNUSUAL_FILE)
    return after


def _others(text: str, entry: str) -> list[Any]:
    value = read_yaml(text).value if text.strip() else []
    return [each for each in value or [] if not isinstance(each, dict) or each.get("id") != entry]
