"""Reading the file of an article: text and web pages, their encodings, and one sentence for what is neither."""

from __future__ import annotations

import codecs
import os
import sys
from pathlib import Path

import pytest

from bot.drafting.originals import DraftError, read_original

TEXT = "Café closes\n\nThe café was closed on Monday.\n"


def written(folder: Path, content: str | bytes, name: str = "article.txt") -> Path:
    """A file with that content."""
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def refusal(file: Path) -> str:
    """Why a file is refused, less its folder: one line."""
    with pytest.raises(DraftError) as caught:
        read_original(file)
    sentence = str(caught.value)
    assert "\n" not in sentence
    return sentence.replace(f"{file.parent}/", "")


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "utf-8 with a mark", "utf-16", "utf-16 big end first", "Windows lines", "old Mac lines"],
)
def test_text_of_any_unicode_kind_is_read_alike(tmp_path: Path, data: bytes) -> None:
    """Byte order marks and line ends leave no trace."""
    original = read_original(written(tmp_path, data))
    assert (original.title, original.text) == ("Café closes", TEXT)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "article.txt is empty. Put the article's text into it."),
        (b" \n\t\n", "article.txt is empty. Put the article's text into it."),
        (codecs.BOM_UTF8, "article.txt is empty. Put the article's text into it."),
        (
            "A line.\nThe café is closed.".encode("windows-1252"),
            "article.txt:2 is not UTF-8 text. Save the file as UTF-8, and check its accents.",
        ),
        (b"%PDF-1.7\n\x00", "article.txt is a PDF, not text or HTML. Copy the article's text into a .txt file."),
        (
            b"PK\x03\x04rest",
            "article.txt is a Word, OpenDocument or ZIP file, not text or HTML. "
            "Copy the article's text into a .txt file.",
        ),
        (b"{\\rtf1 text}", "article.txt is an RTF file, not text or HTML. Copy the article's text into a .txt file."),
        (b"\x89PNG\r\n", "article.txt is a picture, not text or HTML. Copy the article's text into a .txt file."),
        (
            b"\x7fELF\x02\x01\x00\x00\xff",
            "article.txt is not a text or HTML file. Copy the article's text into a .txt file.",
        ),
        (b"text\x00more", "article.txt is not a text or HTML file. Copy the article's text into a .txt file."),
    ],
    ids=["empty", "blank", "only a mark", "windows-1252", "PDF", "Word", "RTF", "PNG", "program", "zero byte"],
)
def test_a_file_that_is_no_article_is_one_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    """What is wrong, and what to do."""
    assert refusal(written(tmp_path, content)) == sentence


def test_a_page_that_is_not_in_the_encoding_it_names(tmp_path: Path) -> None:
    """Nothing is guessed: a wrong letter would be a wrong quote."""
    page = b'<html><head><meta charset="utf-8"></head><body>\n<p>caf\xe9</p></body></html>'
    assert refusal(written(tmp_path, page, "page.html")) == (
        "page.html:2 is not UTF-8 text. Save the file as UTF-8, and check its accents."
    )


def test_there_is_no_such_file(tmp_path: Path) -> None:
    """An address is no file either."""
    assert refusal(tmp_path / "none.txt") == "There is no file none.txt. Check its name."
    with pytest.raises(DraftError, match="Save the page in your browser first, and name the saved file"):
        read_original(Path("https://example.org/lamp"))


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """Name the file in it."""
    (tmp_path / "articles").mkdir()
    assert refusal(tmp_path / "articles") == "articles is not a file. Name the file that holds the article."


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")
def test_what_would_never_end_is_not_read(tmp_path: Path) -> None:
    """A pipe has no end, and no article."""
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe") == "pipe is not a file. Name the file that holds the article."


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    """Its size is looked at, not its content."""
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(65 * 2**20)
    assert refusal(tmp_path / "huge.txt") == "huge.txt is larger than 32 MiB. Cut the article out of it."
