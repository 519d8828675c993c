"""From a question to an answer: small talk aside, match, decide, and remember for the next question."""

from __future__ import annotations

import math
from dataclasses import replace

from bot.answering import phrases
from bot.answering.attribution import attribution
from bot.answering.conversation import (
    Context,
    Conversations,
    asks_for_more,
    asks_for_proof,
    asks_for_words,
    asks_who_said,
    content_words,
    context_words,
    leans_on_context,
    picked,
    resolved,
)
from bot.answering.neighbours import neighbour, step_asked, with_attribution
from bot.answering.records import Answer, Offer, Outcome
from bot.answering.smalltalk import reply_to_no_question, reply_to_small_talk
from bot.matching import Cache, Candidate, Match, Matcher, Meanings, Stories, Talk
from bot.stories import Citation, Entry, Library, Story

# The score is a probability that held-out phrasings calibrate; an answer that may be wrong costs more than an offer.
ANSWER_AT = 0.4
OFFER_AT = 0.10
# A story may be about greetings: what its entries answer this surely is no small talk.
_SURER_THAN_SMALL_TALK = 0.95
# The first near entry speaks for the question when it holds this much of the probability of all near entries.
_NEAR_SHARE = 0.35
_NEAR_COVER = 0.6
# A question that by itself is so clearly near needs no context.
_CLEARLY_NEAR = -2.0
# A leaning question's own content that an answer must know.
_LEAST_SHARED = 0.5
# The more content a leaning question has of its own, the less does it lean.
_LESS_A_WORD = 0.3
# Less known content than this is not about the story.
_LEAST_CONTENT = 1.0
_LEAST_FAMILIAR = 0.5
_MOST_ELSEWHERE, _LITTLE_ELSEWHERE = 0.5, 0.1
_ENOUGH_WORDS = math.log1p(3)
_OFFERS = 3
_CANDIDATES = 3


class Answerer:
    """Answers questions from one library; a reload makes a new one."""

    def __init__(
        self,
        library: Library,
        conversations: Conversations | None = None,
        cache: Cache | None = None,
        meanings: Meanings | None = None,
    ) -> None:
        """Learn the library, by ``meanings`` too if there are any, or take from ``cache`` what was learnt before."""
        self.library = library
        self.matcher = Matcher(library, cache, meanings)
        self.conversations = conversations or Conversations()

    def ask(self, question: str, conversation: str | None = None, stories: Stories = None) -> Answer:
        """Answer a question, from some ``stories`` alone if they are named by their ids.

        Questions of one conversation may lean on the one before.
        """
        context = self.conversations.recall(conversation)
        chosen = picked(question, context)
        if chosen is not None:
            return self._of_offer(chosen, conversation)
        nothing = reply_to_no_question(question)
        if nothing is not None:
            return self._plain(nothing)
        again = self._said_before(question, context, conversation)
        if again is not None:
            return again
        asked, match = self._understood(question, context, stories)
        small_talk = reply_to_small_talk(question) if match.score < _SURER_THAN_SMALL_TALK else None
        if small_talk is not None:
            return self._plain(small_talk, match)
        answer = self._decide(match)
        if answer.entry is not None or answer.offers:
            self.conversations.remember(conversation, Context(asked, answer.story, answer.entry, answer.offers))
        return answer

    def entry_answer(self, story_id: str, entry_id: str, conversation: str | None = None) -> Answer | None:
        """Return the answer of an entry that somebody chose, or None if there is no such entry."""
        story = self.library.story(story_id)
        entry = next((each for each in story.entries if each.id == entry_id), None) if story else None
        return self._of_offer(Offer(story, entry), conversation) if story and entry else None

    def _of_offer(self, offer: Offer, conversation: str | None) -> Answer:
        story, entry = offer.story, offer.entry
        self.conversations.remember(conversation, Context(entry.question, story, entry))
        outcome, score = (Outcome.ANSWERED, 1.0) if entry.in_story else (Outcome.NOT_IN_STORY, 0.0)
        return Answer(outcome, entry.answer, score, self.library.version, story, entry, entry.citations, (offer,))

    def suggest(self, typed: str, most: int, stories: Stories = None) -> list[Offer]:
        """Return the entries whose questions a person who types this may want, best first."""
        if not typed.strip():
            every = self.library.entries()
            return [
                Offer(story, entry)
                for story, entry in every
                if entry.in_story and (stories is None or story.id in stories)
            ][:most]
        return [Offer(each.story, each.entry, each.share) for each in self.matcher.likely(typed, most, stories)]

    def _said_before(self, question: str, context: Context | None, conversation: str | None) -> Answer | None:
        """Answer "source?" and "who said that?" from the last answer."""
        if context is None or context.story is None or context.entry is None or not context.entry.in_story:
            return None
        story, entry = context.story, context.entry
        offer = Offer(story, entry, 1.0)
        step = step_asked(question)
        if step and entry.citations:
            return self._read_on(offer, context.shown or entry.citations[0 if step < 0 else -1], step, conversation)
        # Only spoken words can be asked for exactly, and only words that somebody spoke have a speaker.
        if asks_for_proof(question) and (
            not asks_for_words(question) or any(c.kind == "quote" for c in entry.citations)
        ):
            shown = tuple(dict.fromkeys((*entry.citations[:2], *_source_line(story))))
            return replace(self._of_offer(offer, conversation), citations=shown)
        if asks_who_said(question) and any(citation.speaker for citation in entry.citations):
            names = dict.fromkeys(attribution(citation, story) for citation in entry.citations)
            text = phrases.SAID_BY.format(who="; ".join(names))
            named = with_attribution(story, entry.citations)
            answer = replace(self._of_offer(offer, conversation), text=text, citations=named)
            # "He" in the next question is whoever was named here.
            self.conversations.remember(conversation, Context(answer.text, story, entry))
            return answer
        return None

    def _read_on(self, offer: Offer, shown: Citation, step: int, conversation: str | None) -> Answer:
        """Answer with the sentence before or after what was shown."""
        found = neighbour(offer.story, shown, step)
        if found is None:
            return self._plain(phrases.NOTHING_FURTHER if step > 0 else phrases.NOTHING_BEFORE)
        self.conversations.remember(conversation, Context(offer.entry.question, offer.story, offer.entry, shown=found))
        text = phrases.GOES_ON if step > 0 else phrases.BEFORE_THAT
        return replace(self._of_offer(offer, None), text=text, citations=(found,))

    def _understood(self, question: str, context: Context | None, stories: Stories) -> tuple[str, Match]:
        """Read a question by itself or with what was said before, whichever makes more sense."""
        alone = self.matcher.match(question, stories=stories)
        if context is None or not leans_on_context(question) or (alone.content and _clear(alone)):
            return question, alone
        written_out = resolved(question, context)
        if asks_for_more(question):
            return written_out, _without(self.matcher.match(written_out, stories=stories), context.entry)
        together = self.matcher.match(written_out, _talk(written_out, context), stories=stories)
        by_itself = self.matcher.match(written_out, stories=stories) if written_out != question else alone
        # What the question adds to the talk must be known to the answer: else the talk before answers, not the story.
        fits = not by_itself.content or together.signals.cover >= _LEAST_SHARED
        readings = [
            match for match, sensible in ((together, fits), (by_itself, by_itself.content or not fits)) if sensible
        ]
        return written_out, replace(max(readings, key=lambda match: match.score), leaning=True)

    def _decide(self, match: Match) -> Answer:
        best = match.answerable[0] if match.answerable else None
        if best is not None and (_says_enough(match) or match.exact) and match.score >= ANSWER_AT:
            return self._of_entry(best, Outcome.ANSWERED, match, offers=())
        if not match.exact and _about_something_else(match):
            return self._plain(phrases.NOT_ABOUT_STORY, match)
        near = self._curated_near(match)
        if near is not None:
            return self._of_entry(near, Outcome.NOT_IN_STORY, match, _offers(match))
        outcome = Outcome.UNSURE if match.score >= OFFER_AT else Outcome.NOT_IN_STORY
        text = phrases.CLOSE_CALL if outcome is Outcome.UNSURE else phrases.NOT_SAID
        return Answer(
            outcome,
            text,
            match.score,
            self.library.version,
            story=best.story if best else None,
            candidates=_candidates(match),
            offers=_offers(match),
        )

    def _curated_near(self, match: Match) -> Candidate | None:
        """Return the near entry that is meant: near entries outweigh, and one stands out and knows what is asked."""
        if not match.near or match.exact:
            return match.near[0] if match.near else None
        total = sum(each.share for each in match.near)
        stands_out = match.near[0].share >= _NEAR_SHARE * total and match.near_cover >= _NEAR_COVER
        return match.near[0] if match.signals.gap < 0 and stands_out else None

    def _of_entry(self, chosen: Candidate, outcome: Outcome, match: Match, offers: tuple[Offer, ...]) -> Answer:
        entry = chosen.entry
        return Answer(
            outcome,
            entry.answer,
            match.score,
            self.library.version,
            chosen.story,
            entry,
            entry.citations,
            _candidates(match, chosen),
            offers,
        )

    def _plain(self, text: str, match: Match | None = None) -> Answer:
        score = match.score if match else 0.0
        return Answer(
            Outcome.NOT_IN_STORY, text, score, self.library.version, candidates=_candidates(match) if match else ()
        )


