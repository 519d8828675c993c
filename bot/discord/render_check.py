"""A checked quote: the verdict in words, the story's own words with what differs marked, and whose they are."""

from __future__ import annotations

import re

from bot.answering.checked import difference_in_words, sentence
from bot.answering.desk import Checked
from bot.answering.quotecheck import Difference, QuoteCheck, Verdict
from bot.discord.languages import Language
from bot.discord.markup import (
    MOST_CHARACTERS,
    apart,
    beginning,
    bold,
    clipped,
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
_LONGEST_WORDS = 150


def clamped(text: str) -> tuple[str, bool]:
    """Return as much of a post as is checked, and whether that is less than all."""
    posted = _OURS.sub("", text)
    return posted[:LONGEST_POST], len(posted) > LONGEST_POST


def check_shown(checked: Checked, frame: Frame, *, is_clamped: bool = False) -> Shown:
    """Return the verdict on a post, with the story's own words as far as they fit whole."""
    check, story, say = checked.check, checked.story, frame.say
    head = bold(plain(say.phrase(sentence(check))))
    notes = joined(_told(check, say), say("check-clamped", count=LONGEST_POST) if is_clamped else "")
    if story is None:
        return Shown(joined(frame.lead, head, notes))
    foot = frame.foot(story)
    room = MOST_CHARACTERS - len(joined(frame.lead, head, notes, foot)) - 2
    slices = _slices(check, story, say, room)
    return Shown(joined(frame.lead, head, slices, notes, _in_full(check, story, say, room - len(slices) - 1), foot))


def _told(check: QuoteCheck, say: Language) -> str:
    """Say what differs, or what it means that nothing was found."""
    if check.verdict is Verdict.NOT_IN_STORY:
        return say("check-elsewhere")
    changes = [_change(each, say) for each in check.differences[:_MOST_DIFFERENCES]]
    left = len(check.differences) - len(changes)
    return joined(*changes, small(say("check-more", count=left)) if left else "")


def _change(difference: Difference, say: Language) -> str:
    said, posted = (plain(clipped(words, _LONGEST_WORDS)) for words in (difference.said, difference.posted))
    return f"- {say.phrase(difference_in_words(said, posted))}"


def _slices(check: QuoteCheck, story: Story, say: Language, room: int) -> str:
    """Return the original slices that fit, each with whose words it is."""
    blocks: list[str] = []
    for start, end, speaker, kind in check.slices:
        block = _slice(check, Citation("", start, end, 0, speaker, kind), story, say)
        if len(apart(*blocks, block)) <= room:
            blocks.append(block)
    if not blocks:
        return say("quote-too-long", paragraph=check.paragraph or 1)
    return apart(*blocks)


def _slice(check: QuoteCheck, found: Citation, story: Story, say: Language) -> str:
    number = story.article.paragraph_at(found.start).number
    changes = [(each.start, each.end) for each in check.differences if each.start is not None and each.end is not None]
    text = marked(story.article.text, (found.start, found.end), changes)
    words = f"“{text}”" if found.kind == "quote" else text
    who = attributed(found, story, say) if found.kind else ""
    where = " · ".join(filter(None, [plain(who), say("paragraph", number=number)]))
    lines = [beginning(line) for line in words.splitlines() if line.strip()]
    return quote_lines([*lines, f"— {where}"])


def _in_full(check: QuoteCheck, story: Story, say: Language, room: int) -> str:
    """Return the whole sentences around the slices where they say more, so that a cut can't turn the meaning."""
    shown = " ".join(story.article.text[start:end] for start, end in check.spans)
    if check.context is None or _letters(check.context) == _letters(shown) or check.verdict is Verdict.STITCHED:
        return ""
    text = joined(say("check-in-full"), quote_lines(lines_of(check.context)))
    return text if len(text) <= room else ""


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
