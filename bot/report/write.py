"""Writing a report: whole or not at all, and over nothing but an older report."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bot.report.records import ReportError

GENERATOR = '<meta name="generator" content="Verbatim report">'
_WITHIN = 2_000


def refuse_to_overwrite(file: Path) -> None:
    """Raise ReportError where a report can't be written, before hours go into it."""
    if file.is_dir():
        raise ReportError(f"{file} is a folder. Name a file, such as {file / 'report.html'}.")
    if not file.parent.is_dir():
        raise ReportError(f"There is no folder {file.parent}. Make it, or name another file with --out.")
    try:
        if file.exists() and not _is_report(file):
            raise ReportError(f"{file} is there already and is no report; it was not changed. Name another with --out.")
    except OSError as error:
        raise ReportError(f"{file} can't be written: {error.strerror}.") from None


def _is_report(file: Path) -> bool:
    with file.open("rb") as opened:
        return GENERATOR.encode() in opened.read(_WITHIN)


def write_report(html: str, file: Path) -> None:
    """Write a report in one step; raise ReportError if that can't be done."""
    refuse_to_overwrite(file)
    try:
        with tempfile.NamedTemporaryFile(
            "w", dir=file.parent, prefix=".report-", encoding="utf-8", newline="\n", delete=False
        ) as written:
            written.write(html)
        # Temporary files are private; a report is as public as any file that is saved.
        Path(written.name).chmod(0o644)
        Path(written.name).replace(file)
    except OSError as error:
        raise ReportError(f"{file} can't be written: {error.strerror}.") from None
