"""From a question to an answer: small talk aside, read it, decide, and remember for the next question."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from bot.answering import phrases
from bot.answering.attribution import attribution
from bot.answering.conversation import (
    Context,
    Conversations,
    asks_for_a_quote,
    asks_for_proof,
    asks_for_words,
    asks_who_said,
    picked,
)
from bot.answering.decision import decide, plain
from bot.answering.neighbours import neighbour, step_asked, with_attribution
from bot.answering.parts import answer_to_both
from bot.answering.places import entry_showing, is_too_long, passage_at, place_asked
from bot.answering.reading import Matched, understood
from bot.answering.records import Answer, Offer, Outcome
from bot.answering.said import Said, asked_whether_said, checked_answer
from bot.answering.smalltalk import reply_to_no_question, reply_to_small_talk
from bot.answering.whose import asked_whose, without_choice
from bot.answering.wording import sentences_with, words_sought
from bot.matching import Apart, Cache, Match, Matcher, Meanings, Stories
from bot.matching.leaning import leans
from bot.stories import Citation, Entry, Library, Story

if TYPE_CHECKING:
    from bot.answering.quotecheck import LibraryChecker

# A story may be about greetings: what its entries answer this surely is no small talk.
_SURER_THAN_SMALL_TALK = 0.95


class Answerer:
    """Answers questions from one library; a reload makes a new one."""

    def __init__(
        self,
        library: Library,
        conversations: Conversations | None = None,
        cache: Cache | None = None,
        meanings: Meanings | None = None,
        apart: Apart | None = None,
    ) -> None:
        """Learn the library, by ``meanings`` too if there are any, or take from ``cache`` what was learnt before.

        ``apart``: learn in a child process where that pays.
        """
        self.library = library
        self.matcher = Matcher(library, cache, meanings, apart)
        self.conversations = conversations or Conversations()

    @property
    def reads(self) -> str:
        """What the engine reads a question by, in words."""
        return "words and meanings (sentence encoder)" if self.matcher.encoded else "words (no sentence encoder)"

    @cached_property
    def checker(self) -> LibraryChecker:
        """What checks quotes against the library."""
        from bot.answering.quotecheck import LibraryChecker  # few questions need it

        return LibraryChecker(self.library)

    def ask(self, question: str, conversation: str | None = None, stories: Stories = None) -> Answer:
        """Answer a question, from some ``stories`` alone if they are named by their ids.

        Questions of one conversation may lean on the one before.
        """
        context = self.conversations.recall(conversation)
        at_once = self._at_once(question, context, conversation, stories)
        if at_once is not None:
            return at_once
        matched = partial(self.matcher.match, stories=stories)
        asked, match = understood(matched, question, context)
        said = self._said(asked, match)
        asked, match = self._chosen_from(matched, asked, match)
        small_talk = reply_to_small_talk(question) if match.score < _SURER_THAN_SMALL_TALK else None
        if small_talk is not None:
            return plain(small_talk, self.library.version, match)
        version = self.library.version
        checked = checked_answer(self.checker, said, match, version) if said else None
        answer = checked or answer_to_both(matched, asked, match, version) or decide(match, version)
        if answer.entry is not None or answer.offers:
            story, latest = answer.story, answer.also or answer.entry
            if latest is None and context is not None and leans(question):
                # What was not understood leaves the talk where it was.
                story, latest = context.story, context.entry
            self.conversations.remember(conversation, Context(asked, story, latest, answer.offers))
        return answer

    @staticmethod
    def _chosen_from(matched: Matched, asked: str, match: Match) -> tuple[str, Match]:
        """Read a question that names two people to choose from without them, if that makes more sense."""
        bare = without_choice(asked, match.answerable[0].story) if match.answerable and not match.exact else None
        if bare is None:
            return asked, match
        without = matched(bare)
        return (bare, without) if without.score > match.score else (asked, match)

    @staticmethod
    def _said(question: str, match: Match) -> Said | None:
        """Return the words that a question asks about as somebody's, None if it asks about none."""
        whose = asked_whose(question, match.answerable[0].story) if match.answerable else None
        return whose or asked_whether_said(question)

    def _at_once(
        self, question: str, context: Context | None, conversation: str | None, stories: Stories
    ) -> Answer | None:
        """Answer what no entry has to be found for: a pick, no question at all, what was just said, a place."""
        chosen = picked(question, context)
        if chosen is not None:
            return self._of_offer(chosen, conversation)
        nothing = reply_to_no_question(question)
        if nothing is not None:
            return plain(nothing, self.library.version)
        said_before = self._said_before(question, context, conversation)
        return said_before or self._at_place(question, context, conversation, stories)

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
        if typed.strip():
            return [Offer(each.story, each.entry, each.share) for each in self.matcher.likely(typed, most, stories)]
        asked = [(story, entry) for story, entry in self.library.entries() if stories is None or story.id in stories]
        return [Offer(story, entry) for story, entry in asked if entry.in_story][:most]

    def _said_before(self, question: str, context: Context | None, conversation: str | None) -> Answer | None:
        """Answer "source?" and "who said that?" from the last answer."""
        if context is None or context.story is None or context.entry is None or not context.entry.in_story:
            return None
        story, entry = context.story, context.entry
        offer = Offer(story, entry, 1.0)
        step = step_asked(question)
        if step and entry.citations:
            return self._read_on(offer, context.shown or entry.citations[0 if step < 0 else -1], step, conversation)
        if asks_for_proof(question) and (_gives_words(entry) or not asks_for_a_quote(question)):
            shown = tuple(dict.fromkeys((*with_attribution(story, entry.citations[:2]), *_source_line(story))))
            answer = replace(self._of_offer(offer, conversation), citations=shown)
            return answer if not asks_for_words(question) or _gives_words(entry) else _only_reported(answer)
        # Only words that somebody spoke have a speaker.
        if asks_who_said(question) and any(citation.speaker for citation in entry.citations):
            text = phrases.SAID_BY.format(who="; ".join(_speakers(entry, story)))
            named = with_attribution(story, entry.citations)
            answer = replace(self._of_offer(offer, conversation), text=text, citations=named)
            # "He" in the next question is whoever was named here.
            self.conversations.remember(conversation, Context(answer.text, story, entry))
            return answer
        return None

    def _at_place(
        self, question: str, context: Context | None, conversation: str | None, stories: Stories
    ) -> Answer | None:
        """Answer "what is the last sentence?" and "which line has 'it'?" from the article, if the story is clear."""
        place, words = place_asked(question), words_sought(question)
        if place is None and words is None:
            return None
        asked = [each for each in self.library.stories if stories is None or each.id in stories]
        spoken_of = context.story if context and context.story in asked else None
        story = spoken_of or (asked[0] if len(asked) == 1 else None)
        if story is None:
            return None
        if place is None:
            return self._showing(story, sentences_with(story, words or ""), conversation)
        shown = passage_at(story, place)
        if shown is None:
            return plain(phrases.NO_SUCH_PLACE, self.library.version)
        return self._showing(story, (shown,), conversation)

    def _showing(self, story: Story, shown: tuple[Citation, ...], conversation: str | None) -> Answer | None:
        """Answer with passages of the article, None if there are none or one has no room in an answer."""
        entry = entry_showing(story, shown[0]) if shown else None
        if entry is None or any(map(is_too_long, shown)):
            return None
        self.conversations.remember(conversation, Context(entry.question, story, entry, shown=shown[0]))
        return replace(self._of_offer(Offer(story, entry), None), text=phrases.AT_PLACE, citations=shown)

    def _read_on(self, offer: Offer, shown: Citation, step: int, conversation: str | None) -> Answer:
        """Answer with the sentence before or after what was shown."""
        found = neighbour(offer.story, shown, step)
        if found is None:
            return plain(phrases.NOTHING_FURTHER if step > 0 else phrases.NOTHING_BEFORE, self.library.version)
        self.conversations.remember(conversation, Context(offer.entry.question, offer.story, offer.entry, shown=found))
        text = phrases.GOES_ON if step > 0 else phrases.BEFORE_THAT
        return replace(self._of_offer(offer, None), text=text, citations=(found,))


def _speakers(entry: Entry, story: Story) -> list[str]:
    """Say whose words an answer rests on, each speaker once: as quoted, if any of their words are."""
    found: dict[str, str] = {}
    for citation in sorted(entry.citations, key=lambda each: each.kind == "quote"):
        if citation.speaker:
            found[citation.speaker] = attribution(citation, story)
    order = dict.fromkeys(citation.speaker for citation in entry.citations if citation.speaker)
    return [found[speaker] for speaker in order]


def _gives_words(entry: Entry) -> bool:
    """Tell whether an entry's proof has the words that it tells of: spoken ones, or the article's own."""
    kinds = {citation.kind for citation in entry.citations}
    return "quote" in kinds or "reported" not in kinds


def _only_reported(answer: Answer) -> Answer:
    """Say that what was spoken is not in the story, and show what is."""
    return replace(answer, outcome=Outcome.NOT_IN_STORY, text=phrases.ONLY_REPORTED, score=0.0)


def _source_line(story: Story) -> tuple[Citation, ...]:
    """Return the citation of the sources that are printed with the article, if an entry has one."""
    every = (citation for entry in story.entries for citation in entry.citations)
    return tuple(citation for citation in every if citation.kind == "sources")[:1]
