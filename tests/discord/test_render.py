"""Messages within Discord's limits, whatever a curator wrote: whole quotes or none, and nothing cut but questions."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from bot.answering import phrases
from bot.answering.answerer import Answerer
from bot.answering.quotes import Quoted
from bot.answering.records import Answer, Offer, Outcome
from bot.discord.languages import CODES, language
from bot.discord.markup import MOST_CHARACTERS
from bot.discord.render import Audience, Frame, answer_shown, quote_block
from bot.discord.render_context import context_shown, merged
from bot.discord.render_quotes import card_shown, sides_shown
from bot.discord.render_story import story_shown
from bot.discord.shown import Shown
from bot.stories import Article, Citation, Dispute, Entry, Speaker, Story, StoryDate
from bot.stories.article import read_article

say = language("en")
WIDE = Audience(asker=2**64 - 1)
SENTENCE = "Nobody knows how long this sentence will go on, but it ends here. "


def article_of(*paragraphs: str) -> Article:
    """An article of these paragraphs."""
    return read_article("\n\n".join(paragraphs))


def cited(article: Article, quote: str, speaker: str | None = "Ann Hill", kind: str | None = "quote") -> Citation:
    """A citation of a slice of the article."""
    start = article.text.index(quote)
    return Citation(quote, start, start + len(quote), article.paragraph_at(start).number, speaker, kind)


def story_of(article: Article, *entries: Entry, title: str = "Old bridge closed", known: str | None = "May") -> Story:
    """A story around an article."""
    speakers = (Speaker("Ann Hill", "mayor", camp="The town"), Speaker("The harbour", camp="The harbour"))
    return Story("bridge", title, article, entries, date=StoryDate(known), speakers=speakers)


def answer_of(story: Story, entry: Entry, offers: tuple[Offer, ...] = ()) -> Answer:
    """An answer with that entry."""
    return Answer(Outcome.ANSWERED, entry.answer, 0.9, "0123abcd", story, entry, entry.citations, offers=offers)


def quotes_in(shown: Shown) -> int:
    """How many quotes a message shows."""
    return shown.text.count("> — ")


@pytest.mark.parametrize("letter", ["a", "*", "_", "\\", "[", "<", "@everyone "])
@pytest.mark.parametrize("length", [1, 280, 1_000])
@pytest.mark.parametrize("title", [1, 200])
def test_an_answer_at_the_limits_fits(letter: str, length: int, title: int) -> None:
    """The longest answer, title and date of the worst letters: the answer is whole, and the message fits."""
    article = article_of("Old bridge closed", "“It’s not safe,” said Ann Hill.")
    text = (letter * length)[:length]
    entry = Entry("e" * 80, ("Why?",), text, (cited(article, "It’s not safe,"),))
    story = story_of(article, entry, title=(letter * title)[:title], known=(letter * title)[:title])
    for code, lead in itertools.product(CODES, ("", "x" * 330)):
        shown = answer_shown(answer_of(story, entry), language(code), WIDE, lead)
        assert len(shown.text) <= MOST_CHARACTERS
        assert f"`{'e' * 80}`" in shown.text
        assert quotes_in(shown) == 1 or language(code)("quote-too-long", paragraph=2) in shown.text
        kept = shown.text.replace("\\", "").replace("\u200b", "")
        assert " ".join(text.split()).replace("\\", "") in kept


@pytest.mark.parametrize(
    ("lengths", "count"),
    [((100, 100), 2), ((100, 100, 100), 3), ((100,) * 5, 3), ((700, 700, 700), 2), ((1_900,), 0), ((1_900, 100), 1)],
)
def test_quotes_are_whole_or_left_out(lengths: tuple[int, ...], count: int) -> None:
    """At most three, as many as fit; the reader is told of the others, or where the words stand."""
    paragraphs = [f"{number}{'x' * (length - 1)}" for number, length in enumerate(lengths)]
    article = article_of("Title", *paragraphs)
    entry = Entry("a", ("Why?",), "Because.", tuple(cited(article, each) for each in paragraphs))
    shown = answer_shown(answer_of(story_of(article, entry), entry), say, WIDE)
    assert len(shown.text) <= MOST_CHARACTERS
    assert quotes_in(shown) == count
    for paragraph in paragraphs:
        assert f"“{paragraph}”" in shown.text or paragraph[:50] not in shown.text
    left = len(lengths) - count
    if not count:
        assert say("quote-too-long", paragraph=2) in shown.text
    elif left:
        assert f"-# {say('quotes-more', count=left)}" in shown.text


def test_there_is_one_line_of_provenance() -> None:
    """Story, date as far as known, entry and version; an unknown date is said to be unknown."""
    article = article_of("Title", "“It’s not safe,” said Ann Hill.")
    entry = Entry("safe", ("Why?",), "It is not.", (cited(article, "It’s not safe,"),))
    for known, date in (("May", "May"), (None, "date not known")):
        shown = answer_shown(answer_of(story_of(article, entry, known=known), entry), say)
        small = [line for line in shown.text.splitlines() if line.startswith("-#")]
        assert small == [f"-# Old bridge closed · {date} · `safe` · version 0123abcd"]


@pytest.mark.parametrize(
    ("kind", "speaker", "words", "who"),
    [
        ("quote", "Ann Hill", "“It is safe”", "Ann Hill, mayor, quoted"),
        ("reported", "Ann Hill", "It is safe", "reported of Ann Hill, mayor"),
        (None, "Ann Hill", "It is safe", "attributed to Ann Hill, mayor"),
        ("quote", None, "“It is safe”", "quoted"),
        ("reported", None, "It is safe", "reported"),
        ("narration", None, "It is safe", "the article"),
        (None, None, "It is safe", "the article"),
        ("headline", None, "It is safe", "headline"),
        ("caption", None, "It is safe", "photo caption"),
        ("credit", None, "It is safe", "photo credit"),
        ("sources", None, "It is safe", "source line"),
    ],
)
def test_only_a_quote_is_somebodys_words(kind: str | None, speaker: str | None, words: str, who: str) -> None:
    """Quotation marks stand around spoken words alone; narration is nobody's."""
    article = article_of("It is safe")
    citation = cited(article, "It is safe", speaker, kind)
    assert quote_block(citation, story_of(article), say) == f"> {words}\n> — {who} · paragraph 1"


