"""Which entry a question means, and how sure that is."""

from bot.matching.cache import Cache
from bot.matching.matcher import Candidate, Match, Matcher

__all__ = ["Cache", "Candidate", "Match", "Matcher"]
