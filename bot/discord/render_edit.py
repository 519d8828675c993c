"""An entry as readers would see it, and what the story has in place of a quote that it does not have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.answering.desk import Checked
from bot.answering.records import Offer
from bot.discord.languages import Language
from bot.discord.markup import bold, clipped, joined, lines_of, plain, quote_lines, small
from bot.discord.render import quotes_fitting
from bot.discord.shown import Attached

_ROOM_FOR_QUOTES = 700
_LONGEST_ANSWER = 500
_LONGEST_QUESTION = 150
_LONGEST_WORDS = 400


def preview(offer: Offer, say: Language) -> str:
    """Return an entry's answer with its quotes, which were found in the article word for word."""
    entry, story = offer.entry, offer.story
    quotes = quotes_fitting(entry.citations, story, say, _ROOM_FOR_QUOTES)
    verified = say("preview-verified", count=len(entry.citations)) if entry.in_story else say("preview-near")
    return joined(
        bold(say("preview-heading", entry=f"`{entry.id}`")),
        plain(clipped(entry.question, _LONGEST_QUESTION)),
        bold(plain(clipped(entry.answer, _LONGEST_ANSWER))),
        quotes,
        small(verified),
    )


def phrasings_lead(offer: Offer, texts: Sequence[str], say: Language) -> str:
    """Return which questions an entry is to be asked by as well."""
    listed = [f"- {plain(clipped(text, _LONGEST_QUESTION))}" for text in texts]
    asked = plain(clipped(offer.entry.question, _LONGEST_QUESTION))
    return joined(say("preview-phrasings", entry=f"`{offer.entry.id}`", question=asked), *listed)


def true_words(checked: Checked, say: Language) -> str:
    """Return the story's own words that a quote comes nearest to, as they may be copied; nothing if there are none."""
    if checked.story is None or not checked.check.spans:
        return ""
    text = checked.story.article.text
    words = [text[start:end] for start, end in checked.check.spans]
    lines = [line for each in words for line in lines_of(each) if len(each) <= _LONGEST_WORDS]
    return joined(say("form-true-words"), quote_lines(lines)) if lines else ""


def typed_file(fields: Mapping[str, object]) -> Attached:
    """Return what somebody typed as a file, so that it is not lost."""
    return Attached("typed.txt", "\n\n".join(f"{name}:\n{value}" for name, value in fields.items()) + "\n")
