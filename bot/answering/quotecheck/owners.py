"""Whose words slices of the article are, and whether whoever is named for them is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.answering.quotecheck.cast import Cast, Named
from bot.answering.quotecheck.passages import Reading
from bot.answering.quotecheck.records import Misnamed, Voiced
from bot.answering.quotecheck.slices import Slice


class Owners:
    """Knows whose the words of one article are."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        """Go by what was read, and by who is who."""
        self._reading, self._cast = reading, cast

    def misnamed(self, slices: Sequence[Slice], named: Named | None) -> Misnamed | None:
        """Tell who was named wrongly: not every sentence of the slices has words of theirs, and of nobody else."""
        if named is None:
            return None
        found = self._by_sentence(slices)
        right = [bool(owners) and all(self._cast.is_right(named, owner) for owner in owners) for owners in found]
        if all(right):
            return None
        told = self._told(slices)
        owners = {owner for owner, _ in told} | {None for each in found if not each}
        speaker, kind = told.most_common(1)[0][0] if len(owners) == 1 and told else (None, None)
        return Misnamed(self._cast.name_shown(named), speaker, kind, max(len(owners), 1), any(right))

    def spoken(self, slices: Sequence[Slice]) -> tuple[str | None, str | None]:
        """Return whose words most of the slices are, and of what kind; spliced from several, they are nobody's."""
        told = self._told(slices)
        if len({owner for owner, _ in told}) > 1 and len(slices) > 1:
            return None, None
        counted = Counter((self._reading.owners[n], self._reading.kinds[n]) for n in _inside(slices))
        return (told or counted).most_common(1)[0][0]

    def voiced(self, place: Slice) -> Voiced:
        """Return where a slice stands, and whose words it is."""
        first, last = place
        return (self._reading.words[first].start, self._reading.words[last].end, *self.spoken([place]))

    def _told(self, slices: Sequence[Slice]) -> Counter[tuple[str | None, str | None]]:
        """Count the words that are somebody's."""
        owned = (n for n in _inside(slices) if self._reading.owners[n])
        return Counter((self._reading.owners[n], self._reading.kinds[n]) for n in owned)

    def _by_sentence(self, slices: Sequence[Slice]) -> list[set[str]]:
        owners: dict[int, set[str]] = {}
        for n in _inside(slices):
            owner = self._reading.owners[n] or self._reading.granted[n]
            owners.setdefault(self._reading.sentence_of[n], set()).update({owner} if owner else ())
        return list(owners.values())


def _inside(slices: Sequence[Slice]) -> Iterator[int]:
    return (n for first, last in slices for n in range(first, last + 1))
