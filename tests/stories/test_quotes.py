"""A quote is an exact slice of the article in one place, or a reason why it is not."""

from __future__ import annotations

import pytest

from bot.stories.article import read_article
from bot.stories.quotes import SHORTEST_QUOTE, QuoteFinder, QuoteProblem
from tests.knowledge_folder import ARTICLE

REWORD = "Copy the words from article.txt; not one may differ."


@pytest.fixture(scope="module")
def finder() -> QuoteFinder:
    """Finds quotes in the bridge article."""
    return QuoteFinder(read_article(ARTICLE))


def problem(finder: QuoteFinder, quote: str, paragraph: int | None = None) -> QuoteProblem:
    """What is wrong with a quote that must not be found."""
    found = finder.locate(quote, paragraph)
    assert isinstance(found, QuoteProblem), f"found {found}"
    return found


@pytest.mark.parametrize(
    ("quote", "shown", "number"),
    [
        ("The old bridge was closed on Monday.", "The old bridge was closed on Monday.", 2),
        ("The bridge won't open before Sunday,", "The bridge won’t open before Sunday,", 3),
        ('"The bridge won\'t open before Sunday," said', "“The bridge won’t open before Sunday,” said", 3),
        ('"The bridge won\'t open before Sunday,"', "The bridge won’t open before Sunday,", 3),
        ("It's not safe - not yet.", "It’s not safe – not yet.", 3),
        ("It’s not  safe —\n not\u00a0yet.", "It’s not safe – not yet.", 3),
        ("ｔｈａｔ 3,000 boats", "that 3,000 boats", 4),
        ("harbour\u200b claimed", "harbour claimed", 4),
        ("Nobody knows the U.S. firm", "Nobody knows the U.S. firm", 5),
        ("  Old bridge closed  ", "Old bridge closed", 1),
    ],
)
def test_a_quote_is_shown_in_the_articles_own_characters(
    finder: QuoteFinder, quote: str, shown: str, number: int
) -> None:
    """Typography folds away for the search; what is shown is the article's slice, with its paragraph."""
    found = finder.locate(quote)
    assert not isinstance(found, QuoteProblem), found.problem
    start, end = found
    assert ARTICLE[start:end] == shown
    assert finder.article.paragraph_at(start).number == number


@pytest.mark.parametrize(
    ("quote", "said", "remedy"),
    [
        (
            "The bridge will open before Sunday,",
            "The quote “The bridge will open before Sunday,” is not in the article, but paragraph 3 has "
            "“The bridge won’t open before Sunday”, with “won’t” for “will”.",
            REWORD,
        ),
        (
            "the bridge won't open before sunday",
            "The quote “the bridge won't open before sunday” differs from the article in capital letters.",
            "Copy the words from article.txt.",
        ),
        (
            "The old bridge was closed on Monday. The harbour claimed that",
            "The quote “The old bridge was closed on Monday. The harbour claimed that” "
            "joins pieces that do not follow each other in the article.",
            "Make a citation of each piece.",
        ),
        (
            "claimed that 3,000 boats pass below it. Nobody knows the U.S. firm that built it at all",
            "The quote “claimed that 3,000 boats pass below it. Nobody knows the U.S. firm th…” is not in the article.",
            REWORD,
        ),
        (
            "The old bridge was closed",
            "The quote “The old bridge was closed” stands 2 times in the article (paragraphs 2, 5).",
            "Quote more of the sentence, or say which with `paragraph:`.",
        ),
        ("on Monday.", "The quote 'on Monday.' is too short to prove anything.", "Quote at least 12 characters"),
        (
            '"  on Monday"',
            "The quote '\"  on Monday\"' is too short to prove anything.",
            "Quote at least 12 characters",
        ),
        ("\u200b" * 20, "is too short to prove anything.", "Quote at least 12 characters"),
    ],
)
def test_a_quote_that_is_no_single_slice_is_refused(finder: QuoteFinder, quote: str, said: str, remedy: str) -> None:
    """Reworded, recapitalised, stitched, ambiguous and very short quotes each get their own sentence."""
    found = problem(finder, quote)
    assert found.problem.endswith(said)
    assert found.remedy.startswith(remedy)


@pytest.mark.parametrize(
    "quote",
    [
        "The bridge won't open on Sunday",
        "The bridge won't ever open before Sunday",
        "The bridge open before Sunday",
        "It's safe - not yet.",
        "claimed that 3000 boats pass",
        "claimed that 4,000 boats pass",
        "The bridge wont open before Sunday",
        "The bridge won't open before Sunday, said",
        "before, in 1999. Nobody knows the US firm",
    ],
)
def test_one_word_or_sign_that_differs_is_too_much(finder: QuoteFinder, quote: str) -> None:
    """Nothing is matched fuzzily: a word changed, left out or added, a digit, an apostrophe, a mark."""
    problem(finder, quote)


@pytest.mark.parametrize(
    "quote", ["he old bridge was closed on Monday", "The old bridge was closed on Mon", "harbour claimed that 3,00"]
)
def test_a_quote_begins_and_ends_with_whole_words(finder: QuoteFinder, quote: str) -> None:
    """A slice that cuts a word is refused."""
    problem(finder, quote)


