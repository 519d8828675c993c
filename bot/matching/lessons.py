"""Where a matcher has what was learnt from: kept from before, learnt apart, or learnt here and now."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from importlib import import_module

from bot.matching.apart import Apart
from bot.matching.cache import Cache
from bot.matching.learnt import Learnt
from bot.matching.material import Material, classes_in_story, is_much
from bot.matching.meanings import Meanings
from bot.stories import Library


def learnt_of(library: Library, cache: Cache | None, meanings: Meanings | None, apart: Apart | None) -> Learnt:
    """Return what was learnt of a library, and keep what is new."""
    digest = digest_of(library, meanings)
    sizes = sum(1 for _ in library.entries()), len(classes_in_story(library))
    if cache is not None:
        kept = cache.load(digest, *sizes)
        if kept is not None:
            return kept
    taught = apart.learn(library, meanings.name if meanings else None) if apart and is_much(library) else None
    if taught is not None and taught[0].fits(*sizes):
        learnt, body = taught
        if cache is not None:
            cache.keep(digest, body)
        return learnt
    learnt = _learn(library, meanings)
    if cache is not None:
        cache.save(digest, learnt)
    return learnt


def digest_of(library: Library, meanings: Meanings | None) -> str:
    """Return what tells a library, read with these meanings, from every other; nothing of one that is in no files."""
    return library.digest and library.digest + (meanings.name if meanings else "")


def _learn(library: Library, meanings: Meanings | None) -> Learnt:
    """Read the library and learn it; SciPy, which only learning needs, is imported meanwhile."""
    with ThreadPoolExecutor(1) as pool:
        learning = pool.submit(import_module, "bot.matching.learning")
        material = Material(library, meanings)
        found: Learnt = learning.result().learn(material)
        return found
