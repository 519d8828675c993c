"""What a report takes from the records of the bot's use."""

from __future__ import annotations

from pathlib import Path

from bot.answering.feedback import Reason, Vote
from bot.answering.records import Answer, Offer, Outcome
from bot.knowledge.unanswered import read_groups
from bot.records.store import Store
from bot.report import read_kept
from bot.stories import load_library


def test_it_is_what_the_list_of_the_command_line_has(bridge: Path, tmp_path: Path) -> None:
    """Alike questions together, votes by entry; the database stays as it was."""
    (story,) = load_library(bridge).stories
    unsure = Answer(Outcome.UNSURE, "", 0.2, "0123abcd", candidates=(Offer(story, story.entries[2]),))
    file = tmp_path / "records.db"
    records = Store(str(file), 90)
    for question in ("Who paid for the repair?", "who paid for the repairs", "Is it raining?"):
        records.asked(question, unsure)
    for reason in (Reason.UNFAIR, Reason.WRONG_ANSWER):
        records.take(Vote("bridge", "boats", "0123abcd", reason))
    records.close()
    before = file.read_bytes()
    kept = read_kept(str(file), 90)
    assert [group.count for group in kept.unanswered] == [2, 1]
    assert kept.unanswered[0].nearest == (("bridge", "boats"),)
    assert (kept.votes, kept.missing) == ({("bridge", "boats"): 2}, "")
    assert file.read_bytes() == before
    assert list(kept.unanswered) == read_groups(str(file), 90, None)


def test_what_can_not_be_read_is_said_and_no_more(tmp_path: Path) -> None:
    """A report without it is worth more than none."""
    (tmp_path / "spoilt.db").write_bytes(b"no database" * 100)
    assert read_kept(None, 90).missing == "Nothing that readers ask is kept: RECORDS is off."
    assert read_kept(str(tmp_path / "none.db"), 90).missing.startswith("There are no records yet")
    assert read_kept(str(tmp_path / "spoilt.db"), 90).missing == "The records can't be read: damaged."
    assert read_kept("nonsense://", 90).missing.startswith("RECORDS is no address of a database")
