"""What happened lately, remembered by number."""

from __future__ import annotations

from collections import OrderedDict


class Recent:
    """A set that forgets its oldest members."""

    def __init__(self, most: int = 1_000) -> None:
        """Remember ``most`` members."""
        self._most = most
        self._kept: OrderedDict[int, None] = OrderedDict()

    def __contains__(self, member: int) -> bool:
        """Tell whether a member is remembered."""
        return member in self._kept

    def add(self, member: int) -> None:
        """Remember a member."""
        self._kept[member] = None
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)

    def discard(self, member: int) -> None:
        """Forget a member."""
        self._kept.pop(member, None)
