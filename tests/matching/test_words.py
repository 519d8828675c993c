"""From a question as typed to its words: one table for each thing that people do to English."""

from __future__ import annotations

import pytest

from bot.matching.words import asking_words, clean, english, without_fillers, words


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("who's Lavrov", "who lavrov"),
        ("Lavrov's claim", "lavrov claim"),
        ("the Russians' planes", "the russians planes"),
        ("they're", "they are"),
        ("they’ve", "they have"),
        ("he'll", "he will"),
        ("I'd", "i would"),
        ("I'm", "i am"),
        ("isn't", "is not"),
        ("ISN’T", "is not"),
        ("don´t", "do not"),
        ("dont", "do not"),
        ("isnt", "is not"),
        ("doesnt dosent dosnt", "does not does not does not"),
        ("cant wont", "can not will not"),
        ("whats whos wheres", "what is who is where is"),
        ("youre theyve", "you are they have"),
        ("gonna wanna gotta", "going to want to got to"),
        ("gov't", "government"),
        ("rock'n'roll", "rocknroll"),
    ],
)
def test_contractions_are_written_out(typed: str, expected: str) -> None:
    """With an apostrophe of any shape or without one."""
    assert words(typed) == expected.split()


@pytest.mark.parametrize(
    ("with_mark", "without"),
    [("can't", "cant"), ("won’t", "wont"), ("ain't", "aint"), ("can't", "can not"), ("cannot", "can not")],
)
def test_the_apostrophe_makes_no_difference_to_a_no(with_mark: str, without: str) -> None:
    """Irregular negations read the same whether the apostrophe is typed or not."""
    assert words(with_mark) == words(without)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("r u sure", "are you sure"),
        ("y r they", "why are they"),
        ("wat abt ppl", "what about people"),
        ("w/ isis n al qaeda", "with isis and al qaeda"),
        ("the govt rn", "the government now"),
        ("pres vs min", "president versus minister"),
        ("teh frm thru", "the from through"),
        ("SEZ WHO", "says who"),
    ],
)
def test_chat_forms_are_written_out(typed: str, expected: str) -> None:
    """The short forms of chat become the words they stand for."""
    assert words(typed) == expected.split()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ninety percent", "90 percent"),
        ("90%", "90 percent"),
        ("90 %", "90 percent"),
        ("90 pct", "90 percent"),
        (">90%", "90 percent"),
        ("nine out of ten", "9 out of 10"),
        ("NINETY", "90"),
        ("half of them", "50 of them"),
        ("２０１５", "2015"),
        ("3,000 of 1,234,567", "3000 of 1234567"),
        ("1999,200 or 3,00 or 1,2345", "1999 200 or 3 00 or 1 2345"),
    ],
)
def test_numbers_are_digits(typed: str, expected: str) -> None:
    """A number in words, a percent sign and wide digits all read the same."""
    assert words(typed) == expected.split()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("the U.S. says", "the us says"),
        ("U.N.", "un"),
        ("U.S.A.", "usa"),
        ("e.g. this", "eg this"),
        ("it ended. So what", "it ended so what"),
        ("the U.S", "the us"),
        ("the U.S.’s figure", "the us figure"),
        ("U.S, U.S? U.S.", "us us us"),
        ("the U.S.Army", "the us army"),
        ("it ended.So what", "it ended so what"),
    ],
)
def test_dotted_abbreviations_are_one_word(typed: str, expected: str) -> None:
    """Letters with full stops between are one word; a sentence's full stop is none."""
    assert words(typed) == expected.split()


@pytest.mark.parametrize(
    "noise",
    [
        "<@123456789012345678>",
        "<@!123>",
        "<@&123>",
        "<#123>",
        "</ask:123>",
        "</story ask-it:123>",
        "<:pepe:123>",
        "<a:dance_1:123>",
        "<t:1444000000>",
        "<t:1444000000:R>",
        "https://example.org/a?b=c#d",
        "\x1b[31m\x1b[0m",
        "😀🇸🇾",
        "?!... -- ()[]{}",
        "\x00\x07\u200b",
    ],
)
def test_what_is_no_word_says_nothing(noise: str) -> None:
    """Discord's syntax, addresses, emoji, marks and control characters leave no word behind."""
    assert words(noise) == []
    assert words(f"{noise} who {noise} spoke {noise}") == ["who", "spoke"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("**who** is _Lavrov_", "who is lavrov"),
        ("||secret|| `code` ~~gone~~", "secret code gone"),
        ("snake_case", "snake case"),
        ("al-Qaida-affiliated", "al qaida affiliated"),
        ("café Émile", "cafe emile"),
        ("ＦＵＬＬ ﬁnal", "full final"),
        ("ISIS/ISIL", "isis isil"),
        ("STRASSE straße", "strasse strasse"),
    ],
)
def test_form_is_taken_off(typed: str, expected: str) -> None:
    """Markdown, hyphens, accents, capitals and compatibility forms make no other word."""
    assert words(typed) == expected.split()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("hey bro so who spoke lol", "who spoke"),
        ("pls tell me", "tell me"),
        ("so r the russains acutally bombing isis or nah", "are the russains acutally bombing isis or"),
        ("actually, honestly?", "honestly"),
        ("lol ok", "lol ok"),
        ("so", "so"),
        ("", ""),
    ],
)
def test_fillers_are_dropped_unless_nothing_else_is_left(typed: str, expected: str) -> None:
    """What asks nothing goes; a question of fillers alone keeps them."""
    assert asking_words(typed) == expected.split()
    assert without_fillers(words(typed)) == expected.split()


@pytest.mark.parametrize("typed", ["Who’s the U.S. spokesman, <@1>?", "café ﬁnal — 90%", "Straße", "\x00 \x1b[1m x"])
def test_a_clean_question_has_the_same_words(typed: str) -> None:
    """Cleaning loses no word, and leaves lower case only."""
    assert words(clean(typed)) == words(typed)
    assert clean(typed) == clean(typed).lower()


def test_long_questions_are_read_whole() -> None:
    """Six thousand characters are words like any others."""
    assert words("who spoke " * 600) == ["who", "spoke"] * 600


def test_english_does_not_contradict_itself() -> None:
    """No word is a filler and a subject's synonym, and what a short form stands for is no short form."""
    language = english()
    for typed, written in language.replaced.items():
        assert typed not in written.split(), typed
    for group in language.synonyms:
        assert len(group) > 1
        assert not language.fillers.intersection(group), group


def test_a_plea_is_no_word_of_the_question() -> None:
    """Whoever wants help with a quote does not ask who helps whom."""
    assert words("please help me to find the quote") == ["please", "find", "the", "quote"]
    assert words("who helps the rebels, help me") == ["who", "helps", "the", "rebels", "help", "me"]
