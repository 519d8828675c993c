"""What people say that is no question about any story, by itself or after an answer: near, whatever the story."""

from __future__ import annotations

from importlib.resources import files


def elsewhere(file: str = "elsewhere.txt") -> tuple[str, ...]:
    """Return the lines of one of this package's lists."""
    lines = files("bot.matching").joinpath(file).read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if not line.startswith("#"))
