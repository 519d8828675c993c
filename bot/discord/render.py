"""Answers as Discord messages: everything in the text, at most 2,000 characters, and a quote is never cut.

Limits: https://discord.com/developers/docs/resources/message#create-message
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.answering import phrases
from bot.answering.attribution import with_role
from bot.answering.phrases import Phrase
from bot.answering.records import Answer, Offer
from bot.answering.references import refer
from bot.discord.custom_ids import Action, Press
from bot.discord.languages import Language
from bot.discord.markup import MOST_CHARACTERS, apart, bare, bold, clipped, joined, lines_of, plain, quote_lines, small
from bot.discord.shown import SHOWN_OF_LABEL, Button, Row, Shown, Style, button
from bot.stories import Citation, Story

_MOST_QUOTES = 3
# Questions are offered whole; only where they leave no room for each other are they clipped, step by step.
_LENGTHS_OF_OFFERS = (300, 150, 75, 35)
_LONGEST_TITLE = 120
_LONGEST_DATE = 80
# Above this the escapes of a line go rather than its words.
_ROOM_FOR_HEAD = 1_200
_ROOM_FOR_FOOT = 400


@dataclass(frozen=True, slots=True)
class Audience:
    """Who sees an answer.

    asker: of an answer in a channel or a DM, who may delete it; None for a private answer.
    shares: the person who sees a private answer may share it, as a reply to the message ``reply_to`` if there is one.
    """

    asker: int | None = None
    shares: bool = False
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What frames all that is shown: the language, the version of the knowledge, and lines of its own on top."""

    say: Language
    version: str
    lead: str = ""

    def foot(self, story: Story, entry: str | None = None) -> str:
        """Return the small line that says where words come from."""
        return provenance(story, self.version, self.say, *([entry] if entry else ()))


def answer_shown(answer: Answer, say: Language, audience: Audience = Audience(), lead: str = "") -> Shown:
    """Return the whole message for an answer, with ``lead`` as a first line of its own."""
    offers = answer.worth_offering
    head = _head(_text(answer, say))
    foot = provenance(answer.story, answer.version, say, *_ids(answer)) if answer.story and answer.entry else ""
    listed = _listed(answer, offers, say, MOST_CHARACTERS - len(joined(lead, head, foot)) - 1)
    room = MOST_CHARACTERS - len(joined(lead, head, listed, foot)) - 1
    quotes = quotes_fitting(answer.citations, answer.story, say, room) if answer.entry else ""
    # What is picked takes the place of a list of offers, but not of an answer that offers come with.
    action = Action.ALSO if answer.entry else Action.PICK
    picks = _offer_buttons(offers, answer.version, action, audience)
    return Shown(joined(lead, head, quotes, listed, foot)).with_rows(picks, _tools(answer, say, audience))


def offers_shown(offers: tuple[Offer, ...], frame: Frame, heading: str) -> Shown:
    """Return a private message that offers questions."""
    head = joined(frame.lead, bold(heading))
    listed = joined(head, _numbered(offers, MOST_CHARACTERS - len(head) - 1))
    return Shown(listed, (_offer_buttons(offers, frame.version, Action.PICK, Audience()),))


def _text(answer: Answer, say: Language) -> str:
    """Return the answer's words: a curator's as they are, the program's own in the reader's language."""
    if isinstance(answer.text, Phrase) and answer.text.key == phrases.SAID_BY.key and answer.entry:
        names = dict.fromkeys(attributed(citation, answer.story, say) for citation in answer.entry.citations)
        return say.phrase(phrases.SAID_BY.format(who="; ".join(names)))
    return say.phrase(answer.text)


def _head(text: str) -> str:
    escaped = bold(plain(text))
    return escaped if len(escaped) <= _ROOM_FOR_HEAD else bare(text)


def _listed(answer: Answer, offers: tuple[Offer, ...], say: Language, room: int) -> str:
    """Return the questions that are offered: numbered where the buttons can't show them whole."""
    if not offers:
        return ""
    heading = say("offers-beside-near") if answer.entry else ""
    if _fit_buttons(offers):
        return joined(heading, small(say("offers-pick-button")))
    hint = small(say("offers-pick-number"))
    return joined(heading, _numbered(offers, room - len(joined(heading, hint)) - 1), hint)


