"""JSON lines in and out: one object a line, and one clear sentence for what is none."""

from __future__ import annotations

import json
from typing import Any


def row_with(line: str, key: str) -> tuple[dict[str, Any], str | None]:
    """Return the object of a JSON line that must have a string under ``key``, and what is wrong with it."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return {}, "This line is not JSON."
    if not isinstance(row, dict):
        return {}, "This line is not a JSON object."
    if not isinstance(row.get(key), str):
        return row, f"The object needs a string `{key}`."
    return row, None


def dump(record: dict[str, Any]) -> str:
    """Return a record as one line of ASCII: a question may hold half a surrogate pair, which UTF-8 can't write."""
    return json.dumps(record)
