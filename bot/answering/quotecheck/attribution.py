"""Whom a post names as the speaker of each of its quoted parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from bot.answering.quotecheck.naming import NameReader
from bot.answering.quotecheck.posted import Part, Post
from bot.answering.quotecheck.vocabulary import ARTICLES, LABELS, SPEECH_VERBS
from bot.answering.quotecheck.words import words_of

_CONNECTIVE = re.compile(r"(?:[\W_]|\b(?:and|then|also|plus|or|but|later|that)\b)*", re.IGNORECASE)
_BREAK = re.compile(r"(?<=[^\W\d_]{2})[.!?]+(?=\s|$)|\n+|^\s*[.!?]+(?=\s)")
_LEADING_WORD = re.compile(r"\W*(?:and|but|while|then|meanwhile|when|yet|or|plus|whereas)\b", re.IGNORECASE)
_COLON = re.compile(r":(?!\d)\s*")
# A tag names a topic; behind a dash it signs.
_TAG = re.compile(r"(?<![-–—] )(?<!\w)#\w+")
_LONGEST_LEAD = 12
_MOST_COLONS = 3


@dataclass(frozen=True, slots=True)
class Shorter:
    """A quoted part less what names its speaker.

    doubtful: what was taken off may be the article's own words, changed.
    named: it had a plain 'Name:' before it, which marks words as a quote as quotation marks do.
    """

    start: int
    end: int
    phrase: str | None
    doubtful: bool
    named: bool = False


class Attribution:
    """Shares out what stands between the quoted parts of a post among those before and those behind."""

    def __init__(self, names: NameReader) -> None:
        """Read names as ``names`` does."""
        self._names = names

    def of(self, post: Post) -> list[str | None]:
        """Return the phrase that names the speaker of each part; None where nobody is named."""
        found: list[str | None] = []
        for number, part in enumerate(post.parts):
            if not part.marked:
                found.append(None)
                continue
            before, after = self._around(post, number)
            phrase = self._names.after(after) or self._names.before(before)
            found.append(phrase or self._carried(post, number, found))
        return found

    def _around(self, post: Post, number: int) -> tuple[str, str]:
        before, after = self._plain(post.before(number)), self._plain(post.after(number))
        if number:
            before = _split(before)[1]
        if number + 1 < len(post.parts):
            after = _split(after)[0]
        return before, after

    def _plain(self, text: str) -> str:
        return self._names.without_denied(_TAG.sub(lambda tag: " " * len(tag.group()), text))

    def _carried(self, post: Post, number: int, found: list[str | None]) -> str | None:
        """The second part of 'X said "A" and "B"', or of '"A," said X. "B"', is still X's."""
        between = post.before(number)
        if not number or found[-1] is None:
            return None
        if _CONNECTIVE.fullmatch(between):
            return found[-1]
        told = _split(self._plain(between))[0]
        is_clause = any(word.text in SPEECH_VERBS for word in words_of(told))
        return found[-1] if is_clause and "\n\n" not in between else None

    def asked(self, post: Post, part: Part) -> str | None:
        """Return whom an unmarked post is about: 'did X say …', 'X said that …', 'X: …'."""
        if part.marked:
            return None
        body = post.text[part.start : part.end]
        clause = self._names.leading_clause(body)
        return clause[0] if clause else self._names.before(body)

    def within(self, text: str, part: Part) -> Iterator[Shorter]:
        """Give the readings of a part less a 'Name:', a '- Name' and, if it is no inline quote, a 'Name said'."""
        body = text[part.start : part.end]
        loose = part.block or not part.marked
        for mark in islice(_COLON.finditer(body), _MOST_COLONS):
            if not 0 < len(words_of(body, 0, mark.start())) <= _LONGEST_LEAD:
                break
            yield from self._less_lead(body, mark, part, loose)
        tail = self._names.trailing_clause(body)
        if tail is not None and (loose or body[tail[1]] != ","):
            yield Shorter(part.start, part.start + tail[1], tail[0], doubtful=body[tail[1]] == ",")
        if loose and (head := self._names.leading_clause(body)) is not None:
            yield Shorter(part.start + head[1], part.end, head[0], doubtful=True)

    def _less_lead(self, body: str, mark: re.Match[str], part: Part, loose: bool) -> Iterator[Shorter]:
        lead = self._plain(body[: mark.start()]).strip()
        phrase = self._names.before(lead + ":")
        words = words_of(lead)
        named = len(words_of(phrase)) if phrase else 0
        is_bare = named + sum(word.text in LABELS | ARTICLES for word in words) >= len(words)
        if not is_bare and (not loose or _BREAK.search(lead)):
            return
        start = part.start + mark.end()
        doubtful = not loose or (phrase is None and not is_bare)
        yield Shorter(start, part.end, phrase, doubtful, named=phrase is not None and is_bare)
        if (tail := self._names.trailing_clause(body[mark.end() :])) is not None:
            yield Shorter(start, start + tail[1], tail[0], doubtful=False)


def _split(between: str) -> tuple[str, str]:
    """Share what stands between two parts: what belongs to the one before, and what leads to the next."""
    leads = between.rstrip().endswith(":") and not _BREAK.search(between.strip())
    if leads or _LEADING_WORD.match(between):
        return "", between
    broken = _BREAK.match(between)
    pieces = [piece for piece in _BREAK.split(between) if piece.strip()]
    if len(pieces) > 1:
        return pieces[0], pieces[-1]
    if broken and pieces and not between.startswith("\n"):
        return "", pieces[0]
    return (pieces[0] if broken and pieces else between), ""
