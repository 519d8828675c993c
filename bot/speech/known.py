"""Somebody of an article on the way to a ``Person``."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.speech.records import Span


@dataclass
class Known:
    """Somebody whom the text names or describes, with what was learnt of them so far.

    many: they are several people without a name, "two residents".
    """

    name: str
    words: tuple[str, ...]
    first: Span
    is_body: bool
    role: Span | None = None
    described: Span | None = None
    forms: dict[str, None] = field(default_factory=dict)
    gender: str | None = None
    unnamed: bool = False
    many: bool = False