def test_short_questions_are_buttons_and_long_ones_are_numbered() -> None:
    """Where the labels show the questions whole, the text does not repeat them."""
    article = article_of("Title")
    entries = [Entry(name, (f"Is the {name} open?",), "Yes.", ()) for name in ("bridge", "harbour", "road")]
    story = story_of(article, *entries)
    short = tuple(Offer(story, entry) for entry in entries)
    unsure = Answer(Outcome.UNSURE, phrases.CLOSE_CALL, 0.3, "0123abcd", offers=short)
    shown = answer_shown(unsure, say, Audience())
    assert shown.text == f"**{phrases.CLOSE_CALL}**\n-# {say('offers-pick-button')}"
    assert [each.label for each in shown.rows[0]] == [entry.question for entry in entries]
    long = replace(entries[0], questions=(f"Is the {'very ' * 20}old bridge open?",))
    shown = answer_shown(replace(unsure, offers=(*short[:2], Offer(story, long))), say, Audience())
    assert [each.label for each in shown.rows[0]] == ["1", "2", "3"]
    assert "1. Is the bridge open?\n2. Is the harbour open?\n3. Is the very" in shown.text


def test_offers_of_several_stories_name_them() -> None:
    """Two stories may answer alike questions."""
    stories = [replace(story_of(article_of("Title"), title=f"Story {n}"), id=f"story-{n}") for n in (1, 2)]
    offers = tuple(Offer(story, Entry("a", ("Is it open?",), "Yes.", ())) for story in stories)
    unsure = Answer(Outcome.UNSURE, phrases.CLOSE_CALL, 0.3, "0123abcd", offers=offers)
    assert "1. Is it open? (Story 1)\n2. Is it open? (Story 2)" in answer_shown(unsure, say).text


def test_who_said_it_is_told_in_the_readers_language() -> None:
    """The names are the story's, the words around them the reader's."""
    article = article_of("Title", "“It’s not safe,” said Ann Hill.")
    entry = Entry("safe", ("Why?",), "It is not.", (cited(article, "It’s not safe,"),))
    story = story_of(article, entry)
    answer = replace(answer_of(story, entry), text=phrases.SAID_BY.format(who="Ann Hill, mayor, quoted"))
    assert answer_shown(answer, language("de")).text.startswith("**In der Geschichte: Ann Hill, mayor, wörtlich.**")


def test_the_longest_questions_still_fit() -> None:
    """Three of a thousand characters, of the worst letters."""
    article = article_of("Title")
    story = story_of(article)
    entry = Entry("a", ("*" * 1_000,), "*" * 1_000, (), in_story=False)
    offers = tuple(Offer(story, entry, 0.5) for _ in range(3))
    for outcome, chosen in ((Outcome.UNSURE, None), (Outcome.NOT_IN_STORY, entry)):
        answer = Answer(outcome, "*" * 1_000, 0.3, "0123abcd", story, chosen, offers=offers)
        assert len(answer_shown(answer, say, WIDE).text) <= MOST_CHARACTERS


@pytest.mark.parametrize(
    ("spans", "joined"),
    [([], []), ([(3, 5), (1, 2)], [(1, 2), (3, 5)]), ([(1, 4), (2, 3)], [(1, 4)]), ([(1, 4), (3, 6)], [(1, 6)])],
)
def test_marks_that_overlap_are_one(spans: list[tuple[int, int]], joined: list[tuple[int, int]]) -> None:
    """In the order of the text."""
    assert merged(spans) == joined


def test_a_quote_is_marked_in_its_paragraph() -> None:
    """The article's own characters, markdown escaped, the quote in bold."""
    article = article_of("Title", "She said: “It’s *not* safe,” and left. # Nobody knows.")
    citation = cited(article, "It’s *not* safe,")
    shown = context_shown(story_of(article), [citation], Frame(say, "0123abcd"), "safe")
    assert shown.text.splitlines()[:2] == [
        "**Paragraph 2**",
        "> She said: “**It’s \\*not\\* safe,**” and left. # Nobody knows.",
    ]


