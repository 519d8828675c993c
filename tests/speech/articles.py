"""The invented articles, with what a careful reader finds in each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.drafting.originals import Original, read_original

FOLDER = Path(__file__).resolve().parent / "articles"
FILES = sorted([*FOLDER.glob("*.txt"), *FOLDER.glob("*.html")])


@dataclass(frozen=True)
class Expected:
    """The beginnings of the quoted pieces with their speakers, and people with their roles."""

    quotes: tuple[tuple[str, str], ...]
    people: dict[str, str | None]


def original_of(file: Path) -> Original:
    """The article as it is kept."""
    return read_original(file)


def expected_of(file: Path) -> Expected:
    """What is to be found in it."""
    data: dict[str, Any] = yaml.safe_load(file.with_suffix(".yaml").read_text(encoding="utf-8"))
    return Expected(tuple((start, who) for start, who in data["quotes"]), data["people"])
