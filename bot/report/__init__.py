"""The curator's report: one HTML page on how a knowledge folder does, ``python -m bot report``."""

from bot.report.page import as_html
from bot.report.records import Kept, ReportError, read_kept
from bot.report.study import Study, study
from bot.report.write import refuse_to_overwrite, write_report

__all__ = ["Kept", "ReportError", "Study", "as_html", "read_kept", "refuse_to_overwrite", "study", "write_report"]