def _numbered(offers: tuple[Offer, ...], room: int) -> str:
    """Return the questions as a list with numbers, and with their stories if there are several."""
    several, listed = _are_of_several_stories(offers), ""
    for most in _LENGTHS_OF_OFFERS:
        questions = [plain(clipped(offer.entry.question, most)) for offer in offers]
        if several:
            titles = (plain(clipped(offer.story.title, most)) for offer in offers)
            questions = [f"{question} ({title})" for question, title in zip(questions, titles, strict=True)]
        listed = "\n".join(f"{number}. {question}" for number, question in enumerate(questions, 1))
        if len(listed) <= room:
            break
    return listed


def _are_of_several_stories(offers: tuple[Offer, ...]) -> bool:
    return len({offer.story.id for offer in offers}) > 1


def _fit_buttons(offers: tuple[Offer, ...]) -> bool:
    """Tell whether buttons show the questions whole, with nothing to add."""
    short = all(len(offer.entry.question) <= SHOWN_OF_LABEL for offer in offers)
    return short and not _are_of_several_stories(offers)


def _offer_buttons(offers: tuple[Offer, ...], version: str, action: Action, audience: Audience) -> tuple[Button, ...]:
    whole = _fit_buttons(offers)
    return tuple(
        button(
            offer.entry.question if whole else str(number),
            Press(action, version, audience.asker, audience.reply_to, refer(offer.story.id, offer.entry.id)),
            Style.MAIN,
        )
        for number, offer in enumerate(offers, 1)
    )


def _tools(answer: Answer, say: Language, audience: Audience) -> Row:
    """Return the buttons under an answer; what is no answer has only the one to delete it."""
    found: list[Button] = []
    if answer.story and answer.entry:
        subject = refer(answer.story.id, answer.entry.id)
        wanted = [Action.CONTEXT] if answer.citations else []
        wanted += [Action.RELATED, *([Action.SHARE] if audience.shares else []), Action.WRONG]
        for action in wanted:
            number = audience.reply_to if action is Action.SHARE else None
            press = Press(action, answer.version, None, number, subject)
            found.append(button(say(f"button-{action}"), press))
    if audience.asker is not None:
        found.append(button(say("button-delete"), Press(Action.DELETE, user=audience.asker)))
    return tuple(found)


def _ids(answer: Answer) -> tuple[str, ...]:
    return tuple(entry.id for entry in answer.entries)


def provenance(story: Story, version: str, say: Language, *entries: str) -> str:
    """Return the small line that says where words come from: story, date as far as known, entries and version."""
    title, date = clipped(story.title, _LONGEST_TITLE), clipped(story.date.known or say("date-unknown"), _LONGEST_DATE)
    rest = " · ".join([*(f"`{entry}`" for entry in entries), say("version", version=version)])
    line = f"{plain(title)} · {plain(date)} · {rest}"
    return small(line if len(line) <= _ROOM_FOR_FOOT else f"{bare(title)} · {bare(date)} · {rest}")


def quotes_fitting(citations: tuple[Citation, ...], story: Story | None, say: Language, room: int) -> str:
    """Return as many whole quotes as fit, and say how many more there are."""
    if not citations:
        return ""
    shown: list[str] = []
    for citation in citations:
        block = quote_block(citation, story, say)
        left = len(citations) - len(shown) - 1
        if len(shown) < _MOST_QUOTES and len(joined(apart(*shown, block), _more(left, say))) <= room:
            shown.append(block)
    if not shown:
        return say("quote-too-long", paragraph=citations[0].paragraph)
    return joined(apart(*shown), _more(len(citations) - len(shown), say))


def _more(count: int, say: Language) -> str:
    return small(say("quotes-more", count=count)) if count else ""


def quote_block(citation: Citation, story: Story | None, say: Language) -> str:
    """Return a quote as ``>`` lines, with who said it and where it stands."""
    where = f"— {plain(attributed(citation, story, say))} · {say('paragraph', number=citation.paragraph)}"
    return quote_lines([*lines_of(quoted_words(citation)), where])


def quoted_words(citation: Citation) -> str:
    """Return a citation's words, in quotation marks only if they are somebody's spoken words."""
    return f"“{citation.quote}”" if citation.kind == "quote" else citation.quote


def attributed(citation: Citation, story: Story | None, say: Language) -> str:
    """Say whose words a citation is; only a quote is ever somebody's spoken words, and narration is nobody's."""
    if citation.speaker is None:
        return say(f"by-{citation.kind or 'narration'}")
    who = with_role(citation.speaker, story)
    return say(f"by-speaker-{citation.kind}" if citation.kind in {"quote", "reported"} else "by-speaker", who=who)