def _talk(question: str, context: Context) -> Talk:
    led_to = (context.story.id, context.entry.id) if context.story and context.entry else None
    weight = 1 / (1 + _LESS_A_WORD * len(content_words(question)))
    return Talk(context.question, led_to, tuple(context_words(question, context)), weight)


def _source_line(story: Story) -> tuple[Citation, ...]:
    """Return the citation of the sources that are printed with the article, if an entry has one."""
    every = (citation for entry in story.entries for citation in entry.citations)
    return tuple(citation for citation in every if citation.kind == "sources")[:1]


def _clear(match: Match) -> bool:
    return match.exact or match.signals.gap <= _CLEARLY_NEAR


def _about_something_else(match: Match) -> bool:
    if not match.content:
        return not _says_enough(match)
    strange = match.content < _LEAST_CONTENT or match.familiar < _LEAST_FAMILIAR
    return strange or match.elsewhere > _MOST_ELSEWHERE


def _says_enough(match: Match) -> bool:
    """Tell whether there is something to go by: a word of content, or, as in "what is this about", words enough."""
    plain = not match.leaning and match.signals.length >= _ENOUGH_WORDS and match.elsewhere < _LITTLE_ELSEWHERE
    return match.content > 0 or plain


def _without(match: Match, entry: Entry | None) -> Match:
    """Leave out an entry and what rests on the same first quote."""
    if entry is None or not entry.citations:
        return match
    told = entry.citations[0].start
    others = tuple(each for each in match.answerable if each.entry.citations[0].start != told)
    return replace(match, answerable=others) if others else match


def _offers(match: Match) -> tuple[Offer, ...]:
    return tuple(Offer(each.story, each.entry, each.share) for each in match.answerable[:_OFFERS])


def _candidates(match: Match, chosen: Candidate | None = None) -> tuple[Offer, ...]:
    ranked = sorted((*match.answerable, *match.near), key=lambda each: (each is not chosen, -each.share))
    return tuple(Offer(each.story, each.entry, each.share) for each in ranked[:_CANDIDATES])
