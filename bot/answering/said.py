"""Questions whether somebody said certain words: "did Kirby say 'a good future'?" is a quote check."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answering import phrases
from bot.answering.records import Answer, Offer, Outcome
from bot.matching import Match
from bot.stories import Citation, Entry, Story

if TYPE_CHECKING:
    from bot.answering.quotecheck import LibraryChecker, QuoteCheck

_SAY = r"(?:say|says|said|claims?|claimed|call|called|use|used|write|wrote|stated?|tell|told|speak|spoke|mention)"
_WHETHER = re.compile(
    rf"""\W*(?:(?:so|and|but|ok|okay|wait|hm+|hey|please)\W+)*
    (?:did|does|has|have|had|is\ it\ (?:true|right|correct)\ that)\s+(?P<who>[^"“«‘'’]{{2,60}}?)
    \s+(?:(?:really|actually|ever|also|not|once|literally|just)\s+)*{_SAY}\b[^"“«‘'’]{{0,60}}
    (?:"(?P<straight>[^"]+)"|“(?P<curly>[^”]+)”|«(?P<pointed>[^»]+)»|[‘'](?P<single>.+)['’])[^"“«]{{0,40}}""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
# One or two words are a question about a word, not a quote.
_FEWEST_WORDS = 3


def asked_whether_said(question: str) -> str | None:
    """Return the quote that somebody asks about with who is said to have said it, None if it is no such question."""
    found = _WHETHER.fullmatch(question)
    if found is None:
        return None
    quote = next(filter(None, (found["straight"], found["curly"], found["pointed"], found["single"])))
    return f"{found['who']}: “{quote}”" if len(quote.split()) >= _FEWEST_WORDS else None


def checked_answer(checker: LibraryChecker, post: str, match: Match, version: str) -> Answer | None:
    """Return the verdict on a quote that is asked about, None if the story has nothing of it."""
    from bot.answering.checked import told  # few ask for it, and every start would import it
    from bot.answering.quotecheck import Verdict

    check = checker.check(post)
    if check.verdict is Verdict.NOT_IN_STORY:
        return None
    shown = next((each for each in match.answerable if each.story.id == check.story), None)
    offer = _entry_of(check, match, shown.story) if shown else None
    if shown is None or offer is None:
        return None
    first = told(check)[0]
    head = (phrases.WORD_FOR_WORD,) if check.verdict is Verdict.EXACT else (*first.head, *first.changes)
    citations = tuple(_cited(shown.story, *each) for each in check.slices)
    text = head[0] if len(head) == 1 else " ".join(head)
    return Answer(Outcome.ANSWERED, text, 1.0, version, shown.story, offer.entry, citations, (offer,))


def _entry_of(check: QuoteCheck, match: Match, story: Story) -> Offer | None:
    """Return the likeliest entry that shows some of the words that were found."""
    for each in match.answerable:
        if each.story is story and _shows(each.entry, check):
            return Offer(each.story, each.entry, each.share)
    others = (entry for entry in story.entries if entry.in_story and _shows(entry, check))
    return next((Offer(story, entry) for entry in others), None)


def _shows(entry: Entry, check: QuoteCheck) -> bool:
    return any(each.start < end and start < each.end for each in entry.citations for start, end, *_ in check.slices)


def _cited(story: Story, start: int, end: int, speaker: str | None, kind: str | None) -> Citation:
    text = story.article.text[start:end]
    return Citation(text, start, end, story.article.paragraph_at(start).number, speaker, kind)