def test_a_quote_over_several_paragraphs_is_marked_in_each() -> None:
    """And each is named."""
    article = article_of("Title", "“It’s not safe.", "Not yet,” she said.")
    citation = cited(article, "It’s not safe.\n\nNot yet,")
    text = context_shown(story_of(article), [citation], Frame(say, "0123abcd")).text
    assert "**Paragraph 2**\n> “**It’s not safe.**\n\n**Paragraph 3**\n> **Not yet,**” she said." in text


@pytest.mark.parametrize("sentences", [10, 30, 60])
def test_a_long_paragraph_is_cut_around_the_quote_at_sentences(sentences: int) -> None:
    """What is left out is marked, the quote never is cut, and the message fits."""
    body = SENTENCE * (sentences // 2) + "“It’s not safe,” said Ann Hill. " + SENTENCE * (sentences // 2)
    article = article_of("Title", body.strip())
    text = context_shown(story_of(article), [cited(article, "It’s not safe,")], Frame(say, "0123abcd")).text
    assert len(text) <= MOST_CHARACTERS
    assert "“**It’s not safe,**” said Ann Hill." in text
    assert ("> … " in text) == (sentences > 25)


def test_a_sentence_too_long_for_a_message_is_pointed_at() -> None:
    """Rather than cut."""
    article = article_of("Title", "x" * 2_500)
    text = context_shown(story_of(article), [cited(article, "x" * 2_000)], Frame(say, "0123abcd")).text
    assert text.startswith(f"**Paragraph 2**\n{say('context-too-long')}\n-# ")


def test_a_card_fits_with_the_longest_quote() -> None:
    """With as much around it as there is room for."""
    for length in (20, 900, 1_500, 1_900):
        quote = ("word " * 400)[:length].strip()
        article = article_of("Title", f"“{quote},” said Ann Hill. {SENTENCE * 10}".strip())
        story = story_of(article)
        shown = card_shown(Quoted(story, cited(article, quote)), Frame(say, "0123abcd", "x" * 300))
        assert len(shown.text) <= MOST_CHARACTERS
        assert f"“{quote}”" in shown.text or say("quote-too-long", paragraph=2) in shown.text


def test_sides_are_cut_by_the_same_number() -> None:
    """Where not everything fits, each camp is given as many quotes as the other."""
    said = [f"{name} says {number} {'word ' * 40}end." for name in ("Town", "Harbour") for number in range(6)]
    article = article_of("Title", *said)
    town = [cited(article, each, "Ann Hill") for each in said[:6]]
    harbour = [cited(article, each, "The harbour") for each in said[6:]]
    dispute = Dispute("safe", "Is it safe?", (*town, *harbour))
    shown = sides_shown(story_of(article), dispute, Frame(say, "0123abcd"))
    assert len(shown.text) <= MOST_CHARACTERS
    first, second = shown.text.split("**The harbour**")
    assert 0 < first.count("> — ") == second.count("> — ") < 6
    left = say("quotes-more-plain", count=6 - first.count("> — "))
    assert left in first
    assert left in second


def test_sides_with_words_too_long_say_where_they_are() -> None:
    """Nothing is cut."""
    article = article_of("Title", "y" * 2_000)
    dispute = Dispute("safe", "Is it safe?", (cited(article, "y" * 2_000),))
    assert say("sides-too-long") in sides_shown(story_of(article), dispute, Frame(say, "0123abcd")).text


@pytest.mark.parametrize("letter", ["a ", "* ", "[](", "@everyone "])
def test_a_story_at_the_limits_fits(letter: str) -> None:
    """The longest of everything: what matters most comes first."""
    long = (letter * 2_000)[:2_000]
    speakers = tuple(Speaker((f"{n}{letter * 200}")[:200], long[:200]) for n in range(50))
    story = replace(
        story_of(article_of("Title"), title=long[:200].strip() or "x"),
        kicker=long[:200],
        summary=long,
        publisher=long[:200],
        sources=tuple(long[:200] for _ in range(20)),
        speakers=speakers,
        date=StoryDate(long[:200], long),
        url=f"https://example.org/{'x' * 480}",
    )
    for code in CODES:
        assert len(story_shown(story, 10**6, Frame(language(code), "0123abcd")).text) <= MOST_CHARACTERS


def test_every_shipped_answer_fits_with_all_that_can_stand_around_it(shipped_answerer: Answerer) -> None:
    """In every language, shared with its question, in public and in private, and in context."""
    for story, entry in shipped_answerer.library.entries():
        answer = shipped_answerer.entry_answer(story.id, entry.id)
        assert answer is not None
        for code in CODES:
            shown = answer_shown(answer, language(code), WIDE, "x" * 330)
            assert len(shown.text) <= MOST_CHARACTERS, entry.id
            assert quotes_in(shown) == min(3, len(entry.citations)), entry.id
            context = context_shown(story, entry.citations, Frame(language(code), answer.version), entry.id)
            assert len(context.text) <= MOST_CHARACTERS, entry.id
