"""Checking a posted quote against the stories: exact, altered, stitched, misattributed, or not in any."""

from bot.answering.quotecheck.check import LibraryChecker, QuoteChecker, check_in
from bot.answering.quotecheck.records import Difference, QuoteCheck, Verdict

__all__ = ["Difference", "LibraryChecker", "QuoteCheck", "QuoteChecker", "Verdict", "check_in"]
