"""Where the shipped knowledge lies."""

from __future__ import annotations

from pathlib import Path

KNOWLEDGE = Path(__file__).resolve().parent.parent / "knowledge"
STORY = KNOWLEDGE / "russian-strikes-in-syria"
