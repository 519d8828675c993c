"""Questions whether somebody said certain words: "did Kirby say 'a good future'?" is a quote check."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answering import phrases
from bot.answering.places import entry_showing
from bot.answering.records import Answer, Offer, Outcome
from bot.matching import Match
from bot.stories import Citation, Entry, Story

if TYPE_CHECKING:
    from bot.answering.quotecheck import LibraryChecker

SAY = r"(?:say|says|said|claims?|claimed|call|called|use|used|write|wrote|stated?|tell|told|speak|spoke|mention)"
# How people begin.
START = r"\W*(?:(?:so|and|but|ok|okay|wait|hm+|hey|please)\W+)*"
# Words in quotation marks of any kind, one group for each.
QUOTED = r"""(?:"(?P<straight>[^"]+)"|“(?P<curly>[^”]+)”|«(?P<pointed>[^»]+)»|[‘'](?P<single>.+)['’])"""
_WHETHER = re.compile(
    rf"""{START}
    (?:did|does|has|have|had|is\ it\ (?:true|right|correct)\ that)\s+(?P<who>[^"“«‘'’]{{2,60}}?)
    \s+(?:(?:really|actually|ever|also|not|once|literally|just)\s+)*{SAY}\b[^"“«‘'’]{{0,60}}
    {QUOTED}[^"“«]{{0,40}}""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
# One or two words are a question about a word, not a quote.
FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Said:
    """Words that somebody asks about.

    post: they, after who is said to have said them, or the first of several.
    is_open: whether it is asked whose they are, and not whether they are this one's.
    is_all: whether nothing else is asked.
    """

    post: str
    is_open: bool = False
    is_all: bool = True


def asked_whether_said(question: str) -> Said | None:
    """Return the quote that somebody asks about with who is said to have said it, None if it is no such question."""
    found = _WHETHER.fullmatch(question)
    if found is None:
        return None
    quote = quoted(found)
    return Said(f"{found['who']}: “{quote}”") if len(quote.split()) >= FEWEST_WORDS else None


def quoted(found: re.Match[str]) -> str:
    """Return what ``QUOTED`` has found."""
    return next(filter(None, (found["straight"], found["curly"], found["pointed"], found["single"])), "")


def checked_answer(checker: LibraryChecker, said: Said, match: Match, version: str) -> Answer | None:
    """Return the verdict on a quote that is asked about, None if the story has nothing of it, or not all that is asked.

    That somebody else said it answers whatever was asked beside: where, when, to whom.
    """
    from bot.answering.checked import told  # few ask for it, and every start would import it
    from bot.answering.quotecheck import Verdict

    check = checker.check(said.post)
    is_exact = check.verdict is Verdict.EXACT
    if check.verdict is Verdict.NOT_IN_STORY or (not said.is_all and check.verdict is not Verdict.MISATTRIBUTED):
        return None
    story = next((each.story for each in match.answerable if each.story.id == check.story), None)
    if story is None:
        return None
    citations = tuple(dict.fromkeys(_whole(story, story.cite(*each)) for each in check.slices))
    offer = _entry_of(citations, match, story)
    if offer is None:
        return None
    first = told(check)[0]
    head = (phrases.WORD_FOR_WORD,) if is_exact else (*first.head, *first.changes)
    if said.is_open and is_exact and check.speaker:
        is_report = {kind for *_, kind in check.slices} == {"reported"}
        head = ((phrases.REPORTED_OF_THEM if is_report else phrases.THEIRS).format(speaker=check.speaker),)
    text = head[0] if len(head) == 1 else " ".join(head)
    return Answer(Outcome.ANSWERED, text, 1.0, version, story, offer.entry, citations, (offer,))


def _whole(story: Story, found: Citation) -> Citation:
    """Return the shortest quote of an entry around some words, which may mean something else by themselves."""
    cited = (each for entry in story.entries for each in entry.citations)
    around = (each for each in cited if each.start <= found.start and found.end <= each.end)
    return min(around, key=lambda each: each.end - each.start, default=found)


def _entry_of(shown: tuple[Citation, ...], match: Match, story: Story) -> Offer | None:
    """Return the likeliest entry that shows some of the words that were found, else the one that shows most of them."""
    for each in match.answerable:
        if each.story is story and _shows(each.entry, shown):
            return Offer(each.story, each.entry, each.share)
    entry = entry_showing(story, shown[0])
    return Offer(story, entry) if entry else None


def _shows(entry: Entry, shown: tuple[Citation, ...]) -> bool:
    return any(each.start < other.end and other.start < each.end for each in entry.citations for other in shown)
