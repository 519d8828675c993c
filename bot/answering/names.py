"""Names of people in a question, as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(names: Iterable[str]) -> str:
    """Return a pattern for any of some names as a whole, the longest first; without names, for nothing."""
    longest_first = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return rf"(?<!\w)(?:{longest_first})(?!\w)" if longest_first else r"(?!)"
