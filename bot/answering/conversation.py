"""What was said before, for questions that lean on it: short-lived, bounded, and only in memory."""

from __future__ import annotations

import re
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.answering.picking import pick_in
from bot.answering.records import Offer, worth_offering
from bot.matching.leaning import PRONOUNS
from bot.matching.words import clean, words
from bot.stories import Citation, Entry, Library, Story

LIFETIME = 15 * 60.0
MOST_CONVERSATIONS = 5_000
# Questions whose plain words are asked for several times.
_IN_HAND = 16

# What asks for something other than what was said.
MORE = frozenset({"else", "another", "other", "more"})
_FEW_WORDS = 4
# Weighs one thing against another: "is it 90 or more?" asks for nothing further.
_COMPARED = re.compile(r"\bor more\b|\bmore (?:than|or less)\b", re.IGNORECASE)
# Asks for the proof of what was just said, and for nothing else.
_PROOF = re.compile(
    r"""(?:(?:and|so|but|ok|the|your|its|any|an?|got|have|do\ you\ have|(?:can|could|may)\ i\ (?:see|get|have)
    |show\ me|give\ me|whats?|what\ is|where\ is|wheres)\ )*
    (?:sources?|proof|evidence|citations?|sauce
    |(?:exact\ |actual\ |precise\ |full\ |whole\ |entire\ |complete\ )?(?:words?|quotes?|wording|sentences?|passage)
    |verbatim|reall?y|seriously|(?:you\ |are\ you\ )?sure)
    (?:\ (?:for|of|on|behind)\ (?:that|this|it))?(?:\ (?:then|please|pls|tho|though))?""",
    re.VERBOSE,
)
# Asks who said what was just said, and for nothing else.
_WHO = re.compile(
    r"""(?:(?:and|so|but|ok|okay|wait|no|oh|hm+|lol|well|sorry|thanks|thank\ you)\ )*
    (?:says\ who|speaker|(?:whats?\ |what\ (?:is|was|are)\ )?(?:his|her|their)\ names?
    |who(?:\ is|s|\ was)?\ (?:speaking|talking)(?:\ (?:here|there))?
    |who\ puts?\ (?:it|that)\ (?:(?:that|this)\ way|so|like\ (?:that|this))
    |who\ (?:talks|speaks|phrases\ it|says\ it)\ like\ (?:that|this)|through\ (?:which|what|whose)\ (?:person|mouth)
    |(?:which|what)\ (?:man|gentleman|guy|official|person|speaker|side)\ (?:said|says|claimed|claims)
     (?:\ (?:that|this|it|so))?
    |said\ who|by\ who(?:m)?|according\ to\ who(?:m)?|who(?:\ is|s)?\ (?:that|this|it|those)\ from
    |who(?:\ exactly|\ actually|\ really)?(?:\ is|s|\ was)?(?:\ (?:the\ one|it\ that))?
     \ (?:said|says|sez|saying|told|claims?|claimed|stated?|quoted)
     (?:\ (?:all\ )?(?:that|this|it|so|those|these))?(?:\ (?:words?|exactly|actually|again))?
    |who\ (?:has\ |have\ )?told\ (?:you|us|them)\ (?:all\ )?(?:that|this|it|so)
    |who\ (?:made|makes)\ (?:that|this|the)\ (?:claim|comment|statement|remark|accusation)
    |whose\ (?:words?|quote|claim|statement|line|speech)(?:\ (?:is|are|was|were)\ (?:that|this|it|those|these))?)
    (?:\ (?:then|tho|though|anyway|please|pls))?""",
    re.VERBOSE,
)

_WORDS = frozenset({"word", "words", "quote", "quotes", "wording", "verbatim"})
_LONGEST_ASIDE = 60
_SENTENCES = frozenset({"sentence", "sentences", "passage"})


