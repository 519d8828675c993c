"""A saved web page as an article: which of its text is the article, word for word, and what the page says of itself."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest

from bot.drafting.originals import DraftError, Original, read_original

BODY = """\
<article><h1>Lamp goes out at Cape Holm</h1>
<p>Ada Brandt lit the lamp at <a href="/holm">Cape&nbsp;Holm</a> for the last time on <b>Friday</b>, the <nobr>port
authority</nobr> said.</p>
<p>&ldquo;I never counted the storms,&rdquo; said Brandt.<script>track()</script><!-- no --> &ldquo;I counted the
<em>ships</em> that came home.&rdquo;</p>
<blockquote>We shall miss her light, every one of us.</blockquote>
<p>The council has 9,000 crowns.<br>It will vote in June.<br><br>Nobody knows the outcome.</p>
<ul><li>It was lit in 1904.</li></ul></article>"""
PARAGRAPHS = (
    "Lamp goes out at Cape Holm",
    "Ada Brandt lit the lamp at Cape Holm for the last time on Friday, the port authority said.",
    "“I never counted the storms,” said Brandt. “I counted the ships that came home.”",
    "We shall miss her light, every one of us.",
    "The council has 9,000 crowns. It will vote in June.",
    "Nobody knows the outcome.",
    "It was lit in 1904.",
)
AROUND = (
    '<div class="menu"><a href="/">Home</a> <a href="/news">News</a></div>',
    '<aside><h3>Related</h3><ul><li><a href="/1">Fees rise again in the harbour</a></li></ul></aside>'
    "<footer>© Harbour Post. Subscribe to our newsletter.</footer>",
)


def page(tmp_path: Path, body: str = BODY, head: str = "<title>Lamp goes out at Cape Holm</title>") -> Original:
    """A saved page as it is read."""
    file = tmp_path / "page.html"
    whole = f"{AROUND[0]}{body}{AROUND[1]}"
    html = f"<!doctype html><html><head><meta charset='utf-8'>{head}</head><body>{whole}</body></html>"
    file.write_text(html, encoding="utf-8")
    return read_original(file)


def test_the_articles_words_and_no_others(tmp_path: Path) -> None:
    """Links, emphasis, scripts and line breaks neither join nor lose a word; menus and footers stay out."""
    original = page(tmp_path)
    assert original.paragraphs == PARAGRAPHS
    assert (original.title, original.has_headline) == (PARAGRAPHS[0], True)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Lamp goes out at Cape Holm - The Harbour Post</title>", "Lamp goes out at Cape Holm"),
        ("<title>The Harbour Post</title>", "Lamp goes out at Cape Holm"),
        ('<title>x</title><meta property="og:title" content="Lamp goes out">', "Lamp goes out at Cape Holm"),
        ("", "Lamp goes out at Cape Holm"),
    ],
)  # fmt: skip
def test_the_headline_is_the_one_on_the_page(tmp_path: Path, head: str, title: str) -> None:
    """Whatever the page is called besides."""
    assert page(tmp_path, head=head).title == title


@pytest.mark.parametrize(
    "title", ["Lamp goes out | Harbour Post", "Harbour Post: Lamp goes out - Post", "Lamp goes out – Harbour Post"]
)
def test_without_a_heading_the_pages_title_less_the_site(tmp_path: Path, title: str) -> None:
    """It becomes the first paragraph, as it would be printed."""
    body = BODY.replace("<h1>Lamp goes out at Cape Holm</h1>", "")
    original = page(tmp_path, body, f"<title>{title}</title>")
    assert "Lamp goes out" in original.title
    assert original.paragraphs == (original.title, *PARAGRAPHS[1:])


def test_what_the_page_says_of_itself(tmp_path: Path) -> None:
    """Publisher, address and day, where they are marked up."""
    head = (
        '<title>Lamp</title><meta property="og:site_name" content="The Harbour Post">'
        '<link rel="canonical" href="https://example.org/lamp">'
        '<meta property="article:published_time" content="2019-05-03T08:00:00Z">'
    )
    original = page(tmp_path, head=head)
    assert (original.publisher, original.url, original.date) == (
        "The Harbour Post",
        "https://example.org/lamp",
        "3 May 2019",
    )


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ('<meta property="og:url" content="https://example.org/x">', (None, "https://example.org/x", None)),
        ('<link rel="canonical" href="javascript:alert(1)">', (None, None, None)),
        ('<link rel="canonical" href="/lamp">', (None, None, None)),
        ('<meta name="date" content="soon">', (None, None, None)),
        ('<meta name="publisher" content="Post">', ("Post", None, None)),
    ],
)
def test_what_it_does_not_say_is_not_made_up(tmp_path: Path, head: str, found: tuple[str | None, ...]) -> None:
    """Only whole addresses and real days."""
    original = page(tmp_path, head=head)
    assert (original.publisher, original.url, original.date) == found


def test_a_day_in_the_text(tmp_path: Path) -> None:
    """A ``time`` element is as good."""
    assert (
        page(tmp_path, BODY.replace("<p>Ada", '<time datetime="2019-05-03">Friday</time><p>Ada')).date == "3 May 2019"
    )


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("windows-1252", "windows-1252"),
        ("iso-8859-1", "windows-1252"),
        ("iso-8859-2", "iso-8859-2"),
        ("nonsense", "utf-8"),
    ],
)
def test_the_encoding_that_a_page_declares(tmp_path: Path, declared: str, encoding: str) -> None:
    """As browsers read it: what calls itself ISO 8859-1 may have curly quotation marks."""
    text = BODY.replace("&ldquo;", "“").replace("&rdquo;", "”").replace("Brandt", "Brändt")
    text = text if encoding != "iso-8859-2" else text.replace("“", '"').replace("”", '"')
    file = tmp_path / "page.html"
    file.write_bytes(f'<html><head><meta charset="{declared}"></head><body>{text}</body></html>'.encode(encoding))
    assert "Brändt lit the lamp" in read_original(file).text


def test_a_page_is_known_by_its_content_too(tmp_path: Path) -> None:
    """Also with an XML declaration, and with another name."""
    file = tmp_path / "saved"
    declaration = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>'
    file.write_text(f"{declaration}<html><body>{BODY}</body></html>", encoding="utf-8")
    assert read_original(file).paragraphs == PARAGRAPHS


@pytest.mark.parametrize(
    "body", ["", "<p>Hi.</p>", "<script>var x = 1</script>", "<div>" * 5_000 + "x" + "</div>" * 5_000]
)
def test_a_page_without_an_article(tmp_path: Path, body: str) -> None:
    """One sentence, and what to do."""
    file = tmp_path / "page.html"
    file.write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    with pytest.raises(DraftError) as caught:
        read_original(file)
    assert str(caught.value) == f"No article was found in {file}. Copy its text into a .txt file."


def test_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has not installed it is told how, and that a text needs nothing."""
    real = builtins.__import__

    def without(name: str, *given: Any, **more: Any) -> Any:
        if name.startswith(("lxml", "readability")):
            raise ImportError(name)
        return real(name, *given, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(DraftError, match=r"pip install -e '\.\[html\]'"):
        page(tmp_path)
