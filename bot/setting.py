"""How a setting is read, and what it is for: both stand beside its type."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_type_hints

from bot.scalars import alternatives, whole_number

# Makes of a text, or of what is such a value already, the value of a setting; raises ValueError with what to write.
Read = Callable[[object], Any]


class Secret:
    """A text that shows in no record of what holds it."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        """Keep the text."""
        self._text = text

    def get_secret_value(self) -> str:
        """Return the text."""
        return self._text

    def __repr__(self) -> str:
        """Show that there is a secret, and not how long it is."""
        return f"Secret({str(self)!r})"

    def __str__(self) -> str:
        """Show that there is a secret, and not how long it is."""
        return "**********" if self._text else ""

    def __bool__(self) -> bool:
        """Tell whether there is one."""
        return bool(self._text)

    def __eq__(self, other: object) -> bool:
        """Compare the texts."""
        return isinstance(other, Secret) and self._text == other._text

    def __hash__(self) -> int:
        """Return the same for the same text."""
        return hash(self._text)


@dataclass(frozen=True, slots=True)
class Setting:
    """How one setting is read, and what it is for."""

    read: Read
    description: str


def settings_of(record: type) -> dict[str, Setting]:
    """Return the settings of a record by their names: each type is annotated with these two."""
    hints = get_type_hints(record, include_extras=True)
    return {name: Setting(*hint.__metadata__) for name, hint in hints.items()}


def optional(read: Read) -> Read:
    """Let a setting be None."""
    return lambda value: None if value is None else read(value)


def unless_off(read: Read) -> Read:
    """Let `off` mean None. `on` would be a file or a folder of that name, which nobody means."""

    def found(value: object) -> Any:
        word = value.strip().casefold() if isinstance(value, str) else None
        if word == "on":
            raise ValueError("write where, or off; leave it empty for the usual place")
        return None if word == "off" else optional(read)(value)

    return found


def text(value: object) -> str:
    """Read a text as it is."""
    if isinstance(value, str):
        return value
    raise ValueError("write text")


def secret(value: object) -> Secret:
    """Read a text that must not be shown."""
    return value if isinstance(value, Secret) else Secret(text(value))


def path(value: object) -> Path:
    """Read a path, in which a tilde is somebody's home."""
    try:
        return (value if isinstance(value, Path) else Path(text(value))).expanduser()
    except RuntimeError:
        raise ValueError("write a path; nothing is known of the home folder that its tilde means") from None


def one_of(words: Iterable[str], plain: Callable[[str], str]) -> Read:
    """Return what reads one of some words, after ``plain`` has made a text look like them."""
    known = tuple(words)

    def read(value: object) -> str:
        word = plain(value) if isinstance(value, str) else None
        if word in known:
            return word
        raise ValueError(f"write {alternatives(known)}")

    return read


def number(least: int, most: int | None = None) -> Read:
    """Return what reads a whole number within limits."""
    limits = f", {least} or more" if most is None else f" from {least} to {most}"

    def read(value: object) -> int:
        found = _whole(value)
        if found is None or found < least or (most is not None and found > most):
            raise ValueError(f"write a whole number{limits}")
        return found

    return read


def an_id(value: object) -> int:
    """Read the id that Discord gave something."""
    found = _whole(value)
    if found is None:
        raise ValueError("write an id, such as 123456789012345678")
    return found


def ids(value: object) -> frozenset[int]:
    """Read ids, in a text with commas or white space between."""
    if isinstance(value, str):
        parts = value.replace(",", " ").split()
        found = [whole_number(part) if part.isdecimal() else None for part in parts]
    else:
        found = list(map(_whole, value)) if isinstance(value, list | tuple | set | frozenset) else [None]
    known = frozenset(each for each in found if each is not None)
    if None in found:
        raise ValueError("write ids, such as 123456789012345678, separated by commas")
    return known


def _whole(value: object) -> int | None:
    if isinstance(value, str):
        return whole_number(value)
    return value if isinstance(value, int) else None
