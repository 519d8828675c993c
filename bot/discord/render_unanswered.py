"""What was asked in vain: a page of it, one group of questions, and the entries it may be a phrasing of."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answering.records import Offer
from bot.answering.references import refer
from bot.discord.custom_ids import Action, Press
from bot.discord.languages import Language
from bot.discord.markup import bold, clipped, joined, moment, plain, small
from bot.discord.shown import MOST_OPTIONS, Menu, Shown, Style, button, option
from bot.discord.turning import page_within, turning
from bot.knowledge.unanswered import Group
from bot.records.redaction import is_redacted

_ON_A_PAGE = 8
_LONGEST_QUESTION = 120
# So many alike questions are shown, and become phrasings together.
MOST_PHRASINGS = 5


def unanswered_shown(groups: Sequence[Group], page: int | None, say: Language, lead: str = "") -> Shown:
    """Return a page of the groups, the most asked first, with a menu to choose one."""
    if not groups:
        return Shown(joined(lead, say("unanswered-none")))
    pages = -(-len(groups) // _ON_A_PAGE)
    number = page_within(page, pages)
    shown = groups[number * _ON_A_PAGE : (number + 1) * _ON_A_PAGE]
    lines = [_line(at, group, say) for at, group in enumerate(shown, number * _ON_A_PAGE + 1)]
    options = tuple(option(group.text, str(group.id), say("unanswered-times", count=group.count)) for group in shown)
    menu = Menu(say("unanswered-placeholder"), str(Press(Action.VAIN_ONE, number=number)), options)
    text = joined(lead, bold(say("unanswered-heading", count=len(groups))), *lines)
    return Shown(text, ((menu,),)).with_rows(turning(Press(Action.VAIN), number, pages, say))


def group_shown(group: Group, page: int | None, offers: Sequence[Offer], say: Language, *, writes: bool) -> Shown:
    """Return one group with what can be done about it; nothing that ``writes`` where the folder can't be written."""
    alike = [f"  - {_quoted(each.text)} · {each.count}×" for each in group.questions[1:MOST_PHRASINGS]]
    more = len(group.questions) - 1 - len(alike)
    nearest = [f"  - `{each.entry.id}` {plain(clipped(each.entry.question, _LONGEST_QUESTION))}" for each in offers]
    subject = str(group.id)
    changing = (
        (
            button(say("button-phrase"), Press(Action.PHRASE, number=page, subject=subject), Style.MAIN),
            button(say("button-near"), Press(Action.NEAR, number=page, subject=subject)),
        )
        if writes
        else ()
    )
    buttons = (
        *changing,
        button(say("button-dismiss"), Press(Action.DISMISS, number=page, subject=subject)),
        button(say("button-back"), Press(Action.VAIN, number=page)),
    )
    text = joined(
        bold(_quoted(group.text)),
        f"- {_counted(group, say)}",
        f"- {say('unanswered-when', first=moment(group.first), last=moment(group.last))}",
        joined(f"- {say('unanswered-alike')}", *alike) if alike else "",
        f"  - {say('health-more', count=more)}" if more > 0 else "",
        joined(f"- {say('unanswered-nearest')}", *nearest) if nearest else "",
        "" if writes else small(say("folder-fixed")),
    )
    return Shown(text, (buttons,))


def entries_menu(group: Group, page: int | None, offers: Sequence[Offer], say: Language) -> Shown:
    """Return the entries to choose from that a group may be a phrasing of."""
    texts = [f"- {_quoted(text)}" for text in phrasings_of(group)]
    options = tuple(
        option(
            each.entry.question,
            refer(each.story.id, each.entry.id),
            each.entry.id if each.entry.in_story else say("entry-near", entry=each.entry.id),
        )
        for each in offers[:MOST_OPTIONS]
    )
    subject = str(group.id)
    back = button(say("button-back"), Press(Action.VAIN_ONE, number=page, subject=subject))
    head = joined(bold(say("phrasing-heading")), *texts, small(say("phrasing-hint")))
    if not options:
        return Shown(joined(head, say("phrasing-none")), ((back,),))
    menu = Menu(say("phrasing-placeholder"), str(Press(Action.PHRASE_TO, number=page, subject=subject)), options)
    return Shown(head, ((menu,), (back,)))


def phrasings_of(group: Group) -> list[str]:
    """Return the questions of a group that can be phrasings: not those of which something was taken out."""
    return [each.text for each in group.questions if not is_redacted(each.text)][:MOST_PHRASINGS]


def _line(number: int, group: Group, say: Language) -> str:
    nearest = f" · {say('unanswered-near')} `{group.nearest[0][1]}`" if group.nearest else ""
    return f"{number}. {_quoted(group.text)} · {_counted(group, say)}{nearest}"


def _counted(group: Group, say: Language) -> str:
    trend = say("unanswered-trend", now=group.this_week, before=group.week_before)
    return f"{say('unanswered-times', count=group.count)} · {trend}"


def _quoted(text: str) -> str:
    return f"“{plain(clipped(text, _LONGEST_QUESTION))}”"
