"""Log lines that say who wrote them: names that people choose can't begin one, colour one, or hide in one."""

from __future__ import annotations

import logging

from bot.stories.printing import printable

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_INDENT = "    "


class LineFormatter(logging.Formatter):
    """Formats a record so that only its first line begins at the margin, and everything in it can be seen."""

    def __init__(self) -> None:
        """Use the format of this program's logs."""
        super().__init__(FORMAT)

    def format(self, record: logging.LogRecord) -> str:
        """Return the record's lines; those of a traceback or of several faults stand indented."""
        return f"\n{_INDENT}".join(map(printable, super().format(record).split("\n")))
