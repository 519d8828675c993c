"""Answers as Discord messages: everything in the text, at most 2,000 characters, and a quote is never cut.

Limits: https://discord.com/developers/docs/resources/message#create-message
"""

from __future__ import annotations

from discord.utils import escape_markdown, escape_mentions

from bot.answering.attribution import attribution
from bot.answering.records import Answer, Offer
from bot.discord import texts
from bot.stories import Citation, Story

MOST_CHARACTERS = 2_000
CHOICE_CHARACTERS = 100
_MOST_QUOTES = 3


def message_text(answer: Answer, pick: str = texts.PICK) -> str:
    """Return the whole message for an answer; ``pick`` says how to choose one of the offered questions."""
    head = f"**{plain(answer.text)}**"
    foot = provenance(answer)
    if answer.entry is None:
        return _joined(head, _numbered(answer.offers), f"-# {pick}" if answer.offers else "")
    room = MOST_CHARACTERS - len(head) - len(foot) - 2
    return _joined(head, _quotes(answer.citations, answer.story, room), foot)


def plain(text: str) -> str:
    """Return text that shows as it is: no markdown, no mention, no line of its own making."""
    return escape_mentions(escape_markdown(" ".join(text.split()))).replace("-#", "\\-#")


def provenance(answer: Answer) -> str:
    """Return the small line that says where an answer comes from."""
    if answer.story is None or answer.entry is None:
        return ""
    date = f" · {plain(answer.story.date.known)}" if answer.story.date.known else ""
    return f"-# {plain(answer.story.title)}{date} · `{answer.entry.id}` · version {answer.version}"


def quote_block(citation: Citation, story: Story | None) -> str:
    """Return a quote as ``>`` lines, with who said it and where it stands."""
    words = f"“{citation.quote}”" if citation.kind == "quote" else citation.quote
    lines = [plain(line) for line in words.splitlines() if line.strip()]
    return "\n".join(
        f"> {line}" for line in [*lines, f"— {plain(attribution(citation, story))} · paragraph {citation.paragraph}"]
    )


def choice_name(question: str) -> str:
    """Return a question as a choice of at most 100 characters, cut at a word."""
    text = " ".join(question.split())
    if len(text) <= CHOICE_CHARACTERS:
        return text
    return text[: CHOICE_CHARACTERS - 1].rsplit(" ", 1)[0][: CHOICE_CHARACTERS - 1] + "…"


def _quotes(citations: tuple[Citation, ...], story: Story | None, room: int) -> str:
    """Return as many whole quotes as fit."""
    shown: list[str] = []
    for citation in citations[:_MOST_QUOTES]:
        block = quote_block(citation, story)
        if len("\n".join([*shown, block])) <= room:
            shown.append(block)
    if citations and not shown:
        return texts.TOO_LONG_QUOTE.format(number=citations[0].paragraph)
    return "\n".join(shown)


def _numbered(offers: tuple[Offer, ...]) -> str:
    return "\n".join(f"{number}. {plain(offer.entry.question)}" for number, offer in enumerate(offers, 1))


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
