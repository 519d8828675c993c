"""What the Discord side knows without Discord: custom ids, markdown, pages, buckets."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime

import pytest
from discord.utils import time_snowflake

from bot.answering.references import LONGEST
from bot.config import Settings
from bot.discord import cooldown
from bot.discord.addressed import question_in
from bot.discord.cooldown import Buckets
from bot.discord.custom_ids import LONGEST_WORDS, MOST_CHARACTERS, Action, Press, read_press
from bot.discord.languages import language
from bot.discord.lateness import Lateness
from bot.discord.limits import Limits
from bot.discord.markup import beginning, bold, clipped, lines_of, plain
from bot.discord.recent import Recent
from bot.discord.shown import LONGEST_LABEL, LONGEST_OPTION, Shown, button, option
from bot.discord.turned_away import TurnedAway
from bot.discord.turning import page_within, turning
from tests.discord.conftest import Clock

BIGGEST = 2**64 - 1


@pytest.mark.parametrize(
    "press",
    [
        Press(Action.CONTEXT, "0123abcd", subject="story/entry"),
        Press(Action.SHARE, "0123abcd", None, BIGGEST, "~0123456789abcdef"),
        Press(Action.PICK, "0123abcd", BIGGEST, None, "a" * LONGEST),
        Press(Action.DELETE, user=BIGGEST),
        Press(Action.FIND, "0123abcd", None, 12, "a:b::c" * 10),
        Press(Action.BY, "0123abcd", None, 0, "story/Ann: Hill"),
        Press(Action.DRAW),
        Press(Action.FIND, "0123abcd", None, 0, "two\nlines “and” 🙂"),
    ],
)
def test_a_custom_id_means_what_it_was_made_of(press: Press) -> None:
    """There and back, within Discord's 100 characters."""
    assert read_press(str(press)) == press
    assert len(str(press)) <= MOST_CHARACTERS


def test_every_custom_id_that_is_made_fits() -> None:
    """The longest subject with all that goes with it: a person, or a message to reply to, or words and a page."""
    for action in Action:
        assert len(str(Press(action, "0123abcd", BIGGEST, None, "x" * LONGEST))) <= MOST_CHARACTERS
        assert len(str(Press(action, "0123abcd", None, BIGGEST, "x" * LONGEST))) <= MOST_CHARACTERS
    assert len(str(Press(Action.FIND, "0123abcd", None, 99, "x" * LONGEST_WORDS))) <= MOST_CHARACTERS


@pytest.mark.parametrize(
    "custom_id",
    ["", "vb1", "vb1:", "vb1:context", "vb2:context::::", "vb1:CONTEXT::::", "vb1:context:xyz:::", "vb1:none::::x",
     "vb1:context::-1::", "vb1:context::٣::", "x" * 5_000, "vb1:context:0123abcdef:::x", f"vb1:context::{'9' * 21}::"],
)  # fmt: skip
def test_a_custom_id_that_was_not_made_here_means_nothing(custom_id: str) -> None:
    """Forged, cut, or of another version of the scheme."""
    assert read_press(custom_id) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("as it is", "as it is"),
        ("  two\n lines\t", "two lines"),
        ("**bold** _it_ ~~no~~ `code` ||spoiler||", r"\*\*bold\*\* \_it\_ \~\~no\~\~ \`code\` \|\|spoiler\|\|"),
        ("a [link](https://evil.example) here", r"a \[link](https\://evil.example) here"),
        ("[a] [b](x) [c](y)", r"\[a] \[b](x) \[c](y)"),
        ("[The Guardian] [BBC]", "[The Guardian] [BBC]"),
        ("<@123> <@&5> <#9> <:x:1> <t:1:R> </ask:1> <https://x.example>", None),
        ("3 < 4 and 4 > 3", "3 < 4 and 4 > 3"),
        ("@everyone and @here", "@\u200beveryone and @\u200bhere"),
        (r"back\slash", r"back\\slash"),
        ("10 % 2 = 0, 5 * 3", r"10 % 2 = 0, 5 \* 3"),
        ("“it’s a terrorist,” – he said…", "“it’s a terrorist,” – he said…"),
    ],
)
def test_plain_text_has_no_effect(text: str, shown: str | None) -> None:
    """Markdown, mentions and links show as they were written, and nothing more is escaped than must be."""
    found = plain(text)
    if shown is not None:
        assert found == shown
    assert "<@" not in found.replace("\\<@", "")
    assert "\n" not in found


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("# a heading", r"\# a heading"),
        ("### a heading", r"\### a heading"),
        ("#hashtag", "#hashtag"),
        ("> a quote", r"\> a quote"),
        (">>> all of it", r"\>>> all of it"),
        ("- an item", r"\- an item"),
        ("+ an item", r"\+ an item"),
        ("-# small", r"\-# small"),
        ("1. an item", r"1\. an item"),
        ("2015. A year", r"2015\. A year"),
        ("3.5 percent", "3.5 percent"),
        ("– a dash", "– a dash"),
    ],
)
def test_a_line_begins_as_text(line: str, shown: str) -> None:
    """No heading, list or quote comes of how it begins."""
    assert beginning(line) == shown
    assert lines_of(f"{line}\n\n{line}") == [shown, shown]


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("short", 10, "short"),
        ("exactly 10", 10, "exactly 10"),
        ("a longer text", 10, "a longer…"),
        ("words, words", 8, "words…"),
        ("x" * 20, 10, "x" * 9 + "…"),
        ("  a\n b ", 10, "a b"),
    ],
)
def test_text_is_clipped_at_a_word(text: str, most: int, shown: str) -> None:
    """With an ellipsis, never longer than allowed."""
    assert clipped(text, most) == shown
    assert len(clipped(text, most)) <= most


