"""What is wrong with a knowledge folder, said so that a curator can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.errors import BotError


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend: where it stands, what is wrong, and what to do."""

    file: Path
    line: int | None
    entry: str | None
    problem: str
    remedy: str

    def __str__(self) -> str:
        """Give the fault in the form ``file:line: entry: problem remedy`` that editors can jump to."""
        place = f"{self.file}:{self.line}" if self.line else str(self.file)
        entry = f" entry {self.entry}:" if self.entry else ""
        return f"{place}:{entry} {self.problem} {self.remedy}"


class KnowledgeError(BotError):
    """A knowledge folder that is not served, with all of its faults at once."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults in the order of files and lines."""
        self.faults = tuple(sorted(faults, key=lambda fault: (str(fault.file), fault.line or 0)))
        super().__init__("\n".join(map(str, self.faults)))
