"""Checking a posted quote against the stories: exact, altered, stitched, misattributed, or not in any."""

from bot.answering.quotecheck.check import LibraryChecker, QuoteChecker, check_in
from bot.answering.quotecheck.records import CheckedQuote, Difference, Misnamed, QuoteCheck, Verdict, Voiced

__all__ = [
    "CheckedQuote",
    "Difference",
    "LibraryChecker",
    "Misnamed",
    "QuoteCheck",
    "QuoteChecker",
    "Verdict",
    "Voiced",
    "check_in",
]
