"""What is kept of use: questions asked in vain, votes, reloads, and the stories of servers. No person is in it."""

from bot.records.kept import AskedInVain, CalledWrong
from bot.records.problems import Problem, RecordsError
from bot.records.reading import Snapshot, look_into
from bot.records.store import Condition, Records

__all__ = ["AskedInVain", "CalledWrong", "Condition", "Problem", "Records", "RecordsError", "Snapshot", "look_into"]
