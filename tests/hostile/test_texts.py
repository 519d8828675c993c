"""Whatever a stranger writes: it is answered or turned away, does nothing where it is shown, and costs little."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering import parts
from bot.answering.answerer import Answerer
from bot.answering.desk import Edition
from bot.answering.lines import answer_line
from bot.answering.quotecheck import Verdict
from bot.discord.addressed import question_in
from bot.discord.cogs.quotes import echoed
from bot.discord.languages import CODES, language
from bot.discord.markup import beginning, bold, lines_of, plain
from bot.discord.pages import Pages
from bot.discord.render import Audience, Frame, answer_shown
from bot.discord.render_check import check_shown, clamped
from bot.knowledge.wanted import tidy
from bot.matching import words as matching_words
from bot.matching.features import stem
from bot.matching.leaning import content_words
from bot.records.redaction import LONGEST_QUESTION, normalised
from tests.hostile.harmless import ESCAPED, begins, check_limits, doing
from tests.hostile.strategies import texts
from tests.hostile.texts import repeated

# What Discord lets a person send: a message, an option of a command, what is typed into one.
MESSAGE, OPTION, TYPED = 4_000, 6_000, 300
# A machine may be busy; what these tests have found took from four seconds to hours.
SECONDS = 3.0
languages = st.sampled_from(CODES).map(language)


@pytest.fixture(scope="session")
def edition(shipped_answerer: Answerer) -> Edition:
    """The shipped knowledge as the desk has it."""
    return Edition(shipped_answerer)


def shown_text(text: str) -> str:
    """What a reader sees of a plain line: without its escapes, and without what keeps mentions from being ones."""
    return ESCAPED.sub(r"\1", text).replace("\u200b", "")


@given(texts(MESSAGE))
def test_what_is_echoed_shows_as_it_is(text: str) -> None:
    """No markdown, mention, link or line comes of it, and nothing of it is lost."""
    line = plain(text)
    assert doing(line) == []
    assert doing(beginning(line)) == []
    assert not begins(beginning(line))
    assert shown_text(line) == " ".join(text.split()).replace("\u200b", "")
    assert all(not doing(each) and not begins(each) for each in lines_of(text))
    assert doing(bold(line)[2:-2]) == []


@given(texts(OPTION))
def test_what_is_echoed_is_short(text: str) -> None:
    """Eighty characters, escapes aside."""
    assert len(echoed(text)) <= 2 * 80 + 20
    assert doing(echoed(text)) == []


@given(texts(MESSAGE), languages, st.booleans())
def test_a_question_is_answered_or_turned_away(edition: Edition, text: str, say: Callable, asked: bool) -> None:
    """With a message that Discord takes, in any language, and with no more than curators and the story wrote."""
    audience = Audience(asker=2**63, reply_to=2**63) if asked else Audience(shares=True, reply_to=2**63)
    answer = edition.answerer.ask(text, "a talk")
    check_limits(answer_shown(answer, say, audience))
    for each in answer.citations:
        assert answer.story
        assert each.quote == answer.story.article.text[each.start : each.end]


@given(texts(OPTION), languages, st.booleans())
def test_a_post_is_checked(edition: Edition, text: str, say: Callable, is_quote: bool) -> None:
    """Every slice is the article's, every difference shows as it was posted, and whole."""
    part, is_clamped = clamped(text)
    checked = edition.check(part, is_quote)
    shown = check_shown(checked, Frame(say, checked.version), is_clamped=is_clamped)
    check_limits(shown)
    assert (checked.check.verdict is Verdict.NOT_IN_STORY) == (not checked.check.spans)
    for difference in checked.check.differences:
        assert doing(plain(difference.posted)) == []


@given(texts(OPTION))
def test_what_is_typed_gets_suggestions_that_discord_takes(edition: Edition, text: str) -> None:
    """Questions, quotes, speakers and topics."""
    assert len(edition.suggest(text[:TYPED], 25)) <= 25
    assert len(edition.likely_quotes(text[:60], 25)) <= 25
    assert all(voice.name for voice in edition.catalogue.voices_like(text))
    assert all(subject.topic.label for subject in edition.catalogue.subjects_like(text))


@given(texts(60), languages)
def test_quotes_are_found_page_by_page(edition: Edition, text: str, say: Callable) -> None:
    """The words that were looked for stand in the heading and in the buttons, which must fit."""
    pages = Pages(edition, Frame(say, edition.version), shares=True)
    shown = pages.found(edition.search(text, 10, 0.5), text, 10**20)
    if shown:
        check_limits(shown)


@given(texts(MESSAGE))
def test_a_line_of_json_gets_a_line_of_json(edition: Edition, text: str) -> None:
    """Also where it is none."""
    assert "\n" not in answer_line(text, edition.answerer)


@given(texts(OPTION))
def test_what_is_kept_of_a_question_is_short_and_printable(text: str) -> None:
    """On one line, without control characters, and the same if it is kept again."""
    kept = normalised(text)
    assert len(kept) <= LONGEST_QUESTION
    assert kept == " ".join(kept.split())
    assert not any(unicodedata.category(letter)[0] == "C" for letter in kept)


@given(texts(MESSAGE))
def test_what_is_written_is_tidied(text: str) -> None:
    """On one line, without what can't be seen."""
    made = tidy(text)
    assert made == tidy(made) == " ".join(made.split())
    assert not any(unicodedata.category(letter)[0] == "C" for letter in made)


@pytest.mark.parametrize(
    "read",
    [normalised, content_words, plain, lines_of, clamped, tidy, lambda text: question_in(text, 2**60)],
    ids=["normalised", "content_words", "plain", "lines_of", "clamped", "tidy", "question_in"],
)
def test_no_text_takes_long(read: Callable[[str], object]) -> None:
    """Each piece of a text as often as fits: patterns that look through it again and again are found so."""
    for text in repeated(OPTION):
        began = time.perf_counter()
        read(text)
        assert time.perf_counter() - began < SECONDS, text[:20]


def test_a_question_of_many_parts_costs_as_much_as_some(edition: Edition) -> None:
    """However many things it joins, it is read for a few of them."""
    matcher = edition.answerer.matcher
    with patch.object(matcher, "match", wraps=matcher.match) as matched:
        edition.answerer.ask("who is assad and " * 80)
    assert matched.call_count <= 3 * parts._MOST_SPLITS + 3


def test_what_people_type_is_not_kept_for_ever(edition: Edition) -> None:
    """Words are remembered up to a number, and only as long as words are."""
    space = edition.answerer.matcher._model.space
    for remembered in (matching_words.expanded, stem, space._of_word, space.weight_of):
        assert remembered.cache_parameters()["maxsize"] == matching_words.CACHED_WORDS
    assert matching_words.words("x" * 1_400) == ["x" * matching_words.LONGEST_WORD]
    assert edition.answerer.ask("x" * 1_400).text
