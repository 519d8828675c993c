"""What ``python -m bot check`` says of a knowledge folder: every fault, or counts, coverage and warnings."""

from bot.checking.check import Check, Means, check_knowledge
from bot.checking.concerns import Concern, Kind
from bot.checking.shown import as_record, as_text

__all__ = ["Check", "Concern", "Kind", "Means", "as_record", "as_text", "check_knowledge"]
