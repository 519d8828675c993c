"""Quotes as cards: whose words, of what kind, where, and in what context; and what each camp says on a point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.desk import reference_of
from bot.answering.quotes import Quoted
from bot.answering.references import refer
from bot.answering.sides import Point, sides_of
from bot.discord.custom_ids import Action, Press
from bot.discord.languages import Language
from bot.discord.markup import MOST_CHARACTERS, apart, bold, clipped, joined, plain
from bot.discord.render import Frame, quote_block
from bot.discord.render_context import passage
from bot.discord.shown import MOST_OPTIONS, Button, Menu, Row, Shown, Style, button, option
from bot.discord.turning import turning
from bot.stories import Citation, Dispute, Story

_LONGEST_HEADING = 300


@dataclass(frozen=True, slots=True)
class Page:
    """One of several quotes, and what turning the page means: ``turn`` with another number."""

    number: int
    count: int
    turn: Press


def card_shown(quoted: Quoted, frame: Frame, *rows: Row) -> Shown:
    """Return a quote with the paragraph around it, and rows of buttons."""
    foot = frame.foot(quoted.story)
    room = MOST_CHARACTERS - len(joined(frame.lead, foot)) - 2
    block = quote_block(quoted.citation, quoted.story, frame.say)
    if len(block) > room:
        block = frame.say("quote-too-long", paragraph=quoted.citation.paragraph)
    around = _around(quoted, frame.say, room - len(block) - 1)
    return Shown(joined(frame.lead, block, around, foot)).with_rows(*rows)


def card_tools(quoted: Quoted, frame: Frame, *, shares: bool, page: Page | None = None) -> Row:
    """Return the buttons under a quote that one person sees: to turn the page and to share it."""
    found: list[Button] = [*(turning(page.turn, page.number, page.count, frame.say) if page else ())]
    if shares:
        press = Press(Action.SHARE_QUOTE, frame.version, subject=reference_of(quoted))
        found.append(button(frame.say("button-share"), press))
    return tuple(found)


def heading(text: str, say: Language, page: Page | None = None) -> str:
    """Return the bold line over a quote, with its number if there are several."""
    title = bold(plain(clipped(text, _LONGEST_HEADING)))
    return f"{title} · {say('page-of', number=page.number + 1, count=page.count)}" if page else title


def _around(quoted: Quoted, say: Language, room: int) -> str:
    """Return the paragraph around a quote, unless the quote is all of it or there is no room."""
    citation, article = quoted.citation, quoted.story.article
    paragraph = article.paragraph_at(citation.start)
    if citation.end > paragraph.end or not _says_more(paragraph.text, citation.quote):
        return ""
    title = say("card-context")
    text = passage(article, paragraph, [(citation.start, citation.end)], room - len(title) - 1)
    return joined(title, text) if text else ""


def _says_more(paragraph: str, quote: str) -> bool:
    return any(letter.isalnum() for letter in paragraph.replace(quote, "", 1))


def sides_shown(story: Story, dispute: Dispute, frame: Frame, *rows: Row) -> Shown:
    """Return what each camp says on a point, in their own words; every camp is given as much room as the others."""
    foot, lead, say = frame.foot(story), frame.lead, frame.say
    title = bold(plain(dispute.point))
    words = sides_of(story, dispute)
    room = MOST_CHARACTERS - len(joined(lead, title, foot)) - 2
    most = max((len(said) for said in words.values()), default=0)
    for count in range(most, 0, -1):
        text = apart(*(_camp_block(camp, said[:count], len(said), story, say) for camp, said in words.items()))
        if len(text) <= room:
            return Shown(joined(lead, title, text, foot)).with_rows(*rows)
    return Shown(joined(lead, title, say("sides-too-long"), foot)).with_rows(*rows)


def sides_menu(disputes: Sequence[Point], frame: Frame) -> Shown:
    """Return the disputed points to choose from."""
    say = frame.say
    several = len({story.id for story, _ in disputes}) > 1
    options = tuple(
        option(dispute.point, refer(story.id, dispute.id), story.title if several else "")
        for story, dispute in disputes[:MOST_OPTIONS]
    )
    menu = Menu(say("sides-placeholder"), str(Press(Action.SIDES, frame.version)), options)
    return Shown(joined(frame.lead, bold(say("sides-heading")), say("sides-intro")), ((menu,),))


def sides_tools(story: Story, dispute: Dispute, frame: Frame) -> Row:
    """Return the button to share what both camps say."""
    press = Press(Action.SHARE_SIDES, frame.version, subject=refer(story.id, dispute.id))
    return (button(frame.say("button-share"), press),)


def draw_again(version: str, say: Language) -> Row:
    """Return the button for another quote by chance."""
    return (button(say("button-another"), Press(Action.DRAW, version), Style.MAIN),)


def _camp_block(camp: str, said: Sequence[Citation], count: int, story: Story, say: Language) -> str:
    """Return a camp's words, or that the story has none of theirs on this."""
    name = bold(plain(camp))
    if not said:
        return joined(name, say("sides-silent"))
    more = say("quotes-more-plain", count=count - len(said)) if count > len(said) else ""
    return joined(name, apart(*(quote_block(each, story, say) for each in said)), more)