def test_labels_and_options_keep_to_discords_limits() -> None:
    """However long what they stand for."""
    assert len(button("word " * 50, Press(Action.DRAW)).label) <= LONGEST_LABEL
    made = option("word " * 50, "value", "word " * 50)
    assert len(made.label) <= LONGEST_OPTION
    assert len(made.description) <= LONGEST_OPTION
    assert Shown("x").with_rows((), (button("a", Press(Action.DRAW)),)).rows == ((button("a", Press(Action.DRAW)),),)
    assert bold("x") == "**x**"


@pytest.mark.parametrize(("page", "pages"), [(page, pages) for pages in range(2, 6) for page in range(pages)])
def test_pages_turn_to_their_neighbours(page: int, pages: int) -> None:
    """The first has none before it, the last none behind; the two buttons always differ."""
    back, on = turning(Press(Action.BY, "0123abcd", subject="x"), page, pages, language("en"))
    assert back.id != on.id
    assert (back.disabled, on.disabled) == (page == 0, page == pages - 1)
    targets = [read_press(each.id) for each in (back, on)]
    expected = [page - 1, page + 1]
    for target, to in zip(targets, expected, strict=True):
        assert target is not None
        assert target.number == to or not 0 <= to < pages


@pytest.mark.parametrize(
    ("number", "pages", "page"), [(None, 3, 0), (0, 3, 0), (2, 3, 2), (3, 3, 2), (99, 3, 2), (5, 0, 0), (1, 1, 0)]
)
def test_a_page_that_is_not_there_is_the_nearest(number: int | None, pages: int, page: int) -> None:
    """The knowledge may have shrunk since the button was made."""
    assert page_within(number, pages) == page
    assert turning(Press(Action.BY), 0, 1, language("en")) == ()


def test_a_bucket_lets_so_many_through_and_refills(clock: Clock) -> None:
    """All at once, then one after each share of the time; other keys have buckets of their own."""
    buckets = Buckets(3, 60, clock)
    assert [buckets.take("ann") for _ in range(3)] == [0, 0, 0]
    assert buckets.take("ann") == 20
    assert buckets.take("bob") == 0
    clock.now += 19
    assert buckets.take("ann") == pytest.approx(1)
    clock.now += 1
    assert [buckets.take("ann") > 0 for _ in range(2)] == [False, True]
    clock.now += 600
    assert [buckets.take("ann") > 0 for _ in range(4)] == [False, False, False, True]


def test_a_bucket_does_not_punish_impatience(clock: Clock) -> None:
    """Asking while one has to wait does not make the wait longer."""
    buckets = Buckets(1, 60, clock)
    buckets.take("ann")
    for second in range(59):
        clock.now += 1
        assert buckets.take("ann") == pytest.approx(59 - second)
    clock.now += 1
    assert buckets.take("ann") == 0


