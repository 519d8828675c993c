"""Reading YAML as a curator's source: text values only, with lines, and without YAML's traps.

PyYAML lets duplicate keys overwrite each other and anchors multiply without end; here both are faults. Values stay
text as they are written ("no" is a word, 2015 is what was typed), and the schema says what they mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from bot.stories.printing import named
from bot.stories.yaml_advice import BREAK, advice_on

# So much has room in memory: more than 20,000 entries or 100,000 phrasings need.
MOST_BYTES = 32 * 2**20
MOST_VALUES = 500_000
_DEEPEST = 20
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CORE_TAGS = {None, "!", "tag:yaml.org,2002:str"}
_NULL = {"", "~", "null", "Null", "NULL"}

Path = tuple[str | int, ...]


class SourceError(Exception):
    """A place in a YAML text that can't be read; ``line`` counts from 1."""

    def __init__(self, line: int | None, problem: str, remedy: str) -> None:
        """Say what is wrong and what to do."""
        super().__init__(problem)
        self.line, self.problem, self.remedy = line, problem, remedy


class DuplicateKeysError(SourceError):
    """Keys that stand twice, each with its path, and the source as it reads with the last of each."""

    def __init__(self, source: Source, twice: list[tuple[Path, SourceError]]) -> None:
        """Say what is wrong with the first of them."""
        first = twice[0][1]
        super().__init__(first.line, first.problem, first.remedy)
        self.source, self.twice = source, twice


@dataclass(frozen=True, slots=True)
class Source:
    """The value of a YAML text and, for each path of keys and indexes into it, its line."""

    value: Any
    lines: dict[Path, int]

    def line(self, path: Path) -> int | None:
        """Return the line of the nearest written part of ``path``."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)


def decode(data: bytes) -> str:
    """Return the text of a UTF-8 file, or say why it can't be read."""
    if len(data) > MOST_BYTES:
        raise SourceError(None, f"The file is larger than {MOST_BYTES // 2**20} MiB.", "Split it.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SourceError(line, "The file is not UTF-8 text.", "Save it as UTF-8.") from None
    return text


def read_yaml(text: str) -> Source:
    """Read one YAML document."""
    last = len(BREAK.findall(text.rstrip("\r\n"))) + 1
    try:
        return _Builder(yaml.parse(text, Loader=_LOADER), last).document()
    except SourceError as error:
        error.line = min(error.line, last) if error.line else None
        raise
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if error.problem and "nesting depth" in error.problem:
            # Some versions of libyaml stop by themselves before our own limit is seen.
            raise _too_deep(_line_of(mark, last)) from None
        advice = advice_on(text, error, _LOADER)
        raise SourceError(advice.line, advice.problem, advice.remedy) from None
    except (yaml.YAMLError, ValueError) as error:
        line = text.count("\n", 0, getattr(error, "position", 0)) + 1
        raise SourceError(line, "The text has a character that YAML does not allow.", "Remove it.") from None


def _line_of(mark: yaml.Mark | None, last: int) -> int | None:
    """Return the line of a mark; the end of a text is no line of its own."""
    return min(mark.line + 1, last) if mark else None


class _Builder:
    """Builds values from parser events: no recursion past a fixed depth, no anchors, no tags."""

    def __init__(self, events: Iterator[yaml.Event], last: int) -> None:
        self._events, self._last = events, last
        self._lines: dict[Path, int] = {}
        self._twice: list[tuple[Path, SourceError]] = []

    def document(self) -> Source:
        event = self._content()
        value = None if event is None else self._value(event, ())
        extra = self._content()
        if extra is not None:
            raise SourceError(_line(extra), "A second YAML document begins here.", "Keep one document a file.")
        source = Source(value, self._lines)
        if self._twice:
            raise DuplicateKeysError(source, self._twice)
        return source

    def _content(self) -> yaml.Event | None:
        """Return the next event that carries content."""
        frame = (yaml.StreamStartEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent, yaml.StreamEndEvent)
        return next((event for event in self._events if not isinstance(event, frame)), None)

    def _value(self, event: yaml.Event, path: Path) -> Any:
        if len(self._lines) >= MOST_VALUES:
            raise SourceError(_line(event), f"The file has more than {MOST_VALUES:,} values.", "Split it.")
        self._lines[path] = min(_line(event), self._last)
        _refuse_tricks(event, path)
        if isinstance(event, yaml.ScalarEvent):
            # libyaml says "" of a value without quotation marks, PyYAML says None.
            return None if not event.style and event.value in _NULL else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path)

    def _sequence(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, Any]:
        items: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise SourceError(_line(event), "A key must be a word.", "Write `key: value`.")
            _refuse_tricks(event, path)
            if event.value in items:
                twice = SourceError(_line(event), f"The key `{named(event.value)}` stands twice.", "Keep one of them.")
                self._twice.append(((*path, event.value), twice))
            items[event.value] = self._value(next(self._events), (*path, event.value))
            # The key's line is where a curator looks, also when the value begins below it.
            self._lines[(*path, event.value)] = _line(event)
        return items


def _refuse_tricks(event: yaml.Event, path: Path) -> None:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise SourceError(
            _line(event),
            "YAML anchors and aliases (& and *) are not used here.",
            "Write the value out, or put it in quotation marks if & or * belongs to the text.",
        )
    tag = getattr(event, "tag", None)
    if tag not in _CORE_TAGS:
        raise SourceError(_line(event), f"The YAML tag {named(str(tag))} is not allowed.", "Remove the tag.")
    if len(path) > _DEEPEST:
        raise _too_deep(_line(event))


def _too_deep(line: int | None) -> SourceError:
    return SourceError(line, "The values are nested too deeply.", "See the format in the README.")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
