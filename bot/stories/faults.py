"""What is wrong with a knowledge folder, said so that a curator can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.errors import BotError
from bot.stories.printing import printable


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
        return self.told(self.file, "entry ")

    def told(self, file: Path, entry: str = "") -> str:
        """Say the fault in one printable line, of a file that is named some other way; ``entry`` leads to its id."""
        place = f"{file}:{self.line}" if self.line else str(file)
        of_entry = f" {entry}{self.entry}:" if self.entry else ""
        return printable(f"{place}:{of_entry} {self.problem} {self.remedy}")


class KnowledgeError(BotError):
    """A knowledge folder that is not served, with all of its faults at once."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults in the order of files and lines."""
        self.faults = tuple(sorted(faults, key=lambda fault: (str(fault.file), fault.line or 0)))
        super().__init__("\n".join(map(str, self.faults)))
