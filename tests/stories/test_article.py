"""Paragraphs and sentences of an article, with offsets into the text as published."""

from __future__ import annotations

import pytest

from bot.stories.article import read_article, sentences


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("one", ["one"]),
        ("one\n\ntwo\n", ["one", "two"]),
        ("one\ntwo\n\nthree", ["one\ntwo", "three"]),
        ("\n\n  one  \n\n\n\n\ttwo\t\n\n", ["one", "two"]),
        ("one\r\n\r\ntwo\r\nthree\r\n", ["one", "two\r\nthree"]),
        ("one\n \t \ntwo", ["one", "two"]),
        ("one \n two", ["one \n two"]),
        ("a", ["a"]),
    ],
)
def test_blank_lines_part_paragraphs(text: str, paragraphs: list[str]) -> None:
    """Paragraphs are what stands between blank lines, without the white space around it."""
    article = read_article(text)
    assert [paragraph.text for paragraph in article.paragraphs] == paragraphs
    assert [paragraph.number for paragraph in article.paragraphs] == list(range(1, len(paragraphs) + 1))
    for paragraph in article.paragraphs:
        assert text[paragraph.start : paragraph.end] == paragraph.text


def test_the_text_is_never_edited() -> None:
    """White space, line ends and a byte order mark stay, so that offsets count published characters."""
    text = "\ufeffone\r\n\r\n  two \n"
    assert read_article(text).text == text


def test_an_offset_finds_its_paragraph() -> None:
    """Every character of a paragraph, first and last, belongs to it."""
    article = read_article("one\n\ntwo\n\nthree")
    for paragraph in article.paragraphs:
        assert article.paragraph_at(paragraph.start) == paragraph
        assert article.paragraph_at(paragraph.end - 1) == paragraph


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A headline without a full stop", ["A headline without a full stop"]),
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("“Go,” he said. “Stay.” She went.", ["“Go,” he said.", "“Stay.”", "She went."]),
        ('He said "no." Then he left.', ['He said "no."', "Then he left."]),
        ("The U.S. Army left. It won.", ["The U.S. Army left.", "It won."]),
        ("Mr. Poe met Dr. Hill and Gen. Roe. All left.", ["Mr. Poe met Dr. Hill and Gen. Roe.", "All left."]),
        ("The State Dept. Building burnt.", ["The State Dept. Building burnt."]),
        ("J. R. Poe left. Nobody saw.", ["J. R. Poe left.", "Nobody saw."]),
        ("It cost 3.5 million. 90 boats sank.", ["It cost 3.5 million.", "90 boats sank."]),
        ("He left... and came back. Why?", ["He left... and came back.", "Why?"]),
        ("One.  \n Two.", ["One.", "Two."]),
        ("First.\n\nSecond.", ["First.", "Second."]),
        ("Ends here. Ärger folgt.", ["Ends here.", "Ärger folgt."]),
        ("[The Guardian] [BBC]", ["[The Guardian] [BBC]"]),
        ("e.g. The one. Another.", ["e.g. The one.", "Another."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    """Abbreviations and initials end no sentence, quotation marks go with theirs, and a headline counts as one."""
    article = read_article(text)
    assert [text[start:end] for start, end in sentences(article)] == expected