@dataclass(frozen=True, slots=True)
class Context:
    """The last exchange of a conversation; ``shown`` is the sentence that was read on to, if one was."""

    question: str
    story: Story | None = None
    entry: Entry | None = None
    offers: tuple[Offer, ...] = ()
    shown: Citation | None = None


class Conversations:
    """The last exchange of each conversation; forgets by age and by number."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Use ``clock`` (seconds) to tell age."""
        self._clock = clock
        self._kept: OrderedDict[str, tuple[float, Context]] = OrderedDict()

    def recall(self, key: str | None) -> Context | None:
        """Return the context of a conversation while it is fresh."""
        if key is None or key not in self._kept:
            return None
        since, context = self._kept[key]
        if self._clock() - since > LIFETIME:
            del self._kept[key]
            return None
        return context

    def remember(self, key: str | None, context: Context) -> None:
        """Keep the last exchange."""
        if key is None:
            return
        self._kept[key] = (self._clock(), context)
        self._kept.move_to_end(key)
        while len(self._kept) > MOST_CONVERSATIONS:
            self._kept.popitem(last=False)

    def move_to(self, library: Library) -> None:
        """Go on with what a library that was put in use has of each talk; forget what it has not."""
        entries = {(story.id, entry.id): (story, entry) for story, entry in library.entries()}
        for key, (since, context) in list(self._kept.items()):
            moved = _moved(context, library, entries)
            if moved is None:
                del self._kept[key]
            else:
                self._kept[key] = (since, moved)


def _moved(
    context: Context, library: Library, entries: Mapping[tuple[str, str], tuple[Story, Entry]]
) -> Context | None:
    """Return a context in the records of another library, None if what was said last is not in it any more."""
    if context.story is None:
        return context
    story, entry = library.story(context.story.id), None
    if context.entry is not None:
        story, entry = entries.get((context.story.id, context.entry.id), (None, None))
    if story is None:
        return None
    known = ((entries.get((offer.story.id, offer.entry.id)), offer.share) for offer in context.offers)
    offers = tuple(Offer(*found, share) for found, share in known if found)
    is_same_text = story.article.text == context.story.article.text
    return replace(context, story=story, entry=entry, offers=offers, shown=context.shown if is_same_text else None)


def picked(question: str, context: Context | None) -> Offer | None:
    """Return the shown question that somebody picks, by its number or in words such as "the second one"."""
    offers = worth_offering(context.entry, context.offers) if context else ()
    number = pick_in(question, len(offers))
    return offers[number - 1] if number is not None and 1 <= number <= len(offers) else None


def asks_for_proof(question: str) -> bool:
    """Tell whether a question asks only for the proof of what was said last."""
    return _PROOF.fullmatch(_bare(question)) is not None


def asks_for_words(question: str) -> bool:
    """Tell whether a question asks for the very words of what was said last."""
    return not _WORDS.isdisjoint(words(question))


def asks_about_an_answer(question: str) -> bool:
    """Tell whether a question asks only for the words or the speaker of an answer, and so needs one before it."""
    if len(question) > _LONGEST_ASIDE:
        return False
    shown = asks_for_proof(question) and not (_WORDS | _SENTENCES).isdisjoint(words(question))
    return shown or asks_who_said(question)


def asks_for_a_quote(question: str) -> bool:
    """Tell whether a question asks for a quote, which may be another one of the same speaker."""
    return not {"quote", "quotes"}.isdisjoint(words(question))


def asks_who_said(question: str) -> bool:
    """Tell whether a question asks only who said what was said last."""
    return _WHO.fullmatch(_bare(question)) is not None


def asks_for_more(question: str) -> bool:
    """Tell whether a question asks for something other than what was said last."""
    found = words(_COMPARED.sub(" ", question))
    return not MORE.isdisjoint(found) and bool(PRONOUNS.intersection(found) or len(found) <= _FEW_WORDS)


@lru_cache(_IN_HAND)
def _bare(question: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", "", clean(question)).split())
