"""Reading an article: paragraphs and sentences, with offsets into the text as published."""

from __future__ import annotations

import re

from bot.stories.records import Article, Paragraph

_BLOCK = re.compile(r"\S(?:.*\S)?(?:[^\S\n]*\n(?![^\S\n]*\n)[^\S\n]*\S(?:.*\S)?)*")
# Possessive, and from the first mark of several on: a text of nothing but marks is looked through once.
_SENTENCE_END = re.compile(r"(?<![.!?])[.!?]++[\"'”’)\]]*+(?=\s++[\"'“‘(\[]?[A-Z0-9À-ÖØ-Þ])")
_GAP = re.compile(r"\s*")
# A full stop after one of these ends no sentence.
_LONGEST_ABBREVIATION = 6
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Sen|Rep|Gov|St|Dept|Jr|Sr|No|vs|e\.g|i\.e))\.$"
)


def read_article(text: str) -> Article:
    """Split a text into the paragraphs between its blank lines."""
    blocks = _BLOCK.finditer(text)
    paragraphs = (Paragraph(n, block.start(), block.end(), block.group()) for n, block in enumerate(blocks, 1))
    return Article(text, tuple(paragraphs))


def sentences(article: Article) -> list[tuple[int, int]]:
    """Return the offsets of each sentence; a headline or a caption counts as one."""
    return [span for paragraph in article.paragraphs for span in _paragraph_sentences(paragraph)]


def _paragraph_sentences(paragraph: Paragraph) -> list[tuple[int, int]]:
    spans, start = [], 0
    for mark in _SENTENCE_END.finditer(paragraph.text):
        before = paragraph.text[max(0, mark.start() - _LONGEST_ABBREVIATION) : mark.start() + 1]
        if mark.group().startswith(".") and _ABBREVIATION.search(before):
            continue
        spans.append((start, mark.end()))
        gap = _GAP.match(paragraph.text, mark.end())
        start = gap.end() if gap else mark.end()
    spans.append((start, len(paragraph.text)))
    return [(paragraph.start + first, paragraph.start + last) for first, last in spans if first < last]
