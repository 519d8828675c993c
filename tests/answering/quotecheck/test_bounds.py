"""Rules 10 and 11 of quote checking, on the shipped story: cuts, what is not there, and whatever else is posted."""

from __future__ import annotations

import random
import re

import pytest

from bot.answering.quotecheck import QuoteChecker, Verdict


# 10. A cut at the edge
@pytest.mark.parametrize(
    ("text", "context"),
    [
        ('"targeting ISIS in Syria"', "State Dept: Russians are not targeting ISIS in Syria"),
        ('"Assad … remain in power"', None),
        (
            '"want to see the Assad regime stay in power"',
            "“They’ve been largely against opposition groups that want a better future "
            "for Syria and don’t want to see the Assad regime stay in power.”",
        ),
    ],
)
def test_a_cut_is_exact_and_the_context_shows_it(checker: QuoteChecker, text: str, context: str | None) -> None:
    found = checker.check(text)
    assert found.verdict == "exact"
    assert context is None or found.context == context


# 11. Not in the story
@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        '""',
        "“ ”",
        "…",
        "> ",
        "🙂",
        "lol",
        "thanks",
        "ok",
        "what is this",
        "the",
        '"the"',
        "he said so",
        "Lavrov says it is",
        '"in … the"',
        "my boyfriend acts like a",
        "who said that they want a better future for Syria?",
        "Did Lavrov claim that his military was making distinctions?",
        '"Los rusos no están atacando al ISIS en Siria"',
        "«Россия не бомбит ИГИЛ в Сирии»",
        '"Assad must go"',
        '"Most of the bombs fell on the groups that America has trained" - State Department spokesman John Kirby',
        '"The Russian Federation will not allow a power vacuum in Syria" said Lavrov',
        "russia just bombs whoever is against assad and calls them terrorists",
        "Obama wants the man gone once the shooting stops",
        '"I think it would be a mistake for everyone in the region to believe that"',
    ],
)
def test_other_words_are_not_in_the_story(checker: QuoteChecker, text: str) -> None:
    found = checker.check(text)
    assert (found.verdict, found.spans, found.start, found.end) == ("not_in_story", (), None, None)


@pytest.mark.parametrize("text", ["the", '"the"', "Of."])
def test_one_common_word_is_told_from_words_that_are_not_there(checker: QuoteChecker, text: str) -> None:
    """The story has it, and so has every other."""
    (quote,) = checker.check(text).quotes
    assert (quote.verdict, quote.is_common, quote.nearest) == ("not_in_story", True, None)


@pytest.mark.parametrize(
    "text",
    ["Syria", "sectarian", "the Assad regime", "of the", '"of the"', "has no", "was not", "90 percent", "State Dept:"],
)
def test_the_shortest_slice_is_exact(checker: QuoteChecker, text: str) -> None:
    """Without marks the whole text is checked, and all of it stands there."""
    assert checker.check(text).verdict == "exact"


def test_every_slice_is_exact_however_short_and_none_with_another_word(checker: QuoteChecker) -> None:
    text = checker.story.article.text
    words = [match.span() for match in re.finditer(r"\S+", text)]
    choice = random.Random(13)
    for _ in range(300):
        length = choice.randrange(2, 7)
        at = choice.randrange(len(words) - length)
        cut = text[words[at][0] : words[at + length - 1][1]]
        for posted in (cut, cut.strip("“”‘’.,"), cut.upper()):
            assert checker.check(posted).verdict == "exact", posted
        spoilt = re.sub("[“”]", "", cut).split()
        spoilt[choice.randrange(length)] = "bananas"
        assert checker.check(" ".join(spoilt)).verdict != "exact", spoilt


def test_one_changed_word_anywhere_is_never_exact(checker: QuoteChecker) -> None:
    words = checker.story.article.text.split()
    choice = random.Random(7)
    for _ in range(300):
        start, length = choice.randrange(len(words) - 20), choice.randrange(5, 20)
        cut = words[start : start + length]
        cut[choice.randrange(length)] = choice.choice(["never", "Iraq", "70%", "rebels"])
        assert checker.check("“" + " ".join(word.strip("“”") for word in cut) + "”").verdict != "exact"


@pytest.mark.parametrize(
    "text",
    [
        ": " * 3000,
        '"' * 6000,
        "`a`" * 2000,
        '"a ' * 2000,
        "\n" * 6000,
        ">\n" * 3000,
        "Kirby: Assad\n" * 460,
        "if it " * 1000,
    ],
)
def test_the_strangest_post_gets_a_verdict(checker: QuoteChecker, text: str) -> None:
    """Whatever is posted, the check ends with one of the verdicts."""
    assert checker.check(text).verdict in Verdict
