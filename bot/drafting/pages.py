"""A web page as an article: readability finds the article in it, its paragraphs are read as the page has them.

readability-lxml was chosen over trafilatura: it keeps the page's own elements, so that not a word gets lost on the way,
and it needs lxml and three small packages where the other needs fifteen.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bot.drafting.originals import DraftError, Original
from bot.drafting.plain import cut_title
from bot.speech.english import word_set

# What begins a paragraph of its own.
_BLOCKS = word_set(
    "address article aside blockquote caption dd div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section summary table tbody td th thead tr ul"
)
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "button", "select", "form", "iframe"})
# What stands between a title and the name of the site in it.
_JOINTS = re.compile(r"\s+[|–—·»:]\s+|\s+-\s+")
_FEWEST_LETTERS = 80
# readability drops lists and sections that are shorter than this; by itself it would drop whole sentences.
_SHORTEST = 8
_ADDRESS = re.compile(r"https?://\S{1,500}")


def read_page(file: Path, text: str) -> Original:
    """Read a saved web page; raise DraftError where no article is found in it."""
    document_of, parse = _tools()
    # readability tells on its own what it can't read; we say it in one sentence.
    logging.getLogger("readability").setLevel(logging.CRITICAL)
    nothing = DraftError(f"No article was found in {file}. Copy its text into a .txt file.")
    try:
        page = parse(_without_declaration(text))
        article = parse(document_of(_without_declaration(text), min_text_length=_SHORTEST).summary())
    except Exception as error:  # readability and lxml raise what they like
        logging.getLogger(__name__).debug("readability failed on %s", file, exc_info=error)
        raise nothing from None
    paragraphs = list(_paragraphs(article))
    if sum(map(len, paragraphs)) < _FEWEST_LETTERS:
        raise nothing
    title = _title(page, paragraphs)
    body = [paragraph for paragraph in paragraphs if paragraph != title]
    publisher, url, day = _publisher(page), _url(page), _day(page)
    return Original(cut_title(title), (title, *body), has_headline=True, publisher=publisher, url=url, date=day)


def _tools() -> tuple[Any, Any]:
    try:
        from lxml.html import document_fromstring  # an extra
        from readability import Document
    except ImportError:
        raise DraftError(
            "Reading HTML needs readability-lxml, which the extra `html` installs: pip install -e '.[html]'. "
            "Or copy the article's text into a .txt file."
        ) from None
    return Document, document_fromstring


def _without_declaration(text: str) -> str:
    """Drop an XML declaration: lxml refuses one in text that is decoded already."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)


def _paragraphs(article: Any) -> Iterator[str]:
    """Go through the texts of the blocks, in order; two line breaks end a paragraph, one is a space."""
    for block in "".join(_pieces(article)).split("\f"):
        for part in re.split(r"\v(?:\s*\v)+", block):
            if plain := " ".join(part.split()):
                yield plain


def _pieces(article: Any) -> Iterator[str]:
    """Go through an element's text, a form feed around every block and a vertical tab for every line break."""
    from lxml.etree import iterwalk

    walk = iterwalk(article, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        edge = "\f" if element.tag in _BLOCKS else ""
        if event == "start" and element.tag in _SILENT:
            walk.skip_subtree()
        elif event == "start":
            yield edge + _plain(element.text)
        else:
            yield edge + ("\v" if element.tag == "br" else "") + _plain(element.tail)


def _plain(text: str | None) -> str:
    return re.sub(r"[\f\v\x1c-\x1f\x85\u2028\u2029]", " ", text or "")


def _title(page: Any, paragraphs: list[str]) -> str:
    """Return the headline: the h1 that the page's title begins with, an only h1, or the title less the site's name."""
    named = _meta(page, "og:title") or " ".join((page.findtext(".//title") or "").split())
    heads = [found for each in page.iter("h1") if (found := " ".join(each.text_content().split()))]
    shared = [head for head in heads if named.casefold().startswith(head.casefold())]
    if shared or len(heads) == 1:
        return (shared or heads)[0]
    short = _JOINTS.split(named)
    longest = max(short, key=len) if short else ""
    return longest or paragraphs[0]


def _publisher(page: Any) -> str | None:
    name = _meta(page, "og:site_name") or _meta(page, "publisher")
    return name[:200] if name else None


def _url(page: Any) -> str | None:
    linked = [each.get("href") or "" for each in page.iter("link") if (each.get("rel") or "").casefold() == "canonical"]
    found = (*linked, _meta(page, "og:url") or "")
    return next((each.strip() for each in found if _ADDRESS.fullmatch(each.strip())), None)


def _day(page: Any) -> str | None:
    """Return the day of publication in words, if the page says it for machines."""
    found = _meta(page, "article:published_time") or _meta(page, "date") or _first_time(page)
    try:
        day = date.fromisoformat((found or "")[:10])
    except ValueError:
        return None
    return f"{day.day} {day:%B} {day.year}"


def _first_time(page: Any) -> str | None:
    return next((each.get("datetime") for each in page.iter("time") if each.get("datetime")), None)


def _meta(page: Any, name: str) -> str | None:
    for each in page.iter("meta"):
        if name in {(each.get("property") or "").casefold(), (each.get("name") or "").casefold()}:
            return " ".join((each.get("content") or "").split()) or None
    return None
