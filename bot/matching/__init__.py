"""Which entry a question means, and how sure that is."""

from bot.matching.account import Account
from bot.matching.apart import Apart
from bot.matching.cache import SHIPPED, Cache
from bot.matching.leaning import Talk
from bot.matching.matcher import Candidate, Match, Matcher, Stories
from bot.matching.meanings import Meanings

__all__ = ["SHIPPED", "Account", "Apart", "Cache", "Candidate", "Match", "Matcher", "Meanings", "Stories", "Talk"]
