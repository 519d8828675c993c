"""What may tell who somebody is goes out of a question before anything of it is kept; what may not stays."""

from __future__ import annotations

import pytest

from bot.records.redaction import LONGEST_QUESTION, is_redacted, normalised, redacted


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("write me at ann.hill@example.org please", "write me at [mail] please"),
        ("ann+news@mail.example.co.uk?", "[mail]?"),
        ("ann@localhost", "[mail]"),
        ("ann at example dot com said so", "[mail] said so"),
        ("ann (at) example (dot) org", "[mail]"),
        ("a\u200bnn@exa\u200bmple.org", "[mail]"),
        ("call +49 170 1234567", "call [phone]"),
        ("call (555) 123-4567 now", "call [phone] now"),
        ("my number is 0170/1234567.", "my number is [phone]."),
        ("ring 555-123-4567", "ring [phone]"),
        ("ring 555.123.4567", "ring [phone]"),
        ("ring 01701234567", "ring [phone]"),
        ("ring ０１７０１２３４５６７", "ring [phone]"),
        ("did <@123456789012345678> say it", "did [mention] say it"),
        ("<@!123456789012345678> <@&123456789012345678> <#123456789012345678>", "[mention] [mention] [mention]"),
        ("</ask:123456789012345678> what", "[mention] what"),
        ("ask @some_body about it", "ask [mention] about it"),
        ("@everyone look", "[mention] look"),
        ("somebody#1234 knows", "[mention] knows"),
        ("see https://example.org/a?b=c now", "see [link] now"),
        ("see www.example.org/x", "see [link]"),
        ("see example.com/me", "see [link]"),
        ("discord.gg/abcdef", "[link]"),
        ("is t.me/ann you", "is [link] you"),
        ("user 123456789012345678 said it", "user [id] said it"),
        ("my passport 123456789012", "my passport [id]"),
        ("at 192.168.10.7", "at [id]"),
        ("at 2001:db8:0:0:1:2:3:4", "at [id]"),
        ("pay DE89 3704 0044 0532 0130 00", "pay [id]"),
        ("pay gb29nwbk60161331926819", "pay [id]"),
        ("card 4111 1111 1111 1111", "card [card]"),
        ("card 5500-0000-0000-0004?", "card [card]?"),
        ("4111111111111111", "[card]"),
    ],
)
def test_what_looks_personal_is_marked(question: str, kept: str) -> None:
    """As what it was."""
    assert redacted(question) == kept
    assert is_redacted(normalised(f"{question} and why"))


@pytest.mark.parametrize(
    "question",
    [
        "Did 90% of the strikes miss IS?",
        "what happened on 2015-10-07",
        "what happened on 7.10.2015",
        "what happened in 1998-2001",
        "do 3,000 boats pass in 2015",
        "are there 10 000 000 people",
        "the U.S. and the U.K.",
        "is it 20/10/2015 or later",
        "who are the G7 and G20",
        "what about the S-300 and Su-25",
        "10:30 or 11:45?",
        "what is [sic] doing there",
        "he said: no comment at all",
        "look at the dot in the middle",
    ],
)
def test_what_is_nobodys_stays(question: str) -> None:
    """Years, dates, shares, names and round figures are what people ask about."""
    assert redacted(question) == question
    assert not is_redacted(normalised(question))


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("  Who   IS\nLavrov??  ", "who is lavrov"),
        ("“What’s his name”", "what's his name"),
        ("WHERE…", "where"),
        ("call me: +49 170 1234567", "call me: [phone]"),
        ("ann@example.org", ""),
        ("<@123456789012345678> !!", ""),
        ("???", ""),
        ("", ""),
    ],
)
def test_a_question_is_kept_in_one_form(question: str, kept: str) -> None:
    """The same question has the same form; what is nothing but marks is not kept at all."""
    assert normalised(question) == kept


def test_a_long_question_is_cut_at_a_word() -> None:
    """After it was redacted, so that no half of a mail is left."""
    text = normalised("word " * 58 + "ann.hill@example.org and more")
    assert len(text) <= LONGEST_QUESTION
    assert "ann" not in text
    assert not text.endswith(" ")