def test_buckets_are_forgotten_by_age_and_by_number(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is full again need not be kept, and no crowd fills the memory."""
    monkeypatch.setattr(cooldown, "_MOST_KEYS", 100)
    buckets = Buckets(2, 60, clock)
    for key in range(1_000):
        buckets.take(key)
    assert len(buckets) == 100
    clock.now += 60
    buckets.take("ann")
    assert len(buckets) == 1


def test_no_limit_is_no_limit(clock: Clock) -> None:
    """0 keeps nobody waiting, and keeps nothing."""
    buckets = Buckets(0, 60, clock)
    assert not any(buckets.take("ann") for _ in range(1_000))
    assert len(buckets) == 0


def test_limits_are_those_of_the_settings(clock: Clock) -> None:
    """A person and a channel are counted apart; a notice is due once a minute."""
    limits = Limits(Settings(questions_per_minute=1, channel_answers_per_minute=2), clock)
    assert limits.person(1) is None
    wait = limits.person(1)
    assert wait is not None
    assert wait.seconds == 60
    assert wait.when.startswith("<t:")
    assert [limits.channel(1) is None for _ in range(3)] == [True, True, False]
    assert [limits.may_notify((1, 1)) for _ in range(2)] == [True, False]
    clock.now += 60
    assert limits.may_notify((1, 1))


def test_what_happened_lately_is_bounded() -> None:
    """The oldest goes first; what is taken back is forgotten."""
    recent = Recent(3)
    for number in range(1, 6):
        recent.add(number)
    assert [number in recent for number in range(1, 6)] == [False, False, True, True, True]
    for _ in range(3):
        recent.add(5)
    assert [number in recent for number in (3, 4, 5)] == [True, True, True]
    recent.discard(5)
    recent.discard(5)
    assert 5 not in recent
    assert (1 << 63) + 1 not in recent
    recent.add((1 << 63) + 1)
    assert [number in recent for number in (1 << 63, (1 << 63) + 1)] == [False, True]


def test_refusals_are_kept_one_a_channel_and_bounded() -> None:
    """The latest first, of one server."""
    times = itertools.count(1.0)
    turned_away = TurnedAway(lambda: next(times))
    for channel in range(60):
        turned_away.note(channel % 2, channel, ("send_messages",))
    turned_away.note(0, 58, ("view_channel",))
    kept = turned_away.of_guild(0)
    assert len(kept) == 25
    assert (kept[0].channel, kept[0].missing, kept[0].at) == (58, ("view_channel",), 61.0)
    assert len({each.channel for each in kept}) == 25


def numbered(seconds: float) -> int:
    """The id of what happens at Discord at that time."""
    return time_snowflake(datetime.fromtimestamp(1_700_000_000 + seconds, UTC))


@pytest.mark.parametrize("ahead", [-5_000.0, 0.0, 5_000.0])
def test_what_comes_late_is_told_whatever_the_clocks_say(clock: Clock, ahead: float) -> None:
    """By the quickest that came: the first is never late, and a clock that is ahead makes nothing look so."""
    lateness = Lateness(clock)
    found = []
    for at, came in ((0, 0.2), (1, 1.1), (2, 6.1), (6, 6.2), (7, 9.0)):
        clock.now = 100_000 + ahead + came
        found.append(round(lateness.of(numbered(at)), 2))
    assert found == [0.0, 0.0, 4.0, 0.1, 1.9]


def test_clocks_that_drift_apart_make_nothing_late(clock: Clock) -> None:
    """Four seconds a day, asked every ten minutes or once in two days."""
    for pause in (600.0, 172_800.0):
        lateness, late = Lateness(clock), 0.0
        for turn in range(1_000):
            clock.now = 1_000 + turn * pause * (1 + 4 / 86_400)
            late = max(late, lateness.of(numbered(turn * pause)))
        assert late < 0.5


def test_what_was_asked_while_the_machine_slept_makes_nothing_late(clock: Clock) -> None:
    """Its clock stood still meanwhile."""
    lateness = Lateness(clock)
    lateness.of(numbered(0))
    clock.now += 1
    assert lateness.of(numbered(9_001)) == 0


@pytest.mark.parametrize(
    ("content", "question"),
    [
        ("<@5>, who said that?", "who said that?"),
        ("who said that, <@!5>?", "who said that, ?"),
        ("<@5> <@&7> who said that?", "who said that?"),
        ("<@5><@5>: <@5> who?", "who?"),
        ("was it <@55> or <@9> <@5> said so?", "was it <@55> or <@9> said so?"),
        ("  <@5>  ", ""),
        ("<@> <@&5x> who?", "<@> <@&5x> who?"),
    ],
)
def test_only_mentions_of_the_bot_are_taken_out(content: str, question: str) -> None:
    """By its own id and its role's, however often; who else is mentioned may be what is asked."""
    assert question_in(content, 5, 7) == question
