"""A checked quote: the verdict in words, the story's own words with what differs marked, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.answering import phrases
from bot.answering.checked import Told, told
from bot.answering.desk import Checked
from bot.answering.phrases import Phrase
from bot.answering.quotecheck import QuoteCheck, Voiced
from bot.discord.languages import Language
from bot.discord.markup import (
    MOST_CHARACTERS,
    apart,
    beginning,
    bold,
    joined,
    lines_of,
    plain,
    quote_lines,
    small,
)
from bot.discord.render import Frame, attributed
from bot.discord.render_context import marked
from bot.discord.shown import Shown
from bot.stories import Citation, Story

# A check of a longer text would keep others waiting.
LONGEST_POST = 3_000
_MOST_DIFFERENCES = 6
# Lines that the bot writes around quotes, which come along when somebody copies its answer.
_OURS = re.compile(r"^(?:> ?)?— .+ · \S+ \d+$|^-# .*$", re.MULTILINE)


def clamped(text: str) -> tuple[str, bool]:
    """Return as much of a post as is checked, and whether that is less than all."""
    posted = _OURS.sub("", text)
    return posted[:LONGEST_POST], len(posted) > LONGEST_POST


def check_shown(checked: Checked, frame: Frame, *, is_clamped: bool = False) -> Shown:
    """Return the verdict on a post, with the story's own words as far as they fit whole."""
    story, say = checked.story, frame.say
    foot = joined(
        say("check-clamped", count=LONGEST_POST) if is_clamped else "",
        frame.foot(story) if story else "",
    )
    room = MOST_CHARACTERS - len(joined(frame.lead, foot)) - 2
    page = _Page(checked.check, story, say)
    return Shown(joined(frame.lead, page.shown(room), foot))


class _Page:
    """Puts what is told of a check into a message."""

    def __init__(self, check: QuoteCheck, story: Story | None, say: Language) -> None:
        self.check, self.story, self.say = check, story, say

    def shown(self, room: int) -> str:
        """Return what is told of each quote, the worst first, and the whole sentence, as far as they fit."""
        text = ""
        for n, each in enumerate(told(self.check)):
            block = self._block(each, room - len(text) - 1)
            if n and len(joined(text, block)) > room:
                break
            text = joined(text, block)
        return text

    def _block(self, each: Told, room: int) -> str:
        """Return the verdict on a quote, the story's words, what differs, and what that means."""
        head = bold(" ".join(map(self._said, each.head)))
        notes = joined(self._changes(each.changes, room // 2), *map(self._said, each.notes))
        left = room - len(joined(head, notes)) - 1
        slices = self._slices(each.slices, left) if each.slices else ""
        text = joined(head, slices, notes)
        for more in (self._nearest(each), self._in_full(each)):
            text = joined(text, more) if len(joined(text, more)) <= room else text
        return text

    def _said(self, phrase: Phrase) -> str:
        return plain(self.say.phrase(phrase))

    def _changes(self, changes: Sequence[Phrase], room: int) -> str:
        """Return the first changes, and how many more there are."""
        shown = ""
        for n, change in enumerate(changes):
            longer = joined(shown, f"- {self._said(change)}")
            if n == _MOST_DIFFERENCES or len(longer) > room:
                return joined(shown, small(self.say("check-more", count=len(changes) - n)))
            shown = longer
        return shown

    def _nearest(self, each: Told) -> str:
        return joined(self._said(phrases.NEAREST), self._slice(each.nearest)) if each.nearest else ""

    def _in_full(self, each: Told) -> str:
        lines = [line for text in each.in_full for line in lines_of(text)]
        return joined(self._said(phrases.IN_FULL), quote_lines(lines)) if lines else ""

    def _slices(self, slices: Sequence[Voiced], room: int) -> str:
        """Return the original slices that fit, each with whose words it is."""
        blocks: list[str] = []
        for voiced in slices:
            block = self._slice(voiced)
            if len(apart(*blocks, block)) <= room:
                blocks.append(block)
        return apart(*blocks) or self.say("quote-too-long", paragraph=self._paragraph(slices[0][0]))

    def _paragraph(self, at: int) -> int:
        return self.story.article.paragraph_at(at).number if self.story else 1

    def _slice(self, voiced: Voiced) -> str:
        """Return a slice with what was changed in it marked, and whose it is."""
        if self.story is None:
            return ""
        start, end, speaker, kind = voiced
        changes = (each for quote in self.check.quotes for each in quote.differences)
        marks = [(each.start, each.end) for each in changes if each.start is not None and each.end is not None]
        text = marked(self.story.article.text, (start, end), marks)
        words = f"“{text}”" if kind == "quote" else text
        who = attributed(Citation("", start, end, 0, speaker, kind), self.story, self.say) if kind else ""
        place = self.say("paragraph", number=self._paragraph(start))
        lines = [beginning(line) for line in words.splitlines() if line.strip()]
        return quote_lines([*lines, f"— {' · '.join(filter(None, [plain(who), place]))}"])
