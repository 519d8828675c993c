"""Short names for entries, quotes, topics and the like, to be written where there is little room.

A name is ``story/thing``; where that is too long, or could be taken for something else, it is a hash of it.
"""

from __future__ import annotations

import hashlib
import re

LONGEST = 36
_HASHED = "~"
_HASH_DIGITS = 16
_PLAIN = re.compile(r"[\w.-][\w. /-]*", re.ASCII)


def refer(story: str, thing: str) -> str:
    """Return the short name of a thing of a story, at most ``LONGEST`` characters."""
    plain = f"{story}/{thing}"
    if len(plain) <= LONGEST and _PLAIN.fullmatch(plain):
        return plain
    digest = hashlib.sha256(f"{story}\0{thing}".encode("utf-8", "surrogatepass")).hexdigest()
    return _HASHED + digest[:_HASH_DIGITS]
