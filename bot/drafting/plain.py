"""A plain text as an article: where its paragraphs end, and whether it begins with a headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from bot.drafting.days import printed_day
from bot.drafting.originals import Original
from bot.stories.article import read_article, sentences

_LONGEST_HEADLINE = 160
_LONGEST_TITLE = 200
# Programs that break lines break them before this.
_BROKEN_AT = 100
_ENDS_SENTENCE = re.compile(r"[.!?…:][\"'”’)\]]*$")


def read_plain(text: str) -> Original:
    """Read a text; its first paragraph is the title if it looks like one, or else the title is made of its words."""
    lines = [" ".join(line.split()) for line in text.lstrip("\ufeff").split("\n")]
    paragraphs = tuple(_paragraphs(lines))
    first = paragraphs[0]
    has_headline = len(paragraphs) > 1 and looks_like_headline(first)
    title = first if has_headline else title_of(first)
    return Original(title, paragraphs, has_headline, date=printed_day(paragraphs))


def looks_like_headline(paragraph: str) -> bool:
    """Tell whether a first paragraph is a title: short, and no sentence that ends with a full stop."""
    return len(paragraph) <= _LONGEST_HEADLINE and not re.search(r"\.[\"'”’]?$", paragraph)


def title_of(paragraph: str) -> str:
    """Make a title of a paragraph's first sentence, cut at a word."""
    article = read_article(paragraph)
    start, end = sentences(article)[0]
    sentence = paragraph[start:end]
    if len(sentence) <= _LONGEST_HEADLINE:
        return sentence.rstrip(".")
    return f"{sentence[: _LONGEST_HEADLINE - 1].rsplit(' ', 1)[0]}…"


def cut_title(title: str) -> str:
    """Return a title that is not longer than story.yaml allows."""
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rsplit(' ', 1)[0]}…"


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Go through the blocks between blank lines: each is a paragraph, or each of its lines if nothing broke them."""
    for blank, block in groupby(lines, key=lambda line: not line):
        if not blank:
            found = list(block)
            yield from [" ".join(found)] if _is_broken(found) else found


def _is_broken(block: list[str]) -> bool:
    """Tell whether a program broke these lines: none is long, and most but the last end within a sentence."""
    inner = block[:-1]
    within = sum(not _ENDS_SENTENCE.search(line) for line in inner)
    return all(len(line) <= _BROKEN_AT for line in block) and 2 * within > len(inner)
