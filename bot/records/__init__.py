"""What is kept of use: questions asked in vain, votes, reloads, and the stories of servers. No person is in it."""

from bot.records.kept import AskedInVain, CalledWrong
from bot.records.problems import Problem, RecordsError
from bot.records.records import Condition, Records, records_at

__all__ = ["AskedInVain", "CalledWrong", "Condition", "Problem", "Records", "RecordsError", "records_at"]
