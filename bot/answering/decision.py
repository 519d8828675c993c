"""The decision: from what the engine makes of a question to an answer, a close call, or "the story does not say"."""

from __future__ import annotations

import math

from bot.answering import phrases
from bot.answering.records import Answer, Offer, Outcome
from bot.matching import Candidate, Match

# The score is a probability that held-out phrasings calibrate; an answer that may be wrong costs more than an offer.
ANSWER_AT = 0.4
OFFER_AT = 0.1
# The first near entry speaks for the question when it holds this much of the probability of all near entries.
_NEAR_SHARE = 0.35
# ... but not when it holds hardly any of the whole: of held-out phrasings such an entry was seldom the one meant.
_LEAST_NEAR = 0.1
_NEAR_COVER = 0.6
# ... or, whatever it knows of the words, when it holds this much of all.
_NEAR_SURELY = 0.7
# Less known content than this is not about the story.
_LEAST_CONTENT = 1.0
_LEAST_FAMILIAR = 0.5
_MOST_ELSEWHERE, _LITTLE_ELSEWHERE = 0.5, 0.1
_ENOUGH_WORDS = math.log1p(3)
_OFFERS = 3
_LEAST_OFFERED = 0.02
_MOSTLY_NEAR = 0.5
_CANDIDATES = 3


def decide(match: Match, version: str) -> Answer:
    """Answer, say that the story does not say, or offer what may be meant."""
    best = match.answerable[0] if match.answerable else None
    if best is not None and answers(match):
        return _of_entry(best, Outcome.ANSWERED, match, version)
    if not match.exact and _about_something_else(match):
        return plain(phrases.NOT_ABOUT_STORY, version, match)
    near = _curated_near(match)
    if near is not None:
        return _of_entry(near, Outcome.NOT_IN_STORY, match, version, _offers(match))
    if match.score >= OFFER_AT:
        return _offering(Outcome.UNSURE, phrases.CLOSE_CALL, match, version, _offers(match))
    offers = tuple(offer for offer in _offers(match) if offer.share >= _LEAST_OFFERED or match.about)
    # Only what is like near entries is surely not said.
    unsaid = sum(each.share for each in match.near) >= _MOSTLY_NEAR
    if offers:
        return _offering(
            Outcome.NOT_IN_STORY, phrases.NOT_SAID if unsaid else phrases.NOT_FOUND, match, version, offers
        )
    # Questions that have nothing to do with what was asked help nobody.
    return plain(phrases.NOTHING_NEAR if unsaid else phrases.NOT_ABOUT_STORY, version, match)


def _offering(outcome: Outcome, text: str, match: Match, version: str, offers: tuple[Offer, ...]) -> Answer:
    story = match.answerable[0].story if match.answerable else None
    return Answer(outcome, text, match.score, version, story, candidates=_candidates(match), offers=offers)


def answers(match: Match, at: float = ANSWER_AT) -> bool:
    """Tell whether the first answerable entry is shown."""
    return (_says_enough(match) or match.exact) and match.score >= at


def plain(text: str, version: str, match: Match | None = None) -> Answer:
    """Return a line that is no entry's."""
    score, candidates = (match.score, _candidates(match)) if match else (0.0, ())
    return Answer(Outcome.NOT_IN_STORY, text, score, version, candidates=candidates)


def _curated_near(match: Match) -> Candidate | None:
    """Return the near entry that is meant: near entries outweigh, and one stands out and knows what is asked."""
    if not match.near or match.exact:
        return match.near[0] if match.near else None
    total = sum(each.share for each in match.near)
    share = match.near[0].share
    known = share >= max(_NEAR_SHARE * total, _LEAST_NEAR) and match.near_cover >= _NEAR_COVER
    return match.near[0] if match.signals.gap < 0 and (known or share >= _NEAR_SURELY) else None


def _about_something_else(match: Match) -> bool:
    if match.about:
        return False
    if not match.content:
        return not _says_enough(match)
    if match.score >= OFFER_AT:
        return False
    strange = match.content < _LEAST_CONTENT or match.familiar < _LEAST_FAMILIAR
    return strange or match.elsewhere > _MOST_ELSEWHERE


def _says_enough(match: Match) -> bool:
    """Tell whether there is something to go by: a word of content, or, as in "what is this about", words enough."""
    wordy = not match.leaning and match.signals.length >= _ENOUGH_WORDS and match.elsewhere < _LITTLE_ELSEWHERE
    return match.content > 0 or wordy


def _of_entry(
    chosen: Candidate, outcome: Outcome, match: Match, version: str, offers: tuple[Offer, ...] = ()
) -> Answer:
    entry, candidates = chosen.entry, _candidates(match, chosen)
    shown = (chosen.story, entry, entry.citations, candidates, offers)
    return Answer(outcome, entry.answer, match.score, version, *shown)


def _offers(match: Match) -> tuple[Offer, ...]:
    return tuple(Offer(each.story, each.entry, each.share) for each in match.offered or match.answerable[:_OFFERS])


def _candidates(match: Match, chosen: Candidate | None = None) -> tuple[Offer, ...]:
    ranked = sorted((*match.answerable, *match.near), key=lambda each: (each is not chosen, -each.share))
    return tuple(Offer(each.story, each.entry, each.share) for each in ranked[:_CANDIDATES])