@pytest.mark.parametrize("quote", ["The bridge won", "‘t open before Sunday", "harbour claimed that 3"])
def test_a_word_is_not_cut_at_its_apostrophe_or_its_comma(finder: QuoteFinder, quote: str) -> None:
    """ "won’t" must not become "won", nor 3,000 become 3: the cut would change what was said."""
    problem(finder, quote)


@pytest.mark.parametrize("quote", ["The bridge won", "old bridge was closed on Mon"])
def test_a_cut_word_is_called_one(finder: QuoteFinder, quote: str) -> None:
    """The quote is in the article, but for the rest of a word."""
    found = problem(finder, quote)
    assert found.problem == f"The quote “{quote}” begins or ends inside a word."
    assert found.remedy == "Quote whole words."


@pytest.mark.parametrize("mark", ["’s", ".", ", 2015", "’"])
def test_a_mark_after_a_word_cuts_nothing(mark: str) -> None:
    """A full stop, a comma or a quotation mark that no letter or digit follows ends the word; so does no possessive."""
    found = QuoteFinder(read_article(f"He counted 3,000 boats in 1999{mark} Then.")).locate("3,000 boats in 1999")
    assert found == (11, 30)


def test_names_stand_as_whole_words(finder: QuoteFinder) -> None:
    """A possessive names somebody too; typography makes no difference."""
    possessive = QuoteFinder(read_article("It was Ann O’Hill’s bridge."))
    assert possessive.names("Ann O'Hill")
    assert not possessive.names("Hill’")
    assert not possessive.names("Ann O")
    assert finder.names("Ann Hill")
    assert not finder.names("nn Hill")


def test_a_cut_word_is_not_called_a_matter_of_capitals(finder: QuoteFinder) -> None:
    """The sentence says what is wrong: the capitals are right, the word is cut."""
    assert "capital" not in problem(finder, "he old bridge was closed on Monday").problem


@pytest.mark.parametrize(("number", "start"), [(2, ARTICLE.index("The old")), (5, ARTICLE.rindex("The old"))])
def test_paragraph_says_which_of_several(finder: QuoteFinder, number: int, start: int) -> None:
    """``paragraph:`` chooses among the places where a quote stands."""
    quote = "The old bridge was closed"
    assert finder.locate(quote, number) == (start, start + len(quote))


@pytest.mark.parametrize(
    ("article", "quote", "number", "said", "remedy"),
    [
        (
            ARTICLE,
            "The old bridge was closed on Monday",
            3,
            "does not stand in paragraph 3, but in paragraph 2.",
            "Correct the number, or leave it out; a headline counts as one.",
        ),
        (
            ARTICLE,
            "The old bridge was closed",
            99,
            "does not stand in paragraph 99, but in paragraphs 2, 5.",
            "Correct the number; a headline counts as one.",
        ),
        (
            ARTICLE,
            "words that nobody wrote",
            2,
            "is not in the article.",
            "Copy the words from article.txt; not one may differ.",
        ),
        (
            "It rained all day. Then it rained all day.",
            "rained all day",
            1,
            "stands more than once in paragraph 1.",
            "Quote more of the sentence.",
        ),
    ],
)
def test_a_wrong_paragraph_is_a_fault(article: str, quote: str, number: int, said: str, remedy: str) -> None:
    """A paragraph where the quote does not stand, or stands twice, does not help; where it does stand is said."""
    found = problem(QuoteFinder(read_article(article)), quote, number)
    assert found.problem.endswith(said)
    assert found.remedy == remedy


def test_overlapping_places_all_count() -> None:
    """A quote that stands twice, one over the other, is ambiguous."""
    found = problem(QuoteFinder(read_article("very good very good very good")), "very good very good")
    assert "stands 2 times" in found.problem


def test_the_shortest_quote_is_just_long_enough() -> None:
    """The limit itself is allowed, one character less is not."""
    finder = QuoteFinder(read_article("exactlytwelv and more"))
    assert finder.locate("exactlytwelv") == (0, SHORTEST_QUOTE)
    problem(finder, "and more")


def test_marks_and_invisible_characters_keep_the_offsets_right() -> None:
    """An article with a byte order mark, ligatures and soft hyphens gives slices in its own characters."""
    text = "\ufeffThe of\u00adﬁcial  report…\n\nwas ﬁled late."
    found = QuoteFinder(read_article(text)).locate("official report... was filed late.")
    assert not isinstance(found, QuoteProblem)
    assert text[found[0] : found[1]] == "of\u00adﬁcial  report…\n\nwas ﬁled late."


def test_a_quote_in_jamo_is_found_in_an_article_in_jamo() -> None:
    """A text that writes letters as several characters contains its own slices."""
    text = "Before \u1112\u1161\u11ab\u1100\u1173\u11af and thereafter."
    assert QuoteFinder(read_article(text)).locate(text) == (0, len(text))


def test_a_letter_changed_is_no_stitching() -> None:
    """Pieces that all but touch are one place with a word changed, and the curator is told that."""
    article = read_article("The mayor said that the bridge would open again before the winter comes to the valley.")
    found = QuoteFinder(article).locate("The mayor said that the bridges would open again before the winter")
    assert isinstance(found, QuoteProblem)
    assert "is not in the article" in found.problem
